"""Quotes: lists, speakers, stances, chains, topics, statements over outlets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.selection import Selection

QuoteOrder = Literal["newest", "oldest", "confidence"]


class Quotes(Engine):
    """Questions of the quotes page."""

    def quotes(
        self,
        selection: Selection,
        order: QuoteOrder = "newest",
        page: int = 1,
        page_size: int | None = 25,
    ) -> pd.DataFrame:
        """One page of the selected quotes; those of undated articles come last.

        Columns: quote_id, article_id, kind, start, end, text, cue, stance, speaker_id,
        speaker_text, speaker_name, speaker_name_en, speaker_kind, unnamed_class, said_on,
        published, outlet_id, outlet, headline, in_headline, confidence, rule, unknown_because,
        statement_id, n_carriers (outlets with the same statement), via (tuple of names).
        """
        return columns.QUOTES.empty()

    def count_quotes(self, selection: Selection) -> int:
        """How many quotes are selected."""
        return 0

    def chain(self, quote_ids: Sequence[str]) -> pd.DataFrame:
        """The links of some quotes: quote_id, position, name, entity_id, start, end."""
        return columns.LINKS.empty()

    def speakers(self, selection: Selection, limit: int | None = 50) -> pd.DataFrame:
        """Most quoted first: speaker_id, name, name_en, kind, n_quotes, n_articles."""
        return columns.SPEAKERS.empty()

    def stances(self, selection: Selection) -> pd.DataFrame:
        """How the words are put, most frequent first: stance, n."""
        return columns.STANCES.empty()

    def unnamed(self, selection: Selection) -> pd.DataFrame:
        """Unnamed sources by class: unnamed_class, n_quotes, n_articles."""
        return columns.UNNAMED.empty()

    def carriers(self, selection: Selection, limit: int | None = 50) -> pd.DataFrame:
        """Through whom the quotes came: name, entity_id, n (quotes)."""
        return columns.CARRIERS.empty()

    def topics(
        self, selection: Selection, speaker_id: str | None = None, limit: int | None = 50
    ) -> pd.DataFrame:
        """What the quotes (of one speaker) speak about: entity_id, type, name, name_en, n."""
        return columns.TOPICS.empty()

    def speaker_topic(
        self, selection: Selection, n_speakers: int = 12, n_topics: int = 12
    ) -> pd.DataFrame:
        """The most quoted speakers by what they most speak about.

        Columns: speaker_id, speaker, entity_id, entity, n (quotes); only pairs that occur.
        """
        return columns.SPEAKER_TOPIC.empty()

    def statements(self, selection: Selection, limit: int | None = 50) -> pd.DataFrame:
        """The same statement in several outlets, most outlets first.

        Columns: statement_id, speaker, text, n_outlets, n_quotes, first_outlet,
        first_published, quote_ids (tuple, first carrier first).
        """
        return columns.STATEMENTS.empty()
