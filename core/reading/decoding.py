"""Bytes to text: which encoding a stored page is in, and mojibake undone only when certain.

UTF-8 is believed when it is valid; UTF-16 and UTF-32 by their byte order mark; then the two
single-byte Arabic code pages, chosen by whether the result reads as Arabic. A text that was
decoded wrongly before it was stored is repaired only if going back is exact to the last
character and yields Arabic. A byte order mark stays in the text as its first code point.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import ftfy.bad_codecs  # noqa: F401 - registers sloppy-windows-1252, which browsers call latin-1

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = ("cp1256", "iso8859-6")
_ARABIC = re.compile("[\u0621-\u064a]")
_LETTER = re.compile(r"[^\W\d_]")
# The commonest words of any Arabic page: a wrong code page never yields them by chance.
_COMMON = re.compile(r"(?<!\w)(?:في|من|على|إلى|الى|أن|ان|التي|الذي|عن|مع|هذا|هذه|كان|قال)(?!\w)")
_ENOUGH_ARABIC = 0.6
# A stored page cut in the middle of a letter has one bad place; a file in another encoding has
# one in almost every word.
_FEW_ERRORS = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what was odd about it (a code and a sentence)."""

    text: str
    encoding: str
    oddity: tuple[str, str] | None = None


def decode(data: bytes) -> Decoded | None:
    """The text of a stored page, or ``None`` when it is no text in any encoding known here."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    if b"\0" in data:
        return None
    try:
        return _without_mojibake(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_code_page(data) or _decode_damaged(data)


def _decode_code_page(data: bytes) -> Decoded | None:
    for encoding in _CODE_PAGES:
        text = data.decode(encoding, "replace")
        if "\ufffd" not in text and _reads_as_arabic(text):
            return Decoded(text, encoding)
    return None


def _decode_damaged(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad > max(1, _FEW_ERRORS * len(text)):
        return None
    sentence = f"{bad} byte sequences are not valid UTF-8 and stand as U+FFFD"
    return Decoded(text, "utf-8", ("damaged-utf-8", sentence))


def _without_mojibake(text: str) -> Decoded:
    for wrong, right in (
        ("latin-1", "utf-8"),
        ("sloppy-windows-1252", "utf-8"),
        ("cp1256", "utf-8"),
        ("latin-1", "cp1256"),
        ("sloppy-windows-1252", "cp1256"),
    ):
        repaired = _undo(text, wrong, right)
        if repaired is not None:
            sentence = f"the text was {right} once read as {wrong}; it has been turned back"
            return Decoded(repaired, right, ("mojibake-repaired", sentence))
    return Decoded(text, "utf-8")


def _undo(text: str, wrong: str, right: str) -> str | None:
    """``text`` read rightly, if every character of it survives the way there and back."""
    bare = text.removeprefix("\ufeff")
    if _is_plain(bare, wrong):
        return None
    try:
        repaired = bare.encode(wrong).decode(right)
        exact = repaired.encode(right).decode(wrong) == bare
    except UnicodeError:
        return None
    return repaired if exact and _reads_as_arabic(repaired) else None


def _is_plain(text: str, wrong: str) -> bool:
    """Whether there is nothing to undo: pure ASCII, or true Arabic where Latin would stand."""
    if text.isascii():
        return True
    return wrong != "cp1256" and _ARABIC.search(text) is not None


def _reads_as_arabic(text: str) -> bool:
    letters = len(_LETTER.findall(text))
    arabic = len(_ARABIC.findall(text))
    if not letters or arabic / letters < _ENOUGH_ARABIC:
        return False
    return letters < 40 or _COMMON.search(text) is not None  # a title alone may lack them
