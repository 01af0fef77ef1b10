"""Frames from parses: one pass over each page, rows in order, every frame checked.

Nothing is recognised here and no text is changed. The frames of the whole snapshot (entities,
outlets, statements, copies) are built when it is published (``core.store``).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from core.duplicates import sketch
from core.frames.ids import named_speaker_id, speaker_ids
from core.frames.outlets import outlet_id
from core.frames.stories import story_shingles
from core.frames.tables import PAGE_FRAMES
from core.model import (
    ArticleParse,
    Parse,
    Problem,
    Quote,
    Record,
    Span,
    article_id,
    quote_id,
    quote_id_at,
)
from core.search import LINE_END, indexed_words
from core.text.article import ArticleText
from core.text.fold import Folded, fold

_SNIPPET = 220
Row = tuple[Any, ...]
Rows = defaultdict[str, list[Row]]


def build_frames(
    items: Iterable[Parse | Problem], *, ingested_at: dt.datetime, parser: str = ""
) -> dict[str, pd.DataFrame]:
    """The page-level frames of some parses and problems, each with its schema.

    ``ingested_at`` is what the caller's clock says; ``parser`` names the version that parsed. A
    page that failed in the parser (a Problem with a ``page_id``) has no page row here: see
    ``failed_page``.
    """
    rows: Rows = defaultdict(list)
    for item in items:
        if isinstance(item, Problem):
            rows["problems"].append(_problem(item))
        else:
            _add_page(rows, item, ingested_at, parser)
    return {name: schema.check(schema.frame(rows[name])) for name, schema in PAGE_FRAMES.items()}


def failed_page(record: Record, problem: Problem) -> Parse:
    """The parse of a page on which the parser failed: its text, no line, and the problem."""
    return Parse(record, (), (), (problem,))


def _add_page(rows: Rows, parse: Parse, ingested_at: dt.datetime, parser: str) -> None:
    record, page_id = parse.record, parse.record.page_id
    rows["records"].append(
        (
            page_id,
            record.record_id,
            record.text,
            record.headline,
            record.outlet,
            record.url,
            record.published,
            record.byline,
        )
    )
    rows["pages"].append(
        (
            page_id,
            record.record_id,
            record.path,
            record.sha256,
            record.n_bytes,
            record.encoding,
            record.outlet,
            len(parse.lines),
            len(parse.articles),
            parser,
            ingested_at,
        )
    )
    rows["lines"] += [
        (
            page_id,
            line.start,
            line.end,
            line.kind,
            None if line.article is None else article_id(page_id, line.article),
            line.rule,
        )
        for line in parse.lines
    ]
    rows["problems"] += [_problem(problem) for problem in parse.problems]
    folded = fold(record.text)
    for article in parse.articles:
        _add_article(rows, parse, folded, article)


def _add_article(rows: Rows, parse: Parse, folded: Folded, read: ArticleParse) -> None:
    article, text = read.article, parse.record.text
    own = article_id(parse.record.page_id, article.position)
    lines = tuple(
        line
        for line in parse.lines
        if line.article == article.position and line.kind in ("headline", "body")
    )
    words_of = ArticleText(folded, article, lines)
    words = indexed_words(words_of)
    sentences = words_of.sentences
    outlet = article.outlet or parse.record.outlet
    headline = article.headline_span
    body = [line.span.of(text) for line in lines if line.kind == "body"]
    rows["articles"].append(
        (
            own,
            parse.record.page_id,
            article.position,
            outlet_id(outlet) if outlet else None,
            outlet,
            article.headline,
            headline.start if headline else None,
            headline.end if headline else None,
            article.byline,
            article.place,
            article.published,
            _utc(article.published_at),
            article.published_from,
            article.url or parse.record.url,
            sum(word != LINE_END for word in words),
            _snippet(body),
        )
    )
    indexed = " ".join(words)
    rows["words"].append((own, indexed))
    shingles = story_shingles(indexed, has_headline=bool(article.headline))
    rows["sketches"].append((own, len(shingles), sketch(shingles)))
    rows["sentences"] += [
        (own, number, span.start, span.end) for number, span in enumerate(sentences)
    ]
    rows["credits"] += [(own, number, name) for number, name in enumerate(article.credits)]
    sentence_of = _locator(sentences)
    rows["mentions"] += [
        (
            own,
            mention.start,
            mention.end,
            text[mention.start : mention.end],
            mention.type,
            mention.name,
            mention.entity_id,
            sentence_of(mention.start),
            mention.rule,
            mention.confidence,
        )
        for mention in read.mentions
    ]
    rows["dates"] += [
        (
            own,
            time.start,
            time.end,
            text[time.start : time.end],
            time.type,
            time.value,
            time.begin,
            time.end_before,
            time.precision,
            time.calendar,
            time.tolerance,
            time.rule,
        )
        for time in read.dates
    ]
    rows["scare"] += [(own, span.start, span.end, span.of(text)) for span in read.scare]
    for quote in read.quotes:
        _add_quote(rows, text, own, read, quote)


def _add_quote(rows: Rows, text: str, own: str, read: ArticleParse, quote: Quote) -> None:
    by = quote.attribution
    this = quote_id(own, quote)
    cue, speaker = by.cue, by.speaker_span
    rows["quotes"].append(
        (
            this,
            own,
            quote.kind,
            quote.start,
            quote.end,
            quote.span.of(text),
            *_surface(cue, text),
            by.stance,
            *_surface(speaker, text),
            by.speaker_name,
            by.speaker_entity_id,
            by.speaker_kind,
            by.unnamed_class,
            quote.said_on,
            quote.in_headline,
            quote_id_at(own, quote.headline_of) if quote.headline_of else None,
            quote.headline.start if quote.headline else None,
            quote.headline.end if quote.headline else None,
            quote.rule,
            by.rule,
            quote.confidence,
            by.unknown_because,
        )
    )
    rows["speakers"] += [
        (this, number, speaker_id, name, by.speaker_kind)
        for number, (speaker_id, name) in enumerate(speaker_ids(by, read.mentions))
    ]
    rows["chain"] += [
        (
            this,
            number,
            link.name,
            named_speaker_id(link.name),
            link.entity_id,
            link.span.start if link.span else None,
            link.span.end if link.span else None,
        )
        for number, link in enumerate(by.via)
    ]
    rows["about"] += [(this, entity_id) for entity_id in dict.fromkeys(quote.about)]


def _problem(problem: Problem) -> Row:
    return (
        problem.path,
        problem.page_id,
        problem.article_id,
        problem.stage,
        problem.code,
        problem.detail,
    )


def _surface(span: Span | None, text: str) -> tuple[str | None, int | None, int | None]:
    return (span.of(text), span.start, span.end) if span else (None, None, None)


def _utc(at: dt.datetime | None) -> dt.datetime | None:
    """The instant in UTC; one that names no zone is taken as UTC."""
    if at is None:
        return None
    return at.astimezone(dt.UTC) if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _snippet(body: Sequence[str]) -> str:
    """The first words of the body, cut between words."""
    joined = " ".join(" ".join(body[:4]).split())
    if len(joined) <= _SNIPPET:
        return joined
    return joined[:_SNIPPET].rsplit(" ", 1)[0] + "…"


def _locator(spans: Sequence[Span]) -> Callable[[int], int | None]:
    """A function from an offset to the number of the span it stands in, or None."""
    starts = [span.start for span in spans]

    def find(offset: int) -> int | None:
        number = bisect_right(starts, offset) - 1
        return number if number >= 0 and offset < spans[number].end else None

    return find
