"""The word lists of this stage, as phrases of folded words that can be looked up at a line's head.

Which list means what is decided by the modules that use them; this one only loads and matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.text.fold import fold_key

FOLDER = Path(__file__).parent.parent / "lexicons" / "page"
_WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]


def words_of(folded: str) -> Words:
    """The words and numbers of a folded text, in lower case; signs are no words."""
    return tuple(_WORD.findall(folded.lower()))


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases, each a tuple of folded words."""

    phrases: frozenset[Words]
    first_words: frozenset[str]
    longest: int

    @classmethod
    def of(cls, forms: Iterable[str]) -> Phrases:
        """The phrases written in ``forms``."""
        phrases = frozenset(filter(None, (words_of(fold_key(form)) for form in forms)))
        first_words = frozenset(phrase[0] for phrase in phrases)
        return cls(phrases, first_words, max(map(len, phrases), default=0))

    def __contains__(self, words: Sequence[str]) -> bool:
        """Whether ``words`` are one of the phrases."""
        return tuple(words) in self.phrases

    def at(self, words: Sequence[str], start: int = 0) -> int:
        """Number of words of the longest phrase that begins at ``start``, 0 when none does."""
        if start >= len(words) or words[start] not in self.first_words:
            return 0
        for length in range(min(self.longest, len(words) - start), 0, -1):
            if tuple(words[start : start + length]) in self.phrases:
                return length
        return 0

    def inside(self, words: Sequence[str]) -> bool:
        """Whether any phrase stands anywhere in ``words``."""
        return any(self.at(words, start) for start in range(len(words)))


def read_forms(name: str) -> tuple[str, ...]:
    """The forms of the list ``name``, as written, without comments and blank lines."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def phrases(*names: str) -> Phrases:
    """The lists ``core/lexicons/page/<name>.txt`` as one, loaded once."""
    return Phrases.of(form for name in names for form in read_forms(f"{name}.txt"))
