"""Years: ``عام 2011``, ``العام 2014م``, ``سنة 1446هـ``, ``منذ 2013``, ``(2015)``, ``2017-2018``,
``بين عامي 2010 و2012``, ``عام ألفين وثمانية``.

A bare number of four digits is a year only where the word before says so and no counted noun
follows. ``القرار 1701 (2006)`` is a name.
"""

from __future__ import annotations

import re

from core.dates import meaning
from core.dates.context import Context
from core.dates.lexicon import compile_pattern, load_words
from core.dates.meaning import Meaning
from core.dates.numbers import CARDINAL, parse_number
from core.dates.parts import (
    EDGE,
    EDGES,
    ERA,
    HIJRI_ERA,
    UNITS,
    YEAR_NOUN,
    YEAR_NUMBER,
)
from core.dates.rule import DIGITS, Rule, Verdict, rule
from core.text.fold import fold_key

_YEAR_WORDS = frozenset({"عام", "العام", "سنة", "السنة", "عاما"})
_PLAUSIBLE = range(1850, 2100)
_LONGEST_RANGE = 150
_RESOLUTION = compile_pattern(r"(?:قرار|قانون|رقم)[^.،؛()]{0,30}_\d{2,4}~[(]~$")
# "(2015)", "(1956 و1957 و1960)"
_IN_BRACKETS = compile_pattern(r"[)]|~(?:،|و)~(?:19|20)\d\d")
_AFTER_A_YEAR = compile_pattern(r"(?<!\d)(?:19|20)\d\d~(?:،|و|،_و)~$")


def _is_hijri(match: re.Match[str], year: int) -> bool:
    era = fold_key(match["era"] or "")
    return era in HIJRI_ERA or (not era and 1343 <= year <= 1460)


def one_year(match: re.Match[str], year: int) -> Meaning:
    """A year in figures, in the calendar that the era behind it or its size names."""
    return meaning.hijri_year(year) if _is_hijri(match, year) else meaning.year(year)


_TO_COME = r"2[1-9]\d\d(?!\d|[.,]\d|~%)"
# "عام 2011", "مطلع العام 2014م", "سنة (1935)", "عام 1325 هجري", "العام الهجري 1446"
_NAMED_YEAR = rf"""(?:(?P<edge>{EDGE})_)?{YEAR_NOUN}
    (?:_(?:الهجري|الهجرية|الميلادي|الميلادية)(?!\w))?
    ~(?:[(]~(?P<inner>{YEAR_NUMBER})~[)]|(?P<year>{YEAR_NUMBER}|{_TO_COME})){ERA}?"""


def _named_year(match: re.Match[str], context: Context) -> Meaning:
    return one_year(match, int(match["year"] or match["inner"]))


# "عام 857 للهجرة", "سنة 622 ميلادية": with the era only
_OLD_YEAR = rf"""{YEAR_NOUN}_(?P<year>[1-9]\d{{1,2}}(?!\d|[.,]\d)){ERA}"""


def _old_year(match: re.Match[str], context: Context) -> Meaning:
    return one_year(match, int(match["year"]))


# "عام 67", "حرب عام 48"
_SHORT_YEAR = r"عام_(?:ال~)?(?P<year>[2-9]\d)(?!\w|[.,/-]\d)"
# "حرب 73", "نكسة 67"; "عرب 48", "أراضي 48" are names
_WAR_YEAR = r"(?:حرب|نكسة|نكبة|هزيمة)_(?P<span>(?P<year>48|56|67|73|82))(?!\w|[.,/-]\d)"


def _short_year(match: re.Match[str], context: Context) -> Meaning | None:
    return meaning.year(1900 + int(match["year"]))


# "عام ألفين وثمانية عشر"
_YEAR_IN_WORDS = rf"""(?:(?P<edge>{EDGE})_)?{YEAR_NOUN}
    _(?P<words>(?:ألف|ألفين|ألفان)(?!\w)(?:_و~{CARDINAL}){{0,2}})"""


def _year_in_words(match: re.Match[str], context: Context) -> Meaning | None:
    year = parse_number(match["words"])
    return meaning.year(year) if year and 1000 < year < 2100 else None


# "منذ 2013", "في 2015", "(2015)", "خلال 2016"
_BARE_YEAR = rf"""(?:(?P<edge>{EDGE})_)?(?P<year>{YEAR_NUMBER})(?![-/:]\d|\w*[a-zA-Z]){ERA}?"""


def _bare_year(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    year = int(match["year"])
    if match["era"] is not None and (year in _PLAUSIBLE or _is_hijri(match, year)):
        return one_year(match, year)
    if year not in _PLAUSIBLE or _is_counted(match, context):
        return None
    before = context.before(match.start(), 60)
    if _RESOLUTION.search(before):
        return Verdict.NAME
    if match["edge"]:
        return meaning.year(year)
    in_brackets = before.endswith("(") and bool(_IN_BRACKETS.match(context.after(match.end(), 8)))
    word = context.word_before(match.start()).removeprefix("ال")
    cues = load_words("year_cues.txt")
    if in_brackets or word in cues or (word[:1] in ("و", "ف") and word[1:] in cues):
        return meaning.year(year)
    return meaning.year(year) if _AFTER_A_YEAR.search(before) and context.last("year") else None


def _is_counted(match: re.Match[str], context: Context) -> bool:
    following = context.word_after(match.end())
    return following in load_words("counted_nouns.txt") or following in UNITS


# "2017-2018", "2017/2018", "من 2010 إلى 2012", "بين عامي 2010 و2012", "عامي 2016 و2017"
_YEARS = rf"""(?:(?:من|بين|ما_بين)_)?
    (?P<noun>(?:العام|عام|عامي|العامين|سنة|سنتي|أعوام|الأعوام|سنوات|موسم|الموسم)_)?
    (?P<year>{YEAR_NUMBER})(?:~[،,و]~(?:19|20)\d\d(?!\d)){{0,8}}
    (?:~(?P<dash>[-–/])~|(?P<and>~و~(?:عام_)?)|_(?:إلى|وحتى|حتى|لغاية|ولغاية)_(?:عام_)?)
    (?:(?P<last>{YEAR_NUMBER})|(?P<short>\d\d)(?!\d))(?![-/.]\d){ERA}?"""


def _years(match: re.Match[str], context: Context) -> Meaning | None:
    first = int(match["year"])
    last = int(match["last"]) if match["last"] else first // 100 * 100 + int(match["short"])
    if match["short"] and (not match["dash"] or last != first + 1):
        return None
    is_hijri = bool(match["dash"]) and _is_hijri_span(match, first, last, context)
    if is_hijri and last == first - 1:
        first, last = last, first  # "1437/1436هـ", typed from the right
    if not first < last <= first + _LONGEST_RANGE:
        return None
    led = match["noun"] or match.start("year") > match.start()
    if match["and"] and not led:
        return None
    if first not in _PLAUSIBLE and not match["noun"] and not is_hijri:
        return None
    if _is_counted(match, context) and not match["noun"]:
        return None
    return meaning.span(one_year(match, first), one_year(match, last))


_TERMS = frozenset("الدراسي الدراسيه المالي الماليه الجامعي الهجري الهجريه".split())


def _is_hijri_span(match: re.Match[str], first: int, last: int, context: Context) -> bool:
    """Whether two years with a dash are those of a Hijri school or fiscal year."""
    if not (_is_hijri(match, first) and _is_hijri(match, last)):
        return False
    return match["era"] is not None or context.word_before(match.start()) in _TERMS


_YEAR_STARTS = _YEAR_WORDS | EDGES
RULES: tuple[Rule, ...] = (
    rule("named-year", _YEAR_STARTS, _NAMED_YEAR, _named_year),
    rule("named-year", _YEAR_WORDS, _OLD_YEAR, _old_year),
    rule("short-year", {"عام"}, _SHORT_YEAR, _short_year),
    rule("short-year", {"حرب", "نكسة", "نكبة", "هزيمة"}, _WAR_YEAR, _short_year),
    rule("year-in-words", _YEAR_STARTS, _YEAR_IN_WORDS, _year_in_words),
    rule("bare-year", EDGES | {DIGITS}, _BARE_YEAR, _bare_year),
    rule(
        "years",
        _YEAR_WORDS
        | {DIGITS, "من", "بين", "ما", "عامي", "العامين", "سنتي", "أعوام", "الأعوام", "سنوات"}
        | {"موسم", "الموسم"},
        _YEARS,
        _years,
    ),
)
