"""Words of a folded text, and the clitics a word may carry.

A token is a run of letters and digits of one kind of script; everything else stands between
tokens. Which clitic reading is right depends on what the rest of the word is, so this module
only lists the readings a word allows (``readings``); the lexicon of the caller decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A letter run and a digit run are tokens of their own ("تموز2024" is two words); an apostrophe
# inside Latin letters holds them together.
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")

PROCLITICS = re.compile(r"^(?P<conjunction>[وف])?(?P<preposition>[بكل])?(?P<rest>.{2,})$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the folded text: ``text`` is folded, ``start``/``end`` are folded offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to part a word: proclitics cut off, and the rest as a dictionary would have it.

    ``cut`` is the number of folded characters the proclitics take. For ``لل`` (ل + ال with its
    alef unwritten) ``cut`` is 1 and ``rest`` has the alef back: ``للبنك`` reads ``البنك``.
    """

    cut: int
    rest: str


def tokenize(folded: str) -> list[Token]:
    """The words of ``folded`` in order."""
    return [Token(m.group(), m.start(), m.end()) for m in _WORD.finditer(folded)]


def readings(word: str) -> Iterator[Reading]:
    """All readings of a folded word, the uncut one first, then by growing cut.

    ``[وف]?[بكل]?(ال)?`` and ``لل`` for ل + ال. At least two letters must remain.

    >>> [(r.cut, r.rest) for r in readings("وللبنان")]
    [(0, 'وللبنان'), (1, 'للبنان'), (2, 'لبنان'), (2, 'البنان')]
    """
    yield Reading(0, word)
    cuts = [0]
    if word[:1] in ("و", "ف") and len(word) > 2:
        yield Reading(1, word[1:])
        cuts.append(1)
    for cut in cuts:
        if word[cut : cut + 1] in ("ب", "ك", "ل") and len(word) - cut > 2:
            yield Reading(cut + 1, word[cut + 1 :])
            if word.startswith("لل", cut) and len(word) - cut > 3:
                yield Reading(cut + 1, "ا" + word[cut + 1 :])
