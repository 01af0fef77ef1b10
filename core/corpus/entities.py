"""People, organisations and places: counts, trends, companions, spellings, passages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal

import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.overview import Bucket
from core.selection import Selection


class Entities(Engine):
    """Questions of the entities page."""

    def entity_counts(
        self, selection: Selection, entity_type: str | None = None, limit: int | None = 50
    ) -> pd.DataFrame:
        """Most mentioned first: entity_id, type, name, name_en, n_articles, n_mentions."""
        return columns.ENTITY_COUNTS.empty()

    def entity_trend(
        self, selection: Selection, entity_ids: Sequence[str], bucket: Bucket = "week"
    ) -> pd.DataFrame:
        """Dated articles that mention each entity: bucket, entity_id, n."""
        return columns.ENTITY_TREND.empty()

    def companions(
        self,
        selection: Selection,
        entity_id: str,
        within: Literal["article", "sentence"] = "article",
        limit: int | None = 30,
    ) -> pd.DataFrame:
        """Who appears with the entity: entity_id, type, name, name_en, n articles or sentences."""
        return columns.COMPANIONS.empty()

    def places(self, selection: Selection, limit: int | None = 200) -> pd.DataFrame:
        """Places with coordinates: entity_id, name, name_en, lat, lon, n (articles)."""
        return columns.PLACES.empty()

    def spellings(self, selection: Selection, entity_id: str) -> pd.DataFrame:
        """How the entity is written in the selected articles: text, n."""
        return columns.SPELLINGS.empty()

    def profile(self, entity_id: str) -> dict[str, Any] | None:
        """All that is known of one entity; None when there is none of that id.

        Keys: the row of ``entities`` (entity_id, type, name, name_en, aliases, wikidata, lat,
        lon, country) and first_seen, last_seen, n_articles, n_mentions, n_quotes_by,
        n_quotes_about.
        """
        return None

    def passages(
        self,
        selection: Selection,
        entity_id: str | None = None,
        day: dt.date | None = None,
        page: int = 1,
        page_size: int | None = 25,
    ) -> pd.DataFrame:
        """The sentences around an entity's mentions, or around dates that cover ``day``.

        Columns: article_id, outlet, published, start, end, sentence_start, sentence_end,
        sentence. Newest articles first, then in order of the text.
        """
        return columns.PASSAGES.empty()

    def count_passages(
        self, selection: Selection, entity_id: str | None = None, day: dt.date | None = None
    ) -> int:
        """How many passages there are."""
        return 0
