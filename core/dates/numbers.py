"""Number words: cardinals up to the thousands, ordinals to 99, and the patterns that match them.

Arabic number words vary by gender and case; folded text keeps neither apart reliably, so any
form is taken for its value and agreement is not checked.
"""

from __future__ import annotations

from functools import cache

from core.dates.lexicon import compile_pattern, load_rows, one_of
from core.text.fold import fold_key


@cache
def _atoms(file: str) -> dict[str, dict[str, int]]:
    """Role to form to value."""
    roles: dict[str, dict[str, int]] = {}
    for form, value, role in load_rows(file):
        roles.setdefault(role, {})[form] = int(value)
    return roles


def _cardinal_part(role: str) -> str:
    return one_of(_atoms("numbers.tsv")[role])


def _ordinal_part(role: str) -> str:
    return one_of(_atoms("ordinals.tsv")[role])


_AND = "_و~"
# ثلاثة وعشرون | ثلاثة عشر | عشرون | ثلاثة
_BELOW_100 = (
    rf"(?:{_cardinal_part('unit')}{_AND}{_cardinal_part('ten')}"
    rf"|{_cardinal_part('unit')}_{_cardinal_part('teen')}"
    rf"|{_cardinal_part('ten')}|{_cardinal_part('unit')})(?!\w)"
)
# مئة وخمسة وعشرون | مئة
_BELOW_1000 = rf"(?:{_cardinal_part('hundred')}(?!\w)(?:{_AND}{_BELOW_100})?|{_BELOW_100})"
CARDINAL = rf"(?:{_cardinal_part('thousand')}(?!\w)(?:{_AND}{_BELOW_1000})?|{_BELOW_1000})"
"""A number in words, 1 to 2999."""

DEFINITE_CARDINAL = (
    rf"ال(?:{_cardinal_part('unit')}{_AND}(?:ال)?{_cardinal_part('ten')}"
    rf"|{_cardinal_part('unit')}_{_cardinal_part('teen')}"
    rf"|{_cardinal_part('hundred')}|{_cardinal_part('ten')}|{_cardinal_part('unit')})(?!\w)"
)
"""A number in words with the article: الأربع والعشرين, الثلاثين."""

ORDINAL = (
    rf"(?:(?:ال)?{_ordinal_part('unit')}{_AND}ال{_ordinal_part('ten')}"
    rf"|(?:ال)?{_ordinal_part('unit')}_{_ordinal_part('teen')}"
    rf"|ال(?:{_ordinal_part('ten')}|{_ordinal_part('unit')}))(?!\w)"
)
"""An ordinal with the article, 1st to 99th: السابع، الحادي عشر، الخامس والعشرين."""

_CARDINAL = compile_pattern(rf"{CARDINAL}|{DEFINITE_CARDINAL}")
_ORDINAL = compile_pattern(ORDINAL)
# More digits than a length of time or a day has, and fewer than int() refuses.
_MOST_DIGITS = 9


def parse_number(words: str) -> int | None:
    """The number that ``words`` say in digits or in Arabic cardinals, else ``None``.

    >>> parse_number("ثلاثة وعشرون"), parse_number("اثنتي عشرة"), parse_number("٤٠")
    (23, 12, 40)
    """
    folded = fold_key(words)
    if folded.isdecimal():
        return int(folded) if len(folded) <= _MOST_DIGITS else None
    if not _CARDINAL.fullmatch(folded):
        return None
    return _sum(folded, "numbers.tsv")


def parse_ordinal(words: str) -> int | None:
    """The rank that an ordinal with the article says, else ``None``.

    >>> parse_ordinal("الحادي والثلاثين"), parse_ordinal("الأول")
    (31, 1)
    """
    folded = fold_key(words)
    if folded.startswith("ل") and not folded.startswith("ال"):
        folded = "ا" + folded
    if not _ORDINAL.fullmatch(folded):
        return None
    return _sum(folded, "ordinals.tsv")


def _sum(folded: str, file: str) -> int:
    values = {form: value for forms in _atoms(file).values() for form, value in forms.items()}
    return sum(_value(word, values) for word in folded.split(" ") if word != "و")


def _value(word: str, values: dict[str, int]) -> int:
    for cut in ("", "و", "ال", "وال"):
        if word.startswith(cut) and word[len(cut) :] in values:
            return values[word[len(cut) :]]
    raise ValueError(f"not a number word: {word!r}")
