"""Copies over a snapshot: sketches bring few pairs together, words decide, decisions are kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache

import duckdb
import pandas as pd

from core.derive.snapshot import rows
from core.duplicates import BAND_DIGITS, BANDS, Shingles, Sketched, find_originals, is_copy
from core.frames import FRAMES
from core.frames.stories import story_shingles

_SHINGLES_KEPT = 4096


def find_copies(
    connection: duckdb.DuckDBPyConnection, *, has_before: bool
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The frames ``copies`` and ``compared``: which articles carry another's story, by their words
    without the headline, and every pair that was looked at for it.

    ``has_before`` says that ``Before`` has been shown to the connection.
    """
    connection.execute(_SHARED)
    known, likely = {}, "SELECT article_id FROM shared"
    if has_before:
        known = {(one, other): yes for one, other, yes in rows(connection, _KNOWN)}
        likely = _BESIDE_INCOMING
    compare = _Comparing(connection, known, likely)
    sketched = (
        Sketched(article_id, n_shingles, bands, at or day)
        for article_id, n_shingles, bands, day, at in rows(connection, _SKETCHED)
    )
    copies = sorted(find_originals(sketched, compare).items())
    compared = sorted((*pair, yes) for pair, yes in compare.asked.items())
    return FRAMES["copies"].frame(copies), FRAMES["compared"].frame(compared)


# A band that one article alone has brings nobody together: nearly all are of this sort.
_SHARED = f"""
CREATE TABLE shared AS
WITH bands AS (
    SELECT article_id, number || ':' || substr(bands, 1 + {BAND_DIGITS} * number, {BAND_DIGITS})
        AS band
    FROM sketches, range({BANDS}) AS bands_of(number)
    WHERE bands IS NOT NULL
)
SELECT article_id, band FROM bands QUALIFY count(*) OVER (PARTITION BY band) > 1
"""
_SKETCHED = """
SELECT a.article_id, k.n_shingles, s.bands, a.published, a.published_at
FROM (SELECT article_id, list(band) AS bands FROM shared GROUP BY 1) s
JOIN sketches k USING (article_id) JOIN articles a USING (article_id)
"""
# Decisions on pages that are the same as then.
_KNOWN = """
SELECT article_id, other_id, is_copy FROM before_compared
WHERE left(article_id, 16) NOT IN (SELECT page_id FROM incoming)
    AND left(other_id, 16) NOT IN (SELECT page_id FROM incoming)
"""
_BESIDE_INCOMING = """
SELECT article_id FROM shared WHERE band IN (
    SELECT band FROM shared WHERE left(article_id, 16) IN (SELECT page_id FROM incoming)
)
"""
_WORDS = """
SELECT article_id, words, headline IS NOT NULL
FROM words JOIN articles USING (article_id) WHERE article_id IN ({})
"""


class _Comparing:
    """Compares two articles of a snapshot, each pair once ever; keeps what it was ``asked``.

    The words of the ``likely`` articles (a query) are read together: one by one a file that holds
    them in groups of thousands would be read as often. Shingles lie in arrays till they are used.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        known: dict[tuple[str, str], bool],
        likely: str,
    ) -> None:
        self.asked: dict[tuple[str, str], bool] = {}
        self._known = known
        self._connection = connection
        self._held = {one: array("I", own) for one, own in self._shingled(likely)}
        self._shingles = lru_cache(_SHINGLES_KEPT)(self._read)

    def __call__(self, left: str, right: str) -> bool:
        """Whether they are one story."""
        pair = (left, right) if left < right else (right, left)
        known = self._known.get(pair)
        if known is None:
            known = is_copy(self._shingles(left), self._shingles(right))
        self.asked[pair] = known
        return known

    def _read(self, article_id: str) -> Shingles:
        held = self._held.get(article_id)
        if held is not None:
            return frozenset(held)
        return next((own for _, own in self._shingled("?", [article_id])), frozenset())

    def _shingled(
        self, chosen: str, parameters: list[str] | None = None
    ) -> Iterator[tuple[str, Shingles]]:
        for article_id, words, has_headline in rows(
            self._connection, _WORDS.format(chosen), parameters
        ):
            yield article_id, story_shingles(words, has_headline=has_headline)
