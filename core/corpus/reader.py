"""One article to read: its text, and everything that was found in it, corrections applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.frames import Schema


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with all that was read in it; offsets count code points of ``text``.

    ``text`` is the stored text of the whole page, ``lines`` are all its lines (those of other
    articles and the furniture too). ``meta`` is the row of ``Corpus.articles`` with byline, place,
    url, path, record_id, outlet_en and country. ``copies`` are the other carriers of the same
    story, ``neighbours`` the other articles of the page; both have the columns of
    ``Corpus.articles``.
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


def read_article(engine: Engine, article_id: str) -> ArticleView | None:
    """The article of that id, or None."""
    found = engine.rows(
        "SELECT a.article_key, a.page_id, a.story_id, t.page_key, t.text FROM articles a "
        "JOIN texts t USING (page_id) WHERE a.article_id = ?",
        [article_id],
    )
    if not found:
        return None
    article_key, page_id, story_id, page_key, text = found[0]

    def own(schema: Schema, table: str) -> pd.DataFrame:
        return _rows(engine, schema, table, "article_key = ?", article_key)

    quotes = own(columns.QUOTES, "quotes")
    return ArticleView(
        meta=_meta(engine, article_id),
        text=text,
        lines=_rows(engine, columns.LINES, "lines", "page_key = ?", page_key),
        mentions=own(columns.MENTIONS, "mentions LEFT JOIN entities USING (entity_id, type)"),
        quotes=quotes,
        dates=own(columns.DATES, "dates"),
        chain=own(columns.LINKS, "chain"),
        credits=own(columns.CREDITS, "credits"),
        scare=own(columns.SCARE, "scare"),
        copies=_rows(
            engine,
            columns.ARTICLES,
            "articles",
            "story_id = ? AND article_id <> ?",
            story_id,
            article_id,
        ),
        neighbours=_rows(
            engine,
            columns.ARTICLES,
            "articles",
            "page_id = ? AND article_id <> ?",
            page_id,
            article_id,
        ),
    )


def _meta(engine: Engine, article_id: str) -> dict[str, Any]:
    frame = _rows(
        engine,
        columns.META,
        "articles a JOIN (SELECT page_id, path, record_id FROM pages) USING (page_id) LEFT JOIN "
        "(SELECT outlet_id, name_en AS outlet_en, country FROM outlets) USING (outlet_id)",
        "article_id = ?",
        article_id,
    )
    row = frame.iloc[0].to_dict()
    return {str(name): None if pd.isna(value) else value for name, value in row.items()}


def _rows(
    engine: Engine, schema: Schema, table: str, condition: str, *parameters: Any
) -> pd.DataFrame:
    """Rows of one table or join that belong to one article, in the table's own order."""
    names = ", ".join(f'"{name}"' for name in schema.names)
    order = ", ".join(f'"{name}"' for name in schema.key) or "article_id"
    sql = f"SELECT {names} FROM {table} WHERE {condition} ORDER BY {order}"
    return schema.conform(engine.frame(sql, list(parameters)))
