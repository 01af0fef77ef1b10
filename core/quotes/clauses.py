"""What a cue reports: where its content begins, how it is introduced, and where it ends.

The content begins after أن/إن, after a colon, at marked words, at the noun a preposition of the
cue leads to, or at a noun that unfolds to a clause. It ends with the sentence, or before what is
the outlet's own again: a further report, a frame ("بحسب …"), or a clause of background.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import words
from core.quotes.phrases import bare
from core.text.fold import fold_key

Marker = Literal["that", "colon", "marks", "noun", "preposition"]
REACH = 45
"""How many words may stand between a cue and its content: a long subject with its titles."""

_THAT = frozenset(
    form + suffix
    for form in map(fold_key, ("أن", "بأن"))
    for suffix in ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ي", "ك")
)
_NOT_TO = frozenset(map(fold_key, ("ألا", "بألا")))
_BEFORE_OTHER_THAT = frozenset(
    map(fold_key, "بعد قبل منذ رغم دون يمكن يجب ينبغي إلا غير كما بما علما لا بيد حتى".split())
)
_NEW_CLAUSE = frozenset(map(fold_key, "فيما بينما حيث لكن ولكن لكنه لكنها".split()))
_TRANSPARENT = frozenset(map(fold_key, "قائلا قائلة قائلين بالقول بقوله بقولها يقول تقول".split()))
_SINGLE_LETTERS = frozenset("بلوفك")
_SPLIT = frozenset(map(fold_key, "وذلك فيما بينما وسط ويأتي وتأتي ويذكر يذكر".split()))
_AFTER_COMMA = frozenset(
    map(fold_key, "رغم برغم دون وسط لكنه لكنها لكن ولكن قبل ليصل علما".split())
)
_IN_PHRASES = frozenset(map(fold_key, "حين وقت إشارة معرض".split()))
_WITHOUT = frozenset(map(fold_key, "تقديم ذكر تحديد إعطاء الخوض توضيح".split()))


@dataclass(frozen=True, slots=True)
class Content:
    """Where content begins: ``gate`` is the word that introduces it, the subject stands before."""

    begin: int
    cut: int
    marker: Marker
    gate: int


def is_that(text: str) -> bool:
    """Whether a folded word is أن، إن، بأن … with or without a pronoun."""
    return text in _THAT


def find_content(
    sentence: Sentence, at: int, reading: CueReading, names: frozenset[int]
) -> Content | None:
    """The content of the cue at word ``at``, or ``None`` when it has none and so reports nothing."""
    items = sentence.words
    takes = reading.cue.takes
    limit = min(len(items), at + REACH)
    dash_until = -1
    j = at + 1
    while j < limit:
        word = items[j]
        gap = word.gap
        if j < dash_until:
            j += 1
            continue
        if word.mark >= 0 and word.mark not in names:
            return _marks(items, at, j, takes)
        if ":" in gap:
            if is_that(word.text):
                return Content(j + 1, 0, "that", j) if j + 1 < len(items) else None
            return Content(j, 0, "colon", j) if '"' in takes else None
        if is_that(word.text) or _is_not_to(items, j):
            if items[j - 1].text in _BEFORE_OTHER_THAT and j - 1 > at:
                j += 1
                continue
            if fold_key("أن") not in takes and items[j - 1].text not in takes:
                return None
            if items[j].text in _NOT_TO:
                return Content(j, 0, "that", j)
            return Content(j + 1, 0, "that", j) if j + 1 < len(items) else None
        found = _by_preposition(items, j, takes) or _by_noun(items, at, j, takes)
        if found:
            return found
        if j > at + 1 and "،" in gap and word.text in _NEW_CLAUSE:
            return None
        if _is_other_report(items, j, at):
            return None
        j += 1
    return None


def _marks(items: tuple[Word, ...], at: int, j: int, takes: frozenset[str]) -> Content | None:
    before = items[j - 1].text
    if '"' in takes or is_that(before):
        return Content(j, 0, "marks", j)
    if before in takes or f"{before}!" in takes:
        return Content(j, 0, "marks", j)
    return None


def _is_not_to(items: tuple[Word, ...], j: int) -> bool:
    return items[j].text in _NOT_TO and j > 0 and items[j - 1].text in map(fold_key, ("على", "إلى"))


def _by_preposition(items: tuple[Word, ...], j: int, takes: frozenset[str]) -> Content | None:
    text = items[j].text
    if f"{text}!" in takes and j + 1 < len(items):
        follows = items[j + 1]
        if is_that(follows.text) or _is_not_to(items, j + 1) or follows.mark >= 0:
            return None
        return Content(j + 1, 0, "preposition", j)
    if "ب!" in takes and text[:1] == "ب" and len(text) > 3 and is_verbal_noun(text[1:]):
        return Content(j, 1, "preposition", j)
    if "ب!" in takes and text == "ب" and j + 1 < len(items) and items[j + 1].mark < 0:
        return Content(j + 1, 0, "preposition", j)
    return None


def _by_noun(items: tuple[Word, ...], at: int, j: int, takes: frozenset[str]) -> Content | None:
    if "+" not in takes or not is_verbal_noun(items[j].text) or items[j].text[:2] == "ال":
        return None
    if j == at + 1:
        return Content(j, 0, "noun", j) if items[j].text.endswith(("ها", "ه")) else None
    before = items[j - 1]
    settled = (
        any(char in "،," for char in items[j].gap)
        or before.text.startswith("ال")
        or before.text in words("time_words")
        or bare(before.text) in words("time_words")
        or before.text.endswith("يه")
        or before.text.isdigit()
    )
    settled = settled or (j == at + 2 and not _is_construct_head(before.text))
    return Content(j, 0, "noun", j) if settled else None


def _is_construct_head(text: str) -> bool:
    key = bare(text)
    return not text.startswith("ال") and any(
        key in words(f"heads_{kind}") for kind in ("person", "unnamed", "organisation", "document")
    )


def is_verbal_noun(text: str) -> bool:
    """Whether a folded word looks like a noun that unfolds to a clause (فرض، إطلاق، تفعيل).

    Derived forms by their patterns, the first form by a list; an attached pronoun is allowed.
    """
    if text.startswith("ال"):
        text = text[2:]
    for stem in _stems(text):
        if stem in words("masdars") or _is_derived(stem):
            return True
    return False


def _stems(text: str) -> tuple[str, ...]:
    for suffix in ("هما", "هم", "ها", "ه"):
        if text.endswith(suffix) and len(text) - len(suffix) >= 3:
            stem = text[: -len(suffix)]
            return (text, stem, stem[:-1] + "ه" if stem.endswith("ت") else stem)
    return (text,)


def _is_derived(stem: str) -> bool:
    size = len(stem)
    if stem in words("heads_organisation") or stem in words("heads_person"):
        return False
    if size == 5 and stem[0] == "ت" and stem[3] == "ي":
        return True  # تفعيل
    if size == 5 and stem[0] == "ا" and stem[3] == "ا":
        return True  # إفعال
    if size == 6 and stem[0] == "ا" and stem[4] == "ا" and (stem[2] == "ت" or stem[1] == "ن"):
        return True  # افتعال، انفعال
    return size == 7 and stem.startswith("است") and stem[5] == "ا"  # استفعال


def _is_other_report(items: tuple[Word, ...], j: int, at: int) -> bool:
    text = items[j].text
    if text in _TRANSPARENT or items[j - 1].text in _RELATIVE:
        return False
    for reading in read_cue(text):
        if reading.cue.is_finite and reading.cue.person == 3 and not reading.suffix:
            if reading.cut == 0 and reading.cue.mood == "perfect" and len(text) <= 3:
                continue
            return j > at + 1
    return False


_RELATIVE = frozenset(map(fold_key, "الذي التي الذين ما".split()))


def starts_report(sentence: Sentence, at: int, names: frozenset[int]) -> bool:
    """Whether the word begins a further report of its own, so that content before it ends."""
    word = sentence.words[at]
    if word.mark >= 0:
        return False
    for reading in read_cue(word.text):
        if reading.cue.mood == "masdar" or reading.cue.person == 1:
            continue
        if reading.cue.mood == "participle":
            if not is_adverbial(word.text, reading):
                continue
        elif not word.text.startswith("و") or reading.cut != 1:
            continue
        if find_content(sentence, at, reading, names) is not None:
            return True
    return False


def is_adverbial(text: str, reading: CueReading) -> bool:
    """Whether a participle stands as an adverb (مضيفا، مشيرة، مؤكدين): bare and accusative."""
    rest = text[reading.cut :]
    if reading.cut and text[:1] not in "وف":
        return False
    return rest.endswith(("ا", "ه", "ين", "ات"))


def content_end(
    sentence: Sentence, begin: int, names: frozenset[int], frames: frozenset[int]
) -> int:
    """The number of the word after the content that begins at ``begin``.

    ``frames`` are the words at which a frame of attribution begins.
    """
    items = sentence.words
    for at in range(begin + 1, len(items)):
        word = items[at]
        if word.mark >= 0 and word.mark not in names:
            continue
        if at in frames:
            return at
        if _ends_here(items, at) or starts_report(sentence, at, names):
            return at
    return len(items)


def _ends_here(items: tuple[Word, ...], at: int) -> bool:
    word = items[at]
    comma = any(char in "،," for char in word.gap)
    follows = items[at + 1].text if at + 1 < len(items) else ""
    if word.text in _SPLIT and (comma or word.text in ("فيما", "بينما")):
        return True
    if comma and word.text in _AFTER_COMMA:
        return True
    if word.text == "في" and follows in _IN_PHRASES and (comma or follows == fold_key("إشارة")):
        return True
    if comma and word.text == "من" and follows == "دون":
        return True
    if comma and word.text in ("كما", "وكما", "ثم") and _any_cue(items, at + 1):
        return True
    return word.text == "دون" and follows in _WITHOUT


def _any_cue(items: tuple[Word, ...], at: int) -> bool:
    if at >= len(items):
        return False
    if is_that(items[at].text):
        at += 1
    return at < len(items) and any(r.cue.is_finite for r in read_cue(items[at].text))
