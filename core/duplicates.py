"""Wire copies and near-duplicates: which articles are one story, and which of them came first.

Two articles are copies when most of what the shorter one says stands in the longer one, word for
word but for spelling: shuffled paragraphs, a cut end, another headline or another outlet do not
matter. Follow-ups that only repeat a paragraph of background are no copies. Candidates come from
MinHash with locality-sensitive hashing, and are then compared exactly, so a pair is never reported
on the word of a hash. What this cannot see: rewritten and translated stories.

An article is sketched once, when it is parsed. To find the copies of an archive takes its sketches,
and the words of those few articles that share a part of theirs.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

from datasketch import MinHash

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
BANDS, _ROWS = (
    64,
    2,
)  # finds 0.99 of pairs that share 0.3 of their shingles; others are compared away
BAND_DIGITS = 8
_SEED, _SCHEME = 1, "affine32"  # sketches are kept with the archive: named, as defaults may change
_ODD = 0x9E3779B1  # spreads the first of two values over the bits of the second

Shingles = frozenset[int]


@dataclass(frozen=True, slots=True)
class Story:
    """What is compared: an article's id, its paragraphs and its day of publication."""

    article_id: str
    paragraphs: tuple[str, ...]
    published: dt.date | dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article of an archive: when it came, and the bands of its sketch that others share.

    ``bands`` are any hashable values; two articles may be copies only if they have one in common.
    """

    article_id: str
    n_shingles: int
    bands: Collection[str]
    published: dt.date | dt.datetime | None = None


def shingle(paragraphs: Iterable[str]) -> Shingles:
    """The hashed runs of three folded words of each paragraph; none crosses two paragraphs."""
    found: set[int] = set()
    for paragraph in paragraphs:
        words = [token.text for token in tokenize(fold_key(paragraph))]
        found.update(
            _hash(" ".join(words[at : at + SHINGLE_WORDS]))
            for at in range(len(words) - SHINGLE_WORDS + 1)
        )
    return frozenset(found)


def sketch(shingles: Shingles) -> str | None:
    """The bands of a MinHash, ``BAND_DIGITS`` hex digits each; None for a text too short.

    >>> len(sketch(frozenset(range(40))) or "") == BANDS * BAND_DIGITS
    True
    """
    if len(shingles) < LEAST_SHINGLES:
        return None
    minhash = _blank().copy()
    minhash.update_batch(sorted(shingles))
    rows = minhash.hashvalues.astype("uint64").reshape(BANDS, _ROWS)
    mixed = (rows[:, 0] * _ODD + rows[:, 1]) % (1 << 4 * BAND_DIGITS)
    return "".join(f"{band:0{BAND_DIGITS}x}" for band in mixed.tolist())


def bands_of(sketched: str | None) -> list[str]:
    """The bands of a sketch, each with its number, so that only like is held against like."""
    digits = sketched or ""
    return [
        f"{number}:{digits[at : at + BAND_DIGITS]}"
        for number, at in enumerate(range(0, len(digits), BAND_DIGITS))
    ]


def is_copy(left: Shingles, right: Shingles) -> bool:
    """Whether two texts are one story: most of the shorter, and enough of both, is shared."""
    smaller = min(len(left), len(right))
    if smaller < LEAST_SHINGLES:
        return False
    shared = len(left & right)
    if shared >= WHOLLY_CONTAINED * smaller and smaller >= LEAST_BRIEF:
        return True
    return shared >= LEAST_CONTAINED * smaller and shared >= LEAST_SHARED * len(left | right)


def find_originals(
    articles: Iterable[Sketched], compare: Callable[[str, str], bool]
) -> dict[str, str]:
    """Every article that is not the first of its story, by id, with the id of the one that was.

    First is who published first; an article without a date comes after those with one, and of
    two of the same time the longer is taken for the original. A copy is always a copy of its
    original itself: likeness does not run through a third article. ``compare`` is asked for
    the ids of as few pairs as that takes: near linear, also where thousands are alike.
    """
    ordered = sorted(articles, key=_age)
    holders: dict[str, list[int]] = defaultdict(list)  # originals alone, in order of their age
    originals: dict[str, str] = {}
    for place, article in enumerate(ordered):
        earlier = sorted({one for band in article.bands for one in holders.get(band, ())})
        found = next(
            (
                original
                for one in earlier
                if compare(article.article_id, original := ordered[one].article_id)
            ),
            None,
        )
        if found is not None:
            originals[article.article_id] = found
            continue
        for band in article.bands:
            holders[band].append(place)
    return originals


def find_copies(stories: Iterable[Story]) -> dict[str, str]:
    """``find_originals`` of stories that are at hand with their words."""
    listed = list(stories)
    held = {story.article_id: shingle(story.paragraphs) for story in listed}
    sketched = (
        Sketched(one.article_id, len(own), bands_of(sketch(own)), one.published)
        for one, own in zip(listed, held.values(), strict=True)
    )
    return find_originals(sketched, lambda left, right: is_copy(held[left], held[right]))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big")


@cache
def _blank() -> MinHash:
    """To be copied: drawing the permutations anew costs more than hashing an article."""
    return MinHash(num_perm=BANDS * _ROWS, seed=_SEED, hashfunc=int, scheme=_SCHEME)


def _age(article: Sketched) -> tuple[bool, str, int, str]:
    """Order of publication. Days and instants compare as written: a day comes before its hours."""
    published = article.published
    day = "" if published is None else published.isoformat()
    return published is None, day, -article.n_shingles, article.article_id
