"""Corrections from the screen: in the log, on the screen at once, taken back in one click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from showing import Screen
from tiny_store import BOARD, HUDA, IDS, SALEM, TANGIER, build

from core.corpus import Corpus
from core.selection import Selection


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    root = build(tmp_path / "store")
    monkeypatch.setenv("RAWI_STORE", str(root))
    yield root
    st.cache_resource.clear()


def names(store: Path) -> dict[str, str]:
    counts = Corpus.open(store).entity_counts(Selection())
    return dict(zip(counts["entity_id"], counts["name"], strict=True))


def test_merging_two_names_leads_to_the_one_they_became(store: Path) -> None:
    screen = Screen.open(f"entities?lang=ar&who={HUDA}")
    screen.app.selectbox("w_fix_merge").set_value(SALEM)
    screen = screen.run()
    screen.app.button("fix_merge").click()
    screen = screen.run()
    assert HUDA not in names(store)
    assert screen.query["who"] == [SALEM]


def test_renaming(store: Path) -> None:
    screen = Screen.open(f"entities?lang=ar&who={BOARD}")
    screen.app.text_input("w_fix_name").input("الهيئة العامة للجسور")
    screen.app.button("fix_rename").click()
    screen = screen.run()
    assert names(store)[BOARD] == "الهيئة العامة للجسور"
    assert any("الهيئة العامة للجسور" in text for text in screen.texts("rw-section"))


def test_rejecting_and_undoing(store: Path) -> None:
    screen = Screen.open(f"entities?lang=ar&who={TANGIER}")
    screen.app.button("fix_reject").click()
    screen.run()
    assert TANGIER not in names(store)
    screen = Screen.open("corpus?lang=ar&show=corrections")
    (undo,) = (button for button in screen.app.button if str(button.key).startswith("undo_"))
    undo.click()
    screen.run()
    assert TANGIER in names(store)


def test_another_speaker_for_a_quote(store: Path) -> None:
    screen = Screen.open(f"articles?lang=ar&art={IDS['first']}")
    screen.app.selectbox("w_fix_speaker").set_value(HUDA)
    screen = screen.run()
    screen.app.button("fix_speaker").click()
    screen = screen.run()
    assert sorted(screen.texts("rw-speaker")) == ["سالم الحداد", "هدى الراوي"]


def test_a_span_that_is_no_quote(store: Path) -> None:
    screen = Screen.open(f"articles?lang=ar&art={IDS['first']}")
    screen.app.button("fix_reject_quote").click()
    assert len(screen.run().texts("rw-speaker")) == 1
