"""One parameter of a link and how its value is written and read.

The codec of everything that stands in a URL: a ``Param`` turns one value into the raw strings of
its key and back. A value survives the way there and back unchanged; what cannot be read is handed
back as broken, so that the caller can say so and nothing is dropped in silence. Several values
of one key are written as several raw strings (``ent=a&ent=b``): no separator, so no escaping.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

Language = Literal["ar", "en"]
Query = Mapping[str, Sequence[str] | str]
T = TypeVar("T")

MAX_TEXT = 200
MAX_VALUES = 50
_SHOWN = 60  # characters of a broken value that a message repeats

_BLANK = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
# C0 and C1 controls, bidi controls and lone surrogates: unseen, able to deceive, or not UTF-8.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?")
_INTEGER = re.compile(r"-?\d{1,9}")


def clean_text(text: str, max_length: int = MAX_TEXT) -> str:
    """``text`` without controls and not longer than ``max_length``; line ends become blanks."""
    return _CONTROL.sub("", _BLANK.sub(" ", text))[:max_length]


@dataclass(frozen=True, slots=True)
class Param(Generic[T]):
    """A key of the query string. ``read`` raises ValueError for what it cannot take.

    ``write`` and ``read`` handle the raw strings of the key together; a value equal to
    ``default`` is not written at all.
    """

    key: str
    default: T
    write: Callable[[T], list[str]]
    read: Callable[[list[str]], tuple[T, tuple[str, ...]]]

    def encode(self, value: T) -> list[str]:
        """The raw strings for ``value``: none when it is the default."""
        return [] if value == self.default else self.write(value)

    def decode(self, raw: Sequence[str] | str | None) -> tuple[T, tuple[str, ...]]:
        """The value, and the raw strings that could not be read (the default stands in)."""
        if raw is None or not len(raw):
            return self.default, ()
        values = [raw] if isinstance(raw, str) else list(raw)
        try:
            return self.read(values)
        except ValueError:
            return self.default, tuple(values)


def text_param(key: str, default: str = "", max_length: int = MAX_TEXT) -> Param[str]:
    """Free text, controls stripped, length capped."""
    return _scalar(key, default, str, lambda raw: clean_text(raw, max_length))


def choice_param(key: str, options: Sequence[str], default: str | None = None) -> Param[Any]:
    """One of ``options``; ``default`` may be None for "nothing chosen"."""
    return _scalar(key, default, str, lambda raw: _one_of(options, raw))


def integer_param(key: str, default: int, lowest: int, highest: int) -> Param[int]:
    """A whole number from ``lowest`` to ``highest``."""

    def read(raw: str) -> int:
        number = int(_matching(_INTEGER, raw))
        if not lowest <= number <= highest:
            raise ValueError(f"{number} is not from {lowest} to {highest}")
        return number

    return _scalar(key, default, str, read)


def flag_param(key: str, default: bool = False) -> Param[bool]:
    """Yes or no, written ``1`` or ``0``."""
    return _scalar(key, default, lambda flag: "1" if flag else "0", _read_flag)


def id_param(key: str, pattern: str) -> Param[str | None]:
    """One id that wholly matches ``pattern``, or None."""
    regex = re.compile(pattern)
    return _scalar(key, None, str, lambda raw: _matching(regex, raw))


def ids_param(key: str, pattern: str, max_count: int = MAX_VALUES) -> Param[tuple[str, ...]]:
    """Ids that wholly match ``pattern``, in order, each once, at most ``max_count``."""
    regex = re.compile(pattern)
    return _many(key, lambda raw: _matching(regex, raw), max_count)


def choices_param(key: str, options: Sequence[str]) -> Param[tuple[str, ...]]:
    """Any of ``options``, in the order given, each once."""
    return _many(key, lambda raw: _one_of(options, raw), len(options))


def days_param(key: str) -> Param[tuple[dt.date | None, dt.date | None]]:
    """First and last day, either open: ``2024-01-01..2024-01-31``, ``2024-01-01..``."""

    def write(days: tuple[dt.date | None, dt.date | None]) -> str:
        return "..".join("" if day is None else day.isoformat() for day in days)

    def read(raw: str) -> tuple[dt.date | None, dt.date | None]:
        match = _DAYS.fullmatch(raw)
        if match is None or not any(match.groups()):
            raise ValueError(f"not days: {raw!r}")
        begin, end = (dt.date.fromisoformat(day) if day else None for day in match.groups())
        return begin, end

    return _scalar(key, (None, None), write, read)


def encode_state(params: Iterable[Param[Any]], state: Mapping[str, Any]) -> dict[str, list[str]]:
    """The query of a page's own parameters; keys with default values are left out."""
    written = {p.key: p.encode(state.get(p.key, p.default)) for p in params}
    return {key: raw for key, raw in written.items() if raw}


def decode_state(
    params: Iterable[Param[Any]], query: Query, lang: Language = "en"
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Every parameter's value, and a sentence for each raw string that could not be read.

    Keys of no parameter are not looked at: ``from_query`` accounts for those.
    """
    state: dict[str, Any] = {}
    problems: list[str] = []
    for param in params:
        state[param.key], broken = param.decode(query.get(param.key))
        problems += [broken_sentence(param.key, raw, lang) for raw in broken]
    return state, tuple(problems)


def broken_sentence(key: str, raw: str, lang: Language) -> str:
    """Says that a value in the link could not be read."""
    shown = clean_text(raw, _SHOWN)
    if lang == "ar":
        return f"لم تُفهم القيمة «{shown}» في الجزء «{key}» من الرابط"
    return f"The link's part “{key}” has a value that is not understood: “{shown}”"


def unknown_sentence(key: str, lang: Language) -> str:
    """Says that the link has a part no page knows."""
    shown = clean_text(key, _SHOWN)
    if lang == "ar":
        return f"في الرابط جزء غير معروف: «{shown}»"
    return f"The link has an unknown part: “{shown}”"


def _scalar(key: str, default: T, write: Callable[[T], str], read: Callable[[str], T]) -> Param[T]:
    """One value; when a link repeats the key the last one counts and the others are broken."""

    def read_last(raw: list[str]) -> tuple[T, tuple[str, ...]]:
        return read(raw[-1]), tuple(other for other in raw[:-1] if other != raw[-1])

    return Param(key, default, lambda value: [write(value)], read_last)


def _many(key: str, read: Callable[[str], str], max_count: int) -> Param[tuple[str, ...]]:
    def read_all(raw: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        values: dict[str, None] = {}
        broken: list[str] = []
        for one in raw:
            try:
                value = read(one)
            except ValueError:
                broken.append(one)
                continue
            if value in values or len(values) < max_count:
                values[value] = None
            else:
                broken.append(one)
        return tuple(values), tuple(broken)

    return Param(key, (), list, read_all)


def _matching(regex: re.Pattern[str], raw: str) -> str:
    if not regex.fullmatch(raw):
        raise ValueError(f"{raw!r} does not match {regex.pattern}")
    return raw


def _one_of(options: Sequence[str], raw: str) -> str:
    if raw not in options:
        raise ValueError(f"{raw!r} is none of {', '.join(options)}")
    return raw


def _read_flag(raw: str) -> bool:
    return _one_of(("0", "1"), raw) == "1"
