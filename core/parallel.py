"""Parsing over all cores: the same items in the same order, a crash costing one page.

Pages are handed out in small lots and never far ahead of the consumer, so that an archive
larger than memory streams through. One worker parses in this very process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from core.model import Parse, Problem, Record
from core.parse import parse
from core.workers import count_cores, over_lots

_LOT = 16  # large enough to make handing over cheap beside parsing, small enough for a smooth bar


def parse_all(
    items: Iterable[Record | Problem], *, workers: int | None = None
) -> Iterator[Parse | Problem]:
    """Every record parsed, every problem passed on, in the order they came.

    ``workers`` processes do the work, by default one for each core this process may use.
    """
    lots = _lots(iter(items))
    first = list(islice(lots, 2))
    workers = workers or count_cores()
    if workers == 1 or len(first) < 2:  # a process costs more than one lot
        parsed: Iterable[Sequence[Parse | Problem]] = map(_parse_lot, chain(first, lots))
    else:
        parsed = over_lots(_parse_lot, chain(first, lots), _lost, workers=workers)
    for lot in parsed:
        yield from lot


def parse_or_problem(record: Record) -> Parse | Problem:
    """The parse of ``record``; a fault of the parser itself becomes a problem of the page."""
    try:
        return parse(record)
    except Exception as error:
        detail = f"the parser failed on this page: {type(error).__name__}: {error}"
        return Problem(record.path, "page", "parse-failed", detail, record.page_id)


def killed_by(record: Record, reason: str) -> Problem:
    """The problem of a page whose parse killed the process that worked on it."""
    detail = f"the parser was killed on this page: {reason}"
    return Problem(record.path, "page", "parse-failed", detail, record.page_id)


def _parse_lot(lot: Sequence[Record | Problem]) -> list[Parse | Problem]:
    return [parse_or_problem(item) if isinstance(item, Record) else item for item in lot]


def _lost(item: Record | Problem, reason: str) -> list[Parse | Problem]:
    return [killed_by(item, reason) if isinstance(item, Record) else item]


def _lots(items: Iterator[Record | Problem]) -> Iterator[list[Record | Problem]]:
    while lot := list(islice(items, _LOT)):
        yield lot
