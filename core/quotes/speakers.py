"""Whose words they are: the subject of a cue.

A verb has its subject after it (قال الوزير), before it (الوزير قال، وكان الوزير قد قال) or
inside it (وأضاف); a participle shares the subject of what stands before it (… مضيفا أن); a noun has
an owner (قوله). What none of these finds stays unknown, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.quotes.antecedents import RELATIVES, antecedent, carried_antecedent
from core.quotes.bynames import is_byname
from core.quotes.conjugate import Gender, Number
from core.quotes.content import Content
from core.quotes.cues import CueReading
from core.quotes.governors import nearest_verb_subject, people_who_act
from core.quotes.lexicon import folded
from core.quotes.named_media import read_medium
from core.quotes.owned import owner_behind
from core.quotes.phrases import Phrase
from core.quotes.referents import known
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source, agrees
from core.quotes.subjects import (
    SHORT_GAP,
    may_be_subject,
    subject_before,
    subject_right_before,
    text_before,
)
from core.quotes.topics import nearest_person, sentence_subject
from core.text.fold import fold_key

_PRONOUN_BEFORE = folded(
    "أنه أنها أنهم أنهما لكنه لكنها ولكنه ولكنها لكنهم فإنه فإنها وهو وهي وهم هو هي لأنه لأنها"
)
_NEEDS_OBJECT = folded("اتهم خاطب ناشد أخبر سأل أنذر أطلع صارح حث حض")
_CARRYING_ON = folded("إذ حيث")
_STIPULATE, _DESCRIBE = fold_key("نص"), fold_key("وصف")
_CONTINUING = folded("أضاف تابع أوضح أردف استطرد زاد ختم اختتم واصل مضى")
_OWNERS: dict[str, tuple[Gender | None, Number]] = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هم": ("m", "p"),
    "هما": (None, "d"),
    "هن": ("f", "p"),
}


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
        owner = owner_behind(scene, at, reading, content.gate)
        return Speaker(owner, "owner") if owner else _owner(scene, at, reading, earlier)
    if reading.cue.mood == "participle":
        return _governor(scene, at, reading, earlier)
    if reading.cue.lemma == _STIPULATE:
        phrase = text_before(scene, at)
        if phrase is not None:
            return Speaker(known(scene, phrase, None, None), "subject-verb")
    if not has_pronoun(scene, at):
        phrase = subject_right_before(scene, at, reading)
        if phrase is not None:
            return Speaker(
                known(scene, phrase, reading.cue.gender, reading.cue.number), "subject-verb"
            )
        # A verb in the dual or plural has its subject before it or inside: never after it.
        after = reading.cue.number == "s"
        begin = _past_addressee(scene, at + 1, content.gate)
        phrase = scene.reader.read(scene.sentence, begin, content.gate) if after else None
        if phrase is not None and may_be_subject(scene, at, phrase, reading, content.marker):
            if is_byname(scene, begin, phrase, reading):
                return _inside_verb(scene, at, reading, earlier)
            source = known(scene, phrase, reading.cue.gender, reading.cue.number)
            if not _is_sole_object(scene, at, phrase, reading, content):
                return Speaker(source, "verb-subject")
            inside = _before_or_inside(scene, at, reading, earlier)
            return inside if inside.source is not None else Speaker(source, "verb-subject")
        return _before_or_inside(scene, at, reading, earlier)
    return _inside_verb(scene, at, reading, earlier)


def has_pronoun(scene: Scene, at: int) -> bool:
    """Whether the verb's subject is a pronoun before it (أنها طالبت، لكنه قال)."""
    if at == 0:
        return False
    before = scene.sentence.words[at - 1]
    return before.text in _PRONOUN_BEFORE and scene.reader.around(before) is None


def _before_or_inside(
    scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]
) -> Speaker:
    """The subject of a verb with none after it: an antecedent, a phrase before it, or a pronoun."""
    phrase = antecedent(scene, at, reading) or subject_before(scene, at, reading)
    phrase = phrase or carried_antecedent(scene, at, reading)
    if phrase is not None:
        return Speaker(known(scene, phrase, reading.cue.gender, reading.cue.number), "subject-verb")
    return _inside_verb(scene, at, reading, earlier)


def _is_sole_object(
    scene: Scene, at: int, phrase: Phrase, reading: CueReading, content: Content
) -> bool:
    """Whether the only noun after a verb that needs an object is that object (واتهم الجيش ب…)."""
    if reading.suffix or phrase.end != content.gate or _names_two(scene, at, content):
        return False
    if reading.cue.lemma == _DESCRIBE:
        return antecedent(scene, at, reading) is not None  # الذي كان يصف خصومه بأنهم
    if reading.cue.lemma not in _NEEDS_OBJECT:
        return False
    items = scene.sentence.words
    if reading.cut or (at and items[at - 1].text in RELATIVES | _CARRYING_ON):
        return True
    before = subject_before(scene, at, reading) if items[at].after_comma else None
    return before is not None and before.kind != "document"  # not "في رسالة وجهها الفريق، اتهم"


def _names_two(scene: Scene, at: int, content: Content) -> bool:
    """Whether a subject and its object stand behind the verb: واتهمت كندا واشنطن ب."""
    items = scene.sentence.words
    return len(scene.reader.inside(items[at].end, items[content.gate - 1].end)) > 1


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


def _inside_verb(scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]) -> Speaker:
    """وأضاف، لكنه قال: the speaker before in the sentence, its subject, or the last speaker."""
    cue = reading.cue
    honoured = _honoured(scene, at)
    if honoured is not None:
        return Speaker(honoured, "subject-in-verb")
    source = _from_reports(earlier, cue.gender, cue.number)
    if source is not None:
        return Speaker(source, "subject-in-verb")
    if at >= SHORT_GAP:
        source = sentence_subject(scene, at, reading)
        if source is not None:
            return Speaker(source, "subject-of-sentence")
    if at and scene.sentence.words[at - 1].text in _AS and (cue.gender, cue.number) != ("f", "s"):
        source = nearest_person(scene, at)
        if source is not None:
            return Speaker(source, "nearest-name")
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


def _honoured(scene: Scene, at: int) -> Source | None:
    """Whom معاليه، سموه، سعادتها stand for: the last person named."""
    items = scene.sentence.words
    if at + 1 >= len(items) or items[at + 1].text not in _HONORIFICS:
        return None
    people = (s for s in reversed(scene.memory.sources) if s.kind == "person" and not s.members)
    return next(people, None)


_AS = folded("إذ حيث")
"""Conjunctions whose clause goes on about whom the sentence is about: "بعد لقاء …، إذ قال"."""
_HONORIFICS = folded(
    "معاليه معاليها سموه سموها سعادته سعادتها فضيلته سماحته جلالته جلالتها فخامته دولته سيادته"
)


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


def _owner(scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]) -> Speaker:
    """قوله، تأكيدها: whom the pronoun stands for."""
    gender, number = _OWNERS.get(reading.suffix, (None, None))
    source = _from_reports(earlier, gender, number)
    if source is None:
        actor = _actor(scene, at, gender, number)
        source = actor if actor is not None and actor.kind == "person" else None
        source = source or nearest_person(scene, at) or actor
        source = source or scene.memory.last(gender, number)
    if source is None:
        return Speaker(None, "owner", "the pronoun points to nobody named before")
    return Speaker(source, "owner")


def _actor(scene: Scene, at: int, gender: Gender | None, number: Number | None) -> Source | None:
    """The subject of the sentence, if the owner can be it."""
    subject = sentence_subject(scene, at, None)
    return subject if subject is not None and agrees(subject, gender, number) else None


def _governor(scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]) -> Speaker:
    """The subject of a participle: the speaker before it, or the subject it hangs on."""
    gender, number = reading.cue.gender, reading.cue.number
    source = nearest_verb_subject(scene, at, reading, earlier)
    source = source or people_who_act(scene, at, reading, earlier)
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
