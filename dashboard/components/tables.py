"""Tables: one vocabulary of columns, Arabic isolated for the canvas, rows that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.text.bidi import isolate
from dashboard.components import i18n, state
from dashboard.components.i18n import t

RowHref = Callable[[dict[str, Any]], str]

_NUMBERS = ("n", "n_articles", "n_mentions", "n_quotes", "n_lines", "bytes")
_DAYS = ("published",)
_INSTANTS = ("ingested_at", "when")
_SHARES = ("confidence", "share")
_WIDE = ("text", "headline", "detail")
_LATIN = ("path", "code", "encoding", "rule", "said_on")
_VOCABULARY = {
    "type": "type",
    "kind": "kind",
    "stance": "stance",
    "precision": "precision",
    "stage": "stage",
}


def show(
    frame: pd.DataFrame, columns: Sequence[str], key: str, row_href: RowHref | None = None
) -> None:
    """Draws some columns of ``frame``; with ``row_href`` a chosen row is followed."""
    st.dataframe(
        prepared(frame, columns),
        key=key,
        hide_index=True,
        column_config={name: column(name) for name in columns},
        height=min(38 + 35 * max(len(frame), 1), 560),
        on_select=partial(_follow, key, frame, row_href) if row_href else "ignore",
        selection_mode="single-row",
    )


def drawer(n_rows: int) -> Any:
    """A closed drawer for a table that repeats in full what is shown above it."""
    return st.expander(f"{t('quotes.table')} ({i18n.number(n_rows)})", icon=":material/table:")


def column(name: str) -> Any:
    """How a column of this name is shown, in every table."""
    title = i18n.label("table", name)
    start = "right" if i18n.is_arabic() else "left"
    if name in _NUMBERS:
        return st.column_config.NumberColumn(title, format="localized", width="small")
    if name in _DAYS:
        return st.column_config.DateColumn(title, format="YYYY-MM-DD", width="small")
    if name in _INSTANTS:
        return st.column_config.DatetimeColumn(title, format="YYYY-MM-DD HH:mm", width="small")
    if name in _SHARES:
        return st.column_config.NumberColumn(title, format="percent", width="small")
    width = "large" if name in _WIDE else "medium"
    alignment = "left" if name in _LATIN else start
    return st.column_config.TextColumn(title, width=width, alignment=alignment)


def prepared(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The columns as the canvas needs them: values of vocabularies named, texts isolated."""
    shown = frame[list(columns)].copy()
    for name in columns:
        if name in (*_NUMBERS, *_DAYS, *_INSTANTS, *_SHARES):
            continue
        section = _VOCABULARY.get(name)
        shown[name] = [_cell(value, section) for value in shown[name]]
    return shown


def _cell(value: Any, section: str | None) -> str | None:
    if isinstance(value, tuple):
        return isolate("، ".join(value)) if value else None
    if value is None or pd.isna(value):
        return None
    if section == "type":
        return isolate(i18n.label("type", f"one_{value}"))
    return isolate(i18n.label(section, value) if section else str(value))


def _follow(key: str, frame: pd.DataFrame, row_href: RowHref) -> None:
    rows = st.session_state[key].selection.rows
    if rows:
        state.follow(row_href(frame.iloc[rows[0]].to_dict()))
