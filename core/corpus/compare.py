"""Outlets, speakers or periods side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.selection import Selection

CompareBy = Literal["outlet", "speaker", "period"]
Measure = Literal["entities", "quotes", "volume", "stances"]


class Compare(Engine):
    """Questions of the compare page."""

    def compare(
        self,
        selection: Selection,
        by: CompareBy,
        keys: Sequence[str],
        measure: Measure = "entities",
        limit: int = 20,
    ) -> pd.DataFrame:
        """Each key's counts: key, label, item_id, item, n, share (of the key's total).

        ``keys`` are outlet ids, speaker ids or periods (``2024``, ``2024-10``, ``2024-10-05``,
        ``2024-10-01..2024-10-20``), each put on top of ``selection``. Items are the ``limit``
        entities or speakers (``quotes``) most frequent over all keys, days for ``volume``,
        stances for ``stances``; every item stands under every key, with 0 where it has none.
        """
        return columns.COMPARE.empty()
