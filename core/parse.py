"""The stages in order; the only place that knows them all.

1. fold the page; 2. lines and articles; then for each article: 3. dates, 4. names, 5. quotes.
Each stage is pure, so the same record gives the same parse in any process, locale and zone.
"""

from __future__ import annotations

from core.dates import find_dates
from core.model import Article, ArticleParse, Line, Parse, Record
from core.names import find_mentions
from core.page import read_page
from core.quotes import find_quotes
from core.text.article import ArticleText
from core.text.fold import Folded, fold


def parse(record: Record) -> Parse:
    """All that is read in one stored page."""
    folded = fold(record.text)
    page = read_page(record, folded)
    articles = tuple(parse_article(folded, article, page.lines) for article in page.articles)
    return Parse(record, page.lines, articles, page.problems)


def parse_article(folded: Folded, article: Article, lines: tuple[Line, ...]) -> ArticleParse:
    """Dates, names and quotes of one article of a page whose lines are known."""
    own = tuple(
        line
        for line in lines
        if line.article == article.position and line.kind in ("headline", "body")
    )
    text = ArticleText(folded, article, own)
    dates = find_dates(text)
    mentions = find_mentions(text)
    reading = find_quotes(text, mentions, dates)
    return ArticleParse(article, mentions, reading.quotes, dates, reading.scare)
