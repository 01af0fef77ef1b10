"""Add pages to a store: read, parse what is new over all cores, stage, publish.

1. See the pages as scraped, and learn from them and from those the store holds what recurs on
their outlets. 2. Read again the held pages for which that changes anything. 3. Parse what is new.
4. Publish. Known pages are recognised by content and by the version of the parser, so an ingest is
incremental, and one that was killed goes on where it stopped. A fault in the input, or the
parser failing on a page, becomes a row of ``problems``; the run goes on.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from core.derive import told_outlets
from core.frames import build_frames
from core.frames.build import failed_page
from core.known import held_pages, known_pages, load_seen, reading_name, save_seen, stale_lots
from core.learning import PAGE_SUFFIXES, see_pages, tell
from core.model import Parse, Problem, Record
from core.names import transformer
from core.page import Learned
from core.parallel import killed_by, parse_or_problem
from core.publish import Incoming, publish
from core.reading import load_outlets, read_paths
from core.store import Store, stage
from core.version import parser_version
from core.workers import run_lots

Progress = Callable[[int, int | None], None]

# A lot is what a worker parses and stages at once: small, so that a bar moves and little is lost
# when the run is killed; larger once the archive shows to be large, so that files stay few.
_FIRST_LOTS = (64, 32)  # pages a lot, number of such lots
_LATER_LOT = 256
_LOT_CHARACTERS = 4_000_000
_BY_ANOTHER_PARSER = ""  # the name of no reading


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did. ``n_problems`` counts those of this run, ``n_articles`` the store's.

    ``n_reread`` held pages were read again, as new ones taught that lines of theirs are furniture
    or links, or no longer are.
    """

    n_read: int
    n_new: int
    n_known: int
    n_problems: int
    n_articles: int
    seconds: float
    snapshot: str
    n_reread: int = 0


@dataclass(frozen=True, slots=True)
class _Page:
    """A page to parse: with what was learned of it, and what its row will say."""

    record: Record
    learned: Learned | None
    reading: str
    ingested_at: dt.datetime
    is_new: bool = True


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
    learn: bool = True,
    anew: bool = False,
    progress: Progress | None = None,
) -> IngestReport:
    """Add every page at or below ``paths`` and publish a snapshot.

    ``ingested_at`` is the caller's clock. ``progress(done, total)`` is called after every lot
    with the number of pages read; the total is None, as nothing is read twice to count it.
    Without ``learn`` every page is read by itself alone, and held pages stay as they are. With
    ``anew``, and where the store was made by a version with other frames, all held pages that
    this parser has not read are read again from the text the store keeps.
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
        known = known_pages(held, parser)
        if anew or held.is_outdated:
            known |= dict.fromkeys(held_pages(held) - known.keys(), _BY_ANOTHER_PARSER)
        reading = _Reading(set(known))
        source = partial(read_paths, listed, outlet=outlet, outlet_from_folder=outlet_from_folder)
        others = {one for one, name in known.items() if name == _BY_ANOTHER_PARSER}
        learned: Mapping[str, Learned] = {}
        stale = others
        if learn:
            pages = chain(_scraped(held, parser, others), source(suffixes=PAGE_SUFFIXES))
            learned = _learn(held, parser, known, pages, workers)
            stale = others | _stale(parser, known, learned)
        again = _again(held, parser, stale, learned)
        new = _to_read(_new(source(), reading), learned, parser, ingested_at)
        work = partial(parse_and_stage, staging=staging, names_model=names_model)
        lost = partial(_stage_lost, staging=staging)
        n_new = n_reread = n_failed = 0
        for done in run_lots(work, chain(again, _lots(new)), lost, workers=workers):
            n_new += done.n_new
            n_reread += done.n_reread
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
        n_reread=n_reread,
    )


def _learn(
    store: Store,
    parser: str,
    known: Mapping[str, str],
    items: Iterable[Record | Problem],
    workers: int | None,
) -> Mapping[str, Learned]:
    """What the pages of the store and those that come teach of each of them, by page id.

    What was seen is kept before anything is parsed: a run that goes on for a killed one learns
    the same. Pages a killed run has seen and not parsed count only when they come again.
    """
    kept = [page for page in load_seen(store, parser) if page.page_id in known]
    seen = [*kept, *see_pages(items, {page.page_id for page in kept}, workers=workers)]
    seen.sort(key=lambda page: page.page_id)
    save_seen(store, parser, seen)
    return tell(seen)


def _stale(parser: str, known: Mapping[str, str], learned: Mapping[str, Learned]) -> set[str]:
    """Held pages of which something else was learned than when they were read."""
    return {
        page_id
        for page_id, told in learned.items()
        if page_id in known and known[page_id] != reading_name(parser, told)
    }


def _scraped(store: Store, parser: str, chosen: Collection[str]) -> Iterator[Record]:
    """The pages as scraped among some that the store holds."""
    for lot in stale_lots(store, parser, chosen):
        yield from (it.record for it in lot if it.record.path.endswith(PAGE_SUFFIXES))


def _again(
    store: Store, parser: str, stale: Collection[str], learned: Mapping[str, Learned]
) -> Iterator[list[_Page]]:
    """Held pages to read again, in lots."""
    for lot in stale_lots(store, parser, stale):
        yield [
            page
            for held in lot
            for page in _to_read([held.record], learned, parser, held.ingested_at, is_new=False)
        ]


def _to_read(
    records: Iterable[Record],
    learned: Mapping[str, Learned],
    parser: str,
    ingested_at: dt.datetime,
    *,
    is_new: bool = True,
) -> Iterator[_Page]:
    for record in records:
        told = learned.get(record.page_id)
        yield _Page(record, told, reading_name(parser, told), ingested_at, is_new)


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


def _lots(pages: Iterable[_Page]) -> Iterator[list[_Page]]:
    """Pages in lots bounded in number and in length."""
    size, left = _FIRST_LOTS
    lot: list[_Page] = []
    characters = 0
    for page in pages:
        lot.append(page)
        characters += len(page.record.text)
        if len(lot) >= size or characters >= _LOT_CHARACTERS:
            yield lot
            lot, characters = [], 0
            left -= 1
            size = size if left > 0 else _LATER_LOT
    if lot:
        yield lot


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of a lot; faults of pages read again are none of this run."""

    n_new: int
    n_reread: int
    n_problems: int


def parse_and_stage(lot: Sequence[_Page], staging: Path, names_model: Path | None = None) -> _Done:
    """Parse a lot and stage its frames; a page the parser fails on costs one problem."""
    parses = [parse_or_problem(page.record, names_model, page.learned) for page in lot]
    return _stage(lot, parses, staging)


def _stage_lost(page: _Page, reason: str, staging: Path) -> _Done:
    return _stage([page], [killed_by(page.record, reason)], staging)


def _stage(lot: Sequence[_Page], parses: Sequence[Parse | Problem], staging: Path) -> _Done:
    first = lot[0]
    pages = [
        failed_page(page.record, parsed) if isinstance(parsed, Problem) else parsed
        for page, parsed in zip(lot, parses, strict=True)
    ]
    frames = build_frames(pages, ingested_at=first.ingested_at, parser=first.reading)
    frame = frames["pages"]
    readings, times = [page.reading for page in lot], [page.ingested_at for page in lot]
    frames["pages"] = frame.assign(parser=readings, ingested_at=times).astype(frame.dtypes)
    # Named after its first page: done again page by page, the first takes the place of the lot.
    stage(staging, first.record.page_id, frames)
    if not first.is_new:
        return _Done(0, len(lot), 0)
    return _Done(len(lot), 0, len(frames["problems"]))
