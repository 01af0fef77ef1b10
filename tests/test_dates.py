"""Time expressions: labelled cases, texts without any, properties, contradictions."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from growing import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from core.dates import find_dates, parse_date, weekday_contradictions
from core.dates.finder import rules
from core.model import Article, Line, TimeExpression
from core.text.article import ArticleText
from core.text.fold import fold

CASES = Path(__file__).parent / "cases"
FOUND = ("dates.yaml", "dates_forms.yaml")
ANCHOR = dt.date(2024, 10, 10)
_MARK = re.compile(r"\[([^\[\]]*)\]\(([^()]*)\)")


def load(name: str) -> list[Any]:
    cases = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["label"]) for case in cases]


def marked_text(marked: str) -> tuple[str, list[tuple[str, str, int]]]:
    """The plain text, and (words, value, start) of every ``[words](value)`` in it."""
    plain, at, marks = "", 0, []
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        marks.append((match[1], match[2], len(plain)))
        plain += match[1]
        at = match.end()
    return plain + marked[at:], marks


def article_of(text: str, published: dt.date | None = ANCHOR) -> ArticleText:
    lines = []
    for match in re.finditer(r"[^\r\n]+", text):
        lines.append(Line(match.start(), match.end(), "body", 1, "test"))
    return ArticleText(fold(text), Article(1, published=published), tuple(lines))


def dates_of(text: str, published: dt.date | None = ANCHOR) -> tuple[TimeExpression, ...]:
    return find_dates(article_of(text, published))


def anchor_of(case: dict[str, Any]) -> dt.date | None:
    anchor = case.get("anchor", ANCHOR)
    return None if anchor == "none" else anchor


@pytest.mark.parametrize("case", [case for name in FOUND for case in load(name)])
def test_case(case: dict[str, Any]) -> None:
    text, marks = marked_text(case["text"])
    found = dates_of(text, anchor_of(case))
    expected = [(words, value, start) for words, value, start in marks]
    assert [(text[it.start : it.end], it.value, it.start) for it in found] == expected
    for it in found:
        assert it.type == case.get("type", it.type)
        assert it.calendar == case.get("calendar", "gregorian")


@pytest.mark.parametrize("case", load("dates_none.yaml"))
def test_nothing_found(case: dict[str, Any]) -> None:
    found = dates_of(case["text"])
    assert [(case["text"][it.start : it.end], it.value, it.rule) for it in found] == []


def test_every_rule_has_a_case() -> None:
    used = {
        it.rule
        for name in FOUND
        for case in yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
        for it in dates_of(marked_text(case["text"])[0], anchor_of(case))
    }
    assert {rule.name for rule in rules()} == used


def test_labels_are_unique() -> None:
    for name in (*FOUND, "dates_none.yaml"):
        labels = [case["label"] for case in yaml.safe_load((CASES / name).read_text("utf-8"))]
        assert len(labels) == len(set(labels))


# --- intervals -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "begin", "end_before", "precision", "tolerance"),
    [
        ("في أكتوبر 2024 بدأ", dt.date(2024, 10, 1), dt.date(2024, 11, 1), "month", 0),
        ("في ديسمبر 2024 بدأ", dt.date(2024, 12, 1), dt.date(2025, 1, 1), "month", 0),
        ("عام 2011 بدأ", dt.date(2011, 1, 1), dt.date(2012, 1, 1), "year", 0),
        ("الأسبوع الماضي بدأ", dt.date(2024, 9, 30), dt.date(2024, 10, 7), "week", 0),
        ("الربع الرابع 2023", dt.date(2023, 10, 1), dt.date(2024, 1, 1), "quarter", 0),
        ("النصف الأول من عام 2014", dt.date(2014, 1, 1), dt.date(2014, 7, 1), "half", 0),
        ("في شتاء 2017", dt.date(2017, 12, 1), dt.date(2018, 3, 1), "season", 0),
        ("في الثمانينات", dt.date(1980, 1, 1), dt.date(1990, 1, 1), "decade", 0),
        ("في القرن التاسع عشر", dt.date(1800, 1, 1), dt.date(1900, 1, 1), "century", 0),
        ("من 3 إلى 7 مايو 2024", dt.date(2024, 5, 3), dt.date(2024, 5, 8), "day", 0),
        ("1 رمضان 1445هـ", dt.date(2024, 3, 11), dt.date(2024, 3, 12), "day", 1),
        ("رمضان 1445", dt.date(2024, 3, 11), dt.date(2024, 4, 10), "month", 1),
        ("أمس", dt.date(2024, 10, 9), dt.date(2024, 10, 10), "day", 0),
        ("مساء أمس", dt.date(2024, 10, 9), dt.date(2024, 10, 10), "time", 0),
        ("الآن", None, None, "vague", 0),
        ("عامين", None, None, "year", 0),
    ],
)
def test_interval(
    text: str,
    begin: dt.date | None,
    end_before: dt.date | None,
    precision: str,
    tolerance: int,
) -> None:
    (it,) = dates_of(text)
    assert (it.begin, it.end_before) == (begin, end_before)
    assert (it.precision, it.tolerance) == (precision, tolerance)


def test_a_date_is_never_inherited_from_another_article() -> None:
    (it,) = dates_of("وصل الوفد أمس إلى مسقط.", None)
    assert (it.value, it.begin, it.end_before) == ("PAST_REF", None, None)


def test_parse_date() -> None:
    assert parse_date("القاهرة - 10/10/2024") == ANCHOR
    assert parse_date("آخر تحديث: الخميس 7 ربيع الآخر 1446 هـ - 10 أكتوبر 2024م") == ANCHOR
    assert parse_date("10 أكتوبر") is None
    assert parse_date("من 10 أكتوبر 2024 إلى 12 نوفمبر 2024") is None
    assert parse_date("") is None


# --- contradictions --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("فاز الفريق أمس السبت.", "weekday-contradicts-published"),
        ("فاز الفريق أمس الأربعاء.", None),
        ("اجتمع المجلس الثلاثاء 8 أغسطس 2018.", "weekday-contradicts-date"),
        ("اجتمع المجلس الأربعاء 8 أغسطس 2018.", None),
        ("قال اليوم الأحد 6 أكتوبر 2024 إن العمل اكتمل.", "date-contradicts-published"),
        ("صام الناس الاثنين 1 رمضان 1445.", None),
        ("صام الناس الثلاثاء 1 رمضان 1445.", None),
        ("صام الناس الخميس 1 رمضان 1445.", "weekday-contradicts-date"),
    ],
)
def test_contradiction(text: str, code: str | None) -> None:
    article = article_of(text)
    found = weekday_contradictions(article, find_dates(article))
    assert [it.code for it in found] == ([code] if code else [])


# --- properties ------------------------------------------------------------------------------
_PIECES = (
    "اليوم أمس غدا الخميس الماضي المقبل يوم شهر عام 2024 10 أكتوبر/ تشرين الأول مارس من إلى بين و في "
    "قبل بعد منذ ثلاثة أيام عامين الساعة 3:20 مساء صباح هـ رمضان 1445 الربع الثمانينات القرن الليلة "
    "منه الواحدة الربعين الأول والثاني الليل ساعة شهرين العقد القرن ونصف السابق نفسه 17/10هـ مليون "
    "( ) ، . / - : \n \t ـ ً « » 2018-10 23/9 ٢٠ لل وال ب ل كل نهاية سيعقد قال 99999 ½ abc ال"
).split(" ")
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=25).flatmap(
    lambda pieces: st.lists(
        st.sampled_from(["", " ", "  "]), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True)))
)
_DAY = r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
_TIME = rf"{_DAY}T(?:\d\d(?::\d\d)?Z?|MO|AF|EV|NI)"
_POINT = (
    rf"{_TIME}|{_DAY}|\d{{4}}-(?:\d\d|W\d\d(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI)|\d{{4}}|XXXX-\d\d"
)
_VALUE = re.compile(
    rf"""(?:{_POINT})(?:/(?:{_POINT}))?|\d{{2,3}}X|\d{{1,2}}
    |XXXX-(?:SP|SU|FA|WI)|(?:PAST|PRESENT|FUTURE)_REF
    |P(?:[\dX.]+[YMWD])*(?:T(?:[\dX.]+[HMS])+)?|XXXX-WXX-[1-7](?:T(?:MO|AF|EV|NI))?|XXXX-Q[1-4]""",
    re.VERBOSE,
)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.sampled_from([None, ANCHOR, dt.date(2024, 2, 29), dt.date(2018, 1, 1)]))
def test_expressions_are_well_formed(text: str, anchor: dt.date | None) -> None:
    article = article_of(text, anchor)
    found = find_dates(article)
    assert find_dates(article_of(text, anchor)) == found
    end = 0
    for it in found:
        assert end <= it.start < it.end
        assert any(line.start <= it.start and it.end <= line.end for line in article.lines)
        assert _VALUE.fullmatch(it.value), it.value
        assert (it.begin is None) == (it.end_before is None)
        if it.begin and it.end_before:
            assert it.begin < it.end_before
        assert it.type in ("DATE", "TIME") or it.begin is None
        end = it.end
    weekday_contradictions(article, found)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for it in dates_of(text):
        assert text[it.start : it.end].strip()


@pytest.mark.parametrize(
    "text",
    ["9" * 5000 + " يوما", "31/12/9999", "31 ديسمبر 2999", "30 ذي الحجة 1999 هـ", "1/1/0000"],
)
def test_absurd_numbers_do_no_harm(text: str) -> None:
    for it in dates_of(text):
        assert (it.begin is None) == (it.end_before is None)


@pytest.mark.parametrize(
    "piece",
    [
        "2024 ",
        "10 أكتوبر ",
        "من 3 ",
        "ثلاثة و",
        "اليوم ",
        "(",
        "الساعة 3:2",
        "الساعة الواحدة ",
        "من الساعة 8 إلى ",
        "الخميس ",
        "1،",
        "2010 و",
        "ألف و",
        '"',
        "9",
        "10" + " " * 5000,
    ],
)
def test_reading_grows_with_the_length_only(piece: str) -> None:
    assert_linear(dates_of, piece, 25_000)
