"""Outlets: one id for all the ways a collection names them, and their labels.

Listed outlets (``lexicons/outlets/outlets.tsv``) keep one id under any of their names; any other
name makes its own id, ASCII, from its letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.text.fold import fold_key

_FILE = Path(__file__).resolve().parent.parent / "lexicons" / "outlets" / "outlets.tsv"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# One Latin spelling a letter, so that different Arabic names stay apart and can be read.
_LATIN = str.maketrans(
    {
        **dict(zip("ابتجدرزسفكلمنهوي", "abtjdrzsfklmnhwy", strict=True)),
        **{"ث": "th", "ح": "hh", "خ": "kh", "ذ": "dh", "ش": "sh", "ص": "ss", "ض": "dd"},
        **{"ط": "tt", "ظ": "zz", "ع": "3", "غ": "gh", "ق": "q", "ء": "2"},
    }
)


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """A row of the list."""

    outlet_id: str
    name: str
    name_en: str
    country: str
    aliases: tuple[str, ...]


def outlet_id(name: str) -> str:
    """The ASCII id of an outlet, the same for all its listed names and their spellings.

    >>> outlet_id("Sky News"), outlet_id("عرب٤٨"), outlet_id("Nile Post"), outlet_id("صدى النيل")
    ('sky-news-arabia', 'arab-48', 'nile-post', 'ssdy-alnyl')
    """
    key = fold_key(name).lower()
    listed = _ids_by_key().get(key)
    if listed is not None:
        return listed
    slug = _NOT_SLUG.sub("-", key.translate(_LATIN)).strip("-")[:64].rstrip("-")
    return slug or "o" + "".join(f"{ord(char):x}" for char in name.strip())[:40]


@cache
def listed_outlets() -> Mapping[str, ListedOutlet]:
    """The list by id."""
    rows = (
        line.split("\t")
        for line in _FILE.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    return {
        one: ListedOutlet(one, name, name_en, country, tuple(filter(None, aliases.split("|"))))
        for one, name, name_en, country, aliases in rows
    }


@cache
def _ids_by_key() -> Mapping[str, str]:
    return {
        fold_key(name).lower(): outlet.outlet_id
        for outlet in listed_outlets().values()
        for name in (outlet.name, outlet.name_en, *outlet.aliases)
    }
