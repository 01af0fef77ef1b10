"""What has been decided of a page so far, line by line; the parts of the reader write into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from core.model import LineKind
from core.page.features import Shape
from core.page.mark import Mark, MarkName


@dataclass
class Draft:
    """The lines of a page, and the kind, article and rule of those that are decided.

    ``own_headline`` is the folded headline that the record's container gives. With it the text is
    taken for an article and not for a page: no line of it is guessed to be a title or a tag.
    ``headlines`` holds the line of each article's headline.
    """

    shapes: Sequence[Shape]
    marks: Sequence[Mark]
    own_headline: str | None
    decided: dict[int, tuple[LineKind, int | None, str]] = field(default_factory=dict)
    headlines: dict[int, int] = field(default_factory=dict)

    @cached_property
    def names(self) -> list[MarkName]:
        """The name of each line's mark."""
        return [mark.name for mark in self.marks]

    @property
    def is_article(self) -> bool:
        """Whether the text is known to be an article and nothing else."""
        return self.own_headline is not None

    def set(self, at: int, kind: LineKind, article: int | None, rule: str) -> None:
        """Decide a line; the first decision stands."""
        self.decided.setdefault(at, (kind, article, rule))

    def rule(self, at: int) -> str:
        """The rule of a line's mark."""
        return self.marks[at].rule

    def kind(self, at: int) -> LineKind | None:
        """The kind of a line, if it is decided."""
        decided = self.decided.get(at)
        return decided[0] if decided else None

    def name_at(self, at: int) -> MarkName | None:
        """The mark of a line, ``None`` beyond the page."""
        return self.names[at] if 0 <= at < len(self.names) else None
