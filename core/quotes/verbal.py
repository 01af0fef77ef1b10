"""Nouns that unfold to a clause (فرض، إطلاق، تفعيل): what "أعلن …" and "طالب بـ…" report.

Derived forms are known by their patterns, the first form and words like ضرورة by a list.
"""

from __future__ import annotations

from functools import lru_cache

from core.quotes.lexicon import words
from core.quotes.nouns import is_head


@lru_cache(maxsize=1 << 14)
def is_verbal_noun(text: str) -> bool:
    """Whether a folded word is such a noun, with or without article and attached pronoun.

    >>> [is_verbal_noun(word) for word in ("اطلاق", "اكتشافها", "التعاون", "مدينه")]
    [True, True, True, False]
    """
    stem = text[2:] if text.startswith("ال") else text
    return any(form in words("masdars") or _is_derived(form) for form in _forms(stem))


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
