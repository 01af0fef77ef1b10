"""Headings of a page's sections: how to read what follows, choices, its rows as a download."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pandas as pd
import streamlit as st

from dashboard.components import dom, downloads

Rows = Callable[[], pd.DataFrame]


def head(
    key: str, title: str, note: str = "", coverage: str = "", rows: Rows | None = None
) -> None:
    """A heading; ``coverage`` says how much of the data stands behind it, ``rows`` are offered."""
    with head_with(key, title, note, coverage, rows):
        pass


@contextmanager
def head_with(
    key: str, title: str, note: str = "", coverage: str = "", rows: Rows | None = None
) -> Iterator[None]:
    """The same with choices in its line: what is drawn inside stands between title and download."""
    nodes = [dom.el("h2", title)] if title else []
    if note:
        nodes.append(dom.el("p", note, cls="rw-note"))
    if coverage:
        nodes.append(dom.el("p", coverage, cls="rw-coverage"))
    with st.container(key=f"rawi_section_{key}", horizontal=True, vertical_alignment="bottom"):
        dom.show(f"head_{key}", [dom.el("div", *nodes, cls="rw-section")])
        yield
        if rows is not None:
            downloads.offer(key, rows)
