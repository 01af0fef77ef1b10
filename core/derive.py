"""The frames that span a whole snapshot: entities, outlets, same statements, copies.

Everything is computed anew from the merged page-level frames, so that it depends on what is in
the snapshot and not on the order in which it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb
import pandas as pd

from core.frames import FRAMES
from core.frames.ids import JOINT
from core.frames.outlets import listed_outlets, outlet_id
from core.model import MentionType
from core.names.registry import describe
from core.reading import Outlet
from core.text.fold import fold_key


def derive_frames(
    folder: Path, known_outlets: pd.DataFrame, outlets: Mapping[str, Outlet]
) -> dict[str, pd.DataFrame]:
    """The snapshot-level frames of the page-level ones in ``folder``.

    ``known_outlets`` is what the snapshot before knew of outlets, ``outlets`` what tables beside
    the pages say now, by name; the later one counts.
    """
    with duckdb.connect() as connection:
        for name in ("articles", "mentions", "quotes", "speakers", "chain", "about", "words"):
            path = str(folder / f"{name}.parquet").replace("'", "''")
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{path}')")
        return {
            "entities": _entities(connection),
            "outlets": _outlets(connection, known_outlets, outlets),
            "statements": FRAMES["statements"].empty(),
            "copies": FRAMES["copies"].empty(),
        }


def entity_keys(names: Iterable[str | None]) -> str:
    """The folded spellings an entity is found by, sorted, one a line."""
    return "\n".join(sorted({fold_key(name).lower() for name in names if name}))


# The type and name most mentions of an entity carry; names in order of their frequency.
_NAMED = """
WITH named AS (
    SELECT entity_id, type, name, count(*) AS n, list(DISTINCT text) AS spellings
    FROM mentions GROUP BY ALL
)
SELECT
    entity_id,
    first(type ORDER BY n DESC, type, name) AS type,
    list(name ORDER BY n DESC, length(name) DESC, name) AS names,
    flatten(list(spellings)) AS spellings
FROM named GROUP BY entity_id ORDER BY entity_id
"""


def _entities(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    rows = connection.execute(_NAMED).fetchall()
    return FRAMES["entities"].frame(_entity(*row) for row in rows)


def _entity(
    entity_id: str, kind: MentionType, names: list[str], spellings: list[str]
) -> tuple[object, ...]:
    known = describe(entity_id, kind, names[0])
    aliases = [name for name in dict.fromkeys((*known.aliases, *names)) if name != known.name]
    return (
        entity_id,
        known.type,
        known.name,
        known.name_en,
        known.is_transliterated,
        JOINT.join(aliases) or None,
        entity_keys((known.name, known.name_en, *aliases, *spellings)),
        known.wikidata,
        known.lat,
        known.lon,
        known.country,
    )


_OUTLET_NAMES = """
SELECT outlet_id, first(outlet ORDER BY n DESC, outlet) AS name
FROM (SELECT outlet_id, outlet, count(*) AS n FROM articles GROUP BY ALL)
WHERE outlet_id IS NOT NULL
GROUP BY outlet_id ORDER BY outlet_id
"""


def _outlets(
    connection: duckdb.DuckDBPyConnection, known: pd.DataFrame, told: Mapping[str, Outlet]
) -> pd.DataFrame:
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
