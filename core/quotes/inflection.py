"""Descriptions as a reader would cite them: in the nominative, whatever their sentence made them.

"بحسب مسؤولين محليين" is مسؤولون محليون, "إن مصدرا مطلعا" مصدر مطلع, the outlet's own "مصادرنا"
مصادر. Duals and constructs ("مسؤولي الوزارة") are left as they stand.
"""

from __future__ import annotations

from core.quotes.lexicon import folded, words
from core.quotes.nouns import bare
from core.text.fold import fold_key

_OURS = "نا"
_REPORTERS = folded("مراسل مراسلة مراسلو موفد موفدة مندوب مندوبة مصدر مصادر")


def nominative(text: str) -> str:
    """A description without the endings of its sentence (مصدرا مطلعا: مصدر مطلع)."""
    found = text.replace("\N{ARABIC FATHATAN}", "").split()
    return " ".join(word[:-1] if word.endswith("ا") and len(word) > 3 else word for word in found)


def is_oblique_plural(head_word: str) -> bool:
    """Whether a folded noun of people is a sound plural in the oblique case (مسؤولين)."""
    key = bare(head_word)
    return key.endswith("ين") and f"{key[:-2]}ون" in words("heads_unnamed")


def plural_nominative(text: str) -> str:
    """A plural description in the nominative (مسؤولين محليين: مسؤولون محليون)."""
    found = text.split()
    for at, word in enumerate(found):
        if not word.endswith("ين"):
            break
        found[at] = f"{word[:-2]}ون"
    return " ".join(found)


def without_us(text: str) -> str:
    """A description without the outlet's own "our" at its head.

    >>> without_us("مصادرنا في المدينة")
    'مصادر في المدينة'
    >>> without_us("مبنانا")
    'مبنانا'
    """
    first, blank, rest = text.partition(" ")
    stem = first.removesuffix(_OURS)
    if stem == first:
        return text
    if stem.endswith("ت"):
        stem = f"{stem[:-1]}ة"  # مراسلتنا: مراسلة
    return f"{stem}{blank}{rest}" if fold_key(stem) in _REPORTERS else text
