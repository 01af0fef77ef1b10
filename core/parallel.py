"""Parsing over all cores: the same items in the same order, a crash costing one page.

Pages are handed out in small lots and never far ahead of the consumer, so that an archive
larger than memory streams through. One worker parses in this very process.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from core.model import Parse, Problem, Record
from core.parse import parse

# A lot is large enough to make handing over cheap beside parsing, small enough for a smooth bar.
_LOT = 16
_LOTS_AHEAD = 4


def parse_all(
    items: Iterable[Record | Problem], *, workers: int | None = None
) -> Iterator[Parse | Problem]:
    """Every record parsed, every problem passed on, in the order they came.

    ``workers`` processes do the work, by default one for each core this process may use.
    """
    if workers is None:
        workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    lots = _lots(iter(items))
    first = list(islice(lots, 2))
    if workers == 1 or len(first) < 2:  # a pool costs more than one lot
        for lot in (*first, *lots):
            yield from _parse_lot(lot)
        return
    # "spawn" starts clean processes: a fork of one with threads (Streamlit's) may hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting: deque[Future[list[Parse | Problem]]] = deque()
        for lot in first:
            waiting.append(pool.submit(_parse_lot, lot))
        for lot in lots:
            waiting.append(pool.submit(_parse_lot, lot))
            if len(waiting) >= workers * _LOTS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def parse_or_problem(record: Record) -> Parse | Problem:
    """The parse of ``record``; a fault of the parser itself becomes a problem of the page."""
    try:
        return parse(record)
    except Exception as error:
        detail = f"the parser failed on this page: {type(error).__name__}: {error}"
        return Problem(record.path, "page", "parse-failed", detail, record.page_id)


def _parse_lot(lot: list[Record | Problem]) -> list[Parse | Problem]:
    return [parse_or_problem(item) if isinstance(item, Record) else item for item in lot]


def _lots(items: Iterator[Record | Problem]) -> Iterator[list[Record | Problem]]:
    while lot := list(islice(items, _LOT)):
        yield lot
