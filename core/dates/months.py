"""Names of months: every Arabic locale's, the variants of the news, and the Islamic calendar's.

``parse_month`` turns one name, or two names of the same month (``تموز/ يوليو``,
``فبراير (شباط)``), into a number. Which names need a day or a year beside them to be months at all
(مارس, آب, رجب) is said here; whether they have one is the grammar's affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from core.dates.lexicon import compile_pattern, load_rows, load_words, one_of
from core.model import Calendar
from core.text.fold import fold_key


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar, without its year."""

    number: int
    calendar: Calendar


@cache
def month_names() -> dict[str, Month]:
    """Folded name to month, for the names that are safe enough to look up (not Libya's)."""
    names = {
        form: Month(int(number), "gregorian")
        for file in ("months_cldr.tsv", "months.tsv")
        for form, number, *_ in load_rows(file)
    }
    names |= {form: Month(int(number), "hijri") for form, number in load_rows("months_hijri.tsv")}
    return names


@cache
def libyan_months() -> dict[str, int]:
    """Folded name to month of the Libyan calendar: ordinary words, for use between day and year."""
    return {form: int(number) for form, number in load_rows("months_libya.tsv")}


@cache
def ambiguous_months() -> frozenset[str]:
    """Folded names that are other words as well and do not stand for a month alone."""
    return load_words("months_ambiguous.txt")


def _forms(calendar: Calendar) -> list[str]:
    return [form for form, month in month_names().items() if month.calendar == calendar]


def _with_second_name(forms: list[str]) -> str:
    """A name of a month, and a second name of the same month in any of the ways of writing it."""
    name = one_of(forms)
    return rf"{name}(?!\w)(?:(?:~[/\\-]~|_أي_|_){name}(?!\w)|~[(\[]~{name}~[)\]])?"


# "أكتوبر", "تموز/ يوليو", "فبراير (شباط)", "آب أغسطس", "تشرين الأول أي أكتوبر"; two names of
# different months are two months, hence one alternative a month.
GREGORIAN = "|".join(
    _with_second_name([form for form in _forms("gregorian") if month_names()[form].number == n])
    for n in range(1, 13)
)
HIJRI = one_of(_forms("hijri"))
MONTH_NAME = rf"(?:{HIJRI}|{GREGORIAN})(?!\w)"


_NAME = compile_pattern(rf"(?<!\w){one_of(month_names())}(?!\w)")


def parse_month(name: str) -> Month | None:
    """The month that ``name`` names; ``None`` when it names none, or two different ones.

    >>> parse_month("تموز/ يوليو")
    Month(number=7, calendar='gregorian')
    >>> parse_month("تموز/ آب") is None
    True
    """
    folded = fold_key(name)
    whole = month_names().get(folded)
    if whole is not None:
        return whole
    found = {month_names()[fold_key(match.group())] for match in _NAME.finditer(folded)}
    return found.pop() if len(found) == 1 else None
