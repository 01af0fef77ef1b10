"""What holds for every page, however broken: nothing lost, nothing doubled, same in and out."""

from __future__ import annotations

import re

import pytest
from growing import assert_linear
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.model import Record
from core.page import PageReading, learn_furniture, read_page, see_page
from core.text.fold import fold

PIECES = st.sampled_from(
    [
        "أعلن مدير الميناء سامي الكرداوي افتتاح الرصيف الجديد أمام السفن التجارية في المدينة.",
        'وقال الكرداوي: "الرصيف جاهز".',
        "عنوان خبر قصير عن الميناء",
        "اقرأ أيضا",
        "إقرأ أيضاً: عنوان خبر",
        "المصدر: رويترز - أ ف ب",
        "المصدر",
        "مقالات مشابهة",
        "كلمات مفتاحية",
        "تعليقات",
        "كتب: محمد الشاذلي",
        "10 أكتوبر 2024",
        "منذ 3 ساعات",
        "(أ ف ب)",
        "***",
        "&nbsp;&quot;",
        "\u00a0",
        "\ufeff",
        "\u200f\u202bنص\u202c",
        "ﺍﻟﻤﺼﺪﺭ: ﺭﻭﻳﺘﺮﺯ",
        "فيسبوك",
        "1",
        "\t",
    ]
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\x85", "\f", " "])
PAGES = st.lists(st.tuples(PIECES, LINE_ENDS), max_size=30).map(
    lambda parts: "".join(text + end for text, end in parts)
) | st.text(max_size=200)
INVISIBLE = re.compile(
    "[\\s\u00ad\u061c\u180e\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufff9-\ufffc]"
)


def read(text: str, **metadata: str) -> PageReading:
    return read_page(Record("page", "page.txt", text, **metadata), fold(text))  # type: ignore[arg-type]


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_lines_cover_every_visible_character_once(text: str) -> None:
    page = read(text)
    covered = [False] * len(text)
    last = 0
    for line in page.lines:
        assert last <= line.start < line.end <= len(text)
        last = line.end
        covered[line.start : line.end] = [True] * (line.end - line.start)
        surface = text[line.start : line.end]
        assert not INVISIBLE.match(surface[0]) and not INVISIBLE.match(surface[-1])
        assert not re.search("[\n\r\f\x85\u2028\u2029]", surface)
    assert all(covered[at] or INVISIBLE.match(char) for at, char in enumerate(text))


@settings(max_examples=200, deadline=None)
@given(PAGES)
def test_articles_are_numbered_in_order_and_own_their_lines(text: str) -> None:
    page = read(text)
    assert [article.position for article in page.articles] == list(range(1, len(page.articles) + 1))
    numbers = [line.article for line in page.lines if line.article is not None]
    assert numbers == sorted(numbers)
    assert set(numbers) <= {article.position for article in page.articles}
    for line in page.lines:
        if line.kind in ("body", "headline"):
            assert line.article is not None
        assert line.rule
    for article in page.articles:
        if article.headline_span is not None:
            assert article.headline_span.of(text) == article.headline
        assert (article.published is None) == (article.published_from is None)


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_same_page_same_reading(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(PAGES)
@example('اقرأ أيضا\nوقال الكرداوي: "الرصيف جاهز". اقرأ أيضا\n')
def test_a_record_with_a_headline_loses_no_sentence(text: str) -> None:
    page = read(text, headline="عنوان آخر تماما لهذا الخبر")
    for line in page.lines:
        if text[line.start : line.end].startswith("وقال الكرداوي") and len(page.articles) == 1:
            assert line.kind in ("body", "furniture")


@settings(max_examples=50, deadline=None)
@given(st.lists(PAGES, max_size=6))
def test_learning_does_not_depend_on_order(texts: list[str]) -> None:
    seen = [see_page(Record(str(n), "site/page.txt", text)) for n, text in enumerate(texts)]
    assert learn_furniture(seen) == learn_furniture(reversed(seen))


@settings(max_examples=100, deadline=None)
@given(st.lists(PAGES, min_size=4, max_size=6))
def test_learning_takes_no_sentence_from_the_body(texts: list[str]) -> None:
    records = [Record(str(n), "site/page.txt", text) for n, text in enumerate(texts)]
    seen = [see_page(record) for record in records]
    profile = learn_furniture(seen)
    for record, sight in zip(records, seen, strict=True):
        folded = fold(record.text)
        alone, learned = read_page(record, folded), read_page(record, folded, profile.of(sight))
        for before, after in zip(alone.lines, learned.lines, strict=True):
            if before.rule == "sentence":
                assert before == after


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "كلمة ",
        "عنوان قصير هنا الآن\n",
        "10/10/2024\n",
        "اقرأ أيضا:\nعنوان قصير هنا الآن\n",
        "(",
        " \r",
    ],
    ids=["quotes", "one-line", "titles", "dates", "labels", "parentheses", "blank"],
)
def test_reading_grows_with_the_length_only(unit: str) -> None:
    def read(text: str) -> PageReading:
        return read_page(Record("page", "page.txt", text), fold(text))

    assert_linear(read, unit, 50_000)
