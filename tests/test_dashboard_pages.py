"""Every page on the tiny store: what is shown is exactly what is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from showing import Screen
from tiny_store import HUDA, IDS, SALEM, TANGIER, build

from dashboard import data
from dashboard.components.places import PLACES

EAST_ID = "mnbr-alshrq"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("tiny") / "store")


@pytest.fixture(autouse=True)
def _served(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RAWI_STORE", str(tiny))
    yield
    st.cache_resource.clear()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("page", PLACES)
def test_every_page_is_drawn(page: str, language: str) -> None:
    screen = Screen.open(f"{page}?lang={language}")
    assert len(list(screen.nodes(f"masthead_{page}"))) > 3
    titles = [node for node in screen.nodes() if node["tag"] == "h1"]
    assert len(titles) == 1


@pytest.mark.parametrize("page", PLACES)
def test_a_selection_of_nothing_says_why(page: str) -> None:
    screen = Screen.open(f"{page}?lang=en&q=قطار")
    if page != "corpus":
        assert any("too narrow" in text for text in screen.texts("rw-empty"))


def test_the_figures_open_the_rows_they_count() -> None:
    screen = Screen.open("overview?lang=en")
    figures = dict(zip(screen.texts("rw-stat"), screen.hrefs("rw-stat"), strict=True))
    assert figures["1Undated"].startswith("articles?")
    assert "undated=1" in figures["1Undated"]
    undated = Screen.open(figures["1Undated"])
    assert [_article(href) for href in undated.hrefs("rw-title")] == [IDS["undated"]]


def test_leading_names_are_counted_by_articles() -> None:
    screen = Screen.open("overview?lang=ar")
    labels = screen.texts("rw-bar", "leading")
    assert labels[:2] == ["سالم الحداد2", "هدى الراوي2"]
    assert labels[2:] == ["هيئة الجسور2", "طنجة2"]


def test_english_readers_get_labels() -> None:
    screen = Screen.open("overview?lang=en")
    assert "Tangier2" in screen.texts("rw-bar", "leading")


def test_quotes_by_a_speaker() -> None:
    screen = Screen.open(f"quotes?lang=ar&spk={SALEM}")
    assert screen.texts("rw-speaker") == ["سالم الحداد", "سالم الحداد"]
    words = [node for node in screen.nodes("cards") if node["tag"] == "blockquote"]
    assert [node["children"] for node in words] == [["«الجسر جاهز منذ أمس»"], ["«زحام في طنجة»"]]
    assert screen.texts("rw-chain") == ["سلسلة النقلوكالة البرق←سالم الحداد"]


@pytest.mark.parametrize(
    ("query", "speakers"),
    [
        ("kind=indirect", ["هدى الراوي"]),
        ("stance=warns", ["سالم الحداد"]),
        (f"about={TANGIER}", ["سالم الحداد"]),
        ("anon=official", ["مسؤول في هيئة الجسور"]),
        (f"out={EAST_ID}&stance=denies", ["هدى الراوي"]),
        ("d=2026-01-06..", ["هدى الراوي", "مسؤول في هيئة الجسور"]),
        (f"ent={HUDA}&ent={SALEM}&kind=indirect", ["هدى الراوي"]),
    ],
)
def test_each_part_of_the_selection_narrows_the_quotes(query: str, speakers: list[str]) -> None:
    screen = Screen.open(f"quotes?lang=ar&{query}")
    assert sorted(screen.texts("rw-speaker")) == sorted(speakers)


def test_the_matrix_counts_speaker_by_topic() -> None:
    screen = Screen.open("quotes?lang=ar&show=topics")
    cells = [(node["attrs"]["title"], node["children"]) for node in _of(screen, "rw-cell")]
    assert sorted(cells) == [("سالم الحداد · طنجة", ["1"]), ("هدى الراوي · سالم الحداد", ["1"])]


def test_sources_name_classes_and_carriers() -> None:
    screen = Screen.open("quotes?lang=ar&show=sources")
    assert screen.texts("rw-bar") == ["مسؤول1", "وكالة البرق1"]
    for bar in screen.hrefs("rw-bar"):
        assert len(Screen.open(bar).texts("rw-card")) == 1, "a number opens the rows it counts"


def test_a_card_cites_its_place_in_the_stored_text() -> None:
    screen = Screen.open("quotes?lang=ar&stance=warns")
    copies = [node["copy"] for node in screen.nodes("cards") if "copy" in node]
    assert copies[0]["text"].startswith("«زحام في طنجة» — سالم الحداد، منبر الشرق، 5 يناير 2026")
    assert copies[1]["text"] == "زحام في طنجة"
    assert f"art={IDS['first']}" in copies[2]["href"]


def test_articles_newest_first_undated_last() -> None:
    screen = Screen.open("articles?lang=ar")
    shown = [_article(href) for href in screen.hrefs("rw-title")]
    assert set(shown[:2]) == {IDS["second"], IDS["third"]}
    assert shown[2:] == [IDS["first"], IDS["undated"]]


def test_words_are_found_in_other_spellings() -> None:
    screen = Screen.open("articles?lang=ar&q=مسئول")
    assert [_article(href) for href in screen.hrefs("rw-title")] == [IDS["third"]]


def test_the_reader_marks_names_and_shows_the_stored_text() -> None:
    screen = Screen.open(f"articles?lang=ar&art={IDS['first']}")
    lines = screen.texts("rw-line", "reader")
    assert lines == [
        "هيئة الجسور تفتح جسر طنجة",
        "طنجة - قال سالم الحداد: «الجسر جاهز منذ أمس»، وحيّا هدى الراوي.",
        'وحذر الحداد، بحسب وكالة البرق، من "زحام في طنجة".',
    ]
    assert screen.texts("rw-per", "reader")[1:] == ["سالم الحداد", "هدى الراوي", "الحداد"]
    assert [text for text in screen.texts("rw-d", "reader") if text != "تاريخ"] == ["أمس"]
    assert screen.texts("rw-stored") == ["اقرأ أيضا: سباق القوارب"]


def test_the_reader_highlights_exactly_the_linked_passage() -> None:
    opened = Screen.open("quotes?lang=ar&stance=warns")
    screen = Screen.open(opened.hrefs("rw-in")[0])
    marked = [text for text in screen.texts("rw-here", "reader") if text != "الموضع المقصود"]
    assert "".join(marked) == "زحام في طنجة"


def test_an_unknown_article_is_said_to_be_unknown() -> None:
    screen = Screen.open("articles?lang=en&art=0000000000000000-1")
    assert "No article has this id" in screen.texts("rw-empty")[0]


def test_the_profile_knows_spellings_companions_and_quotes() -> None:
    screen = Screen.open(f"entities?lang=ar&who={SALEM}")
    assert screen.texts("rw-stat")[2:] == ["2أقواله", "1أقوال عنه"]
    rows = screen.texts("rw-bar", "relations")
    assert "هدى الراوي2" in rows
    assert {"سالم الحداد2", "الحداد1"} <= set(rows)


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    assert "per-nobody" in Screen.open("entities?lang=en&who=per-nobody").texts("rw-empty")[0]


def test_the_days_of_the_timeline_open_their_sentences() -> None:
    screen = Screen.open("timeline?lang=ar&day=2026-01-06")
    assert screen.texts("rw-sentence") == [
        "نفت هدى الراوي أن يكون سالم الحداد قد استقال يوم 6 يناير 2026."
    ]


def test_the_days_on_which_it_was_said_are_a_filter() -> None:
    said = Screen.open("quotes?lang=ar&said=2026-01-01..2026-01-31")
    cards = said.texts("rw-card")
    assert cards
    assert all("قيل" in card for card in cards)
    assert said.texts("rw-chip")[:2] == ["قيل منذ1 يناير 2026×", "قيل حتى31 يناير 2026×"]
    assert not Screen.open("quotes?lang=ar&said=2025-01-01..2025-01-31").texts("rw-card")


def test_compare_shows_shares_of_each_outlet() -> None:
    screen = Screen.open("compare?lang=ar&m=stances")
    figure = json.loads(screen.app.get("plotly_chart")[0].proto.spec)
    assert {trace["name"].strip("\u2066\u2067\u2069") for trace in figure["data"]} == {
        "منبر الشرق",
        "صدى الغرب",
    }


def test_the_corpus_page_lists_what_is_loaded() -> None:
    screen = Screen.open("corpus?lang=ar")
    assert sorted(screen.texts("rw-bar", "outlets")) == ["صدى الغرب2", "منبر الشرق2"]
    assert list(screen.app.dataframe[0].value["path"].str.strip("\u2066\u2069")) == [
        "tiny/first.txt",
        "tiny/second.txt",
        "tiny/third.txt",
        "tiny/undated.txt",
    ]


def test_without_a_store_the_command_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAWI_STORE", str(tmp_path / "none"))
    screen = Screen.open("overview")
    assert "rawi ingest" in screen.app.code[0].value


def test_the_sample_is_built_where_it_is_looked_for() -> None:
    makefile = (data.ROOT / "Makefile").read_text("utf-8")
    assert data.SAMPLE_STORE.relative_to(data.ROOT).as_posix() in makefile


def _article(href: str) -> str:
    return href.split("art=")[1].split("&", maxsplit=1)[0]


def _of(screen: Screen, cls: str) -> list[dict]:
    return [node for node in screen.nodes() if cls in node.get("class", "").split()]
