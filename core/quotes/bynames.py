"""Other names of a speaker: bynames in marks, and the name behind what he is.

وأضاف "جيجي" goes on with the man who spoke before under his own name, as only a verb that goes on
with a statement can tell; رجل يدعى سليم is سليم.
"""

from __future__ import annotations

from core.quotes.cues import CueReading
from core.quotes.lexicon import folded
from core.quotes.media import is_medium
from core.quotes.nouns import is_source_head
from core.quotes.phrases import Phrase
from core.quotes.report import Scene
from core.quotes.runs import CONTINUING

_CALLED = folded("يدعى ويدعى تدعى وتدعى اسمه واسمه اسمها واسمها يسمى ويسمى تسمى وتسمى")


def called(scene: Scene, phrase: Phrase) -> Phrase:
    """The person whose name stands behind the phrase (مسؤول محلي يدعى …), else the phrase."""
    items = scene.sentence.words
    at = phrase.end
    if phrase.kind not in ("unnamed", "role") or at + 1 >= len(items):
        return phrase
    if items[at].text not in _CALLED or items[at].start > _folded_end(scene, phrase) + _NEAR:
        return phrase
    named = scene.reader.read(scene.sentence, at + 1, len(items))
    if named is None or named.kind != "person" or items[at + 1].after_comma:
        return phrase
    return named


def _folded_end(scene: Scene, phrase: Phrase) -> int:
    return scene.article.folded_range(phrase.span)[1]


_NEAR = 60
"""Letters: a relative clause at most may stand between what somebody is and his name."""


def is_byname(scene: Scene, begin: int, phrase: Phrase, reading: CueReading) -> bool:
    """Whether the subject ``phrase`` at word ``begin`` is another name of the last speaker."""
    word = scene.sentence.words[begin]
    if word.mark < 0 or reading.cue.lemma not in CONTINUING:
        return False
    if phrase.entity_id is not None or is_source_head(word.text) or is_medium(phrase.name):
        return False
    last = scene.memory.last(reading.cue.gender, reading.cue.number)
    return last is not None and last.kind == "person"
