"""From the Islamic calendar to the Gregorian one.

Between 1343 and 1500 AH the Umm al-Qura tables of ``hijridate`` decide; countries that sight the
moon may differ by a day, hence a tolerance of 1. Other years follow the tabular calendar, which
may be off by two.
"""

from __future__ import annotations

import datetime as dt

from hijridate import Hijri

_TABLES = range(1343, 1501)
# 1 Muharram 1 AH by the astronomical epoch, proleptic Gregorian: within 2 days of Umm al-Qura.
_EPOCH = dt.date(622, 7, 18).toordinal()
_LONG_MONTH = 30
_LAST_YEAR = 2000


def tolerance(year: int) -> int:
    """How many days a date of this year may be off."""
    return 1 if year in _TABLES else 2


def parse_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day, or ``None`` when the calendar has no such day.

    Day 30 of a month that the tables give 29 days is the day after its 29th: elsewhere the month
    may have been sighted longer.
    """
    if not (1 <= month <= 12 and day >= 1 and 1 <= year <= _LAST_YEAR):
        return None
    first = month_start(year, month)
    # The tables hold three months of 31 days (5/1345, 11/1348, 11/1349).
    if day > max(_LONG_MONTH, (month_start(year, month + 1) - first).days):
        return None
    return first + dt.timedelta(days=day - 1)


def month_start(year: int, month: int) -> dt.date:
    """The Gregorian day on which a Hijri month begins; month 13 is the next year's first."""
    if month > 12:
        year, month = year + 1, month - 12
    if year in _TABLES:
        start = Hijri(year, month, 1).to_gregorian()
        return dt.date(start.year, start.month, start.day)
    days = (year - 1) * 354 + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2
    return dt.date.fromordinal(_EPOCH + days)


def year_of(day: dt.date) -> int:
    """The Hijri year that ``day`` falls in."""
    year = round((day.toordinal() - _EPOCH) / 354.367) + 1
    while month_start(year, 1) > day:
        year -= 1
    while month_start(year + 1, 1) <= day:
        year += 1
    return year
