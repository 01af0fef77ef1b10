"""Times the text does not fix: ``الآن``, ``مؤخرا``, ``قريبا``, ``السنوات الأخيرة``,
``الأيام القليلة المقبلة``.

Left out on purpose (GUIDELINES §9): لاحقا, في الوقت نفسه, المدى القصير, حينها.
"""

from __future__ import annotations

import re
from typing import cast

from core.dates import meaning
from core.dates.context import Context
from core.dates.lexicon import compile_pattern, known_form, load_rows, one_of
from core.dates.meaning import Meaning, Reference
from core.dates.numbers import CARDINAL
from core.dates.parts import ANY_UNIT, direction_of, modifier, unit_forms
from core.dates.rule import Rule, Verdict, rule
from core.dates.traps import is_named_by_a_day
from core.text.fold import fold_key

_PHRASES = cast("dict[str, Reference]", {form: ref for form, ref, *_ in load_rows("vague.tsv")})
_NOW = fold_key("الآن")
# "كان يحلم يوما ما": once, where the verb is in the past
_WAS = frozenset("كان كانت كانا كانوا وكان وكانت وكانوا".split())
_ONE_DAY = frozenset(map(fold_key, ("يوم ما", "يوما ما")))
# "قريبا من" is "near to".
_NEAR_TO = compile_pattern(r"_(?:من|إلى|منه|منها|ل)(?!\w)")


def _phrase(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    phrase = fold_key(match.group())
    if phrase == _NOW and is_named_by_a_day(match, context):
        return Verdict.NAME
    if phrase == _NOW and context.stored(*match.span()).startswith("أ"):
        return None  # "ألان", Alain
    if phrase == fold_key("قريبا") and _NEAR_TO.match(context.text, match.end(), context.end):
        return None
    reference = _PHRASES[known_form(phrase, _PHRASES)]
    if phrase in _ONE_DAY and _WAS & set(context.words_before(match.start(), 5)):
        reference = "PAST_REF"
    return meaning.vague(reference)


# "الدقائق الأخيرة" are a match's.
_LONG_UNITS = one_of(unit_forms("many", units=("H", "D", "W", "M", "Y", "DE", "CE")))
# "السنوات الأخيرة", "الأسابيع القليلة الماضية", "الأيام المقبلة"
_UNITS = rf"""ال{_LONG_UNITS}_(?:القليلة_|القلائل_|العشر_)?
    (?:(?P<recent>الأخيرة)(?!\w|_من_)|(?P<mod>{modifier("past", "next", "this", "before")}))"""
_REFERENCES: dict[str, Reference] = {
    "past": "PAST_REF",
    "before": "PAST_REF",
    "next": "FUTURE_REF",
    "this": "PRESENT_REF",
}


def _units(match: re.Match[str], context: Context) -> Meaning:
    if match["recent"]:
        return meaning.vague("PAST_REF")
    return meaning.vague(_REFERENCES[direction_of(match["mod"])])


# "في السابق", "في الماضي", "في المستقبل", "منذ مدة", "منذ فترة طويلة", "حتى اللحظة", "حتى الساعة"
_WITH_PREPOSITION = r"""(?P<preposition>في|منذ|حتى|وحتى)_(?P<span>
      السابق|الماضي|المستقبل|القريب_العاجل
    | (?:مدة|فترة|زمن|وقت|أمد)(?:_(?:طويلة?|قصيرة?|بعيدة?|وجيزة|ليست_بالقصيرة))?
    | قليل|القدم|اللحظة|الساعة)(?!\w)"""
_BY_PREPOSITION: dict[str, frozenset[str]] = {
    "في": frozenset({"السابق", "الماضي", "المستقبل", "القريب"}),
    "منذ": frozenset({"مده", "فتره", "زمن", "وقت", "امد", "قليل", "القدم"}),
    "حتي": frozenset({"اللحظه", "الساعه"}),
}
# "منذ مدة شهر"
_OF_A_UNIT = compile_pattern(rf"_(?:\d|{ANY_UNIT}(?!\w)|{CARDINAL})")


def _with_preposition(match: re.Match[str], context: Context) -> Meaning | None:
    head = match["span"].split(" ")[0]
    if head not in _BY_PREPOSITION[match["preposition"].removeprefix("و")]:
        return None
    if head in ("مده", "فتره") and _OF_A_UNIT.match(context.text, match.end(), context.end):
        return None
    if head == "الساعه" and re.match(r" *(?:\d|ال)", context.after(match.end())):
        return None
    if head in ("اللحظه", "الساعه"):
        return meaning.vague("PRESENT_REF")
    return meaning.vague("FUTURE_REF" if head in ("المستقبل", "القريب") else "PAST_REF")


RULES: tuple[Rule, ...] = (
    rule("vague-phrase", _PHRASES, one_of(_PHRASES) + r"(?!\w)", _phrase),
    rule(
        "units-near-now",
        {"ال" + form for form in unit_forms("many")},
        _UNITS,
        _units,
    ),
    rule(
        "vague-after-preposition",
        {"في", "منذ", "حتى", "وحتى"},
        _WITH_PREPOSITION,
        _with_preposition,
    ),
)
