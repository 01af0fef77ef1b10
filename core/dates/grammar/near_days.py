"""Days told from the day of writing: ``اليوم الخميس``, ``مساء أمس``, ``يوم الأربعاء``,
``الاثنين المقبل``, ``الليلة الماضية``, ``هذا المساء``.
"""

from __future__ import annotations

import datetime as dt
import re

from core.dates import meaning, nearest
from core.dates.context import Context
from core.dates.lexicon import compile_pattern
from core.dates.meaning import Meaning
from core.dates.parts import (
    BARE_WEEKDAY,
    DEICTIC,
    DEICTICS,
    LATE_PART,
    PART_OF_DAY,
    PART_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
    Direction,
    days_from_today,
    direction_of,
    late_part,
    modifier,
    part_of_day,
    weekday_of,
)
from core.dates.rule import Rule, Verdict, rule
from core.dates.steps import STEPS, unanchored
from core.dates.traps import is_a_name_with_today, is_each_day, is_feast_day, is_named_by_a_day
from core.text.fold import fold_key

_DAY_NOUN = "(?:(?:ال)?(?:يوم|نهار|يومه)_)"
_LATE_PART = rf"(?:_(?P<late>{LATE_PART}))?"


def _of_day(match: re.Match[str], date: dt.date) -> Meaning:
    """A day, or the part of it that stands before or behind it."""
    part = _part(match)
    return meaning.part_of_day(date, part) if part else meaning.day(date)


def _part(match: re.Match[str]) -> str | None:
    if match["part"]:
        return part_of_day(match["part"])
    return late_part(match["late"]) if match["late"] else None


# --- اليوم، أمس، غدا -----------------------------------------------------------------------------
# "اليوم الخميس", "مساء أمس", "أول أمس", "يوم غد الجمعة", "صباح اليوم، السبت"
_DEICTIC_DAY = rf"""(?:(?P<part>{PART_OF_DAY})_(?:من_)?)?{_DAY_NOUN}?(?P<deictic>{DEICTIC})
    (?:(?:~[،,-]?~(?:يوم_)?(?P<weekday>{WEEKDAY}))|~[(]~(?P<inner>{WEEKDAY})~[)])?{_LATE_PART}"""
# "في أمس الحاجة": in dire need
_IN_NEED = compile_pattern(r"_(?:الحاجة|حاجة)")
# "صباح اليوم التالي", "في اليوم نفسه": a day the article named, or none
_OTHER_DAY = compile_pattern(r"_(?:التالي|نفسه|ذاته|عينه|السابق|الموالي|اللاحق)(?!\w)")
_NAMES = frozenset({"اليوم", "الغد"})
_UNTIL = frozenset(map(fold_key, ("حتى", "وحتى", "إلى", "لغاية", "لحد")))


def _deictic_day(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    if _IN_NEED.match(context.text, match.end(), context.end):
        return Verdict.NAME
    named = match["weekday"] or match["inner"]
    if _OTHER_DAY.match(context.text, match.end(), context.end):
        return Verdict.NAME
    bare = days_from_today(match["deictic"]) == 0 and not named and not match["part"]
    if match.group() in _NAMES and is_named_by_a_day(match, context):
        return Verdict.NAME
    if bare and is_a_name_with_today(match, context):
        return Verdict.NAME
    if bare and is_each_day(match, context):
        return Verdict.NAME
    if bare and (context.word_before(match.start()) in _UNTIL or _is_nowadays(match, context)):
        return meaning.vague("PRESENT_REF")
    if context.anchor is None:
        away = days_from_today(match["deictic"])
        return unanchored("past" if away < 0 else "next" if away > 0 else "this")
    date = context.anchor + dt.timedelta(days=days_from_today(match["deictic"]))
    if named:
        date = nearest.weekday_near(weekday_of(named), date)
    return _of_day(match, date)


# "باتت السوق اليوم أكبر", "لا توجد اليوم قوة": a state, not an event of the day.
_STATES = frozenset("بات باتت اصبح اصبحت توجد يوجد".split())


def _is_nowadays(match: re.Match[str], context: Context) -> bool:
    return bool(_STATES & set(context.words_before(match.start(), 4)))


# --- weekdays ------------------------------------------------------------------------------------
# "يوم الأربعاء", "مساء الثلاثاء", "الاثنين المقبل", "ليل الجمعة السبت", "الخميس من الأسبوع المقبل"
_WEEKDAY = rf"""(?:(?P<part>{PART_OF_DAY})_(?:من_)?(?:هذا_|هذه_)?)?
    (?:{_DAY_NOUN}?(?P<weekday>{WEEKDAY})|{_DAY_NOUN}(?P<bare>{BARE_WEEKDAY}))
    (?(part)(?:(?:~[-/–]~|_(?:إلى_)?){WEEKDAY})?)
    (?:_(?P<twice>قبل_الماضي|بعد_المقبل|بعد_القادم)(?!\w)
      |_(?:من_)?(?:الأسبوع|أسبوع)_(?P<weekly>{modifier("past", "next", "this")})
      |_(?:من_)?هذا_(?P<this>الأسبوع)(?!\w)
      |_(?P<mod>{modifier("past", "next", "this")}))?{_LATE_PART}"""


def _weekday(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    is_placed = any(match[group] for group in ("twice", "weekly", "this", "mod"))
    if not is_placed and is_feast_day(match, context):
        return Verdict.NAME
    number = weekday_of(match["weekday"] or match["bare"])
    if context.anchor is None:
        return meaning.unknown_weekday(number, _part(match))
    if match["weekly"] or match["this"]:
        weekly = direction_of(match["weekly"]) if match["weekly"] else "this"
        monday = context.anchor - dt.timedelta(days=context.anchor.weekday())
        monday += dt.timedelta(weeks=STEPS[weekly])
        return _of_day(match, monday + dt.timedelta(days=number))
    twice = match["twice"]
    direction: Direction | None = direction_of(match["mod"]) if match["mod"] else None
    if twice:
        direction = "past" if twice.startswith("قبل") else "next"
    date = nearest.weekday(number, direction, context, match)
    if date and twice:
        date += dt.timedelta(weeks=STEPS[direction or "this"])
    return _of_day(match, date) if date else None


# --- nights, mornings ----------------------------------------------------------------------------
# "الليلة الماضية", "الليلة", "هذا المساء", "هذه الليلة"
_NIGHT = rf"""(?:(?P<this>هذا|هذه)_ال(?P<part>صباح|مساء|ليلة|فجر|ظهر)(?!\w)
    |(?P<night>الليلة)(?:_(?P<twice>قبل_الماضية)|_(?P<mod>{modifier("past", "next", "before")}))?
    (?!\w|_(?:الأولى|الثانية|الثالثة|الواحدة|التي|الأخيرة|الكبيرة|نفسها|ذاتها)))"""


def _night(match: re.Match[str], context: Context) -> Meaning | None:
    if context.anchor is None:
        return unanchored("past" if match["mod"] else "this")
    if match["this"]:
        return meaning.part_of_day(context.anchor, part_of_day(match["part"]))
    if context.word_before(match.start()) in ("تلك", "ذات"):
        return None
    steps = -2 if match["twice"] else STEPS[direction_of(match["mod"])] if match["mod"] else 0
    return meaning.part_of_day(context.anchor + dt.timedelta(days=steps), "TNI")


RULES: tuple[Rule, ...] = (
    rule("deictic-day", PART_WORDS | set(DEICTICS) | {"يوم", "نهار"}, _DEICTIC_DAY, _deictic_day),
    rule(
        "weekday", PART_WORDS | WEEKDAY_WORDS | {"يوم", "اليوم", "نهار", "يومه"}, _WEEKDAY, _weekday
    ),
    rule("night", {"هذا", "هذه", "الليلة"}, _NIGHT, _night),
)
