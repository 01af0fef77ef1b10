"""Learning what an outlet's pages have in common, from the corpus at hand.

Lines are counted once a page; what stands on enough pages of one outlet is furniture. Headlines
are those the records carry, and for pages without metadata those that are read in them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from core.model import Record
from core.page.features import PROSE_WORDS, line_key, measure_page
from core.page.furniture import FurnitureProfile, outlet_of
from core.page.lexicon import words_of
from core.page.lines import cut_lines
from core.page.reader import read_page
from core.text.fold import Folded, fold, fold_key

LEAST_PAGES = 4
LEAST_SHARE = 0.15  # of an outlet's pages; running stories and shared paragraphs stay far below
PROSE_SHARE = 0.5  # a whole paragraph must recur on every other page


def learn_furniture(records: Iterable[Record]) -> FurnitureProfile:
    """The profile of a corpus. The order of the records does not matter."""
    pages: Counter[str] = Counter()
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    long: set[str] = set()
    headlines: set[str] = set()
    for record in records:
        outlet, folded = outlet_of(record), fold(record.text)
        pages[outlet] += 1
        shapes = measure_page(folded, cut_lines(record.text))
        seen[outlet].update({line_key(shape) for shape in shapes if shape.words})
        long.update(line_key(shape) for shape in shapes if shape.n_words >= PROSE_WORDS)
        headlines.update(_headlines(record, folded))
    recurring = {
        outlet: frozenset(
            key for key, count in counts.items() if _recurs(count, pages[outlet], key in long)
        )
        for outlet, counts in seen.items()
    }
    return FurnitureProfile(
        {outlet: keys for outlet, keys in sorted(recurring.items()) if keys}, frozenset(headlines)
    )


def _headlines(record: Record, folded: Folded) -> Iterator[str]:
    if record.headline:
        yield " ".join(words_of(fold_key(record.headline)))
        return
    for article in read_page(record, folded).articles:
        if article.headline:
            yield " ".join(words_of(fold_key(article.headline)))


def _recurs(count: int, pages: int, is_prose: bool) -> bool:
    share = PROSE_SHARE if is_prose else LEAST_SHARE
    return count >= max(LEAST_PAGES, share * pages)
