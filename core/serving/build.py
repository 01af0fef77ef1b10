"""Build the serving file: beside its place, then renamed into it, never half there."""

from __future__ import annotations

from pathlib import Path

import duckdb

from core.frames import FRAMES
from core.serving.postings import build_postings
from core.serving.tables import CORRECTABLE, CORRECTABLE_FRAMES, FIXED


def build_serving(snapshot: Path, target: Path, *, scratch: Path, memory_limit: str) -> None:
    """Derive ``target`` from the Parquet files in ``snapshot``."""
    part = scratch / "serving.duckdb"
    part.unlink(missing_ok=True)
    with duckdb.connect(str(part)) as connection:
        connection.execute(f"SET memory_limit = '{memory_limit}'")
        connection.execute("SET temp_directory = ?", [str(scratch / "spill")])
        attach_snapshot(connection, snapshot)
        for name, query in {**FIXED, **CORRECTABLE}.items():
            connection.execute(f"CREATE TABLE {name} AS {query}")
        build_postings(connection)
        for name in CORRECTABLE_FRAMES:
            connection.execute(f"DROP VIEW {name}_frame")
        connection.execute("DROP SCHEMA snapshot CASCADE")
        connection.execute("CHECKPOINT")
    target.parent.mkdir(parents=True, exist_ok=True)
    part.replace(target)


def attach_snapshot(
    connection: duckdb.DuckDBPyConnection, snapshot: Path, *, frame_views: bool = True
) -> None:
    """Views ``snapshot.<frame>`` of every frame, and ``<frame>_frame`` of the correctable ones."""
    connection.execute("CREATE SCHEMA snapshot")
    for name in FRAMES:
        path = str(snapshot / f"{name}.parquet").replace("'", "''")
        connection.execute(f"CREATE VIEW snapshot.{name} AS SELECT * FROM read_parquet('{path}')")
    for name in CORRECTABLE_FRAMES if frame_views else ():
        connection.execute(f"CREATE VIEW {name}_frame AS SELECT * FROM snapshot.{name}")
