"""Lengths of time: ``ثلاثة أشهر``, ``40 دقيقة``, ``عامين``, ``شهرا ونصف``,
``الأيام الخمسين``, ``منذ أسابيع``, ``مرور عام``, ``عامين وثلاثة أشهر``.

A unit alone is a length only where the word before says so (``بعد عام``, ``لمدة شهر``). Ages are
not annotated.
"""

from __future__ import annotations

import re

from core.dates import meaning
from core.dates.context import Context
from core.dates.lexicon import compile_pattern, one_of
from core.dates.meaning import Meaning, Unit, duration_value
from core.dates.months import month_names
from core.dates.numbers import CARDINAL, DEFINITE_CARDINAL, parse_number
from core.dates.parts import (
    ANY_UNIT,
    BARE_WEEKDAY,
    CARDINAL_WORDS,
    DEFINITE_CARDINALS,
    MANY_UNITS,
    NUMBER,
    ONE_UNIT,
    TWO_UNITS,
    WEEKDAY,
    modifier,
    unit_forms,
    unit_of,
)
from core.dates.rule import DIGITS, Rule, Verdict, rule
from core.dates.traps import is_age, is_age_in_months, is_title
from core.text.fold import fold_key

_HALF = r"(?:_و~(?P<half>نصف|النصف)(?:_(?:ال)?(?:ساعة|يوم|شهر|عام|سنة|أسبوع|عقد|قرن))?(?!\w))?"
_LIGHT_YEARS = compile_pattern("_ضوئية")
# "المصنف 14 يوم الأحد": the noun heads a weekday
_HEADS_A_WEEKDAY = compile_pattern(rf"_{WEEKDAY}")
# "6 ملايين عام 1436": the noun heads a year
_HEADS_A_YEAR = compile_pattern(r"~[(]?~(?:1[34]|19|20)\d\d(?!\d)")

# --- a number and a unit -----------------------------------------------------------------
# "15 عاما", "أربعون عاما", "3.5 سنوات", "ثلاث سنوات ونصف", "24 ساعة الماضية",
# "ثلاثة الأشهر الماضية", "4 ملايين سنة"
_COUNTED = rf"""(?P<number>\d+(?:[.,]\d+)?|{CARDINAL}|{DEFINITE_CARDINAL})
    (?:_(?P<times>ألف|آلاف|مليون|ملايين|مليار|مليارات)(?!\w))?
    (?:~|_(?P<article>ال)(?={MANY_UNITS}(?!\w)))(?P<unit>{ANY_UNIT})(?!\w){_HALF}"""
_TIMES = {"الف": 10**3, "الاف": 10**3, "مليون": 10**6, "ملايين": 10**6}
_TIMES |= {"مليار": 10**9, "مليارات": 10**9}
_NUMBER_GOES_ON = re.compile(r"\d[.,:/-]$")


def _counted(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    unit = unit_of(match["unit"])
    if unit == "Y" and (is_age(match, context) or _LIGHT_YEARS.match(context.text, match.end())):
        return Verdict.NAME
    if is_title(match, context) or (unit == "M" and is_age_in_months(match, context)):
        return Verdict.NAME
    if unit == "DE" and (match["times"] or not _is_few(match["number"])):
        return None  # "40 ألف عقد" are contracts
    if unit == "Y" and _HEADS_A_YEAR.match(context.text, match.end(), context.end):
        return None
    if match["unit"] == "يوم" and _HEADS_A_WEEKDAY.match(context.text, match.end(), context.end):
        return None
    if _NUMBER_GOES_ON.search(context.before(match.start(), 2)):
        return None
    amount = _amount(match["number"], half=bool(match["half"]))
    if amount is None or (match["article"] and amount == "1"):
        return None  # "أحد الأيام" is "one day"
    if match["times"]:
        amount = f"{float(amount) * _TIMES[fold_key(match['times'])]:.0f}"
    return meaning.duration(amount, unit)


def _is_few(number: str) -> bool:
    """Whether so many decades are told in decades."""
    amount = parse_number(number)
    return amount is not None and amount <= _MOST_DECADES


_MOST_DECADES = 20


def _amount(words: str, *, half: bool) -> str | None:
    if re.fullmatch(r"\d+[.,]\d+", words):
        return words.replace(",", ".")
    number = parse_number(words)
    if number is None:
        return None
    return f"{number}.5" if half else str(number)


_ORDER: tuple[Unit, ...] = ("CE", "DE", "Y", "M", "W", "D", "H", "MIN", "S")


# "10 سنوات و3 أشهر", "عامين وثلاثة أشهر", "سنة وشهرين", "9 سنوات و5 أشهر و20 يوما"
_COMPOUND = rf"""
    (?:(?P<number>{NUMBER})~(?P<unit>{ANY_UNIT})|(?P<two>{TWO_UNITS})|(?P<one>{ONE_UNIT}))
    _و~(?:(?P<more>{NUMBER})_(?P<smaller>{ANY_UNIT})|(?P<pair>{TWO_UNITS}))(?!\w)
    (?:_و~(?P<third>{NUMBER})_(?P<smallest>{ANY_UNIT})(?!\w))?"""


def _compound(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    """Amounts of ever smaller units as one length: ``P10Y3M``."""
    parts = [
        (match["number"], match["unit"] or match["two"] or match["one"], 2 if match["two"] else 1),
        (match["more"], match["smaller"] or match["pair"], 2),
    ]
    if match["third"]:
        parts.append((match["third"], match["smallest"], 1))
    amounts = [parse_number(number) if number else count for number, _, count in parts]
    units = [unit_of(form) for _, form, _ in parts]
    ranks = [_ORDER.index(unit) for unit in units]
    if None in amounts or ranks != sorted(set(ranks)):
        return None
    if units[0] == "Y" and is_age(match, context):
        return Verdict.NAME
    lengths = [
        duration_value(str(amount), unit) for amount, unit in zip(amounts, units, strict=True)
    ]
    return Meaning("DURATION", _joined(lengths), "vague")


def _joined(lengths: list[str]) -> str:
    """TIMEX3 values of lengths as one: ``P1D`` and ``PT2H`` are ``P1DT2H``."""
    whole = "".join(length.removeprefix("P") for length in lengths)
    first, mark, rest = whole.partition("T")
    return f"P{first}{mark}{rest.replace('T', '')}"


# --- two of a unit -----------------------------------------------------------------------
# "عامين", "اليومين الماضيين", "ساعتين ونصف الساعة", "دقيقتين"
_TWO = rf"""(?:ال)?(?P<unit>{TWO_UNITS})(?!\w)(?:_اثنين|_اثنتين)?{_HALF}
    (?:_(?P<mod>{modifier("past", "next", "this")}))?"""
# "عقدين" is two decades behind a word for time, else two contracts.
_TIME_CUE = compile_pattern(
    r"""(?<!\w)(?:[وف]?(?:منذ|خلال|مدة|لمدة|قبل|بعد|مدى|مدار|مرور|طوال|طيلة|نحو|حوالي|قرابة|زهاء|من|عن
    |غضون|ظرف|امتداد|مر|مضي|آخر|أول))_(?:الـ?~)?$"""
)


# "في الدقيقتين 12 و27": which minutes, not how many
_OF_A_MATCH = compile_pattern(r"_\d")


def _two(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    unit = unit_of(match["unit"])
    if unit == "Y" and is_age(match, context):
        return Verdict.NAME
    is_time = match["mod"] or _TIME_CUE.search(context.before(match.start(), 20))
    if unit == "DE" and not is_time:
        return None
    if unit == "MIN" and _OF_A_MATCH.match(context.text, match.end(), context.end):
        return None
    return meaning.duration("2.5" if match["half"] else "2", unit)


# --- definite numbers of a unit ------------------------------------------------------------
# "الأيام الخمسين", "السنوات الخمس الماضية", "الأشهر الستة الأولى", "الساعات الـ24 الماضية"
_DEFINITE = rf"""ال(?P<unit>{MANY_UNITS})_
    (?:(?P<both>{DEFINITE_CARDINAL})|ال~(?P<number>\d+(?!\d)|{CARDINAL})|(?P<digits>\d+(?!\d)))
    (?:_{modifier("past", "next", "this")}|_(?:الأولى|الأخيرة)(?!\w))?"""


def _definite(match: re.Match[str], context: Context) -> Meaning | None:
    number = parse_number(match["both"] or match["number"] or match["digits"])
    if number is None or number > 1000:
        return None
    return meaning.duration(str(number), unit_of(match["unit"]))


# --- fractions of a unit -------------------------------------------------------------------
# "نصف ساعة", "ربع ساعة", "ثلث ساعة", "ثلاثة أرباع الساعة", "نصف قرن"; "ثلثي عام" is left out
_FRACTION = rf"(?P<fraction>نصف|ربع|ثلث|ثلاثة_أرباع)_(?:ال)?(?P<unit>{ONE_UNIT})(?!\w)"
_SHARES = {"نصف": 1 / 2, "ربع": 1 / 4, "ثلث": 1 / 3}


def _fraction(match: re.Match[str], context: Context) -> Meaning | None:
    unit = unit_of(match["unit"])
    part = _SHARES.get(match["fraction"], 3 / 4)
    if part == _SHARES["ثلث"] and unit != "H":
        return None
    if unit == "H":
        return meaning.duration(f"{60 * part:g}", "MIN")
    if unit in ("S", "MIN", "D", "W") and part != 0.5:
        return None
    return meaning.duration(f"{part:g}", unit)


# --- one of a unit -------------------------------------------------------------------------
# "مرور عام", "لمدة شهر", "بعد أسبوع من الحادث", "أكثر من سنة", "شهرا ونصف", "عام كامل"
_ONE = rf"""(?P<unit>{ONE_UNIT})(?!\w)
    (?:_(?P<whole>واحد[اة]?|كاملة?|بأكمله|بأكملها|بكامله|كاملا)(?!\w))?{_HALF}"""
_ONE_CUE = compile_pattern(
    r"""(?<!\w)(?:[وفبل]?(?:مرور|مضي|انقضاء|مدة|فترة|خلال|طوال|طيلة|مدار|مدى|امتداد|غضون|ظرف|منذ|بعد
    |قبل|مر|مرت|يمر|مضى|مضت|نحو|حوالي|زهاء|قرابة|استمرت?|يستمر|تستمر|استغرقت?|دامت?|مهلة|بعدها|بعده|قبلها
    |أكثر_من|أقل_من|يزيد_عن|يزيد_على|تزيد_عن|تزيد_على|يقرب_من|أقل_عن|تفوق|يتجاوز|تتجاوز|يقل_عن|تقل_عن
    )_(?:فقط_)?[بل]?|[وف]?(?:قبل|بعد)_ذلك_ب)$"""
)
# What makes the noun the head of a date, or part of another phrase.
_NOT_A_LENGTH = compile_pattern(
    rf"""~[(]?~\d|_(?:{WEEKDAY}|{BARE_WEEKDAY}|ال(?!ال)|{one_of(month_names())}(?!\w)|أمس|غد|مبكر|ماطر|صعب|آخر
    |ما(?!\w)|إلى|ألفين|ألف)"""
)

_TERM = fold_key("فترة")
# "منذ عقد", "خلال عقد من الزمن"; "بعد عقد اجتماع" is "after holding a meeting"
ENDS_DECADE = compile_pattern(
    r"~(?:[.،,؛:)!؟\"”»-]|$)|_(?:من|في|على|عن|تقريبا|مضى|واحد|كامل|أو|حتى|إلى|و\w+|ب\w+|ل\w+)(?!\w)"
)
# "يوما بعد يوم", "عاما بعد عام"
_DAY_BY_DAY = compile_pattern(rf"(?<!\w){ONE_UNIT}_(?:بعد|قبل|عن)_$")


def _one(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    unit = unit_of(match["unit"])
    if _NOT_A_LENGTH.match(context.text, match.end(), context.end):
        return None
    if _DAY_BY_DAY.search(context.before(match.start(), 24)):
        return None
    cued = bool(_ONE_CUE.search(context.before(match.start(), 24)))
    whole = bool(match["whole"]) and unit not in ("S", "DE")
    if not cued and not whole and not match["half"]:
        return None
    if unit in ("S", "DE") and not cued:
        return None
    if unit == "S" and context.word_before(match.start()).endswith(_TERM):
        return None  # "بفترة ثانية" is a second term
    if unit == "DE" and not ENDS_DECADE.match(context.text, match.end(), context.end):
        return None
    if match["whole"] and context.word_before(match.start()) == "في":
        return None
    return meaning.duration("1.5" if match["half"] else "1", unit)


_MANY_WORDS = frozenset(unit_forms("many"))
_TWO_WORDS = frozenset(unit_forms("two"))
_FEW_WORDS = frozenset(unit_forms("one", "two"))
RULES: tuple[Rule, ...] = (
    rule("compound-units", CARDINAL_WORDS | {DIGITS} | _FEW_WORDS, _COMPOUND, _compound),
    rule("counted-units", CARDINAL_WORDS | DEFINITE_CARDINALS | {DIGITS}, _COUNTED, _counted),
    rule("two-units", _TWO_WORDS | {"ال" + form for form in _TWO_WORDS}, _TWO, _two),
    rule("definite-units", {"ال" + form for form in _MANY_WORDS}, _DEFINITE, _definite),
    rule("part-of-unit", {"نصف", "ربع", "ثلث", "ثلاثة"}, _FRACTION, _fraction),
    rule("one-unit", unit_forms("one"), _ONE, _one),
)
