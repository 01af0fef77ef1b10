"""Weeks, months, years, decades, seasons told by a direction: ``الأسبوع الماضي``,
``مطلع هذا العام``, ``الشهر نفسه``, ``العام قبل الماضي``, ``نهاية الأسبوع``, ``الصيف الماضي``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from core.dates import meaning
from core.dates.context import Context
from core.dates.grammar.years import one_year
from core.dates.lexicon import compile_pattern, load_words
from core.dates.meaning import Meaning
from core.dates.parts import (
    EDGE,
    EDGES,
    ERA,
    PART_OF_DAY,
    PART_WORDS,
    SEASON,
    SEASONS,
    YEAR_NUMBER,
    Direction,
    direction_of,
    modifier,
    part_of_day,
    unit_of,
)
from core.dates.rule import Rule, rule
from core.dates.steps import (
    STEPS,
    reference_day,
    relative_month,
    relative_season,
    relative_year,
    unanchored,
)
from core.text.fold import fold_key

# --- weeks, months, years, seasons ---------------------------------------------------------------
# "الأسبوع الماضي", "مطلع الشهر الجاري", "هذا العام", "العام قبل الماضي", "الصيف الماضي",
# "نهاية الأسبوع الماضي", "ذلك العام", "نفس اليوم", "نهاية العام"
_PERIOD_NOUN = rf"(?:يوم|أسبوع|شهر|عام|سنة|عقد|قرن|{SEASON})"
_PERIOD = rf"""(?:(?:عطلة_)?(?P<edge>{EDGE})_|(?P<part>{PART_OF_DAY})_(?:من_)?)?
    (?:(?P<that>هذا|هذه|ذلك|تلك|نفس|ذات)_ال(?P<pointed>{_PERIOD_NOUN})(?!\w)
      (?:_(?P<thus>{modifier()}))?
    |ال(?P<noun>{_PERIOD_NOUN})(?!\w)
      (?:_(?P<twice>قبل_الماضية?|بعد_المقبلة?|بعد_القادمة?)(?!\w)|_(?P<mod>{modifier()})
        (?:(?:_(?P<digits>{YEAR_NUMBER})|~[(]~(?P<inner>{YEAR_NUMBER})~[)]){ERA}?)?)?
    |(?P<edgy>عام|سنة|شهر)_(?P<edgymod>{modifier("past", "next")}))"""


_GENERAL = fold_key("عام")


def _period(match: re.Match[str], context: Context) -> Meaning | None:
    noun = match["pointed"] or match["noun"] or match["edgy"]
    direction = _period_direction(match, context)
    if direction is None or (direction in ("before", "this") and _is_general(match, context)):
        return None
    if context.anchor is None and direction in ("past", "next", "this"):
        return unanchored(direction)
    steps = STEPS[direction]
    if match["twice"]:
        steps *= 2
    if fold_key(noun) in SEASONS:
        return None if match["part"] else relative_season(noun, direction, context)
    unit = unit_of(noun)
    if digits := match["digits"] or match["inner"]:  # "العام الماضي 2014"
        return one_year(match, int(digits)) if unit == "Y" else None
    if match["part"] and unit != "D":
        return None  # "مساء الأسبوع الماضي"
    found = _PERIODS[unit](match, direction, steps, context)
    return replace(found, is_told_back=True) if found and direction == "before" else found


def _is_general(match: re.Match[str], context: Context) -> bool:
    """Whether ``العام`` says what an office is: ``الأمين العام السابق``."""
    if match["noun"] != _GENERAL:
        return False
    office, offices = context.word_before(match.start()), load_words("general_offices.txt")
    return office in offices or office[1:] in offices


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


def _relative_day(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    if direction in ("same", "after", "before"):
        named = context.last("day", "time")
        base = named[0] if named else None
    else:
        base = context.anchor
    if match["edge"] and not match["mod"]:
        return None
    if base is None:
        return None
    date = base + dt.timedelta(days=steps)
    return (
        meaning.part_of_day(date, part_of_day(match["part"]))
        if match["part"]
        else meaning.day(date)
    )


def _relative_week(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    base = reference_day(direction, context)
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
    base = reference_day(direction, context)
    return meaning.decade((base.year // 10 + steps) * 10) if base else None


def _relative_century(
    match: re.Match[str], direction: Direction, steps: int, context: Context
) -> Meaning | None:
    base = reference_day(direction, context)
    return meaning.century(base.year // 100 + 1 + steps) if base else None


_PERIODS = {
    "D": _relative_day,
    "W": _relative_week,
    "M": _relative_month,
    "Y": _relative_year,
    "DE": _relative_decade,
    "CE": _relative_century,
}

_PERIOD_WORDS = frozenset({"اليوم", "الأسبوع", "الشهر", "العام", "السنة", "العقد", "القرن"})
RULES: tuple[Rule, ...] = (
    rule(
        "period",
        EDGES
        | PART_WORDS
        | _PERIOD_WORDS
        | {"ال" + season for season in SEASONS}
        | {"هذا", "هذه", "ذلك", "تلك", "نفس", "ذات", "عطلة", "عام", "سنة", "شهر"},
        _PERIOD,
        _period,
    ),
)
