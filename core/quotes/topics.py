"""Whom a sentence is about: the subject of its own verb, or the person it names.

A participle, a noun with an owner, and the next sentence's "وأضاف" point to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.antecedents import PREPOSITIONS
from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.nouns import gender_of, is_head, is_source_head
from core.quotes.referents import known
from core.quotes.report import Scene
from core.quotes.resolve import Source, agrees
from core.quotes.subjects import OPENS_SUBJECT, first_phrase, is_open_that, is_surname
from core.quotes.verbal import is_verb_shaped

_BEFORE_THAT = folded("إلا خاصة خصوصا سيما لاسيما علما رغم بيد غير كما")
_TITLE_REACH = 8


def sentence_subject(scene: Scene, at: int, reading: CueReading | None) -> Source | None:
    """The subject of the sentence's own verb before word ``at``, if it agrees with the cue."""
    items = scene.sentence.words
    gender = reading.cue.gender if reading else None
    number = reading.cue.number if reading else None
    begin = first_phrase(items, at)
    places = [n + 1 for n in range(at - 1, begin, -1) if _opens_subject(items, n)]
    main = _past_adverbial(items, begin, at)
    if main > begin:
        places, begin = [*places, begin + 1, begin], main
    for place in (begin + 1, begin, *reversed(places)):
        if place >= at or not scene.is_open(place):
            continue
        if place == begin + 1 and items[begin].text in PREPOSITIONS:
            continue
        phrase = scene.reader.read(scene.sentence, place, at)
        if phrase is None or phrase.is_guess or phrase.kind == "document":
            continue
        nameless = phrase.kind == "role" and not is_source_head(phrase.head)
        acting = place > begin and reading is not None and reading.cue.mood == "participle"
        many = (gender, number) == ("m", "p") and phrase.number != "s"
        people = acting and many and phrase.kind == "unnamed"
        if (nameless or phrase.kind == "unnamed") and not (people or is_surname(scene, phrase)):
            continue
        if place == begin + 1 and not _is_subject_gap(items, begin, place):
            continue
        if phrase.gender is not None and gender is not None and phrase.gender != gender:
            continue
        if place == begin + 1 and gender == "m" and _is_feminine_verb(items[begin]):
            continue
        learnt = None if phrase.kind == "person" else gender
        source = known(scene, phrase, learnt, number)
        if agrees(source, gender, number):
            return source
    return _agreeing_phrase(scene, begin, at, reading) if reading else _first_person(scene, at)


def _past_adverbial(items: Sequence[Word], begin: int, at: int) -> int:
    """The word after "في وقت لاحق،" or "لدى مغادرته البلدة،", where the sentence's verb stands."""
    first = next((word.text for word in items[:at]), "")
    led = first[1:] if first[:1] in "وف" and len(first) > 2 else first
    if led not in _ADVERBIAL:
        return begin
    for n in range(begin + 1, min(at - 1, begin + _ADVERBIAL_REACH)):
        if items[n].mark >= 0:
            return begin
        if items[n].after_comma:
            return begin if items[n].text[:1] == "و" else n
    return begin


_ADVERBIAL = folded("في لدى بعد قبل خلال عقب أثناء عند منذ إثر فور مع من خارج داخل أمام على")
_ADVERBIAL_REACH = 14


def nearest_person(scene: Scene, at: int) -> Source | None:
    """The last person named in the sentence before word ``at``."""
    if at == 0:
        return None
    items = scene.sentence.words
    people = [
        name.mention
        for name in scene.reader.inside(items[0].start, items[at - 1].end)
        if name.mention.type == "PER"
    ]
    if not people:
        return None
    last = people[-1]
    return Source(scene.reader.full_name(last), "person", last.span, None, "s", last.entity_id)


def _is_feminine_verb(word: Word) -> bool:
    """Whether the sentence's own verb has a feminine subject (وقدرت المجلة …)."""
    cues = [r.cue for r in read_cue(word.text) if r.cue.is_finite and r.cue.person == 3]
    if cues:
        return all(cue.gender == "f" for cue in cues)
    return word.text.endswith("ت") and is_verb_shaped(word.text)


def _first_person(scene: Scene, at: int) -> Source | None:
    """The first person of the sentence who stands with a title, or at its very head."""
    items = scene.sentence.words
    first = next(
        (n for n in range(at) if scene.reader.is_person(items[n]) and scene.is_open(n)), None
    )
    if first is None:
        return None
    mention = scene.reader.around(items[first])
    before = items[max(0, first - _TITLE_REACH) : first]
    title = next((word for word in reversed(before) if is_head(word.text, "person")), None)
    beside = first > 0 and (items[first].after_comma or items[first - 1] is title)
    if mention is None or not (first <= 1 or (title is not None and beside)):
        return None
    gender = gender_of(title.text) if title is not None else None
    name = scene.reader.full_name(mention)
    if title is None and " " not in name:
        return None
    return Source(name, "person", mention.span, gender, "s", mention.entity_id)


def _opens_subject(items: Sequence[Word], at: int) -> bool:
    """Whether the sentence's subject may stand behind the word: a conjunction, or إلا أن."""
    if items[at].text in OPENS_SUBJECT:
        return True
    return at > 0 and is_open_that(items[at].text) and items[at - 1].text in _BEFORE_THAT


def _is_subject_gap(items: Sequence[Word], begin: int, place: int) -> bool:
    """Whether the first word can be a verb and the next its subject, not a construct."""
    text = items[begin].text
    return (not text.startswith("ال") or text in _MET) and not is_source_head(text)


_MET = folded("التقى التقت التحق التحقت التزم التزمت التمس التمست التفت التفتت التقط التقطت")
"""Verbs whose first letters look like the article."""


def _agreeing_phrase(scene: Scene, begin: int, at: int, reading: CueReading) -> Source | None:
    """The first definite noun of the sentence that can speak and agrees with the participle."""
    items = scene.sentence.words
    for place in range(begin, at):
        word = items[place]
        if not scene.is_open(place) or not word.text.startswith("ال"):
            continue
        if not is_source_head(word.text) or (place > 1 and _holds_noun(items[place - 1])):
            continue
        phrase = scene.reader.read(scene.sentence, place, at)
        if phrase and phrase.gender == reading.cue.gender and phrase.kind != "document":
            return known(scene, phrase, reading.cue.gender, reading.cue.number)
    return None


def _holds_noun(word: Word) -> bool:
    """Whether a noun after the word hangs on it: on a preposition, a noun, an adjective's noun."""
    return (
        word.text in PREPOSITIONS
        or word.text[:1] in "بل"
        or word.is_definite
        or is_source_head(word.text)
    )
