"""Bynames in marks: وأضاف "السيد" goes on with the man who spoke before under his own name.

Only a verb that goes on with a statement tells so; after any other verb a name in marks is
somebody's, known or not.
"""

from __future__ import annotations

from core.quotes.cues import CueReading
from core.quotes.media import is_medium
from core.quotes.nouns import is_source_head
from core.quotes.phrases import Phrase
from core.quotes.report import Scene
from core.quotes.runs import CONTINUING


def is_byname(scene: Scene, begin: int, phrase: Phrase, reading: CueReading) -> bool:
    """Whether the subject ``phrase`` at word ``begin`` is another name of the last speaker."""
    word = scene.sentence.words[begin]
    if word.mark < 0 or reading.cue.lemma not in CONTINUING:
        return False
    if phrase.entity_id is not None or is_source_head(word.text) or is_medium(phrase.name):
        return False
    last = scene.memory.last(reading.cue.gender, reading.cue.number)
    return last is not None and last.kind == "person"
