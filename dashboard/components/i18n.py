"""The interface's two languages: strings, counted nouns, numbers and days.

All strings stand in ``strings.toml``. The language is part of the state (``lang`` in the URL);
these functions read it, ``shell`` tells the document by ``announce``.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pandas as pd
import streamlit as st

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")

_TIMEX = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:T.*)?)?|-W(\d\d))?")
_STRINGS = Path(__file__).parents[1] / "strings.toml"
_document = st.components.v2.component(
    "rawi_document",
    js="""
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  document.documentElement.dir = data.dir;
}
""",
)


def language() -> Language:
    """The interface's language."""
    return st.session_state.get("lang", "ar")


def is_arabic() -> bool:
    """Whether the interface is in Arabic, and so laid out right to left."""
    return language() == "ar"


def t(key: str, **values: object) -> str:
    """The string ``section.name`` in the interface's language, with ``{…}`` filled in."""
    section, name = key.split(".")
    return _strings()[section][name][LANGUAGES.index(language())].format(**values)


def label(section: str, value: str) -> str:
    """The name of a vocabulary's value; the value itself when the vocabulary has grown."""
    known = _strings()[section].get(value)
    return known[LANGUAGES.index(language())] if known else value


def count(noun: str, n: int) -> str:
    """``n`` of a counted noun, in the plural the language asks for."""
    forms = _strings()["count"][noun][language()]
    return forms.get(_plural(n), forms["other"]).format(n=number(n))


def number(n: float) -> str:
    """A number with separators, in the digits both languages share."""
    return f"{n:,.0f}"


def percent(part: float, whole: float) -> str:
    """``part`` of ``whole`` in per cent, or a dash where there is no whole."""
    if not whole:
        return "–"
    return f"{100 * part / whole:.0f}{'٪' if is_arabic() else '%'}"


def day(value: Any) -> str:
    """A day in words, without its weekday; an empty string for none."""
    if value is None or pd.isna(value):
        return ""
    stamp = pd.Timestamp(value)
    return f"{stamp.day} {months()[stamp.month - 1]} {stamp.year}"


def timex(value: str) -> str:
    """A TIMEX3 value in words where it is a day, week, month or year, else as it stands."""
    match = _TIMEX.fullmatch(value)
    if match is None:
        return _strings()["timex"].get(value, [value, value])[LANGUAGES.index(language())]
    year, month, day_of_month, week = match.groups()
    if day_of_month:
        return f"{int(day_of_month)} {months()[int(month) - 1]} {year}"
    if month:
        return f"{months()[int(month) - 1]} {year}"
    return t("timex.week", week=int(week), year=year) if week else year


def days_between(begin: dt.date, end: dt.date) -> str:
    """An inclusive range of days in words."""
    return day(begin) if begin == end else f"{day(begin)} – {day(end)}"


def months() -> list[str]:
    """The twelve months."""
    return t("month.names").split()


def weekdays() -> list[str]:
    """The seven days, Sunday first."""
    return t("month.days").split()


def name_of(row: Mapping[str, Any], arabic: str = "name", english: str = "name_en") -> str:
    """The name a reader of this language wants: the English label, where there is one."""
    name, other = row.get(arabic), row.get(english)
    if not is_arabic() and isinstance(other, str) and other:
        return other
    return name if isinstance(name, str) else ""


def announce() -> None:
    """Tells the document its language and direction."""
    with st.container(key="rawi_document", height=1):
        _document(
            key="rawi_document_c",
            data={"lang": language(), "dir": "rtl" if is_arabic() else "ltr"},
        )


@cache
def _strings() -> dict[str, Any]:
    return tomllib.loads(_STRINGS.read_text("utf-8"))


def _plural(n: int) -> str:
    """The CLDR plural class; the Arabic rule covers English, whose forms lack the others."""
    if n in (0, 1, 2):
        return ("zero", "one", "two")[n]
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if n % 100 >= 11 else "other"
