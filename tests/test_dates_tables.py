"""Closed lists: months of every Arabic locale, their variants, number words, ordinals."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hijridate import Hijri

from core.dates import hijri, parse_date
from core.dates.lexicon import load_rows
from core.dates.months import ambiguous_months, month_names, parse_month
from core.dates.numbers import parse_number, parse_ordinal

ARABIC_LOCALES = sorted(name for name in locale_identifiers() if name.split("_")[0] == "ar")
UNITS = [
    ("واحد", "واحدة"),
    ("اثنان", "اثنين", "اثنتان", "اثنتين"),
    ("ثلاث", "ثلاثة"),
    ("أربع", "أربعة"),
    ("خمس", "خمسة"),
    ("ست", "ستة"),
    ("سبع", "سبعة"),
    ("ثمان", "ثماني", "ثمانية"),
    ("تسع", "تسعة"),
]
TENS = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
ORDINALS = "أول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split()


@pytest.mark.parametrize("identifier", ARABIC_LOCALES)
def test_every_month_of_every_arabic_locale(identifier: str) -> None:
    months = Locale.parse(identifier).months
    for context in ("format", "stand-alone"):
        for number, name in months[context]["wide"].items():
            month = parse_month(name)
            assert month is not None and month.number == number, name
            assert month.calendar == "gregorian"


def test_two_names_of_one_month_are_one_month() -> None:
    standard = Locale.parse("ar").months["format"]["wide"]
    levant = Locale.parse("ar_LB").months["format"]["wide"]
    for number in range(1, 13):
        for dual in (
            f"{levant[number]}/{standard[number]}",
            f"{standard[number]}/ {levant[number]}",
            f"{standard[number]} / {levant[number]}",
            f"{standard[number]} ({levant[number]})",
            f"{levant[number]} ( {standard[number]} )",
            f"{levant[number]} أي {standard[number]}",
        ):
            month = parse_month(dual)
            assert month is not None and month.number == number, dual


def test_two_different_months_are_none() -> None:
    assert parse_month("تموز/ آب") is None
    assert parse_month("شهر") is None


def test_cardinals_to_99() -> None:
    for ones, forms in enumerate(UNITS, 1):
        for form in forms:
            assert parse_number(form) == ones, form
            for tens, stem in enumerate(TENS, 2):
                for ending in ("ون", "ين"):
                    for joint in (" و", " و "):
                        words = f"{form}{joint}{stem}{ending}"
                        assert parse_number(words) == tens * 10 + ones, words
    for tens, stem in enumerate(TENS, 2):
        assert parse_number(stem + "ون") == parse_number(stem + "ين") == tens * 10
    for form, value in (("أحد عشر", 11), ("إحدى عشرة", 11), ("اثنا عشر", 12), ("اثنتي عشرة", 12)):
        assert parse_number(form) == value
    for ones, forms in enumerate(UNITS[2:], 3):
        for form in forms:
            assert parse_number(f"{form} عشر") == parse_number(f"{form} عشرة") == 10 + ones, form
    assert parse_number("عشر") == parse_number("عشرة") == 10
    assert [parse_number(str(n)) for n in range(1, 100)] == list(range(1, 100))


def test_cardinals_above_99() -> None:
    assert parse_number("مئة") == parse_number("مائة") == 100
    assert parse_number("مئة وخمسة وعشرين") == 125
    assert parse_number("ألفين وأربعة وعشرين") == 2024
    assert parse_number("ألف وتسعمائة وثمانية وأربعين") == 1948


def test_ordinals_to_99() -> None:
    for ones, form in enumerate(ORDINALS, 1):
        assert parse_ordinal(f"ال{form}") == ones
        if ones < 10:
            first = "حادي" if ones == 1 else form
            assert parse_ordinal(f"ال{first} عشر") == 10 + ones
            for tens, stem in enumerate(TENS, 2):
                for ending in ("ون", "ين"):
                    words = f"ال{first} وال{stem}{ending}"
                    assert parse_ordinal(words) == tens * 10 + ones, words
    assert parse_ordinal("قرار") is None


@pytest.mark.parametrize(
    "name",
    [
        "months_cldr.tsv",
        "months.tsv",
        "months_libya.tsv",
        "months_hijri.tsv",
        "weekdays.tsv",
        "ordinals.tsv",
        "numbers.tsv",
    ],
)
def test_no_form_has_two_values(name: str) -> None:
    values: dict[tuple[str, ...], str] = {}
    for form, value, *rest in load_rows(name):
        role = tuple(rest) if name in ("ordinals.tsv", "numbers.tsv") else ()
        assert values.setdefault((form, *role), value) == value, form


def test_lists_do_not_repeat_cldr() -> None:
    cldr = {row[0] for row in load_rows("months_cldr.tsv")}
    assert not cldr & {row[0] for row in load_rows("months.tsv")}


def test_ambiguous_months_are_months() -> None:
    assert ambiguous_months() <= set(month_names())


def test_every_hijri_day_of_the_tables() -> None:
    for year in range(1343, 1501):
        for month in range(1, 13):
            length = Hijri(year, month, 1).month_length()
            for day in (1, 15, length):
                found = Hijri(year, month, day).to_gregorian()
                expected = dt.date(found.year, found.month, found.day)
                assert hijri.parse_day(year, month, day) == expected
            assert hijri.tolerance(year) == 1


@pytest.mark.parametrize("form", [row[0] for row in load_rows("months_hijri.tsv")])
def test_every_hijri_month_in_a_date(form: str) -> None:
    month = month_names()[form].number
    for year in range(1343, 1501):
        found = Hijri(year, month, 7).to_gregorian()
        expected = dt.date(found.year, found.month, found.day)
        assert parse_date(f"7 {form} {year} هـ") == expected
    assert parse_date(f"السابع من {form} 1446هـ") == hijri.parse_day(1446, month, 7)


@pytest.mark.parametrize("identifier", ARABIC_LOCALES)
def test_every_locale_month_in_a_date(identifier: str) -> None:
    for number, name in Locale.parse(identifier).months["format"]["wide"].items():
        for words in (f"9 {name} 2023", f"التاسع من {name} 2023", f"9{name} 2023"):
            assert parse_date(words) == dt.date(2023, number, 9), words


def test_libyan_months_beside_a_year() -> None:
    assert parse_date("15 الحرث 2005") == dt.date(2005, 11, 15)
    assert parse_date("15 الماء") is None


def test_hijri_years_outside_the_tables() -> None:
    assert hijri.parse_day(1300, 1, 1) is not None
    assert hijri.tolerance(1300) == 2
    assert hijri.parse_day(1446, 13, 1) is None
    assert hijri.parse_day(1446, 1, 31) is None
    for year in (1, 300, 1343, 1445, 1500, 1600):
        start = hijri.month_start(year, 1)
        assert hijri.year_of(start) == year
        assert hijri.year_of(start - dt.timedelta(days=1)) == year - 1 or year == 1
