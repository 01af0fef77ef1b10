"""Where the outlet's own sentence goes on: "وفي وقت شدد زيد على الحوار، قال الوزير …".

A verb of speech in the singular with its subject behind it, after a comma, begins the clause that
the one before it leads to; what was reported there ends. Where the words before hold no verb, the
verb is theirs ("إن الوزير، زيد، وعد مجموعة …").
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.clauses import find_content
from core.quotes.content import Content
from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import folded
from core.quotes.nouns import is_source_head
from core.quotes.phrases import Reader
from core.quotes.verbal import is_verb_shaped

_PREPOSITIONS_TOO = folded("عبر عقب")
_VERBS = folded("كان كانت لم لن سوف قد تم ليس ليست هناك هو هي يتم بات أصبح")


def begins_main_clause(sentence: Sentence, content: Content, at: int, reader: Reader) -> bool:
    """Whether the clause that ``content`` was put before begins at word ``at``."""
    items = sentence.words
    if at + 1 >= len(items):
        return False
    follows = items[at + 1]
    if not (follows.is_definite or is_source_head(follows.text) or reader.is_person(follows)):
        return False
    readings = [reading for reading in read_cue(items[at].text) if _may_lead(reading)]
    if not readings or not _is_whole(sentence, content, at):
        return False
    return any(find_content(sentence, at, reading, reader) is not None for reading in readings)


def leaves_mood(items: Sequence[Word], content: Content, at: int) -> bool:
    """Whether و or ف after a comma leads a past verb that cannot go on with the content.

    What follows a noun ("دعا إلى الإضراب، ونشرت …") or a subjunctive ("متوقعا أن يفوز، واستنكر …")
    is of the outlet's own sentence.
    """
    text = items[at].text
    if text[:1] not in ("و", "ف") or len(text) < _SHORTEST:
        return False
    past = any(r.cue.mood == "perfect" and r.cut == 1 and not r.suffix for r in read_cue(text))
    if content.marker in ("noun", "preposition"):
        return past or (text[-1] == "ت" and is_verb_shaped(text[1:]))
    gate, first = items[content.gate], items[content.begin].text
    wished = content.marker == "that" and gate.first != "إ" and first[:1] in ("ي", "ت")
    return past and wished and is_verb_shaped(first)


_SHORTEST = 5


def _may_lead(reading: CueReading) -> bool:
    cue = reading.cue
    told = cue.mood == "perfect" and cue.number == "s" and cue.person == 3
    return told and not reading.cut and not reading.suffix and cue.lemma not in _PREPOSITIONS_TOO


def _is_whole(sentence: Sentence, content: Content, at: int) -> bool:
    """Whether the content can end before ``at``: a noun always can, a clause has had its verb."""
    if content.marker in ("noun", "preposition"):
        return True
    said = sentence.words[content.begin : at]
    return any(word.text in _VERBS or is_verb_shaped(word.text) for word in said)
