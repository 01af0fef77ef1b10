"""The reporting word: which words of a text may introduce or close a report, and how.

Reads the verb lexicon once into a table from folded forms to cues. A word is looked up as it is,
then without و ف س ب ل and without an attached object or possessor (اتهمه، قولها). Whether the word
really reports here is for the sentence to decide: a cue counts only with its content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from core.model import Stance
from core.quotes.conjugate import Gender, Mood, Number, inflections
from core.quotes.lexicon import folded, table
from core.text.fold import fold_key


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting word.

    ``takes`` holds what may follow: ``"أن"`` a clause, ``'"'`` marked words at once, ``"+"`` a
    noun with its own content, ``"X:"`` an object first, or a preposition (with ``!`` where a noun
    after it is a report too).
    """

    lemma: str
    mood: Mood
    gender: Gender | None
    number: Number | None
    person: int
    stance: Stance
    takes: frozenset[str]

    @property
    def is_finite(self) -> bool:
        """Whether it is a conjugated verb, which has a subject of its own."""
        return self.mood in ("perfect", "imperfect")


@dataclass(frozen=True, slots=True)
class CueReading:
    """A word read as a cue: ``cut`` folded letters of proclitics, then the cue.

    ``suffix`` is an attached pronoun (object of a verb, possessor of a noun), ``""`` for none.
    """

    cue: Cue
    cut: int
    suffix: str

    @property
    def conjunction(self) -> bool:
        """Whether و or ف stands before it."""
        return self.cut > 0


SUFFIXES = ("هما", "هم", "هن", "ها", "ه", "نا", "ني", "ي")
_NOUN_SUFFIXES = ("هما", "هم", "هن", "ها", "ه")
_OBJECT_TAKERS = "X:"
# Forms that are far oftener something else: بين "between", علي the name, بعد "after" and the like.
_NEVER = folded(
    "بين بينا بينت يعد تعد زيد مد علق شكر حملت عدت سجلت كاتب كاتبة خاتم خاتمة لائم هاتف هاتفا "
    "طالب طالبة شارح سائل خالص خالصة رد ردت ردا تردد زاد زادت يزيد تزيد قضى قضت مضى حكم شهد "
    "وجد وجدت يجد تجد عرف دان دون نقل حل كشف طلب رفض وعد يقيم تقيم نص وقع ذكر ذاكر دل حديث "
    "يجمع تجمع يسجل تسجل واصل واصلت يواصل تواصل يجب تجب اقرا "
    "طلبا رفضا وعدا حكما كشفا شكرا دعاة "
    "أشهر تبين يتبين مدينة مدينا مدينين مديني تردان يردان يبد تبد مبين مبينة ورد ينه تنه ليل"
)
# طالبا is oftener "asking" than "both demanded".
_MOODS = ("participle", "perfect", "imperfect", "masdar")
# Of those, the ones that do report when أن, a colon or marks follow: the sentence decides.
WEAK = folded(
    "بينت علق شكر رد ردت زاد زادت قضى قضت مضى حكم شهد نقل كشف طلب طالب رفض وعد نص ذكر دل "
    "حديث يزيد واصل وجد وجدت تردد"
)


@cache
def cue_table() -> dict[str, tuple[Cue, ...]]:
    """Every folded form with the cues it may be; participles in the bare form are left out."""
    forms: dict[str, list[Cue]] = {}
    for perfect, imperfect, participle, masdar, stance, takes in table("verbs"):
        for item in inflections(
            perfect,
            imperfect,
            None if participle == "." else participle,
            None if masdar == "-" else masdar,
        ):
            cue = Cue(
                fold_key(perfect),
                item.mood,
                item.gender,
                item.number,
                item.person,
                cast(Stance, stance),
                frozenset(fold_key(code) for code in takes.split(",")),
            )
            forms.setdefault(fold_key(item.form), []).append(cue)
    return {
        form: tuple(dict.fromkeys(sorted(cues, key=lambda cue: _MOODS.index(cue.mood))))
        for form, cues in forms.items()
        if form not in _NEVER or form in WEAK
    }


_SAYING_SO, _PRETEXTS = fold_key("بالقول"), folded("بدعوى بحجة بذريعة بزعم")
ADVERBS = _PRETEXTS | {_SAYING_SO}
"""Nouns with ب that report as قائلا and زاعما do: they hang on the subject of the sentence."""


@cache
def _adverbs() -> dict[str, Cue]:
    said = Cue(
        fold_key("قال"), "participle", None, None, 3, "says", frozenset((fold_key("أن"), '"'))
    )
    forms = {_SAYING_SO: said}
    for form in _PRETEXTS:
        forms[form] = Cue(
            form[1:], "participle", None, None, 3, "claims", frozenset((fold_key("أن"),))
        )
    return forms


@lru_cache(maxsize=1 << 16)
def read_cue(word: str) -> tuple[CueReading, ...]:
    """The readings of a folded word as a cue, the least cut first.

    >>> [(r.cue.lemma, r.cue.mood, r.cut) for r in read_cue("واضافت")]
    [('اضاف', 'perfect', 1)]
    """
    return tuple(_readings(word))


def _readings(word: str) -> Iterator[CueReading]:
    if word in ADVERBS:
        yield CueReading(_adverbs()[word], 1, "")
        return
    for cut, rest in _uncut(word):
        future = cut > 0 and word[cut - 1] == "س"
        for cue in cue_table().get(rest, ()):
            if not future or cue.mood == "imperfect":
                yield CueReading(cue, cut, "")
        yield from _with_suffix(rest, cut)


def _uncut(word: str) -> Iterator[tuple[int, str]]:
    yield 0, word
    at = 0
    if word[:1] in ("و", "ف") and len(word) > 2:
        at = 1
        yield 1, word[1:]
    if word[at : at + 1] in ("ب", "ل", "س", "ك") and len(word) - at > 3:
        yield at + 1, word[at + 1 :]


def _with_suffix(rest: str, cut: int) -> Iterator[CueReading]:
    for suffix in _NOUN_SUFFIXES:
        if not rest.endswith(suffix) or len(rest) - len(suffix) < 3:
            continue
        stem = rest[: -len(suffix)]
        for form in (stem, stem[:-1] + "ه" if stem.endswith("ت") else stem):
            for cue in cue_table().get(form, ()):
                if cue.mood == "masdar" or (cue.is_finite and _OBJECT_TAKERS in cue.takes):
                    yield CueReading(cue, cut, suffix)
            if form == stem and not stem.endswith("ت"):
                break
