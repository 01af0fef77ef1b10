"""The stages in order; the only place that knows them all.

1. fold the page; 2. lines and articles; then for each article: 3. dates, and where they
contradict each other or the publication date; 4. names; 5. quotes. Each stage is pure, so the
same record gives the same parse in any process, locale and zone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.dates import find_dates, weekday_contradictions
from core.model import Article, ArticleParse, Line, Parse, Problem, Record, article_id
from core.names import find_mentions
from core.page import Learned, read_page
from core.quotes import find_quotes
from core.text.article import ArticleText
from core.text.fold import fold


def parse(record: Record, names_model: Path | None = None, learned: Learned | None = None) -> Parse:
    """All that is read in one stored page.

    ``names_model`` is the folder of a transformer that finds names in place of the CRF;
    ``learned`` is what the corpus says of the page's lines.
    """
    folded = fold(record.text)
    page = read_page(record, folded, learned)
    texts = [
        ArticleText(folded, article, _own_lines(article, page.lines)) for article in page.articles
    ]
    articles = tuple(parse_article(text, names_model) for text in texts)
    contradictions = (
        problem
        for text, parsed in zip(texts, articles, strict=True)
        for problem in _contradictions(record, text, parsed)
    )
    return Parse(record, page.lines, articles, (*page.problems, *contradictions))


def parse_article(text: ArticleText, names_model: Path | None = None) -> ArticleParse:
    """Dates, names and quotes of one article whose lines are known."""
    dates = find_dates(text)
    mentions = find_mentions(text, names_model)
    reading = find_quotes(text, mentions, dates)
    return ArticleParse(text.article, mentions, reading.quotes, dates, reading.scare)


def _own_lines(article: Article, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of an article that a recogniser may read."""
    return tuple(
        line
        for line in lines
        if line.article == article.position and line.kind in ("headline", "body")
    )


def _contradictions(record: Record, text: ArticleText, parsed: ArticleParse) -> Iterator[Problem]:
    page_id = record.page_id
    for found in weekday_contradictions(text, parsed.dates):
        where = article_id(page_id, text.article.position)
        yield Problem(record.path, "dates", found.code, found.detail, page_id, where)
