"""The way a question is run: one DuckDB file opened read-only, one cursor a thread."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Self


class Engine:
    """An opened snapshot. Use ``Corpus``, which adds the questions."""

    def __init__(
        self, store: Path, snapshot: str, created_at: dt.datetime, is_sample: bool
    ) -> None:
        """Use ``open``."""
        self.store = store
        self.snapshot = snapshot
        self.created_at = created_at
        self.is_sample = is_sample

    @classmethod
    def open(cls, store: Path | str) -> Self:
        """The store's current snapshot."""
        return cls(Path(store), "", dt.datetime(1970, 1, 1, tzinfo=dt.UTC), is_sample=False)

    def is_current(self) -> bool:
        """Whether the store still names this snapshot and these corrections."""
        return True

    def close(self) -> None:
        """Let the file go."""
