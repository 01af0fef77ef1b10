"""Time expressions: month and calendar tables, the grammar, TIMEX3 values and intervals."""

from __future__ import annotations

from core.model import TimeExpression
from core.text.article import ArticleText


def find_dates(article: ArticleText) -> tuple[TimeExpression, ...]:
    """All time expressions of the article's lines, in order, not overlapping.

    Relative ones are resolved against ``article.article.published``; without it they keep the
    value the text alone gives (``PRESENT_REF``-like) or are left without an interval.
    """
    return ()
