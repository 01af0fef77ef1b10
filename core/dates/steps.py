"""Years, months and seasons that are told by a direction: ``العام الماضي``, ``الشهر نفسه``.

``past``, ``next`` and ``this`` count from the publication date; ``same``, ``after`` and ``before``
from the time the article named last. Without one there is no answer.
"""

from __future__ import annotations

import datetime as dt

from core.dates import meaning
from core.dates.context import Context
from core.dates.meaning import Meaning, Reference
from core.dates.parts import SEASONS, Direction
from core.model import Precision
from core.text.fold import fold_key

STEPS: dict[Direction, int] = {
    "past": -1,
    "before": -1,
    "this": 0,
    "same": 0,
    "next": 1,
    "after": 1,
}
"""How many units a direction is away."""


_WITHIN_A_YEAR: tuple[Precision, ...] = (
    "day",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
)


def unanchored(direction: Direction) -> Meaning | None:
    """What a direction says in an article without a date: before now, now, or to come."""
    if direction in ("same", "after", "before"):
        return None
    return meaning.vague(_REFERENCES[STEPS[direction]])


_REFERENCES: dict[int, Reference] = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def reference_day(direction: Direction, context: Context) -> dt.date | None:
    """The day the direction counts from: the anchor, or the day named last."""
    if direction not in ("same", "after", "before"):
        return context.anchor
    named = context.last("day", "time", "week", "month", "year", told_back=direction != "before")
    return named[0] if named else context.anchor if direction == "same" else None


def relative_year(direction: Direction, context: Context) -> int | None:
    """``العام الماضي``, ``العام نفسه`` as a number."""
    if direction in ("same", "after", "before"):
        named = context.last(*_WITHIN_A_YEAR, told_back=direction != "before")
        if named is None:
            return context.anchor.year if context.anchor and direction == "same" else None
        return named[0].year + STEPS[direction]
    if context.anchor is None:
        return None
    return context.anchor.year + STEPS[direction]


def relative_month(direction: Direction, context: Context) -> tuple[int, int] | None:
    """Year and month of ``الشهر الماضي``, ``الشهر نفسه``."""
    if direction in ("same", "after", "before"):
        named = context.last("day", "month", told_back=direction != "before")
        base = named[0] if named else context.anchor if direction == "same" else None
    else:
        base = context.anchor
    return meaning.shift_month(base.year, base.month, STEPS[direction]) if base else None


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
