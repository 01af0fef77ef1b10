"""Direct and indirect quotes: marks, cues, speakers, source chain, stance.

``marks`` and ``flow`` read the text; ``cues`` (from ``conjugate`` and the lexicons), ``clauses``
and ``frames`` find who reports what; ``phrases``, ``resolve`` and ``chain`` find whose words they
are and through whom they came; ``verdict`` tells names in marks from words; ``find`` brings them
together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Mention, Quote, Span, TimeExpression
from core.quotes.find import find_in_article
from core.text.article import ArticleText


@dataclass(frozen=True, slots=True)
class QuoteReading:
    """The quotes of an article in order, and the marked spans that are no quotes."""

    quotes: tuple[Quote, ...]
    scare: tuple[Span, ...]


def find_quotes(
    article: ArticleText, mentions: Sequence[Mention], dates: Sequence[TimeExpression]
) -> QuoteReading:
    """Every quote with its attribution; every other marked span in ``scare``."""
    found = find_in_article(article, mentions, dates)
    return QuoteReading(found.quotes, found.scare)
