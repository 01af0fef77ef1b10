"""Where quotation marks open and close: the outermost marked spans of an article.

Arabic pages mix every system (" " straight, “ ” « » in either direction, ' ', doubled) and often
lose one of a pair, so a mark's side is read from what stands beside it, its glyph only decides
what that leaves open. A quote over several paragraphs opens once and closes once; one that never
closes ends with its paragraph when something introduces it, else with its clause. Whether a span
is a quote, a name or words at a distance is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.model import Line, Span

_DOUBLE = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}' + (
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}"
    "\N{FULLWIDTH QUOTATION MARK}"
)
_GUILLEMETS = (
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
_SINGLE = "'`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
# A run of the same glyph is one mark ('' or «« or """); spaces inside it do not count.
_MARK = re.compile(f"([{_DOUBLE}{_GUILLEMETS}{_SINGLE}])\\1*")
_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Rows of marks with nothing between them are ornaments or junk, not quotation.
_ORNAMENT = re.compile(f"(?:[{_DOUBLE}{_GUILLEMETS}{_SINGLE}][ \t\u00a0]*){{7,}}")
_BLANK = " \t\u00a0\u202f" + _INVISIBLE
_OPENERS = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}" + (
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
)
_CLOSERS = "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}" + (
    "\N{RIGHT SINGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
_CLOSING_PUNCTUATION = ".,،؛;:!?؟)]}…"
# One-letter words that lean on what follows: ب"قوة"، و"الأهرام"، لـ"داعش".
_CLITIC = re.compile(r"(?:^|[\s(،.؛])[وف]?[وفبلكس](?:ال)?\u0640*$")
_INTRODUCED = re.compile(
    r"(?:[:：]|(?:^|\s)(?:[وف]?(?:أن|إن|ان|بأن|بان|قال|قالت|قائلا|قائلة|أضاف|أضافت|وقال|تابع|كتب|قوله|قولها)))$"
)
_CLAUSE_END = re.compile(r"[.،؛:!؟?]")
_MAX_PARAGRAPHS = 12

Family = Literal["double", "guillemet", "single"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span between marks: ``inside`` without the marks and blanks, ``outside`` with them.

    ``closed`` and ``opened`` say whether both marks are there.
    """

    inside: Span
    outside: Span
    opened: bool = True
    closed: bool = True


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    side: Literal["open", "close", "either"]
    line: int


@dataclass(slots=True)
class _Pair:
    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool = True
    closed: bool = True


def find_marked(text: str, lines: Sequence[Line]) -> list[Marked]:
    """The outermost marked spans of the lines of one article, in order, never overlapping.

    Linear in the length of the lines.
    """
    marks = [mark for number, line in enumerate(lines) for mark in _marks_of(text, line, number)]
    pairs, opens, closes = _pair_by_line(marks)
    pairs += _pair_leftovers(text, lines, opens, closes)
    return _outermost(text, pairs)


def _marks_of(text: str, line: Line, number: int) -> list[_Mark]:
    found: list[_Mark] = []
    begin = line.start
    for ornament in _ORNAMENT.finditer(text, line.start, line.end):
        found += _marks_between(text, line, number, begin, ornament.start())
        begin = ornament.end()
    return found + _marks_between(text, line, number, begin, line.end)


def _marks_between(text: str, line: Line, number: int, begin: int, end: int) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(text, begin, end):
        glyph = match.group(1)
        family = _family(glyph, match.end() - match.start())
        side = _side(text, line, match.start(), match.end(), glyph)
        if family == "single" and _is_apostrophe(text, line, match):
            continue
        found.append(_Mark(match.start(), match.end(), family, side, number))
    return found


def _family(glyph: str, length: int) -> Family:
    if glyph in _GUILLEMETS:
        return "guillemet"
    return "single" if glyph in _SINGLE and length == 1 else "double"


def _is_apostrophe(text: str, line: Line, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() > line.start else " "
    after = text[match.end()] if match.end() < line.end else " "
    return (before.isalnum() and after.isalnum()) or before.isdigit()


def _side(
    text: str, line: Line, start: int, end: int, glyph: str
) -> Literal["open", "close", "either"]:
    """Whether a mark opens or closes, by its neighbours; the glyph decides where they do not."""
    before = _visible(text, start - 1, -1, line)
    after = _visible(text, end, 1, line)
    free_before = not before or before in _BLANK
    free_after = not after or after in _BLANK
    if before and before in ":（([{":
        return "open"
    ellipsis = text.startswith(("..", "…"), end) and free_before
    if after and after in _CLOSING_PUNCTUATION and not ellipsis:
        return "close"
    if not before:
        return "open"
    if not after:
        return "close"
    if free_before != free_after:
        return "open" if free_before else "close"
    if not free_before and _CLITIC.search(text, max(line.start, start - 5), start):
        return "open"
    if glyph in _OPENERS:
        return "open"
    return "close" if glyph in _CLOSERS else "either"


def _visible(text: str, at: int, step: int, line: Line) -> str:
    """The nearest character that shows, or "" at the end of the line."""
    while line.start <= at < line.end:
        if text[at] not in _INVISIBLE:
            return text[at]
        at += step
    return ""


def _pair_by_line(marks: Sequence[_Mark]) -> tuple[list[_Pair], list[_Mark], list[_Mark]]:
    """Pairs inside each line; then the marks that opened or closed nothing, in order."""
    pairs: list[_Pair] = []
    opens: list[_Mark] = []
    closes: list[_Mark] = []
    stacks: dict[Family, list[_Mark]] = {"double": [], "guillemet": [], "single": []}
    line = -1

    def end_line() -> None:
        for family, stack in stacks.items():
            for mark in stack:
                if family != "single":
                    (closes if mark.side == "close" else opens).append(mark)
            stack.clear()

    for mark in marks:
        if mark.line != line:
            end_line()
            line = mark.line
        stack = stacks[mark.family]
        if not stack:
            # A closing mark with nothing open may be an opening one with a slip in its spaces.
            stack.append(mark)
        elif mark.side == "open":
            if stack[-1].side == "close":
                closes.append(stack.pop())
            stack.append(mark)
        else:
            opening = stack.pop()
            pairs.append(_Pair(opening.start, mark.end, opening.end, mark.start))
    end_line()
    order = lambda mark: mark.start  # noqa: E731 - a key, used twice
    return pairs, sorted(opens, key=order), sorted(closes, key=order)


def _pair_leftovers(
    text: str, lines: Sequence[Line], opens: list[_Mark], closes: list[_Mark]
) -> list[_Pair]:
    """Quotes over several paragraphs, and those that were never closed or never opened."""
    pairs: list[_Pair] = []
    until = -1
    at = 0
    used: set[int] = set()
    for number, mark in enumerate(opens):
        if mark.start < until:
            continue
        while at < len(closes) and closes[at].start < mark.end:
            at += 1
        close = closes[at] if at < len(closes) else None
        if close is not None and _may_span(lines, mark, close, opens, number):
            pairs.append(_Pair(mark.start, close.end, mark.end, close.start))
            used.add(close.start)
            until = close.end
        else:
            pairs.append(_unclosed(text, lines[mark.line], mark))
            until = pairs[-1].end
    pairs += [
        pair
        for close in closes
        if close.start not in used and (pair := _unopened(text, lines[close.line], close))
    ]
    return pairs


def _may_span(
    lines: Sequence[Line], opening: _Mark, close: _Mark, opens: Sequence[_Mark], number: int
) -> bool:
    """Whether a mark left open may run on to one that closes in a later paragraph."""
    if close.line == opening.line:
        return True
    if close.line - opening.line > _MAX_PARAGRAPHS:
        return False
    if any(lines[at].kind == "headline" for at in range(opening.line, close.line + 1)):
        return False
    # Every further opening in between must stand at the head of its paragraph (re-opened).
    for at in range(number + 1, len(opens)):
        other = opens[at]
        if other.start > close.start:
            break
        if other.start != lines[other.line].start:
            return False
    return True


def _unclosed(text: str, line: Line, mark: _Mark) -> _Pair:
    """A span whose end is not marked: to the end of the paragraph, or of the clause."""
    before = text[max(line.start, mark.start - 12) : mark.start].rstrip(_BLANK)
    end = line.end
    if mark.start > line.start and not _INTRODUCED.search(before):
        stop = _CLAUSE_END.search(text, mark.end, line.end)
        end = stop.start() if stop else line.end
    return _Pair(mark.start, end, mark.end, end, closed=False)


def _unopened(text: str, line: Line, mark: _Mark) -> _Pair | None:
    """A span whose beginning is not marked: from the last colon of its line."""
    colon = text.rfind(":", line.start, mark.start)
    if colon < 0 or len(text[colon + 1 : mark.start].split()) < 3:
        return None
    return _Pair(colon + 1, mark.end, colon + 1, mark.start, opened=False)


def _outermost(text: str, pairs: list[_Pair]) -> list[Marked]:
    found: list[Marked] = []
    until = -1
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if pair.start < until:
            continue
        start, end = pair.inner_start, pair.inner_end
        while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
            end -= 1
        if start == end:
            continue
        outside = Span(pair.start, pair.end)
        found.append(Marked(Span(start, end), outside, pair.opened, pair.closed))
        until = pair.end
    return found
