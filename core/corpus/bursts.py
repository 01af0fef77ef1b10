"""Days in which an entity stands out: more articles than its own share of each day lets expect.

The expected number of a day is the entity's share of all articles times the day's articles, so that
a full Monday is no burst by itself. A day stands out when it exceeds that by three times the
square root (counts of rare events vary by about one). Neighbouring days make one burst.
"""

from __future__ import annotations

import pandas as pd

LEAST_A_DAY = 3  # articles: below it chance alone gives bursts every week
_STRENGTH = 3.0
_DAY = pd.Timedelta(days=1)


def find_bursts(totals: pd.Series[int], counts: pd.DataFrame) -> pd.DataFrame:
    """The bursts, strongest first: begin, end (included), entity_id, n, expected.

    ``totals`` are the articles of each day, ``counts`` (bucket, entity_id, n, total) those that
    mention an entity: on that day and on all days.
    """
    expected = counts["total"] / totals.sum() * counts["bucket"].map(totals)
    excess = (counts["n"] - expected) / (expected + 1) ** 0.5
    high = counts.assign(expected=expected)[(excess >= _STRENGTH) & (counts["n"] >= LEAST_A_DAY)]
    high = high.sort_values(["entity_id", "bucket"])
    is_new = (high["entity_id"] != high["entity_id"].shift()) | (
        high["bucket"].diff().fillna(2 * _DAY) > _DAY
    )
    bursts = high.groupby(is_new.cumsum()).agg(
        begin=("bucket", "first"),
        end=("bucket", "last"),
        entity_id=("entity_id", "first"),
        n=("n", "sum"),
        expected=("expected", "sum"),
    )
    strength = (bursts["n"] - bursts["expected"]) / (bursts["expected"] + 1) ** 0.5
    ordered = bursts.assign(expected=bursts["expected"].round(2), strength=strength).sort_values(
        ["strength", "begin", "entity_id"], ascending=[False, True, True]
    )
    return ordered.drop(columns="strength").reset_index(drop=True)
