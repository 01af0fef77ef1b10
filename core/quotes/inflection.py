"""Descriptions as a reader would cite them: in the nominative, whatever their sentence made them.

"بحسب مسؤولين محليين" is مسؤولون محليون, "إن مصدرا مطلعا" مصدر مطلع. Duals and constructs
("مسؤولي الوزارة") are left as they stand.
"""

from __future__ import annotations

from core.quotes.lexicon import words
from core.quotes.nouns import bare


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
