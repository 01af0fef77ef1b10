"""Where the words of an article contradict a date: a weekday that is not the day's.

``أمس السبت`` under a Tuesday says that the date the page claims is a crawl's, not the article's;
``الثلاثاء 8 أغسطس 2018``, a Wednesday, is the writer's slip. Values follow the words (the weekday
over the anchor, the day of the month over the weekday); here they are only reported.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from core.dates.lexicon import compile_pattern, load_words
from core.dates.parts import DEICTIC, WEEKDAY, days_from_today, weekday_of
from core.model import TimeExpression
from core.text.article import ArticleText
from core.text.fold import fold_key

Code = Literal[
    "weekday-contradicts-published", "weekday-contradicts-date", "date-contradicts-published"
]

_DEICTIC = compile_pattern(rf"(?<!\w)(?P<deictic>{DEICTIC})(?=~[،,(-]?~(?:يوم_)?(?:{WEEKDAY}|\d))")
_WEEKDAY = compile_pattern(rf"(?<!\w){WEEKDAY}")
# The day of an expression with one of these rules comes from figures or a month in the text.
_DATED_BY_ITSELF = ("day-of-", "day-month", "year-month")
_NAMES = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One expression whose words do not fit together, or not with the date of publication."""

    expression: TimeExpression
    code: Code
    detail: str


def weekday_contradictions(
    article: ArticleText, dates: Iterable[TimeExpression]
) -> tuple[Contradiction, ...]:
    """The contradictions among the article's expressions, in order.

    ``weekday-contradicts-published``: today or yesterday is called a day it was not when the
    article came out. ``date-contradicts-published``: it is dated otherwise.
    ``weekday-contradicts-date``: the weekday does not fit the date it stands with.
    """
    found = (_contradiction(article, expression) for expression in dates)
    return tuple(each for each in found if each is not None)


def _contradiction(article: ArticleText, expression: TimeExpression) -> Contradiction | None:
    if expression.begin is None or expression.precision not in ("day", "time"):
        return None
    surface = expression.span.of(article.source)
    folded = fold_key(surface)
    deictic, weekday = _DEICTIC.search(folded), _WEEKDAY.search(folded)
    is_dated = expression.rule.startswith(_DATED_BY_ITSELF)
    named = weekday_of(weekday.group()) if weekday else None
    begin = expression.begin
    if is_dated and named is not None and not _fits(begin, named, expression.tolerance):
        found = _NAMES[begin.weekday()]
        return Contradiction(
            expression,
            "weekday-contradicts-date",
            f"{surface!r}: {begin} is {found}, not {_NAMES[named]}",
        )
    published = article.article.published
    if deictic is None or published is None or _may_be_an_outlet(article, expression):
        return None
    meant = published + dt.timedelta(days=days_from_today(deictic["deictic"]))
    if is_dated and abs((meant - begin).days) > expression.tolerance:
        detail = f"{surface!r} is {begin}, but the article is dated {published}"
        return Contradiction(expression, "date-contradicts-published", detail)
    if not is_dated and named is not None and meant.weekday() != named:
        detail = f"{surface!r}: {meant} is {_NAMES[meant.weekday()]}, not {_NAMES[named]}"
        return Contradiction(expression, "weekday-contradicts-published", detail)
    return None


def _may_be_an_outlet(article: ArticleText, expression: TimeExpression) -> bool:
    """Whether "today" may end an outlet's name (قناة روسيا اليوم الثلاثاء): no claim then."""
    before = fold_key(article.source[max(0, expression.start - 40) : expression.start]).split()
    return bool(before) and before[-1] in load_words("outlets_today.txt")


def _fits(day: dt.date, weekday: int, tolerance: int) -> bool:
    """Whether the weekday is the day's, give or take the tolerance."""
    off = (day.weekday() - weekday) % 7
    return min(off, 7 - off) <= tolerance
