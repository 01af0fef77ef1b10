"""Word search: what a search means, clitics, phrases."""

from __future__ import annotations

import pytest
import tiny
from hypothesis import given, settings
from hypothesis import strategies as st

from core.corpus import Corpus
from core.search import parse_search, search_stem, stems
from core.selection import Selection


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("search")
    tiny.tiny_store(root)
    return Corpus.open(root)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ميناء", ["A1", "B1"]),
        ("الميناء", ["A1", "B1"]),  # the article does not matter
        ("المينـاء", ["A1", "B1"]),  # tatweel
        ("اثنين", ["A1", "B1"]),  # hamza: الاثنين, الإثنين
        ("وكالة", ["A1"]),  # in لوكالة
        ("شامي", ["A1", "B1", "D1"]),
        ("بيروت صور", ["A1", "B1", "D2"]),  # all words, in any order
        ('"ميناء صور"', ["A1"]),  # a phrase
        ('"صور ميناء"', []),
        ('"نبيل الشامي" مسؤول', ["B1"]),
        ("«نبيل الشامي", ["A1", "B1", "D1"]),  # an unclosed phrase runs to the end
        ("2024", ["D2"]),
        ("٢٠٢٤", ["D2"]),
        ("غدا قال", ["A1"]),
        ('"غدا قال"', []),  # no phrase runs over a line end
        ("يناء", []),  # no part of a word
        ("شارك", []),  # furniture is not searched
        ("؟!", []),
    ],
)
def test_articles_found(corpus: Corpus, words: str, found: list[str]) -> None:
    articles = corpus.articles(Selection(words=words), page_size=None)
    assert set(articles["article_id"]) == {tiny.article(name) for name in found}
    assert corpus.count_articles(Selection(words=words)) == len(found)


def test_relevance_counts_how_often(corpus: Corpus) -> None:
    found = corpus.articles(Selection(words="صور بيروت"), order="relevance")
    assert len(found) == 3
    most = corpus.articles(Selection(words="ميناء"), order="relevance")
    assert most["article_id"].tolist() == [tiny.article("A1"), tiny.article("B1")]


def test_blank_words_search_nothing(corpus: Corpus) -> None:
    assert corpus.count_articles(Selection(words="  ")) == 5


def test_short_stems_keep_the_article() -> None:
    assert search_stem("الله") == "الله"
    assert search_stem("البيت") == "بيت"
    assert "البنك" in stems("وللبنك")


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_a_search(corpus: Corpus, text: str) -> None:
    assert len(parse_search(text).words) <= 12
    assert corpus.count_articles(Selection(words=text)) in range(6)
