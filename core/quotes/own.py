"""The outlet that published the article: under which names it is no link of its own chains.

Its name stands in the record, often as a short form ("okaz"), or in the dateline ("دبي (CNN) -");
the list of outlets knows its other names.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from core.quotes.media import outlet_key
from core.text.article import ArticleText
from core.text.fold import fold_key

_DATELINE_REACH, _LONGEST_OUTLET = 70, 20
_BRACKETS = re.compile(r"[()\[\]]")


def own_names(article: ArticleText) -> frozenset[str]:
    """Keys (``outlet_key``) of the outlet itself, from the record and a dateline."""
    names: set[str] = set()
    if article.article.outlet:
        names |= names_of(article.article.outlet)
    for line in article.lines[:2]:
        head = article.source[line.start : min(line.end, line.start + _DATELINE_REACH)]
        _, opening, rest = head.partition("(")
        inside, closing, after = rest.partition(")")
        dashed = any(dash in after for dash in "-–—")
        if opening and closing and dashed and 0 < len(inside) < _LONGEST_OUTLET:
            names.add(outlet_key(inside))
    return frozenset(names)


def names_of(outlet: str) -> frozenset[str]:
    """Keys of all listed names of an outlet, whichever is given; of that one if not listed."""
    key = _key(outlet)
    return _listed().get(key, frozenset()) | {key}


@cache
def _listed() -> dict[str, frozenset[str]]:
    """All keys of each listed outlet, under every one of them and under its id."""
    path = files("core") / "lexicons" / "outlets" / "outlets.tsv"
    found: dict[str, frozenset[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name_id, name, name_en, _, *aliases = line.split("\t")
        names = [name, name_en, *(aliases[0].split("|") if aliases else [])]
        keys = frozenset(_key(form) for form in names if form)
        found |= dict.fromkeys(keys | {fold_key(name_id).lower()}, keys)
    return found


def _key(name: str) -> str:
    return outlet_key(_BRACKETS.sub(" ", name))
