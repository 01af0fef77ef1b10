"""Quotes in headlines: labels before a colon, and the body quotes that say the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from core.model import Article, Line, Mention, Quote, Record, Span
from core.parse import parse
from core.quotes import find_quotes
from core.text.article import ArticleText
from core.text.fold import fold

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "quotes_headlines.yaml").read_text(encoding="utf-8")
)


def article_of(text: str) -> ArticleText:
    lines, at = [], 0
    for row in text.split("\n"):
        kind = "body" if lines else "headline"
        lines.append(Line(at, at + len(row), kind, 1, "test"))  # type: ignore[arg-type]
        at += len(row) + 1
    return ArticleText(fold(text), Article(1), tuple(lines))


def mentions_in(text: str, case: dict[str, Any]) -> list[Mention]:
    same = case.get("same", {})
    taken: list[Mention] = []
    named = [(kind, form) for kind, forms in case.get("names", {}).items() for form in forms]
    for kind, form in sorted(named, key=lambda pair: -len(pair[1])):
        start = text.find(form)
        while start >= 0:
            span, name = Span(start, start + len(form)), same.get(form, form)
            if not any(span.overlaps(other.span) for other in taken):
                taken.append(Mention(span.start, span.end, kind, name, f"e:{name}", "test", 1.0))
            start = text.find(form, span.end)
    return taken


def read(case: dict[str, Any]) -> list[Quote]:
    text = case["text"]
    return list(find_quotes(article_of(text), mentions_in(text, case), ()).quotes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_headline(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [quote for quote in read(case) if quote.in_headline]
    assert [(q.kind, q.span.of(text)) for q in found] == [
        (wanted["kind"], wanted["text"]) for wanted in case["expect"]
    ]
    for quote, wanted in zip(found, case["expect"], strict=True):
        if "speaker" in wanted:
            assert quote.attribution.speaker_name == wanted["speaker"]
        if "body" in wanted:
            body = quote.headline_of.of(text) if quote.headline_of else None
            assert body == wanted["body"]
    given = {q.headline.of(text): q.span.of(text) for q in read(case) if q.headline}
    expected = {w["text"]: w["body"] for w in case["expect"] if w.get("body")}
    assert given == expected | case.get("given", {})


def test_the_link_is_the_id_of_a_body_quote() -> None:
    text = "سالم الأيوبي: «لن نرفع الأسعار»\n\nوقال سالم الأيوبي: «لن نرفع الأسعار هذا العام»."
    article = parse(Record("page", "page.txt", text)).articles[0]
    spans = {quote.span for quote in article.quotes if not quote.in_headline}
    linked = [quote.headline_of for quote in article.quotes if quote.in_headline]
    assert all(span in spans for span in linked if span is not None)


def test_quotes_of_the_body_are_linked_to_nothing() -> None:
    for case in CASES:
        assert all(quote.headline_of is None for quote in read(case) if not quote.in_headline)
