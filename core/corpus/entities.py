"""People, organisations and places: counts, trends, companions, spellings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import ibis
import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.overview import Bucket, bucket_of, limited
from core.corpus.scope import Scope
from core.corpus.tables import Table
from core.selection import Selection


class Entities(Engine):
    """Questions of the entities page."""

    def entity_counts(
        self, selection: Selection, entity_type: str | None = None, limit: int | None = 50
    ) -> pd.DataFrame:
        """Most mentioned first: entity_id, type, name, name_en, n_articles, n_mentions."""
        return self.ask(columns.ENTITY_COUNTS, selection, _entity_counts, entity_type, limit)

    def entity_trend(
        self, selection: Selection, entity_ids: Sequence[str], bucket: Bucket = "week"
    ) -> pd.DataFrame:
        """Dated articles that mention each entity: bucket, entity_id, n."""
        wanted = tuple(dict.fromkeys(entity_ids))
        return self.ask(columns.ENTITY_TREND, selection, _entity_trend, wanted, bucket)

    def companions(
        self,
        selection: Selection,
        entity_id: str,
        within: Literal["article", "sentence"] = "article",
        limit: int | None = 30,
    ) -> pd.DataFrame:
        """Who appears with the entity: entity_id, type, name, name_en, n articles or sentences."""
        question = _companions_in_articles if within == "article" else _companions_in_sentences
        return self.ask(columns.COMPANIONS, selection, question, entity_id, limit)

    def places(self, selection: Selection, limit: int | None = 200) -> pd.DataFrame:
        """Places with coordinates: entity_id, name, name_en, lat, lon, n (articles)."""
        return self.ask(columns.PLACES, selection, _places, limit)

    def spellings(self, selection: Selection, entity_id: str) -> pd.DataFrame:
        """How the entity is written in the selected articles: text, n."""
        return self.ask(columns.SPELLINGS, selection, _spellings, entity_id)

    def profile(self, entity_id: str) -> dict[str, Any] | None:
        """All that is known of one entity; None when there is none of that id.

        Keys: the row of ``entities`` (entity_id, type, name, name_en, aliases, wikidata, lat,
        lon, country) and first_seen, last_seen, n_articles, n_mentions, n_quotes_by,
        n_quotes_about.
        """
        entities = self.frame("SELECT * FROM entities WHERE entity_id = ?", [entity_id])
        if entities.empty:
            return None
        row = entities.iloc[0].drop("keys").to_dict()
        by, about = (
            "SELECT count(DISTINCT quote_id) FROM quote_speakers WHERE speaker_id = ?",
            "SELECT count(DISTINCT quote_id) FROM about WHERE entity_id = ?",
        )
        return {
            **{str(name): None if pd.isna(value) else value for name, value in row.items()},
            "n_quotes_by": self.rows(by, [entity_id])[0][0],
            "n_quotes_about": self.rows(about, [entity_id])[0][0],
        }


def _entity_counts(scope: Scope, entity_type: str | None, limit: int | None) -> Table:
    held = scope.of_articles(scope.tables.article_entities)
    counted = held.group_by("entity_id").agg(
        n_articles=held.count(), n_mentions=held.n.sum().cast("int64")
    )
    entities = scope.tables.entities.select("entity_id", "type", "name", "name_en")
    if entity_type is not None:
        entities = entities.filter(entities.type == entity_type)
    named = counted.join(entities, "entity_id")
    return limited(
        named.order_by(ibis.desc("n_articles"), ibis.desc("n_mentions"), "entity_id"), limit
    )


def _entity_trend(scope: Scope, entity_ids: tuple[str, ...], bucket: Bucket) -> Table:
    held = scope.tables.article_entities
    held = held.filter(held.entity_id.isin(entity_ids))
    days = scope.articles.filter(lambda a: a.published.notnull()).select("article_key", "published")
    joined = held.join(days, "article_key")
    rows = joined.select(bucket=bucket_of(joined.published, bucket), entity_id=joined.entity_id)
    return rows.group_by("bucket", "entity_id").agg(n=rows.count()).order_by("bucket", "entity_id")


def _companions_in_articles(scope: Scope, entity_id: str, limit: int | None) -> Table:
    held = scope.of_articles(scope.tables.article_entities)
    with_it = held.filter(held.entity_id == entity_id)
    others = held.filter(held.entity_id != entity_id).semi_join(with_it, "article_key")
    return most_entities(scope, others, limit)


def _companions_in_sentences(scope: Scope, entity_id: str, limit: int | None) -> Table:
    mentions = scope.of_articles(scope.tables.mentions)
    held = mentions.filter(mentions.sentence.notnull()).select(
        "article_key", "sentence", "entity_id"
    )
    with_it = held.filter(held.entity_id == entity_id)
    others = held.filter(held.entity_id != entity_id)
    together = others.semi_join(with_it, ["article_key", "sentence"]).distinct()
    return most_entities(scope, together, limit)


def most_entities(scope: Scope, rows: Table, limit: int | None) -> Table:
    """The entities with most rows, named."""
    counted = rows.group_by("entity_id").agg(n=rows.count())
    named = counted.join(scope.tables.entities, "entity_id")
    return limited(named.order_by(ibis.desc("n"), "entity_id"), limit).select(
        "entity_id", "type", "name", "name_en", "n"
    )


def _places(scope: Scope, limit: int | None) -> Table:
    entities = scope.tables.entities
    placed = entities.filter((entities.type == "LOC") & entities.lat.notnull())
    held = scope.of_articles(scope.tables.article_entities)
    counted = held.group_by("entity_id").agg(n=held.count())
    named = placed.join(counted, "entity_id")
    return limited(named.order_by(ibis.desc("n"), "entity_id"), limit).select(columns.PLACES.names)


def _spellings(scope: Scope, entity_id: str) -> Table:
    mentions = scope.of_articles(scope.tables.mentions)
    held = mentions.filter(mentions.entity_id == entity_id)
    return held.group_by("text").agg(n=held.count()).order_by(ibis.desc("n"), "text")
