"""The outlets of a snapshot: as tables beside the pages tell of them, as before, or as listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import duckdb
import pandas as pd

from core.frames import FRAMES
from core.frames.outlets import listed_outlets, outlet_id
from core.reading import Outlet

_OUTLET_NAMES = """
SELECT outlet_id, first(outlet ORDER BY n DESC, outlet) AS name
FROM (SELECT outlet_id, outlet, count(*) AS n FROM articles GROUP BY ALL)
WHERE outlet_id IS NOT NULL
GROUP BY outlet_id ORDER BY outlet_id
"""


def describe_outlets(
    connection: duckdb.DuckDBPyConnection, known: pd.DataFrame, told: Mapping[str, Outlet]
) -> pd.DataFrame:
    """The frame ``outlets``; ``known`` is that of the snapshot before, ``told`` counts first."""
    before = {row.outlet_id: row for row in known.itertuples(index=False)}
    now = {outlet_id(name): outlet for name, outlet in sorted(told.items())}
    rows = []
    for one, name in connection.execute(_OUTLET_NAMES).fetchall():
        if one in now:
            outlet = now[one]
            rows.append((one, outlet.name, outlet.name_en, outlet.country, outlet.is_invented))
        elif one in before:
            rows.append(tuple(before[one]))
        elif one in listed_outlets():
            listed = listed_outlets()[one]
            rows.append((one, listed.name, listed.name_en, listed.country, False))
        else:
            rows.append((one, name, name if name.isascii() else None, None, False))
    return FRAMES["outlets"].frame(rows)


def told_outlets(roots: Iterable[Mapping[str, Outlet]]) -> dict[str, Outlet]:
    """The outlets that tables beside the pages name, by their names."""
    return {outlet.name: outlet for table in roots for outlet in table.values()}
