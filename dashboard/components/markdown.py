"""Text from data in places that Streamlit reads as Markdown."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$:~^=&@/\"'])")


def escape(text: str) -> str:
    """``text`` as Markdown that shows exactly it: no links, images, mathematics or emoji.

    >>> escape("*عاجل*: $5")
    '\\\\*عاجل\\\\*\\\\: \\\\$5'
    """
    return _SPECIAL.sub(r"\\\1", text)
