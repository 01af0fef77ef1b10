"""What the pages of an outlet have in common: lines that recur, and the headlines of them all.

A line that stands on many pages of one outlet is part of the site and of no story. A title that is
another page's headline is a link to that page. Learned from the corpus at hand, before reading;
``serialise`` and storage are the caller's affair: a profile is plain data.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import urlsplit

from core.model import Record
from core.page.features import PROSE_WORDS, Shape, line_key, measure
from core.page.lexicon import words_of
from core.page.lines import cut_lines
from core.text.fold import fold, fold_key

LEAST_PAGES = 4
LEAST_SHARE = 0.15  # of an outlet's pages; wire copies and running stories stay far below
PROSE_SHARE = 0.5  # a whole paragraph must recur on every other page


@dataclass(frozen=True, slots=True)
class FurnitureProfile:
    """Recurring lines of each outlet, and the headlines of all pages with their outlets' pages."""

    recurring: dict[str, frozenset[str]] = field(default_factory=dict)
    headlines: frozenset[str] = frozenset()

    def recurs(self, outlet: str, shape: Shape) -> bool:
        """Whether a line stands on many pages of the outlet."""
        return line_key(shape) in self.recurring.get(outlet, frozenset())

    def is_headline(self, shape: Shape) -> bool:
        """Whether a line is the headline of some page."""
        return len(shape.words) >= 4 and " ".join(shape.words) in self.headlines


def outlet_of(record: Record) -> str:
    """What groups the pages of one site: the outlet, the host, or the folder the page lies in."""
    if record.outlet:
        return fold_key(record.outlet)
    if record.url and (host := urlsplit(record.url).hostname):
        return host.removeprefix("www.")
    return str(PurePath(record.path).parent)


def learn_furniture(records: Iterable[Record]) -> FurnitureProfile:
    """What recurs on the pages of each outlet of a corpus. Order of the records does not matter."""
    pages: Counter[str] = Counter()
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    long: set[str] = set()
    headlines: set[str] = set()
    for record in records:
        outlet = outlet_of(record)
        pages[outlet] += 1
        keys: set[str] = set()
        folded = fold(record.text)
        for line in cut_lines(record.text):
            shape = measure(folded, line)
            key = line_key(shape)
            if not key:
                continue
            keys.add(key)
            if shape.n_words >= PROSE_WORDS:
                long.add(key)
        seen[outlet].update(keys)
        if record.headline:
            headlines.add(" ".join(words_of(fold_key(record.headline))))
    recurring = {
        outlet: frozenset(
            key for key, count in counts.items() if _is_furniture(key, count, pages[outlet], long)
        )
        for outlet, counts in seen.items()
    }
    return FurnitureProfile({k: v for k, v in recurring.items() if v}, frozenset(headlines))


def _is_furniture(key: str, count: int, pages: int, long: set[str]) -> bool:
    share = PROSE_SHARE if key in long else LEAST_SHARE
    return count >= max(LEAST_PAGES, share * pages)
