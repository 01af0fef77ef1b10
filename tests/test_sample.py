"""The sample is true in itself: encodings, days of the week, Hijri days, labels, cast.

Nothing here runs a stage of the parser, so a wrong page cannot hide behind a wrong reading.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from functools import cache
from pathlib import Path

import pytest
from hijridate import Hijri

from core.model import Problem, Record
from core.reading import read_paths
from core.text.fold import fold_key

SAMPLE = Path(__file__).parent.parent / "sample"
PAGES = SAMPLE / "pages"
FIRST, LAST = dt.date(2026, 10, 5), dt.date(2026, 11, 1)
# The crawl date of this record contradicts its text on purpose.
CONTRADICTS = "qwf-arc-5"
UNDATED = {"mrs-12-front-titles", "snb-10-pearl-feature"}

WEEKDAYS = {
    **{"الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الخميس": 3},
    **{"الجمعة": 4, "السبت": 5, "الأحد": 6},
}
MONTHS = {
    **{"سبتمبر": 9, "شتنبر": 9, "أيلول": 9, "أكتوبر": 10, "تشرين الأول": 10},
    **{"نوفمبر": 11, "نونبر": 11, "تشرين الثاني": 11, "ديسمبر": 12, "دجنبر": 12},
}
HIJRI_MONTHS = {"ربيع الآخر": 4, "جمادى الأولى": 5}
SHIFTS = {"اليوم": 0, "أمس": -1, "أول أمس": -2, "غد": 1, "غدٍ": 1, "بعد غد": 2}

_DAY = "|".join(WEEKDAYS)
_MONTH = "|".join(MONTHS)
_HIJRI = "|".join(HIJRI_MONTHS)
DATED_WEEKDAY = re.compile(rf"({_DAY})،? (\d{{1,2}})[ /]({_MONTH})")
STAMP = re.compile(rf"(\d{{1,2}})[ /]({_MONTH})[ /]?،? ?(2026)|({_MONTH}) (\d\d), (2026)")
NUMERIC_STAMP = re.compile(r"(\d{1,2})/(\d{1,2})/(2026)")
HIJRI_STAMP = re.compile(rf"({_DAY}) (\d{{1,2}}) ({_HIJRI}) 1448هـ الموافق (\d{{1,2}}) ({_MONTH})")
HIJRI_WEEKDAY = re.compile(rf"({_DAY}) (\d{{1,2}}) ({_HIJRI})")
RELATIVE = re.compile(rf"\b(أول أمس|بعد غد|اليوم|أمس|غدٍ|غد) ({_DAY})\b")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@cache
def sample_records() -> tuple[Record, ...]:
    items = tuple(read_paths([PAGES]))
    assert [item for item in items if isinstance(item, Problem)] == []
    return tuple(item for item in items if isinstance(item, Record))


def own_date(record: Record) -> dt.date | None:
    """The day the page says it was published on, read here by its first stamp."""
    if record.published:
        return dt.date.fromisoformat(record.published[:10])
    text = record.text.translate(WESTERN)
    if match := STAMP.search(text):
        day, month = match[1] or match[5], match[2] or match[4]
        return dt.date(2026, MONTHS[month], int(day))
    if match := NUMERIC_STAMP.search(text):
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    return None


def record_ids() -> list[str]:
    return [record.record_id for record in sample_records()]


def by_id(record_id: str) -> Record:
    return next(record for record in sample_records() if record.record_id == record_id)


def test_about_sixty_files_of_six_outlets() -> None:
    files = [path for path in PAGES.rglob("*") if path.is_file() and path.name != "outlets.tsv"]
    assert 55 <= len(files) <= 70
    assert len({record.outlet for record in sample_records()}) == 6
    assert len(record_ids()) == len(set(record_ids()))


def test_every_format_is_shown() -> None:
    endings = {path.suffix for path in PAGES.rglob("*.*")} - {".tsv"}
    assert endings == {".txt", ".html", ".jsonl", ".csv", ".xml"}


def test_it_says_it_is_invented() -> None:
    readme = (SAMPLE / "README.md").read_text("utf-8")
    assert "is invented" in readme
    assert "متخيَّل" in readme
    with (PAGES / "outlets.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert {row["invented"] for row in rows} == {"yes"}
    assert {row["folder"] for row in rows} == {p.name for p in PAGES.iterdir() if p.is_dir()}


def test_every_file_is_in_the_readme() -> None:
    readme = (SAMPLE / "README.md").read_text("utf-8")
    covered = {f"snb-{number:02}" for number in range(2, 8)} | {f"qwf-{n:02}" for n in range(1, 9)}
    for path in PAGES.rglob("*.*"):
        short = re.match(r"[a-z]{3}-\d\d", path.name)
        assert path.name in readme or (short and (f"`{short[0]}`" in readme or short[0] in covered))


def test_encodings_are_as_declared() -> None:
    odd = {"mrs-11-reading-bus.txt": "cp1256", "zjl-06-storm-tripoli.txt": "utf-8-sig"}
    for path in PAGES.rglob("*.*"):
        text = path.read_bytes().decode(odd.get(path.name, "utf-8"))
        assert ("\r\n" in text) == (path.name == "zjl-06-storm-tripoli.txt")
        assert "\N{REPLACEMENT CHARACTER}" not in text
    assert by_id("mrs-11-reading-bus").encoding == "cp1256"
    assert "صفاء جاد الكريم" in by_id("mrs-11-reading-bus").text


@pytest.mark.parametrize("record_id", record_ids())
def test_days_are_true(record_id: str) -> None:
    record = by_id(record_id)
    text = record.text.translate(WESTERN)
    published = own_date(record)
    assert (published is None) == (record_id in UNDATED)
    assert published is None or FIRST <= published <= LAST
    for match in DATED_WEEKDAY.finditer(text):
        day = dt.date(2026, MONTHS[match[3]], int(match[2]))
        assert day.weekday() == WEEKDAYS[match[1]], match[0]
    if record_id == CONTRADICTS:
        return
    for match in RELATIVE.finditer(text):
        assert published is not None
        day = published + dt.timedelta(SHIFTS[match[1]])
        assert day.weekday() == WEEKDAYS[match[2]], match[0]


@pytest.mark.parametrize("record_id", record_ids())
def test_hijri_days_are_true(record_id: str) -> None:
    text = by_id(record_id).text.translate(WESTERN)
    for match in HIJRI_WEEKDAY.finditer(text):
        day = Hijri(1448, HIJRI_MONTHS[match[3]], int(match[2])).to_gregorian()
        assert day.weekday() == WEEKDAYS[match[1]], match[0]
    for match in HIJRI_STAMP.finditer(text):
        day = Hijri(1448, HIJRI_MONTHS[match[3]], int(match[2])).to_gregorian()
        assert (day.month, day.day) == (MONTHS[match[5]], int(match[4])), match[0]


def test_one_crawl_date_contradicts_its_text() -> None:
    record = by_id(CONTRADICTS)
    published = own_date(record)
    relative = RELATIVE.search(record.text)
    assert published and relative
    assert (published + dt.timedelta(SHIFTS[relative[1]])).weekday() != WEEKDAYS[relative[2]]


def test_every_week_and_outlet_has_pages() -> None:
    weeks = {(day - FIRST).days // 7 for record in sample_records() if (day := own_date(record))}
    assert weeks == {0, 1, 2, 3}


def cast() -> list[list[str]]:
    lines = (SAMPLE / "names.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_cast_is_a_gazetteer_of_names_that_occur() -> None:
    stored = "\n".join(f"{record.headline or ''}\n{record.text}" for record in sample_records())
    text = fold_key(re.sub(r"[\"“”«»]", "", stored))
    ids = [row[0] for row in cast()]
    assert len(ids) == len(set(ids))
    for entity_id, kind, name, name_en, country, begin, end, role, aliases in cast():
        assert entity_id.startswith(f"{kind.lower()}-sample-")
        assert name_en.isascii() and len(country) == 2 and role
        assert begin == end == ""
        for form in (name, *filter(None, aliases.split("|"))):
            assert fold_key(form.lstrip("?")) in text, form


@pytest.mark.parametrize(
    ("wire", "copy"),
    [
        ("qwf-01-safaga", "snb-01-safaga"),
        ("qwf-04-book-prize", "zjl-08-prize-wire"),
        ("qwf-05-final", "snb-08-final-wire"),
    ],
)
def test_wire_copies_share_their_words(wire: str, copy: str) -> None:
    first, second = (_shingles(by_id(record_id).text) for record_id in (wire, copy))
    assert len(first & second) / min(len(first), len(second)) > 0.5
    other = _shingles(by_id("dft-08-rail-tickets").text)
    assert len(first & other) / min(len(first), len(other)) < 0.05


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", fold_key(text))
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
