"""What a recogniser is given: one article's lines in the folded page they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from core.model import Article, Line, Span
from core.text.fold import Folded
from core.text.sentences import find_sentences
from core.text.tokens import Token, tokenize


@dataclass(frozen=True)
class ArticleText:
    """The headline and body lines of one article, and the folded page around them.

    A recogniser reads only ``lines``; it may look at nothing between them, which belongs to
    other articles or to the furniture of the page. Words and sentences are cut once and shared.
    """

    page: Folded
    article: Article
    lines: tuple[Line, ...]

    @property
    def source(self) -> str:
        """The stored text of the whole page."""
        return self.page.source

    @cached_property
    def tokens(self) -> tuple[tuple[Token, ...], ...]:
        """The words of each line, with offsets into ``page.text`` (the folded page)."""
        return tuple(self._words(line) for line in self.lines)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all lines in order, as spans of the stored text."""
        return tuple(
            span
            for line in self.lines
            for span in find_sentences(self.source, line.start, line.end)
        )

    def folded_range(self, span: Span) -> tuple[int, int]:
        """The folded range that stands for a span of the stored text."""
        return self.page.index(span.start), self.page.index(span.end)

    def _words(self, line: Line) -> tuple[Token, ...]:
        start, end = self.folded_range(line.span)
        return tuple(
            Token(token.text, token.start + start, token.end + start)
            for token in tokenize(self.page.text[start:end])
        )
