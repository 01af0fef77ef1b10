"""Outlets, speakers or periods side by side."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Literal

import pandas as pd

from core.corpus import columns
from core.corpus.articles import Articles
from core.corpus.entities import Entities
from core.corpus.overview import Bucket
from core.corpus.quotes import Quotes
from core.corpus.scope import Scope
from core.corpus.tables import Table
from core.corpus.timeline import Timeline
from core.selection import Selection

CompareBy = Literal["outlet", "speaker", "period"]
Measure = Literal["entities", "quotes", "volume", "stances"]

_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_RANGE = ".."
_MOST_BUCKETS = 62  # of a volume: beyond it weeks, then months


class Compare(Articles, Entities, Quotes, Timeline):
    """Questions of the compare page."""

    def compare(
        self,
        selection: Selection,
        by: CompareBy,
        keys: Sequence[str],
        measure: Measure = "entities",
        limit: int = 20,
    ) -> pd.DataFrame:
        """Each key's counts: key, label, item_id, item, n, share (of what the key holds).

        ``keys`` are outlet ids, speaker ids or periods (``2024``, ``2024-10``, ``2024-10-05``,
        ``2024-10-01..2024-10-20``), each narrowing ``selection``. ``entities``: the ``limit``
        entities in most articles (of speakers: in most of their quotes), share of the articles
        (quotes); ``quotes``: the most quoted speakers (of speakers: the outlets that quote
        them), share of the quotes; ``stances``: share of the quotes; ``volume``: articles a day,
        week or month. Every item stands under every key, with 0 where it has none.
        """
        measures: dict[Measure, Callable[[Selection], tuple[pd.DataFrame, int]]] = {
            "entities": self._topics_of if by == "speaker" else self._entities_of,
            "quotes": self._outlets_of if by == "speaker" else self._speakers_of,
            "stances": self._stances_of,
            "volume": lambda chosen: self._volume_of(chosen, self.volume_bucket(selection)),
        }
        labels = self._labels(by, keys)
        counted: dict[str, tuple[pd.DataFrame, int]] = {
            key: measures[measure](_narrowed(selection, by, key)) for key in dict.fromkeys(keys)
        }
        items = _items([frame for frame, _ in counted.values()], measure, limit)
        names = self._item_names(items, measure, by)
        rows = [
            (key, labels.get(key, key), item, names.get(item, item), n, n / total if total else 0.0)
            for key, (frame, total) in counted.items()
            for item, n in _filled(frame, items)
        ]
        return columns.COMPARE.frame(rows)

    def volume_bucket(self, selection: Selection) -> Bucket:
        """The bucket of a compared volume: the finest that keeps it readable."""
        held = self.coverage(selection)
        first, last = held["first_day"], held["last_day"]
        if not isinstance(first, dt.date) or not isinstance(last, dt.date):
            return "day"
        days = (last - first).days
        if days <= _MOST_BUCKETS:
            return "day"
        return "week" if days <= 7 * _MOST_BUCKETS else "month"

    def _labels(self, by: CompareBy, keys: Sequence[str]) -> dict[str, str]:
        if by == "outlet":
            outlets = self.outlets()
            return dict(zip(outlets["outlet_id"], outlets["name"], strict=True))
        if by == "speaker":
            return self.speaker_names(keys)
        return {}

    def _item_names(self, items: Sequence[str], measure: Measure, by: CompareBy) -> dict[str, str]:
        """What the items of a measure are called; an item with no name is called by itself."""
        if measure == "entities":
            named = self.names(items)
            return dict(zip(named["entity_id"], named["name"], strict=True))
        if measure == "quotes":
            return self._labels("outlet" if by == "speaker" else "speaker", items)
        return {}

    def _entities_of(self, chosen: Selection) -> tuple[pd.DataFrame, int]:
        return self.ask(columns.TALLY, chosen, _entity_tally), self.count_articles(chosen)

    def _topics_of(self, chosen: Selection) -> tuple[pd.DataFrame, int]:
        return self.ask(columns.TALLY, chosen, _topic_tally), self.count_quotes(chosen)

    def _speakers_of(self, chosen: Selection) -> tuple[pd.DataFrame, int]:
        return self.ask(columns.TALLY, chosen, _speaker_tally), self.count_quotes(chosen)

    def _outlets_of(self, chosen: Selection) -> tuple[pd.DataFrame, int]:
        found = self.quotes_by_outlet(chosen).dropna(subset=["outlet_id"])
        return _shaped(found, "outlet_id", "n"), self.count_quotes(chosen)

    def _stances_of(self, chosen: Selection) -> tuple[pd.DataFrame, int]:
        found = self.stances(chosen).dropna(subset=["stance"]).astype({"stance": "str"})
        return _shaped(found, "stance", "n"), self.count_quotes(chosen)

    def _volume_of(self, chosen: Selection, bucket: Bucket) -> tuple[pd.DataFrame, int]:
        found = self.volume(chosen, bucket, by=None)
        days = found.assign(day=found["bucket"].dt.strftime("%Y-%m-%d").astype("str"))
        return _shaped(days, "day", "n"), self.count_articles(chosen)


def period_days(period: str) -> tuple[dt.date, dt.date]:
    """First and last day of a period; ValueError when it is none.

    >>> period_days("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if _RANGE in period:
        begin, _, end = period.partition(_RANGE)
        return period_days(begin)[0], period_days(end)[1]
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise ValueError(f"no period: {period!r}; expected 2024, 2024-10, 2024-10-05 or A..B")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(year, month, day), dt.date(year, month, day)


def _narrowed(selection: Selection, by: CompareBy, key: str) -> Selection:
    if by == "outlet":
        return selection.with_(outlets=(key,))
    if by == "speaker":
        return selection.with_(speakers=(key,))
    begin, end = period_days(key)
    begin = max(begin, selection.begin or begin)
    end = min(end, selection.end or end)
    if begin > end:  # outside the selected days: a selection that holds nothing
        return selection.with_(begin=dt.date.min, end=dt.date.min)
    return selection.with_(begin=begin, end=end)


def _shaped(frame: pd.DataFrame, item_id: str, n: str) -> pd.DataFrame:
    return pd.DataFrame({"item_id": frame[item_id], "n": frame[n]})


def _items(frames: Sequence[pd.DataFrame], measure: Measure, limit: int) -> list[str]:
    """The items to show: all buckets of a volume in order, else the most frequent."""
    if not frames:
        return []
    joined = pd.concat(frames, ignore_index=True)
    summed = joined.groupby("item_id", as_index=False).agg({"n": "sum"})
    if measure == "volume":
        return list(summed.sort_values("item_id")["item_id"])
    most = summed.sort_values(["n", "item_id"], ascending=[False, True]).head(limit)
    return list(most["item_id"])


def _filled(frame: pd.DataFrame, items: Sequence[str]) -> list[tuple[str, int]]:
    counts = dict(zip(frame["item_id"], frame["n"], strict=True))
    return [(item, int(counts.get(item, 0))) for item in items]


def _entity_tally(scope: Scope) -> Table:
    held = scope.of_articles(scope.tables.article_entities)
    return held.group_by(item_id="entity_id").agg(n=held.count())


def _topic_tally(scope: Scope) -> Table:
    about = scope.of_quotes(scope.tables.about)
    return about.group_by(item_id="entity_id").agg(n=about.count())


def _speaker_tally(scope: Scope) -> Table:
    by = scope.of_quotes(scope.tables.quote_speakers)
    return by.group_by(item_id="speaker_id").agg(n=by.quote_id.nunique())
