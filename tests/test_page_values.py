"""What is read out of labelled lines: stamps, credits, places, publication days, problems."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.dates.months import month_names
from core.model import Problem, Record
from core.page import PageReading, read_page
from core.page.credits import find_author, find_place, split_credit
from core.page.published import from_metadata, from_prefix
from core.page.stamps import find_stamps, is_ago, parse_clock, shows_month_first
from core.text.fold import fold, fold_key

CASES = Path(__file__).parent / "cases"
STORY = (
    "أعلن مدير الميناء سامي الكرداوي افتتاح الرصيف الجديد أمام السفن التجارية في المدينة.\n"
    "وقال الكرداوي إن العمل انتهى قبل موعده بشهرين.\n"
)


def stamp_cases() -> list[dict[str, Any]]:
    return yaml.safe_load((CASES / "page_stamps.yaml").read_text(encoding="utf-8"))


def read(text: str, **metadata: str) -> PageReading:
    return read_page(Record("p", "p.txt", text, **metadata), fold(text))  # type: ignore[arg-type]


def folded(text: str) -> str:
    return fold_key(text).lower()


@pytest.mark.parametrize("case", stamp_cases(), ids=lambda case: case["label"])
def test_days_of_stamps(case: dict[str, Any]) -> None:
    stamps = find_stamps(folded(case["text"]), month_first=case.get("us", False))
    assert [stamp.date.isoformat() for stamp in stamps] == case["days"]


def test_every_month_of_every_arabic_locale_is_read() -> None:
    for name, month in month_names().items():
        year = 1440 if month.calendar == "hijri" else 2019
        (stamp,) = find_stamps(f"15 {name} {year}")
        if month.calendar == "gregorian":
            assert stamp.date == dt.date(2019, month.number, 15), name
        assert stamp.is_hijri == (month.calendar == "hijri")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("04:20 م", dt.time(16, 20)),
        ("12:05 ص", dt.time(0, 5)),
        ("2:30 PM", dt.time(14, 30)),
        ("14:05 GMT", dt.time(14, 5, tzinfo=dt.UTC)),
        ("02:21 (GMT+0400)", dt.time(2, 21, tzinfo=dt.timezone(dt.timedelta(hours=4)))),
        ("25:10", None),
        ("بلا ساعة", None),
    ],
)
def test_clock_times(text: str, expected: dt.time | None) -> None:
    assert parse_clock(folded(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("منذ 3 ساعات", True),
        ("منذ يوم واحد", True),
        ("آخر تحديث قبل 5 ساعة", True),
        ("3 hours ago", True),
        ("قبل الحرب", False),
        ("منذ بدء الأعمال", False),
        ("منذ", False),
    ],
)
def test_relative_stamps(text: str, expected: bool) -> None:
    assert is_ago(tuple(folded(text).split())) is expected


def test_a_page_that_can_only_mean_month_first_says_so() -> None:
    assert shows_month_first("5/27/2019")
    assert not shows_month_first("27/5/2019 5/8/2019")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("وكالة المرفأ - مدار 24", ("وكالة المرفأ", "مدار 24")),
        ("الجزيرة + وكالات", ("الجزيرة", "وكالات")),
        ("الجزيرة,الفرنسية", ("الجزيرة", "الفرنسية")),
        ('"أ ف ب" - "النهار"', ("أ ف ب", "النهار")),
        ("فرانس24/ أ ف ب", ("فرانس24", "أ ف ب")),
        ("رويترز وفرانس برس", ("رويترز", "فرانس برس")),
        ("الجزيرة ووكالات", ("الجزيرة", "وكالات")),
        ("(أ ف ب، رويترز)", ("أ ف ب", "رويترز")),
        ("ع.ج/ خ.س (د ب أ)", ("د ب أ",)),
        ("صحيفة الأرض والناس", ("صحيفة الأرض والناس",)),
        ("راديو سوا-لبنان", ("راديو سوا-لبنان",)),
        ("وكالة سوا الإخبارية", ("وكالة سوا الإخبارية",)),
        ("", ()),
    ],
)
def test_credits_are_split_into_names(value: str, names: tuple[str, ...]) -> None:
    assert split_credit(value) == names


def test_place_of_a_dateline() -> None:
    assert find_place("القاهرة - رويترز") == "القاهرة"
    assert find_place("رويترز") is None


@pytest.mark.parametrize(
    ("value", "author"),
    [
        ("سفاجا - رحاب النوبي", "رحاب النوبي"),
        ("هسبريس - محمد الراجي", "محمد الراجي"),
        ("جدة: نايف الزهراني", "نايف الزهراني"),
        ("هشام فرغلي", "هشام فرغلي"),
        ("admin", "admin"),
        ("أ ش أ", "أ ش أ"),
    ],
)
def test_author_of_a_byline(value: str, author: str) -> None:
    assert find_author(value) == author


@pytest.mark.parametrize(
    ("claimed", "day"),
    [
        ("2018-03-26T10:30:25+00:00", "2018-03-26"),
        ("2018-03-26", "2018-03-26"),
        ("Mon, 26 Mar 2018 10:30:25 GMT", "2018-03-26"),
        ("أمس", None),
        ("", None),
        (None, None),
    ],
)
def test_days_that_containers_claim(claimed: str | None, day: str | None) -> None:
    found = from_metadata(claimed)
    assert (found and found.date.isoformat()) == day


def test_metadata_wins_over_the_text_and_keeps_the_instant() -> None:
    page = read(
        "10 أكتوبر 2018\n" + STORY, headline="افتتاح الرصيف", published="2018-10-11T08:00:00+03:00"
    )
    (article,) = page.articles
    assert (article.published, article.published_from) == (dt.date(2018, 10, 11), "metadata")
    assert article.published_at == dt.datetime.fromisoformat("2018-10-11T08:00:00+03:00")


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_stamp_with_a_wrong_weekday_is_a_problem() -> None:
    page = read("افتتاح الرصيف الجديد في الميناء\nالجمعة 10 أكتوبر 2024\n" + STORY)
    assert page.articles[0].published == dt.date(2024, 10, 10)
    assert codes(page.problems) == ["weekday-contradicts-date"]


def test_unreadable_claim_is_a_problem_and_the_text_decides() -> None:
    page = read("10 أكتوبر 2024\n" + STORY, headline="عنوان", published="أول أمس")
    assert codes(page.problems) == ["published-not-read"]
    assert page.articles[0].published_from == "dateline"


def test_headline_of_the_record_is_found_again_as_the_first_line() -> None:
    page = read("إفتتاح الرصيف الجديد\n" + STORY, headline="افتتاح الرصيف الجديد")
    assert [line.kind for line in page.lines] == ["headline", "body", "body"]
    assert page.articles[0].headline_span is not None


def test_record_with_a_headline_and_no_text_is_an_article() -> None:
    page = read("", headline="افتتاح الرصيف الجديد")
    assert page.lines == () and [a.headline for a in page.articles] == ["افتتاح الرصيف الجديد"]


def test_empty_page_has_nothing() -> None:
    for text in ("", "\ufeff", "\u00a0\r\n\t\r\n", "\u200f"):
        assert read(text) == PageReading((), ())


def test_byte_order_mark_is_in_no_line_and_presentation_forms_are_read() -> None:
    page = read("\ufeff" + STORY.replace("\n", "\r\n") + "ﺍﻟﻤﺼﺪﺭ: ﺭﻭﻳﺘﺮﺯ")
    assert page.lines[0].start == 1
    assert page.lines[-1].kind == "credit" and page.articles[0].credits == ("ﺭﻭﻳﺘﺮﺯ",)


def test_an_article_never_takes_another_ones_date() -> None:
    text = "10 أكتوبر 2024\n" + STORY + "المصدر: رويترز\n***\nعنوان القصة الثانية عن المتحف\n"
    text += "افتتح المتحف البحري أبوابه أمام الزوار بعد ترميم استمر عاما كاملا في الحي القديم.\n"
    page = read(text)
    assert [a.published for a in page.articles] == [dt.date(2024, 10, 10), None]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        (
            "مادبا (الأردن) 1 نوفمبر 2026 (قوافل) - افتتح الأحد في المدينة متحف",
            dt.date(2026, 11, 1),
        ),
        ("صفاقس، تونس 5 أكتوبر 2026 (الساحل) – قال مدير الميناء", dt.date(2026, 10, 5)),
        ("الخليل 14-3-2019 وفا- رحبت", dt.date(2019, 3, 14)),
        ("افتتح الوزير 5 أكتوبر 2026 (أمس) المعرض في المدينة", None),
        ("منذ 5 أكتوبر 2026 لم يفتح الميناء - وهو مغلق", None),
    ],
)
def test_dateline_that_opens_the_first_paragraph(opening: str, day: dt.date | None) -> None:
    found = from_prefix(folded(opening), month_first=False)
    assert (found.date if found else None) == day


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("نجران - علي عون الأحمدي", "byline"),
        ("علي الأحمدي (جدة)", "byline"),
        ("د. سعد الأحمدي", "byline"),
        ("سان أنتونيو: أ ف ب", "dateline"),
        ("غروزني - د ب أ", "dateline"),
        ("اتفاق على القمة", "furniture"),
    ],
)
def test_who_and_whence_under_the_headline(line: str, kind: str) -> None:
    page = read("افتتاح الرصيف الجديد في الميناء\n" + line + "\n" + STORY)
    assert page.lines[1].kind == kind
