"""Times told from the day of writing or from a time just named: ``اليوم الخميس``, ``مساء أمس``,
``يوم الأربعاء``, ``الأسبوع الماضي``, ``مطلع هذا العام``, ``الشهر نفسه``, ``الليلة الماضية``,
``قبل يومين``.
"""

from __future__ import annotations

import datetime as dt
import re

from core.dates import meaning, nearest
from core.dates.context import Context
from core.dates.grammar.calendar_days import relative_month, relative_year
from core.dates.lexicon import compile_pattern
from core.dates.meaning import Meaning, Unit
from core.dates.numbers import parse_number
from core.dates.parts import (
    BARE_WEEKDAY,
    DEICTIC,
    DEICTICS,
    EDGE,
    EDGES,
    MANY_UNITS,
    NUMBER,
    ONE_UNIT,
    PART_OF_DAY,
    PART_WORDS,
    SEASON,
    SEASONS,
    TWO_UNITS,
    WEEKDAY,
    WEEKDAY_WORDS,
    Direction,
    days_from_today,
    direction_of,
    modifier,
    part_of_day,
    unit_of,
    weekday_of,
)
from core.dates.rule import Rule, Verdict, rule
from core.dates.traps import is_a_name_with_today, is_each_day, is_feast_day
from core.text.fold import fold_key

_DAY_NOUN = "(?:(?:ال)?(?:يوم|نهار)_)"
_LATE = {"صباحا": "TMO", "فجرا": "TMO", "ظهرا": "TAF", "عصرا": "TAF", "مساء": "TEV", "ليلا": "TNI"}
_LATE_PART = r"(?:_(?P<late>صباحا|فجرا|ظهرا|عصرا|مساء|ليلا)(?!\w))?"


def _of_day(match: re.Match[str], date: dt.date) -> Meaning:
    """A day, or the part of it that stands before or behind it."""
    if match["part"]:
        return meaning.part_of_day(date, part_of_day(match["part"]))
    if match["late"]:
        return meaning.part_of_day(date, _LATE[match["late"]])
    return meaning.day(date)


# --- اليوم، أمس، غدا -----------------------------------------------------------------------------
# "اليوم الخميس", "مساء أمس", "أول أمس", "يوم غد الجمعة", "صباح اليوم، السبت"
_DEICTIC_DAY = rf"""(?:(?P<part>{PART_OF_DAY})_(?:من_)?)?{_DAY_NOUN}?(?P<deictic>{DEICTIC})
    (?:(?:~[،,-]?~(?:يوم_)?(?P<weekday>{WEEKDAY}))|~[(]~(?P<inner>{WEEKDAY})~[)])?{_LATE_PART}"""
# "في أمس الحاجة": in dire need
_IN_NEED = compile_pattern(r"_(?:الحاجة|حاجة)")
_UNTIL = frozenset(map(fold_key, ("حتى", "وحتى", "إلى")))


def _deictic_day(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    if _IN_NEED.match(context.text, match.end(), context.end):
        return Verdict.NAME
    named = match["weekday"] or match["inner"]
    bare = days_from_today(match["deictic"]) == 0 and not named and not match["part"]
    if bare and is_a_name_with_today(match, context):
        return Verdict.NAME
    if bare and is_each_day(match, context):
        return Verdict.NAME
    if bare and context.word_before(match.start()) in _UNTIL:
        return meaning.vague("PRESENT_REF")
    if context.anchor is None:
        return meaning.vague("PRESENT_REF") if bare else None
    date = context.anchor + dt.timedelta(days=days_from_today(match["deictic"]))
    if named:
        date = nearest.weekday_near(weekday_of(named), date)
    return _of_day(match, date)


# --- weekdays ------------------------------------------------------------------------------------
# "يوم الأربعاء", "مساء الثلاثاء", "الاثنين المقبل", "ليل الجمعة السبت", "الخميس من الأسبوع المقبل"
_WEEKDAY = rf"""(?:(?P<part>{PART_OF_DAY})_(?:من_)?)?
    (?:{_DAY_NOUN}?(?P<weekday>{WEEKDAY})|{_DAY_NOUN}(?P<bare>{BARE_WEEKDAY}))
    (?:(?<=\w)(?:~[-/–]~|_){WEEKDAY}(?=[،.,)]|~$|_[^،]))?
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
        return None
    if match["weekly"] or match["this"]:
        weekly = direction_of(match["weekly"]) if match["weekly"] else "this"
        monday = context.anchor - dt.timedelta(days=context.anchor.weekday())
        monday += dt.timedelta(weeks=_STEPS[weekly])
        return _of_day(match, monday + dt.timedelta(days=number))
    twice = match["twice"]
    direction: Direction | None = direction_of(match["mod"]) if match["mod"] else None
    if twice:
        direction = "past" if twice.startswith("قبل") else "next"
    date = nearest.weekday(number, direction, context, match)
    if date and twice:
        date += dt.timedelta(weeks=_STEPS[direction or "this"])
    return _of_day(match, date) if date else None


_STEPS: dict[Direction, int] = {
    "past": -1,
    "before": -1,
    "this": 0,
    "same": 0,
    "next": 1,
    "after": 1,
}

# --- weeks, months, years, seasons ---------------------------------------------------------------
# "الأسبوع الماضي", "مطلع الشهر الجاري", "هذا العام", "العام قبل الماضي", "الصيف الماضي",
# "نهاية الأسبوع الماضي", "ذلك العام", "نفس اليوم", "نهاية العام"
_PERIOD_NOUN = rf"(?:يوم|أسبوع|شهر|عام|سنة|عقد|قرن|{SEASON})"
_PERIOD = rf"""(?:(?:عطلة_)?(?P<edge>{EDGE})_)?
    (?:(?P<that>هذا|هذه|ذلك|تلك|نفس|ذات)_ال(?P<pointed>{_PERIOD_NOUN})(?!\w)
      (?:_(?P<thus>{modifier()}))?
    |ال(?P<noun>{_PERIOD_NOUN})(?!\w)
      (?:_(?P<twice>قبل_الماضية?|بعد_المقبلة?|بعد_القادمة?)(?!\w)|_(?P<mod>{modifier()}))?
    |(?P<edgy>عام|سنة|شهر)_(?P<edgymod>{modifier("past", "next")}))"""


def _period(match: re.Match[str], context: Context) -> Meaning | None:
    noun = match["pointed"] or match["noun"] or match["edgy"]
    direction = _period_direction(match, context)
    if direction is None:
        return None
    steps = _STEPS[direction]
    if match["twice"]:
        steps *= 2
    if fold_key(noun) in SEASONS:
        return relative_season(noun, direction, context)
    return _PERIODS[unit_of(noun)](match, direction, steps, context)


def _period_direction(match: re.Match[str], context: Context) -> Direction | None:
    """Where the period lies; ``None`` when nothing places it (``العام`` is "general" as well)."""
    if match["that"]:
        if match["thus"] and direction_of(match["thus"]) in ("past", "next"):
            return direction_of(match["thus"])
        return "this" if match["that"] in ("هذا", "هذه") else "same"
    if match["twice"]:
        return "past" if match["twice"].startswith("قبل") else "next"
    if match["mod"] or match["edgymod"]:
        return direction_of(match["mod"] or match["edgymod"])
    if match["edge"]:
        return "this"
    return "this" if _is_this_period(match, context) else None


# "خلال العام", "خلال الأسبوع": the running one, unless an adjective says which.
_ADJECTIVE = compile_pattern("_ال")


def _is_this_period(match: re.Match[str], context: Context) -> bool:
    if match["noun"] is None or fold_key(match["noun"]) not in _BARE_PERIODS:
        return False
    if context.word_before(match.start()).removeprefix("و") != "خلال":
        return False
    return not _ADJECTIVE.match(context.text, match.end(), context.end)


_BARE_PERIODS = frozenset(map(fold_key, ("أسبوع", "شهر", "عام", "سنة")))


def _reference(direction: Direction, context: Context) -> dt.date | None:
    """The day the direction counts from: the anchor, or the day named last."""
    if direction not in ("same", "after", "before"):
        return context.anchor
    named = context.last("day", "time", "week", "month", "year")
    return named[0] if named else context.anchor if direction == "same" else None


def _relative_day(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    if direction in ("same", "after", "before"):
        named = context.last("day", "time")
        return meaning.day(named[0] + dt.timedelta(days=steps)) if named else None
    if match["that"] and context.anchor:
        return meaning.day(context.anchor)
    if match["edge"] and not match["mod"]:
        return None
    return meaning.day(context.anchor + dt.timedelta(days=steps)) if context.anchor else None


def _relative_week(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    base = _reference(direction, context)
    if base is None:
        return None
    date = base + dt.timedelta(weeks=steps)
    is_weekend = match["edge"] and fold_key(match["edge"]) == fold_key("نهاية")
    return meaning.weekend(date) if is_weekend else meaning.week(date)


def _relative_month(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    found = relative_month(direction, context)
    if found and match["twice"]:
        found = meaning.shift_month(*found, steps // 2)
    return meaning.month(*found) if found else None


def _relative_year(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    found = relative_year(direction, context)
    if found and match["twice"]:
        found += steps // 2
    return meaning.year(found) if found else None


def _relative_decade(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    # "هذا العقد", "العقد الحالي" are contracts, save behind a word for time.
    may_be_contract = direction == "this" and not match["edge"]
    if may_be_contract and context.word_before(match.start()) not in ("في", "خلال", "منذ"):
        return None
    base = _reference(direction, context)
    return meaning.decade((base.year // 10 + steps) * 10) if base else None


def _relative_century(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    base = _reference(direction, context)
    return meaning.century(base.year // 100 + 1 + steps) if base else None


_PERIODS = {
    "D": _relative_day,
    "W": _relative_week,
    "M": _relative_month,
    "Y": _relative_year,
    "DE": _relative_decade,
    "CE": _relative_century,
}


def relative_season(noun: str, direction: Direction | None, context: Context) -> Meaning | None:
    """``الصيف الماضي``: the last one that was over; without a direction the latest begun."""
    base = context.anchor
    if base is None:
        return None
    name = SEASONS[fold_key(noun)]
    seasons = [meaning.season(base.year + by, name) for by in (-2, -1, 0, 1)]
    over = [it for it in seasons if it.interval and it.interval[1] <= base]
    begun = [it for it in seasons if it.interval and it.interval[0] <= base]
    ahead = [it for it in seasons if it.interval and it.interval[0] > base]
    if direction == "past":
        return over[-1]
    if direction == "next":
        return ahead[0]
    if direction in ("this", "same"):
        current = [it for it in begun if it not in over]
        return current[-1] if current else meaning.season(base.year, name)
    return begun[-1]


# --- nights, mornings ----------------------------------------------------------------------------
# "الليلة الماضية", "الليلة", "هذا المساء", "هذه الليلة"
_NIGHT = rf"""(?:(?P<this>هذا|هذه)_ال(?P<part>صباح|مساء|ليلة|فجر|ظهر)(?!\w)
    |(?P<night>الليلة)(?:_(?P<twice>قبل_الماضية)|_(?P<mod>{modifier("past", "next", "before")}))?
    (?!\w|_(?:الأولى|الثانية|الثالثة|الواحدة|التي|الأخيرة|الكبيرة|نفسها|ذاتها)))"""


def _night(match: re.Match[str], context: Context) -> Meaning | None:
    if context.anchor is None:
        return None
    if match["this"]:
        return meaning.part_of_day(context.anchor, part_of_day(match["part"]))
    if context.word_before(match.start()) in ("تلك", "ذات"):
        return None
    steps = -2 if match["twice"] else _STEPS[direction_of(match["mod"])] if match["mod"] else 0
    return meaning.part_of_day(context.anchor + dt.timedelta(days=steps), "TNI")


# --- before and after so much time ---------------------------------------------------------------
# "قبل يومين", "قبل نحو ثلاثة أسابيع", "قبل عدة سنوات", "قبل أيام"; "بعد غد" is above.
_ABOUT = "(?:(?:نحو|حوالي|زهاء|قرابة|أكثر_من|أقل_من|ما_يقرب_من|ما_يزيد_عن|ما_يزيد_على)_)?"
_FROM_NOW = r"(?:_(?:من_الآن|تقريبا|فقط)(?!\w))?"
_AGO = rf"""(?P<preposition>قبل|بعد)_{_ABOUT}
    (?:(?P<number>{NUMBER})_(?P<unit>{ONE_UNIT}|{MANY_UNITS})
      |(?P<two>{TWO_UNITS})(?:_اثنين|_اثنتين)?
      |(?P<vague>(?:(?:عدة|بضعة|بضع)_)?{MANY_UNITS})(?:_(?:قليلة|عدة|طويلة|عديدة|معدودة))?
      |(?P<one>{ONE_UNIT})(?:_(?:واحدة?|كاملة?))?)(?!\w){_FROM_NOW}"""
# "قبل عام 2011", "قبل يوم الأحد", "قبل شهر رمضان" name a time; "قبل أسبوع من الحادث" counts from
# another event.
_NOT_AGO = compile_pattern(
    rf"""_(?:\d|من_(?!الآن|دون|غير)|على_|{WEEKDAY}|{BARE_WEEKDAY}|ال|رمضان|أن_|واحد_من)
    |~[(/]~\d|_و(?:نصف|ثلث|ربع)"""
)


def _ago(match: re.Match[str], context: Context) -> Meaning | None:
    if context.anchor is None or _NOT_AGO.match(context.text, match.end(), context.end):
        return None
    ago = match["preposition"] == "قبل"
    if not ago and not _counts_from_now(match, context):
        return None
    if match["vague"]:
        return meaning.vague("PAST_REF" if ago else "FUTURE_REF")
    if match["one"] and not ago and context.word_after(match.end()) == "":
        return None
    unit = unit_of(match["unit"] or match["two"] or match["one"])
    amount = parse_number(match["number"]) if match["number"] else 2 if match["two"] else 1
    return _shifted(context.anchor, unit, -(amount or 0) if ago else amount or 0)


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

_PERIOD_WORDS = frozenset({"اليوم", "الأسبوع", "الشهر", "العام", "السنة", "العقد", "القرن"})
RULES: tuple[Rule, ...] = (
    rule("deictic-day", PART_WORDS | set(DEICTICS) | {"يوم", "نهار"}, _DEICTIC_DAY, _deictic_day),
    rule("weekday", PART_WORDS | WEEKDAY_WORDS | {"يوم", "اليوم", "نهار"}, _WEEKDAY, _weekday),
    rule(
        "period",
        EDGES
        | _PERIOD_WORDS
        | {"ال" + season for season in SEASONS}
        | {"هذا", "هذه", "ذلك", "تلك", "نفس", "ذات", "عطلة", "عام", "سنة", "شهر"},
        _PERIOD,
        _period,
    ),
    rule("night", {"هذا", "هذه", "الليلة"}, _NIGHT, _night),
    rule("ago", {"قبل", "بعد"}, _AGO, _ago),
)
