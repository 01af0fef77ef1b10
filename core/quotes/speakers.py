"""Whose words they are: the subject of a cue.

A verb has its subject after it (قال الوزير), before it (الوزير قال، وكان الوزير قد قال) or
inside it (وأضاف); a participle shares the subject of what stands before it (… مضيفا أن); a noun has
an owner (قوله). What none of these finds stays unknown, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.quotes.clauses import Content, is_that
from core.quotes.conjugate import Gender, Number
from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.nouns import is_head, is_plural, is_source_head
from core.quotes.phrases import Phrase
from core.quotes.referents import known
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source, agrees

_PRONOUN_BEFORE = folded(
    "أنه أنها أنهم أنهما لكنه لكنها ولكنه ولكنها لكنهم فإنه فإنها وهو وهي وهم هو هي لأنه لأنها"
)
_OPENS_SUBJECT = folded(
    "كان كانت وكان وكانت لكن ولكن بينما فيما أما وأما غير حيث إذ بيد وكانا كانوا وفيما وبينما فإن"
)
_BEFORE_THAT = folded("إلا خاصة خصوصا سيما لاسيما علما رغم بيد غير كما")
OPENERS = folded(
    "لكن ولكن كان كانت وكان وكانت أما وأما هذا وقد قد لقد ولقد فيما وفيما بينما غير أن إن وإن "
    "كما وكما ثم وفي حين وأن فإن ويذكر يذكر حيث بدوره بدورها من ومن جهته جهتها جانبه جانبها جهة "
    "جانب إلى أخرى آخر ذلك هكذا و وأنه أنه وبدوره وبدورها عنه"
)
"""Words that may stand before the first phrase of a sentence and are no part of it."""
_BETWEEN = folded("قد فقد أيضا كذلك نفسه نفسها ذاته ذاتها حينها آنذاك بدوره بدورها كان كانت سبق أن")
_RELATIVES = folded("الذي التي الذين اللذان")
_PREPOSITIONS = folded("في من على إلى عن مع بين")
_CONTINUING = folded("أضاف تابع أوضح أردف استطرد زاد ختم اختتم واصل مضى")
_OWNERS: dict[str, tuple[Gender | None, Number]] = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هم": ("m", "p"),
    "هما": (None, "d"),
    "هن": ("f", "p"),
}
_SUBJECT_REACH = 30
_LONG_GAP, _CLAUSE_GAP, _SHORT_GAP = 16, 10, 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker and the rule that found it; ``unknown`` says why there is none."""

    source: Source | None
    rule: str
    unknown: str | None = None


def find_speaker(
    scene: Scene, at: int, reading: CueReading, content: Content, earlier: Sequence[Report]
) -> Speaker:
    """The speaker of the cue at word ``at``; ``earlier`` are the reports before it."""
    if reading.cue.mood == "masdar":
        return _owner(scene, at, reading, earlier)
    if reading.cue.mood == "participle":
        return _governor(scene, at, reading, earlier)
    if not _has_pronoun(scene, at):
        phrase = _subject_right_before(scene, at, reading)
        if phrase is not None:
            return Speaker(
                known(scene, phrase, reading.cue.gender, reading.cue.number), "subject-verb"
            )
        # A verb in the dual or plural has its subject before it or inside: never after it.
        after = reading.cue.number == "s"
        begin = _past_addressee(scene, at + 1)
        phrase = scene.reader.read(scene.sentence, begin, content.gate) if after else None
        if phrase is not None and may_be_subject(scene, at, phrase, reading):
            return Speaker(
                known(scene, phrase, reading.cue.gender, reading.cue.number), "verb-subject"
            )
        phrase = _subject_before(scene, at, reading)
        if phrase is not None:
            return Speaker(
                known(scene, phrase, reading.cue.gender, reading.cue.number), "subject-verb"
            )
    return _inside_verb(scene, at, reading, earlier)


def _past_addressee(scene: Scene, at: int) -> int:
    """The word after "to the …" (قال للصحافيين الوزير): ل and the article open no subject."""
    words = scene.sentence.words
    return at + 1 if at < len(words) and words[at].text.startswith("لل") else at


def _has_pronoun(scene: Scene, at: int) -> bool:
    """Whether the verb's subject is a pronoun before it (أنها طالبت، لكنه قال)."""
    if at == 0:
        return False
    before = scene.sentence.words[at - 1]
    return before.text in _PRONOUN_BEFORE and scene.reader.around(before) is None


# -- finite verbs -----------------------------------------------------------------------------


def may_be_subject(scene: Scene, at: int, phrase: Phrase, reading: CueReading) -> bool:
    """Whether a phrase after a verb can be its subject: of a kind that speaks, and agreeing."""
    definite_role = phrase.kind == "role" and phrase.is_definite
    nameless = phrase.kind in ("role", "unnamed") and not is_source_head(phrase.head)
    if nameless and not (definite_role or is_plural(phrase.head)):
        return False
    told = reading.cue.gender
    if phrase.kind == "person" or told is None or phrase.gender in (None, told):
        return True
    if told == "m" and phrase.gender == "f":
        # A masculine verb before a feminine plural (قال خبيرات) is rare; before an object, usual.
        return "X:" not in reading.cue.takes and phrase.number is not None
    return phrase.kind == "organisation" or is_plural(phrase.head) or phrase.number == "p"


def _subject_before(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    items = scene.sentence.words
    if reading.cut and not items[at].text.startswith("ف"):
        return None
    for begin in _subject_places(scene, at):
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is None or not (phrase.end >= at or _reaches(items, phrase.end, at)):
            continue
        if phrase.is_guess and phrase.end < at and not phrase.titles:
            continue
        nameless = phrase.kind in ("role", "unnamed") and not is_source_head(phrase.head)
        if not nameless or phrase.is_definite:
            return phrase
    return None


def _subject_right_before(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    """A name or a text that stands right before its verb (أن زيدا أبلغ، قرارا يطلب)."""
    if at == 0 or reading.cut:
        return None
    before = scene.sentence.words[at - 1]
    indefinite = is_head(before.text, "document") and not before.text.startswith("ال")
    if not indefinite and scene.reader.around(before) is None:
        return None
    for begin in _subject_places(scene, at):
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is None or phrase.end < at or phrase.is_guess:
            continue
        if phrase.gender in (None, reading.cue.gender) or phrase.kind == "person":
            return phrase
    return None


def _subject_places(scene: Scene, at: int) -> list[int]:
    """Where a subject before the verb may begin, the nearest first."""
    items = scene.sentence.words
    places = []
    if at and is_head(items[at - 1].text, "document") and not items[at - 1].text.startswith("ال"):
        places.append(at - 1)
    for n in range(at - 1, max(-1, at - _SUBJECT_REACH), -1):
        if not scene.is_open(n):
            break
        if items[n].text in _OPENS_SUBJECT or _is_open_that(items[n].text):
            places.append(n + 1)
    begin = first_phrase(items, at)
    if at - begin <= _SUBJECT_REACH:
        places.append(begin)
    return [place for place in places if place < at]


def first_phrase(items: Sequence[Word], limit: int) -> int:
    """The first word that is no opener of a sentence."""
    begin = 0
    while begin < limit and items[begin].text in OPENERS:
        begin += 1
    return begin


def _reaches(items: Sequence[Word], end: int, at: int) -> bool:
    """Whether nothing but a relative clause or adjuncts parts a subject from its verb."""
    if all(items[n].text in _BETWEEN for n in range(end, at)):
        return True
    if items[at].after_comma or " -" in items[at].gap or items[at - 1].text in ("قد", "فقد"):
        return at - end <= _LONG_GAP
    if items[end].text in _RELATIVES:
        return at - end <= _CLAUSE_GAP
    return at - end <= _SHORT_GAP


def _inside_verb(scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]) -> Speaker:
    """وأضاف، لكنه قال: the speaker before in the sentence, its subject, or the last speaker."""
    cue = reading.cue
    source = _from_reports(earlier, cue.gender, cue.number)
    if source is not None:
        return Speaker(source, "subject-in-verb")
    if at >= _SHORT_GAP:
        source = sentence_subject(scene, at, reading)
        if source is not None:
            return Speaker(source, "subject-of-sentence")
    source = scene.memory.last(cue.gender, cue.number, spoken=cue.lemma in _CONTINUING)
    source = source or scene.memory.last(cue.gender, cue.number)
    if source is not None:
        return Speaker(source, "subject-in-verb")
    if at and (reading.cut or not scene.memory.sources):
        source = nearest_person(scene, at)
        if source is not None:
            return Speaker(source, "nearest-name")
    return Speaker(None, "no-subject", "the verb has no subject and no earlier speaker agrees")


def _from_reports(
    earlier: Sequence[Report], gender: Gender | None, number: Number | None
) -> Source | None:
    for report in reversed(earlier):
        if report.source is not None and agrees(report.source, gender, number):
            return report.source
    return None


# -- nouns and participles --------------------------------------------------------------------


def _owner(scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]) -> Speaker:
    """قوله، تأكيدها: whom the pronoun stands for."""
    gender, number = _OWNERS.get(reading.suffix, (None, None))
    source = _from_reports(earlier, gender, number)
    if source is None:
        source = nearest_person(scene, at) or scene.memory.last(gender, number)
    if source is None:
        return Speaker(None, "owner", "the pronoun points to nobody named before")
    return Speaker(source, "owner")


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


def _governor(scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]) -> Speaker:
    """The subject of a participle: the speaker before it, or the subject it hangs on."""
    gender, number = reading.cue.gender, reading.cue.number
    source = _nearest_verb_subject(scene, at, reading, earlier)
    if source is not None:
        return Speaker(source, "participle-verb")
    source = _from_reports(earlier, gender, number)
    if source is not None:
        return Speaker(source, "participle")
    source = sentence_subject(scene, at, reading)
    if source is not None:
        return Speaker(source, "participle-subject")
    source = scene.memory.last(gender, number)
    if source is not None:
        return Speaker(source, "participle-carried")
    return Speaker(None, "participle", "no subject before the participle agrees with it")


def _nearest_verb_subject(
    scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]
) -> Source | None:
    """The subject of a reporting verb without content between the last report and ``at``."""
    begin = max((report.end for report in earlier), default=0)
    items = scene.sentence.words
    for n in range(at - 1, begin - 1, -1):
        if not scene.is_open(n):
            continue
        for verb in read_cue(items[n].text):
            cue = verb.cue
            if not cue.is_finite or cue.person == 1 or cue.gender != reading.cue.gender:
                continue
            if cue.mood == "perfect" and len(items[n].text) <= _SHORT_GAP:
                continue
            phrase = scene.reader.read(scene.sentence, n + 1, at)
            if phrase is None or phrase.gender not in (None, reading.cue.gender):
                continue
            if may_be_subject(scene, n, phrase, verb):
                return known(scene, phrase, cue.gender, cue.number)
    return None


def sentence_subject(scene: Scene, at: int, reading: CueReading | None) -> Source | None:
    """The subject of the sentence's own verb before word ``at``, if it agrees with the cue."""
    items = scene.sentence.words
    gender = reading.cue.gender if reading else None
    number = reading.cue.number if reading else None
    begin = first_phrase(items, at)
    places = [n + 1 for n in range(at - 1, begin, -1) if _opens_subject(items, n)]
    for place in (begin + 1, begin, *reversed(places)):
        if place >= at or not scene.is_open(place):
            continue
        if place == begin + 1 and items[begin].text in _PREPOSITIONS:
            continue
        phrase = scene.reader.read(scene.sentence, place, at)
        if phrase is None or phrase.is_guess or phrase.kind in ("document", "unnamed"):
            continue
        if phrase.kind == "role" and not is_source_head(phrase.head):
            continue
        if place == begin + 1 and not _is_subject_gap(items, begin, place):
            continue
        if phrase.gender is not None and gender is not None and phrase.gender != gender:
            continue
        source = known(scene, phrase, gender, number)
        if agrees(source, gender, number):
            return source
    return _agreeing_phrase(scene, begin, at, reading) if reading else None


def _opens_subject(items: Sequence[Word], at: int) -> bool:
    """Whether the sentence's subject may stand behind the word: a conjunction, or إلا أن."""
    if items[at].text in _OPENS_SUBJECT:
        return True
    return at > 0 and _is_open_that(items[at].text) and items[at - 1].text in _BEFORE_THAT


def _is_open_that(text: str) -> bool:
    return is_that(text) or (text[:1] == "و" and is_that(text[1:]))


def _is_subject_gap(items: Sequence[Word], begin: int, place: int) -> bool:
    """Whether the first word can be a verb and the next its subject, not a construct."""
    return not items[begin].text.startswith("ال") and not is_source_head(items[begin].text)


def _holds_noun(word: Word) -> bool:
    """Whether a noun after the word hangs on it: on a preposition, a noun, an adjective's noun."""
    return (
        word.text in _PREPOSITIONS
        or word.text[:1] in "بل"
        or word.is_definite
        or is_source_head(word.text)
    )


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
