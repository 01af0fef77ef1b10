"""Labelled cases of source chains (what is a link, in which order, carried how far) and nameless
sources."""

from __future__ import annotations

from typing import Any

import pytest
from test_quotes import load, read

from core.model import Article, Attribution, ChainLink, Quote, Span
from core.quotes.whole_chain import whole_chain


@pytest.mark.parametrize("case", load("quotes_chains.yaml"), ids=lambda case: case["label"])
def test_chain(case: dict[str, Any]) -> None:
    text, spans, reading = read(case)
    marked = [span for kind, span in spans if kind != "scare"]
    quotes = [_nearest(reading.quotes, span, text) for span in marked]
    chains = [[link.name for link in quote.attribution.via] for quote in quotes]
    assert chains == case["via"]
    if "speakers" in case:
        assert [quote.attribution.speaker_name for quote in quotes] == case["speakers"]
    for quote in quotes:
        for link in quote.attribution.via:
            assert link.span is None or link.span.of(text)


@pytest.mark.parametrize("case", load("quotes_unnamed.yaml"), ids=lambda case: case["label"])
def test_unnamed(case: dict[str, Any]) -> None:
    text, spans, reading = read(case)
    quote = _nearest(reading.quotes, spans[-1][1], text)
    assert quote.attribution.speaker_kind == case["kind"]
    if "class" in case:
        assert quote.attribution.unnamed_class == case["class"]


def test_the_whole_chain_ends_with_the_credits_and_the_page() -> None:
    """A medium stands once, where it is named first; the outlet's own credit is the page."""
    article = Article(1, outlet="okaz", credits=("وكالة فرانس برس", "عكاظ", "رويترز"))
    said = Attribution(via=(ChainLink("رويترز", Span(0, 6), "e:reuters"),))
    steps = whole_chain(said, article)
    assert [(step.name, step.origin) for step in steps] == [
        ("رويترز", "text"),
        ("وكالة فرانس برس", "credit"),
        ("okaz", "page"),
    ]
    assert steps[0].span == Span(0, 6)
    assert all(step.span is None for step in steps[1:])
    assert whole_chain(Attribution(), Article(1)) == ()


def _nearest(quotes: tuple[Quote, ...], span: Span, text: str) -> Quote:
    """The quote that shares the most letters with the marked words."""
    overlaps = [(min(q.end, span.end) - max(q.start, span.start), q) for q in quotes]
    shared, quote = max(overlaps, key=lambda pair: pair[0], default=(0, None))
    assert quote is not None and shared > 0, f"no quote at {span.of(text)!r}"
    return quote
