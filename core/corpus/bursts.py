"""Days in which an entity stands out: more articles than its own share of each day lets expect.

The expected number of a day is the entity's share of all articles times the day's articles, so that
a full Monday is no burst by itself. A day stands out when it exceeds that by three times the
square root (counts of rare events vary by about one). Neighbouring days make one burst.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

LEAST_A_DAY = 3  # articles a day: below it chance alone gives bursts every week
_STRENGTH = 3.0
_DAY = pd.Timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Burst:
    """A run of days, both ends included."""

    begin: dt.date
    end: dt.date
    entity_id: str
    n: int
    expected: float

    @property
    def strength(self) -> float:
        """How many standard deviations above what was expected."""
        return float((self.n - self.expected) / (self.expected + 1) ** 0.5)


def find_bursts(totals: pd.Series[int], counts: pd.DataFrame) -> list[Burst]:
    """The bursts, strongest first.

    ``totals`` are the articles of each day, ``counts`` (bucket, entity_id, n, total) those that
    mention an entity: on that day and on all days.
    """
    if totals.empty or counts.empty:
        return []
    expected = counts["total"] / totals.sum() * counts["bucket"].map(totals)
    excess = (counts["n"] - expected) / (expected + 1) ** 0.5
    high = counts.assign(expected=expected)[(excess >= _STRENGTH) & (counts["n"] >= LEAST_A_DAY)]
    high = high.sort_values(["entity_id", "bucket"])
    is_new = (high["entity_id"] != high["entity_id"].shift()) | (
        high["bucket"].diff().fillna(2 * _DAY) > _DAY
    )
    bursts = [
        Burst(
            run["bucket"].iloc[0].date(),
            run["bucket"].iloc[-1].date(),
            run["entity_id"].iloc[0],
            int(run["n"].sum()),
            round(float(run["expected"].sum()), 2),
        )
        for _, run in high.groupby(is_new.cumsum())
    ]
    return sorted(bursts, key=lambda burst: (-burst.strength, burst.begin, burst.entity_id))
