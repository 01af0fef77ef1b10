"""Time expressions: month and calendar tables, the grammar, TIMEX3 values and intervals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from core.dates.context import Context
from core.dates.contradictions import Contradiction, weekday_contradictions
from core.dates.finder import Found, find_in_line
from core.dates.meaning import Meaning
from core.model import Span, TimeExpression
from core.text.article import ArticleText
from core.text.fold import Folded, fold

__all__ = [
    "Contradiction",
    "find_dates",
    "find_dates_in",
    "parse_date",
    "weekday_contradictions",
]


# A publication date outside these years is a fault of the page, and no ground to count from.
_BELIEVABLE = range(1700, 2200)


def find_dates(article: ArticleText) -> tuple[TimeExpression, ...]:
    """All time expressions of the article's lines, in order, not overlapping.

    Relative ones are resolved against ``article.article.published``; without it they keep the
    value the text alone gives (``PRESENT_REF``-like) or are left out.
    """
    spans = (line.span for line in article.lines)
    return find_dates_in(article.page, spans, article.article.published)


def find_dates_in(
    page: Folded, spans: Iterable[Span], anchor: dt.date | None
) -> tuple[TimeExpression, ...]:
    """All time expressions within spans of the stored text, each read by itself as one line.

    The spans belong to one article: a clock time or ``الشهر نفسه`` may refer to a day that an
    earlier span names.
    """
    if anchor is not None and anchor.year not in _BELIEVABLE:
        anchor = None
    earlier: list[Meaning] = []
    expressions: list[TimeExpression] = []
    for span in spans:
        start, end = page.index(span.start), page.index(span.end)
        context = Context(page, start, end, anchor, earlier, len(earlier))
        expressions += [_expression(page, found) for found in find_in_line(context)]
    return tuple(expressions)


def parse_date(text: str) -> dt.date | None:
    """The one full calendar date that ``text`` names with day, month and year, else ``None``.

    >>> parse_date("الخميس 10 تشرين الأول/ أكتوبر 2024 - 14:30")
    datetime.date(2024, 10, 10)
    >>> parse_date("أمس") is None
    True
    """
    folded = fold(text)
    days = {
        found.begin
        for found in find_dates_in(folded, [Span(0, len(text))], None)
        if found.begin and found.precision in ("day", "time") and "/" not in found.value
    }
    return days.pop() if len(days) == 1 else None


def _expression(page: Folded, found: Found) -> TimeExpression:
    span, it = page.span(found.start, found.end), found.meaning
    begin, end_before = it.interval or (None, None)
    return TimeExpression(
        start=span.start,
        end=span.end,
        type=it.type,
        value=it.value,
        precision=it.precision,
        calendar=it.calendar,
        rule=found.rule,
        begin=begin,
        end_before=end_before,
        tolerance=it.tolerance,
    )
