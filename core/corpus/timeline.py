"""Time: when it was said, which days are talked about, in which days somebody stands out."""

from __future__ import annotations

import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.overview import Bucket
from core.selection import Selection


class Timeline(Engine):
    """Questions of the timeline page."""

    def said(self, selection: Selection, bucket: Bucket = "day") -> pd.DataFrame:
        """Quotes by the day they were said, where the text says so: bucket, n."""
        return columns.SAID.empty()

    def talked_about(self, selection: Selection, bucket: Bucket = "day") -> pd.DataFrame:
        """Time expressions by the day they begin: bucket, precision, n."""
        return columns.TALKED_ABOUT.empty()

    def bursts(self, selection: Selection, limit: int | None = 30) -> pd.DataFrame:
        """Runs of days in which an entity stands out against its own mean, strongest first.

        Columns: begin, end (both included), entity_id, name, name_en, n (articles), expected.
        """
        return columns.BURSTS.empty()
