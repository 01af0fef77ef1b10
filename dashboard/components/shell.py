"""The frame around every page: language and styles, sidebar, masthead, notices, the address.

Order of a run: 1. settle the language; 2. open the corpus, or show how to make one; 3. take over
the address; 4. go where a link followed in a callback leads; 5. sidebar, masthead and notices;
6. the page; 7. write the address.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import data
from dashboard.components import corrections, dom, filters, i18n, masthead, no_store, state
from dashboard.components.i18n import t
from dashboard.components.places import PLACES

_STYLES = Path(__file__).parents[1] / "styles"


def pages() -> dict[str, StreamlitPage]:
    """Streamlit's pages by key, titled in the interface's language."""
    state.wake()
    return {
        key: st.Page(place.file, title=f"{t(f'nav.{key}')} · {t('app.name')}", url_path=key)
        for key, place in PLACES.items()
    }


def home() -> StreamlitPage:
    """The root: only a way to the overview, so that every page has an address of its own."""
    return st.Page(_nothing, title=t("app.name"), url_path="home", default=True)


def run(page: StreamlitPage, all_pages: dict[str, StreamlitPage]) -> None:
    """Draws the frame and the page within it."""
    if page.url_path not in all_pages:
        st.switch_page(all_pages["overview"], query_params=state.raw_query())
    for sheet in ("base.css", "rtl.css"):
        st.html(_STYLES / sheet)
    i18n.announce()
    corpus = data.corpus()
    if corpus is None:
        no_store.show(data.store())
        return
    state.arrive(page.url_path, corpus.snapshot)
    destination = state.destination()
    if destination:
        st.switch_page(all_pages[destination[0]], query_params=destination[1])
    with st.sidebar:
        _brand()
        _navigation(all_pages)
        filters.sidebar(corpus)
    masthead.show(corpus, page.url_path)
    corrections.tell()
    page.run()
    state.leave()


def _nothing() -> None:
    """The home page draws nothing: ``run`` leaves it at once."""


def _brand() -> None:
    with st.container(key="rawi_brand", horizontal=True, vertical_alignment="center"):
        dom.show(
            "brand",
            [
                dom.link(
                    state.href("overview"),
                    dom.el("span", "«»", cls="rw-logo", aria_hidden="true"),
                    dom.el("span", t("app.name"), cls="rw-name"),
                    cls="rw-brand",
                    title=t("app.tagline"),
                )
            ],
        )
        other = "en" if i18n.is_arabic() else "ar"
        st.button(
            t("app.other_language"),
            key="rawi_language",
            type="tertiary",
            help=t("app.language"),
            on_click=state.speak,
            args=(other,),
        )


def _navigation(all_pages: dict[str, StreamlitPage]) -> None:
    with st.container(key="rawi_nav", gap=None):
        for key, place in PLACES.items():
            st.page_link(
                all_pages[key],
                label=t(f"nav.{key}"),
                icon=place.icon,
                query_params=state.query_of(key),
                width="stretch",
            )
