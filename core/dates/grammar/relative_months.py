"""Days of a month that is told by a direction: ``25 من الشهر الجاري``, ``الخامس من الشهر المقبل``,
``12 الجاري``, ``يومي 12 و18 من الشهر الحالي``, ``الأسبوع الثاني من الشهر المقبل``.
"""

from __future__ import annotations

import re

from core.dates import meaning, nearest
from core.dates.context import Context
from core.dates.grammar.calendar_days import DAY_STARTS, LEAD, LEAD_STARTS, day_number
from core.dates.meaning import Meaning
from core.dates.parts import DAY_OF_MONTH, Direction, direction_of, modifier
from core.dates.rule import Rule, rule
from core.dates.steps import relative_month

# "25 من الشهر الجاري", "الخامس من الشهر المقبل", "في 12 الجاري", "10 من هذا الشهر"
_DAY_OF_RELATIVE_MONTH = rf"""{LEAD}
    (?:(?:يومي|من|بين)_)?(?:(?P<first>{DAY_OF_MONTH})(?:~و~|_إلى_))?(?P<day>{DAY_OF_MONTH})_
    (?:(?:من_)?(?:الشهر_(?P<monthly>{modifier()})|(?P<that>هذا|ذات|نفس)_الشهر(?!\w))
    |(?P<bare>الجاري|الحالي|منه)(?!\w))"""


# "الأسبوع الثاني من الشهر المقبل", "النصف الأول من الشهر الجاري"
_PART_OF_RELATIVE_MONTH = rf"""(?:الأسبوع|النصف|الثلث|العشر)
    _ال(?:أول|ثاني|ثالث|رابع|أخير|أولى|أخيرة|أواخر)_من_(?:الشهر_(?P<monthly>{modifier()})|(?P<that>هذا|ذات|نفس)_الشهر(?!\w))"""


def _part_of_relative_month(match: re.Match[str], context: Context) -> Meaning | None:
    """A week or a half of a month has the value of the month."""
    month = relative_month(_direction(match), context)
    return meaning.month(*month) if month else None


def _direction(match: re.Match[str]) -> Direction:
    if match["monthly"]:
        return direction_of(match["monthly"])
    return "same" if match["that"] in ("ذات", "نفس") else "this"


def _day_of_relative_month(match: re.Match[str], context: Context) -> Meaning | None:
    number = day_number(match["day"])
    if match["bare"] == "منه":  # "في 19 يونيو ... وفي 20 منه"
        named = context.last("day", "month", here=True)
        return meaning.day_if_any(
            named and nearest.date_or_none(named[0].year, named[0].month, number)
        )
    month = relative_month(_direction(match), context)
    if month is None:
        return None
    last = meaning.day_if_any(nearest.date_or_none(*month, number))
    if not match["first"]:
        return last
    first = meaning.day_if_any(nearest.date_or_none(*month, day_number(match["first"])))
    return meaning.span(first, last) if first and last and first.value < last.value else None


RULES: tuple[Rule, ...] = (
    rule(
        "day-of-relative-month",
        LEAD_STARTS | DAY_STARTS | {"يومي", "من", "بين"},
        _DAY_OF_RELATIVE_MONTH,
        _day_of_relative_month,
    ),
    rule(
        "part-of-relative-month",
        {"الأسبوع", "النصف", "الثلث", "العشر"},
        _PART_OF_RELATIVE_MONTH,
        _part_of_relative_month,
    ),
)
