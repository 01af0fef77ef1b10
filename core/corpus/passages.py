"""Passages: the sentences around the mentions of a name, or around dates."""

from __future__ import annotations

import datetime as dt

import ibis
import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.overview import Bucket, bucket_of, dates_by_bucket, paged
from core.corpus.scope import Scope
from core.corpus.tables import Table
from core.selection import Selection

_Dates = tuple[dt.date, Bucket]


class Passages(Engine):
    """Questions answered by sentences.

    Their frames have the columns article_id, outlet, published, start, end (the mention or the
    date), sentence_start, sentence_end, sentence; newest articles first, then in order of the
    text.
    """

    def passages(
        self,
        selection: Selection,
        entity_id: str,
        page: int = 1,
        page_size: int | None = 25,
    ) -> pd.DataFrame:
        """The sentences around an entity's mentions."""
        return self.ask(columns.PASSAGES, selection, _passages, entity_id, page, page_size)

    def count_passages(self, selection: Selection, entity_id: str) -> int:
        """How many mentions of an entity there are."""
        return self.count(selection, _spans, entity_id)

    def dated_passages(
        self,
        selection: Selection,
        dates: tuple[dt.date, Bucket],
        page: int = 1,
        page_size: int | None = 25,
    ) -> pd.DataFrame:
        """The sentences around the very dates that ``talked_about`` counts in a day's bucket."""
        return self.ask(columns.PASSAGES, selection, _passages, dates, page, page_size)

    def count_dated_passages(self, selection: Selection, dates: tuple[dt.date, Bucket]) -> int:
        """How many dates lie in a day's bucket."""
        return self.count(selection, _spans, dates)


def _spans(scope: Scope, of: str | _Dates) -> Table:
    """Spans to show the sentences of: an entity's mentions, or the dates in a day's bucket."""
    if isinstance(of, str):
        mentions = scope.of_articles(scope.tables.mentions)
        found = mentions.filter(mentions.entity_id == of)
    else:
        day, bucket = of
        dates = dates_by_bucket(scope.of_articles(scope.tables.dates), bucket)
        found = dates.filter(dates.bucket == bucket_of(ibis.literal(day), bucket))
    return found.select("article_key", "start", "end")


def _passages(scope: Scope, of: str | _Dates, page: int, page_size: int | None) -> Table:
    tables = scope.tables
    articles = tables.articles.select("article_key", "article_id", "page_id", "outlet", "published")
    spans = _spans(scope, of).join(articles, "article_key")
    order = [spans.published.desc(nulls_first=False), spans.article_key.desc(), spans.start]
    shown = paged(spans.order_by(*order), page, page_size)
    sentences = tables.sentences.select("article_key", sentence_start="start", sentence_end="end")
    within = shown.left_join(
        sentences,
        [
            shown.article_key == sentences.article_key,
            shown.start >= sentences.sentence_start,
            shown.start < sentences.sentence_end,
        ],
    )
    texts = within.join(tables.texts, "page_id")
    begin = ibis.coalesce(texts.sentence_start, texts.start)
    end = ibis.greatest(ibis.coalesce(texts.sentence_end, texts.end), texts.end)
    return texts.order_by(
        texts.published.desc(nulls_first=False), texts.article_key.desc(), texts.start
    ).select(
        "article_id",
        "outlet",
        "published",
        "start",
        "end",
        sentence_start=begin,
        sentence_end=end,
        sentence=texts.text.substr(begin, end - begin),
    )
