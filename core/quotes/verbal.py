"""Nouns that unfold to a clause (فرض، إطلاق، تفعيل): what "أعلن …" and "طالب بـ…" report.

Derived forms are known by their patterns, the first form and words like ضرورة by a list.
"""

from __future__ import annotations

from functools import lru_cache

from core.names.lexicon import name_tokens
from core.quotes.lexicon import folded, words
from core.quotes.nouns import is_head, is_source_head


@lru_cache(maxsize=1 << 14)
def is_verbal_noun(text: str) -> bool:
    """Whether a folded word is such a noun, with or without article and attached pronoun.

    >>> [is_verbal_noun(word) for word in ("اطلاق", "اكتشافها", "التعاون", "مدينه")]
    [True, True, True, False]
    """
    if text in words("masdars"):
        return True  # الغاء, whose ال is its own
    stem = text[2:] if text.startswith("ال") else text
    return any(form in words("masdars") or _is_derived(form) for form in _forms(stem))


@lru_cache(maxsize=1 << 14)
def is_verb_shaped(text: str) -> bool:
    """Whether an indefinite folded word can hardly be anything but a verb (تعرضت، واجهتها، يواجه).

    >>> [is_verb_shaped(word) for word in ("تعرضت", "يستعد", "صفوت", "تصويت", "شركات")]
    [True, True, False, False, False]
    """
    if text in name_tokens() or text in _NO_VERBS or is_source_head(text):
        return False
    if text.endswith("ت") and not text.endswith("ات") and len(text) > 3:
        return not is_verbal_noun(text) or text[-2] not in "يا"
    return text.startswith("ي") and len(text) > 4 and not text.endswith(("ه", "ا", "ي"))


_NO_VERBS = folded("توقيت إنترنت كويت بيروت ياقوت انترنت تلفت يومين ياسين يمين يونيو يوليو")


def _forms(text: str) -> tuple[str, ...]:
    for suffix in ("هما", "هم", "ها", "ه"):
        if text.endswith(suffix) and len(text) - len(suffix) >= 3:
            stem = text[: -len(suffix)]
            return (text, stem, stem[:-1] + "ه" if stem.endswith("ت") else stem)
    return (text,)


def _is_derived(stem: str) -> bool:
    if is_head(stem, "organisation") or is_head(stem, "person"):
        return False
    size = len(stem)
    if size == 4:
        return stem[0] == "ت" and stem[1] != "ا"  # تفعّل
    if size == 5 and stem[0] == "ت":
        return stem[3] == "ي" or stem[2] == "ا"  # تفعيل، تفاعل
    if size == 5 and stem[0] == "ا":
        return stem[3] == "ا"  # إفعال
    if size == 6 and stem[0] == "ا" and stem[4] == "ا":
        return stem[2] == "ت" or stem[1] == "ن"  # افتعال، انفعال
    if size == 6 and stem[0] == "م":
        return stem[2] == "ا" and stem.endswith("ه")  # مفاعلة
    return size == 7 and stem.startswith("است") and "ا" in (stem[4], stem[5])  # استفعال، استفالة
