"""The one page that is shown while there is no store: how to make one."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from core.store import Store
from dashboard.components import dom, ingest
from dashboard.components.i18n import t
from dashboard.data import SAMPLE_PAGES, SAMPLE_STORE


def show(store: Path) -> None:
    """Says where the store was looked for and with which command it is made, or made anew."""
    sort = "outdated" if Store(store).is_outdated else "no_store"
    title, note = t(f"corpus.{sort}"), t(f"corpus.{sort}_note", path=str(store))
    dom.show("no_store", [dom.el("h1", title), dom.el("p", note)])
    if sort == "outdated":
        st.code(f"rawi ingest --anew --store {store}", language="bash")
        return
    is_sample = store == SAMPLE_STORE
    st.code("make run" if is_sample else f"rawi ingest --store {store} PATH…", language="bash")
    if is_sample and SAMPLE_PAGES.is_dir() and st.button(t("corpus.build_sample"), type="primary"):
        ingest.run([SAMPLE_PAGES], store)
        st.rerun()
