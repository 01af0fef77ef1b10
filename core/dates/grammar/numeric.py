"""Dates in figures: ``23/9/2024``, ``05.11.2024``, ``2024-09-17``, ``3/3/1414هـ``, ``يوم 23/9``.

Day first, as the Arab press writes, unless only month first gives a date (``5/27/2019``). Two
figures alone are a score or a fraction; they count behind يوم, a weekday or بتاريخ, or before هـ.
"""

from __future__ import annotations

import datetime as dt
import re

from core.dates import meaning, nearest
from core.dates.context import Context
from core.dates.grammar.calendar_days import LEAD, LEAD_STARTS
from core.dates.lexicon import compile_pattern
from core.dates.meaning import Meaning
from core.dates.parts import HIJRI_ERA, WEEKDAY, part_of_day, weekday_of
from core.dates.rule import DIGITS, Rule, Verdict, rule
from core.text.fold import fold_key

_ERA = r"(?:~[(]?(?P<era>م|ميلادي|ميلادية|هـ|هجري|هجرية)[)]?(?!\w))?"
_NAMED_WEEKDAY = compile_pattern(WEEKDAY)
# Years without هـ that are Hijri all the same.
_HIJRI_YEARS = range(1300, 1501)
# Two figures of a year above this belong to the last century.
_PIVOT = 40

# "23/9/2024", "05.11.2024", "16-02-1991", "3 / 3 / 1414هـ"
_DAY_MONTH_YEAR = rf"""{LEAD}(?P<first>\d{{1,2}})
    (?:(?P<mark>[-.])|~[/\\]~)(?P<second>\d{{1,2}})(?:(?(mark)(?P=mark)|~[/\\]~))
    (?P<year>\d{{4}}|(?<=[/\\-])\d{{2}})(?!\d|[-./]\d){_ERA}"""


def _day_month_year(match: re.Match[str], context: Context) -> Meaning | None:
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year <= _PIVOT else 1900
    return _day(match, year, int(match["second"]), int(match["first"]), context)


# "2024-09-17", "2024/9/17", "1436/10/5هـ"
_YEAR_MONTH_DAY = rf"""{LEAD}(?P<year>[12]\d{{3}})
    (?:(?P<mark>[-.])|~[/\\]~)(?P<second>\d{{1,2}})(?:(?(mark)(?P=mark)|~[/\\]~))
    (?P<third>\d{{1,2}})(?!\d|[-./]\d){_ERA}"""


def _year_month_day(match: re.Match[str], context: Context) -> Meaning | None:
    return _day(match, int(match["year"]), int(match["second"]), int(match["third"]), context)


def _day(match: re.Match[str], year: int, month: int, day: int, context: Context) -> Meaning | None:
    if _is_part_of_a_number(match, context):
        return None
    found = _of_calendar(match, year, month, day)
    if found and found.interval and match["part"]:
        return meaning.part_of_day(found.interval[0], part_of_day(match["part"]))
    return found


def _of_calendar(match: re.Match[str], year: int, month: int, day: int) -> Meaning | None:
    """The day in the calendar that the year or what stands behind it names."""
    era = fold_key(match["era"] or "")
    if era in HIJRI_ERA or (not era and year in _HIJRI_YEARS):
        return meaning.hijri_day(year, month, day)
    return meaning.day_if_any(day_first(year, month, day))


def day_first(year: int, month: int, day: int) -> dt.date | None:
    """The date, with month and day exchanged only when they give none as they stand."""
    return nearest.date_or_none(year, month, day) or nearest.date_or_none(year, day, month)


def _is_part_of_a_number(match: re.Match[str], context: Context) -> bool:
    """Whether figures go on before the match: a telephone number, a score, a version."""
    before = context.before(match.start(), 2)
    return before[-1:] in ("/", "-", ".", "+") and before[:1].isdecimal()


# "من 6 إلى 12/5/1445هـ", "بين 3 و7/5/2024"
_DAYS = rf"""(?:(?:من|بين|ما_بين)_)(?:يوم_)?(?P<day>\d{{1,2}})(?:_(?:إلى|وحتى|حتى)_|~[-–]~|_و~)
    (?P<first>\d{{1,2}})~[/\\]~(?P<second>\d{{1,2}})~[/\\]~(?P<year>\d{{4}})(?!\d|[-./]\d){_ERA}"""


def _days(match: re.Match[str], context: Context) -> Meaning | None:
    year, month = int(match["year"]), int(match["second"])
    first = _of_calendar(match, year, month, int(match["day"]))
    last = _of_calendar(match, year, month, int(match["first"]))
    return meaning.span(first, last) if first and last and first.value < last.value else None


# "يوم 23/9", "الخميس 4/10", "بتاريخ 22/7", "17/10هـ"; with a hyphen it is a score
_DAY_MONTH = rf"""{LEAD}(?P<first>\d{{1,2}})~/~(?P<second>\d{{1,2}})(?![\d/%]|~/|[.]\d)
    (?:~[(]?(?P<era>هـ|هجري|هجرية)[)]?(?!\w))?"""


def _day_month(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    behind_a_day = match.start("first") > match.start()
    is_dated = behind_a_day or context.word_before(match.start()).removeprefix("ب") == "تاريخ"
    day, month = int(match["first"]), int(match["second"])
    if match["era"] or (is_dated and _weekday_asks_for_hijri(match, day, month, context)):
        return nearest.hijri_without_year(month, day, None, context, match)
    if not is_dated:
        return None
    if month > 12 >= day:
        day, month = month, day
    date = nearest.day_without_year(month, day, None, context, match)
    return meaning.day_if_any(date)


# Days around the day of writing within which a Hijri date without a year is looked for.
_NEAR = 45


def _weekday_asks_for_hijri(match: re.Match[str], day: int, month: int, context: Context) -> bool:
    """Whether only the Hijri day near the day of writing is the weekday written beside it.

    Saudi papers write ``الأحد 17/10`` for 17 Shawwal. The Gregorian day is asked first.
    """
    named = _NAMED_WEEKDAY.search(match.group())
    if named is None or context.anchor is None:
        return False
    number = weekday_of(named.group())
    gregorian = nearest.day_without_year(month, day, None, context, match)
    if gregorian is not None and gregorian.weekday() == number:
        return False
    found = nearest.hijri_without_year(month, day, None, context, match)
    if found is None or found.interval is None:
        return False
    begin = found.interval[0]
    is_near = abs((begin - context.anchor).days) <= _NEAR
    return is_near and (begin.weekday() - number) % 7 in (0, 1, 6)


RULES: tuple[Rule, ...] = (
    rule("day-month-year", LEAD_STARTS | {DIGITS}, _DAY_MONTH_YEAR, _day_month_year),
    rule("year-month-day", LEAD_STARTS | {DIGITS}, _YEAR_MONTH_DAY, _year_month_day),
    rule("days-in-figures", {"من", "بين", "ما"}, _DAYS, _days),
    rule("day-month-in-figures", LEAD_STARTS | {DIGITS}, _DAY_MONTH, _day_month),
)
