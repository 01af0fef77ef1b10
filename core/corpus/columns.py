"""The columns of every answer: what a question returns, also when nothing was found."""

from __future__ import annotations

from core.frames import vocabulary as v
from core.frames.schema import (
    Column,
    Schema,
    count,
    day,
    flag,
    instant,
    offset,
    real,
    text,
    tuples,
    word,
)
from core.frames.tables import CHAIN
from core.frames.tables import CREDITS as _CREDITS
from core.frames.tables import DATES as _DATES
from core.frames.tables import LINES as _LINES
from core.frames.tables import PROBLEMS as _PROBLEMS
from core.frames.tables import SCARE as _SCARE

_ENTITY: tuple[Column, ...] = (
    text("entity_id"),
    word("type", v.ENTITY_TYPES),
    text("name"),
    text("name_en", optional=True),
)
_OUTLET: tuple[Column, ...] = (text("outlet_id", optional=True), text("outlet", optional=True))

OUTLETS = Schema(
    "outlets",
    (
        text("outlet_id"),
        text("name"),
        text("name_en", optional=True),
        text("country", optional=True),
        count("n_articles"),
    ),
)
FOUND_ENTITIES = Schema("find_entities", (*_ENTITY, count("n")))
NAMES = Schema("names", _ENTITY)
SPEAKERS = Schema(
    "speakers",
    (
        text("speaker_id"),
        text("name"),
        text("name_en", optional=True),
        word("kind", v.SPEAKER_KINDS, optional=True),
        count("n_quotes"),
        count("n_articles"),
    ),
)
FOUND_SPEAKERS = Schema("find_speakers", (*SPEAKERS.columns[:4], count("n")))
ARTICLES = Schema(
    "articles",
    (
        text("article_id"),
        text("page_id"),
        offset("position"),
        *_OUTLET,
        text("headline", optional=True),
        day("published"),
        word("published_from", v.PUBLISHED_FROM, optional=True),
        offset("n_words"),
        count("n_quotes"),
        text("snippet"),
        text("duplicate_of", optional=True),
    ),
)
VOLUME = Schema("volume", (day("bucket", optional=False), *_OUTLET, count("n")))
ENTITY_COUNTS = Schema("entity_counts", (*_ENTITY, count("n_articles"), count("n_mentions")))
ENTITY_TREND = Schema(
    "entity_trend", (day("bucket", optional=False), text("entity_id"), count("n"))
)
COMPANIONS = Schema("companions", (*_ENTITY, count("n")))
PLACES = Schema(
    "places",
    (
        text("entity_id"),
        text("name"),
        text("name_en", optional=True),
        real("lat"),
        real("lon"),
        count("n"),
    ),
)
SPELLINGS = Schema("spellings", (text("text"), count("n")))
PASSAGES = Schema(
    "passages",
    (
        text("article_id"),
        text("outlet", optional=True),
        day("published"),
        offset("start"),
        offset("end"),
        offset("sentence_start"),
        offset("sentence_end"),
        text("sentence"),
    ),
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
        text("speaker_id", optional=True),
        text("speaker_text", optional=True),
        offset("speaker_start", optional=True),
        offset("speaker_end", optional=True),
        text("speaker_name", optional=True),
        text("speaker_name_en", optional=True),
        word("speaker_kind", v.SPEAKER_KINDS, optional=True),
        text("unnamed_class", optional=True),
        text("said_on", optional=True),
        day("published"),
        *_OUTLET,
        text("headline", optional=True),
        flag("in_headline"),
        text("headline_of", optional=True),
        real("confidence"),
        text("rule"),
        text("speaker_rule"),
        text("unknown_because", optional=True),
        text("statement_id", optional=True),
        count("n_carriers"),
        tuples("via"),
    ),
    key=("start", "end", "quote_id"),
)
LINKS = Schema(
    "links",
    tuple(text("carrier_id") if it.name == "name_id" else it for it in CHAIN.columns),
    key=CHAIN.key,
)
STANCES = Schema("stances", (word("stance", v.STANCES, optional=True), count("n")))
TALLY = Schema("tally", (text("item_id"), count("n")))
ENTITY_DAYS = Schema(
    "entity_days",
    (day("bucket", optional=False), text("entity_id"), count("n"), count("total")),
)
OUTLET_QUOTES = Schema("quotes_by_outlet", (*_OUTLET, count("n")))
UNNAMED = Schema("unnamed", (text("unnamed_class"), count("n_quotes"), count("n_articles")))
CARRIERS = Schema(
    "carriers",
    (
        text("carrier_id"),
        text("name"),
        text("name_en", optional=True),
        text("entity_id", optional=True),
        count("n"),
    ),
)
TOPICS = Schema("topics", (*_ENTITY, count("n")))
SPEAKER_TOPIC = Schema(
    "speaker_topic",
    (text("speaker_id"), text("speaker"), text("entity_id"), text("entity"), count("n")),
)
STATEMENTS = Schema(
    "statements",
    (
        text("statement_id"),
        text("speaker", optional=True),
        text("text"),
        count("n_outlets"),
        count("n_quotes"),
        text("first_outlet", optional=True),
        day("first_published"),
        tuples("quote_ids"),
    ),
)
SAID = Schema("said", (day("bucket", optional=False), count("n")))
TALKED_ABOUT = Schema(
    "talked_about",
    (day("bucket", optional=False), count("n")),
)
BURSTS = Schema(
    "bursts",
    (
        day("begin", optional=False),
        day("end", optional=False),
        text("entity_id"),
        text("name"),
        text("name_en", optional=True),
        count("n"),
        real("expected"),
    ),
)
COMPARE = Schema(
    "compare",
    (
        text("key"),
        text("label"),
        text("item_id"),
        text("item"),
        count("n"),
        real("share"),
    ),
)
WIRE_COPIES = Schema(
    "wire_copies",
    (
        text("article_id"),
        *_OUTLET,
        day("published"),
        text("headline", optional=True),
        tuples("copies"),
        count("n_copies"),
    ),
)
CARRIERS_OF_STORIES = Schema(
    "carriers_of_stories",
    (
        text("story"),
        text("article_id"),
        *_OUTLET,
        day("published"),
        text("headline", optional=True),
    ),
)
META = Schema(
    "meta",
    (
        *ARTICLES.columns,
        offset("headline_start", optional=True),
        offset("headline_end", optional=True),
        text("byline", optional=True),
        text("place", optional=True),
        instant("published_at"),
        text("url", optional=True),
        text("path"),
        text("record_id"),
        text("outlet_en", optional=True),
        text("country", optional=True),
    ),
)
MENTIONS = Schema(
    "mentions",
    (
        offset("start"),
        offset("end"),
        text("text"),
        *_ENTITY,
        offset("sentence", optional=True),
        text("rule"),
        real("confidence"),
    ),
    key=("start", "end"),
)
LINES = Schema("lines", _LINES.columns, key=("start",))
DATES = Schema("dates", _DATES.columns[1:], key=("start", "end"))
CREDITS = Schema("credits", _CREDITS.columns[1:], key=("position",))
SCARE = Schema("scare", _SCARE.columns[1:], key=("start", "end"))
PAGES = Schema(
    "pages",
    (
        text("page_id"),
        text("record_id"),
        text("path"),
        text("outlet", optional=True),
        text("encoding"),
        count("bytes"),
        offset("n_lines"),
        offset("n_articles"),
        instant("ingested_at", optional=False),
    ),
)
PROBLEMS = Schema("problems", _PROBLEMS.columns)
PROBLEM_CODES = Schema("problem_codes", (word("stage", v.STAGES), text("code"), count("n")))
CORRECTIONS = Schema(
    "corrections",
    (
        text("correction_id"),
        instant("at", optional=False),
        text("kind"),
        text("who"),
        text("why"),
        tuples("entity_ids"),
        text("target", optional=True),
        text("name", optional=True),
        text("name_en", optional=True),
        word("type", v.ENTITY_TYPES, optional=True),
        tuples("forms"),
        text("quote_id", optional=True),
        flag("is_active"),
    ),
)
SNAPSHOTS = Schema(
    "snapshots",
    (
        text("snapshot"),
        instant("created_at", optional=False),
        count("n_pages"),
        count("n_articles"),
        flag("is_current"),
    ),
)
