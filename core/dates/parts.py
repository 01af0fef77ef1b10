"""Named parts of the patterns, built from the word lists, and the readings of single words.

Each part is a string in the notation of ``lexicon.compile_pattern``; groups get their names where
a rule uses the part, so that no name is used twice in a pattern.
"""

from __future__ import annotations

from typing import Literal, cast, get_args

from core.dates.lexicon import first_words, known_form, load_rows, load_words, one_of
from core.dates.meaning import Season, Unit
from core.dates.months import month_names
from core.dates.numbers import CARDINAL, ORDINAL
from core.text.fold import fold_key

Direction = Literal["past", "next", "this", "same", "after", "before"]
UnitNumber = Literal["one", "two", "many"]


def _table(name: str) -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows(name)}


# --- units -------------------------------------------------------------------------------------
UNITS: dict[str, Unit] = {form: cast(Unit, unit) for form, unit, _ in load_rows("units.tsv")}


def unit_forms(*numbers: UnitNumber, units: tuple[Unit, ...] = get_args(Unit)) -> list[str]:
    """The bare forms of the units in the given grammatical numbers."""
    return [
        form for form, unit, number in load_rows("units.tsv") if number in numbers and unit in units
    ]


def unit_of(form: str) -> Unit:
    """The unit that a form names, with the article or without."""
    return UNITS[known_form(form, UNITS)]


ONE_UNIT = one_of(unit_forms("one"))
TWO_UNITS = one_of(unit_forms("two"))
MANY_UNITS = one_of(unit_forms("many"))
ANY_UNIT = one_of(unit_forms("one", "two", "many"))

# --- words that place a time -------------------------------------------------------------------
MODIFIERS = cast("dict[str, Direction]", _table("modifiers.tsv"))


def modifier(*directions: Direction) -> str:
    """The modifiers of these directions, all when none is named."""
    wanted = directions or get_args(Direction)
    return one_of(form for form, direction in MODIFIERS.items() if direction in wanted) + r"(?!\w)"


def direction_of(form: str) -> Direction:
    """Where a modifier points."""
    return MODIFIERS[known_form(form, MODIFIERS)]


EDGES = load_words("edges.txt")
EDGE = one_of(EDGES)

# --- days ------------------------------------------------------------------------------------
_WEEKDAYS = {form: int(number) for form, number in load_rows("weekdays.tsv")}
BARE_WEEKDAY = one_of(_WEEKDAYS) + r"(?!\w)"
WEEKDAY = rf"ال{one_of(_WEEKDAYS)}(?!\w)"
WEEKDAY_WORDS = frozenset("ال" + form for form in _WEEKDAYS)


def weekday_of(form: str) -> int:
    """Monday is 0, as in ``datetime``."""
    return _WEEKDAYS[known_form(form, _WEEKDAYS)] - 1


DEICTICS = {form: int(days) for form, days in _table("deictics.tsv").items()}
DEICTIC = one_of(DEICTICS) + r"(?!\w)"


def days_from_today(form: str) -> int:
    """How far a deictic day is from the day of writing; its ال may have become ل."""
    return DEICTICS[known_form(form, DEICTICS)]


PARTS_OF_DAY = _table("dayparts.tsv")
PART_OF_DAY = rf"(?:ال)?{one_of(PARTS_OF_DAY)}(?!\w)"
PART_WORDS = first_words(PARTS_OF_DAY) | {"ال" + word for word in first_words(PARTS_OF_DAY)}


def part_of_day(form: str) -> str:
    """``TMO``, ``TAF``, ``TEV`` or ``TNI``."""
    return PARTS_OF_DAY[known_form(form, PARTS_OF_DAY)]


LATE_PARTS = {
    "صباحا": "TMO",
    "فجرا": "TMO",
    "ظهرا": "TAF",
    "عصرا": "TAF",
    "مساء": "TEV",
    "ليلا": "TNI",
    "قبل الظهر": "TMO",
    "بعد الظهر": "TAF",
    "بعد منتصف الليل": "TNI",
}
"""The parts of a day as adverbs, behind what they belong to."""
LATE_PART = rf"{one_of(LATE_PARTS)}(?!\w)"
_LATE_OF_FOLDED = {fold_key(form): part for form, part in LATE_PARTS.items()}


def late_part(form: str) -> str:
    """The part of a day that an adverb names."""
    return _LATE_OF_FOLDED[fold_key(form)]


# --- seasons, decades ------------------------------------------------------------------------
SEASONS = cast("dict[str, Season]", _table("seasons.tsv"))
SEASON = one_of(SEASONS)
DECADES = {form: int(first) for form, first in _table("decades.tsv").items()}
DECADE = one_of(DECADES)

# --- numbers and years -----------------------------------------------------------------------
NUMBER = rf"(?:\d+(?!\d)|{CARDINAL})"
FIRST_DAYS = load_words("first_days.txt")
DAY_OF_MONTH = rf"(?:\d{{1,2}}(?!\d)|{ORDINAL})"
YEAR_NUMBER = r"(?:1\d{3}|20\d{2})(?!\d|[.,]\d|~%)"
YEAR_NOUN = r"(?:(?:ال)?(?:عام|سنة)|عاما)"
ERA = r"(?:~(?P<era>م|ميلادي|ميلادية|للميلاد|هـ|هجري|هجرية|للهجرة)(?!\w))"
HIJRI_ERA = frozenset(map(fold_key, ("هـ", "هجري", "هجرية", "للهجرة")))

CARDINAL_WORDS = first_words(row[0] for row in load_rows("numbers.tsv"))
DEFINITE_CARDINALS = frozenset("ال" + word for word in CARDINAL_WORDS)
ORDINAL_WORDS = first_words(row[0] for row in load_rows("ordinals.tsv"))
DEFINITE_ORDINALS = frozenset("ال" + word for word in ORDINAL_WORDS)
MONTH_WORDS = first_words(month_names())
