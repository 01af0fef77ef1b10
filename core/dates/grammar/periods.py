"""Quarters, halves, seasons, decades, centuries: ``الربع الأول من العام``,
``صيف عام 2015``, ``التسعينيات``, ``ثمانينات القرن الماضي``, ``القرن التاسع عشر``.
"""

from __future__ import annotations

import re

from core.dates import meaning
from core.dates.context import Context
from core.dates.lexicon import compile_pattern, known_form
from core.dates.meaning import Meaning
from core.dates.numbers import ORDINAL, parse_ordinal
from core.dates.parts import (
    DECADE,
    DECADES,
    EDGE,
    EDGES,
    SEASON,
    SEASONS,
    YEAR_NOUN,
    YEAR_NUMBER,
    Direction,
    direction_of,
    modifier,
)
from core.dates.rule import Rule, Verdict, rule
from core.dates.steps import relative_season, relative_year

_OF_YEAR = rf"""(?:
      _(?:من_|ل)?(?:(?:هذا_|هذه_)?(?P<noun>{YEAR_NOUN})(?!\w|_(?:المالي|الدراسي)))(?:_(?P<year>{YEAR_NUMBER})|_(?P<yearly>{modifier()}))?
    | _(?:من_|ل|في_)?(?P<only>{YEAR_NUMBER})
    | _(?P<mod>{modifier("past", "next", "this")}))"""


def _year(match: re.Match[str], context: Context) -> int | None:
    """The year a part of a year belongs to, when the words give one."""
    digits = match["year"] or match["only"]
    if digits:
        return int(digits)
    if match["yearly"]:
        return relative_year(direction_of(match["yearly"]), context)
    return context.anchor.year if context.anchor and match["noun"] else None


# --- quarters and halves -----------------------------------------------------------------
# "الربع الأول من العام", "الربع الثالث 2016", "النصف الثاني من العام الماضي", "الفصل الأول من 2018"
_QUARTER = rf"""(?:(?P<edge>{EDGE})_)?(?P<kind>الربع|النصف|الفصل|الثلاثي|السداسي|الأسدس)
    _ال(?P<rank>أول|ثاني|ثالث|رابع|أخير)(?!\w)(?:{_OF_YEAR})?"""
# الثلاثي, السداسي, الأسدس: quarter and half years of the Maghreb.
_HALVES = frozenset({"نصف", "سداسي", "اسدس"})
_RANKS = {"اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4}
# "تقدم بفارق 11 نقطة في الربع الثاني": basketball.
_MATCH_WORDS = frozenset(
    "نقطه نقاط سله شوط مباراه المباراه رميه ثلاثيه تاخره تقدم فارق بفارق".split()
)
# "الربع الأول من المباراة": a quarter of something else.
_OF_SOMETHING_ELSE = compile_pattern(r"_(?:من|ل\w|في_(?:المباراة|اللقاء))")
_QUARTER_WORDS = frozenset({"الربع", "النصف", "الفصل", "الثلاثي", "السداسي", "الأسدس"})


def _quarter(match: re.Match[str], context: Context) -> Meaning | None:
    kind = match["kind"].removeprefix("ال").removeprefix("ل")
    of_quarters = kind not in _HALVES
    rank = _RANKS.get(match["rank"], 4 if of_quarters else 2)
    if rank > 2 and not of_quarters:
        return None
    year = _year(match, context)
    if year is None:
        if kind != "ربع" or _OF_SOMETHING_ELSE.match(context.text, match.end(), context.end):
            return None
        if _MATCH_WORDS & set(context.words_before(match.start(), 12)):
            return None
        return _nearest_quarter(match, rank, context)
    return meaning.quarter(year, rank) if of_quarters else meaning.half(year, rank)


def _nearest_quarter(match: re.Match[str], rank: int, context: Context) -> Meaning | None:
    """A quarter without a year: the latest that has begun, or the next one in a future context."""
    if context.anchor is None:
        return meaning.unknown_quarter(rank)
    begun = (context.anchor.month - 1) // 3 + 1 >= rank
    if match["mod"]:
        direction = direction_of(match["mod"])
        ahead, behind = direction == "next", direction == "past"
        over = (context.anchor.month - 1) // 3 + 1 > rank
        return meaning.quarter(
            context.anchor.year + (begun and ahead) - (behind and not over), rank
        )
    looks_ahead = not begun and context.is_future(match)
    return meaning.quarter(context.anchor.year - (not begun and not looks_ahead), rank)


# "الربعين الثاني والثالث من العام المقبل"
_QUARTERS = rf"""الربع(?:ين|ان)_ال(?P<first>أول|ثاني|ثالث)_وال(?P<last>ثاني|ثالث|رابع)(?!\w)
    (?:{_OF_YEAR})"""


def _quarters(match: re.Match[str], context: Context) -> Meaning | None:
    year, first, last = _year(match, context), _RANKS[match["first"]], _RANKS[match["last"]]
    if year is None or first >= last:
        return None
    return meaning.span(meaning.quarter(year, first), meaning.quarter(year, last))


# --- seasons ------------------------------------------------------------------------------
# "صيف 2017", "ربيع عام 2015", "خريف العام الماضي", "فصل الصيف", "شتاء 2018-2019"; with a direction:
# running_periods.py
_SEASON = rf"""(?:(?P<edge>{EDGE})_)?(?P<topic>فصل_)?(?:ال)?(?P<season>{SEASON})(?!\w)
    (?:{_OF_YEAR}(?:~[-/]~(?:20)?\d\d(?!\d))?)?"""
_SEASON_CUES = frozenset("في خلال منذ طوال حتي من هذا طيله بحلول قبل بعد".split())
_NOT_A_SEASON = compile_pattern(
    r"_(?:العربي|الأول|الثاني|الآخر|أول|ثاني|آخر|(?:ال)?عمر\w*|الثورات|كردي|براغ)(?!\w)"
)


def _season(match: re.Match[str], context: Context) -> Meaning | None:
    if _NOT_A_SEASON.match(context.text, match.end(), context.end):
        return None
    year = _year(match, context)
    if year is not None:
        return meaning.season(year, SEASONS[match["season"]])
    is_definite = match.start("season") > match.start()
    led = match["edge"] or match["topic"]
    if match["mod"]:
        return None
    if not is_definite or not (led or context.word_before(match.start()) in _SEASON_CUES):
        return None
    direction: Direction | None = "next" if context.is_future(match) else None
    return relative_season(match["season"], direction, context)


# --- decades and centuries ----------------------------------------------------------------
# "التسعينيات", "ثمانينات القرن الماضي", "عقد السبعينات من القرن العشرين", "أواخر الستينيات"
_CENTURY = rf"""القرن
    _(?:(?P<century>{ORDINAL}|(?:ال~)?\d\d(?!\d))|(?P<mod>{modifier("past", "this")}))
    (?:_الميلادي(?!\w))?"""
_DECADE = rf"""(?:(?P<edge>{EDGE})_)?(?:عقد_)?(?P<decade>(?:ال)?{DECADE})(?!\w)
    (?:_(?:من_)?{_CENTURY})?"""
_OF_LIFE = compile_pattern(r"_(?:من_)?(?:العمر|عمره|عمرها|عمرهم|عمري)")
# "شاب في العشرينيات"
_PERSONS = frozenset("شاب شابه شابا رجل رجلا امراه سيده فتاه رجال نساء شبان شخص شخصا".split())


def _decade(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    if _OF_LIFE.match(context.text, match.end(), context.end):
        return Verdict.NAME
    if _PERSONS & set(context.words_before(match.start(), 4)):
        return Verdict.NAME
    century = _century_number(match, context)
    within = DECADES[known_form(match["decade"], DECADES)]
    return meaning.decade(((century or 20) - 1) * 100 + within)


def _century_number(match: re.Match[str], context: Context) -> int | None:
    """The century that a match names: the 20th for ``القرن الماضي``."""
    if match["mod"]:
        back = direction_of(match["mod"]) == "past"
        return (context.anchor.year // 100 + 1 if context.anchor else 21) - back
    if match["century"] is None:
        return None
    digits = re.sub(r"\D", "", match["century"])
    return int(digits) if digits else parse_ordinal(match["century"])


# "العقد الثاني من القرن الحادي والعشرين", "العقد الأول من الألفية الثالثة", "العقد الأول من القرن"
_NUMBERED_DECADE = rf"""(?:(?P<edge>{EDGE})_)?العقد_(?P<rank>{ORDINAL}|الأخير(?!\w))
    _من_(?:{_CENTURY}|هذا_القرن(?!\w)|القرن(?!\w)|الألفية(?:_(?:الثالثة|الجديدة|الحالية))?(?!\w))"""


def _numbered_decade(match: re.Match[str], context: Context) -> Meaning | None:
    century = _century_number(match, context) or 21
    rank = parse_ordinal(match["rank"]) or 10
    return meaning.decade((century - 1) * 100 + (rank - 1) * 10) if rank <= 10 else None


# "القرن التاسع عشر", "مطلع القرن العشرين", "القرن الـ19"
_CENTURY_ALONE = rf"(?:(?P<edge>{EDGE})_)?{_CENTURY}"
_OTHER_ERA = compile_pattern(r"_(?:الهجري|قبل_الميلاد|ق[.]?م)(?!\w)")


def _century(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    if _OTHER_ERA.match(context.text, match.end(), context.end):
        return Verdict.NAME
    number = _century_number(match, context)
    return meaning.century(number) if number and number <= 30 else None


# "مطلع الألفية الحالية", "الألفية الثالثة", "الألفية الجديدة"
_MILLENNIUM = rf"""(?:(?P<edge>{EDGE})_)?الألفية
    (?:_(?:(?P<rank>الأولى|الثانية|الثالثة)|(?P<now>الحالية|الجديدة)|(?P<past>الماضية)))?(?!\w)"""


def _millennium(match: re.Match[str], context: Context) -> Meaning | None:
    if not any(match[group] for group in ("edge", "rank", "now", "past")):
        return None  # "الألفية" alone is a sum, a name, a prize
    if match["rank"]:
        return meaning.millennium(parse_ordinal(match["rank"]) or 3)
    return meaning.millennium(2 if match["past"] else 3)


RULES: tuple[Rule, ...] = (
    rule("quarter", {"الربعين", "الربعان"}, _QUARTERS, _quarters),
    rule("quarter", EDGES | _QUARTER_WORDS, _QUARTER, _quarter),
    rule(
        "season",
        EDGES | set(SEASONS) | {"ال" + season for season in SEASONS} | {"فصل"},
        _SEASON,
        _season,
    ),
    rule(
        "decade",
        EDGES | set(DECADES) | {"ال" + decade for decade in DECADES} | {"عقد"},
        _DECADE,
        _decade,
    ),
    rule("numbered-decade", EDGES | {"العقد"}, _NUMBERED_DECADE, _numbered_decade),
    rule("century", EDGES | {"القرن"}, _CENTURY_ALONE, _century),
    rule("millennium", EDGES | {"الألفية"}, _MILLENNIUM, _millennium),
)
