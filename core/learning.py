"""What the pages of a corpus teach of one another: seen over all cores, then told page by page.

Only pages as they were scraped are learned from: a record with metadata says itself what its
title is, and its text has been freed of the site. A page that cannot be seen teaches nothing; what
is wrong with it, its parse will say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from core.model import Problem, Record
from core.page import Learned, SeenPage, learn_furniture, see_page
from core.workers import run_lots

PAGE_SUFFIXES = (".txt",)
"""Endings of the sources that hold pages as scraped."""

_LOT = 512  # seeing takes 2 ms a page: only for more pages is it worth starting processes


def see_pages(
    items: Iterable[Record | Problem], known: Collection[str] = (), *, workers: int | None = None
) -> Iterator[SeenPage]:
    """Every record seen by itself, each content once, without those whose page ids are known."""
    for lot in run_lots(_see_lot, _lots(_unseen(items, known)), _nothing, workers=workers):
        yield from lot


def tell(seen: Collection[SeenPage]) -> Mapping[str, Learned]:
    """By page id, what all pages together teach of each."""
    profile = learn_furniture(seen)
    return {page.page_id: profile.of(page) for page in seen}


def _unseen(items: Iterable[Record | Problem], known: Collection[str]) -> Iterator[Record]:
    seen = set(known)
    for item in items:
        if isinstance(item, Record) and item.page_id not in seen:
            seen.add(item.page_id)
            yield item


def _see_lot(lot: Sequence[Record]) -> list[SeenPage]:
    return [seen for record in lot if (seen := _see(record)) is not None]


def _see(record: Record) -> SeenPage | None:
    try:
        record.text.encode()  # half a surrogate pair could not be kept
        return see_page(record)
    except Exception:  # reading or parsing the page will say so, as a problem
        return None


def _nothing(record: Record, reason: str) -> list[SeenPage]:
    return []


def _lots(records: Iterator[Record]) -> Iterator[list[Record]]:
    while lot := list(islice(records, _LOT)):
        yield lot
