"""What is here: coverage, the options of the filters, volume over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.selection import Selection

Bucket = Literal["day", "week", "month"]


class Overview(Engine):
    """Questions of the overview page and of the filters."""

    def coverage(self, selection: Selection) -> dict[str, object]:
        """How much is selected, and how much of it could be read.

        Keys: n_articles, n_dated, n_undated, n_outlets, n_quotes, n_direct, n_indirect,
        n_attributed, n_unnamed, n_copies, n_problems, first_day, last_day (dates or None).
        """
        return {}

    def outlets(self) -> pd.DataFrame:
        """Every outlet, most articles first: outlet_id, name, name_en, country, n_articles."""
        return columns.OUTLETS.empty()

    def find_entities(
        self, text: str, entity_type: str | None = None, limit: int = 50
    ) -> pd.DataFrame:
        """Entities whose name, alias or label holds ``text``, in any spelling, frequent first.

        Columns: entity_id, type, name, name_en, n (articles). Empty text gives the most frequent.
        """
        return columns.FOUND_ENTITIES.empty()

    def find_speakers(self, text: str, limit: int = 50) -> pd.DataFrame:
        """Speakers whose name holds ``text``: speaker_id, name, name_en, kind, n (quotes)."""
        return columns.FOUND_SPEAKERS.empty()

    def names(self, ids: Sequence[str]) -> pd.DataFrame:
        """The entities of these ids, in their order: entity_id, type, name, name_en."""
        return columns.NAMES.empty()

    def volume(
        self,
        selection: Selection,
        bucket: Bucket = "day",
        by: Literal["outlet"] | None = "outlet",
    ) -> pd.DataFrame:
        """Dated articles a day, week (from Monday) or month: bucket, outlet_id, outlet, n."""
        return columns.VOLUME.empty()
