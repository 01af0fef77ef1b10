"""What a relative clause hangs on, where its verb of speech has no subject of its own.

"المدرب الذي قال إن", "الجمعية، التي ترفض التهم وتشير إلى أن". Not where the pronoun stands for
what is said of ("القانون الذي قالوا إنه …"): there the verb disagrees, or a thing cannot speak.
"""

from __future__ import annotations

from core.quotes.content import is_that
from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.nouns import is_head, is_plural, is_source_head
from core.quotes.phrases import Phrase
from core.quotes.report import Scene

RELATIVES = folded("الذي التي الذين اللذان اللتان اللواتي ممن والذي والتي والذين")
PREPOSITIONS = folded("في من على إلى عن مع بين")
_MASCULINE_ONE, _FEMININE_ONE = folded("الذي"), folded("التي")
_AUXILIARIES = folded("قد كان كانت سبق دائما غالبا عادة كثيرا ما")
_ANTECEDENT_REACH, _CARRIED_REACH = 12, 9


def antecedent(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    """What a relative clause hangs on, when its verb has no subject of its own (الذي قال إن)."""
    items = scene.sentence.words
    end = at - 1
    while end > 0 and items[end].text in _AUXILIARIES:
        end -= 1
    return _hung_on(scene, end, at, reading)


def carried_antecedent(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    """… التي ترفض الاتهامات وتشير إلى أن: a further verb of the same relative clause."""
    items = scene.sentence.words
    if reading.cut == 0 or items[at].after_comma:
        return None
    for end in range(at - 2, max(0, at - _CARRIED_REACH), -1):
        if not scene.is_open(end) or items[end + 1].after_comma:
            return None
        if items[end].text in RELATIVES:
            return _hung_on(scene, end, at, reading)
    return None


def _hung_on(scene: Scene, end: int, at: int, reading: CueReading) -> Phrase | None:
    """The phrase before the relative pronoun at word ``end``, if the verb at ``at`` is its own."""
    items = scene.sentence.words
    if end < 1 or not _relative_agrees(items[end].text, reading):
        return None
    own_pronoun = (
        at + 1 < len(items) and is_that(items[at + 1].text) and len(items[at + 1].text) > 2
    )
    best: Phrase | None = None
    for begin in range(end - 1, max(-1, end - _ANTECEDENT_REACH), -1):
        word = items[begin]
        named = scene.reader.around(word) is not None
        if not scene.is_open(begin) or (not named and _parts_phrases(word)):
            break
        phrase = scene.reader.read(scene.sentence, begin, end)
        if phrase is None or phrase.end < end or not _agrees(phrase, reading):
            continue
        if best is not None and best.kind == "person" != phrase.kind:
            break
        if phrase.kind == "document" and own_pronoun:
            continue  # "القرار الذي قال إنه خاطئ": somebody said it of the decision
        if phrase.kind == "person" or is_source_head(phrase.head) or phrase.entity_id:
            best = phrase
    return best


def _relative_agrees(text: str, reading: CueReading) -> bool:
    """Whether the verb can be said of the antecedent itself: الذي قال, not الذي قالوا."""
    if text not in RELATIVES:
        return False
    cue = reading.cue
    relative = text[1:] if text.startswith("و") else text
    if relative in _MASCULINE_ONE:
        return (cue.gender, cue.number) == ("m", "s")
    if relative in _FEMININE_ONE:
        return (cue.gender, cue.number) == ("f", "s")
    return cue.number != "s"


def _parts_phrases(word: Word) -> bool:
    """Whether a phrase cannot run over the word from before it."""
    if word.text in PREPOSITIONS or is_that(word.text):
        return True
    return any(r.cue.is_finite and not r.suffix for r in read_cue(word.text))


def _agrees(phrase: Phrase, reading: CueReading) -> bool:
    """Whether a phrase before a verb can be its subject by gender and number."""
    cue = reading.cue
    if cue.number != "s":
        many = (
            phrase.number in ("d", "p") or is_plural(phrase.head) or is_head(phrase.head, "unnamed")
        )
        return many and phrase.entity_id is None
    if phrase.number in ("d", "p") and phrase.kind == "person":
        return False
    return phrase.gender in (None, cue.gender)
