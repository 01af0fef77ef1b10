"""What is known of an entity beyond its mentions: labels, aliases, place, roles."""

from __future__ import annotations

import datetime as dt

from core.model import MentionType
from core.names import gazetteer, lexicon
from core.names.entities import Entity
from core.names.variants import words


def describe(entity_id: str, kind: MentionType, name: str) -> Entity:
    """The entity behind a mention's id: the gazetteer's, else made from its type and name.

    An entity that no list holds gets a transliterated English label if the name-token list has
    every word of it, marked as such.
    """
    known = gazetteer.load().entities.get(entity_id)
    if known is not None:
        return known
    label = transliterate(name) if kind == "PER" else None
    return Entity(entity_id, kind, name, label, is_transliterated=label is not None)


def holder(role: str, day: dt.date | None) -> Entity | None:
    """Who held a role ("الرئيس الأميركي") on ``day``, where the gazetteer knows exactly one."""
    return gazetteer.load().holder(role, day)


def transliterate(name: str) -> str | None:
    """The usual Latin spelling of a person's name, word by word; ``None`` if any is unknown.

    >>> transliterate("جون سميث")
    'John Smith'
    """
    tokens = lexicon.name_tokens()
    latin = []
    for word in words(name):
        bare = word if word in tokens else word.removeprefix("ال")
        if word.isascii():
            latin.append(word)
        elif bare in tokens:
            latin.append(("al-" if bare != word else "") + tokens[bare][0].title())
        else:
            return None
    return " ".join(latin) or None
