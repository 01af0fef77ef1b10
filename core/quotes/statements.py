"""The same statement over outlets: quotes of one speaker that say the same in similar words.

A pure function for the data layer: it takes what is needed of every quote and gives each the id of
its statement. Wordings are compared by folded shingles, so spelling, a cut end or a changed word do
not part two carriers; two different sentences of one speaker stay apart.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from core.text.fold import fold_key
from core.text.tokens import tokenize

SHINGLE = 3
"""Words: two are shared by chance, four break at every changed word."""
SHARED = 0.5
"""Share of the shorter quote's shingles that must recur: a quote and its cut form are one."""
SHORTEST = 4
"""Words: shorter fragments ("جيد جدا") say the same by chance, and count only when equal."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as grouping needs it: its id, whose it is, its words, and when it was carried.

    ``speaker`` is the speaker's entity id or name; quotes without one are never joined.
    ``order`` sorts carriers by time (publication date, then id): the first one names the statement.
    """

    quote_id: str
    speaker: str | None
    text: str
    order: str = ""


def group_statements(quotes: Iterable[Said]) -> dict[str, str]:
    """The statement id of every quote, by quote id. Near linear in their number.

    >>> one = Said("a", "زيد", "الميناء الجديد يفتح أبوابه يوم الأحد المقبل", "2024-05-01")
    >>> two = Said("b", "زيد", "الميناء الجديد يفتح ابوابه يوم الاحد المقبل", "2024-05-02")
    >>> ids = group_statements([two, one])
    >>> ids["a"] == ids["b"]
    True
    """
    by_speaker: dict[str, list[Said]] = defaultdict(list)
    alone: list[Said] = []
    for said in sorted(quotes, key=lambda said: (said.order, said.quote_id)):
        if said.speaker is None:
            alone.append(said)
        else:
            by_speaker[fold_key(said.speaker)].append(said)
    groups = {said.quote_id: _statement_id(said) for said in alone}
    for own in by_speaker.values():
        for said, first in zip(own, _first_carriers(own), strict=True):
            groups[said.quote_id] = _statement_id(own[first])
    return groups


def _first_carriers(quotes: Sequence[Said]) -> list[int]:
    """For each quote of one speaker, oldest first, the place of the oldest of its group."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    sizes: list[int] = []
    parents = list(range(len(quotes)))
    for number, said in enumerate(quotes):
        shingles = _shingles(said.text)
        sizes.append(len(shingles))
        shared: dict[int, int] = defaultdict(int)
        for shingle in shingles:
            for other in holders[shingle]:
                shared[other] += 1
            holders[shingle].append(number)
        for other, count in shared.items():
            if count >= SHARED * min(sizes[other], len(shingles)):
                one, two = sorted((_root(parents, other), _root(parents, number)))
                parents[two] = one  # the older is the root, in whichever order they are joined
    return [_root(parents, number) for number in range(len(quotes))]


def _shingles(text: str) -> frozenset[Hashable]:
    words = [token.text for token in tokenize(fold_key(text))]
    if len(words) < SHORTEST:
        return frozenset({tuple(words)})
    return frozenset(tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _statement_id(first: Said) -> str:
    key = f"{fold_key(first.speaker or '')}\0{first.quote_id}"
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]
