"""Nouns of saying with their owner: "إعلان واشنطن الانسحاب …", "إعلانه استقالته", "قول زيد إن".

Such a noun reports when whoever owns it stands right between it and its content, or is a pronoun
attached to it. Nouns whose second noun may as well be whom they are aimed at (دعوة زيد إلى …، طلب)
report a clause only.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.content import Content
from core.quotes.cues import CueReading
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.nouns import is_source_head
from core.quotes.referents import known
from core.quotes.report import Scene
from core.quotes.resolve import Source

_NOUNS = folded("قال أكد أعلن نفى زعم ادعى هدد حذر اعترف أقر اعتبر")
_UNFOLDING = folded("أكد أعلن نفى تعهد هدد حذر")
_REACH = 2


def may_be_owned(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether a noun of saying without a pronoun can have its owner behind it."""
    if reading.cue.lemma not in _NOUNS or items[at].is_definite or at + 1 >= len(items):
        return False
    if at and items[at - 1].text in _UNSAID:
        return False
    if reading.cut and items[at].text[: reading.cut] not in _PROCLITICS:
        return False
    follows = items[at + 1]
    return not (
        follows.after_comma or follows.after_colon or follows.text in words("stop_prepositions")
    )


_UNSAID = folded("عن سحب")  # تخلى عن تهديد …
_PROCLITICS = frozenset(("و", "ف", "ب", "ل", "وب", "ول"))


def unfolds(reading: CueReading, content: Content, at: int) -> bool:
    """Whether a noun of saying may have this noun as its content (إعلانه استقالته)."""
    if reading.cue.lemma not in _UNFOLDING:
        return False
    near = content.gate - at <= _REACH and content.marker == "noun"
    return not reading.suffix or near


def owner_behind(scene: Scene, at: int, reading: CueReading, gate: int) -> Source | None:
    """Whose a noun of saying without a pronoun is; ``None`` when nobody owns it."""
    if reading.suffix:
        return None
    phrase = scene.reader.read(scene.sentence, at + 1, gate)
    if phrase is None:
        return None
    between = scene.sentence.words[phrase.end : gate]
    if any(word.text not in words("time_words") for word in between):
        return None
    named = phrase.entity_id is not None or bool(phrase.members)
    speaks = phrase.kind in ("person", "organisation", "document") or is_source_head(phrase.head)
    if not named and (phrase.is_guess or not speaks):
        return None
    return known(scene, phrase, None, None)
