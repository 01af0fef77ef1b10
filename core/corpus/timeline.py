"""Time: when it was said, which days are talked about, in which days somebody stands out."""

from __future__ import annotations

import ibis
import pandas as pd

from core.corpus import columns
from core.corpus.bursts import LEAST_A_DAY, find_bursts
from core.corpus.overview import Bucket, Overview, bucket_of, dates_by_bucket
from core.corpus.scope import Scope
from core.corpus.tables import Table
from core.selection import Selection

_ENTITIES_WATCHED = 500  # the most mentioned: a rarer one has no mean to stand out against


class Timeline(Overview):
    """Questions of the timeline page."""

    def said(self, selection: Selection, bucket: Bucket = "day") -> pd.DataFrame:
        """Quotes by the day they were said, where the text says so: bucket, n."""
        return self.ask(columns.SAID, selection, _said, bucket)

    def talked_about(self, selection: Selection, bucket: Bucket = "day") -> pd.DataFrame:
        """Time expressions by the bucket they name, those that name no less: bucket, n."""
        return self.ask(columns.TALKED_ABOUT, selection, _talked_about, bucket)

    def bursts(self, selection: Selection, limit: int | None = 30) -> pd.DataFrame:
        """Runs of days in which an entity stands out against its own mean, strongest first.

        Columns: begin, end (both included), entity_id, name, name_en, n (articles), expected.
        """
        days = self.ask(columns.VOLUME, selection, _days)
        counts = self.ask(columns.ENTITY_DAYS, selection, _entity_days, _ENTITIES_WATCHED)
        found = find_bursts(days.set_index("bucket")["n"], counts)
        shown = found if limit is None else found.head(limit)
        names = self.names(shown["entity_id"].tolist())
        return columns.BURSTS.conform(shown.merge(names, on="entity_id", how="left"))


def _said(scope: Scope, bucket: Bucket) -> Table:
    quotes = scope.quotes.filter(lambda quote: quote.said_day.notnull())
    rows = quotes.select(bucket=bucket_of(quotes.said_day, bucket))
    return rows.group_by("bucket").agg(n=rows.count()).order_by("bucket")


def _talked_about(scope: Scope, bucket: Bucket) -> Table:
    rows = dates_by_bucket(scope.of_articles(scope.tables.dates), bucket)
    return rows.group_by("bucket").agg(n=rows.count()).order_by("bucket")


def _dated(scope: Scope) -> Table:
    return scope.articles.filter(lambda a: a.published.notnull())


def _days(scope: Scope) -> Table:
    rows = _dated(scope).select(bucket="published")
    counted = rows.group_by("bucket").agg(n=rows.count()).order_by("bucket")
    return counted.mutate(outlet_id=ibis.null("string"), outlet=ibis.null("string"))


def _entity_days(scope: Scope, n_entities: int) -> Table:
    """Articles a day for the entities mentioned in most articles, where they are enough."""
    held = scope.of_articles(scope.tables.article_entities)
    counted = held.group_by("entity_id").agg(n=held.count())
    top = counted.order_by(ibis.desc("n"), "entity_id").limit(n_entities)
    days = _dated(scope).select("article_key", bucket="published")
    joined = held.select("article_key", "entity_id").semi_join(top, "entity_id")
    rows = joined.join(days, "article_key")
    by_day = rows.group_by("bucket", "entity_id").agg(n=rows.count())
    with_total = by_day.mutate(total=by_day.n.sum().over(group_by="entity_id"))
    return with_total.filter(with_total.n >= LEAST_A_DAY).order_by("entity_id", "bucket")
