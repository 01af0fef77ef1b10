"""Same statements over a snapshot: speakers with no new words keep what was found before."""

from __future__ import annotations

import duckdb
import pandas as pd
import pyarrow as pa

from core.derive.snapshot import rows
from core.frames import FRAMES
from core.quotes.statements import Said, group_statements
from core.text.fold import fold_key


def same_statements(connection: duckdb.DuckDBPyConnection, *, has_before: bool) -> pd.DataFrame:
    """The frame ``statements``: the statement each quote carries, one id in several outlets.

    ``has_before`` says that ``Before`` has been shown to the connection.
    """
    connection.execute(_SAID)
    if not has_before:
        groups = group_statements(Said(*row) for row in rows(connection, _ALL))
        return FRAMES["statements"].frame(sorted(groups.items()))
    _find_concerned(connection)
    groups = group_statements(Said(*row) for row in rows(connection, _CONCERNED))
    kept = rows(connection, _KEPT)
    return FRAMES["statements"].frame(sorted([*groups.items(), *kept]))


# The first speaker's words, in the order in which they were carried.
_SAID = """
CREATE VIEW said AS
SELECT q.quote_id, s.speaker_id, q.text,
    coalesce(a.published::VARCHAR, '9999') || ' ' || q.quote_id AS carried
FROM quotes q JOIN articles a USING (article_id)
LEFT JOIN (SELECT * FROM speakers WHERE position = 0) s USING (quote_id)
"""
_ALL = "SELECT * FROM said ORDER BY quote_id"

# Whose words came in or went: on pages that came in, as they are now and as they were before.
_TOUCHED = """
SELECT speaker_id FROM speakers
WHERE position = 0 AND left(quote_id, 16) IN (SELECT page_id FROM incoming)
UNION
SELECT speaker_id FROM before_speakers
WHERE position = 0 AND left(quote_id, 16) IN (SELECT page_id FROM incoming)
"""
_IS_CONCERNED = """
left(quote_id, 16) IN (SELECT page_id FROM incoming)
    OR speaker_id IN (SELECT speaker_id FROM concerned)
"""
_CONCERNED = f"SELECT * FROM said WHERE {_IS_CONCERNED} ORDER BY quote_id"
_KEPT = f"""
SELECT quote_id, statement_id FROM before_statements
WHERE quote_id IN (SELECT quote_id FROM said WHERE NOT coalesce({_IS_CONCERNED}, false))
"""


def _find_concerned(connection: duckdb.DuckDBPyConnection) -> None:
    """The table ``concerned``: speakers whose statements may change, under all of their ids.

    Two ids that fold to one key are one speaker to ``group_statements``.
    """
    touched = {fold_key(one) for (one,) in rows(connection, _TOUCHED)}
    everybody = rows(connection, "SELECT DISTINCT speaker_id FROM speakers WHERE position = 0")
    ids = sorted(one for (one,) in everybody if fold_key(one) in touched)
    connection.register("ids", pa.table({"speaker_id": pa.array(ids, pa.string())}))
    connection.execute("CREATE TABLE concerned AS SELECT * FROM ids")
    connection.unregister("ids")
