"""The scan: which rules are tried where, which match wins, and what becomes of neighbours.

1. Words of the line are looked up, proclitics cut off, among the words rules begin with.
2. Of the rules that match there the longest match whose resolver accepts it wins; a ``NAME``
   verdict skips the words without an expression.
3. A clock time and a day beside it become one expression; a clock time alone takes the day named
   last on the line, else the day of publication.

Every word is tried against a few patterns that look a bounded way ahead, so the scan is linear.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.dates import meaning
from core.dates.context import Context
from core.dates.grammar import (
    ago,
    calendar_days,
    clock,
    day_parts,
    durations,
    libyan_days,
    near_days,
    numeric,
    periods,
    relative_months,
    repetitions,
    running_periods,
    vague,
    vague_lengths,
    years,
)
from core.dates.lexicon import compile_pattern
from core.dates.meaning import Meaning
from core.dates.rule import DIGITS, Rule, Verdict
from core.text.tokens import readings

_WORD = re.compile(r"[^\W\d_]+|\d+")
_PROCLITICS = frozenset("وفبكل")
# What may stand between a clock time and its day.
_BETWEEN = compile_pattern(r"~[،,(-]?~(?:(?:من|في|عند|على|حوالي)_)*")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at ``start:end`` of the folded text."""

    start: int
    end: int
    meaning: Meaning
    rule: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules; of equally long matches the earlier rule wins."""
    modules = (
        numeric,
        calendar_days,
        libyan_days,
        relative_months,
        years,
        periods,
        near_days,
        running_periods,
        ago,
        clock,
        day_parts,
        durations,
        vague_lengths,
        repetitions,
        vague,
    )
    return tuple(rule for module in modules for rule in module.RULES)


@cache
def _rules_by_word() -> dict[str, tuple[tuple[int, Rule], ...]]:
    table: dict[str, list[tuple[int, Rule]]] = {}
    for order, rule in enumerate(rules()):
        for word in rule.starts:
            table.setdefault(word, []).append((order, rule))
    return {word: tuple(starting) for word, starting in table.items()}


def find_in_line(context: Context) -> list[Found]:
    """All expressions of one line in order; ``context.earlier`` grows by what is found."""
    found: list[Found] = []
    at = context.start
    for word in _WORD.finditer(context.text, context.start, context.end):
        if word.start() < at:
            continue
        result = _best(word, context)
        if result is None:
            continue
        expression, at = result
        if expression is not None:
            _add(found, expression, context)
    return found


def _best(word: re.Match[str], context: Context) -> tuple[Found | None, int] | None:
    """The winning expression that begins with ``word``, and where the scan goes on."""
    matches = [
        (match.end(), -order, match, rule)
        for start, order, rule in _candidates(word)
        if (match := rule.pattern.match(context.text, start, context.end))
    ]
    for end, _, match, rule in sorted(matches, key=lambda it: it[:2], reverse=True):
        verdict = rule.resolve(match, context)
        if verdict is Verdict.NAME:
            return None, end
        if isinstance(verdict, Meaning):
            start, stop = match.span("span" if "span" in match.re.groupindex else 0)
            return Found(start, stop, verdict, rule.name), stop
    return None


def _candidates(word: re.Match[str]) -> Iterator[tuple[int, int, Rule]]:
    """Where in the word, proclitics cut off or not, which rules may begin."""
    table, text = _rules_by_word(), word.group()
    if text.isdecimal():
        for order, rule in table[DIGITS]:
            yield word.start(), order, rule
        return
    for order, rule in table.get(text, ()):
        yield word.start(), order, rule
    if text[0] in _PROCLITICS:
        for reading in readings(text):
            if reading.cut:
                for order, rule in table.get(reading.rest, ()):
                    yield word.start() + reading.cut, order, rule


def _add(found: list[Found], new: Found, context: Context) -> None:
    """Append an expression, joined with the last one or given its day where it is a clock time."""
    last = found[-1] if found else None
    joined = last and _BETWEEN.fullmatch(context.text, last.end, new.start) and _join(last, new)
    if last and joined:
        found[-1] = joined
        context.earlier[-1] = joined.meaning
        return
    if _is_open_clock(new.meaning):
        day = _day_of_clock(context)
        new = Found(new.start, new.end, meaning.clock(day, meaning.time_of(new.meaning)), new.rule)
    found.append(new)
    context.earlier.append(new.meaning)


def _is_open_clock(it: Meaning) -> bool:
    return it.type == "TIME" and it.value.startswith("XXXX-XX-XXT")


def _is_time_of_day(it: Found) -> bool:
    """Whether an expression tells the hour, or the part of the day, and wants a day."""
    return it.rule.startswith(("hour", "part-of-a-day"))


def _join(last: Found, new: Found) -> Found | None:
    """A clock time and a day as one expression, whichever comes first."""
    time, day = (last, new) if _is_time_of_day(last) else (new, last)
    if not _is_time_of_day(time) or _is_time_of_day(day):
        return None
    if day.meaning.precision not in ("day", "time") or not day.meaning.interval:
        return None
    if day.meaning.type not in ("DATE", "TIME") or "/" in day.meaning.value:
        return None
    ends = meaning.time_of(time.meaning).split("/")
    value = "/".join(_afternoon(end, day.meaning) for end in ends)
    joined = meaning.clock(day.meaning.interval[0], value)
    return Found(last.start, new.end, joined, time.rule)


def _afternoon(time: str, day: Meaning) -> str:
    """``T08`` of an evening is ``T20``."""
    if not time[1:3].isdecimal():
        return time
    hour, rest = int(time[1:3]), time[3:]
    if day.value.endswith(("TEV", "TAF")) and hour < 12:
        return f"T{hour + 12:02}{rest}"
    if day.value.endswith("TNI") and 6 <= hour < 12:
        return f"T{hour + 12:02}{rest}"
    return time


def _day_of_clock(context: Context) -> dt.date | None:
    named = context.last("day", "time", here=True)
    return named[0] if named else context.anchor
