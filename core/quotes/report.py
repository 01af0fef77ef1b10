"""A report under way: some words of a sentence, what introduced them, and whose they are.

The stages of reading a sentence pass reports on; only ``find`` makes quotes of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.model import ChainLink, Span, Stance, TimeExpression
from core.quotes.content import Marker
from core.quotes.flow import Sentence
from core.quotes.frames import Frame
from core.quotes.phrases import Reader
from core.quotes.resolve import Memory, Source
from core.text.article import ArticleText

Opening = Marker | Literal["frame"]


@dataclass(frozen=True, slots=True)
class Report:
    """Words ``begin`` to ``end`` of a sentence (less ``cut`` letters), said by ``source``.

    ``head`` is the word the report hangs on (cue or frame) and ``gate`` the one before which its
    subject ends. ``unknown`` says why ``source`` is missing. ``is_carried``: ``via`` holds on from
    an earlier report, nothing beside this one names it.
    """

    begin: int
    end: int
    head: int
    gate: int
    opening: Opening
    rule: str
    source: Source | None
    cut: int = 0
    cue: Span | None = None
    stance: Stance | None = None
    via: tuple[ChainLink, ...] = ()
    said_on: str | None = None
    unknown: str | None = None
    is_carried: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence and all that reading it needs.

    ``names`` are the marked spans that are names, ``own`` the folded names of the outlet itself,
    ``frames`` the frames of the sentence by their first word. Only ``memory`` changes.
    """

    article: ArticleText
    sentence: Sentence
    reader: Reader
    memory: Memory
    names: frozenset[int]
    own: frozenset[str]
    dates: Sequence[TimeExpression] = ()
    frames: Mapping[int, Frame] = field(default_factory=dict)

    @property
    def frame_starts(self) -> frozenset[int]:
        """The words at which frames begin."""
        return frozenset(self.frames)

    def span(self, begin: int, end: int, cut: int = 0) -> Span:
        """The stored span of words ``begin`` to ``end``, less ``cut`` letters of the first."""
        items = self.sentence.words
        return self.article.page.span(items[begin].start + cut, items[end - 1].end)

    def is_open(self, at: int) -> bool:
        """Whether word ``at`` stands outside marks, or in a name between them."""
        return self.reader.is_open(self.sentence.words[at])
