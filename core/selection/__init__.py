"""What the analyst asked for: one frozen value, to and from a link, and to words."""

from core.selection.params import (
    Language,
    Param,
    choice_param,
    choices_param,
    clean_text,
    days_param,
    decode_state,
    encode_state,
    flag_param,
    id_param,
    ids_param,
    integer_param,
    text_param,
)
from core.selection.query import QUERY_KEYS, from_query, to_query
from core.selection.value import (
    ENTITY_ID,
    KINDS,
    OUTLET_ID,
    SPEAKER_ID,
    STANCES,
    UNNAMED_CLASS,
    Part,
    Selection,
    parts,
)
from core.selection.words import describe

__all__ = [
    "ENTITY_ID",
    "KINDS",
    "OUTLET_ID",
    "QUERY_KEYS",
    "SPEAKER_ID",
    "STANCES",
    "UNNAMED_CLASS",
    "Language",
    "Param",
    "Part",
    "Selection",
    "choice_param",
    "choices_param",
    "clean_text",
    "days_param",
    "decode_state",
    "describe",
    "encode_state",
    "flag_param",
    "from_query",
    "id_param",
    "ids_param",
    "integer_param",
    "parts",
    "text_param",
    "to_query",
]
