"""Which of its many repetitions a date without a year, a weekday or a season means.

Each function gets a list of candidate days and where the text points, and picks one. Without a
direction news looks back, save that a day just ahead is nearer than one most of a year ago.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from core.dates import hijri
from core.dates.context import Context, Outlook
from core.dates.meaning import Meaning, hijri_day, hijri_month
from core.dates.parts import Direction

# A day, and a month, without a year up to so many days ahead is taken as near: writers add a year
# or a "last" to one that lies three quarters of a year back (read off 90 cases of ant-2018).
_NEAR_DAY = 92
_NEAR_MONTH = 62
_NEAR_HIJRI = 31
# A future cue does not reach past the recent date to one nearly a year ahead.
_FAR = 300
_LAST_YEAR = 2999


def pick(
    candidates: Iterable[dt.date],
    anchor: dt.date,
    direction: Direction | None,
    *,
    outlook: Outlook = "open",
    near: int = _NEAR_DAY,
) -> dt.date:
    """The candidate meant; ``candidates`` must reach beyond the anchor on both sides."""
    days = sorted(candidates)
    past = max(day for day in days if day <= anchor)
    ahead = min(day for day in days if day > anchor)
    if direction == "past":
        return max(day for day in days if day < anchor)
    if direction == "next":
        return ahead
    if direction == "this":
        return min(days, key=lambda day: (abs(day - anchor), day))
    if past == anchor or outlook == "back":
        return past
    limit = _FAR if outlook == "ahead" else near
    return ahead if (ahead - anchor).days <= limit else past


def day_without_year(
    number: int, day: int, direction: Direction | None, context: Context, match: re.Match[str]
) -> dt.date | None:
    """The Gregorian day and month nearest to what the text says, if the article has a date."""
    anchor = context.anchor
    if anchor is None:
        return None
    years = range(anchor.year - 8, anchor.year + 9)
    days = [found for year in years if (found := date_or_none(year, number, day))]
    return pick(days, anchor, direction, outlook=context.outlook(match)) if days else None


def year_of_month(
    number: int, direction: Direction | None, context: Context, match: re.Match[str]
) -> int | None:
    """The year of a month named without one."""
    anchor = context.anchor
    if anchor is None:
        return None
    firsts = [dt.date(year, number, 1) for year in range(anchor.year - 2, anchor.year + 3)]
    this_month = anchor.replace(day=1)
    outlook = context.outlook(match)
    return pick(firsts, this_month, direction, outlook=outlook, near=_NEAR_MONTH).year


def hijri_without_year(
    number: int,
    day: int | None,
    direction: Direction | None,
    context: Context,
    match: re.Match[str],
) -> Meaning | None:
    """An Islamic month, or day of one, named without a year."""
    anchor = context.anchor
    if anchor is None:
        return None
    now = hijri.year_of(anchor)
    starts = {
        found: year
        for year in range(now - 2, now + 3)
        if (found := hijri.parse_day(year, number, day or 1))
    }
    if not starts:
        return None
    # "رمضان الماضي" inside Ramadan's following month: the month must be over.
    limit = anchor - dt.timedelta(days=29) if day is None and direction == "past" else anchor
    outlook = context.outlook(match)
    chosen = starts[pick(starts, limit, direction, outlook=outlook, near=_NEAR_HIJRI)]
    return hijri_month(chosen, number) if day is None else hijri_day(chosen, number, day)


def weekday(
    number: int, direction: Direction | None, context: Context, match: re.Match[str]
) -> dt.date | None:
    """The day of the week meant: the most recent one, or the next in a future context."""
    anchor = context.anchor
    if anchor is None:
        return None
    back = (anchor.weekday() - number) % 7
    past = anchor - dt.timedelta(days=back)
    if direction == "past":
        return past if back else past - dt.timedelta(days=7)
    if direction == "next" or (direction is None and back and context.outlook(match) == "ahead"):
        return past + dt.timedelta(days=7)
    return past


def weekday_near(number: int, expected: dt.date) -> dt.date:
    """The weekday that an expression like ``أمس السبت`` names, when ``expected`` is another day.

    The date the page claims is wrong then: a crawl is later than the writing, so the day lies
    before, unless it is only one ahead (midnight between two time zones).
    """
    back = (expected.weekday() - number) % 7
    return expected + dt.timedelta(days=1 if back == 6 else -back)


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day, or ``None`` when there is none such, or none that news would speak of."""
    if year > _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
