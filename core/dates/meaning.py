"""What a time expression means: TIMEX3 value, precision and the half-open days it covers.

One constructor for each granularity, so that a value, its precision and its interval always
belong together, and no day is claimed where only a month is written. Values are the ones of
GUIDELINES §6: ``2024-10-10``, ``2024-W40``, ``2018-Q1``, ``2017-SU``, ``198X``, ranges ``a/b``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from core.dates import hijri
from core.model import Calendar, Precision, TimexType

Unit = Literal["S", "MIN", "H", "D", "W", "M", "Y", "DE", "CE"]
"""Units of time; ``DE`` and ``CE`` (decade, century) count as ten and a hundred years."""
Reference = Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]
Season = Literal["SP", "SU", "FA", "WI"]

Interval = tuple[dt.date, dt.date]
_SEASON_BEGINS: dict[Season, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DURATION = {"S": "PT{}S", "MIN": "PT{}M", "H": "PT{}H", "D": "P{}D", "W": "P{}W", "M": "P{}M"}
_YEARS = {"Y": 1, "DE": 10, "CE": 100}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The reading of one expression, without its place in the text."""

    type: TimexType
    value: str
    precision: Precision
    interval: Interval | None = None
    calendar: Calendar = "gregorian"
    tolerance: int = 0
    is_told_back: bool = False
    """Whether it is "the year before" another time: the next such one counts from that, too."""


def day(date: dt.date) -> Meaning:
    """One day."""
    return Meaning("DATE", date.isoformat(), "day", (date, date + dt.timedelta(days=1)))


def day_if_any(date: dt.date | None) -> Meaning | None:
    """One day, or nothing for none."""
    return None if date is None else day(date)


def week(date: dt.date) -> Meaning:
    """The ISO week that holds ``date``."""
    monday = date - dt.timedelta(days=date.weekday())
    return Meaning("DATE", _week_value(date), "week", (monday, monday + dt.timedelta(days=7)))


def weekend(date: dt.date) -> Meaning:
    """The weekend of the ISO week that holds ``date``: Friday to Sunday, as countries differ."""
    friday = date - dt.timedelta(days=date.weekday() - 4)
    interval = (friday, friday + dt.timedelta(days=3))
    return Meaning("DATE", f"{_week_value(date)}-WE", "week", interval)


def _week_value(date: dt.date) -> str:
    year, number, _ = date.isocalendar()
    return f"{year}-W{number:02}"


def month(year: int, number: int) -> Meaning:
    """A Gregorian month."""
    interval = (dt.date(year, number, 1), month_after(year, number))
    return Meaning("DATE", f"{year:04}-{number:02}", "month", interval)


def year(number: int) -> Meaning:
    """A Gregorian year."""
    return Meaning("DATE", f"{number:04}", "year", _years(number, number + 1))


def quarter(of_year: int, number: int) -> Meaning:
    """A quarter of a year, 1 to 4."""
    begin = dt.date(of_year, 3 * number - 2, 1)
    interval = (begin, month_after(of_year, 3 * number))
    return Meaning("DATE", f"{of_year:04}-Q{number}", "quarter", interval)


def half(of_year: int, number: int) -> Meaning:
    """A half of a year, 1 or 2."""
    begin = dt.date(of_year, 6 * number - 5, 1)
    interval = (begin, month_after(of_year, 6 * number))
    return Meaning("DATE", f"{of_year:04}-H{number}", "half", interval)


def season(of_year: int, name: Season) -> Meaning:
    """A season of three whole months; winter begins in December of its year."""
    begins = _SEASON_BEGINS[name]
    end_year, end_month = divmod(of_year * 12 + begins - 1 + 3, 12)
    interval = (dt.date(of_year, begins, 1), dt.date(end_year, end_month + 1, 1))
    return Meaning("DATE", f"{of_year:04}-{name}", "season", interval)


def decade(first_year: int) -> Meaning:
    """Ten years from one that ends in 0: ``198X``."""
    return Meaning("DATE", f"{first_year // 10:03}X", "decade", _years(first_year, first_year + 10))


def century(number: int) -> Meaning:
    """The ``number``-th century as TIMEX3 has it: the 20th is ``19``, 1901 to 2000 by the almanac.

    The interval follows the value: 1900 to before 2000, as writers do.
    """
    first = (number - 1) * 100
    return Meaning("DATE", f"{number - 1:02}", "century", _years(max(first, 1), first + 100))


def millennium(number: int) -> Meaning:
    """The ``number``-th thousand years: the third is ``2``."""
    first = (number - 1) * 1000
    interval = _years(max(first, 1), first + 1000)
    return Meaning("DATE", str(number - 1), "century", interval)


def hijri_day(of_year: int, number: int, day_of_month: int) -> Meaning | None:
    """A day of the Islamic calendar as a Gregorian day; ``None`` when there is no such day."""
    date = hijri.parse_day(of_year, number, day_of_month)
    if date is None:
        return None
    return replace(day(date), calendar="hijri", tolerance=hijri.tolerance(of_year))


def hijri_month(of_year: int, number: int) -> Meaning:
    """An Islamic month: the value is the Gregorian month in which it begins."""
    interval = (hijri.month_start(of_year, number), hijri.month_start(of_year, number + 1))
    value = f"{interval[0].year:04}-{interval[0].month:02}"
    return Meaning("DATE", value, "month", interval, "hijri", hijri.tolerance(of_year))


def hijri_year(number: int) -> Meaning:
    """An Islamic year: the value is the Gregorian year in which it begins."""
    interval = (hijri.month_start(number, 1), hijri.month_start(number + 1, 1))
    value = f"{interval[0].year:04}"
    return Meaning("DATE", value, "year", interval, "hijri", hijri.tolerance(number))


def part_of_day(date: dt.date, part: str) -> Meaning:
    """``TMO``, ``TAF``, ``TEV`` or ``TNI`` of a day."""
    return replace(day(date), type="TIME", value=f"{date.isoformat()}{part}", precision="time")


def clock(date: dt.date | None, time: str) -> Meaning:
    """A clock time (``T05:43Z``), or a range (``T20/T22``), of a day or of an unknown day."""
    written = date.isoformat() if date else "XXXX-XX-XX"
    value = "/".join(f"{written}{end}" for end in time.split("/"))
    if date is None:
        return Meaning("TIME", value, "time")
    return replace(day(date), type="TIME", value=value, precision="time")


def time_of(it: Meaning) -> str:
    """What a clock time or a part of a day says without its day.

    >>> time_of(clock(dt.date(2024, 10, 10), "T20/T22"))
    'T20/T22'
    """
    return "/".join(end[end.index("T") :] for end in it.value.split("/"))


def recurring_day(number: int, day_of_month: int) -> Meaning:
    """A day and month of no year in particular."""
    return Meaning("DATE", f"XXXX-{number:02}-{day_of_month:02}", "day")


def unknown_weekday(weekday: int, part: str | None) -> Meaning:
    """A weekday (Monday is 0), or a part of it, in no week in particular."""
    value = f"XXXX-WXX-{weekday + 1}"
    return Meaning("TIME", value + part, "time") if part else Meaning("DATE", value, "day")


def unknown_quarter(number: int) -> Meaning:
    """A quarter of no year in particular."""
    return Meaning("DATE", f"XXXX-Q{number}", "quarter")


def recurring_month(number: int) -> Meaning:
    """A month of no year in particular."""
    return Meaning("DATE", f"XXXX-{number:02}", "month")


def span(first: Meaning, last: Meaning) -> Meaning:
    """From the first to the last, both included: ``2024-03-02/2024-03-07``."""
    interval = None
    if first.interval and last.interval and first.interval[0] < last.interval[1]:
        interval = (first.interval[0], last.interval[1])
    tolerance = max(first.tolerance, last.tolerance)
    return replace(
        first, value=f"{first.value}/{last.value}", interval=interval, tolerance=tolerance
    )


def duration(amount: str, unit: Unit) -> Meaning:
    """A length of time; ``amount`` is a number or ``X`` for a vague one."""
    return Meaning("DURATION", duration_value(amount, unit), _unit_precision(unit))


def duration_value(amount: str, unit: Unit) -> str:
    """The TIMEX3 value of a length of time: decades and centuries are counted in years.

    >>> duration_value("7", "DE"), duration_value("1.5", "M"), duration_value("X", "H")
    ('P70Y', 'P1.5M', 'PTXH')
    """
    if unit not in _YEARS:
        return _DURATION[unit].format(amount)
    if amount == "X":
        return "PXY"
    years = float(amount) * _YEARS[unit]
    return f"P{years:.0f}Y" if years.is_integer() else f"P{years:g}Y"


def repeated(value: str, unit: Unit | None = None) -> Meaning:
    """A set of times: ``P1D``, every day; ``XXXX-WXX-5``, every Friday."""
    return Meaning("SET", value, _unit_precision(unit) if unit else "day")


def vague(reference: Reference) -> Meaning:
    """A time the text does not fix: now, once, soon."""
    return Meaning("DATE", reference, "vague")


def month_after(of_year: int, number: int) -> dt.date:
    """The first day of the month that follows."""
    return dt.date(of_year + number // 12, number % 12 + 1, 1)


def shift_month(of_year: int, number: int, by: int) -> tuple[int, int]:
    """Year and month ``by`` months later.

    >>> shift_month(2024, 1, -2)
    (2023, 11)
    """
    years, index = divmod(of_year * 12 + number - 1 + by, 12)
    return years, index + 1


def _years(first: int, before: int) -> Interval:
    return dt.date(first, 1, 1), dt.date(before, 1, 1)


def _unit_precision(unit: Unit) -> Precision:
    precisions: dict[Unit, Precision] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
    precisions |= {"DE": "decade", "CE": "century"}
    return precisions.get(unit, "time")
