"""Articles: lists, one article to read, wire copies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.selection import Selection

ArticleOrder = Literal["newest", "oldest", "relevance"]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with all that was read in it; offsets count code points of ``text``.

    ``text`` is the stored text of the whole page, ``lines`` are all its lines (those of other
    articles and the furniture too). ``meta`` is the article's row with outlet, url, byline,
    place and path. ``copies`` are the other carriers of the same story, ``neighbours`` the
    other articles of the page; both have the columns of ``Corpus.articles``.
    """

    meta: dict[str, Any]
    text: str
    lines: pd.DataFrame
    mentions: pd.DataFrame
    quotes: pd.DataFrame
    dates: pd.DataFrame
    chain: pd.DataFrame
    credits: pd.DataFrame
    scare: pd.DataFrame
    copies: pd.DataFrame
    neighbours: pd.DataFrame


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
        return columns.ARTICLES.empty()

    def count_articles(self, selection: Selection) -> int:
        """How many articles are selected."""
        return 0

    def article(self, article_id: str) -> ArticleView | None:
        """One article with everything read in it; None when there is none of that id."""
        return None

    def wire_copies(self, selection: Selection, limit: int | None = 50) -> pd.DataFrame:
        """Stories carried more than once, most carriers first.

        Columns: article_id (who had it first), outlet_id, outlet, published, headline, copies
        (tuple of dicts article_id, outlet, published), n_copies.
        """
        return columns.WIRE_COPIES.empty()
