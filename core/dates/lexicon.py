"""Loading of the date word lists, and the notation the patterns are written in.

Decides how a list file is read: ``#`` lines are its header, columns are parted by tabs, forms
are folded by the function that folds the text. What the words mean is the affair of the
modules that load a list.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import cache
from importlib.resources import files

from core.text.fold import fold, fold_key

_ARTICLE = "(?:ال|(?<=ل)ل)"
_LEADING_ARTICLE = re.compile(r"(?<![ء-ي])ال(?=[ء-ي()|])")


def compile_pattern(source: str) -> re.Pattern[str]:
    """A compiled pattern from one in the notation of the date rules.

    Verbose, written in ordinary spelling and folded here like the text it will meet; ``_`` is a
    run of blanks, ``~`` one that may be empty, both short, so that no page can make them slow; a
    leading ``ال`` also matches the ل that is left of it once the preposition of ``لل`` is cut off.
    No whitespace inside character classes.

    >>> bool(compile_pattern("الأسبوع_الماضي").match("للاسبوع  الماضي", 1))
    True
    """
    folded = _LEADING_ARTICLE.sub(_ARTICLE, fold(source).text)
    return re.compile(folded.replace("_", "[ ]{1,4}").replace("~", "[ ]{0,4}"), re.VERBOSE)


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
    """A group, in the notation of the rules, that matches any of the forms, longest first."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(form.replace(" ", "_") for form in ordered) + ")"


def first_words(forms: Iterable[str]) -> frozenset[str]:
    """The folded words with which the forms begin: where a rule need be tried at all."""
    return frozenset(fold_key(form).split(" ")[0] for form in forms)


def known_form(form: str, known: Container[str]) -> str:
    """The form of a list that a matched word stands for, whatever became of its article.

    Lists hold some words with the article and some without; the text may have it whole, not at
    all, or as the ل that ``لل`` leaves. Raises KeyError for a word the list has in no way.
    """
    folded = fold_key(form)
    for candidate in (folded, folded.removeprefix("ال"), folded[1:], "ال" + folded[1:]):
        if candidate in known:
            return candidate
    raise KeyError(form)
