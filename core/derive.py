"""The frames that span a whole snapshot: entities, outlets, same statements, copies.

Everything is computed anew from the merged page-level frames, so that it depends on what is in
the snapshot and not on the order in which it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from core.duplicates import Story, find_copies
from core.frames import FRAMES, PAGE_FRAMES
from core.frames.entity_keys import entity_keys, join_names
from core.frames.outlets import listed_outlets, outlet_id
from core.model import MentionType
from core.names.registry import describe
from core.quotes.statements import Said, group_statements
from core.reading import Outlet
from core.search import LINE_END


def derive_frames(
    folder: Path, known_outlets: pd.DataFrame, outlets: Mapping[str, Outlet]
) -> dict[str, pd.DataFrame]:
    """The snapshot-level frames of the page-level ones in ``folder``.

    ``known_outlets`` is what the snapshot before knew of outlets, ``outlets`` what tables beside
    the pages say now, by name; the later one counts.
    """
    with _opened(folder) as connection:
        return {
            "entities": _entities(connection),
            "outlets": _outlets(connection, known_outlets, outlets),
            "statements": _statements(connection),
            "copies": _copies(connection),
        }


def derive_outlets(
    folder: Path, known_outlets: pd.DataFrame, outlets: Mapping[str, Outlet]
) -> pd.DataFrame:
    """The outlets alone, where no page came in."""
    with _opened(folder) as connection:
        return _outlets(connection, known_outlets, outlets)


@contextmanager
def _opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with a view on each page-level frame."""
    with duckdb.connect() as connection:
        for name in PAGE_FRAMES:
            path = str(folder / f"{name}.parquet").replace("'", "''")
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{path}')")
        yield connection


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
    aliases = (*known.aliases, *names)
    return (
        entity_id,
        known.type,
        known.name,
        known.name_en,
        known.is_transliterated,
        join_names(aliases, without=known.name),
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


_STORIES = """
SELECT a.article_id, w.words, a.headline IS NOT NULL AS has_headline, a.published, a.published_at
FROM articles a JOIN words w USING (article_id) ORDER BY a.article_id
"""


def _copies(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Which articles carry another's story: compared by their words, without the headline."""
    stories = (
        Story(article_id, tuple(words.split(LINE_END)[has_headline:]), at or day)
        for article_id, words, has_headline, day, at in _rows(connection, _STORIES)
    )
    found = sorted((copy.article_id, copy.duplicate_of) for copy in find_copies(stories))
    return FRAMES["copies"].frame(found)


_SAID = """
SELECT q.quote_id, s.speaker_id, q.text,
    coalesce(a.published::VARCHAR, '9999') || ' ' || q.quote_id AS carried
FROM quotes q JOIN articles a USING (article_id)
LEFT JOIN (SELECT * FROM speakers WHERE position = 0) s USING (quote_id)
ORDER BY q.quote_id
"""


def _statements(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The statement each quote carries; the same one in several outlets has one id."""
    groups = group_statements(Said(*row) for row in _rows(connection, _SAID))
    return FRAMES["statements"].frame(sorted(groups.items()))


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, never all of them in memory."""
    cursor = connection.cursor().execute(sql)
    while rows := cursor.fetchmany(10_000):
        yield from rows


def told_outlets(roots: Iterable[Mapping[str, Outlet]]) -> dict[str, Outlet]:
    """The outlets that tables beside the pages name, by their names."""
    return {outlet.name: outlet for table in roots for outlet in table.values()}
