"""From a selection to the articles and quotes it selects, as Ibis expressions.

``Scope`` is what every question starts from: the articles and the quotes selected. The engine
makes the two lists of keys once a selection and lets all questions about it share them, so a
question's SQL does not depend on what is selected and is compiled once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import ibis
from ibis import _

from core.corpus.tables import Table, Tables
from core.search import parse_search, search_stem
from core.selection import Selection

PICKED_ARTICLES = "picked_articles__"
PICKED_QUOTES = "picked_quotes__"
_PICKED_ARTICLES = ibis.table({"article_key": "int32", "score": "int64"}, name=PICKED_ARTICLES)
_PICKED_QUOTES = ibis.table({"quote_id": "string"}, name=PICKED_QUOTES)


@dataclass(frozen=True)
class Scope:
    """What is selected: all when ``is_whole``; ``by_quotes`` says that quote-level parts are set.

    A question restricts a table by ``of_articles`` or ``of_quotes``, which cost nothing where all
    is selected.
    """

    tables: Tables
    is_whole: bool
    by_quotes: bool

    @property
    def articles(self) -> Table:
        """The selected articles."""
        return self.of_articles(self.tables.articles)

    @property
    def quotes(self) -> Table:
        """The selected quotes."""
        return self.of_quotes(self.tables.quotes)

    def of_articles(self, table: Table) -> Table:
        """The rows of a table with ``article_key`` that belong to selected articles."""
        return table if self.is_whole else table.semi_join(_PICKED_ARTICLES, "article_key")

    def of_quotes(self, table: Table) -> Table:
        """The rows of a table with both keys that belong to selected quotes."""
        if not self.by_quotes:
            return self.of_articles(table)
        return table.semi_join(_PICKED_QUOTES, "quote_id")

    def scored(self, articles: Table) -> Table:
        """Articles with ``score``, the number of times the searched words occur."""
        if self.is_whole:
            return articles.mutate(score=ibis.literal(0, "int64"))
        return articles.join(_PICKED_ARTICLES, "article_key")


def pick_articles(tables: Tables, selection: Selection) -> Table:
    """Keys and scores of the selected articles (article-level parts only)."""
    articles = tables.articles
    if selection.begin:
        articles = articles.filter(articles.published >= selection.begin)
    if selection.end:
        articles = articles.filter(articles.published <= selection.end)
    if selection.undated:
        articles = articles.filter(articles.published.isnull())
    if selection.outlets:
        articles = articles.filter(articles.outlet_id.isin(selection.outlets))
    if not selection.copies:
        articles = articles.filter(articles.duplicate_of.isnull())
    for entity_id in selection.entities:
        holding = tables.article_entities.filter(tables.article_entities.entity_id == entity_id)
        articles = articles.semi_join(holding, "article_key")
    hits = find_words(tables, selection.words)
    if hits is None:
        return articles.select("article_key", score=ibis.literal(0, "int64"))
    return articles.join(hits, "article_key").select("article_key", "score")


def pick_quotes(tables: Tables, selection: Selection) -> Table:
    """Ids of the quotes that the quote-level parts select, in any article."""
    quotes = tables.quotes
    if selection.kinds:
        quotes = quotes.filter(quotes.kind.isin(selection.kinds))
    if selection.stances:
        quotes = quotes.filter(quotes.stance.isin(selection.stances))
    if selection.unnamed:
        wanted = [f"unnamed:{name}" for name in selection.unnamed]
        quotes = quotes.filter(quotes.speaker_id.isin(wanted))
    if selection.said_begin:
        quotes = quotes.filter(quotes.said_day >= selection.said_begin)
    if selection.said_end:
        quotes = quotes.filter(quotes.said_day <= selection.said_end)
    if selection.carriers:
        links = tables.chain.filter(tables.chain.carrier_id.isin(selection.carriers))
        quotes = quotes.semi_join(links, "quote_id")
    if selection.speakers:
        speakers = tables.quote_speakers
        by = speakers.filter(speakers.speaker_id.isin(selection.speakers))
        quotes = quotes.semi_join(by, "quote_id")
    if selection.about:
        about = tables.about.filter(tables.about.entity_id.isin(selection.about))
        quotes = quotes.semi_join(about, "quote_id")
    return quotes.select("quote_id", "article_key")


def find_words(tables: Tables, text: str) -> Table | None:
    """Articles that hold every word and phrase, with ``score``; None when nothing is searched.

    A text that holds no letter or digit is a search that finds nothing.
    """
    if not text.strip():
        return None
    terms = parse_search(text).terms
    if not terms:
        return tables.articles.filter(ibis.literal(False)).select(
            "article_key", score=ibis.literal(0, "int64")
        )
    found = [
        _term(tables, term).mutate(n_term=ibis.literal(number)) for number, term in enumerate(terms)
    ]
    together = reduce(lambda left, right: left.union(right), found)
    grouped = together.group_by("article_key").agg(
        score=together.n.sum().cast("int64"), n_terms=together.n_term.nunique()
    )
    return grouped.filter(grouped.n_terms == len(terms)).select("article_key", "score")


def _term(tables: Tables, words: tuple[str, ...]) -> Table:
    """Articles that hold the words one after the other: article_key, n (times)."""
    if len(words) == 1:
        hits = _hits(tables, words[0])
        return hits.group_by("article_key").agg(n=hits.places.length().sum().cast("int64"))
    places = [
        _hits(tables, word).select(
            "article_key",
            begin=_.places.unnest().cast("int64") - number,
            number=ibis.literal(number),
        )
        for number, word in enumerate(words)
    ]
    begun = reduce(lambda left, right: left.union(right), places)
    places_found = begun.group_by("article_key", "begin").agg(n_words=begun.number.nunique())
    whole = places_found.filter(places_found.n_words == len(words))
    return whole.group_by("article_key").agg(n=whole.count())


def _hits(tables: Tables, word: str) -> Table:
    """The postings of every written word that shares the search word's stem."""
    stems = tables.token_stems
    return tables.postings.semi_join(stems.filter(stems.stem == search_stem(word)), "token_key")
