"""Articles: lists, one article to read, wire copies."""

from __future__ import annotations

import re
from typing import Any, Literal

import ibis
import pandas as pd
from ibis import _

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.overview import limited, paged
from core.corpus.reader import ArticleView, read_article
from core.corpus.scope import Scope
from core.corpus.tables import Table
from core.selection import Selection

ARTICLE_ID = r"[0-9a-f]{16}-[0-9]{1,6}"

ArticleOrder = Literal["newest", "oldest", "relevance"]


class Articles(Engine):
    """Questions of the articles page and of the reader."""

    def articles(
        self,
        selection: Selection,
        order: ArticleOrder = "newest",
        page: int = 1,
        page_size: int | None = 25,
    ) -> pd.DataFrame:
        """One page of the selected articles; undated ones come last. ``None``: all of them.

        Columns: article_id, page_id, position, outlet_id, outlet, headline, published,
        published_from, n_words, n_quotes, snippet, duplicate_of. ``relevance`` is the number of
        times the words occur; without words it is ``newest``.
        """
        return self.ask(columns.ARTICLES, selection, _articles, order, page, page_size)

    def count_articles(self, selection: Selection) -> int:
        """How many articles are selected."""
        return self.count(selection, _all_articles)

    def article(self, article_id: str) -> ArticleView | None:
        """One article with everything read in it; None when there is none of that id."""
        if not re.fullmatch(ARTICLE_ID, article_id):
            return None
        return read_article(self, article_id)

    def wire_copies(self, selection: Selection, limit: int | None = 50) -> pd.DataFrame:
        """Stories carried more than once, most carriers first.

        Columns: article_id (who had it first), outlet_id, outlet, published, headline, copies
        (tuple of dicts article_id, outlet, published), n_copies.
        """
        found = self.ask(columns.CARRIERS_OF_STORIES, selection, _carriers, limit)
        return columns.WIRE_COPIES.frame(
            _story(carriers) for _, carriers in found.groupby("story", sort=False)
        )


def _articles(scope: Scope, order: ArticleOrder, page: int, page_size: int | None) -> Table:
    articles = scope.scored(scope.articles)
    newest = (articles.published.desc(nulls_first=False), articles.article_key.desc())
    orders = {
        "newest": newest,
        "oldest": (articles.published.asc(nulls_first=False), articles.article_key.asc()),
        "relevance": (articles.score.desc(), *newest),
    }
    return paged(articles.order_by(*orders[order]), page, page_size).select(columns.ARTICLES.names)


def _all_articles(scope: Scope) -> Table:
    return scope.articles


def _carriers(scope: Scope, limit: int | None) -> Table:
    """The carriers of the stories that have most, a story's first carrier first."""
    articles = scope.tables.articles
    chosen = scope.articles.select("story_id").distinct()
    stories = (
        articles.semi_join(chosen, "story_id")
        .group_by("story_id")
        .agg(n_copies=_.count() - 1, newest=_.article_key.max())
    )
    stories = stories.filter(stories.n_copies > 0)
    stories = limited(
        stories.order_by(ibis.desc("n_copies"), ibis.desc("newest"), "story_id"), limit
    )
    carriers = articles.join(stories, "story_id")
    return (
        carriers.order_by(
            carriers.n_copies.desc(),
            carriers.newest.desc(),
            carriers.story_id,
            carriers.duplicate_of.notnull(),
            carriers.article_key,
        )
        .select(columns.CARRIERS_OF_STORIES.names[1:], story="story_id")
        .relocate("story")
    )


def _story(carriers: pd.DataFrame) -> tuple[Any, ...]:
    first, *others = carriers.itertuples(index=False)
    copies = tuple(
        {"article_id": one.article_id, "outlet": one.outlet, "published": one.published}
        for one in others
    )
    return (
        first.article_id,
        first.outlet_id,
        first.outlet,
        first.published,
        first.headline,
        copies,
        len(copies),
    )
