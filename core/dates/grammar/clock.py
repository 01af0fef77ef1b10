"""Clock times: ``الساعة 3:20 بتوقيت غرينتش``, ``05:43 ت غ``, ``الساعة الثامنة والنصف مساء``,
``في الثالثة فجرا``.

The day they belong to is added by ``finder``, from an expression beside them or the day named last.
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
from core.text.fold import fold_key

_PARTS = {form: half for form, half, *_ in load_rows("clock_parts.tsv")}
_ZONES = {form: zone for form, zone, *_ in load_rows("zones.tsv")}
_UTC = one_of(form for form, zone in _ZONES.items() if zone == "Z")
_HOURS = one_of(
    "الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split()
)
_SPOKEN = rf"(?P<spoken>(?:الحادية|الثانية)_عشرة?|{_HOURS})(?!\w)"
_FRACTION = rf"""(?:_(?P<fraction>والنصف|والربع|والثلث|إلا_(?:ال)?ربعا?|إلا_(?:ال)?ثلثا?)(?!\w)
    |_و~(?P<minutes>{NUMBER})_(?:دقيقة|دقائق|دقيقتين)(?!\w))?"""
_DIGITAL = r"(?P<hour>[01]?\d|2[0-4])(?:~[:.,،]?(?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?!\d)"
_PART = rf"(?:~[(]?(?:من_|في_)?(?P<part>{one_of(_PARTS)})(?!\w))"
# "بتوقيت القاهرة" needs its noun, "ت غ" and "غرينتش" do not.
_ZONE = rf"""(?:~(?:(?:بال|ال|ب|من_)?توقيت_(?:مدينة_)?(?P<zone>{one_of(_ZONES)})
    |(?P<utc>{_UTC}))(?!\w))"""


def _clock(match: re.Match[str], context: Context) -> Meaning | None:
    hour, minute = _hour_and_minute(match)
    part = _PARTS[fold_key(match["part"])] if match["part"] else None
    if hour is None or (hour == 24 and minute not in (None, 0)):
        return None
    hour = _in_24_hours(hour, part)
    zone = "Z" if match["utc"] or (match["zone"] and _ZONES[fold_key(match["zone"])] == "Z") else ""
    time = f"T{hour:02}" + (f":{minute:02}" if minute is not None else "")
    return meaning.clock(None, time + zone)


def _hour_and_minute(match: re.Match[str]) -> tuple[int | None, int | None]:
    groups = match.groupdict()
    hour = int(groups["hour"]) if groups.get("hour") else parse_ordinal(groups["spoken"])
    if hour is None or groups.get("minute"):
        return hour, int(groups.get("minute") or 0)
    if groups.get("minutes"):
        minutes = parse_number(groups["minutes"])
        return hour, minutes if minutes is not None and minutes < 60 else None
    fraction = groups.get("fraction")
    if fraction is None:
        return hour, None
    minutes = 30 if "نصف" in fraction else 15 if "ربع" in fraction else 20
    if fraction.startswith("الا"):
        return (hour - 2) % 12 + 1, 60 - minutes
    return hour, minutes


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
_HOUR = rf"""(?:تمام_)?الساعة_(?:ال~)?(?:{_DIGITAL}|{_SPOKEN}){_FRACTION}{_PART}?{_ZONE}?"""
# "05:43 ت غ", "1300 بتوقيت غرينتش", "20:30 بتوقيت مكة", "9:00 صباحا", "(05,43 ت غ)"
_FIGURES = rf"""(?P<hour>[01]?\d|2[0-4])(?:~(?P<mark>[:.,،])?(?P<minute>[0-5]\d)
    (?::[0-5]\d)?)?(?!\d){_PART}?{_ZONE}?"""


def _clock_in_figures(match: re.Match[str], context: Context) -> Meaning | None:
    """Figures alone may be a score or a verse: a part of day or a zone makes them a time."""
    is_adverb = match["part"] and len(match["part"]) > 1  # not ص and م
    is_time = match["zone"] or match["utc"] or is_adverb or (match["part"] and match["mark"])
    return _clock(match, context) if is_time else None


# "في الثالثة فجرا", "(التاسعة ت غ)", "عند الثامنة والنصف مساء"
_WORDS = rf"{_SPOKEN}{_FRACTION}{_PART}?{_ZONE}?"


def _clock_in_words(match: re.Match[str], context: Context) -> Meaning | None:
    """``الثانية`` alone is an ordinal, or a second."""
    is_time = match["part"] or match["zone"] or match["utc"]
    return _clock(match, context) if is_time else None


RULES: tuple[Rule, ...] = (
    rule("hour", {"الساعة", "تمام"}, _HOUR, _clock),
    rule("hour-in-figures", {DIGITS}, _FIGURES, _clock_in_figures),
    rule("hour-in-words", DEFINITE_ORDINALS, _WORDS, _clock_in_words),
)
