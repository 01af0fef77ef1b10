"""Dates as they stand in stamps and datelines: whole days with a year, and clock times.

Reads "الخميس 10 أكتوبر 2024 - 14:30", "17 جوان 2019", "3rd, July 2019 GMT", "أكتوبر 10, 2024",
numeric dates (day first unless told otherwise), and Hijri dates through the Umm al-Qura calendar.
A date without a year is no stamp, and relative stamps ("منذ 3 ساعات") are only recognised as such.
Dates in running text, with their TIMEX3 values, are the affair of ``core.dates``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from core.dates.hijri import parse_day
from core.dates.lexicon import load_rows
from core.dates.months import Month, month_names
from core.page.lexicon import phrases, read_forms, words_of


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as it is written in a folded, lower-case text, at ``start:end`` of that text.

    ``weekday`` (Monday is 0) is the one written beside it, if any; ``is_hijri`` says that the day
    was written in the Islamic calendar and converted.
    """

    start: int
    end: int
    date: dt.date
    weekday: int | None = None
    is_hijri: bool = False

    @property
    def contradicts_weekday(self) -> bool:
        """Whether the weekday beside it is another day's. Hijri days may be one off."""
        if self.weekday is None:
            return False
        apart = (self.date.weekday() - self.weekday) % 7
        return apart not in ((0, 1, 6) if self.is_hijri else (0,))


@cache
def _months() -> dict[str, Month]:
    """Every name of a month, Arabic and Latin, folded."""
    rows = (form.split("\t") for form in read_forms("months.tsv"))
    latin = {form: Month(int(number), "gregorian") for form, number in rows}
    return {**month_names(), **latin}


def _one_of(forms: Iterable[str]) -> str:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"


@cache
def _weekdays() -> dict[str, int]:
    return {form: int(number) - 1 for form, number in load_rows("weekdays.tsv")}


_TOWN_WORDS = 3
_DIGIT = re.compile(r"\d")
_FIRST_DAY = "اول"  # "أول نوفمبر 2026", as some agencies write the first of a month
_DAY = rf"(?P<day>\d{{1,2}}|(?<!\w){_FIRST_DAY})(?:st|nd|rd|th|er)?"
_YEAR = r"(?P<year>(?:1[3-9]|20)\d{2})(?!\d)"
_JOINT = r"[ ,،./-]{0,3}"
_OF = r"(?:من )?(?:شهر )?"
_YEAR_WORD = r"(?:ل?(?:عام|سنه) |(?:ل?لعام|ل?لسنه) |العام |السنه )?"


@cache
def _weekday_pattern() -> str:
    return rf"(?:(?<!\w)(?:ال)?(?P<weekday>{_one_of(_weekdays())})[ ,،:|-]{{0,4}}(?:الموافق:? )?)?"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The forms of dates: named months (day first, month first, year first), then numeric."""
    name = rf"{_one_of(_months())}(?![^\W\d])\.?"
    # "تموز/ يوليو", "فبراير (شباط)", "آب - أغسطس", "أيار مايو": one month named twice
    month = rf"(?P<month>{name})(?: ?[/\\(-]? ?{name} ?\)?)?"
    weekday = _weekday_pattern()
    return (
        # الخميس 10 أكتوبر/ تشرين الأول 2024; 9th, August 2018
        re.compile(rf"{weekday}(?<!\d){_DAY}{_JOINT}{_OF}{month}{_JOINT}{_YEAR_WORD}{_YEAR}"),
        # أكتوبر 10, 2024
        re.compile(rf"{weekday}(?<!\w){month} {{0,2}}{_DAY} ?[,،] ?{_YEAR}"),
        # 2018 الأربعاء 10 أكتوبر
        re.compile(rf"(?<!\d){_YEAR}[ ,،/-]{{1,3}}{weekday}{_DAY}{_JOINT}{month}"),
        # 2024/10/10, 10-10-2024, 5/27/2019
        re.compile(
            rf"{weekday}(?<![\d/.-])(?P<a>\d{{1,4}}) ?(?P<sign>[/.-]) ?(?P<b>\d{{1,2}})"
            r" ?(?P=sign) ?(?P<c>\d{1,4})(?!\d|[/.-]\d)"
        ),
    )


# 14:05, 04:20 م, 9.30 مساء, 14h30, 03:15ت م
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]) ?[:.h] ?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)"
    r" ?(?P<half>(?:am|pm|ص|م|صباحا|مساء|ظهرا|فجرا|عصرا|ليلا)(?!\w))?"
)
_ZONE = re.compile(r"gmt ?(?P<offset>[+-] ?\d{1,2}(?::?\d{2})?)?|utc|ت غ(?!\w)|(?:ب?توقيت )?غرينتش")
_MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d{2}(?!\d)")
_UNIT = (
    "ثانيه ثواني ثوان دقيقه دقائق دقيقتين ساعه ساعات ساعتين يوم ايام يومين اسبوع اسابيع اسبوعين "
    "شهر اشهر شهور شهرين سنه سنوات سنتين عام اعوام عامين واحد واحده اقل من حوالي نحو تقريبا مضت "
    "و ago hours hour minutes minute days day weeks week months month an a"
).split()


def shows_month_first(folded: str) -> bool:
    """Whether a page writes numeric dates month first: one of them can only be read so."""
    return _MONTH_FIRST.search(folded) is not None


def find_stamps(folded: str, month_first: bool = False) -> list[Stamp]:
    """The days written in a folded lower-case text, in order, none overlapping.

    >>> [stamp.date.isoformat() for stamp in find_stamps("الثلاثاء 6 غشت 2019 - 16:40")]
    ['2019-08-06']
    """
    if not _DIGIT.search(folded):
        return []
    *named, numeric = _patterns()
    found = [
        stamp for pattern in named for match in pattern.finditer(folded) for stamp in _named(match)
    ]
    found += [stamp for m in numeric.finditer(folded) for stamp in _numeric(m, month_first)]
    kept: list[Stamp] = []
    for stamp in sorted(found, key=lambda stamp: (stamp.start, -stamp.end)):
        if not kept or stamp.start >= kept[-1].end:
            kept.append(stamp)
    return kept


def _named(match: re.Match[str]) -> Iterator[Stamp]:
    month = _months()[match["month"].rstrip(".")]
    is_hijri = month.calendar == "hijri"
    day = 1 if match["day"] == _FIRST_DAY else int(match["day"])
    yield from _stamp(match, int(match["year"]), month.number, day, is_hijri)


def _numeric(match: re.Match[str], month_first: bool) -> Iterator[Stamp]:
    a, b, c = match["a"], match["b"], match["c"]
    if len(a) == 4 and len(c) <= 2:
        year, month, day = int(a), int(b), int(c)
    elif len(a) <= 2 and len(c) in (2, 4):
        year = int(c) if len(c) == 4 else 2000 + int(c)
        first, second = int(a), int(b)
        by_month = month_first or second > 12 >= first or _weekday_asks_month_first(match, year)
        day, month = (second, first) if by_month else (first, second)
    else:
        return
    yield from _stamp(match, year, month, day, 1300 <= year <= 1500)


def _weekday_asks_month_first(match: re.Match[str], year: int) -> bool:
    """Whether the weekday beside a numeric date fits only when it is read month first."""
    if not match["weekday"] or year < 1900:
        return False
    weekday = _weekdays()[match["weekday"]]
    day_first = _gregorian(year, int(match["b"]), int(match["a"]))
    month_first = _gregorian(year, int(match["a"]), int(match["b"]))
    if day_first is None or month_first is None:
        return False
    return day_first.weekday() != weekday == month_first.weekday()


def _stamp(
    match: re.Match[str], year: int, month: int, day: int, is_hijri: bool
) -> Iterator[Stamp]:
    """The day, if it is one of its calendar and of the time of newspapers and of the web."""
    if not (1343 <= year <= 1500 if is_hijri else 1900 <= year <= 2100):
        return
    date = parse_day(year, month, day) if is_hijri else _gregorian(year, month, day)
    if date is None:
        return
    written = match["weekday"]
    weekday = _weekdays().get(written.removeprefix("ال")) if written else None
    yield Stamp(match.start(), match.end(), date, weekday, is_hijri)


def _gregorian(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def parse_clock(folded: str) -> dt.time | None:
    """The first clock time of a stamp line, with its zone when the line names GMT."""
    match = _CLOCK.search(folded)
    if match is None:
        return None
    hour, half = int(match["hour"]), match["half"]
    if half in ("م", "pm", "مساء", "عصرا", "ليلا", "ظهرا") and hour < 12:
        hour += 12
    elif half in ("ص", "am", "صباحا", "فجرا") and hour == 12:
        hour = 0
    return dt.time(hour, int(match["minute"]), tzinfo=_zone(folded))


def _zone(folded: str) -> dt.tzinfo | None:
    match = _ZONE.search(folded)
    if match is None:
        return None
    offset = match["offset"]
    if not offset:
        return dt.UTC
    digits = re.sub(r"\D", "", offset)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return None
    delta = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-delta if "-" in offset else delta)


def rest_of_stamp_line(folded: str, stamps: list[Stamp]) -> list[str] | None:
    """What words a line holds beside its dates, times, labels, places and agencies.

    ``None`` when it has no day at all. A line with no such words is a dateline and nothing else.
    """
    if not stamps:
        return None
    pieces, at = [], 0
    for stamp in stamps:
        pieces.append(folded[at : stamp.start])
        at = stamp.end
    pieces.append(folded[at:])
    if _is_town_with_agency(pieces):
        pieces = pieces[1:]
    text = _CLOCK.sub(" ", _ZONE.sub(" ", " | ".join(pieces)))
    words = words_of(text)
    return _beside(words)


def _is_town_with_agency(pieces: list[str]) -> bool:
    """Whether a town that no list holds opens a line that an agency closes.

    "صبيا 12 رجب 1440 هـ الموافق 19 مارس 2019 م واس"
    """
    town = words_of(pieces[0])
    closing = tuple(word for word in words_of(pieces[-1]) if len(word) > 1)
    return 1 <= len(town) <= _TOWN_WORDS and closing in phrases("agencies")


def is_clock_line(folded: str) -> bool:
    """Whether a line is a clock time and words of stamps: "03:15ت م"."""
    if _CLOCK.search(folded) is None:
        return False
    return not _beside(words_of(_ZONE.sub(" ", _CLOCK.sub(" ", folded))))


def _beside(words: tuple[str, ...]) -> list[str]:
    known = phrases("stamp_words", "stamp_labels", "places", "agencies", "sections")
    rest, at = [], 0
    while at < len(words):
        length = known.at(words, at)
        if not length:
            rest.append(words[at])
        at += length or 1
    return rest


def is_ago(words: tuple[str, ...]) -> bool:
    """Whether words are a relative stamp: "منذ 3 ساعات", "آخر تحديث قبل 5 ساعة", "3 days ago"."""
    labels = phrases("stamp_words")
    at = 0
    while at < len(words) and words[at] not in ("منذ", "قبل") and labels.at(words, at):
        at += labels.at(words, at)
    own = words[at:]
    if not 2 <= len(own) <= 6:
        return False
    opens = own[0] in ("منذ", "قبل")
    closes = own[-1] in ("ago", "مضت")
    rest = own[1:] if opens else own
    return (opens or closes) and all(word.isdigit() or word in _UNIT for word in rest)
