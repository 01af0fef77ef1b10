"""Days in the months of Libya, 1969 to 2011: ``15 الحرث 2005``.

Without a year the names are ordinary words.
"""

from __future__ import annotations

import re

from core.dates import meaning, nearest
from core.dates.context import Context
from core.dates.grammar.calendar_days import DAY_STARTS, day_number
from core.dates.lexicon import one_of
from core.dates.meaning import Meaning
from core.dates.months import MONTH_NAME, libyan_months
from core.dates.parts import DAY_OF_MONTH, YEAR_NUMBER
from core.dates.rule import Rule, rule
from core.text.fold import fold_key

_LIBYAN_DAY = rf"""(?P<day>{DAY_OF_MONTH})_(?:من_)?(?:شهر_)?
    (?P<month>{one_of(libyan_months())})(?!\w)
    (?:~[/(]~{MONTH_NAME}~[)]?)?_(?P<year>{YEAR_NUMBER})"""


def _libyan_day(match: re.Match[str], context: Context) -> Meaning | None:
    month = libyan_months()[fold_key(match["month"])]
    date = nearest.date_or_none(int(match["year"]), month, day_number(match["day"]))
    return meaning.day_if_any(date)


RULES: tuple[Rule, ...] = (rule("day-of-libyan-month", DAY_STARTS, _LIBYAN_DAY, _libyan_day),)
