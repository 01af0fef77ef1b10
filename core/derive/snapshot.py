"""The page-level frames of a snapshot as views, and what can be taken over from the one before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from core.frames import FRAMES, PAGE_FRAMES


@dataclass(frozen=True, slots=True)
class Before:
    """The snapshot before: its folder, and the pages that came in since (new or read again)."""

    folder: Path
    incoming: Collection[str]

    def show(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Its frames as views ``before_<frame>``, and ``incoming`` with a ``page_id``."""
        for name in FRAMES:
            _view(connection, f"before_{name}", self.folder / f"{name}.parquet")
        ids = pa.table({"page_id": pa.array(sorted(self.incoming), pa.string())})
        connection.register("incoming_ids", ids)
        connection.execute("CREATE OR REPLACE TABLE incoming AS SELECT * FROM incoming_ids")
        connection.unregister("incoming_ids")


@contextmanager
def opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with a view on each page-level frame."""
    with duckdb.connect() as connection:
        for name in PAGE_FRAMES:
            _view(connection, name, folder / f"{name}.parquet")
        yield connection


def rows(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any] | None = None
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, never all of them in memory."""
    cursor = connection.cursor().execute(sql, parameters or [])
    while fetched := cursor.fetchmany(10_000):
        yield from fetched


def _view(connection: duckdb.DuckDBPyConnection, name: str, file: Path) -> None:
    path = str(file).replace("'", "''")
    connection.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{path}')")
