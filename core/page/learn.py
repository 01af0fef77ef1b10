"""Learning what an outlet's pages have in common, from the corpus at hand.

1. See each page by itself: its short lines, each with the sentences of the story around it, and
its headlines. 2. Count, outlet by outlet: a line recurs when it stands beside enough different
stories; the same story published or stored again counts once. What is read as the headline of
different stories is the name of a column or of the site, and no link to any of them. 3. Say of
each page what was learned of its lines. The order of the pages does not matter, and the sight of
a page is plain data that can be kept and counted again when others come.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.model import Line, Record
from core.page.features import Shape, line_key, measure_page
from core.page.furniture import TITLE_WORDS, Learned, is_undecided, outlet_of
from core.page.joins import join_marks
from core.page.kinds import read_kinds
from core.page.lines import cut_lines
from core.page.mark import Mark
from core.page.marks import mark
from core.text.fold import fold

LEAST_STORIES = 4
LEAST_SHARE = 0.15  # of an outlet's pages; what running stories share stays far below
_DIGITS = re.compile(r"\d+")


class SeenLine(NamedTuple):
    """A line as the page alone reads it: a headline, or one on which it cannot decide.

    ``above`` and ``below`` stand for the nearest sentences of the page's stories, None where
    there is none on that side.
    """

    words: str
    is_headline: bool
    above: int | None
    below: int | None

    @property
    def key(self) -> str:
        """The words with every number alike."""
        return _DIGITS.sub("0", self.words)


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What learning needs to know of a page."""

    page_id: str
    outlet: str
    lines: tuple[SeenLine, ...]


@dataclass(frozen=True, slots=True)
class FurnitureProfile:
    """By outlet, the keys of lines that recur on its pages, and the headlines of its stories."""

    recurring: Mapping[str, frozenset[str]] = field(default_factory=dict)
    headlines: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, page: SeenPage) -> Learned:
        """What was learned of the lines of ``page``; what it reads as headlines is its own."""
        recurring = self.recurring.get(page.outlet, frozenset())
        headlines = self.headlines.get(page.outlet, frozenset())
        own = {line.words for line in page.lines if line.is_headline}
        others = [line for line in page.lines if line.words not in own]
        return Learned(
            frozenset(line.key for line in others if line.key in recurring),
            frozenset(line.words for line in others if line.words in headlines),
        )


def learn_furniture(pages: Iterable[SeenPage]) -> FurnitureProfile:
    """The profile of a corpus."""
    n_pages: Counter[str] = Counter()
    above: dict[str, dict[str, set[int | None]]] = defaultdict(lambda: defaultdict(set))
    beside: dict[str, dict[str, list[SeenLine]]] = defaultdict(lambda: defaultdict(list))
    for page in pages:
        n_pages[page.outlet] += 1
        for line in page.lines:
            if line.is_headline:
                above[page.outlet][line.words].add(line.below)
        first = {line.key: line for line in reversed(page.lines) if not line.is_headline}
        for key, line in first.items():
            beside[page.outlet][key].append(line)
    recurring = {
        outlet: frozenset(
            key
            for key, lines in seen.items()
            if count_stories(lines) >= max(LEAST_STORIES, LEAST_SHARE * n_pages[outlet])
        )
        for outlet, seen in beside.items()
    }
    headlines = {
        outlet: frozenset(
            title
            for title, stories in seen.items()
            if len(stories) == 1 and title.count(" ") + 1 >= TITLE_WORDS
        )
        for outlet, seen in above.items()
    }
    return FurnitureProfile(
        {outlet: keys for outlet, keys in recurring.items() if keys},
        {outlet: titles for outlet, titles in headlines.items() if titles},
    )


def count_stories(lines: Sequence[SeenLine]) -> int:
    """How many different stories a line stands beside, the first of each of its pages given.

    A sub-heading keeps at least one neighbour when its story is published again with another
    lead, with more text, or cut; a line of the site keeps none.
    """
    if len(lines) < LEAST_STORIES:
        return 0
    above = {line.below if line.above is None else line.above for line in lines}
    below = {line.above if line.below is None else line.below for line in lines}
    return min(len(above - {None}), len(below - {None}))


def see_page(record: Record) -> SeenPage:
    """A page by itself, as learning sees it."""
    folded = fold(record.text)
    shapes = measure_page(folded, cut_lines(record.text))
    marks = join_marks(shapes, [mark(shape) for shape in shapes])
    lines = read_kinds(shapes, marks).lines
    seen = tuple(_seen_lines(shapes, marks, lines))
    return SeenPage(record.page_id, outlet_of(record), seen)


def _seen_lines(
    shapes: Sequence[Shape], marks: Sequence[Mark], lines: Sequence[Line]
) -> Iterator[SeenLine]:
    sentences = [
        _digest(line_key(shape)) if line.kind == "body" and mark_.name == "prose" else None
        for shape, mark_, line in zip(shapes, marks, lines, strict=True)
    ]
    above = _nearest(sentences)
    below = _nearest(sentences[::-1])[::-1]
    for at, (shape, line) in enumerate(zip(shapes, lines, strict=True)):
        is_headline = line.kind == "headline"
        if is_headline or is_undecided(shape, marks[at], line):
            yield SeenLine(" ".join(shape.words), is_headline, above[at], below[at])


def _nearest(sentences: Sequence[int | None]) -> list[int | None]:
    """For each line the last sentence before it."""
    found: list[int | None] = []
    last: int | None = None
    for sentence in sentences:
        found.append(last)
        last = sentence if sentence is not None else last
    return found


def _digest(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
