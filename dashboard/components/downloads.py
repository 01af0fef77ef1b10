"""Downloads of a table in full: CSV, XLSX and JSON, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from core.exports.tables import table_bytes
from dashboard.components.i18n import t

_MIME = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def offer(name: str, frame: Callable[[], pd.DataFrame]) -> None:
    """A button that opens the formats. ``frame`` gives all rows and runs only on a click."""
    with st.popover(
        t("download.label"), icon=":material/download:", type="tertiary", key=f"download_{name}"
    ):
        st.caption(t("download.hint"))
        for kind, mime in _MIME.items():
            st.download_button(
                kind.upper(),
                data=lambda kind=kind: table_bytes(frame(), kind),
                file_name=f"rawi-{name}.{kind}",
                mime=mime,
                key=f"download_{name}_{kind}",
                on_click="ignore",
                width="stretch",
            )
