"""One parsed page as a JSON object, in the shape the annotation guidelines give (§8).

This is what ``rawi parse --format jsonl`` prints and what the scorer reads. More keys stand
beside the required ones: rules, confidence, stance and the stored text itself.
"""

from __future__ import annotations

from typing import Any

from core.model import ArticleParse, Mention, Parse, Quote, Span, TimeExpression
from core.quotes.whole_chain import whole_chain

JsonObject = dict[str, Any]


def page_json(parse: Parse) -> JsonObject:
    """The reading of one page; every offset indexes ``text``, which is the stored text."""
    text = parse.record.text
    return {
        "id": parse.record.record_id,
        "path": parse.record.path,
        "page_id": parse.record.page_id,
        "text": text,
        "blocks": [
            {
                "start": line.start,
                "end": line.end,
                "kind": line.kind,
                "article": line.article,
                "rule": line.rule,
            }
            for line in parse.lines
        ],
        "articles": [_article(parsed) for parsed in parse.articles],
        "entities": [
            _mention(mention, parsed, text)
            for parsed in parse.articles
            for mention in parsed.mentions
        ],
        "quotes": [
            _quote(quote, parsed, text) for parsed in parse.articles for quote in parsed.quotes
        ],
        "scare": [[span.start, span.end] for parsed in parse.articles for span in parsed.scare],
        "dates": [_date(date, parsed, text) for parsed in parse.articles for date in parsed.dates],
        "problems": [
            {"stage": problem.stage, "code": problem.code, "detail": problem.detail}
            for problem in parse.problems
        ],
    }


def _article(parsed: ArticleParse) -> JsonObject:
    article = parsed.article
    return {
        "article": article.position,
        "headline": article.headline,
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "credits": list(article.credits),
        "outlet": article.outlet,
        "byline": article.byline,
        "place": article.place,
        "url": article.url,
    }


def _mention(mention: Mention, parsed: ArticleParse, text: str) -> JsonObject:
    return {
        "article": parsed.article.position,
        "start": mention.start,
        "end": mention.end,
        "text": mention.span.of(text),
        "type": mention.type,
        "name": mention.name,
        "entity_id": mention.entity_id,
        "rule": mention.rule,
        "confidence": mention.confidence,
    }


def _quote(quote: Quote, parsed: ArticleParse, text: str) -> JsonObject:
    by = quote.attribution
    speaker = by.speaker_span
    return {
        "article": parsed.article.position,
        "kind": quote.kind,
        "start": quote.start,
        "end": quote.end,
        "text": quote.span.of(text),
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
        "speaker_name": by.speaker_name,
        "speaker_kind": by.speaker_kind,
        "speaker_entity_id": by.speaker_entity_id,
        "unnamed_class": by.unnamed_class,
        "cue": _surface(by.cue, text),
        "stance": by.stance,
        "via": [link.name for link in by.via],
        "chain": [
            {
                "name": step.name,
                "from": step.origin,
                "start": step.span.start if step.span else None,
                "end": step.span.end if step.span else None,
            }
            for step in whole_chain(by, parsed.article)
        ],
        "said_on": quote.said_on,
        "in_headline": quote.in_headline,
        "headline_of": _range(quote.headline_of),
        "headline": _range(quote.headline),
        "about": list(quote.about),
        "rule": f"{quote.rule}/{by.rule}",
        "unknown_because": by.unknown_because,
        "confidence": quote.confidence,
    }


def _date(date: TimeExpression, parsed: ArticleParse, text: str) -> JsonObject:
    return {
        "article": parsed.article.position,
        "start": date.start,
        "end": date.end,
        "text": date.span.of(text),
        "type": date.type,
        "value": date.value,
        "calendar": date.calendar,
        "precision": date.precision,
        "begin": date.begin.isoformat() if date.begin else None,
        "end_before": date.end_before.isoformat() if date.end_before else None,
        "rule": date.rule,
    }


def _range(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _surface(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None
