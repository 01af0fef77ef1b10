"""A selection to and from the query string of a link.

Keys: ``d`` days, ``out`` outlets, ``ent`` entities, ``spk`` speakers, ``about``, ``kind``,
``stance``, ``anon`` classes of unnamed sources, ``via`` carriers, ``said`` days on which it was
said, ``q`` words, ``copies``, ``undated``. Parameters a page owns are declared by that page
(``params``), which names them here as ``also``.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from core.selection.params import (
    Language,
    Param,
    Query,
    choices_param,
    days_param,
    decode_state,
    encode_state,
    flag_param,
    ids_param,
    text_param,
    unknown_sentence,
)
from core.selection.value import (
    CARRIER_ID,
    DAYS,
    ENTITY_ID,
    KINDS,
    OUTLET_ID,
    SPEAKER_ID,
    STANCES,
    UNNAMED_CLASS,
    Selection,
)

_PARAMS: dict[str, Param[Any]] = {
    "begin": days_param("d"),
    "outlets": ids_param("out", OUTLET_ID),
    "entities": ids_param("ent", ENTITY_ID),
    "speakers": ids_param("spk", SPEAKER_ID),
    "about": ids_param("about", ENTITY_ID),
    "kinds": choices_param("kind", KINDS),
    "stances": choices_param("stance", STANCES),
    "unnamed": ids_param("anon", UNNAMED_CLASS),
    "carriers": ids_param("via", CARRIER_ID),
    "said_begin": days_param("said"),
    "words": text_param("q"),
    "copies": flag_param("copies", default=True),
    "undated": flag_param("undated"),
}
_LAST_DAY = dict(DAYS)
"""A first day's part to its last day's: both stand in one parameter."""
QUERY_KEYS = frozenset(param.key for param in _PARAMS.values())
"""The keys that belong to the selection: a page's own parameters use others."""


def to_query(selection: Selection) -> dict[str, list[str]]:
    """The query that stands for ``selection``; parts at their default are left out.

    >>> to_query(Selection(outlets=("nile", "atlas"), words="ميناء"))
    {'out': ['nile', 'atlas'], 'q': ['ميناء']}
    """
    state = {
        param.key: (
            (getattr(selection, part), getattr(selection, _LAST_DAY[part]))
            if part in _LAST_DAY
            else getattr(selection, part)
        )
        for part, param in _PARAMS.items()
    }
    return encode_state(_PARAMS.values(), state)


def from_query(
    query: Query, also: Collection[str] = (), lang: Language = "en"
) -> tuple[Selection, tuple[str, ...]]:
    """The selection a query stands for, and a sentence for each part that is unknown or broken.

    ``also`` names the keys that others answer for (the page's own, the interface language).
    """
    state, broken = decode_state(_PARAMS.values(), query, lang)
    unknown = [
        unknown_sentence(key, lang) for key in query if key not in QUERY_KEYS and key not in also
    ]
    chosen = {part: state[param.key] for part, param in _PARAMS.items()}
    for first, last in DAYS:
        chosen[first], chosen[last] = chosen[first]
    return Selection(**chosen), (*broken, *unknown)
