"""The frames: what a row of each is and which columns it has.

``page_id``, ``article_id`` and ``quote_id`` come from the content (``model``), so they are the
same after every re-ingest. ``records`` holds the stored texts, apart from ``pages``, so that
lists of pages stay light; ``words`` is what word search indexes (``core.search``), ``sketches``
what brings copies together (``core.duplicates``). ``entities``, ``outlets``, ``statements``,
``copies`` and ``compared`` are of the whole snapshot, the others of single pages.
``entities.aliases`` are joined with ``"؛ "``; ``entities.keys`` are all its names and spellings,
folded, one a line.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.frames import vocabulary as v
from core.frames.schema import Schema, count, day, flag, instant, offset, real, text, word

RECORDS = Schema(
    "records",
    (
        text("page_id"),
        text("record_id"),
        text("text"),
        text("headline", optional=True),
        text("outlet", optional=True),
        text("url", optional=True),
        text("published", optional=True),
        text("byline", optional=True),
    ),
    key=("page_id",),
)
PAGES = Schema(
    "pages",
    (
        text("page_id"),
        text("record_id"),
        text("path"),
        text("sha256"),
        count("bytes"),
        text("encoding"),
        text("outlet", optional=True),
        offset("n_lines"),
        offset("n_articles"),
        text("parser"),
        instant("ingested_at", optional=False),
    ),
    key=("page_id",),
)
LINES = Schema(
    "lines",
    (
        text("page_id"),
        offset("start"),
        offset("end"),
        word("kind", v.LINE_KINDS),
        text("article_id", optional=True),
        text("rule"),
    ),
    key=("page_id", "start"),
)
SENTENCES = Schema(
    "sentences",
    (text("article_id"), offset("position"), offset("start"), offset("end")),
    key=("article_id", "position"),
)
WORDS = Schema("words", (text("article_id"), text("words")), key=("article_id",))
SKETCHES = Schema(
    "sketches",
    (text("article_id"), count("n_shingles"), text("bands", optional=True)),
    key=("article_id",),
)
ARTICLES = Schema(
    "articles",
    (
        text("article_id"),
        text("page_id"),
        offset("position"),
        text("outlet_id", optional=True),
        text("outlet", optional=True),
        text("headline", optional=True),
        offset("headline_start", optional=True),
        offset("headline_end", optional=True),
        text("byline", optional=True),
        text("place", optional=True),
        day("published"),
        instant("published_at"),
        word("published_from", v.PUBLISHED_FROM, optional=True),
        text("url", optional=True),
        offset("n_words"),
        text("snippet"),
    ),
    key=("article_id",),
)
CREDITS = Schema(
    "credits",
    (text("article_id"), offset("position"), text("name")),
    key=("article_id", "position"),
)
MENTIONS = Schema(
    "mentions",
    (
        text("article_id"),
        offset("start"),
        offset("end"),
        text("text"),
        word("type", v.ENTITY_TYPES),
        text("name"),
        text("entity_id"),
        offset("sentence", optional=True),
        text("rule"),
        real("confidence"),
    ),
    key=("article_id", "start", "end"),
)
QUOTES = Schema(
    "quotes",
    (
        text("quote_id"),
        text("article_id"),
        word("kind", v.QUOTE_KINDS),
        offset("start"),
        offset("end"),
        text("text"),
        text("cue", optional=True),
        offset("cue_start", optional=True),
        offset("cue_end", optional=True),
        word("stance", v.STANCES, optional=True),
        text("speaker_text", optional=True),
        offset("speaker_start", optional=True),
        offset("speaker_end", optional=True),
        text("speaker_name", optional=True),
        text("speaker_entity_id", optional=True),
        word("speaker_kind", v.SPEAKER_KINDS, optional=True),
        text("unnamed_class", optional=True),
        text("said_on", optional=True),
        flag("in_headline"),
        text("headline_of", optional=True),
        offset("headline_start", optional=True),
        offset("headline_end", optional=True),
        text("rule"),
        text("speaker_rule"),
        real("confidence"),
        text("unknown_because", optional=True),
    ),
    key=("article_id", "start", "end", "kind"),
)
SPEAKERS = Schema(
    "speakers",
    (
        text("quote_id"),
        offset("position"),
        text("speaker_id"),
        text("name"),
        word("kind", v.SPEAKER_KINDS, optional=True),
    ),
    key=("quote_id", "position"),
)
CHAIN = Schema(
    "chain",
    (
        text("quote_id"),
        offset("position"),
        text("name"),
        text("name_id"),
        text("entity_id", optional=True),
        offset("start", optional=True),
        offset("end", optional=True),
    ),
    key=("quote_id", "position"),
)
ABOUT = Schema("about", (text("quote_id"), text("entity_id")), key=("quote_id", "entity_id"))
DATES = Schema(
    "dates",
    (
        text("article_id"),
        offset("start"),
        offset("end"),
        text("text"),
        word("type", v.TIMEX_TYPES),
        text("value"),
        day("begin"),
        day("end_before"),
        word("precision", v.PRECISIONS),
        word("calendar", v.CALENDARS),
        offset("tolerance"),
        text("rule"),
    ),
    key=("article_id", "start", "end"),
)
SCARE = Schema(
    "scare",
    (text("article_id"), offset("start"), offset("end"), text("text")),
    key=("article_id", "start", "end"),
)
PROBLEMS = Schema(
    "problems",
    (
        text("path"),
        text("page_id", optional=True),
        text("article_id", optional=True),
        word("stage", v.STAGES),
        text("code"),
        text("detail"),
    ),
    key=("path", "page_id", "article_id", "stage", "code", "detail"),
)
ENTITIES = Schema(
    "entities",
    (
        text("entity_id"),
        word("type", v.ENTITY_TYPES),
        text("name"),
        text("name_en", optional=True),
        flag("is_transliterated"),
        text("aliases", optional=True),
        text("keys"),
        text("wikidata", optional=True),
        real("lat", optional=True),
        real("lon", optional=True),
        text("country", optional=True),
    ),
    key=("entity_id",),
)
OUTLETS = Schema(
    "outlets",
    (
        text("outlet_id"),
        text("name"),
        text("name_en", optional=True),
        text("country", optional=True),
        flag("is_invented"),
    ),
    key=("outlet_id",),
)
STATEMENTS = Schema(
    "statements", (text("quote_id"), text("statement_id")), key=("quote_id", "statement_id")
)
COPIES = Schema(
    "copies", (text("article_id"), text("duplicate_of")), key=("article_id", "duplicate_of")
)
COMPARED = Schema(
    "compared",
    (text("article_id"), text("other_id"), flag("is_copy")),
    key=("article_id", "other_id"),
)

PAGE_FRAMES: Mapping[str, Schema] = {
    schema.name: schema
    for schema in (
        RECORDS, PAGES, LINES, SENTENCES, WORDS, SKETCHES, ARTICLES, CREDITS, MENTIONS, QUOTES,
        SPEAKERS, CHAIN, ABOUT, DATES, SCARE, PROBLEMS,
    )
}  # fmt: skip
"""Frames built page by page."""

SNAPSHOT_FRAMES: Mapping[str, Schema] = {
    schema.name: schema for schema in (ENTITIES, OUTLETS, STATEMENTS, COPIES, COMPARED)
}
"""Frames built once over all pages of a snapshot."""

FRAMES: Mapping[str, Schema] = {**PAGE_FRAMES, **SNAPSHOT_FRAMES}
