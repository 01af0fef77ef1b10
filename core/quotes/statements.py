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
    ordered = sorted(quotes, key=lambda said: (said.order, said.quote_id))
    parent = {said.quote_id: said.quote_id for said in ordered}
    by_speaker: dict[str, list[Said]] = defaultdict(list)
    for said in ordered:
        if said.speaker is not None:
            by_speaker[fold_key(said.speaker)].append(said)
    for own in by_speaker.values():
        _join_similar(own, parent)
    first = {said.quote_id: said for said in ordered}
    return {said.quote_id: _statement_id(first[_root(parent, said.quote_id)]) for said in ordered}


def _join_similar(quotes: Sequence[Said], parent: dict[str, str]) -> None:
    """Join each quote with the earlier ones it shares enough shingles with."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    sizes: list[int] = []
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
                _join(parent, quotes[other].quote_id, said.quote_id)


def _shingles(text: str) -> frozenset[Hashable]:
    words = [token.text for token in tokenize(fold_key(text))]
    if len(words) < SHORTEST:
        return frozenset({tuple(words)})
    return frozenset(tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))


def _root(parent: dict[str, str], quote: str) -> str:
    while parent[quote] != quote:
        parent[quote] = parent[parent[quote]]
        quote = parent[quote]
    return quote


def _join(parent: dict[str, str], earlier: str, later: str) -> None:
    """Put the later quote's group under the earlier one's: the first carrier is the root."""
    left, right = _root(parent, earlier), _root(parent, later)
    if left != right:
        parent[right] = left


def _statement_id(first: Said) -> str:
    key = f"{fold_key(first.speaker or '')}\0{first.quote_id}"
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]
