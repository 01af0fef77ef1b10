"""The quotation marks of a line one by one: which system each is of, and whether it opens.

Arabic pages mix every system (" " straight, “ ” « » in either direction, ' ', doubled), so a
mark's side is read from what stands beside it; its glyph only decides what that leaves open.
Apostrophes and rows of marks with nothing between them are no quotation. Which mark closes which
is decided in ``marks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from core.model import Line

_DOUBLE = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}' + (
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}"
    "\N{FULLWIDTH QUOTATION MARK}\N{DOUBLE PRIME}"
)
_GUILLEMETS = (
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
_SINGLE = "'`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}" + (
    "\N{SINGLE LOW-9 QUOTATION MARK}"
)
GLYPH = re.compile(f"[{_DOUBLE}{_GUILLEMETS}{_SINGLE}]")
"""Any character that may be a quotation mark."""
# A run of the same glyph is one mark ('' or «« or """).
_MARK = re.compile(f"({GLYPH.pattern})\\1*")
INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u061c\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Rows of marks with nothing between them are ornaments or junk, not quotation.
_ORNAMENT = re.compile(f"(?:{GLYPH.pattern}[ \t\u00a0]*){{7,}}")
BLANK = frozenset(" \t\u00a0\u202f") | INVISIBLE
_OPENERS = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}" + (
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}"
)
_CLOSERS = "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}" + (
    "\N{RIGHT SINGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
_BEFORE_OPENING = frozenset(":（([{")
_CLOSING_PUNCTUATION = frozenset(".,،؛;:!?؟)]}…")
# Words that lean on what follows, and short ones written tight: ب"قوة"، لـ"النخيل"، في"عز".
_CLITIC = re.compile(
    r"(?:^|[\s(،.؛])(?:[وف]?[وفبلكس](?:ال)?\u0640*|[وف]?(?:في|من|عن|مع|إن|أن|على|إلى|بأن))$"
)
_CLITIC_REACH = 5
# An ellipsis right behind the mark: the words between marks were cut there.
_DOTS = re.compile(f"{GLYPH.pattern}+(?:\\.\\.|…)")

Family = Literal["double", "guillemet", "single"]
Side = Literal["open", "close", "either"]


class Mark(NamedTuple):
    """One mark: where it stands, its system, its side, its line, and how many marks it is.

    ``times`` is above one where the same glyph stands twice in a row: a doubled mark, or two marks
    that close a quote within a quote together. ``spent`` says that some of them have been closed.
    """

    start: int
    end: int
    family: Family
    side: Side
    line: int
    times: int
    spent: bool = False


def find_marks(text: str, line: Line, number: int) -> Iterator[Mark]:
    """The marks of a line in order. ``number`` is the line's place in its article."""
    begin = line.start
    for ornament in _ORNAMENT.finditer(text, line.start, line.end):
        yield from _marks_between(text, line, number, begin, ornament.start())
        begin = ornament.end()
    yield from _marks_between(text, line, number, begin, line.end)


def _marks_between(text: str, line: Line, number: int, begin: int, end: int) -> Iterator[Mark]:
    first, last = line.start, line.end
    for match in _MARK.finditer(text, begin, end):
        start, stop = match.span()
        glyph = text[start]
        before = text[start - 1] if start > first else ""
        after = text[stop] if stop < last else ""
        if before in INVISIBLE:
            before = _visible(text, start - 1, -1, line)
        if after in INVISIBLE:
            after = _visible(text, stop, 1, line)
        length = stop - start
        family = _family(glyph, length)
        if family == "single" and _is_apostrophe(before, after):
            continue
        side = _side_between(before, after, glyph)
        if side is None:
            side = _side_within(text, start, max(line.start, start - _CLITIC_REACH), after)
        # '' is one double mark, '''' two; of all other systems each glyph may be a mark.
        times = max(1, length // 2) if glyph in _SINGLE else length
        yield Mark(start, stop, family, side, number, times)


def _family(glyph: str, length: int) -> Family:
    if glyph in _GUILLEMETS:
        return "guillemet"
    return "single" if length == 1 and glyph in _SINGLE else "double"


def _is_apostrophe(before: str, after: str) -> bool:
    return before.isdigit() or (before.isalnum() and after.isalnum())


@lru_cache(maxsize=4096)
def _side_between(before: str, after: str, glyph: str) -> Side | None:
    """The side of a mark by the characters that show beside it ("" at the ends of the line).

    ``None`` where more of the text must be seen.
    """
    free_before = not before or before in BLANK
    free_after = not after or after in BLANK
    if before in _BEFORE_OPENING:
        return "open"
    if after in _CLOSING_PUNCTUATION:
        return None if free_before and after in ".…" else "close"
    if not before:
        return "open"
    if not after:
        return "close"
    if free_before != free_after:
        return "open" if free_before else "close"
    return _side_of(glyph) if free_before else None


def _side_within(text: str, start: int, reach: int, after: str) -> Side:
    """The side of a mark that stands free before a stop or dots, or in the middle of a word.

    A one-letter word that leans on it is looked for from ``reach``.
    """
    if after in _CLOSING_PUNCTUATION:
        return "open" if _DOTS.match(text, start) else "close"
    if _CLITIC.search(text, reach, start):
        return "open"
    return _side_of(text[start])


def _side_of(glyph: str) -> Side:
    if glyph in _OPENERS:
        return "open"
    return "close" if glyph in _CLOSERS else "either"


def _visible(text: str, at: int, step: int, line: Line) -> str:
    """The nearest character that shows, or "" at the end of the line."""
    while line.start <= at < line.end:
        if text[at] not in INVISIBLE:
            return text[at]
        at += step
    return ""
