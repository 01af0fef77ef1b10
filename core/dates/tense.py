"""What a single word of Arabic news tells of tense: its shape, and the lists of what looks like it.

Decides about one folded word alone. What governs a date in its sentence is the affair of
``context``; whether a whole sentence is in the past, of ``core.page.past``.
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.lexicon import load_words

# "سيعقد", "وستبدأ": the future's س before a verb in the imperfect. The first person's سأ is left
# out: folded it looks like سابق and ساعات.
_FUTURE_VERB = re.compile(r"س[ينت]\w{2,}")
# "تسلمت", "نظمت", "التقت"; not "تصريحات", "تثبيت", "السبت", nor "تحت"
_FEMININE = re.compile(r"(?!ال[^ت])\w{3,}(?<![اي])ت")
_PLURAL = re.compile(r"(?!ي)\w{2,}وا")


def is_future_verb(word: str) -> bool:
    """Whether a folded word is a verb with the future's س: سيعقد, not سيارة."""
    words, beginnings = _not_future()
    if not _FUTURE_VERB.fullmatch(word):
        return False
    return word not in words and not word.startswith(beginnings)


def is_past_verb(word: str) -> bool:
    """Whether a folded word is or may be a verb in the past, by the lists or by its ending.

    >>> [is_past_verb(word) for word in ("نفي", "تصدرت", "تجمعوا", "تنفي", "تصريحات")]
    [True, True, True, False, False]
    """
    if word in load_words("past_verbs.txt") or word in load_words("past_cues.txt"):
        return True
    return bool(_FEMININE.fullmatch(word) or _PLURAL.fullmatch(word))


@cache
def _not_future() -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words and beginnings of words that are no verbs in the future."""
    forms = load_words("not_future.txt")
    beginnings = tuple(form[:-1] for form in forms if form.endswith("*"))
    return frozenset(form for form in forms if not form.endswith("*")), beginnings
