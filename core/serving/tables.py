"""The tables of the serving file and the SQL that derives each, in order.

``article_key``, ``page_key`` and ``quote_key`` number articles, pages and quotes from the oldest
to the newest, undated ones first: rows of a list that is sorted by time lie side by side, so few
blocks are read. Sources are the views ``snapshot.<frame>``.
"""

from __future__ import annotations

from core.frames.ids import UNNAMED_NAMES

_UNNAMED_NAMES = "SELECT * FROM (VALUES {}) AS unnamed(speaker_id, name, name_en)".format(
    ", ".join(f"('unnamed:{one}', '{ar}', '{en}')" for one, (ar, en) in UNNAMED_NAMES.items())
)

# Tables that corrections may change are derived from views without a schema, so that the same
# SQL derives the corrected rows from corrected frames (``core.corpus.overlay``).
ARTICLES = """
SELECT
    (row_number() OVER (ORDER BY published NULLS FIRST, published_at NULLS FIRST, article_id)
        - 1)::INTEGER AS article_key,
    a.article_id, a.page_id, a.position, a.outlet_id,
    coalesce(o.name, a.outlet) AS outlet,
    a.headline, a.headline_start, a.headline_end, a.byline, a.place,
    a.published, a.published_at, a.published_from, a.url, a.n_words, a.snippet,
    c.duplicate_of,
    coalesce(c.duplicate_of, a.article_id) AS story_id,
    coalesce(q.n, 0)::INTEGER AS n_quotes
FROM snapshot.articles a
LEFT JOIN snapshot.outlets o USING (outlet_id)
LEFT JOIN snapshot.copies c USING (article_id)
LEFT JOIN (SELECT article_id, count(*) AS n FROM snapshot.quotes GROUP BY 1) q USING (article_id)
ORDER BY article_key
"""

TEXTS = """
WITH first_article AS (SELECT page_id, min(article_key) AS first_key FROM articles GROUP BY 1)
SELECT
    (row_number() OVER (ORDER BY first_key NULLS FIRST, page_id) - 1)::INTEGER AS page_key,
    r.page_id, r.text
FROM snapshot.records r LEFT JOIN first_article USING (page_id)
ORDER BY page_key
"""

PAGES = """
SELECT p.* EXCLUDE (outlet), coalesce(o.name, p.outlet) AS outlet
FROM snapshot.pages p
LEFT JOIN (SELECT DISTINCT page_id, outlet_id FROM snapshot.articles WHERE position = 1) a
    USING (page_id)
LEFT JOIN snapshot.outlets o USING (outlet_id)
ORDER BY path, page_id
"""

LINES = """
SELECT t.page_key, l.* FROM snapshot.lines l JOIN texts t USING (page_id)
ORDER BY page_key, l.start
"""


def _of_articles(frame: str, order: str) -> str:
    return f"""
SELECT a.article_key, f.* EXCLUDE (article_id)
FROM snapshot.{frame} f JOIN articles a USING (article_id)
ORDER BY article_key, {order}
"""


MENTIONS = """
SELECT a.article_key, m.* EXCLUDE (article_id, name)
FROM mentions_frame m JOIN articles a USING (article_id)
ORDER BY article_key, m.start, m."end"
"""

ARTICLE_ENTITIES = """
SELECT entity_id, article_key, count(*)::INTEGER AS n
FROM mentions GROUP BY 1, 2 ORDER BY 1, 2
"""

QUOTES = """
SELECT
    a.article_key, q.*,
    s.speaker_id,
    e.name_en AS speaker_name_en,
    try_cast(q.said_on AS DATE) AS said_day,
    t.statement_id,
    coalesce(g.n_outlets, 1)::INTEGER AS n_carriers,
    coalesce(v.via, []::VARCHAR[]) AS via,
    a.published, a.outlet_id, a.outlet, a.headline
FROM quotes_frame q
JOIN articles a USING (article_id)
LEFT JOIN (SELECT quote_id, speaker_id FROM speakers_frame WHERE position = 0) s USING (quote_id)
LEFT JOIN entities_frame e ON e.entity_id = s.speaker_id
LEFT JOIN snapshot.statements t USING (quote_id)
LEFT JOIN statement_groups g ON g.statement_id = t.statement_id
LEFT JOIN (
    SELECT quote_id, list(name ORDER BY position) AS via FROM chain_frame GROUP BY 1
) v USING (quote_id)
ORDER BY article_key, q.start, q."end", q.quote_id
"""

STATEMENT_GROUPS = """
SELECT t.statement_id, count(DISTINCT coalesce(a.outlet_id, '')) AS n_outlets
FROM snapshot.statements t
JOIN snapshot.quotes q USING (quote_id)
JOIN snapshot.articles a USING (article_id)
GROUP BY 1
"""


def _of_quotes(frame: str, order: str, columns: str = "f.*") -> str:
    return f"""
SELECT q.article_key, {columns}
FROM {frame}_frame f JOIN quotes q USING (quote_id)
ORDER BY article_key, quote_id, {order}
"""


ENTITIES = """
SELECT
    e.*,
    coalesce(c.n_articles, 0) AS n_articles,
    coalesce(c.n_mentions, 0) AS n_mentions,
    c.first_seen, c.last_seen
FROM entities_frame e
LEFT JOIN (
    SELECT m.entity_id, count(*) AS n_articles, sum(m.n)::BIGINT AS n_mentions,
        min(a.published) AS first_seen, max(a.published) AS last_seen
    FROM article_entities m JOIN articles a USING (article_key) GROUP BY 1
) c USING (entity_id)
ORDER BY n_articles DESC, entity_id
"""

SPEAKERS = f"""
SELECT
    s.speaker_id,
    coalesce(first(e.name), first(u.name), mode(s.name)) AS name,
    coalesce(first(e.name_en), first(u.name_en)) AS name_en,
    mode(s.kind) AS kind,
    count(*) AS n_quotes,
    count(DISTINCT s.article_key) AS n_articles
FROM quote_speakers s
LEFT JOIN entities_frame e ON e.entity_id = s.speaker_id
LEFT JOIN ({_UNNAMED_NAMES}) u ON u.speaker_id = s.speaker_id
GROUP BY 1 ORDER BY n_quotes DESC, speaker_id
"""

OUTLETS = """
SELECT o.*, coalesce(n.n_articles, 0) AS n_articles
FROM snapshot.outlets o
LEFT JOIN (SELECT outlet_id, count(*) AS n_articles FROM articles GROUP BY 1) n USING (outlet_id)
ORDER BY n_articles DESC, outlet_id
"""

FIXED: dict[str, str] = {
    "articles": ARTICLES,
    "texts": TEXTS,
    "pages": PAGES,
    "lines": LINES,
    "sentences": _of_articles("sentences", "position"),
    "credits": _of_articles("credits", "position"),
    "dates": _of_articles("dates", "start"),
    "scare": _of_articles("scare", "start"),
    "outlets": OUTLETS,
    "problems": "SELECT * FROM snapshot.problems",
    "statement_groups": STATEMENT_GROUPS,
}
"""Tables that no correction changes."""

CORRECTABLE: dict[str, str] = {
    "mentions": MENTIONS,
    "article_entities": ARTICLE_ENTITIES,
    "quotes": QUOTES,
    "quote_speakers": _of_quotes("speakers", "position"),
    "chain": _of_quotes(
        "chain", "position", "f.* EXCLUDE name_id, coalesce(f.entity_id, f.name_id) AS carrier_id"
    ),
    "about": _of_quotes("about", "entity_id"),
    "entities": ENTITIES,
    "speakers": SPEAKERS,
}
"""Tables that corrections may change, derived from the frames ``<name>_frame``."""

CORRECTABLE_FRAMES = ("mentions", "quotes", "speakers", "chain", "about", "entities")
