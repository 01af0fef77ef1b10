"""Which outlet the files of a folder belong to, when the files themselves do not say.

A folder may hold an ``outlets.tsv`` with the columns ``folder``, ``outlet``, ``outlet_en`` and
``country``: each file below it is of the outlet of the first row whose folder it lies in. A
column ``invented`` with ``yes`` marks made-up outlets, which every screen then says.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TABLE_NAME = "outlets.tsv"


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by its Arabic name; English name and ISO country where the table gives them."""

    name: str
    name_en: str | None = None
    country: str | None = None
    is_invented: bool = False


def outlet_of(root: Path, folders: tuple[str, ...]) -> Outlet | None:
    """The outlet of a file that lies ``folders`` below ``root``, or ``None`` when unsaid."""
    if not folders:
        return None
    table = load_outlets(root)
    return next((table[folder] for folder in folders if folder in table), None)


@lru_cache(maxsize=64)
def load_outlets(root: Path) -> Mapping[str, Outlet]:
    """The outlets of a folder by sub-folder name; empty when it has no table."""
    path = root / TABLE_NAME
    if not path.is_file():
        return {}
    rows = _rows(path.read_text(encoding="utf-8-sig").splitlines())
    return {
        row["folder"]: Outlet(
            row["outlet"],
            row.get("outlet_en") or None,
            row.get("country") or None,
            row.get("invented") == "yes",
        )
        for row in rows
        if row.get("folder") and row.get("outlet")
    }


def _rows(lines: Iterable[str]) -> list[dict[str, str]]:
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return [
        {key: (value or "").strip() for key, value in row.items() if key}
        for row in csv.DictReader(kept, delimiter="\t")
    ]
