"""Filters, chips and links without a browser: each changes the selection and the address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from showing import Screen
from tiny_store import HUDA, IDS, SALEM, build

from core.text.bidi import strip_controls


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("tiny") / "store")


@pytest.fixture(autouse=True)
def _served(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RAWI_STORE", str(tiny))
    yield
    st.cache_resource.clear()


def shown(screen: Screen) -> set[str]:
    """The articles listed, by their short names."""
    names = {article: name for name, article in IDS.items()}
    return {names[href.split("art=")[1].split("&")[0]] for href in screen.hrefs("rw-title")}


def test_words() -> None:
    screen = Screen.open("articles?lang=ar")
    screen.app.text_input("w_words").input("الجسر")
    screen = screen.run()
    assert shown(screen) == {"first", "third"}
    assert screen.query["q"] == ["الجسر"]


def test_outlets() -> None:
    screen = Screen.open("articles?lang=ar")
    screen.app.multiselect("w_outlets").select("ssdy-alghrb")
    screen = screen.run()
    assert shown(screen) == {"third", "undated"}
    assert screen.query["out"] == ["ssdy-alghrb"]


def test_days() -> None:
    screen = Screen.open("articles?lang=ar")
    screen.app.date_input("w_begin").set_value(dt.date(2026, 1, 6))
    screen = screen.run()
    assert shown(screen) == {"second", "third"}
    assert screen.query["d"] == ["2026-01-06.."]


def test_undated_only() -> None:
    screen = Screen.open("articles?lang=ar")
    screen.app.toggle("w_undated").set_value(True)
    screen = screen.run()
    assert shown(screen) == {"undated"}


def test_hiding_copies() -> None:
    screen = Screen.open("articles?lang=ar")
    screen.app.toggle("w_hide_copies").set_value(True)
    assert screen.run().query["copies"] == ["0"]


def test_kinds_and_stances() -> None:
    screen = Screen.open("quotes?lang=ar")
    screen.app.multiselect("w_stances").select("denies")
    screen = screen.run()
    assert screen.texts("rw-speaker") == ["هدى الراوي"]
    assert screen.query["stance"] == ["denies"]


def test_a_name_is_found_in_any_spelling_and_leads_to_the_selection_with_it() -> None:
    screen = Screen.open("articles?lang=ar")
    screen.app.text_input("w_find").input("هدي الراوى")
    screen = screen.run()
    assert screen.texts("rw-finding") == ["هدى الراويشخص · 2"]
    (href,) = screen.hrefs("rw-finding")
    assert shown(Screen.open(href)) == {"first", "second"}


def test_a_name_that_is_not_there_is_said_not_to_be() -> None:
    screen = Screen.open("articles?lang=ar")
    screen.app.text_input("w_find").input("زرقاء")
    assert any("زرقاء" in text for text in screen.run().texts("rw-empty", "found"))


def test_chips_remove_one_part_each_and_all_at_once() -> None:
    screen = Screen.open(f"quotes?lang=ar&spk={SALEM}&spk={HUDA}&kind=direct")
    assert screen.texts("rw-chip") == [
        "القائلسالم الحداد×",
        "القائلهدى الراوي×",
        "النوعمباشر×",
        "إزالة الكل",
    ]
    without_salem, _, without_kind, nothing = screen.hrefs("rw-chip")
    assert Screen.open(without_salem).texts("rw-chip")[:-1] == ["القائلهدى الراوي×", "النوعمباشر×"]
    assert len(Screen.open(without_kind).texts("rw-speaker")) == 3
    assert Screen.open(nothing).texts("rw-chip") == []


def test_the_selection_is_said_in_words() -> None:
    screen = Screen.open(f"quotes?lang=ar&spk={SALEM}&d=2026-01-05..2026-01-06")
    (caption,) = screen.texts("rw-selection")
    assert strip_controls(caption) == "من 5 يناير 2026 إلى 6 يناير 2026؛ القائل سالم الحداد"


def test_changing_a_filter_leaves_the_reader_for_the_list() -> None:
    screen = Screen.open(f"articles?lang=ar&art={IDS['first']}&at=1-5")
    screen.app.toggle("w_undated").set_value(True)
    screen = screen.run()
    assert shown(screen) == {"undated"}
    assert "art" not in screen.query


def test_the_language_is_part_of_the_address() -> None:
    screen = Screen.open("overview?lang=ar")
    screen.app.button("rawi_language").click()
    screen = screen.run()
    assert screen.query["lang"] == ["en"]
    assert "Overview" in [node["children"][0] for node in screen.nodes() if node["tag"] == "h1"]


@pytest.mark.parametrize(("locale", "heading"), [("ar-EG", "نظرة عامة"), ("en-GB", "Overview")])
def test_without_a_language_the_browser_decides(locale: str, heading: str) -> None:
    screen = Screen.open("overview", locale=locale)
    assert heading in [node["children"][0] for node in screen.nodes() if node["tag"] == "h1"]


def test_an_address_from_outside_is_left_as_it_came() -> None:
    query = Screen.open("quotes?kind=direct&lang=en").query
    assert query == {"kind": ["direct"], "lang": ["en"]}


def test_what_is_broken_or_unknown_is_named() -> None:
    screen = Screen.open("quotes?lang=en&kind=sung&colour=red&g=hour&spk=%00")
    told = screen.app.warning[0].value
    for part in ("sung", "colour", "hour"):
        assert part in told


def test_text_of_a_link_is_never_markdown() -> None:
    screen = Screen.open("quotes?lang=en&kind=![x](http://example.org/a.png)")
    assert r"\!\[x\]\(http" in screen.app.warning[0].value


def test_a_link_to_older_data_says_so_until_something_changes() -> None:
    screen = Screen.open("quotes?lang=ar&v=000000000000")
    assert "000000000000" in screen.app.info[0].value
    screen.app.toggle("w_undated").set_value(True)
    assert not screen.run().app.info
