"""The stretch of time that charts are drawn over: where nearly all of the selection lies.

A handful of stray dates (a page stamped 1970, an archive piece) would squeeze a year's news into
one bar. Charts therefore show the months that hold all but a hundredth of the articles; how many
lie outside is said beside them, and the filters reach those.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import i18n
from dashboard.components.i18n import t

_FREQUENCY = {"day": "D", "week": "W", "month": "M"}
_TRIMMED = 0.005  # of the articles, at either end
_LONG_ENOUGH = 12  # months; a shorter stretch is shown whole


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day shown, and how many articles lie outside."""

    first: dt.date
    last: dt.date
    n_outside: int

    @property
    def n_days(self) -> int:
        """Its length."""
        return (self.last - self.first).days + 1

    @property
    def note(self) -> str:
        """How many articles lie outside; nothing when all lie within."""
        if not self.n_outside:
            return ""
        return t("timeline.outside", n=i18n.count("article", self.n_outside))


def main_period(corpus: Corpus, selection: Selection) -> Period | None:
    """The period for ``selection``; None when nothing in it has a date."""
    months = corpus.volume(selection, "month", by=None)
    covered = corpus.coverage(selection)
    first, last = covered["first_day"], covered["last_day"]
    if not len(months) or not first or not last:
        return None
    kept = _without_strays(months)
    begin = max(kept["bucket"].min().date(), first)
    end = min((kept["bucket"].max() + pd.offsets.MonthEnd(1)).date(), last)
    return Period(begin, end, int(months["n"].sum() - kept["n"].sum()))


def days_of(day: dt.date, bucket: str) -> tuple[dt.date, dt.date]:
    """First and last day of the bucket that holds ``day``."""
    period = pd.Period(day, _FREQUENCY[bucket])
    return period.start_time.date(), period.end_time.date()


def _without_strays(months: pd.DataFrame) -> pd.DataFrame:
    span = months["bucket"].max() - months["bucket"].min()
    if span < pd.Timedelta(days=30 * _LONG_ENOUGH):
        return months
    ordered = months.sort_values("bucket")
    total = ordered["n"].sum()
    until = ordered["n"].cumsum() / total
    since = ordered["n"][::-1].cumsum() / total
    return ordered[(until > _TRIMMED) & (since > _TRIMMED)]
