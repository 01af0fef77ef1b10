"""What is loaded: pages, problems, snapshots."""

from __future__ import annotations

import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine


class Pages(Engine):
    """Questions of the corpus page."""

    def pages(self, page: int = 1, page_size: int | None = 50) -> pd.DataFrame:
        """Stored pages in order of their paths.

        Columns: page_id, record_id, path, outlet, encoding, bytes, n_lines, n_articles,
        ingested_at.
        """
        return columns.PAGES.empty()

    def problems(
        self,
        stage: str | None = None,
        code: str | None = None,
        page: int = 1,
        page_size: int | None = 50,
    ) -> pd.DataFrame:
        """Faults of the input: path, page_id, article_id, stage, code, detail."""
        return columns.PROBLEMS.empty()

    def count_problems(self, stage: str | None = None, code: str | None = None) -> int:
        """How many faults there are."""
        return 0

    def problem_codes(self) -> pd.DataFrame:
        """Faults by sort, most frequent first: stage, code, n."""
        return columns.PROBLEM_CODES.empty()

    def snapshots(self) -> pd.DataFrame:
        """The store's snapshots, newest first.

        Columns: snapshot, created_at, n_pages, n_articles, is_current.
        """
        return columns.SNAPSHOTS.empty()
