"""Possible mentions as the recognisers propose them, and the choice among those that overlap.

Of two that overlap, one that holds the other wins unless it is the less sure by far; otherwise
the surer wins. What is left over is in order of the text and does not overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.model import MentionType
from core.names.gazetteer import Form

# How much surer the longer reading has to be, at least, than the shorter one it holds.
_LONGER_MAY_LOSE = 0.35
# What is left of a pattern's score when the tagger sees no name there, and the least that counts.
_UNSUPPORTED = 0.8
_LEAST = 0.6
_SURE_RULES = frozenset({"given-name", "honoured", "patronymic"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``[first, last)``, without ``cut`` characters of the first, as a name of ``type``.

    ``bare`` leading words are a label that the name may do without ("مدينة", "شركة").
    ``forms`` are the gazetteer's entries of exactly this name, if any.
    """

    first: int
    last: int
    cut: int
    type: MentionType
    rule: str
    score: float
    bare: int = 0
    forms: tuple[Form, ...] = ()

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two share a word."""
        return self.first < other.last and other.first < self.last


def weigh(patterns: Iterable[Candidate], tagged: Sequence[Candidate]) -> Iterator[Candidate]:
    """Patterns made surer where the tagger finds a name of their type, less sure elsewhere."""
    score_at = {(at, c.type): c.score for c in tagged for at in range(c.first, c.last)}
    for pattern in patterns:
        agreed = max(
            score_at.get((at, pattern.type), 0.0) for at in range(pattern.first, pattern.last)
        )
        is_sure = pattern.rule.startswith("institution") or pattern.rule in _SURE_RULES
        score = max(pattern.score, agreed) if agreed or is_sure else pattern.score * _UNSUPPORTED
        if score >= _LEAST:
            yield replace(pattern, score=round(score, 3))


def select(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best candidates that do not overlap, in order of the text."""
    ranked = sorted(candidates, key=lambda c: (-_rank(c), c.first, c.rule))
    taken: dict[int, Candidate] = {}
    chosen: list[Candidate] = []
    for candidate in ranked:
        span = range(candidate.first, candidate.last)
        if any(index in taken for index in span):
            continue
        for index in span:
            taken[index] = candidate
        chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.first)


def _rank(candidate: Candidate) -> float:
    return candidate.score + _LONGER_MAY_LOSE * (1 - 1 / (candidate.last - candidate.first))
