"""What is here: coverage, the options of the filters, volume over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import ibis
import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.scope import Scope
from core.corpus.tables import Table
from core.selection import Selection, clean_text
from core.text.fold import fold_key

Bucket = Literal["day", "week", "month"]

_UNITS = {"day": "D", "week": "W", "month": "M"}
_PRECISE = {
    "day": ("time", "day"),
    "week": ("time", "day", "week"),
    "month": ("time", "day", "week", "month"),
}
"""Precisions that say no less than the bucket does."""


class Overview(Engine):
    """Questions of the overview page and of the filters."""

    def coverage(self, selection: Selection) -> dict[str, object]:
        """How much is selected, and how much of it could be read.

        Keys: n_articles, n_dated, n_undated, n_outlets, n_quotes, n_direct, n_indirect,
        n_attributed, n_unnamed, n_said_on, n_copies, first_day, last_day (dates or None);
        n_problems are the whole store's.
        """
        found = self.record(selection, _coverage)
        return {
            **found,
            "n_dated": found["n_articles"] - found["n_undated"],
            "n_problems": self.rows("SELECT count(*) FROM problems")[0][0],
        }

    def outlets(self) -> pd.DataFrame:
        """Every outlet, most articles first: outlet_id, name, name_en, country, n_articles."""
        return self.ask(columns.OUTLETS, Selection(), _outlets)

    def find_entities(
        self, text: str, entity_type: str | None = None, limit: int = 50
    ) -> pd.DataFrame:
        """Entities whose name, alias or label holds ``text``, in any spelling, frequent first.

        Columns: entity_id, type, name, name_en, n (articles). Empty text gives the most frequent.
        """
        return self.ask(
            columns.FOUND_ENTITIES, Selection(), _find_entities, folded(text), entity_type, limit
        )

    def find_speakers(self, text: str, limit: int = 50) -> pd.DataFrame:
        """Speakers whose name holds ``text``: speaker_id, name, name_en, kind, n (quotes)."""
        return self.ask(columns.FOUND_SPEAKERS, Selection(), _find_speakers, folded(text), limit)

    def names(self, ids: Sequence[str]) -> pd.DataFrame:
        """The entities of these ids, in their order: entity_id, type, name, name_en."""
        wanted = tuple(dict.fromkeys(ids))
        if not wanted:
            return columns.NAMES.empty()
        found = self.ask(columns.NAMES, Selection(), _names, wanted)
        order = {entity_id: number for number, entity_id in enumerate(wanted)}
        return found.sort_values("entity_id", key=lambda column: column.map(order)).reset_index(
            drop=True
        )

    def volume(
        self,
        selection: Selection,
        bucket: Bucket = "day",
        by: Literal["outlet"] | None = "outlet",
    ) -> pd.DataFrame:
        """Dated articles a day, week (from Monday) or month: bucket, outlet_id, outlet, n."""
        return self.ask(columns.VOLUME, selection, _volume, bucket, by)


def folded(text: str) -> str:
    """What a name is found by: the typed text as ``keys`` are written."""
    return fold_key(clean_text(text)).lower()


def bucket_of(days: Table, bucket: Bucket) -> Table:
    """The first day of the day's bucket."""
    return days.truncate(_UNITS[bucket]).cast("date")


def dates_by_bucket(dates: Table, bucket: Bucket) -> Table:
    """Time expressions that name a day of one bucket (no mere year, say), with that ``bucket``."""
    precise = dates.filter(dates.begin.notnull() & dates.precision.isin(_PRECISE[bucket]))
    return precise.mutate(bucket=bucket_of(precise.begin, bucket))


def limited(table: Table, limit: int | None) -> Table:
    """The first ``limit`` rows; all for None."""
    return table if limit is None else table.limit(limit)


def paged(table: Table, page: int, page_size: int | None) -> Table:
    """One page of rows, counted from 1; all for None."""
    if page_size is None:
        return table
    return table.limit(page_size, offset=(max(page, 1) - 1) * page_size)


def _coverage(scope: Scope) -> Table:
    a, q = scope.articles, scope.quotes
    articles = a.agg(
        n_articles=a.count(),
        n_undated=a.published.isnull().sum().fill_null(0),
        n_outlets=a.outlet_id.nunique(),
        n_copies=a.duplicate_of.notnull().sum().fill_null(0),
        first_day=a.published.min(),
        last_day=a.published.max(),
    )
    quotes = q.agg(
        n_quotes=q.count(),
        n_direct=(q.kind == "direct").sum().fill_null(0),
        n_indirect=(q.kind == "indirect").sum().fill_null(0),
        n_attributed=q.speaker_name.notnull().sum().fill_null(0),
        n_unnamed=(q.speaker_kind == "unnamed").sum().fill_null(0),
        n_said_on=q.said_day.notnull().sum().fill_null(0),
    )
    return articles.cross_join(quotes)


def _outlets(scope: Scope) -> Table:
    outlets = scope.tables.outlets
    return outlets.order_by(ibis.desc("n_articles"), "outlet_id")


def _find_entities(scope: Scope, key: str, entity_type: str | None, limit: int) -> Table:
    entities = scope.tables.entities
    if entity_type is not None:
        entities = entities.filter(entities.type == entity_type)
    found = matching(entities, entities["keys"], key)
    return (
        found.order_by(ibis.desc("match"), ibis.desc("n_articles"), "entity_id")
        .limit(limit)
        .select("entity_id", "type", "name", "name_en", n="n_articles")
    )


def _find_speakers(scope: Scope, key: str, limit: int) -> Table:
    entities = scope.tables.entities.select("entity_id", "keys")
    speakers = scope.tables.speakers
    named = speakers.left_join(entities, speakers.speaker_id == entities.entity_id)
    own = named.speaker_id.split(":")[1]
    found = matching(named, ibis.coalesce(named["keys"], own), key)
    return (
        found.order_by(ibis.desc("match"), ibis.desc("n_quotes"), "speaker_id")
        .limit(limit)
        .select("speaker_id", "name", "name_en", "kind", n="n_quotes")
    )


def matching(table: Table, keys: Table, key: str) -> Table:
    """Rows with ``key`` in one of their lines of ``keys``; ``match`` is higher for whole lines."""
    if not key:
        return table.mutate(match=ibis.literal(0))
    lines = ibis.literal("\n") + keys + ibis.literal("\n")
    match = (
        lines.contains(f"\n{key}\n").cast("int8")
        + lines.contains(f"\n{key}").cast("int8")
        + lines.contains(key).cast("int8")
    )
    return table.mutate(match=match).filter(lambda found: found.match > 0)


def _names(scope: Scope, ids: tuple[str, ...]) -> Table:
    entities = scope.tables.entities
    return entities.filter(entities.entity_id.isin(ids)).select(
        "entity_id", "type", "name", "name_en"
    )


def _volume(scope: Scope, bucket: Bucket, by: str | None) -> Table:
    dated = scope.articles.filter(lambda a: a.published.notnull())
    absent = ibis.null("string")
    rows = dated.select(
        bucket=bucket_of(dated.published, bucket),
        outlet_id=dated.outlet_id if by else absent,
        outlet=dated.outlet if by else absent,
    )
    counted = rows.group_by("bucket", "outlet_id", "outlet").agg(n=rows.count())
    return counted.order_by("bucket", ibis.desc("n"), "outlet_id")
