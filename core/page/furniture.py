"""What the pages of a corpus have in common, and the marks that follow from it.

A line that stands on many pages of one outlet is part of the site and of no story. A title that is
another page's headline is a link to that page. A profile is learned before reading
(``core.page.learn``); it is plain data, and keeping it is the caller's affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import urlsplit

from core.model import Record
from core.page.features import Shape, line_key
from core.page.mark import Mark
from core.text.fold import fold_key

OTHER_HEADLINE = "headline-of-another-page"
_UNDECIDED = ("short", "name", "prose", "place", "caption")
_TITLE_WORDS = 4  # fewer may be a headline by chance


@dataclass(frozen=True, slots=True)
class FurnitureProfile:
    """Lines that recur on each outlet's pages (numbers alike), and the headlines of all pages."""

    recurring: dict[str, frozenset[str]] = field(default_factory=dict)
    headlines: frozenset[str] = frozenset()

    def mark(
        self, record: Record, shapes: Sequence[Shape], marks: Sequence[Mark], own: str | None
    ) -> list[Mark]:
        """The marks of a page, with those that the corpus decides; ``own`` is its headline."""
        recurring = self.recurring.get(outlet_of(record), frozenset())
        return [
            self._mark(shape, mark, recurring, own)
            for shape, mark in zip(shapes, marks, strict=True)
        ]

    def _mark(self, shape: Shape, mark: Mark, recurring: frozenset[str], own: str | None) -> Mark:
        words = " ".join(shape.words)
        if mark.name not in _UNDECIDED or words == own:
            return mark
        if line_key(shape) in recurring:
            return Mark("furniture", "recurs-on-outlet")
        if mark.name == "short" and len(shape.words) >= _TITLE_WORDS and words in self.headlines:
            return Mark("short", OTHER_HEADLINE)
        return mark


def outlet_of(record: Record) -> str:
    """What groups the pages of one site: the outlet, the host, or the folder the page lies in."""
    if record.outlet:
        return fold_key(record.outlet)
    if record.url and (host := urlsplit(record.url).hostname):
        return host.removeprefix("www.")
    return str(PurePath(record.path).parent)
