"""What a noun at the head of a phrase tells: the sort of speaker, its gender and its number.

Heads are known by word lists (offices and trades, unnamed sources, things written, institutions);
their article and their dual and plural endings are taken off before they are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from core.quotes.conjugate import Gender, Number
from core.quotes.lexicon import folded, mapping, words

HeadKind = Literal["person", "unnamed", "document", "organisation"]
_HEAD_KINDS: tuple[HeadKind, ...] = ("person", "unnamed", "document", "organisation")
_ENDINGS = ("تين", "تان", "ين", "ان", "ون", "تا", "تي", "ات", "و", "ي")
_BROKEN_PLURALS = folded(
    "تقارير دراسات أبحاث بحوث وثائق أرقام أمم مصادر وسائل صحف وكالات تقديرات أنباء أخبار نتائج صور "
    "خطط أوساط دوائر جهات بنود قوانين رسائل خرائط مواقع فصائل جماهير قبائل عشائر كتل فرق طواقم "
    "مراكز مصارف بنوك متاجر مصانع معاهد محاكم مجالس مكاتب لجان أسر عائلات مراصد"
)
_FEMININE = _BROKEN_PLURALS | folded("أم عقيلة دار رئاسة نيابة قوى دول نساء")
# Plurals of people that look like singulars: they take a verb of either gender before them.
_PEOPLE = folded("قادة قضاة طلبة أساتذة سادة دعاة ولاة رعاة هواة محامو قساوسة صيادلة أباطرة")
_MASCULINE = folded("بيت كرملين حلف")


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> str:
    """A folded word without و/ف before the article, and without the article.

    >>> bare("والوزير")
    'وزير'
    """
    if word[:1] in ("و", "ف") and word[1:3] == "ال" and len(word) > 4:
        word = word[1:]
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


@lru_cache(maxsize=1 << 14)
def head_key(word: str) -> str:
    """The form under which a folded noun is looked up among the heads, or ``bare(word)``.

    >>> head_key("وللمتحدثين") == head_key("المتحدث")
    False
    >>> head_key("المتحدثان")
    'متحدث'
    """
    key = bare(word)
    for form in _forms(key):
        if any(form in words(f"heads_{kind}") for kind in _HEAD_KINDS):
            return form
    if key[:1] in ("و", "ف") and len(key) > 3:
        for form in _forms(bare(key[1:])):
            if any(form in words(f"heads_{kind}") for kind in _HEAD_KINDS):
                return form
    return key


def _forms(key: str) -> Iterable[str]:
    yield key
    if key.endswith("ا") and len(key) > 4:
        yield key[:-1]  # an accusative: لكن مصدرا مطلعا قال
    for owner in ("ها", "هما", "هم", "نا"):
        if key.endswith(owner) and len(key) - len(owner) > 3:
            yield key[: -len(owner)]  # أنصارها، حلفائهم
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            stem = key[: -len(ending)]
            if ending.startswith("ت"):
                yield f"{stem}ه"
            else:
                yield stem


def is_accusative(word: str) -> bool:
    """Whether an indefinite folded noun stands in the accusative (مصدرا، مسؤولا)."""
    return word.endswith("ا") and len(word) > 4 and head_key(word) == word[:-1]


def is_head(word: str, kind: HeadKind) -> bool:
    """Whether a folded noun heads phrases of this kind."""
    return head_key(word) in words(f"heads_{kind}")


@lru_cache(maxsize=1 << 14)
def is_source_head(word: str) -> bool:
    """Whether a folded word can head the phrase of a speaker by itself."""
    return any(is_head(word, kind) for kind in _HEAD_KINDS)


def gender_of(word: str) -> Gender | None:
    """The gender a noun shows: ة, ات and broken plurals of things are feminine; names show none."""
    key = bare(word)
    if key in _PEOPLE:
        return None
    if key.endswith(("ه", "ات", "تان", "تين")) or key in _FEMININE or is_broken_plural(key):
        return "f"
    head = head_key(word)
    if head in _FEMININE or (head != key and head.endswith("ه")):
        return "f"
    if is_source_head(word) or key in _MASCULINE:
        return "m"
    return None


def number_of(word: str) -> Number | None:
    """The number a noun shows by its ending, ``None`` when the ending does not tell."""
    if word.endswith("ون") and len(word) > 4:
        return "p"
    key = bare(word)
    if key.endswith(("و", "ون")) and is_source_head(word) and len(key) > 4:
        return "p"
    if key in _PEOPLE:
        return "p"
    if head_key(word) == key:
        return None
    if key.endswith(("ان", "تا")):
        return "d"
    if key.endswith("ين"):
        return "p"
    return "p" if key.endswith(("و", "ي")) and head_key(word) == key[:-1] else None


def is_broken_plural(key: str) -> bool:
    """The pattern أفعال, which takes a feminine verb when it is no person (أحزاب، أطراف)."""
    return len(key) == 5 and key[0] == "ا" and key[3] == "ا" and not is_source_head(key)


def is_plural(key: str) -> bool:
    """Whether a word ends like a sound plural or dual."""
    return key.endswith(("ون", "ين", "ان", "ات"))


def unnamed_class(texts: Iterable[str]) -> str | None:
    """What sort of source an unnamed one is, by the most telling word of its description."""
    classes = mapping("unnamed_classes")
    found = [name for text in texts if (name := _class_of(text, classes)) is not None]
    telling = [name for name in found if name not in ("unspecified", "official")]
    official = [name for name in found if name == "official"]
    for names in (telling, official, found):
        if names:
            return names[0]
    return None


def _class_of(text: str, classes: Mapping[str, str]) -> str | None:
    """The class a word tells, as it is, without its article and ending, or behind ب or ل."""
    forms = [text, bare(text), head_key(text)]
    if text[:1] in "بل" and len(text) > 4:
        forms += [bare(text[1:]), bare("ا" + text[1:])]
    return next((classes[form] for form in forms if form in classes), None)
