"""The only cache: the open corpus of the store that is served.

The store is the folder ``RAWI_STORE`` names, else the sample's, which ``make run`` builds. A
corpus is kept until a newer snapshot is published; then the next run opens that one.
"""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from core.corpus import Corpus
from core.store import OutdatedError

ROOT = Path(__file__).parents[1]
SAMPLE_PAGES = ROOT / "sample" / "pages"
SAMPLE_STORE = ROOT / ".rawi" / "sample"


def store() -> Path:
    """The folder of the store."""
    named = os.environ.get("RAWI_STORE")
    return Path(named) if named else SAMPLE_STORE


def corpus() -> Corpus | None:
    """The corpus that is served, or ``None`` while there is no store that can be."""
    folder = store()
    if not (folder / "CURRENT").is_file():
        return None
    try:
        return _open(str(folder))
    except OutdatedError:
        return None


@st.cache_resource(
    show_spinner=False,
    max_entries=4,
    validate=lambda opened: opened.is_current(),
    on_release=lambda opened: opened.close(),
)
def _open(folder: str) -> Corpus:
    return Corpus.open(Path(folder))
