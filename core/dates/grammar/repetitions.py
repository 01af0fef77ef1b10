"""Repetitions: ``يوميا``, ``بشكل شهري``, ``كل أسبوعين``, ``كل مساء``, ``أيام الجمعة``."""

from __future__ import annotations

import re

from core.dates import meaning
from core.dates.context import Context
from core.dates.meaning import Meaning, Unit, duration_value
from core.dates.numbers import parse_number
from core.dates.parts import (
    ANY_UNIT,
    BARE_WEEKDAY,
    NUMBER,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAY_WORDS,
    part_of_day,
    unit_forms,
    unit_of,
    weekday_of,
)
from core.dates.rule import Rule, rule
from core.text.fold import fold_key

# "يوميا", "سنويا", "بشكل يومي", "بصورة شهرية"
_ADVERBS: dict[str, Unit] = {"يومي": "D", "أسبوعي": "W", "شهري": "M", "سنوي": "Y"}
_UNIT_OF_ADVERB: dict[str, Unit] = {fold_key(form): unit for form, unit in _ADVERBS.items()}
_ADVERB = r"""(?P<adverb>يومي|أسبوعي|شهري|سنوي)ا(?!\w)"""
_ADJECTIVE = r"(?:بشكل|بصورة|بصفة|بنحو)_(?P<span>(?P<adverb>يومي|أسبوعي|شهري|سنوي)ة?)(?!\w)"


def _adverb(match: re.Match[str], context: Context) -> Meaning:
    unit = _UNIT_OF_ADVERB[match["adverb"]]
    return meaning.repeated(duration_value("1", unit), unit)


# "كل يوم", "كل أسبوعين", "كل ثلاثة أشهر", "كل يوم جمعة", "كل جمعة", "أيام الأحد", "كل نصف ساعة",
# "كل مساء", "كل صيف", "الجمعة من كل أسبوع"
_EVERY = rf"""كل_(?:(?:يوم_)?(?P<weekday>{BARE_WEEKDAY})
    |(?P<part>صباح|مساء|ليلة)(?!\w)
    |(?P<season>{SEASON})(?!\w)
    |(?P<half>نصف_)?(?:(?P<number>{NUMBER})_)?(?P<unit>{ANY_UNIT})(?!\w))|أيام_(?P<days>{WEEKDAY})
    |(?:يوم_)?(?P<weekly>{WEEKDAY})_(?:من_)?كل_أسبوع(?!\w)"""


def _every(match: re.Match[str], context: Context) -> Meaning | None:
    if day := match["weekday"] or match["days"] or match["weekly"]:
        return meaning.repeated(f"XXXX-WXX-{weekday_of(day) + 1}")
    if match["part"]:
        return meaning.repeated(f"XXXX-XX-XX{part_of_day(match['part'])}", "H")
    if match["season"]:
        return meaning.repeated(f"XXXX-{SEASONS[match['season']]}", "M")
    unit = unit_of(match["unit"])
    if match["half"]:
        return meaning.repeated("PT30M", "MIN") if unit == "H" and not match["number"] else None
    if match["number"]:
        amount = parse_number(match["number"])
    else:
        amount = 2 if fold_key(match["unit"]) in map(fold_key, unit_forms("two")) else 1
        if fold_key(match["unit"]) in map(fold_key, unit_forms("many")):
            return None
    return meaning.repeated(duration_value(str(amount), unit), unit)


RULES: tuple[Rule, ...] = (
    rule("adverb", {form + "ا" for form in _ADVERBS}, _ADVERB, _adverb),
    rule("adverb-phrase", {"بشكل", "بصورة", "بصفة", "بنحو"}, _ADJECTIVE, _adverb),
    rule("every", {"كل", "أيام", "يوم"} | WEEKDAY_WORDS, _EVERY, _every),
)
