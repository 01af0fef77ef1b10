"""Direct and indirect quotes: marks, cues, speakers, source chain, stance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Mention, Quote, Span, TimeExpression
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
    return QuoteReading((), ())
