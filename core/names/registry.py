"""What is known of an entity beyond its mentions: labels, aliases, place, roles."""

from __future__ import annotations

import datetime as dt

from core.model import MentionType
from core.names import gazetteer
from core.names.entities import Entity
from core.names.romanize import transliterate


def describe(entity_id: str, kind: MentionType, name: str) -> Entity:
    """The entity behind a mention's id: the gazetteer's, else made from its type and name.

    An entity that no list holds gets a transliterated English label, marked as such.
    """
    known = gazetteer.load().entities.get(entity_id)
    if known is not None:
        return known
    label = transliterate(name)
    return Entity(entity_id, kind, name, label, is_transliterated=label is not None)


def holder(role: str, day: dt.date | None) -> Entity | None:
    """Who held a role ("الرئيس الأميركي") on ``day``, where the gazetteer knows exactly one."""
    return gazetteer.load().holder(role, day)
