"""Institutions that speak together: "النيجر والمنظمة الدولية", "النيابة والشرطة".

A further institution begins with و before a name, or before a noun that heads one; و inside one
name ("وزارة الصحة والسكان") parts nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.extents import LONGEST
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.mentions import MentionIndex
from core.quotes.nouns import is_head

# Definite nouns that begin a further institution after a name: others go on with the name
# (هيئة التحقيق والادعاء العام).
_BODIES = folded("الدول الحكومة المنظمة الشركة الاتحاد الحزب الحركة الجيش المعارضة السلطات الرئاسة")
# Those that go on with a name even where nothing else stands beside them.
_PARTS = folded("الدفاع الخارجية الداخلية القضاء الطيران الخطوط الاستخبارات المخابرات")


def joint_names(names: MentionIndex, own: Sequence[Word], start: int) -> tuple[str, ...]:
    """The names of institutions joined by و (النيجر والمنظمة الدولية); one or none otherwise.

    Parted before a name that و stands on, and between a name and a further body or states.
    """
    cuts = [n for n in range(1, len(own)) if _joins(names, own, n)]
    if not cuts:
        return ()
    found = []
    for first, last in zip([0, *cuts], [*cuts, len(own)], strict=True):
        begin = start if first == 0 else own[first].start + 1
        inside = names.inside(begin, own[last - 1].end)
        whole = inside and inside[0].start - begin <= 2
        name = names.full_name(inside[0].mention) if whole else None
        found.append(name or names.surface(begin, own[last - 1].end))
    return tuple(dict.fromkeys(found))


def _joins(names: MentionIndex, own: Sequence[Word], at: int) -> bool:
    """Whether a further institution begins with the و of word ``at``."""
    word = own[at]
    alone = at == 1 and names.around(own[0]) is None
    if not word.text.startswith("و") or (alone and not own[0].is_definite):
        return False
    mention = names.around(word)
    if mention is not None:
        starts = names.inside(word.start + 1, word.end + LONGEST * 8)
        new = any(name.mention is mention and name.start == word.start + 1 for name in starts)
        return new and mention.type != "PER"
    rest = word.text[1:]
    if not rest.startswith("ال"):
        return is_head(rest, "organisation")
    if at == 1 and len(own) == 2 and own[0].is_definite:
        return rest not in _PARTS and is_head(rest, "organisation")
    return rest in _BODIES and names.around(own[at - 1]) is not None
