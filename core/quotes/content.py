"""What a cue reports, as a place in its sentence, and the words that introduce a clause.

``Content`` says where reported words begin and by what: أن/إن, a colon, marks, or a noun. Told
apart here are أن that introduces a clause, and ألا from إلا.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.quotes.flow import Word
from core.text.fold import fold_key

Marker = Literal["that", "colon", "marks", "noun", "preposition"]

_THAT = frozenset(
    form + suffix
    for form in map(fold_key, ("أن", "بأن"))
    for suffix in ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ي", "نني", "ننا")
)
NOT_TO = frozenset(map(fold_key, ("ألا", "بألا")))


@dataclass(frozen=True, slots=True)
class Content:
    """Where content begins: ``gate`` is the word that introduces it, the subject stands before."""

    begin: int
    cut: int
    marker: Marker
    gate: int


def is_that(text: str) -> bool:
    """Whether a folded word is أن، إن، بأن … with or without a pronoun."""
    return text in _THAT


def is_not_to(items: Sequence[Word], at: int) -> bool:
    """Whether the word is ألا (that … not), told from إلا (except) by its stored alef."""
    word = items[at]
    return word.text in NOT_TO and (word.first == "أ" or word.text.startswith("ب"))
