"""The folded copy of a text in which matching happens, with the map back to the stored text.

Folding removes what Arabic writers vary without meaning anything by it: marks, tatweel and
invisible controls are deleted; seats of hamza, ى/ي, ة/ه, Persian letters, presentation forms,
digits of three scripts and the kinds of space are each mapped to one. It never crosses a
character: presentation forms are expanded one by one, as NFKC of a whole text would also turn
``…`` into sentence ends and ``½`` into a fraction. Folded text is for matching only; what is
shown, stored and counted is always the stored text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from core.model import Span

_DELETED = (
    "\u0640"  # tatweel
    "\u00ad\ufeff\u061c"  # soft hyphen, byte order mark, Arabic letter mark
    + "".join(map(chr, range(0x0610, 0x061B)))  # Koranic signs
    + "".join(map(chr, range(0x064B, 0x0660)))  # harakat, combining hamza and madda
    + "\u0670"
    + "".join(map(chr, range(0x06D6, 0x06DD)))
    + "".join(map(chr, range(0x200B, 0x2010)))  # zero-width, LRM, RLM
    + "".join(map(chr, range(0x202A, 0x202F)))  # embeddings and overrides
    + "".join(map(chr, range(0x2060, 0x206A)))  # word joiner, isolates
)

_MAPPED = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیيې", "ي"),
    **dict.fromkeys("ئؤ", "ء"),
    **dict.fromkeys("ةەۀہھۃ", "ه"),
    **dict.fromkeys("کگڪ", "ك"),
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    "\N{ARABIC DECIMAL SEPARATOR}": ".",
    "\N{ARABIC PERCENT SIGN}": "%",
    **dict.fromkeys("\u00a0\u202f\u3000\t", " "),
    **{chr(code): " " for code in range(0x2000, 0x200B)},
}


def _is_presentation_form(char: str) -> bool:
    return "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc"


def _letters(char: str) -> str:
    """A presentation form as ordinary letters, without marks and the spaces NFKC puts there."""
    letters = unicodedata.normalize("NFKC", char).replace(" ", "")
    return letters.translate(dict.fromkeys(map(ord, _DELETED)))


def _expansion(char: str) -> str:
    """A presentation form as ordinary letters, folded."""
    return _letters(char).translate(_SIMPLE)


_SIMPLE: dict[int, str | None] = {
    **{ord(char): None for char in _DELETED},
    **{ord(char): mapped for char, mapped in _MAPPED.items()},
}
_PRESENTATION = {
    code: _expansion(chr(code))
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))
    if unicodedata.category(chr(code)) != "Cn"
}
_TABLE: dict[int, str | None] = {**_SIMPLE, **_PRESENTATION}
# The same without the joining of letters; each form as long as in the other table.
_BARE: dict[int, str | None] = {
    **{code: to for code, to in _SIMPLE.items() if to is None or to == " "},
    **{code: _letters(chr(code)) for code in _PRESENTATION},
}
# Characters whose folded form is not exactly one character long: where the map shifts.
_SHIFTING = re.compile(
    "["
    + "".join(re.escape(char) for char in _DELETED)
    + "".join(re.escape(chr(code)) for code, to in _PRESENTATION.items() if len(to) != 1)
    + "]"
)
_MARK = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0640]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the stored text it came from.

    ``offsets[i]`` is the stored position of folded character ``i``; ``offsets[len(text)]`` is the
    length of the stored text. Several folded characters may share one stored position
    (a ligature), never the other way round.
    """

    text: str
    source: str
    offsets: array[int]

    def position(self, index: int) -> int:
        """The stored position of folded character ``index``."""
        return self.offsets[index]

    def span(self, start: int, end: int) -> Span:
        """The stored span of folded ``[start, end)``; marks on its last letter belong to it.

        Raises ValueError for an empty range, which has no letters to stand on.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no folded range [{start}, {end}) in {len(self.text)} characters")
        stop = self.offsets[end - 1] + 1
        while stop < len(self.source) and _MARK.match(self.source, stop):
            stop += 1
        return Span(self.offsets[start], stop)

    def index(self, position: int) -> int:
        """The first folded character that stands at or after stored ``position``."""
        return bisect_left(self.offsets, position)


def fold(text: str) -> Folded:
    """``text`` folded, with the map back. Linear in its length.

    >>> folded = fold("قالَـــتْ وزارةُ الصحّة")
    >>> folded.text
    'قالت وزاره الصحه'
    >>> folded.span(0, 4).of(folded.source)
    'قالَـــتْ'
    """
    return _mapped(text, _TABLE)


def undress(text: str) -> Folded:
    """``text`` without marks, tatweel and controls, its letters otherwise as they are written.

    What models trained on ordinary text are to read: presentation forms are the letters they
    stand for, kinds of space are spaces, and the map leads back as that of ``fold`` does.

    >>> undress("قالَـــتْ إيڤانكا أمس").text
    'قالت إيڤانكا أمس'
    """
    return _mapped(text, _BARE)


def _mapped(text: str, table: dict[int, str | None]) -> Folded:
    offsets = array("i")
    position = 0
    for match in _SHIFTING.finditer(text):
        at = match.start()
        offsets.extend(range(position, at))
        offsets.extend([at] * len(_TABLE[ord(text[at])] or ""))
        position = at + 1
    offsets.extend(range(position, len(text) + 1))
    return Folded(text.translate(table), text, offsets)


@lru_cache(maxsize=1 << 16)
def fold_key(text: str) -> str:
    """``text`` folded, with runs of blanks as one: the key for word lists and look-ups.

    >>> fold_key("هيئة  الأمم") == fold_key("هيئه الامم")
    True
    """
    return " ".join(text.translate(_TABLE).split())
