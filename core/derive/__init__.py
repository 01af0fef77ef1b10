"""The frames that span a whole snapshot: entities, outlets, same statements, copies.

They depend on what is in the snapshot and not on the order in which it came. What the snapshot
before already found of pages that are still the same is taken over, so that a morning's pages do
not cost as much as the archive they join.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from core.derive.copies import find_copies
from core.derive.entities import describe_entities
from core.derive.outlets import describe_outlets, told_outlets
from core.derive.snapshot import Before, opened
from core.derive.statements import same_statements
from core.reading import Outlet

__all__ = ["Before", "derive_frames", "derive_outlets", "told_outlets"]


def derive_frames(
    folder: Path,
    known_outlets: pd.DataFrame,
    outlets: Mapping[str, Outlet],
    before: Before | None = None,
) -> dict[str, pd.DataFrame]:
    """The snapshot-level frames of the page-level ones in ``folder``.

    ``known_outlets`` is what the snapshot before knew of outlets, ``outlets`` what tables beside
    the pages say now, by name; the later one counts. ``before`` saves work and changes nothing.
    """
    with opened(folder) as connection:
        if before is not None:
            before.show(connection)
        copies, compared = find_copies(connection, has_before=before is not None)
        return {
            "entities": describe_entities(connection),
            "outlets": describe_outlets(connection, known_outlets, outlets),
            "statements": same_statements(connection, has_before=before is not None),
            "copies": copies,
            "compared": compared,
        }


def derive_outlets(
    folder: Path, known_outlets: pd.DataFrame, outlets: Mapping[str, Outlet]
) -> pd.DataFrame:
    """The outlets alone, where no page came in."""
    with opened(folder) as connection:
        return describe_outlets(connection, known_outlets, outlets)
