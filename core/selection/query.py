"""A selection to and from the query string of a link.

Keys: ``d`` days, ``out`` outlets, ``ent`` entities, ``spk`` speakers, ``about``, ``kind``,
``stance``, ``anon`` classes of unnamed sources, ``q`` words, ``copies``, ``undated``. Parameters
a page owns are declared by that page (``params``), which names them here as ``also``.
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
    ENTITY_ID,
    KINDS,
    OUTLET_ID,
    SPEAKER_ID,
    STANCES,
    UNNAMED_CLASS,
    Selection,
)

_PARAMS: dict[str, Param[Any]] = {
    "days": days_param("d"),
    "outlets": ids_param("out", OUTLET_ID),
    "entities": ids_param("ent", ENTITY_ID),
    "speakers": ids_param("spk", SPEAKER_ID),
    "about": ids_param("about", ENTITY_ID),
    "kinds": choices_param("kind", KINDS),
    "stances": choices_param("stance", STANCES),
    "unnamed": ids_param("anon", UNNAMED_CLASS),
    "words": text_param("q"),
    "copies": flag_param("copies", default=True),
    "undated": flag_param("undated"),
}
QUERY_KEYS = frozenset(param.key for param in _PARAMS.values())
"""The keys that belong to the selection: a page's own parameters use others."""


def to_query(selection: Selection) -> dict[str, list[str]]:
    """The query that stands for ``selection``; parts at their default are left out.

    >>> to_query(Selection(outlets=("nile", "atlas"), words="ميناء"))
    {'out': ['nile', 'atlas'], 'q': ['ميناء']}
    """
    state = {
        param.key: (
            (selection.begin, selection.end) if part == "days" else getattr(selection, part)
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
    begin, end = state["d"]
    chosen = {part: state[param.key] for part, param in _PARAMS.items() if part != "days"}
    return Selection(begin=begin, end=end, **chosen), (*broken, *unknown)
