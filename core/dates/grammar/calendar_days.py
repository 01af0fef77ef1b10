"""Days and months by name: ``الخميس 10 أكتوبر 2024``, ``الثالث من كانون الثاني/ يناير الجاري``,
``من 3 إلى 7 مايو``, ``شهر رمضان الماضي``, ``15 الحرث 2005``.

Leaves out dates in figures alone (``numeric``) and years alone (``years``).
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from core.dates import hijri, meaning, nearest
from core.dates.context import Context
from core.dates.lexicon import compile_pattern, load_rows, load_words, one_of
from core.dates.meaning import Meaning
from core.dates.months import (
    MONTH_NAME,
    Month,
    ambiguous_months,
    month_names,
    parse_month,
)
from core.dates.numbers import parse_ordinal
from core.dates.parts import (
    DAY_OF_MONTH,
    DEFINITE_ORDINALS,
    DEICTIC,
    DEICTICS,
    EDGE,
    EDGES,
    ERA,
    FIRST_DAYS,
    MONTH_WORDS,
    ORDINAL_WORDS,
    PART_OF_DAY,
    PART_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
    YEAR_NOUN,
    YEAR_NUMBER,
    Direction,
    direction_of,
    modifier,
    part_of_day,
)
from core.dates.rule import DIGITS, Rule, Verdict, rule
from core.dates.steps import relative_year
from core.dates.traps import is_title
from core.text.fold import fold_key

# "مساء", "اليوم", "يوم الخميس الموافق": what may lead a date. The weekday stays unread here: the
# day of the month decides, and contradictions.py reports when the two disagree.
LEAD = rf"""
    (?:(?P<part>{PART_OF_DAY})_(?:من_)?)?
    (?:(?:هذا_|يوم_|نهار_)?{DEICTIC}~[،,-]?~)?
    (?:(?:(?:ال)?يوم_)?{WEEKDAY}~[،,-]?~(?:(?:و?الموافق|المصادف)_(?:ل~)?)?)?
    (?:(?:ال)?يوم_(?:ال~(?=\d))?)?
"""
LEAD_STARTS = (
    frozenset({"هذا", "يوم", "اليوم", "نهار"}) | PART_WORDS | WEEKDAY_WORDS | set(DEICTICS)
)
DAY_STARTS = frozenset({DIGITS}) | DEFINITE_ORDINALS | ORDINAL_WORDS | FIRST_DAYS

# The year, in figures or by direction: "2024", "من عام 2016", "من العام الماضي", "الجاري".
TAIL = rf"""(?:
      ~[،,/-]?~(?:(?:من_|ل)?{YEAR_NOUN}_)?
        (?:(?P<year>{YEAR_NUMBER})|[(]~(?P<bracketed>{YEAR_NUMBER})~[)])
        {ERA}?
    | _(?:من_)?{YEAR_NOUN}_(?P<yearly>{modifier()})
    | _(?:من_)?(?P<that>هذا|هذه|ذلك|تلك|نفس|ذات)_{YEAR_NOUN}(?!\w)
    | _(?P<every>(?:من_|في_)?كل_(?:عام|سنة))(?!\w)
    | ~[،,]?_(?P<monthly>{modifier()})
)?"""

# "إلى 12 آب/أغسطس 2013" behind a day without a year: the year is for both.
_SHARED_YEAR = compile_pattern(
    rf"""~(?P<to>إلى|حتى|وحتى|و|ولغاية|لغاية|[-–/])~(?:يوم_)?(?:{DAY_OF_MONTH}~(?:من_)?)?
    (?P<month>{MONTH_NAME})_(?:(?:من_)?{YEAR_NOUN}_)?(?P<year>{YEAR_NUMBER})"""
)
# An ambiguous name is a month behind one of these: "في مارس", "منذ آب".
_MONTH_CUES = frozenset(map(fold_key, "في منذ خلال حتى بحلول شهر شهري بين".split()))


def day_number(words: str) -> int:
    """The day of the month in digits or as an ordinal; 0 when it is neither."""
    return int(words) if words.isdecimal() else parse_ordinal(words) or 0


def _year(match: re.Match[str]) -> int | None:
    """The year in figures, if the tail has one, in the calendar of the month."""
    digits = match["year"] or match["bracketed"]
    return int(digits) if digits else None


def _direction(match: re.Match[str]) -> Direction | None:
    return direction_of(match["monthly"]) if match["monthly"] else None


def _tail_year(match: re.Match[str], month: Month, context: Context) -> int | None:
    """The Gregorian year that the tail or the other end of a range gives."""
    if year := _year(match):
        return year
    if match["yearly"]:
        return relative_year(direction_of(match["yearly"]), context)
    if match["that"]:
        return relative_year("this" if match["that"] in ("هذا", "هذه") else "same", context)
    shared = _SHARED_YEAR.match(context.text, match.end(), context.end)
    if shared and not match["monthly"] and (other := parse_month(shared["month"])):
        # December to January 2018 begins in 2017; "نوفمبر/ تشرين الأول" is a slip in one month.
        crosses_new_year = other.number < month.number and shared["to"] != "/"
        return int(shared["year"]) - crosses_new_year
    return None


# Years below belong to the Islamic calendar when a Hijri month stands beside them.
_FIRST_GREGORIAN = 1600

# --- a day ---------------------------------------------------------------------------------------
# "مساء الخميس 10 أكتوبر 2024", "السابع من أكتوبر", "8أغسطس/آب الجاري", "9 ذي الحجة 1445"
_NAMED_DAY = rf"""{LEAD}
    (?:(?P<day>{DAY_OF_MONTH})~[-/]?~(?:من_)?|(?P<first>{one_of(FIRST_DAYS)})_)
    (?:شهر_)?(?P<month>{MONTH_NAME}){TAIL}"""


def _named_day(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    month = parse_month(match["month"])
    number = 1 if match["first"] else day_number(match["day"])
    if month is None or not 1 <= number <= 31:
        return None
    found = _day(match, month, number, context)
    if isinstance(found, Meaning) and match["part"] and found.interval:
        return meaning.part_of_day(found.interval[0], part_of_day(match["part"]))
    return found


def _day(
    match: re.Match[str], month: Month, number: int, context: Context
) -> Meaning | Verdict | None:
    if match["every"]:
        return meaning.repeated(f"XXXX-{month.number:02}-{number:02}")
    year = _tail_year(match, month, context)
    if month.calendar == "hijri":
        if year is None and _is_a_score(match):
            return None
        if year is None:
            return nearest.hijri_without_year(
                month.number, number, _direction(match), context, match
            )
        return meaning.hijri_day(_hijri_year(year, month.number), month.number, number)
    if year is None and not match["monthly"]:
        before = context.word_before(match.start())
        if before.removeprefix("ال") in load_words("names_before_dates.txt"):
            return Verdict.NAME
        year = _events().get((before.removeprefix("ال"), number, month.number))
    elif context.word_before(match.start()).removeprefix("ال") in _NAMED_BUILDINGS:
        return Verdict.NAME
    if year is not None:
        date = nearest.date_or_none(year, month.number, number)
        return meaning.day_if_any(date)
    if match["monthly"] and direction_of(match["monthly"]) in ("same", "after", "before"):
        year = relative_year("same", context)
        date = nearest.date_or_none(year, month.number, number) if year else None
    else:
        date = nearest.day_without_year(month.number, number, _direction(match), context, match)
    if date is None and context.anchor is None:
        return meaning.recurring_day(month.number, number)
    return meaning.day_if_any(date)


# "ملعب 5 جويلية 1962", "جامعة 20 أوت 1955": named after a day with its year
_NAMED_BUILDINGS = frozenset(
    map(fold_key, "جامعة ملعب مستشفى شارع مطار مدرسة جسر ميدان استاد معهد ثانوية ثكنة ساحة".split())
)


def _is_a_score(match: re.Match[str]) -> bool:
    """Whether the month is the zero of ``2-صفر``."""
    is_zero = match["month"] == "صفر" and not match["monthly"]
    return is_zero and (match["day"] or "").isdecimal()


@cache
def _events() -> dict[tuple[str, int, int], int]:
    """Noun, day and month of days that stand for one event, to their year."""
    events = {}
    for noun, date, year in load_rows("events.tsv"):
        day, month = date.split("-")
        events[noun, int(day), int(month)] = int(year)
    return events


def _hijri_year(year: int, month: int) -> int:
    """A year beside a Hijri month, as Hijri: in ``رمضان 2018`` it is the Gregorian one."""
    if year < _FIRST_GREGORIAN:
        return year
    begins = hijri.year_of(dt.date(year, 1, 1))
    return begins if hijri.month_start(begins, month).year == year else begins + 1


# --- several days of one month -------------------------------------------------------------------
# "من 19 إلى 22 تشرين الثاني 2025", "بين 6 و9 سبتمبر", "يومي 21 و22 فيفري القادم", "3-7 مايو"
_DAYS = rf"""(?:(?:من|بين|ما_بين|يومي|أيام)_)?(?:يوم_)?
    (?P<day>{DAY_OF_MONTH})(?:~[،,و]~{DAY_OF_MONTH}){{0,8}}
    (?:~[-–/]~|~و~|~،~|_(?:إلى|وحتى|حتى|لغاية|ولغاية)_(?:يوم_)?)
    (?P<last>{DAY_OF_MONTH})~(?:من_)?(?:شهر_)?(?P<month>{MONTH_NAME}){TAIL}"""


def _days(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    month = parse_month(match["month"])
    first, last = day_number(match["day"]), day_number(match["last"])
    if month is None or not 1 <= first < last <= 31:
        return None
    begin, end = _day(match, month, first, context), _day(match, month, last, context)
    if not isinstance(begin, Meaning) or not isinstance(end, Meaning) or begin.type == "SET":
        return None
    return meaning.span(begin, end)


# --- a month -------------------------------------------------------------------------------------
# "شهر مايو", "مطلع مارس الجاري", "كانون الثاني/ يناير 2025", "النصف الأول من أيلول", "رمضان الماضي"
_MONTH = rf"""
    (?:(?P<edge>{EDGE}|(?:الأسبوع|النصف|الثلث|العشر)_(?:الأول|الثاني|الثالث|الرابع|الأخير|الأواخر|الأوائل|الأواسط)
      _من)_)?
    (?P<noun>(?:ال)?شهر_)?(?P<month>{MONTH_NAME}){TAIL}"""


def _month(match: re.Match[str], context: Context) -> Meaning | Verdict | None:
    month = parse_month(match["month"])
    at = match.start("month")
    if month is None or not _is_month(match, context, at):
        return None
    is_alone = match.group() == match["month"]
    if is_alone and (context.word_before(at) in _WARS or is_title(match, context)):
        return Verdict.NAME
    year = _tail_year(match, month, context)
    if month.calendar == "hijri":
        if match["every"]:
            return None
        if year is None:
            return nearest.hijri_without_year(month.number, None, _direction(match), context, match)
        return meaning.hijri_month(_hijri_year(year, month.number), month.number)
    if match["every"]:
        return meaning.repeated(f"XXXX-{month.number:02}", "M")
    if year is None:
        direction = _direction(match)
        if direction in ("same", "after", "before"):
            year = relative_year("same", context)
        else:
            year = nearest.year_of_month(month.number, direction, context, match)
    return meaning.month(year, month.number) if year else meaning.recurring_month(month.number)


def _is_month(match: re.Match[str], context: Context, at: int) -> bool:
    """Whether a name that is other words as well is a month here."""
    if fold_key(match["month"]) not in ambiguous_months():
        return True
    if match["noun"] or match["edge"] or _year(match):
        return True
    if any(match[group] for group in ("yearly", "that", "every", "monthly")):
        return True
    return context.word_before(at).removeprefix("و") in _MONTH_CUES or _is_listed(context, at)


def _is_listed(context: Context, at: int) -> bool:
    """Whether a month stands right before, joined: ``أشهر يناير وفبراير ومارس``."""
    before = _JOINED.search(context.before(at, 24))
    return before is not None and before["name"].removeprefix("و") in month_names()


_JOINED = compile_pattern(r"(?<!\w)(?P<name>\w{2,10})(?:_و|~[،,]~و?)~$")
# A month alone behind one of these names the event: "حرب أكتوبر", "ثورة يناير".
_WARS = frozenset(map(fold_key, "حرب ثورة نصر انتصار انتصارات انتفاضة نكسة عدوان".split()))


RULES: tuple[Rule, ...] = (
    rule("day-of-named-month", LEAD_STARTS | DAY_STARTS, _NAMED_DAY, _named_day),
    rule(
        "days-of-named-month",
        DAY_STARTS | {"من", "بين", "ما", "يومي", "أيام", "يوم"},
        _DAYS,
        _days,
    ),
    rule(
        "named-month",
        MONTH_WORDS | EDGES | {"شهر", "الشهر", "الأسبوع", "النصف", "الثلث", "العشر"},
        _MONTH,
        _month,
    ),
)
