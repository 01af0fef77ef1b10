"""What the corpus says of lines on which a page alone cannot decide.

A short line that stands on many pages of one outlet, each time beside another story, is part of
the site and of no story. A title that is the headline of another page of the outlet is a link to
that page. What was learned (``core.page.learn``) is plain data, and keeping it the caller's affair.

Only short lines are decided so. A sentence that recurs stays in the body: agencies put the same
paragraph of background under every story, and that is the site's text just as well. So does what
opens, ends or announces like a sentence of a story ("وجاء في البيان:"), and so do the page's own
title, authors and places, which recur by their nature. A sub-heading that an outlet puts into many
stories is lost by this rule.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from core.model import Line, Record
from core.page.features import Shape, line_key
from core.page.mark import Mark
from core.text.fold import fold_key

OTHER_HEADLINE = "headline-of-another-page"
RECURS = "recurs-on-outlet"
TITLE_WORDS = 4  # fewer may be a headline by chance


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of the lines of one page: keys of those that recur on its outlet's pages, and
    the words of those that are headlines of others."""

    recurring: frozenset[str] = frozenset()
    headlines: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything was learned."""
        return bool(self.recurring or self.headlines)

    def mark(self, shapes: Sequence[Shape], marks: Sequence[Mark]) -> list[Mark]:
        """The marks of a page, with the titles of other pages told apart."""
        return [
            Mark("short", OTHER_HEADLINE)
            if mark.name == "short" and " ".join(shape.words) in self.headlines
            else mark
            for shape, mark in zip(shapes, marks, strict=True)
        ]

    def settle(
        self, shapes: Sequence[Shape], marks: Sequence[Mark], lines: Sequence[Line]
    ) -> tuple[Line, ...]:
        """The lines of a page, with those that recur taken out of the body; no other changes."""
        return tuple(
            dataclasses.replace(line, kind="furniture", article=None, rule=RECURS)
            if is_undecided(shape, mark, line) and line_key(shape) in self.recurring
            else line
            for shape, mark, line in zip(shapes, marks, lines, strict=True)
        )


def is_undecided(shape: Shape, mark: Mark, line: Line) -> bool:
    """Whether a line is one that what recurs may decide."""
    if mark.name != "short" or mark.rule == OTHER_HEADLINE or not shape.words:
        return False
    if line.kind == "body":
        return not (shape.stops or shape.opens_on or shape.ends_colon)
    return line.kind == "furniture"


def outlet_of(record: Record) -> str:
    """What groups the pages of one site: the outlet, the host, or the folder the page lies in."""
    if record.outlet:
        return fold_key(record.outlet)
    if record.url and (host := urlsplit(record.url).hostname):
        return host.removeprefix("www.")
    return str(PurePath(record.path).parent)
