"""Loading of the date word lists, and alternations for patterns built from them.

Decides how a list file is read: ``#`` lines are its header, columns are parted by tabs, forms
are folded by the function that folds the text. What the words mean is the affair of the
modules that load a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from core.text.fold import fold_key

ARTICLE = r"(?:ال|(?<=ل)ل)"
"""The article in a pattern: ``ال``, or the second ل of ``لل`` once the preposition is cut off."""


@cache
def load_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``core/lexicons/dates/<name>``, first column folded, without the header."""
    text = (files("core") / "lexicons" / "dates" / name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((fold_key(first), *rest) for first, *rest in rows)


@cache
def load_words(name: str) -> frozenset[str]:
    """The folded forms of a one-column list."""
    return frozenset(row[0] for row in load_rows(name))


def one_of(forms: Iterable[str]) -> str:
    """A non-capturing group that matches any of the folded forms, longest first.

    A space in a form matches any run of blanks, a leading ال also the ل that is left of it in
    ``لل``.
    """
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(_part(form) for form in ordered) + ")"


def _part(form: str) -> str:
    if form.startswith("ال") and len(form) > 3:
        return ARTICLE + _part(form[2:])
    return " +".join(re.escape(word) for word in form.split(" "))
