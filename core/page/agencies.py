"""Who stands on a page by name: agencies and outlets, places of datelines, authors.

Known names come from word lists; an unknown outlet is known by a word of its name ("نيوز",
"بوابة"), an unknown author by a given name. Names in running text are the affair of ``core.names``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.page.features import Shape
from core.page.lexicon import phrases, words_of

PREPOSITIONS = frozenset("في من علي عن الي مع ان بين قرب خلال بعد قبل حول عند ضد لدي امام".split())
_PARTS = re.compile(r"\s*[-–—/|:,،()•«»\"]+\s*")


def is_agencies(words: Sequence[str], with_places: bool = False) -> bool:
    """Whether names of agencies and outlets (and places) make up ``words``, joined by و or not."""
    known = phrases("agencies", "places") if with_places else phrases("agencies")
    at = 0
    while at < len(words):
        length = known.at(words, at)
        if not length:
            bare = words[at][1:] if words[at].startswith("و") else ""
            length = known.at((bare, *words[at + 1 :])) if bare else 0
            if words[at] == "و":
                length = 1
        if not length:
            return False
        at += length
    return bool(words)


def has_outlet_word(words: Sequence[str]) -> bool:
    """Whether a name of two words or more opens or ends with a word like "نيوز"."""
    known = phrases("outlet_words")
    return len(words) >= 2 and bool(known.at(words) or known.at(words, len(words) - 1))


def is_person(words: Sequence[str]) -> bool:
    """Whether ``words`` open with a given name and hold no preposition."""
    return bool(words) and bool(phrases("given_names").at(words)) and not set(words) & PREPOSITIONS


def is_dateline(shape: Shape) -> bool:
    """Whether places, agencies and names of outlets, parted by signs, make up the line."""
    if is_agencies(shape.words, with_places=True):
        return True
    if shape.stops:
        return False
    parts = [words_of(part) for part in _PARTS.split(shape.text)]
    return all(
        is_agencies(part, with_places=True) or (len(part) <= 4 and has_outlet_word(part))
        for part in parts
        if part
    )


def is_name(shape: Shape) -> bool:
    """A person's name alone, or beside a place or an outlet: "هسبريس - محمد الراجي"."""
    if not 2 <= len(shape.words) <= 8 or shape.stops or shape.number or shape.text[-1] in "!؟?:":
        return False
    if re.fullmatch(r"[^\W\d_]\. ?[^\W\d_]{3,}", shape.text):
        return True
    words = [part for part in map(words_of, _PARTS.split(shape.text)) if part]
    persons = [part for part in words if 2 <= len(part) <= 4 and is_person(part)]
    others = [part for part in words if part not in persons]
    return bool(persons) and all(is_agencies(part, with_places=True) for part in others)
