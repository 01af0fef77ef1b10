"""Word lists of the quotes stage, folded by the same function as the text, loaded once.

The files are in ``core/lexicons/quotes``; each says in its header what it holds and whence.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from core.text.fold import fold_key


def _rows(name: str) -> list[str]:
    path = files("core") / "lexicons" / "quotes" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def folded(forms: str) -> frozenset[str]:
    """The folded words of a string: for the short closed lists that belong to one rule."""
    return frozenset(fold_key(form) for form in forms.split())


@cache
def words(name: str) -> frozenset[str]:
    """The folded forms of ``<name>.txt``, one a line."""
    return frozenset(fold_key(row) for row in _rows(f"{name}.txt"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``<name>.tsv`` as they are written, cells unfolded."""
    return tuple(tuple(cell.strip() for cell in row.split("\t")) for row in _rows(f"{name}.tsv"))


@cache
def mapping(name: str) -> dict[str, str]:
    """The first cell of each row of ``<name>.tsv``, folded, with its second cell."""
    return {fold_key(row[0]): row[1] for row in table(name) if len(row) > 1}
