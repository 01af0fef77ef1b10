"""Bodies that many countries have under one name: whose is "وزارة الخارجية", "مجلس النواب"?

With the adjective of a country a body has a name of its own; without it, it is one of dozens.
This module says which names are so shared, what country the words beside a mention speak of, and
how the body of one country is called in full. Which reading counts is decided in ``canonical``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.variants import name_key, words
from core.names.words import Words
from core.text.tokens import readings

_MINISTRY = "وزاره"
# Words before a name in which a country is looked for: "في تونس، رحبت وزارة الثقافة".
_WINDOW = 5


@lru_cache(1 << 12)
def is_shared(name: str) -> bool:
    """Whether bodies of several countries go by this name.

    >>> is_shared("وزارة الصحة"), is_shared("وزارة الصحة المصرية")
    (True, False)
    """
    parts = words(name)
    if not parts or parts[-1] in lexicon.demonyms():
        return False
    return parts[0] == _MINISTRY or name_key(name) in _shared_keys()


def full_name(name: str, iso: str) -> str | None:
    """The body's name with the adjective of its country; ``None`` if that is not one word.

    >>> full_name("المحكمة العليا", "BR")
    'المحكمة العليا البرازيلية'
    """
    adjective = _adjectives().get(iso)
    if adjective is None or " " in adjective:
        return None
    is_feminine = words(name)[0].endswith("ه")
    return f"{name} ال{adjective}{'ة' if is_feminine else ''}"


def home_of(name: str) -> str | None:
    """The country (ISO2) that the last adjective of a body's name speaks of."""
    found = [lexicon.nationalities().get(word) for word in words(name)]
    return next((iso for iso in reversed(found) if iso), None)


def country_beside(row: Words, candidate: Candidate, places: Mapping[int, str]) -> str | None:
    """The country (ISO2) that the words around a body's name speak of, if they do.

    The place after "في" right behind the name, else the nearest place or nationality among the
    few words before it in its sentence. ``places`` holds the country of the place at each word.
    """
    last = candidate.last
    if last + 1 < len(row) and row.plain[last] and row.texts[last] == "في" and last + 1 in places:
        return places[last + 1]
    first = candidate.first
    for at in range(first - 1, max(-1, first - 1 - _WINDOW), -1):
        if row.starts_sentence[at + 1]:
            return None
        found = places.get(at) or country_of(row.texts[at])
        if found is not None:
            return found
    return None


@lru_cache(1 << 16)
def country_of(word: str) -> str | None:
    """The country (ISO2) of a nationality adjective, proclitics or not."""
    adjectives = lexicon.nationalities()
    return next((adjectives[r.rest] for r in readings(word) if r.rest in adjectives), None)


@cache
def _shared_keys() -> frozenset[str]:
    rows = lexicon.read_rows(lexicon.FOLDER / "state_bodies.txt")
    return frozenset(name_key(row[0]) for row in rows)


@cache
def _adjectives() -> dict[str, str]:
    """Each country's first adjective, as written in its list."""
    found: dict[str, str] = {}
    for iso, adjective in lexicon.read_rows(lexicon.FOLDER / "demonyms.tsv"):
        found.setdefault(iso, adjective)
    return found
