"""A readable account of a parse, for people: each quote with speaker, cue, chain and rule.

What ``rawi parse --format text`` prints. One block a quote, in order of the page; marked words that
are no quotes are listed after them, so that nothing between marks goes without an account.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.model import ArticleParse, Attribution, Parse, Quote

_LONGEST = 240


def describe(parse: Parse) -> str:
    """The account of a whole page, ending in a newline."""
    lines = [f"{parse.record.record_id}: {_count(len(parse.articles), 'article')}"]
    for article in parse.articles:
        lines += _article(article, parse.record.text)
    lines += [f"problem: {problem.detail}" for problem in parse.problems]
    return "\n".join(lines) + "\n"


def _article(parsed: ArticleParse, text: str) -> Iterator[str]:
    article = parsed.article
    published = article.published.isoformat() if article.published else "date unknown"
    yield ""
    yield f"article {article.position}: {article.headline or 'no headline'} ({published})"
    if article.credits:
        yield f"  credits: {'؛ '.join(article.credits)}"
    if article.outlet:
        yield f"  carried by: {article.outlet}"
    for number, quote in enumerate(parsed.quotes, 1):
        yield from _quote(number, quote, text)
    if parsed.scare:
        marked = "، ".join(f"«{_short(span.of(text))}»" for span in parsed.scare)
        yield f"  in marks, no quotes: {marked}"


def _quote(number: int, quote: Quote, text: str) -> Iterator[str]:
    said = quote.attribution
    where = ", in the headline" if quote.in_headline else ""
    yield f"  {number}. {quote.kind}{where}: «{_short(quote.span.of(text))}»"
    yield f"     speaker: {_speaker(said)}"
    if said.cue is not None:
        yield f"     cue: {said.cue.of(text)} ({said.stance})"
    if said.via:
        yield f"     through: {' ← '.join(link.name for link in said.via)}"
    if quote.headline_of is not None:
        yield f"     in the body: «{_short(quote.headline_of.of(text))}»"
    if quote.headline is not None:
        yield f"     in the headline: «{_short(quote.headline.of(text))}»"
    if quote.said_on:
        yield f"     said on: {quote.said_on}"
    yield f"     rule: {quote.rule}, confidence {quote.confidence:.2f}"


def _speaker(said: Attribution) -> str:
    if said.speaker_name is None:
        return f"unknown ({said.unknown_because or 'no ground in the text'})"
    kind = f"{said.speaker_kind}, {said.unnamed_class}" if said.unnamed_class else said.speaker_kind
    return f"{said.speaker_name} ({kind})"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
