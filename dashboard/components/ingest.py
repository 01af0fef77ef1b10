"""Adding pages to a store from the screen, with a progress bar."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components import i18n
from dashboard.components.i18n import t

if TYPE_CHECKING:
    from core.ingest import IngestReport


def run(paths: Sequence[Path], store: Path) -> IngestReport:
    """Reads ``paths`` into ``store``; the bar shows how far it is. A new snapshot is published."""
    # The parser loads all word lists: only who adds pages waits for that.
    from core.ingest import ingest  # noqa: PLC0415

    bar = st.progress(0.0, t("corpus.reading"))

    def progress(done: int, total: int | None = None) -> None:
        counted = t("corpus.progress", done=i18n.number(done), total=i18n.number(total or done))
        bar.progress(min(done / total, 1.0) if total else 0.0, counted)

    now = dt.datetime.now(dt.UTC)
    model = os.environ.get("RAWI_NAMES_MODEL")  # as `rawi serve` was told
    report = ingest(
        [str(path) for path in paths],
        store,
        names_model=Path(model) if model else None,
        ingested_at=now,
        progress=progress,
    )
    bar.empty()
    return report
