"""Which pages a store holds, what learning saw of them, and which must be read again.

A page's reading depends on its text, on the parser, and on what the other pages of its outlet
taught of its lines. The name of a reading says all but the first, so a page whose lines have
become known as furniture since, or are no longer, is found by its name and read again from the
text the store keeps.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.model import Record
from core.page import Learned, SeenLine, SeenPage
from core.store import Store

_LOT = 64
_OF_RECORD = ("record_id", "text", "headline", "outlet", "url", "published", "byline")


_SEEN = pa.schema(
    {
        "page_id": pa.string(),
        "outlet": pa.string(),
        "lines": pa.list_(
            pa.struct(
                {
                    "words": pa.string(),
                    "is_headline": pa.bool_(),
                    "above": pa.int64(),
                    "below": pa.int64(),
                }
            )
        ),
    }
)


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page from the store, as it came in."""

    record: Record
    ingested_at: dt.datetime


def reading_name(parser: str, learned: Learned | None) -> str:
    """The parser's version, and a digest of what was learned where it was anything."""
    if not learned:
        return parser
    lines = "\n".join((*sorted(learned.recurring), "", *sorted(learned.headlines)))
    return f"{parser}+{hashlib.sha256(lines.encode()).hexdigest()[:8]}"


def known_pages(store: Store, parser: str) -> dict[str, str]:
    """The pages published or staged by this very parser, each with the name of its reading."""
    files = [store.frame_path(store.current, "pages")] if store.current else []
    files += [lot / "pages.parquet" for lot in store.staged(parser)]  # newer than the snapshot
    known: dict[str, str] = {}
    for path in files:
        if path.exists():
            table = pq.read_table(path, columns=["page_id", "parser"])
            rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
            known.update(row for row in rows if row[1].partition("+")[0] == parser)
    return known


def held_pages(store: Store) -> set[str]:
    """The ids of all pages of the current snapshot, whoever parsed them."""
    if store.current is None:
        return set()
    table = pq.read_table(store.frame_path(store.current, "pages"), columns=["page_id"])
    return set(table["page_id"].to_pylist())


def load_seen(store: Store, parser: str) -> list[SeenPage]:
    """The pages this parser has seen, as learning sees them."""
    path = store.seen(parser)
    rows = pq.read_table(path).to_pylist() if path.exists() else []
    return [
        SeenPage(row["page_id"], row["outlet"], tuple(SeenLine(**line) for line in row["lines"]))
        for row in rows
    ]


def save_seen(store: Store, parser: str, seen: Iterable[SeenPage]) -> None:
    """Keep what this parser has seen, all at once, and drop what others have."""
    rows = [
        {
            "page_id": page.page_id,
            "outlet": page.outlet,
            "lines": [line._asdict() for line in page.lines],
        }
        for page in seen
    ]
    path = store.seen(parser)
    path.parent.mkdir(exist_ok=True)
    part = path.with_suffix(".part")
    pq.write_table(pa.Table.from_pylist(rows, _SEEN), part, compression="zstd")
    part.replace(path)
    for other in path.parent.glob("*"):
        if other != path:
            other.unlink()


def stale_lots(store: Store, parser: str, stale: Collection[str]) -> Iterator[list[HeldPage]]:
    """The held pages of the ``stale`` ids in lots, each to be staged under its first page's name.

    Of a staged lot that holds one all pages are given: staged again, it takes its own place.
    """
    left = set(stale)
    for lot in store.staged(parser):
        if (lot / "pages.parquet").exists():
            pages = _held_pages(lot)
            staged = {page.record.page_id for page in pages}
            if not staged.isdisjoint(stale):
                yield sorted(pages, key=lambda page: page.record.page_id != lot.name)
            left -= staged
    ids = iter(sorted(left))  # as the snapshot is sorted: each lot lies in few groups of rows
    while store.current and (chosen := list(islice(ids, _LOT))):
        yield _held_pages(store.snapshot(store.current), chosen)


def _held_pages(folder: Path, chosen: Collection[str] | None = None) -> list[HeldPage]:
    """The pages of a snapshot or a staged lot, or those of the ``chosen`` ids."""
    texts = {
        row["page_id"]: {name: row[name] for name in _OF_RECORD}
        for row in _rows(folder / "records.parquet", ("page_id", *_OF_RECORD), chosen)
    }
    columns = ("page_id", "path", "encoding", "bytes", "ingested_at")
    return [
        HeldPage(
            Record(
                path=row["path"],
                encoding=row["encoding"],
                n_bytes=row["bytes"],
                **texts[row["page_id"]],
            ),
            row["ingested_at"],
        )
        for row in _rows(folder / "pages.parquet", columns, chosen)
    ]


def _rows(
    path: Path, columns: Collection[str], chosen: Collection[str] | None
) -> list[dict[str, Any]]:
    condition = None if chosen is None else pc.field("page_id").isin(sorted(chosen))
    rows: list[dict[str, Any]] = pq.read_table(
        path, columns=list(columns), filters=condition
    ).to_pylist()
    return rows
