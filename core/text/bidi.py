"""Direction of text: isolates for labels, the base direction of a paragraph, raster shaping.

Charts, canvas tables and window titles take plain strings, and lay Arabic with Latin names or
numbers in it out wrongly unless it is isolated. Every such string goes through ``isolate``.
Running text in HTML needs none of this: a ``dir`` on its paragraph is enough, and isolates
inside it would break the joining of letters.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

import arabic_reshaper
from bidi.algorithm import get_display  # the compiled one does not mirror brackets

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
_CONTROLS = dict.fromkeys(
    map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
)


def strip_controls(text: str) -> str:
    """``text`` without bidi controls: stored ones may be unbalanced or meant to deceive."""
    return text.translate(_CONTROLS)


def base_direction(text: str) -> Literal["rtl", "ltr"] | None:
    """Direction of the first strong character, or ``None`` when there is none."""
    for char in text:
        bidi_class = unicodedata.bidirectional(char)
        if bidi_class in ("R", "AL"):
            return "rtl"
        if bidi_class == "L":
            return "ltr"
    return None


def has_rtl(text: str) -> bool:
    """Whether any character is written right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def isolate(text: str) -> str:
    """``text`` wrapped so that it keeps its own order wherever it is put: RTL if any Arabic."""
    opening = RLI if has_rtl(text) else LRI
    return f"{opening}{strip_controls(text)}{PDI}"


def visual_order(text: str) -> str:
    """``text`` shaped and reordered for a renderer that draws characters left to right.

    Only for raster output without a shaping engine (Pillow without Raqm): an engine that shapes
    by itself would turn the result round again.
    """
    return str(get_display(arabic_reshaper.reshape(strip_controls(text)), base_dir="R"))
