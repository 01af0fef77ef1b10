"""Cutting a stored page into its non-blank lines.

A line ends at ``\\n``, ``\\r\\n``, a lone ``\\r``, a vertical tab, form feed, next line (U+0085)
or the Unicode line and paragraph separators. Blanks, byte order marks and invisible controls at
its ends are not part of it, and a line of nothing else is blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# What shows nothing besides white space: zero-width characters, bidi controls, the mark.
_UNSEEN = (
    "\u00ad\u061c\u180e\ufeff"  # soft hyphen, Arabic letter mark, byte order mark
    + "".join(map(chr, range(0x200B, 0x2010)))  # zero-width, LRM, RLM
    + "".join(map(chr, range(0x202A, 0x202F)))  # embeddings and overrides
    + "".join(map(chr, range(0x2060, 0x206A)))  # word joiner, isolates
    + "\ufff9\ufffa\ufffb\ufffc"  # annotations, object replacement
)
_VISIBLE = re.compile(rf"[^\s{_UNSEEN}]")


@dataclass(frozen=True, slots=True)
class RawLine:
    """A non-blank line: where it stands, and how many blank lines stand above it."""

    start: int
    end: int
    gap: int


def cut_lines(text: str) -> tuple[RawLine, ...]:
    """The non-blank lines of a page in order. Linear in its length.

    >>> text = "\\ufeffa\\r\\n\\u00a0\\r\\n\\tb "
    >>> [text[line.start : line.end] for line in cut_lines(text)]
    ['a', 'b']
    """
    lines: list[RawLine] = []
    at, gap = 0, 0
    for end, following in _pieces(text):
        first = _VISIBLE.search(text, at, end)
        if first is None:
            gap += 1
        else:
            lines.append(RawLine(first.start(), _last_visible(text, first.start(), end), gap))
            gap = 0
        at = following
    return tuple(lines)


def _pieces(text: str) -> list[tuple[int, int]]:
    """End of each line, and where the next begins."""
    ends = [(match.start(), match.end()) for match in _LINE_END.finditer(text)]
    return [*ends, (len(text), len(text))]


def _last_visible(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in _UNSEEN):
        end -= 1
    return end
