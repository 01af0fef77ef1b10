"""The word lists of this stage, read once from ``core/lexicons/names`` and folded like the text."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from core.text.fold import fold_key

# "On" and its compounds, which ``words`` keeps apart from the name that they fold to.
_UNFOLDED = frozenset({"على", "وعلى", "فعلى"})
FOLDER = Path(__file__).parents[1] / "lexicons" / "names"


def read_rows(path: Path) -> Iterator[list[str]]:
    """The tab-separated fields of every line that is no comment."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            row = line.rstrip("\n")
            if row and not row.startswith("#"):
                yield row.split("\t")


@cache
def word_set(name: str) -> frozenset[str]:
    """The folded words of a list ``name`` (one form a line); ``على`` is not folded to Ali."""
    return frozenset(
        row[0] if row[0] in _UNFOLDED else fold_key(row[0]) for row in read_rows(FOLDER / name)
    )


@cache
def word_map(name: str) -> dict[str, tuple[str, ...]]:
    """Folded first column to the other columns."""
    return {fold_key(row[0]): tuple(row[1:]) for row in read_rows(FOLDER / name)}


@cache
def name_tokens() -> dict[str, tuple[str, int]]:
    """Words of people's names: usual Latin spelling and the number of persons bearing it."""
    rows = read_rows(FOLDER / "name_tokens.tsv.gz")
    return {row[0]: (row[1], int(row[2])) for row in rows}


@cache
def clustered() -> dict[str, tuple[str, str, str, int]]:
    """Words of a news corpus: fine, middle and coarse cluster, count. Empty without the file."""
    path = FOLDER / "clusters.tsv.gz"
    if not path.exists():
        return {}
    return {row[0]: (row[1], row[2], row[3], int(row[4])) for row in read_rows(path)}


@cache
def demonyms() -> dict[str, str]:
    """Every form of a nationality adjective to its country (ISO2): gender, number, article.

    >>> demonyms()["الاميركيه"]
    'US'
    """
    return _inflected((iso, fold_key(form).split()[-1]) for iso, form in _adjectives())


@cache
def nationalities() -> dict[str, str]:
    """The forms of ``demonyms`` that speak of the country by themselves: الشمالية does not."""
    return _inflected((iso, fold_key(form)) for iso, form in _adjectives() if " " not in form)


def _adjectives() -> list[list[str]]:
    return list(read_rows(FOLDER / "demonyms.tsv"))


def _inflected(adjectives: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for iso, word in adjectives:
        for ending in ("", "ه", "ين", "ون", "ان", "تان", "تين", "ات"):
            found.setdefault(word + ending, iso)
            found.setdefault(f"ال{word}{ending}", iso)
    return found
