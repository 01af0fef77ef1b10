"""Dates in figures: ``23/9/2024``, ``05.11.2024``, ``2024-09-17``, ``3/3/1414هـ``, ``يوم 23/9``.

Day first, as the Arab press writes, unless only month first gives a date (``6/24/2018``). Two
figures alone are a score or a fraction; they count behind يوم, a weekday or بتاريخ only.
"""

from __future__ import annotations

import datetime as dt
import re

from core.dates import meaning, nearest
from core.dates.context import Context
from core.dates.grammar.calendar_days import LEAD, LEAD_STARTS
from core.dates.meaning import Meaning
from core.dates.parts import HIJRI_ERA, part_of_day
from core.dates.rule import DIGITS, Rule, Verdict, rule
from core.text.fold import fold_key

_ERA = r"(?:~[(]?(?P<era>م|ميلادي|ميلادية|هـ|هجري|هجرية)[)]?(?!\w))?"
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
    era = fold_key(match["era"] or "")
    if era in HIJRI_ERA or (not era and year in _HIJRI_YEARS):
        found = meaning.hijri_day(year, month, day)
    else:
        found = meaning.day_if_any(day_first(year, month, day))
    if found and found.interval and match["part"]:
        return meaning.part_of_day(found.interval[0], part_of_day(match["part"]))
    return found


def day_first(year: int, month: int, day: int) -> dt.date | None:
    """The date, with month and day exchanged only when they give none as they stand."""
    return nearest.date_or_none(year, month, day) or nearest.date_or_none(year, day, month)


def _is_part_of_a_number(match: re.Match[str], context: Context) -> bool:
    """Whether figures go on before the match: a telephone number, a score, a version."""
    before = context.before(match.start(), 2)
    return before[-1:] in ("/", "-", ".", "+") and before[:1].isdecimal()


# "يوم 23/9", "الخميس 4/10", "بتاريخ 22/7"; with a hyphen it is a score
_DAY_MONTH = rf"""{LEAD}(?P<first>\d{{1,2}})~/~(?P<second>\d{{1,2}})(?![\d/%]|[.]\d)"""


def _day_month(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    behind_a_day = match.start("first") > match.start()
    if not behind_a_day and context.word_before(match.start()).removeprefix("ب") != "تاريخ":
        return None
    day, month = int(match["first"]), int(match["second"])
    if month > 12 >= day:
        day, month = month, day
    date = nearest.day_without_year(month, day, None, context, match)
    return meaning.day_if_any(date)


RULES: tuple[Rule, ...] = (
    rule("day-month-year", LEAD_STARTS | {DIGITS}, _DAY_MONTH_YEAR, _day_month_year),
    rule("year-month-day", LEAD_STARTS | {DIGITS}, _YEAR_MONTH_DAY, _year_month_day),
    rule("day-month-in-figures", LEAD_STARTS | {DIGITS}, _DAY_MONTH, _day_month),
)
