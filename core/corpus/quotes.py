"""Quotes: lists, speakers, stances, topics, statements over outlets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import ibis
import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.entities import most_entities
from core.corpus.overview import limited, paged
from core.corpus.scope import Scope
from core.corpus.tables import Table
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

        Columns: quote_id, article_id, kind, start, end, text, cue, cue_start, cue_end, stance,
        speaker_id, speaker_text, speaker_start, speaker_end, speaker_name, speaker_name_en,
        speaker_kind, unnamed_class, said_on, published, outlet_id, outlet, headline,
        in_headline, headline_of (id of the body quote that a headline gives), confidence, rule,
        speaker_rule, unknown_because, statement_id, n_carriers (outlets with the same
        statement), via (tuple of names).
        """
        return self.ask(columns.QUOTES, selection, _quotes, order, page, page_size)

    def count_quotes(self, selection: Selection) -> int:
        """How many quotes are selected."""
        return self.count(selection, _all_quotes)

    def quotes_by_id(self, quote_ids: Sequence[str]) -> pd.DataFrame:
        """Some quotes with the columns of ``quotes``; unknown ids are left out."""
        wanted = tuple(dict.fromkeys(quote_ids))
        return self.ask(columns.QUOTES, Selection(), _quotes_of, wanted)

    def speakers(self, selection: Selection, limit: int | None = 50) -> pd.DataFrame:
        """Most quoted first: speaker_id, name, name_en, kind, n_quotes, n_articles."""
        return self.ask(columns.SPEAKERS, selection, _speakers, limit)

    def speaker_names(self, speaker_ids: Sequence[str]) -> dict[str, str]:
        """The names of some speakers by id; unknown ids are left out."""
        wanted = tuple(dict.fromkeys(speaker_ids))
        found = self.ask(columns.SPEAKERS, Selection(), _named_speakers, wanted)
        return dict(zip(found["speaker_id"], found["name"], strict=True))

    def quotes_by_outlet(self, selection: Selection) -> pd.DataFrame:
        """Quotes of each outlet: outlet_id, outlet, n."""
        return self.ask(columns.OUTLET_QUOTES, selection, _quotes_by_outlet)

    def stances(self, selection: Selection) -> pd.DataFrame:
        """How the words are put, most frequent first: stance, n."""
        return self.ask(columns.STANCES, selection, _stances)

    def unnamed(self, selection: Selection) -> pd.DataFrame:
        """Unnamed sources by class: unnamed_class, n_quotes, n_articles."""
        return self.ask(columns.UNNAMED, selection, _unnamed)

    def topics(
        self, selection: Selection, speaker_id: str | None = None, limit: int | None = 50
    ) -> pd.DataFrame:
        """What the quotes (of one speaker) speak about: entity_id, type, name, name_en, n."""
        return self.ask(columns.TOPICS, selection, _topics, speaker_id, limit)

    def speaker_topic(
        self, selection: Selection, n_speakers: int = 12, n_topics: int = 12
    ) -> pd.DataFrame:
        """The most quoted speakers by what they most speak about.

        Columns: speaker_id, speaker, entity_id, entity, n (quotes); only pairs that occur.
        """
        return self.ask(columns.SPEAKER_TOPIC, selection, _speaker_topic, n_speakers, n_topics)

    def statements(self, selection: Selection, limit: int | None = 50) -> pd.DataFrame:
        """The same statement in several outlets, most outlets first.

        Columns: statement_id, speaker, text, n_outlets, n_quotes, first_outlet,
        first_published, quote_ids (tuple, first carrier first).
        """
        return self.ask(columns.STATEMENTS, selection, _statements, limit)


def _all_quotes(scope: Scope) -> Table:
    return scope.quotes


def _quotes(scope: Scope, order: QuoteOrder, page: int, page_size: int | None) -> Table:
    quotes = scope.quotes
    newest = (
        quotes.published.desc(nulls_first=False),
        quotes.article_key.desc(),
        quotes.start.asc(),
        quotes.quote_id.asc(),
    )
    orders = {
        "newest": newest,
        "oldest": (quotes.published.asc(nulls_first=False), quotes.article_key.asc(), *newest[2:]),
        "confidence": (quotes.confidence.desc(), *newest),
    }
    return paged(quotes.order_by(*orders[order]), page, page_size).select(columns.QUOTES.names)


def _quotes_of(scope: Scope, quote_ids: tuple[str, ...]) -> Table:
    quotes = scope.quotes
    found = quotes.filter(quotes.quote_id.isin(quote_ids))
    return found.order_by(quotes.quote_id.asc()).select(columns.QUOTES.names)


def _speaker_counts(scope: Scope) -> Table:
    by = scope.of_quotes(scope.tables.quote_speakers)
    return by.group_by("speaker_id").agg(
        n_quotes=by.quote_id.nunique(), n_articles=by.article_key.nunique()
    )


def _speakers(scope: Scope, limit: int | None) -> Table:
    names = scope.tables.speakers.select("speaker_id", "name", "name_en", "kind")
    named = _speaker_counts(scope).join(names, "speaker_id")
    return limited(named.order_by(ibis.desc("n_quotes"), "speaker_id"), limit)


def _named_speakers(scope: Scope, speaker_ids: tuple[str, ...]) -> Table:
    speakers = scope.tables.speakers
    return speakers.filter(speakers.speaker_id.isin(speaker_ids)).order_by("speaker_id")


def _quotes_by_outlet(scope: Scope) -> Table:
    quotes = scope.quotes
    counted = quotes.group_by("outlet_id", "outlet").agg(n=quotes.count())
    return counted.order_by(ibis.desc("n"), "outlet_id")


def _stances(scope: Scope) -> Table:
    quotes = scope.quotes
    return quotes.group_by("stance").agg(n=quotes.count()).order_by(ibis.desc("n"), "stance")


def _unnamed(scope: Scope) -> Table:
    quotes = scope.quotes
    unnamed = quotes.filter(quotes.speaker_id.startswith("unnamed:"))
    rows = unnamed.select("article_key", unnamed_class=unnamed.speaker_id.substr(len("unnamed:")))
    counted = rows.group_by("unnamed_class").agg(
        n_quotes=rows.count(), n_articles=rows.article_key.nunique()
    )
    return counted.order_by(ibis.desc("n_quotes"), "unnamed_class")


def _topics(scope: Scope, speaker_id: str | None, limit: int | None) -> Table:
    about = scope.of_quotes(scope.tables.about)
    if speaker_id is not None:
        speakers = scope.tables.quote_speakers
        about = about.semi_join(speakers.filter(speakers.speaker_id == speaker_id), "quote_id")
    return most_entities(scope, about, limit)


def _speaker_topic(scope: Scope, n_speakers: int, n_topics: int) -> Table:
    by = scope.of_quotes(scope.tables.quote_speakers).select("quote_id", "speaker_id").distinct()
    about = scope.of_quotes(scope.tables.about).select("quote_id", "entity_id").distinct()
    pairs = by.join(about, "quote_id").filter(lambda pair: pair.speaker_id != pair.entity_id)
    speakers = _top(pairs, "speaker_id", n_speakers)
    topics = _top(pairs, "entity_id", n_topics)
    kept = pairs.semi_join(speakers, "speaker_id").semi_join(topics, "entity_id")
    counted = kept.group_by("speaker_id", "entity_id").agg(n=kept.count())
    names = scope.tables.speakers.select("speaker_id", speaker="name")
    entities = scope.tables.entities.select("entity_id", entity="name")
    named = counted.join(names, "speaker_id").join(entities, "entity_id")
    return named.order_by(ibis.desc("n"), "speaker_id", "entity_id")


def _top(rows: Table, column: str, number: int) -> Table:
    counted = rows.group_by(column).agg(n=rows.count())
    return counted.order_by(ibis.desc("n"), column).limit(number)


def _statements(scope: Scope, limit: int | None) -> Table:
    quotes = scope.tables.quotes
    chosen = scope.quotes.filter(lambda quote: quote.statement_id.notnull())
    alike = quotes.semi_join(chosen.select("statement_id").distinct(), "statement_id")
    first = [
        alike.published.asc(nulls_first=False),
        alike.article_key.asc(),
        alike.start.asc(),
    ]
    grouped = alike.group_by("statement_id").agg(
        speaker=alike.speaker_name.first(order_by=first),
        text=alike.text.first(order_by=first),
        n_outlets=alike.outlet_id.fill_null("").nunique(),
        n_quotes=alike.count(),
        first_outlet=alike.outlet.first(order_by=first, include_null=True),
        first_published=alike.published.min(),
        quote_ids=alike.quote_id.collect(order_by=first),
    )
    shared = grouped.filter(grouped.n_outlets > 1)
    return limited(
        shared.order_by(
            ibis.desc("n_outlets"),
            shared.first_published.desc(nulls_first=False),
            "statement_id",
        ),
        limit,
    )
