"""The head of a page: what it answers, what is selected, the link to it, and notices."""

from __future__ import annotations

import streamlit as st

from core.corpus import Corpus
from core.selection import describe
from core.text.bidi import isolate
from dashboard.components import chips, dom, i18n, state
from dashboard.components.i18n import t
from dashboard.components.labels import labels_of
from dashboard.components.markdown import escape


def show(corpus: Corpus, page: str) -> None:
    """Title, selection in words, copy-link button, chips; the sample's banner; link notices."""
    selection = state.selection()
    names = labels_of(corpus, selection)
    nodes = [_banner()] if corpus.is_sample else []
    nodes.append(
        dom.el(
            "header",
            dom.el(
                "div",
                dom.el("h1", t(f"nav.{page}")),
                dom.el("p", t(f"lead.{page}"), cls="rw-lead"),
                cls="rw-titles",
            ),
            dom.copy_button(t("link.copy"), t("link.copied"), href=state.here()),
            cls="rw-masthead",
        )
    )
    if not selection.is_empty:
        isolated = {one: isolate(name) for one, name in names.items()}
        caption = describe(selection, isolated, i18n.language())
        nodes.append(dom.el("p", caption, cls="rw-selection"))
        nodes.append(chips.row(selection, names))
    dom.show(f"masthead_{page}", nodes)
    _notices()


def _banner() -> dom.Node:
    return dom.el("p", t("app.sample"), cls="rw-sample", role="note")


def _notices() -> None:
    if state.problems():
        listed = "\n".join(f"- {escape(problem)}" for problem in state.problems())
        st.warning(f"{t('link.problems')}\n{listed}", icon=":material/link_off:")
    old = state.stale_snapshot()
    if old:
        current = st.session_state["snapshot"]
        st.info(t("link.stale", old=old, new=current), icon=":material/update:")
