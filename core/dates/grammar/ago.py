"""So much time before or after the day of writing: ``قبل يومين``, ``قبل نحو ثلاثة أسابيع``,
``قبل عدة سنوات``, ``بعد ثلاثة أيام``. Time counted from another event is a length (``durations``).
"""

from __future__ import annotations

import datetime as dt
import re

from core.dates import meaning
from core.dates.context import Context
from core.dates.grammar.durations import ENDS_DECADE
from core.dates.lexicon import compile_pattern
from core.dates.meaning import Meaning, Unit
from core.dates.numbers import parse_number
from core.dates.parts import (
    BARE_WEEKDAY,
    MANY_UNITS,
    NUMBER,
    ONE_UNIT,
    TWO_UNITS,
    WEEKDAY,
    unit_of,
)
from core.dates.rule import Rule, rule
from core.text.fold import fold_key

# --- before and after so much time ---------------------------------------------------------------
# "قبل يومين", "قبل نحو ثلاثة أسابيع", "قبل عدة سنوات", "قبل أيام"; "بعد غد" is above.
_ABOUT = "(?:(?:نحو|حوالي|زهاء|قرابة|أكثر_من|أقل_من|ما_يقرب_من|ما_يزيد_عن|ما_يزيد_على)_)?"
_FROM_NOW = r"(?:_من_الآن(?!\w))?"
_AGO = rf"""(?P<preposition>قبل|بعد)_{_ABOUT}
    (?:(?P<number>{NUMBER})_(?P<unit>{ONE_UNIT}|{MANY_UNITS})
      |(?P<two>{TWO_UNITS})(?:_اثنين|_اثنتين)?
      |(?P<vague>(?:(?:عدة|بضعة|بضع)_)?{MANY_UNITS})(?:_(?:قليلة|عدة|طويلة|عديدة|معدودة))?
      |(?P<one>{ONE_UNIT})(?:_(?:واحدة?|كاملة?))?)(?!\w)
    (?P<half>_و~(?:ال)?نصف(?:_(?:ال)?(?:شهر|عام|سنة|أسبوع))?(?!\w))?{_FROM_NOW}"""
# "قبل عام 2011", "قبل يوم الأحد", "قبل شهر رمضان" name a time; "قبل أسبوع من الحادث" counts from
# another event.
_NOT_AGO = compile_pattern(
    rf"""(?:_فقط)?_(?:\d|من_(?!(?:الآن|دون|غير)(?!\w))|على_|{WEEKDAY}|{BARE_WEEKDAY}|ال(?!ي(?!\w))|رمضان|أن_|واحد_من)
    |~[(/]~\d|_و(?:نصف|ثلث|ربع)"""
)


def _ago(match: re.Match[str], context: Context) -> Meaning | None:
    if _NOT_AGO.match(context.text, match.end(), context.end):
        return None
    ago = match["preposition"] == "قبل"
    is_decade = match["one"] and fold_key(match["one"]) == fold_key("عقد")
    if is_decade and not ENDS_DECADE.match(context.text, match.end(), context.end):
        return None
    if not ago and not _counts_from_now(match, context):
        return None
    if match["vague"] or context.anchor is None:
        return meaning.vague("PAST_REF" if ago else "FUTURE_REF")
    unit = unit_of(match["unit"] or match["two"] or match["one"])
    amount = parse_number(match["number"]) if match["number"] else 2 if match["two"] else 1
    if unit in _OF_CLOCK:  # the anchor is a day, which an hour ago need not be
        return meaning.vague("PAST_REF" if ago else "FUTURE_REF")
    sign = -1 if ago else 1
    half = dt.timedelta(days=sign * _HALF_DAYS.get(unit, 0)) if match["half"] else dt.timedelta()
    return _shifted(context.anchor + half, unit, sign * (amount or 0))


_OF_CLOCK: frozenset[Unit] = frozenset({"S", "MIN", "H"})
_HALF_DAYS: dict[Unit, int] = {"W": 3, "M": 15, "Y": 182}


def _counts_from_now(match: re.Match[str], context: Context) -> bool:
    """Whether ``بعد`` looks ahead from the day of writing, not on from an event of the past."""
    return fold_key("من الآن") in match.group() or context.is_future(match)


def _shifted(anchor: dt.date, unit: Unit, by: int) -> Meaning | None:
    """The day, week, month or year so far from the anchor: no more precise than the unit."""
    if abs(by) > _FARTHEST:
        return None
    if unit == "D":
        return meaning.day(anchor + dt.timedelta(days=by))
    if unit == "W":
        return meaning.week(anchor + dt.timedelta(weeks=by))
    if unit == "M":
        return meaning.month(*meaning.shift_month(anchor.year, anchor.month, by))
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    if years is None or not 1 <= anchor.year + by * years <= 2999:
        return None
    return meaning.year(anchor.year + by * years)


_FARTHEST = 3000

RULES: tuple[Rule, ...] = (rule("ago", {"قبل", "بعد"}, _AGO, _ago),)
