"""The names of an entity in one cell: aliases joined for people, folded keys for look-up."""

from __future__ import annotations

from collections.abc import Iterable

from core.frames.ids import JOINT
from core.text.fold import fold_key


def entity_keys(names: Iterable[str | None]) -> str:
    """The folded spellings an entity is found by, sorted, one a line.

    >>> entity_keys(["أمغار", "امغار", "Amghar", None])
    'amghar\\nامغار'
    """
    return "\n".join(sorted({fold_key(name).lower() for name in names if name}))


def join_names(names: Iterable[str], without: str = "") -> str | None:
    """Names in order, each once, in one cell; None when there is none besides ``without``."""
    return JOINT.join(name for name in dict.fromkeys(names) if name and name != without) or None


def part_names(cell: object) -> list[str]:
    """The names of a cell; none for an absent one."""
    return cell.split(JOINT) if isinstance(cell, str) else []
