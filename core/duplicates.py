"""Wire copies and near-duplicates: which articles are one story, and which of them came first.

Two articles are copies when most of what the shorter one says stands in the longer one, word for
word but for spelling: shuffled paragraphs, a cut end, another headline or another outlet do not
matter. Follow-ups that only repeat a paragraph of background are no copies. Candidates come from
MinHash with locality-sensitive hashing, and are then compared exactly, so a pair is never reported
on the word of a hash. What this cannot see: rewritten and translated stories.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from datasketch import MinHash, MinHashLSH

from core.text.fold import fold_key
from core.text.tokens import tokenize

SHINGLE_WORDS = 3
LEAST_SHINGLES = 12  # shorter texts share their few words by chance
# Read on ANT: of 600 made copies (benchmarks/duplicates.py) 98 % contain 0.7 of each other, while
# follow-ups and pages that end in the same blurbs stay below; what is contained nearly whole is a
# brief of the longer story.
LEAST_CONTAINED = 0.7
LEAST_SHARED = 0.3
WHOLLY_CONTAINED = 0.85
LEAST_BRIEF = 40
_PERMUTATIONS = 128
_BANDS = (64, 2)  # finds 0.99 of pairs that share 0.3 of their shingles; the rest is compared away
_SEED = 1


@dataclass(frozen=True, slots=True)
class Story:
    """What is compared: an article's id, its paragraphs and its day of publication."""

    article_id: str
    paragraphs: tuple[str, ...]
    published: dt.date | dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that carries another's story: ``contained`` is the share of the shorter text."""

    article_id: str
    duplicate_of: str
    contained: float


def find_copies(stories: Iterable[Story]) -> tuple[Copy, ...]:
    """Every article that is not the first of its story, with the one that was, in input order.

    First is who published first; an article without a date comes after those with one, and of
    two of the same time the longer is taken for the original. A copy is always a copy of its
    original itself: likeness does not run through a third article.
    """
    articles = list(stories)
    shingles = [shingle(article.paragraphs) for article in articles]
    order = sorted(range(len(articles)), key=lambda at: _age(articles[at], shingles[at]))
    original_of: dict[int, int] = {}
    for at, earlier in _earlier_candidates(order, shingles):
        for other in earlier:
            if other not in original_of and is_copy(shingles[at], shingles[other]):
                original_of[at] = other
                break
    return tuple(
        Copy(
            articles[at].article_id,
            articles[original_of[at]].article_id,
            contained(shingles[at], shingles[original_of[at]]),
        )
        for at in range(len(articles))
        if at in original_of
    )


def shingle(paragraphs: Iterable[str]) -> frozenset[int]:
    """The hashed runs of three folded words of each paragraph; none crosses two paragraphs."""
    found: set[int] = set()
    for paragraph in paragraphs:
        words = [token.text for token in tokenize(fold_key(paragraph))]
        found.update(
            _hash(" ".join(words[at : at + SHINGLE_WORDS]))
            for at in range(len(words) - SHINGLE_WORDS + 1)
        )
    return frozenset(found)


def contained(left: frozenset[int], right: frozenset[int]) -> float:
    """Share of the smaller set that stands in the larger."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def is_copy(left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether two texts are one story: most of the shorter, and enough of both, is shared."""
    smaller = min(len(left), len(right))
    if smaller < LEAST_SHINGLES:
        return False
    shared = len(left & right)
    if shared >= WHOLLY_CONTAINED * smaller and smaller >= LEAST_BRIEF:
        return True
    return shared >= LEAST_CONTAINED * smaller and shared >= LEAST_SHARED * len(left | right)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big")


def _earlier_candidates(
    order: Sequence[int], shingles: Sequence[frozenset[int]]
) -> Iterator[tuple[int, list[int]]]:
    """For every article, oldest first, the earlier ones that share a band of its MinHash."""
    index = MinHashLSH(num_perm=_PERMUTATIONS, params=_BANDS)
    rank = {at: place for place, at in enumerate(order)}
    for at in order:
        if len(shingles[at]) < LEAST_SHINGLES:
            continue
        minhash = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, hashfunc=int)
        minhash.update_batch(sorted(shingles[at]))
        yield at, sorted(index.query(minhash), key=rank.__getitem__)
        index.insert(at, minhash, check_duplication=False)


def _age(story: Story, own: frozenset[int]) -> tuple[bool, str, int, str]:
    """Order of publication. Days and instants compare as written: a day comes before its hours."""
    day = "" if story.published is None else story.published.isoformat()
    return story.published is None, day, -len(own), story.article_id
