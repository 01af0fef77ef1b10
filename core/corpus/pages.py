"""What is loaded: pages, problems, snapshots."""

from __future__ import annotations

import ibis
import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.overview import paged
from core.corpus.scope import Scope
from core.corpus.tables import Table
from core.corrections import active
from core.selection import Selection


class Pages(Engine):
    """Questions of the corpus page."""

    def pages(self, page: int = 1, page_size: int | None = 50) -> pd.DataFrame:
        """Stored pages in order of their paths.

        Columns: page_id, record_id, path, outlet, encoding, bytes, n_lines, n_articles,
        ingested_at.
        """
        return self.ask(columns.PAGES, Selection(), _pages, page, page_size)

    def problems(
        self,
        stage: str | None = None,
        code: str | None = None,
        page: int = 1,
        page_size: int | None = 50,
    ) -> pd.DataFrame:
        """Faults of the input: path, page_id, article_id, stage, code, detail."""
        return self.ask(columns.PROBLEMS, Selection(), _problems_page, stage, code, page, page_size)

    def count_problems(self, stage: str | None = None, code: str | None = None) -> int:
        """How many faults there are."""
        return self.count(Selection(), _problems, stage, code)

    def problem_codes(self) -> pd.DataFrame:
        """Faults by sort, most frequent first: stage, code, n."""
        return self.ask(columns.PROBLEM_CODES, Selection(), _problem_codes)

    def corrections(self) -> pd.DataFrame:
        """The log of corrections, newest first.

        Columns: correction_id, at, kind, who, why, entity_ids (tuple), target, name, name_en,
        type, forms (tuple), quote_id, is_active (False: undone).
        """
        lines = self.log.load()
        holding = {line.correction_id for line in active(lines)}
        return columns.CORRECTIONS.frame(
            (
                line.correction_id,
                line.at,
                line.kind,
                line.who,
                line.why,
                line.entity_ids,
                line.target,
                line.name,
                line.name_en,
                line.type,
                line.forms,
                line.quote_id,
                line.correction_id in holding,
            )
            for line in reversed(lines)
            if line.kind != "undo"
        )

    def snapshots(self) -> pd.DataFrame:
        """The store's snapshots, newest first.

        Columns: snapshot, created_at, n_pages, n_articles, is_current.
        """
        current = self.store.current
        return columns.SNAPSHOTS.frame(
            (
                held.snapshot,
                held.created_at,
                held.rows["pages"],
                held.rows["articles"],
                held.snapshot == current,
            )
            for held in self.store.manifests()
        )


def _pages(scope: Scope, page: int, page_size: int | None) -> Table:
    pages = scope.tables.pages.order_by("path", "page_id")
    return paged(pages, page, page_size).select(columns.PAGES.names)


def _problems(scope: Scope, stage: str | None, code: str | None) -> Table:
    problems = scope.tables.problems
    if stage is not None:
        problems = problems.filter(problems.stage == stage)
    if code is not None:
        problems = problems.filter(problems.code == code)
    return problems


def _problems_page(
    scope: Scope, stage: str | None, code: str | None, page: int, page_size: int | None
) -> Table:
    return paged(_problems(scope, stage, code).order_by(columns.PROBLEMS.names), page, page_size)


def _problem_codes(scope: Scope) -> Table:
    problems = scope.tables.problems
    counted = problems.group_by("stage", "code").agg(n=problems.count())
    return counted.order_by(ibis.desc("n"), "stage", "code")
