"""Whose words they are: the subject of a cue.

A verb has its subject after it (قال الوزير), before it (الوزير قال، وكان الوزير قد قال) or
inside it (وأضاف); a participle shares the subject of what stands before it (… مضيفا أن); a noun has
an owner (قوله). What none of these finds stays unknown, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.quotes.conjugate import Gender, Number
from core.quotes.content import Content, Marker, is_that
from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.named_media import read_medium
from core.quotes.nouns import gender_of, is_head, is_plural, is_source_head, number_of
from core.quotes.phrases import Phrase
from core.quotes.referents import known
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source, agrees
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

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
RELATIVES = folded("الذي التي الذين اللذان اللتان اللواتي ممن والذي والتي والذين")
_ALREADY = fold_key("قد")
_NEEDS_OBJECT = folded("اتهم خاطب ناشد أخبر سأل أنذر أطلع صارح")
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
    if not has_pronoun(scene, at):
        phrase = _subject_right_before(scene, at, reading)
        if phrase is not None:
            return Speaker(
                known(scene, phrase, reading.cue.gender, reading.cue.number), "subject-verb"
            )
        # A verb in the dual or plural has its subject before it or inside: never after it.
        after = reading.cue.number == "s"
        begin = _past_addressee(scene, at + 1, content.gate)
        phrase = scene.reader.read(scene.sentence, begin, content.gate) if after else None
        if phrase is not None and may_be_subject(scene, at, phrase, reading, content.marker):
            source = known(scene, phrase, reading.cue.gender, reading.cue.number)
            if not _is_sole_object(scene, at, phrase, reading, content):
                return Speaker(source, "verb-subject")
            inside = _before_or_inside(scene, at, reading, earlier)
            return inside if inside.source is not None else Speaker(source, "verb-subject")
        return _before_or_inside(scene, at, reading, earlier)
    return _inside_verb(scene, at, reading, earlier)


def _before_or_inside(
    scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]
) -> Speaker:
    """The subject of a verb with none after it: an antecedent, a phrase before it, or a pronoun."""
    phrase = antecedent(scene, at, reading) or _subject_before(scene, at, reading)
    phrase = phrase or _carried_antecedent(scene, at, reading)
    if phrase is not None:
        return Speaker(known(scene, phrase, reading.cue.gender, reading.cue.number), "subject-verb")
    return _inside_verb(scene, at, reading, earlier)


def _is_sole_object(
    scene: Scene, at: int, phrase: Phrase, reading: CueReading, content: Content
) -> bool:
    """Whether the only noun after a verb that needs an object is that object (واتهم الجيش ب…)."""
    if reading.cue.lemma not in _NEEDS_OBJECT or reading.suffix or phrase.end != content.gate:
        return False
    relative = at > 0 and scene.sentence.words[at - 1].text in RELATIVES
    return relative or reading.cut > 0


def _past_addressee(scene: Scene, at: int, limit: int) -> int:
    """The word after whom it was told (قال للصحافيين الوزير، قال لرويترز الوزير)."""
    items = scene.sentence.words
    if at >= limit or items[at].text[:1] != "ل":
        return at
    own = items[at].text == "ل"
    found = read_medium(scene, at + own, limit, 0 if own else 1)
    if found:
        return found[1]
    return at + 1 if items[at].text.startswith("لل") else at


def has_pronoun(scene: Scene, at: int) -> bool:
    """Whether the verb's subject is a pronoun before it (أنها طالبت، لكنه قال)."""
    if at == 0:
        return False
    before = scene.sentence.words[at - 1]
    return before.text in _PRONOUN_BEFORE and scene.reader.around(before) is None


# -- finite verbs -----------------------------------------------------------------------------


def may_be_subject(
    scene: Scene, at: int, phrase: Phrase, reading: CueReading, marker: Marker | None = None
) -> bool:
    """Whether a phrase after a verb can be its subject: of a kind that speaks, and agreeing.

    ``marker`` tells how the content begins, where that is known.
    """
    if _is_accusative_plural(scene, phrase):
        return False
    if scene.sentence.words[at + 1].text in _ONE_OF and phrase.gender in (None, reading.cue.gender):
        return True
    definite_role = phrase.kind == "role" and phrase.is_definite
    nameless = phrase.kind in ("role", "unnamed") and not is_source_head(phrase.head)
    if nameless and not (definite_role or is_plural(phrase.head)):
        return marker is not None and _is_some_noun(scene, phrase, reading, marker)
    told = reading.cue.gender
    if phrase.kind == "person" or told is None or phrase.gender in (None, told):
        return True
    if told == "m" and phrase.head.endswith("ه") and is_head(phrase.head[:-1], "person"):
        return True  # "قال محاميه": his lawyer, not a woman
    if told == "m" and phrase.gender == "f":
        # A masculine verb before a feminine plural (قال خبيرات) is rare; before an object, usual.
        return "X:" not in reading.cue.takes and phrase.number is not None
    return phrase.kind == "organisation" or is_plural(phrase.head) or phrase.number == "p"


_ONE_OF = folded("أحد إحدى بعض")


def _is_accusative_plural(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is no nominative by its ending: "دعت المتظاهرين إلى …"."""
    words = fold_key(phrase.span.of(scene.article.source)).split()
    if phrase.kind == "person" or not words:
        return False
    return words[0].startswith("ال") and words[0].endswith("ين") and number_of(words[0]) == "p"


def _is_some_noun(scene: Scene, phrase: Phrase, reading: CueReading, marker: Marker) -> bool:
    """Whether an unknown noun after a verb that takes no object is its subject.

    "قال طاقم تصوير إن", not "أكد ضرورة أن" nor "لفت انتباهي أن".
    """
    takes = reading.cue.takes
    if "X:" in takes or reading.cue.lemma in _WRITING or phrase.gender not in _any(reading):
        return False
    if marker == "noun" or ("+" in takes and marker == "marks"):
        return False
    start = scene.article.page.index(phrase.span.start)
    text = next(word.text for word in scene.sentence.words if word.end > start)
    if text[:1] in "بل" or text in _POINTING or is_verbal_noun(text):
        return False
    if text.endswith(("ا", "ه", "ي", "ها", "هم")) and not text.endswith(("يه", "ره", "له", "عه")):
        return False
    return len(text) > _SHORT_GAP


def _any(reading: CueReading) -> tuple[Gender | None, ...]:
    return (None, reading.cue.gender)


_WRITING = folded("نشر كتب بث لفت وجد أظهر نفى سرد روى")
_POINTING = folded("هؤلاء هذا هذه ذلك تلك كلاهما جميعهم بعضهم شيء")


def antecedent(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    """What a relative clause hangs on, when its verb has no subject of its own (الذي قال إن)."""
    items = scene.sentence.words
    end = at - 1
    while end > 0 and items[end].text in _AUXILIARIES:
        end -= 1
    return _hung_on(scene, end, at, reading)


def _carried_antecedent(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
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


_MASCULINE_ONE, _FEMININE_ONE = folded("الذي"), folded("التي")


def _parts_phrases(word: Word) -> bool:
    """Whether a phrase cannot run over the word from before it."""
    if word.text in _PREPOSITIONS or is_that(word.text):
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


_AUXILIARIES = folded("قد كان كانت سبق")
_ANTECEDENT_REACH, _CARRIED_REACH = 12, 9


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
    if before.text == _ALREADY:
        phrase = _subject_before(scene, at, reading)  # "وكان الوزير قد توعد المدينة ب…"
        agreeing = phrase is not None and phrase.gender in (None, reading.cue.gender)
        return phrase if agreeing else None
    many = _people_before(scene, at, reading)
    if many is not None:
        return many
    indefinite = _is_text_before(scene, at)
    if not indefinite and scene.reader.around(before) is None:
        return None
    for begin in _subject_places(scene, at):
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is None or phrase.end < at or phrase.is_guess:
            continue
        if phrase.gender in (None, reading.cue.gender) or phrase.kind == "person":
            return phrase
    return None


def _people_before(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    """An indefinite plural right before its plural verb (ساسة يطالبون، ناشطون محليون يقولون)."""
    items = scene.sentence.words
    if reading.cue.number != "p":
        return None
    for begin in (at - 2, at - 1):
        if begin < 0 or items[begin].is_definite or not scene.is_open(begin):
            continue
        if not is_head(items[begin].text, "unnamed") or items[begin].after_comma:
            continue
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is not None and phrase.end == at and phrase.kind == "unnamed":
            return phrase
    return None


def _is_text_before(scene: Scene, at: int) -> bool:
    """Whether an indefinite text right before the verb is its subject: not in "شكوى يطالب فيها"."""
    items = scene.sentence.words
    if at == 0 or items[at].after_comma or items[at - 1].text.startswith("ال"):
        return False
    inside = at + 1 < len(items) and items[at + 1].text in _INSIDE
    return is_head(items[at - 1].text, "document") and not inside


_INSIDE = folded("فيه فيها به بها فيهما عبره عبرها خلاله خلالها")


def _subject_places(scene: Scene, at: int) -> list[int]:
    """Where a subject before the verb may begin, the nearest first."""
    items = scene.sentence.words
    places = []
    if _is_text_before(scene, at):
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
    if items[end].text in RELATIVES:
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
    if source is not None and source.kind == "organisation" and cue.gender == "m":
        source = _who_spoke(scene, source, cue.number)
    if source is not None:
        return Speaker(source, "subject-in-verb")
    if at and (reading.cut or not scene.memory.sources):
        source = nearest_person(scene, at)
        if source is not None:
            return Speaker(source, "nearest-name")
    return Speaker(None, "no-subject", "the verb has no subject and no earlier speaker agrees")


def _who_spoke(scene: Scene, last: Source, number: Number | None) -> Source:
    """A person who has just spoken, rather than a body that has only acted since."""
    spoken = scene.memory.last("m", number, spoken=True)
    if spoken is None or spoken.kind != "person" or scene.memory.has_spoken(last):
        return last
    return spoken


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
        source = nearest_person(scene, at) or _actor(scene, at, gender, number)
        source = source or scene.memory.last(gender, number)
    if source is None:
        return Speaker(None, "owner", "the pronoun points to nobody named before")
    return Speaker(source, "owner")


def _actor(scene: Scene, at: int, gender: Gender | None, number: Number | None) -> Source | None:
    """The subject of the sentence, if the owner can be it."""
    subject = sentence_subject(scene, at, None)
    return subject if subject is not None and agrees(subject, gender, number) else None


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
            hung_on = antecedent(scene, n, verb)
            if hung_on is not None:
                return known(scene, hung_on, cue.gender, cue.number)
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
        learnt = None if phrase.kind == "person" else gender
        source = known(scene, phrase, learnt, number)
        if agrees(source, gender, number):
            return source
    return _agreeing_phrase(scene, begin, at, reading) if reading else _first_person(scene, at)


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


_TITLE_REACH = 8


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
