"""Whether a sentence of Arabic news opens with a verb in the past.

A verb in front tells the tense of the whole sentence. Most verbs in the imperfect begin with ي, ت
or ن, those in the future with س before it; but so do many in the past (نفت, توج, سجلت), which a
list and their endings tell apart. Verbs behind their subject are not looked for.
"""

from __future__ import annotations

import re

from core.dates.tense import is_past_verb
from core.page.lexicon import Words

_LIKE_AN_IMPERFECT = re.compile(r"[يتسن]")
_OF_A_WOMAN = re.compile(r"\w{2,}(?:ه|ات)")  # folded: the ه of an ة


def opens_in_the_past(words: Words) -> bool:
    """Whether the first of folded words may be the past; a noun in front is as good as one.

    Some forms are both: "توقع خبراء" is "experts expected", "توقع الشركة" "the company signs", as
    the past would agree with its feminine subject ("وقعت", "توقعت").

    >>> [opens_in_the_past(tuple(text.split())) for text in ("نفت الوزاره", "تنفي الوزاره")]
    [True, False]
    """
    if not words:
        return False
    first, second = words[0], words[1] if len(words) > 1 else ""
    if not _LIKE_AN_IMPERFECT.match(first):
        return True
    is_both = first.startswith("ت") and not first.endswith(("ت", "وا"))
    return is_past_verb(first) and not (is_both and _OF_A_WOMAN.fullmatch(second))
