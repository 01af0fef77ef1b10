"""The values of labelled lines: source credits split into names, authors, places.

A credit is split at signs between blanks, commas, plus signs and slashes ("وكالة المرفأ - مدار 24"
is two), and at و only between two known agencies ("رويترز وفرانس برس"); names with a hyphen or a
و of their own stay whole.
"""

from __future__ import annotations

import re

from core.model import Line, Span
from core.page.agencies import is_agencies, is_person
from core.page.labelled import after_label
from core.page.lexicon import phrases, words_of
from core.page.mark import Mark
from core.text.fold import Folded, fold_key

_BETWEEN = re.compile(r"\s+[-–—|•·]+\s*|\s*[-–—|•·]+\s+|\s*[+,،؛;/\\&|()]+\s*|\n")
_PARTS = re.compile(r"[-–—|,،:(/]")
_AND = re.compile(r"\s+و\s*(?=\S)")
_AROUND = " \t\u00a0\"'“”«»‹›()[]{}<>.:：*…-–—|"


def value_span(folded: Folded, line: Line, mark: Mark) -> Span | None:
    """What stands behind a line's label; the whole line when it has none, ``None`` if nothing."""
    start, end = folded.index(line.start), folded.index(line.end)
    text = folded.text[start:end].lower()
    offset, _ = after_label(text, words_of(text[:400])[: mark.label])
    stripped = text[offset:].strip()
    if not stripped:
        return None
    first = start + offset + text[offset:].index(stripped)
    return folded.span(first, first + len(stripped))


def split_credit(value: str) -> tuple[str, ...]:
    """The names in the value of a credit, in order, without quotation marks and parentheses.

    >>> split_credit("وكالة المرفأ - مدار 24")
    ('وكالة المرفأ', 'مدار 24')
    >>> split_credit("الجزيرة ووكالات")
    ('الجزيرة', 'وكالات')
    """
    names = []
    for part in _BETWEEN.split(value):
        names += _split_and(part)
    stripped = (name.strip(_AROUND) for name in names)
    return tuple(name for name in stripped if name and not _is_initials(name))


def _split_and(part: str) -> list[str]:
    """The two sides of و where both are known; otherwise the part as it is."""
    if _is_known(part):
        pieces = [part]
        for match in _AND.finditer(part):
            left, right = part[: match.start()], part[match.end() :]
            if _is_one(left) and is_agencies(words_of(fold_key(right))):
                return [left, *_split_and(right)]
        return pieces
    return [part]


def _is_initials(name: str) -> bool:
    """Whether a part is an editor's initials: "ع.ج"."""
    words = words_of(fold_key(name))
    return all(len(word) == 1 for word in words) and not is_agencies(words)


def _is_known(part: str) -> bool:
    return is_agencies(words_of(fold_key(part)))


def _is_one(part: str) -> bool:
    return words_of(fold_key(part)) in phrases("agencies")


def find_place(value: str) -> str | None:
    """The place a dateline opens with, as written: "القاهرة" of "القاهرة - رويترز"."""
    for part in _PARTS.split(value):
        if words_of(fold_key(part)) in phrases("places"):
            return part.strip(_AROUND)
    return None


def find_author(value: str) -> str:
    """The author in the value of a byline: "رحاب النوبي" of "سفاجا - رحاب النوبي"."""
    parts = [part.strip(_AROUND) for part in _PARTS.split(value)]
    words = [words_of(fold_key(part)) for part in parts]
    persons = [part for part, own in zip(parts, words, strict=True) if is_person(own)]
    others = [
        part
        for part, own in zip(parts, words, strict=True)
        if own and not is_agencies(own, with_places=True)
    ]
    return (persons or others[-1:] or [value.strip(_AROUND)])[0]
