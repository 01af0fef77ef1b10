"""Who or what a mention stands for, and the ids that stay the same over pages and re-ingest.

An entity of the gazetteer keeps the id its file gives it. Any other gets one from its type and
the orthographic key of its fullest name, so that the same name has the same id in any article,
process and year, and spellings that differ only by rule share it. Names that say too little to
be one entity everywhere get an id for their article alone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from core.model import MentionType
from core.names.variants import name_key


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place: a row of the ``entities`` frame.

    ``name_en`` is the curated English label, or a transliteration when ``is_transliterated``;
    ``None`` when some word of the name is not in the list of name tokens. ``country`` is ISO2.
    """

    entity_id: str
    type: MentionType
    name: str
    name_en: str | None = None
    is_transliterated: bool = False
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None


def derived_id(kind: MentionType, name: str, *within: str) -> str:
    """The id of a name that no list holds: type and twelve hex digits of its key.

    ``within`` sets it apart from others of the same name: see ``unclear``.

    >>> derived_id("PER", "عبد الله الزيّات") == derived_id("PER", "عبدالله الزيات")
    True
    """
    text = "\n".join((name_key(name), *within))
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return f"{kind.lower()}-x{digest[:12]}"
