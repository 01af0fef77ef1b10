"""Lengths of time that no number tells: ``منذ أسابيع``, ``لسنوات``, ``بضعة أيام``,
``على مر العقود``, ``بعد الإطلاق بساعات``, ``قد يستغرق القرار سنوات``.
"""

from __future__ import annotations

import re

from core.dates import meaning
from core.dates.context import Context
from core.dates.grammar.durations import ENDS_DECADE
from core.dates.lexicon import compile_pattern
from core.dates.meaning import Meaning
from core.dates.parts import MANY_UNITS, WEEKDAY, unit_forms, unit_of
from core.dates.rule import Rule, rule

# "منذ أسابيع", "لسنوات", "بضعة أيام", "عشرات السنين", "على مر العقود", "سنوات طويلة"
_VAGUE = rf"""(?:(?P<several>عدة|بضعة|بضع|عشرات|مئات|آلاف|ملايين)_)?
    (?:ال)?(?P<unit>{MANY_UNITS})(?!\w)
    (?:_(?P<adjective>قليلة|عدة|طويلة|عديدة|معدودة|متتالية|طوال|قلائل|كثيرة)(?!\w))?"""
_VAGUE_CUE = compile_pattern(
    r"""(?<!\w)(?:[وف]?(?:منذ|بعد|قبل|لمدة|مدة|مدى|مدار|مر|مرور|مضي|استمرت?|يستمر|تستمر
    |استغرقت?|دامت?|عبر|قبلها|بعدها|بعده|غضون|ظرف|[يت]صل_إلى)_(?:نحو_|حوالي_)?[بل]?)$"""
)
# "لسنوات", "خلال أيام" end their phrase; "لأيام قرطاج", "خلال أيام العيد" go on with a name.
_WITHIN_CUE = compile_pattern(r"(?<!\w)[وف]?(?:[بل]|(?:خلال|طوال|طيلة)_)$")
_ENDS_PHRASE = compile_pattern(
    r"~(?:[.،,؛:)!؟\"”»-]|$)|_(?:في|من|على|عن|قبل|بعد|بين|منذ|دون|مقبلة|قادمة|أخرى|بسبب|و\w+|ب\w+|ك\w+)(?!\w)"
)
# "بعد الإطلاق بساعات", "قد يستغرق القرار سنوات"
_BY_CUE = compile_pattern(r"(?<!\w)[وف]?(?:قبل|بعد)(?:_\w{2,20}){1,3}_ب$")
_TAKES_CUE = compile_pattern(
    r"""(?<!\w)[وف]?(?:[يت]ستغرق|استغرقت?|[يت]ستمر|استمرت?|دامت?|[يت]دوم|[يت]متد|امتدت?)
    (?:_\w{2,20}){1,6}_$"""
)
_MANY_OF = compile_pattern(r"(?<!\w)[وف]?(?:مر|مدى|مدار|امتداد|عبر|طوال|طيلة)_$")
# "السنوات الأخيرة" is vague.py's; "أيام الجمعة" a set; "ساعات العمل", "سنوات الحرب" no length.
_DESCRIBED = compile_pattern(rf"_(?:ال(?!ال)|{WEEKDAY}|\d)")


def _vague(match: re.Match[str], context: Context) -> Meaning | None:
    before = context.before(match.start(), 24)
    definite = match.start("unit") - match.start() >= 2 and not match["several"]
    if definite:
        if not _MANY_OF.search(before) or _DESCRIBED.match(context.text, match.end(), context.end):
            return None
        return meaning.duration("X", unit_of(match["unit"]))
    if match["several"] or match["adjective"]:
        return meaning.duration("X", unit_of(match["unit"]))
    if _DESCRIBED.match(context.text, match.end(), context.end):
        return None
    unit = unit_of(match["unit"])
    ends_decade = ENDS_DECADE.match(context.text, match.end(), context.end)
    if unit == "DE" and not ends_decade and context.word_before(match.start()) == "عبر":
        return None  # "عبر عقود مساعدين" is "by contracts of"
    ends = _ENDS_PHRASE.match(context.text, match.end(), context.end)
    if _VAGUE_CUE.search(before) or _BY_CUE.search(context.before(match.start(), 60)):
        return meaning.duration("X", unit_of(match["unit"]))
    within = _WITHIN_CUE.search(before) or _TAKES_CUE.search(context.before(match.start(), 90))
    if not (ends and within):
        return None
    return meaning.duration("X", unit_of(match["unit"]))


_MANY_WORDS = frozenset(unit_forms("many"))
RULES: tuple[Rule, ...] = (
    rule(
        "vague-units",
        _MANY_WORDS
        | {"ال" + form for form in _MANY_WORDS}
        | {"عدة", "بضعة", "بضع", "عشرات", "مئات", "آلاف", "ملايين"},
        _VAGUE,
        _vague,
    ),
)
