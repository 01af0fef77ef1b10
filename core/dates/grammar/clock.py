"""Clock times: ``الساعة 3:20 بتوقيت غرينتش``, ``05:43 ت غ``, ``الساعة الثامنة والنصف مساء``,
``في الثالثة فجرا``, ``بين الثامنة والعاشرة مساء``.

The day they belong to is added by ``finder``, from an expression beside them or the day named last.
Two hours with a part of day each are two times; a range shares the part behind it.
"""

from __future__ import annotations

import re

from core.dates import meaning
from core.dates.context import Context
from core.dates.lexicon import load_rows, one_of
from core.dates.meaning import Meaning
from core.dates.numbers import parse_number, parse_ordinal
from core.dates.parts import DEFINITE_ORDINALS, NUMBER
from core.dates.rule import DIGITS, Rule, rule
from core.dates.traps import is_title
from core.text.fold import fold_key

_PARTS = {form: half for form, half, *_ in load_rows("clock_parts.tsv")}
_ZONES = {form: zone for form, zone, *_ in load_rows("zones.tsv")}
_UTC = one_of(form for form, zone in _ZONES.items() if zone == "Z")
_HOURS = one_of(
    "الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split()
)
_SPOKEN = rf"(?P<spoken>(?:الحادية|الثانية)_عشرة?|{_HOURS})(?!\w)"
_ONE_HOUR = fold_key("الساعة الواحدة")
_MINUTES = r"_(?:دقيقة|دقائق|دقيقتين)(?!\w)"
# "والنصف", "إلا ربعا", "وخمس وأربعين دقيقة", "إلا خمس دقائق"
_FRACTION = rf"""(?:_(?P<fraction>والنصف|والربع|والثلث|إلا_(?:ال)?ربعا?|إلا_(?:ال)?ثلثا?)(?!\w)
    |(?:_و~|_(?P<short>إلا)_)(?P<minutes>{NUMBER}){_MINUTES})?"""
_DIGITAL = r"(?P<hour>[01]?\d|2[0-4])(?:~[:.,،h]?(?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?!\d)"
_PART = rf"(?:~[(]?(?:من_|في_)?(?P<part>{one_of(_PARTS)})(?!\w))"
# "بتوقيت القاهرة" needs its noun, "ت غ" and "غرينتش" do not.
_ZONE = rf"""(?:~(?:(?:بال|ال|ب|من_)?توقيت_(?:مدينة_)?(?P<zone>{one_of(_ZONES)}|ال\w{{3,}})
    |(?P<utc>{_UTC}))(?!\w))"""


def _clock(match: re.Match[str], context: Context) -> Meaning | None:
    hour, minute = _hour_and_minute(match.groupdict())
    if hour is None or (hour == 24 and minute not in (None, 0)):
        return None
    return meaning.clock(None, _time(_in_24_hours(hour, _part(match)), minute) + _zone(match))


def _part(match: re.Match[str]) -> str | None:
    return _PARTS[fold_key(match["part"])] if match["part"] else None


def _zone(match: re.Match[str]) -> str:
    is_utc = match["utc"] or (match["zone"] and _ZONES.get(fold_key(match["zone"])) == "Z")
    return "Z" if is_utc else ""


def _time(hour: int, minute: int | None) -> str:
    return f"T{hour:02}" + (f":{minute:02}" if minute is not None else "")


def _hour_and_minute(groups: dict[str, str | None]) -> tuple[int | None, int | None]:
    """The hour as it is told, 1 to 24, and the minute where one is."""
    digits, spoken = groups.get("hour"), groups.get("spoken")
    hour = int(digits) if digits else parse_ordinal(spoken) if spoken else None
    if hour is None or groups.get("minute"):
        return hour, int(groups.get("minute") or 0)
    if words := groups.get("minutes"):
        minutes = parse_number(words)
        if minutes is None or minutes >= 60:
            return hour, None
        return _less(hour, minutes) if groups.get("short") else (hour, minutes)
    fraction = groups.get("fraction")
    if not fraction:
        return hour, None
    minutes = 30 if "نصف" in fraction else 15 if "ربع" in fraction else 20
    return _less(hour, minutes) if fraction.startswith("الا") else (hour, minutes)


def _less(hour: int, minutes: int) -> tuple[int, int]:
    """So many minutes before an hour: ``السابعة إلا ربعا`` is 6:45."""
    return (hour - 2) % 12 + 1, 60 - minutes


def _in_24_hours(hour: int, part: str | None) -> int:
    """The hour by the part of day behind it; as it stands when none is."""
    if hour > 12 or part is None:
        return hour
    if part == "am" or (part == "night" and (hour < 6 or hour == 12)):
        return hour % 12
    if part == "noon":
        return hour if hour >= 10 else hour + 12
    return hour % 12 + 12


# "الساعة 3:20 توقيت غرينيتش", "الساعة العاشرة من صباح", "الساعة 9 مساء بالتوقيت المحلي"
_HOUR = rf"""(?:تمام_)?الساعة_(?:ال~)?(?:(?P<open>[(]~)?{_DIGITAL}(?(open)~[)])|{_SPOKEN})
    (?:_دقيقة(?!\w)|{_FRACTION}){_PART}?{_ZONE}?"""
# "3 آلاف ميل في الساعة الواحدة" is a speed
_RATE = re.compile(r"\d|^(?:كيلو\w*|ميل\w*|الف|الاف|شخص\w*|دولار\w*|سرعه|بسرعه)$")


def _hour(match: re.Match[str], context: Context) -> Meaning | None:
    is_bare = match.group().endswith(_ONE_HOUR) and context.word_before(match.start()) == "في"
    if is_bare and any(_RATE.search(word) for word in context.words_before(match.start(), 6)):
        return None
    return _clock(match, context)


# "05:43 ت غ", "1300 بتوقيت غرينتش", "20:30 بتوقيت مكة", "9:00 صباحا", "(05,43 ت غ)"
_FIGURES = rf"""(?P<hour>[01]?\d|2[0-4])(?:~(?P<mark>[:.,،])?(?P<minute>[0-5]\d)
    (?::[0-5]\d)?)?(?!\d){_PART}?{_ZONE}?"""


def _clock_in_figures(match: re.Match[str], context: Context) -> Meaning | None:
    """Figures alone may be a score or a verse: a part of day or a zone makes them a time."""
    is_time = (
        match["zone"] or match["utc"] or _is_adverb(match) or (match["part"] and match["mark"])
    )
    return _clock(match, context) if is_time else None


def _is_adverb(match: re.Match[str]) -> bool:
    """Whether the part of day is a word, not ص or م."""
    return match["part"] is not None and len(match["part"]) > 1


_LEADS = frozenset(map(fold_key, "في عند حتى منذ نحو حوالي قرابة تمام".split()))
# "في الثالثة فجرا", "(التاسعة ت غ)", "عند الثامنة والنصف مساء", "الثامنة و20 دقيقة"
_WORDS = rf"{_SPOKEN}{_FRACTION}{_PART}?{_ZONE}?"


def _clock_in_words(match: re.Match[str], context: Context) -> Meaning | None:
    """``الثانية`` alone is an ordinal, or a second; ``العاشرة مساء`` is a programme as well."""
    if is_title(match, context) or context.word_before(match.start()) == "برنامج":
        return None
    is_led = match["fraction"] and context.word_before(match.start()) in _LEADS
    is_time = match["part"] or match["zone"] or match["utc"] or match["minutes"] or is_led
    return _clock(match, context) if is_time else None


# --- ranges --------------------------------------------------------------------------------
# "بين الساعة 8 و10 صباحا", "من الساعة السابعة حتى التاسعة مساء", "من 9:00 إلى 17:00"
_OTHER = {"hour": "from", "minute": "fromMinute", "spoken": "fromSpoken", "fraction": "fromHalf"}
_OTHER |= {"short": "fromShort", "minutes": "fromMinutes"}


def _renamed(pattern: str) -> str:
    """A part of a pattern with the names of the other end of a range."""
    for name, other in _OTHER.items():
        pattern = pattern.replace(f"(?P<{name}>", f"(?P<{other}>")
    return pattern


_END = rf"(?:ال~)?(?:{_DIGITAL}|{_SPOKEN}){_FRACTION}"
_RANGE = rf"""(?:(?P<between>بين|ما_بين)_|(?P<lead>من)_)?(?P<noun>الساعة_)?{_renamed(_END)}
    (?:_(?:إلى|حتى|وحتى|لغاية)_|~[-–]~|(?P<and>_و~))(?:الساعة_)?{_END}{_PART}?{_ZONE}?"""


def _range(match: re.Match[str], context: Context) -> Meaning | None:
    """Two hours, where a preposition leads them and the words say that they are hours."""
    if match["and"] and not match["between"]:
        return None
    in_figures = match["hour"] and match["from"]
    has_minutes = in_figures and ":" in match.group()
    is_time = match["noun"] or _is_adverb(match) or match["zone"] or match["utc"] or has_minutes
    if not is_time or not (match["between"] or match["lead"] or match["noun"]):
        return None
    groups = match.groupdict()
    hour, minute = _hour_and_minute(groups)
    from_hour, from_minute = _hour_and_minute(
        {name: groups[other] for name, other in _OTHER.items()}
    )
    if hour is None or from_hour is None:
        return None
    until, begin = _in_24_hours(hour, _part(match)), _in_24_hours(from_hour, _part(match))
    if (begin, from_minute or 0) >= (until, minute or 0):
        begin = from_hour  # "من 8 إلى 2 ظهرا" begins in the morning
    zone = _zone(match)
    return meaning.clock(None, f"{_time(begin, from_minute)}{zone}/{_time(until, minute)}{zone}")


RULES: tuple[Rule, ...] = (
    rule(
        "hour-range",
        {"من", "بين", "ما", "الساعة", DIGITS} | DEFINITE_ORDINALS,
        _RANGE,
        _range,
    ),
    rule("hour", {"الساعة", "تمام"}, _HOUR, _hour),
    rule("hour-in-figures", {DIGITS}, _FIGURES, _clock_in_figures),
    rule("hour-in-words", DEFINITE_ORDINALS, _WORDS, _clock_in_words),
)
