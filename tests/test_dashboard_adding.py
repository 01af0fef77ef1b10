"""Adding pages from the screen: what was sent is in the corpus, what was broken is a problem."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st
from showing import Screen
from tiny_store import build

from core.corpus import Corpus
from core.selection import Selection
from core.store import Store
from dashboard import data
from dashboard.components import no_store

PAGE = (
    "مجلس السدود يقر خطته\r\nسوسة - قال مراد الزين، يوم 7 يناير 2026: «الخطة جاهزة منذ شهرين».\r\n"
)


@pytest.fixture(autouse=True)
def _released() -> Iterator[None]:
    yield
    st.cache_resource.clear()


def test_uploaded_pages_are_read_into_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = build(tmp_path / "store")
    monkeypatch.setenv("RAWI_STORE", str(store))
    screen = Screen.open("corpus?lang=ar&show=add")
    screen.app.file_uploader[0].set_value(
        [
            ("dams.txt", PAGE.encode(), "text/plain"),
            ("broken.zip", b"PK no archive", "application/zip"),
        ]
    )
    screen.app.button[0].click()
    told = screen.run().app.success[0].value
    assert told.startswith("قُرئت 2: جديدة 1، معروفة 0، فيها مشكلات 1؛")
    with closing(Corpus.open(store)) as corpus:
        assert corpus.count_articles(Selection(words="السدود")) == 1
        assert corpus.count_articles(Selection()) == 5, "what was there before still is"
        assert corpus.problems()["path"].str.contains("broken.zip").any()
        path = Path(corpus.pages(page_size=None).query("path.str.contains('dams')")["path"].item())
    assert path.read_bytes() == PAGE.encode(), "the path a page is shown with is true"
    assert Screen.open("articles?lang=ar&q=السدود").texts("rw-title") == ["مجلس السدود يقر خطته"]


def test_the_sample_is_built_with_one_click(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "dams.txt").write_bytes(PAGE.encode())
    monkeypatch.delenv("RAWI_STORE", raising=False)
    for module in (data, no_store):
        monkeypatch.setattr(module, "SAMPLE_STORE", tmp_path / "store")
        monkeypatch.setattr(module, "SAMPLE_PAGES", pages)
    screen = Screen.open("overview?lang=ar")
    screen.app.button[0].click()
    built = screen.run()
    assert built.texts("rw-stat")[0].startswith("1")


def test_a_store_of_another_version_says_how_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = build(tmp_path / "store")
    held = Store(store)
    held.frame_path(held.current or "", "sketches").unlink()
    monkeypatch.setenv("RAWI_STORE", str(store))
    screen = Screen.open("overview?lang=en")
    assert screen.app.code[0].value == f"rawi ingest --anew --store {store}"
