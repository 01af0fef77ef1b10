"""Marked words in a sub-heading: whose they are only the body under it tells.

A sub-heading is a short line of its own without a stop. Its marked words are a quote where a quote
of the body says most of them; else they stay words at a distance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.model import Attribution, Mention, Quote, Span
from core.quotes.flow import Sentence
from core.quotes.headlines import body_quote, claimed, stems
from core.text.article import ArticleText

RULE = "subhead-match"
_LONGEST, _SHORTEST = 10, 2
_NO_STOP = ".؟?!:،؛…"
_MARKS = " \"\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}»«'\u200f\u00a0"


def in_subheads(article: ArticleText, sentences: Sequence[Sentence]) -> Iterator[int]:
    """The numbers of the marked spans in the article's sub-headings."""
    for sentence in sentences:
        words = sentence.words
        if sentence.in_headline or not _SHORTEST <= len(words) <= _LONGEST:
            continue
        line = article.lines[words[0].line]
        last = article.lines[words[-1].line]
        start, end = article.folded_range(Span(line.start, line.end))
        if line is not last or words[0].start > start + 2 or words[-1].end < end - 3:
            continue
        if article.source[line.start : line.end].rstrip(_MARKS)[-1:] not in _NO_STOP:
            yield from dict.fromkeys(word.mark for word in words if word.mark >= 0)


def match_subheads(
    text: str, quotes: Sequence[Quote], mentions: Sequence[Mention], spans: Sequence[Span]
) -> Iterator[Quote]:
    """The quotes among the marked ``spans`` of sub-headings, each with its body quote's speaker."""
    body = [q for q in quotes if q.kind == "direct" and not q.in_headline]
    for span in spans:
        own = stems(span.of(text))
        match = body_quote(own, Attribution(), body, text) if len(own) >= _SHORTEST else None
        if match is not None:
            quote = claimed(span, match, mentions)
            attribution = replace(quote.attribution, rule=RULE)
            yield replace(
                quote, in_headline=False, headline_of=None, rule=RULE, attribution=attribution
            )
