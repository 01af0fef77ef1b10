"""Add pages to a store: read, parse what is new over all cores, stage, publish.

Known pages are recognised by content and by the version of the parser, so an ingest is
incremental, and one that was killed goes on where it stopped. A fault in the input, or the
parser failing on a page, becomes a row of ``problems``; the run goes on.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path

import pyarrow.parquet as pq

from core.derive import told_outlets
from core.frames import build_frames
from core.frames.build import failed_page
from core.model import Parse, Problem, Record
from core.names import transformer
from core.parallel import killed_by, parse_or_problem
from core.publish import Incoming, publish
from core.reading import load_outlets, read_paths
from core.store import Store, stage
from core.version import parser_version
from core.workers import count_cores, over_lots

Progress = Callable[[int, int | None], None]

# A lot is what a worker parses and stages at once: small, so that a bar moves and little is lost
# when the run is killed; larger once the archive shows to be large, so that files stay few.
_FIRST_LOTS = (64, 32)  # pages a lot, number of such lots
_LATER_LOT = 256
_LOT_CHARACTERS = 4_000_000


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did. ``n_problems`` counts those of this run, ``n_articles`` the store's."""

    n_read: int
    n_new: int
    n_known: int
    n_problems: int
    n_articles: int
    seconds: float
    snapshot: str


@dataclass
class _Reading:
    """What the reader has seen so far."""

    known: set[str]
    n_read: int = 0
    n_known: int = 0
    problems: list[Problem] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)


def ingest(
    paths: Iterable[str | Path],
    store: Store | Path | str,
    *,
    ingested_at: dt.datetime,
    outlet: str | None = None,
    outlet_from_folder: bool = False,
    workers: int | None = None,
    names_model: Path | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Add every page at or below ``paths`` and publish a snapshot.

    ``ingested_at`` is the caller's clock. ``progress(done, total)`` is called after every lot
    with the number of pages read; the total is None, as nothing is read twice to count it.
    ``names_model`` is the folder of a transformer that finds the names; ModelError, before
    anything is read, says why it cannot.
    """
    began = time.monotonic()
    if names_model is not None:
        transformer.load(names_model)
    held = store if isinstance(store, Store) else Store(store)
    listed = list(paths)
    parser = parser_version(names_model)
    with held.writing():
        held.clear_staged(keep=parser)
        staging = held.root / "staged" / parser
        reading = _Reading(_known_pages(held, parser))
        items = read_paths(listed, outlet=outlet, outlet_from_folder=outlet_from_folder)
        n_new = n_failed = 0
        lots = _lots(_new(items, reading))
        work = partial(
            parse_and_stage, staging=staging, ingested_at=ingested_at, names_model=names_model
        )
        lost = partial(_stage_lost, staging=staging, ingested_at=ingested_at)
        for done in _staged_lots(lots, work, lost, workers):
            n_new += done.n_pages
            n_failed += done.n_problems
            if progress is not None:
                progress(reading.n_read, None)
        faults = build_frames(reading.problems, ingested_at=ingested_at)
        stage(staging, "0-problems", faults)  # in place of what a killed run may have left
        incoming = Incoming(
            lots=held.staged(parser),
            reread=frozenset(reading.paths),
            outlets=told_outlets(load_outlets(Path(path)) for path in listed),
        )
        manifest = publish(held, incoming, created_at=ingested_at)
        held.clear_staged()
    return IngestReport(
        n_read=reading.n_read,
        n_new=n_new,
        n_known=reading.n_known,
        n_problems=n_failed + len(reading.problems),
        n_articles=manifest.rows["articles"],
        seconds=time.monotonic() - began,
        snapshot=manifest.snapshot,
    )


def _known_pages(store: Store, parser: str) -> set[str]:
    """Ids of pages that need no parsing: published or staged, by this very parser."""
    files = [lot / "pages.parquet" for lot in store.staged(parser)]
    if store.current:
        files.append(store.frame_path(store.current, "pages"))
    known: set[str] = set()
    for path in files:
        if path.exists():
            table = pq.read_table(path, columns=["page_id", "parser"])
            rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
            known.update(page_id for page_id, version in rows if version == parser)
    return known


def _new(items: Iterable[Record | Problem], reading: _Reading) -> Iterator[Record]:
    """Records whose content is not known yet, each once; the rest is counted."""
    for item in items:
        reading.n_read += 1
        reading.paths.add(item.path)
        if isinstance(item, Problem):
            reading.problems.append(item)
        elif not _is_unicode(item):
            detail = "the text holds halves of surrogate pairs, which no encoding can store"
            reading.problems.append(Problem(item.path, "reading", "not-unicode", detail))
        elif item.page_id in reading.known:
            reading.n_known += 1
        else:
            reading.known.add(item.page_id)
            yield item


def _is_unicode(record: Record) -> bool:
    fields = (record.text, record.headline, record.outlet, record.url, record.byline)
    try:
        "".join(filter(None, (*fields, record.published, record.record_id))).encode()
    except UnicodeEncodeError:
        return False
    return True


def _lots(records: Iterator[Record]) -> Iterator[list[Record]]:
    """Records in lots bounded in number and in length."""
    size, left = _FIRST_LOTS
    lot: list[Record] = []
    characters = 0
    for record in records:
        lot.append(record)
        characters += len(record.text)
        if len(lot) >= size or characters >= _LOT_CHARACTERS:
            yield lot
            lot, characters = [], 0
            left -= 1
            size = size if left > 0 else _LATER_LOT
    if lot:
        yield lot


@dataclass(frozen=True, slots=True)
class _Done:
    n_pages: int
    n_problems: int


def _staged_lots(
    lots: Iterator[list[Record]],
    work: Callable[[Sequence[Record]], _Done],
    lost: Callable[[Record, str], _Done],
    workers: int | None,
) -> Iterator[_Done]:
    """Every lot parsed and staged; never more than a few lots are held at once."""
    first = list(islice(lots, 2))
    workers = workers or count_cores()
    if workers == 1 or len(first) < 2:  # a process costs more than one lot
        return map(work, chain(first, lots))
    return over_lots(work, chain(first, lots), lost, workers=workers)


def parse_and_stage(
    lot: Sequence[Record],
    staging: Path,
    ingested_at: dt.datetime,
    names_model: Path | None = None,
) -> _Done:
    """Parse a lot and stage its frames; a page the parser fails on costs one problem.

    ``staging`` is named after the parser's version: workers do not work it out again.
    """
    parses = [parse_or_problem(record, names_model) for record in lot]
    return _stage(lot, parses, staging, ingested_at)


def _stage_lost(record: Record, reason: str, staging: Path, ingested_at: dt.datetime) -> _Done:
    return _stage([record], [killed_by(record, reason)], staging, ingested_at)


def _stage(
    lot: Sequence[Record],
    parses: Sequence[Parse | Problem],
    staging: Path,
    ingested_at: dt.datetime,
) -> _Done:
    pages = [
        failed_page(record, parsed) if isinstance(parsed, Problem) else parsed
        for record, parsed in zip(lot, parses, strict=True)
    ]
    frames = build_frames(pages, ingested_at=ingested_at, parser=staging.name)
    # Named after its first page: done again page by page, the first takes the place of the lot.
    stage(staging, lot[0].page_id, frames)
    return _Done(len(lot), len(frames["problems"]))
