"""Where quotation marks open and close: the outermost marked spans of an article.

Pages often lose one of a pair. A quote over several paragraphs opens once and closes once, or
opens anew at the head of each paragraph; one that never closes ends with its paragraph when
something introduces it, else with its clause; one that never opens begins after the last colon,
or with its paragraph when a cue follows it. Whether a span is a quote, a name or words at a
distance is not decided here (``verdict``), nor which way a mark faces (``glyphs``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from core.model import Line, Span
from core.quotes.glyphs import BLANK, GLYPH, INVISIBLE, Family, Mark, find_marks

_INTRODUCED = re.compile(
    r"(?:[:：]|(?:^|\s)[وف]?(?:أن|إن|ان|بأن|بان|قال|قالت|قائلا|قائلة|أضاف|أضافت|تابع|كتب|قوله|قولها))$"
)
_SPOKEN = re.compile(
    r"(?:^|[\s.])[وف]?(?:قال|أضاف|تابع|أوضح|أكد|صرح|كتب|أردف|زاد|ختم)ت?"
    r"(?: (?![إأا]ن )[^\s،.:؛]+){1,4}$"
)
_REPORTED = re.compile(r"[ \u00a0]*(?:إن|أن|بأن)(?:ه|ها|هم)?[ \u00a0]")
_ATTRIBUTED = re.compile(
    r"[ \u00a0]?[،,.]{0,3}[ \u00a0]*"
    r"(?:[وف]?(?:قال|أضاف|تابع|أكد|أوضح|كتب|صرح|ذكر|ختم)(?:ت|وا)?"
    r"|كما (?:قال|يقول|أكد)ت?|هكذا|بهذه|على حد)\b"
)
# Not before "، وأنه …": the clause quoted goes on there.
_CLAUSE_END = re.compile(r"[.؛:!؟?]|،(?![ \u00a0]*وأن)")
_AFTER_QUOTE = re.compile(r"[\s.،,؛!؟?\"”»“)]*$")
_EDGES = "".join(BLANK) + "\n\r"
_MAX_PARAGRAPHS = 12
_INTRODUCTION_REACH, _SPOKEN_REACH = 12, 60
_LONGEST_UNOPENED = 1500
"""Letters: how far back a quote that is never opened is looked for."""
_SHORTEST = 3
"""Words before a closing mark: fewer are hardly a quote whose opening was lost."""


class _Pair(NamedTuple):
    start: int
    end: int
    inner_start: int
    inner_end: int


class _Leftovers(NamedTuple):
    """What pairing line by line leaves: marks that opened or closed nothing, in order.

    ``heads`` are the opening marks at the heads of lines, by line, with their pair if they have
    one.
    """

    opens: list[Mark]
    closes: list[Mark]
    heads: Mapping[int, tuple[Mark, _Pair | None]]


def find_marked(text: str, lines: Sequence[Line]) -> list[Span]:
    """The insides of the outermost marked spans of an article's lines, in order.

    They never overlap and hold neither their marks nor the blanks beside them. Linear in the
    length of the lines.
    """
    pairs: list[_Pair] = []
    leftovers = _Leftovers([], [], heads := {})
    for number, line in enumerate(lines):
        if GLYPH.search(text, line.start, line.end) is None:
            continue
        marks = list(find_marks(text, line, number))
        if not marks:
            continue
        first = marks[0]
        own = _pair_line(text, line, marks, leftovers)
        if first.side == "open" and not text[line.start : first.start].strip(_EDGES):
            heads[number] = first, next((pair for pair in own if pair.start == first.start), None)
        pairs += own
    pairs += _pair_leftovers(text, lines, leftovers)
    return _outermost(text, pairs)


def _pair_line(text: str, line: Line, marks: Sequence[Mark], rest: _Leftovers) -> list[_Pair]:
    """The pairs inside a line; the marks that opened or closed nothing go to ``rest``."""
    if len(marks) == 1:
        _leave(text, line, marks[0], rest)
        return []
    pairs: list[_Pair] = []
    stacks: dict[Family, list[Mark]] = {"double": [], "guillemet": [], "single": []}
    for mark in marks:
        stack = stacks[mark.family]
        if not stack:
            # A closing mark with nothing open may be an opening one with a slip in its spaces.
            stack.append(mark)
        elif mark.side == "open":
            if stack[-1].side == "close":
                rest.closes.append(stack.pop())
            stack.append(mark)
        else:
            pairs += _close(stack, mark)
    for stack in stacks.values():
        for mark in stack:
            _leave(text, line, mark, rest)
    return pairs


def _leave(text: str, line: Line, mark: Mark, rest: _Leftovers) -> None:
    """Put a mark that opened or closed nothing in its line with the others of the article."""
    if not mark.spent and (mark.family != "single" or _is_quotation(text, line, mark)):
        (rest.closes if mark.side == "close" else rest.opens).append(mark)


def _close(stack: list[Mark], mark: Mark) -> Iterator[_Pair]:
    """The pairs a closing mark ends: two where it stands twice, for a quote within a quote."""
    left, at = mark.times, mark.start
    glyph = (mark.end - mark.start) // mark.times
    while stack and left > 0:
        opening = stack.pop()
        if opening.times > left:
            begin = opening.end - left * glyph
            yield _Pair(begin, mark.end, opening.end, at)
            stack.append(opening._replace(end=begin, times=opening.times - left, spent=True))
            return
        left -= opening.times
        stop = mark.end - left * glyph if stack else mark.end
        yield _Pair(opening.start, stop, opening.end, at)
        at = stop


def _is_quotation(text: str, line: Line, mark: Mark) -> bool:
    """Whether a lone single mark is more than an apostrophe: it is introduced, or ends its line."""
    if mark.side == "close":
        return _AFTER_QUOTE.match(text, mark.end, line.end) is not None
    return mark.start > line.start and _is_introduced(text, line, mark)


def _pair_leftovers(text: str, lines: Sequence[Line], rest: _Leftovers) -> Iterator[_Pair]:
    """Quotes over several paragraphs, and those that were never closed or never opened."""
    opens = sorted(rest.opens, key=_start)
    closes = sorted(rest.closes, key=_start)
    until = -1
    at = 0
    used: set[int] = set()
    for number, mark in enumerate(opens):
        if mark.start < until:
            continue
        while at < len(closes) and closes[at].start < mark.end:
            at += 1
        close = closes[at] if at < len(closes) else None
        last, pair = _reopened(text, lines, rest.heads, mark)
        if pair is None and close is not None and _may_span(lines, mark, close, opens, number):
            pair = _Pair(mark.start, close.end, mark.end, close.start)
            used.add(close.start)
        elif pair is None and mark.family != "single":
            pair = _unclosed(text, lines[mark.line], mark, lines[last].end)
        if pair is not None:
            yield pair
            until = pair.end
    for close in closes:
        if close.start not in used and close.family != "single":
            unopened = _unopened(text, lines[close.line], close)
            if unopened is not None:
                yield unopened


def _start(mark: Mark) -> int:
    return mark.start


def _reopened(
    text: str, lines: Sequence[Line], heads: Mapping[int, tuple[Mark, _Pair | None]], mark: Mark
) -> tuple[int, _Pair | None]:
    """A quote opened anew at the head of each paragraph: its last line, and its pair if it closes.

    A paragraph that only begins with a name in marks does not go on with the quote before it.
    """
    last = mark.line
    for number in range(mark.line + 1, min(len(lines), mark.line + _MAX_PARAGRAPHS)):
        if number not in heads or lines[number].kind == "headline":
            break
        head, pair = heads[number]
        if head.family != mark.family:
            break
        if pair is None:
            last = number
            continue
        if _goes_on(text, lines, mark, pair, number):
            return number, _Pair(mark.start, pair.end, mark.end, pair.inner_end)
        break
    return last, None


def _goes_on(text: str, lines: Sequence[Line], mark: Mark, pair: _Pair, number: int) -> bool:
    """Whether a span at the head of line ``number`` is the end of the quote ``mark`` opened.

    It fills its line, or is followed by the cue of a quote that no cue introduced.
    """
    if len(text[pair.inner_start : pair.inner_end].split()) <= _SHORTEST:
        return False
    end = lines[number].end
    if _AFTER_QUOTE.match(text, pair.end, end):
        return True
    at_head = not text[lines[mark.line].start : mark.start].strip(_EDGES)
    return at_head and _ATTRIBUTED.match(text, pair.end, end) is not None


def _may_span(
    lines: Sequence[Line], opening: Mark, close: Mark, opens: Sequence[Mark], number: int
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


def _is_introduced(text: str, line: Line, mark: Mark) -> bool:
    before = text[max(line.start, mark.start - _INTRODUCTION_REACH) : mark.start].rstrip(_EDGES)
    return _INTRODUCED.search(before) is not None


def _is_speech(text: str, line: Line, mark: Mark) -> bool:
    """Whether a mark is introduced, or stands behind a verb of speech and its subject."""
    if _is_introduced(text, line, mark):
        return True
    if GLYPH.search(text, mark.end, line.end):
        return False
    before = text[max(line.start, mark.start - _SPOKEN_REACH) : mark.start].rstrip(_EDGES)
    return _SPOKEN.search(before) is not None


def _unclosed(text: str, line: Line, mark: Mark, end: int) -> _Pair | None:
    """A span whose end is not marked: to ``end``, that of its paragraph, or of the clause."""
    led = text[max(line.start, mark.start - _INTRODUCTION_REACH) : mark.start].rstrip(_EDGES)
    inside = end == line.end and led and not led.endswith(":")
    if inside and _REPORTED.match(text, mark.end):
        return None  # قالت الوزارة "إن الجسر مغلق: a slip, أن introduces the clause
    if mark.start > line.start and end == line.end and not _is_speech(text, line, mark):
        stop = _CLAUSE_END.search(text, mark.end, line.end)
        end = stop.start() if stop else line.end
        if GLYPH.search(text, mark.end, end):
            return None  # other marks stand in it: a stray mark, not the opening of a quote
    return _Pair(mark.start, end, mark.end, end)


def _unopened(text: str, line: Line, mark: Mark) -> _Pair | None:
    """A span whose beginning is not marked: from the last colon of its line, or from its head."""
    reach = max(line.start, mark.start - _LONGEST_UNOPENED)
    begin = text.rfind(":", reach, mark.start) + 1
    if not begin:
        if reach > line.start or not _ATTRIBUTED.match(text, mark.end, line.end):
            return None
        if GLYPH.search(text, line.start, mark.start):
            return None
        begin = line.start
    if len(text[begin : mark.start].split()) < _SHORTEST:
        return None
    return _Pair(begin, mark.end, begin, mark.start)


def _outermost(text: str, pairs: list[_Pair]) -> list[Span]:
    found: list[Span] = []
    until = -1
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if pair.start < until:
            continue
        start, end = pair.inner_start, pair.inner_end
        while start < end and (text[start].isspace() or text[start] in INVISIBLE):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
            end -= 1
        if start < end:
            found.append(Span(start, end))
            until = pair.end
    return found
