"""From staged parses to a snapshot: merge with what is there, derive what spans pages, publish.

1. Merge each page-level frame: the current snapshot without the pages that were parsed anew,
and the staged lots, sorted by the frame's key. 2. Derive the snapshot-level frames: entities,
outlets, statements, copies. 3. Build the serving file. 4. Publish. The order of pages, lots and
workers leaves no trace: the same pages give the same bytes, and the snapshot's name is the digest
of its files.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.derive import Before, derive_frames, derive_outlets
from core.frames import FRAMES, PAGE_FRAMES, SNAPSHOT_FRAMES, Schema
from core.reading import Outlet
from core.serving import build_serving
from core.store import Manifest, Store, file_sha256, write_frame
from core.version import serving_version

MEMORY_LIMIT = "2GB"
_ROWS_A_GROUP = 100_000
_ROWS_OF_TEXT_A_GROUP = 4_000  # whole pages: a group stays within some megabytes
_FRAMES_OF_TEXT = ("records", "words")


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an ingest adds: staged lots, and what it learned of paths and outlets.

    ``reread`` are the paths read this time: what an earlier ingest complained of there is
    no longer true, or is among the staged problems again.
    """

    lots: Sequence[Path]
    reread: frozenset[str] = frozenset()
    outlets: Mapping[str, Outlet] | None = None


def publish(
    store: Store, incoming: Incoming, *, created_at: dt.datetime, threads: int | None = None
) -> Manifest:
    """Merge ``incoming`` into the store and make the result the current snapshot."""
    current = store.current
    with store.scratch() as folder:
        target = folder / "snapshot"
        target.mkdir()
        connection = _connect(folder, threads)
        _register(connection, incoming)
        for name, schema in PAGE_FRAMES.items():
            fits = current is not None and store.fits(current, name)
            before = store.frame_path(current, name) if current and fits else None
            query = _merged(schema, before, _parts(incoming.lots, name))
            _write_query(connection, query, schema, target / f"{name}.parquet")
        connection.close()
        if current and store.fits(current, "outlets"):
            known = store.load_frame("outlets", current)
        else:
            known = FRAMES["outlets"].empty()
        told = incoming.outlets or {}
        if current and not _parts(incoming.lots, "pages"):  # the same articles: the same answers
            derived = {name: store.load_frame(name, current) for name in SNAPSHOT_FRAMES}
            derived["outlets"] = derive_outlets(target, known, told)
        else:
            last = _before(store, current, incoming.lots)
            derived = derive_frames(target, known, told, last)
        for name, frame in derived.items():
            write_frame(target / f"{name}.parquet", frame, FRAMES[name])
        manifest = _manifest(target, created_at)
        serving = store.serving(manifest.snapshot, serving_version())
        if not serving.exists():
            build_serving(target, serving, scratch=folder, memory_limit=MEMORY_LIMIT)
        if manifest.snapshot != current:
            store.publish(target, manifest)
    store.prune()
    return manifest


def _before(store: Store, current: str | None, lots: Sequence[Path]) -> Before | None:
    """What can be taken over: nothing where pages were read by rules of more than one version."""
    if current is None or store.is_outdated:
        return None
    columns = ["page_id", "parser"]
    came = [pq.read_table(path, columns=columns) for path in _parts(lots, "pages")]
    held = pq.read_table(store.frame_path(current, "pages"), columns=columns)
    readings = {one for table in (held, *came) for one in pc.unique(table["parser"]).to_pylist()}
    if len({one.partition("+")[0] for one in readings}) > 1:
        return None
    ids = {one for table in came for one in table["page_id"].to_pylist()}
    return Before(store.snapshot(current), ids)


def ensure_serving(store: Store, snapshot: str) -> Path:
    """The serving file of a snapshot; built now when another version of the code made the last."""
    serving = store.serving(snapshot, serving_version())
    if not serving.exists():
        with store.scratch() as folder:
            build_serving(
                store.snapshot(snapshot), serving, scratch=folder, memory_limit=MEMORY_LIMIT
            )
    return serving


def _connect(folder: Path, threads: int | None) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
    connection.execute("SET temp_directory = ?", [str(folder / "spill")])
    if threads:
        connection.execute(f"SET threads = {int(threads)}")
    return connection


def _register(connection: duckdb.DuckDBPyConnection, incoming: Incoming) -> None:
    """The ids of the pages that come in, and the paths that were read, as tables."""
    pages = _parts(incoming.lots, "pages")
    source = _scan(pages) if pages else "(SELECT NULL::VARCHAR AS page_id WHERE false)"
    connection.execute(f"CREATE TABLE incoming AS SELECT page_id FROM {source}")
    paths = pa.table({"path": pa.array(sorted(incoming.reread), pa.string())})
    connection.register("reread", paths)


def _parts(lots: Sequence[Path], name: str) -> list[Path]:
    return [path for lot in lots if (path := lot / f"{name}.parquet").exists()]


def _merged(schema: Schema, before: Path | None, parts: Sequence[Path]) -> str:
    """The SQL of a merged frame: kept rows and new ones, distinct for problems, sorted."""
    columns = ", ".join(f'"{name}"' for name in schema.names)
    sources = [f"SELECT {columns} FROM {_scan(parts)}"] if parts else []
    if before is not None:
        page = _page_of(schema)
        kept = f"SELECT {columns} FROM {_scan([before])} WHERE "
        stays = f"({page} IS NULL OR {page} NOT IN (SELECT page_id FROM incoming))"
        if schema.name == "problems":
            stays += " AND (page_id IS NOT NULL OR path NOT IN (SELECT path FROM reread))"
        sources.insert(0, kept + stays)
    if not sources:
        nothing = ", ".join(f'NULL AS "{name}"' for name in schema.names)
        return f"SELECT {nothing} WHERE false"
    distinct = "DISTINCT " if schema.name == "problems" else ""
    order = ", ".join(f'"{name}" NULLS FIRST' for name in schema.key)
    return f"SELECT {distinct}{columns} FROM ({' UNION ALL '.join(sources)}) ORDER BY {order}"


def _page_of(schema: Schema) -> str:
    """The SQL for the page of a row: every id begins with its page's."""
    if "page_id" in schema.names:
        return "page_id"
    return f"left({'article_id' if 'article_id' in schema.names else 'quote_id'}, 16)"


def _scan(paths: Sequence[Path]) -> str:
    listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
    return f"read_parquet([{listed}])"


def _write_query(
    connection: duckdb.DuckDBPyConnection, query: str, schema: Schema, path: Path
) -> None:
    """Stream a query's rows into a Parquet file, in groups of a fixed size."""
    rows = _ROWS_OF_TEXT_A_GROUP if schema.name in _FRAMES_OF_TEXT else _ROWS_A_GROUP
    with pq.ParquetWriter(path, schema.arrow, compression="zstd") as writer:
        for batch in _even_batches(connection.sql(query).to_arrow_reader(rows), rows):
            writer.write_table(batch.cast(schema.arrow), row_group_size=rows)


def _even_batches(reader: pa.RecordBatchReader, rows: int) -> Iterator[pa.Table]:
    """Tables of exactly ``rows`` rows, the last one shorter, however the reader cuts."""
    waiting: list[pa.RecordBatch] = []
    held = 0
    for batch in reader:
        waiting.append(batch)
        held += batch.num_rows
        while held >= rows:
            table = pa.Table.from_batches(waiting)
            yield table.slice(0, rows).combine_chunks()
            waiting = table.slice(rows).to_batches()
            held -= rows
    if held:
        yield pa.Table.from_batches(waiting).combine_chunks()


def _manifest(folder: Path, created_at: dt.datetime) -> Manifest:
    digests = {path.stem: file_sha256(path) for path in sorted(folder.glob("*.parquet"))}
    rows = {name: pq.read_metadata(folder / f"{name}.parquet").num_rows for name in digests}
    joined = "\n".join(f"{name} {digest}" for name, digest in digests.items())
    name = hashlib.sha256(joined.encode()).hexdigest()[:12]
    return Manifest(name, created_at, rows, digests)
