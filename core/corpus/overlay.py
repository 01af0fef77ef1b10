"""Corrections laid over the serving file, which itself is never written.

For each table that corrections may change, the in-memory database holds a view: the served rows
that no correction concerns, and the corrected ones. These come from the pure ``corrections.apply``
over the few frames rows concerned, turned into table rows by the very SQL that made the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb
import pandas as pd
import pyarrow as pa

from core.corrections import Correction, apply
from core.corrections.apply import Sentence
from core.frames import FRAMES
from core.search import parse_search, search_stem
from core.serving.build import attach_snapshot
from core.serving.tables import CORRECTABLE, CORRECTABLE_FRAMES
from core.store import Store

_BY_ENTITY = ("mentions", "article_entities", "entities")
_BY_QUOTE = ("quotes", "quote_speakers", "chain", "about")


def lay_over(
    connection: duckdb.DuckDBPyConnection,
    store: Store,
    snapshot: str,
    corrections: Sequence[Correction],
) -> None:
    """Replace the views of ``connection`` over ``served`` by corrected ones."""
    if not corrections:
        return
    attach_snapshot(connection, store.snapshot(snapshot), frame_views=False)
    entity_ids = sorted({one for by in corrections for one in (*by.entity_ids, by.target) if one})
    quote_ids = sorted({by.quote_id for by in corrections if by.quote_id})
    _keys(connection, "corrected_entities", "entity_id", entity_ids)
    connection.execute(_CONCERNED_QUOTES, [quote_ids])
    frames = {name: _concerned(connection, name) for name in CORRECTABLE_FRAMES}
    fixed = apply(frames, corrections, list(_sentences(connection, corrections)))
    connection.execute("CREATE SCHEMA corrected")
    for name in CORRECTABLE_FRAMES:
        connection.register("fixed", FRAMES[name].to_arrow(fixed[name]))
        others = ""
        if name == "entities":  # names of speakers that no correction concerns
            others = (
                " UNION ALL SELECT * FROM snapshot.entities WHERE entity_id NOT IN "
                "(SELECT entity_id FROM corrected_entities)"
            )
        connection.execute(f"CREATE TABLE corrected.{name}_frame AS SELECT * FROM fixed{others}")
        connection.unregister("fixed")
    _derive(connection)
    connection.execute("DROP SCHEMA snapshot CASCADE")


# Quotes of which a correction changes the row, its speakers, its chain or what it is about.
_CONCERNED_QUOTES = """
CREATE TABLE corrected_quotes AS
SELECT unnest(?::VARCHAR[]) AS quote_id
UNION SELECT quote_id FROM served.quote_speakers
    WHERE speaker_id IN (SELECT entity_id FROM corrected_entities)
UNION SELECT quote_id FROM served.quotes
    WHERE speaker_entity_id IN (SELECT entity_id FROM corrected_entities)
UNION SELECT quote_id FROM served.chain
    WHERE entity_id IN (SELECT entity_id FROM corrected_entities)
UNION SELECT quote_id FROM served.about
    WHERE entity_id IN (SELECT entity_id FROM corrected_entities)
"""


def _concerned(connection: duckdb.DuckDBPyConnection, name: str) -> pd.DataFrame:
    """The rows of a frame that corrections may change."""
    key = "entity_id" if name in _BY_ENTITY else "quote_id"
    keys = "corrected_entities" if name in _BY_ENTITY else "corrected_quotes"
    table = connection.sql(
        f"SELECT * FROM snapshot.{name} WHERE {key} IN (SELECT {key} FROM {keys})"
    ).to_arrow_table()
    return FRAMES[name].from_arrow(table)


def _derive(connection: duckdb.DuckDBPyConnection) -> None:
    """The corrected rows of every table, and the views that put them in place."""
    connection.execute("USE corrected")
    for name, query in CORRECTABLE.items():
        if name == "speakers":
            continue
        # Bare names in the query mean corrected tables where there are any, else served ones.
        connection.execute(f"CREATE TABLE corrected.{name} AS {query}")
    connection.execute("USE memory.main")
    for name in (*_BY_ENTITY, *_BY_QUOTE):
        key = "entity_id" if name in _BY_ENTITY else "quote_id"
        keys = "corrected_entities" if name in _BY_ENTITY else "corrected_quotes"
        # Rows of entities that came in anew are the corrected ones; the others only gave names.
        chosen = f"WHERE {key} IN (SELECT {key} FROM {keys})"
        connection.execute(
            f"CREATE OR REPLACE VIEW {name} AS "
            f"SELECT * FROM served.{name} WHERE {key} NOT IN (SELECT {key} FROM {keys}) "
            f"UNION ALL BY NAME SELECT * FROM corrected.{name} {chosen}"
        )
    connection.execute("CREATE VIEW entities_frame AS SELECT * FROM corrected.entities_frame")
    connection.execute(f"CREATE TABLE corrected.speakers AS {CORRECTABLE['speakers']}")
    connection.execute("CREATE OR REPLACE VIEW speakers AS SELECT * FROM corrected.speakers")
    connection.execute(_QUOTES_LEFT)


# A rejected quote no longer counts for its article.
_QUOTES_LEFT = """
CREATE TABLE corrected.rejected AS
SELECT article_key, count(*)::INTEGER AS n FROM served.quotes
WHERE quote_id IN (SELECT quote_id FROM corrected_quotes)
    AND quote_id NOT IN (SELECT quote_id FROM corrected.quotes)
GROUP BY 1;
CREATE OR REPLACE VIEW articles AS
SELECT a.* REPLACE ((a.n_quotes - coalesce(r.n, 0))::INTEGER AS n_quotes)
FROM served.articles a LEFT JOIN corrected.rejected r USING (article_key)
"""


def _sentences(
    connection: duckdb.DuckDBPyConnection, corrections: Iterable[Correction]
) -> Iterable[Sentence]:
    """The sentences of articles that hold all words of a form of an added name."""
    for by in corrections:
        if by.kind != "add":
            continue
        for form in by.forms:
            words = [search_stem(word) for word in parse_search(form).words]
            rows = connection.execute(_HOLDING, [words, len(set(words))]).fetchall()
            yield from (Sentence(*row) for row in rows)


_HOLDING = """
WITH held AS (
    SELECT p.article_key
    FROM served.postings p JOIN served.token_stems s USING (token_key)
    WHERE s.stem IN (SELECT unnest(?::VARCHAR[]))
    GROUP BY 1 HAVING count(DISTINCT s.stem) = ?
)
SELECT a.article_id, s.position, s.start, substring(t.text, s.start + 1, s."end" - s.start)
FROM held JOIN served.articles a USING (article_key)
JOIN served.sentences s USING (article_key)
JOIN served.texts t USING (page_id)
ORDER BY 1, 2
"""


def _keys(
    connection: duckdb.DuckDBPyConnection, table: str, column: str, keys: Sequence[str]
) -> None:
    connection.register("keys_given", pa.table({column: pa.array(keys, pa.string())}))
    connection.execute(f"CREATE TABLE {table} AS SELECT * FROM keys_given")
    connection.unregister("keys_given")
