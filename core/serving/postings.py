"""The posting table: which article holds which written word, and where.

``tokens`` are the different written words, numbered so that words with one stem lie side by
side; ``token_stems`` leads from a stem to them; ``postings`` holds, for a word and an article, the
places of the word. Clitics cost nothing here: only the different words are looked at one by one.
"""

from __future__ import annotations

import duckdb
import pyarrow as pa

from core.search import LINE_END, stems

_OCCURRENCES = f"""
CREATE TEMP TABLE occurrences AS
SELECT article_key, unnest(words) AS word, generate_subscripts(words, 1)::INTEGER AS place
FROM (
    SELECT a.article_key, string_split(w.words, ' ') AS words
    FROM snapshot.words w JOIN articles a USING (article_id)
);
DELETE FROM occurrences WHERE word = '{LINE_END}' OR word = ''
"""

_TOKENS = """
CREATE TABLE tokens AS
SELECT (row_number() OVER (ORDER BY shortest, word) - 1)::INTEGER AS token_key, word, n
FROM word_list ORDER BY token_key
"""

_STEMS = """
CREATE TABLE token_stems AS
SELECT s.stem, t.token_key FROM stem_list s JOIN tokens t USING (word) ORDER BY 1, 2
"""

_POSTINGS = """
CREATE TABLE postings AS
SELECT t.token_key, o.article_key, list(o.place ORDER BY o.place) AS places
FROM occurrences o JOIN tokens t USING (word)
GROUP BY 1, 2 ORDER BY 1, 2
"""


def build_postings(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the three tables from ``snapshot.words`` and ``articles``."""
    connection.execute(_OCCURRENCES)
    counted: pa.Table = connection.sql(
        "SELECT word, count(*) AS n FROM occurrences GROUP BY 1 ORDER BY 1"
    ).to_arrow_table()
    words = counted.column("word").to_pylist()
    stems_of = [sorted(stems(word)) for word in words]
    shortest = [min(found, key=lambda stem: (len(stem), stem)) for found in stems_of]
    word_list = counted.append_column("shortest", pa.array(shortest, pa.string()))
    pairs = [(stem, word) for word, found in zip(words, stems_of, strict=True) for stem in found]
    stem_list = pa.table(
        {
            "stem": pa.array([stem for stem, _ in pairs], pa.string()),
            "word": pa.array([word for _, word in pairs], pa.string()),
        }
    )
    connection.register("word_list", word_list)
    connection.register("stem_list", stem_list)
    for statement in (_TOKENS, _STEMS, _POSTINGS, "DROP TABLE occurrences"):
        connection.execute(statement)
    connection.unregister("word_list")
    connection.unregister("stem_list")
