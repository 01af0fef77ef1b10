"""Parsing over all cores: the same items in the same order, a crash costing one page.

Pages are handed out in small lots and never far ahead of the consumer, so that an archive
larger than memory streams through. One worker parses in this very process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from core.model import Parse, Problem, Record
from core.names import transformer
from core.page import Learned
from core.parse import parse
from core.workers import run_lots

_Item = tuple[Record | Problem, Learned | None]

_LOT = 16  # large enough to make handing over cheap beside parsing, small enough for a smooth bar


def parse_all(
    items: Iterable[Record | Problem],
    *,
    workers: int | None = None,
    names_model: Path | None = None,
    learned: Mapping[str, Learned] | None = None,
) -> Iterator[Parse | Problem]:
    """Every record parsed, every problem passed on, in the order they came.

    ``workers`` processes do the work, by default one for each core this process may use.
    ``names_model`` is the folder of a transformer that finds the names; ModelError, before
    anything is read, says why it cannot. ``learned`` is what ``core.learning.tell`` says of the
    pages.
    """
    if names_model is not None:
        transformer.load(names_model)
    work = partial(_parse_lot, names_model=names_model)
    for lot in run_lots(work, _lots(items, learned or {}), _lost, workers=workers):
        yield from lot


def parse_or_problem(
    record: Record, names_model: Path | None = None, learned: Learned | None = None
) -> Parse | Problem:
    """The parse of ``record``; a fault of the parser itself becomes a problem of the page.

    That a names model cannot be loaded is no fault of the page and ends the work.
    """
    try:
        return parse(record, names_model, learned)
    except transformer.ModelError:
        raise
    except Exception as error:
        detail = f"the parser failed on this page: {type(error).__name__}: {error}"
        return Problem(record.path, "page", "parse-failed", detail, record.page_id)


def killed_by(record: Record, reason: str) -> Problem:
    """The problem of a page whose parse killed the process that worked on it."""
    detail = f"the parser was killed on this page: {reason}"
    return Problem(record.path, "page", "parse-failed", detail, record.page_id)


def _parse_lot(lot: Sequence[_Item], names_model: Path | None) -> list[Parse | Problem]:
    return [
        parse_or_problem(item, names_model, learned) if isinstance(item, Record) else item
        for item, learned in lot
    ]


def _lost(item: _Item, reason: str) -> list[Parse | Problem]:
    record = item[0]
    return [killed_by(record, reason) if isinstance(record, Record) else record]


def _lots(
    items: Iterable[Record | Problem], learned: Mapping[str, Learned]
) -> Iterator[list[_Item]]:
    told = (
        (item, learned.get(item.page_id) if learned and isinstance(item, Record) else None)
        for item in items
    )
    while lot := list(islice(told, _LOT)):
        yield lot
