"""Who or what the mentions of a snapshot stand for."""

from __future__ import annotations

import duckdb
import pandas as pd

from core.frames import FRAMES
from core.frames.entity_keys import entity_keys, join_names
from core.model import MentionType
from core.names.registry import describe


def describe_entities(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The frame ``entities``: the gazetteer's word on each, else what its mentions say."""
    rows = connection.execute(_NAMED).fetchall()
    return FRAMES["entities"].frame(_entity(*row) for row in rows)


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
