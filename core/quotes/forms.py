"""Whether a word that may be a cue can report at all where it stands.

A verb in the third person, an adverb, a noun with an owner; not what is negated, merely possible
or governed by a noun, nor words of other kinds written alike. Whether there is any content to
report is decided by ``clauses``.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.content import is_that
from core.quotes.cues import CueReading, read_cue
from core.quotes.ends import may_be_adverb
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.nouns import is_head
from core.quotes.owned import may_be_owned
from core.quotes.report import Scene
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

_OR = fold_key("أو")
_NEGATIONS = folded("لم لا لن ولم ولا ولن أو إذا لو حال وإذا ولو")
# An imperfect after these is no statement: it may, should or is yet to be made.
_UNREAL = folded("أن بأن قد ربما كي لكي حتى وقد")
# "واعتقد أن" without a subject is the writer's own أعتقد, its hamza left out.
_FIRST_PERSON = folded("اعتقد واعتقد فاعتقد")
# ل with an imperfect goes on with a tale: "ظهر المدرب ليؤكد أن".
_TELLING = folded("أكد قال أعلن أضاف أوضح كشف نفى صرح")
_THAT, _BEFORE = fold_key("أن"), folded("قبل وقبل")  # قبل أن يعلن: he did
_OFTEN = folded("دائما غالبا كثيرا عادة نادرا قليلا دوما سرعان")
_WHAT = folded("ما مما بما وما")
_WAS = folded("كان كانت")
_NEEDS_OBJECT = folded("سمى نعت")
# No verb stands right behind these: وسط حذر المستثمرين، بعد طلب الوزير.
_BEFORE_NOUNS = folded(
    "في على إلى مع بين بعد قبل خلال وسط رغم بسبب ضد نحو حول دون عند لدى تحت فوق أمام إثر عقب فور"
)
_OWNED_NOUNS = folded(
    "قال أكد صرح أعلن حذر نفى دعا زعم وصف تحدث طالب اتهم شدد أشار اعتبر تعهد هدد وعد كشف"
)
_OWN_FA = folded("فرد فيدل فوعد فوجد فحكم فند فزاد")  # فرد "one", فيدل the name
_AFTER, _ACROSS = fold_key("عقب"), fold_key("عبر")
_ACROSS_REACH = 16
_REACH = fold_key("أبلغ")
_AMOUNTS = folded("عمره عمرها من عدد عددها عدده طول نحو حوالي قيمة قيمتها")


def may_report(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether the form can report here: a verb in the third person, an adverb, an owned noun."""
    text = items[at].text
    cue = reading.cue
    if cue.person == 1 or (reading.cut and text in _OWN_FA and not _leads_to_that(items, at)):
        return False
    if cue.mood == "participle":
        return may_be_adverb(items, at, reading)
    if cue.mood == "masdar":
        if not reading.suffix:
            return may_be_owned(items, at, reading)
        return cue.lemma in _OWNED_NOUNS
    if reading.cut and text[:1] not in "وفس" and not _is_narrative(text, reading):
        return False
    before = items[at - 1].text if at else ""
    farther = items[at - 2].text if at > 1 else ""
    was = before in _WAS and farther in _WHAT
    usual = farther in _OFTEN  # "دائما ما يصف": no relative clause
    if (before in _WHAT or was) and not reading.suffix and not usual:
        return False
    if before == _OR or (before in _NEGATIONS and cue.stance != "denies"):
        return False
    if not reading.cut and _is_preposition(before):
        return bool(reading.suffix) and not _is_owned_noun(text)
    if cue.mood == "imperfect" and before in _UNREAL:
        return before == _THAT and farther in _BEFORE
    if _is_noun_of_action(items, at, reading) or _tells_amount(items, at, reading):
        return False
    if text in _FIRST_PERSON and _leads_to_that(items, at):
        return False
    return bool(reading.suffix) or cue.lemma not in _NEEDS_OBJECT or cue.mood == "perfect"


def _leads_to_that(items: Sequence[Word], at: int) -> bool:
    return at + 1 < len(items) and is_that(items[at + 1].text)


def _is_owned_noun(text: str) -> bool:
    """Whether a form with a pronoun may be a noun: "حول وصفه", his description."""
    return any(r.cue.mood == "masdar" and r.suffix for r in read_cue(text))


def _is_noun_of_action(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether a form like تذمر hangs on a noun of action before it (تزايد تذمر الناخبين)."""
    cue = reading.cue
    if at == 0 or reading.cut or cue.mood != "perfect" or cue.lemma != items[at].text:
        return False
    before = items[at - 1].text
    bare_noun = before[1:] if before[:1] == "و" else before
    shaped = cue.lemma.startswith("ت") and len(cue.lemma) in (4, 5)
    return shaped and not before.startswith("ال") and is_verbal_noun(bare_noun)


def _tells_amount(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether يبلغ tells an age or a number, and nobody anything."""
    follows = items[at + 1].text if at + 1 < len(items) else ""
    return reading.cue.lemma == _REACH and (follows in _AMOUNTS or follows.isdigit())


def _is_narrative(text: str, reading: CueReading) -> bool:
    return text[:1] == "ل" and reading.cue.mood == "imperfect" and reading.cue.lemma in _TELLING


def _is_preposition(text: str) -> bool:
    """Whether what follows must be a noun; with the و of a new clause too (ووسط تردد أنباء)."""
    return text in _BEFORE_NOUNS or (text[:1] in "وف" and text[1:] in _BEFORE_NOUNS)


def is_preposition(scene: Scene, at: int, reading: CueReading) -> bool:
    """Whether عقب is "after" and عبر "across", not the verbs written alike.

    The first as a verb has a person right behind it, the second leads to عن.
    """
    cue = reading.cue
    if cue.mood != "perfect" or (cue.gender, cue.number) != ("m", "s"):
        return False
    items = scene.sentence.words
    if cue.lemma == _ACROSS:
        return not _leads_to_about(items[at + 1 : at + _ACROSS_REACH])
    if cue.lemma != _AFTER or at + 1 >= len(items):
        return False
    follows = items[at + 1]
    return not (scene.reader.is_person(follows) or is_head(follows.text, "person"))


def _leads_to_about(following: Sequence[Word]) -> bool:
    """Whether عن comes before any other verb or clause."""
    for word in following:
        if word.text == "عن":
            return True
        if is_that(word.text) or any(r.cue.mood != "masdar" for r in read_cue(word.text)):
            return False
    return False
