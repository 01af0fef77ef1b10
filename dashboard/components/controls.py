"""Choices a page offers beside the filters: bucket, order, view, page number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

import streamlit as st

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import dom, i18n, state
from dashboard.components.i18n import t
from dashboard.components.period import main_period
from dashboard.components.places import BUCKETS

PAGE_SIZE = 20
_SHORT, _LONG = 70, 400  # days up to which days, and weeks, still make readable bars


def choice(name: str, options: Sequence[str], section: str, label: str, prefix: str = "") -> str:
    """One of the page's own parameters as a row of choices; strings from ``section``."""
    value = state.view(name)
    st.segmented_control(
        label,
        options,
        key=state.seed(name, value),
        required=True,
        format_func=lambda one: t(f"{section}.{prefix}{one}"),
        label_visibility="collapsed",
        on_change=partial(_see, name),
    )
    return value


def selectbox(name: str, options: Sequence[str], section: str, label: str) -> str:
    """One of the page's own parameters as a list to choose from; the first if it is not offered."""
    value = state.view(name) if state.view(name) in options else options[0]
    st.selectbox(
        label,
        options,
        key=state.seed(name, value),
        format_func=lambda one: t(f"{section}.{one}"),
        label_visibility="collapsed",
        width=180,
        on_change=partial(_see, name),
    )
    return value


def bucket(corpus: Corpus, selection: Selection) -> str:
    """Day, week or month: as chosen, else what suits the length of the selected period."""
    chosen = state.view("g") or _suitable(corpus, selection)
    st.segmented_control(
        t("volume.bucket"),
        BUCKETS,
        key=state.seed("g", chosen),
        required=True,
        format_func=lambda one: t(f"volume.{one}"),
        label_visibility="collapsed",
        on_change=partial(_see, "g"),
    )
    return chosen


def pager(total: int, size: int = PAGE_SIZE) -> None:
    """Page numbers and which rows are shown; nothing when all fit on one page."""
    last = ceil(total / size)
    if last < 2:
        return
    current = page_number(total, size)
    first_row, last_row = (current - 1) * size + 1, min(current * size, total)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        # Not seeded: st.pagination has a default always, and warns of a value beside it.
        key = f"w_pg_{current}"
        st.pagination(last, default=current, key=key, on_change=partial(_turn, key))
        numbers = {name: i18n.number(n) for name, n in (("first", first_row), ("last", last_row))}
        text = t("page.range", total=i18n.number(total), **numbers)
        dom.show("pager_range", [dom.el("p", text, cls="rw-note")])


def page_number(total: int, size: int = PAGE_SIZE) -> int:
    """The page asked for, or the last one where there are fewer."""
    return min(state.view("pg"), max(1, ceil(total / size)))


def _see(name: str) -> None:
    state.see(**{name: st.session_state[f"w_{name}"]})


def _turn(key: str) -> None:
    state.see(pg=st.session_state[key])


def _suitable(corpus: Corpus, selection: Selection) -> str:
    period = main_period(corpus, selection)
    length = period.n_days if period else 0
    return "day" if length <= _SHORT else "week" if length <= _LONG else "month"
