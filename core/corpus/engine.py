"""The way a question is run: one DuckDB file opened read-only, one cursor a thread.

An in-memory database holds views over the serving file's tables (with the corrections laid over
them) and, for each selection in use, the keys it selects. A question is compiled from Ibis to SQL
once for its arguments; what is selected only changes the names of two tables in it.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, cast

import duckdb
import ibis
import pandas as pd
import pyarrow as pa

from core.corpus.overlay import lay_over
from core.corpus.scope import PICKED_ARTICLES, PICKED_QUOTES, Scope, pick_articles, pick_quotes
from core.corpus.tables import Table, Tables
from core.corrections import CorrectionLog, active
from core.frames import Schema
from core.publish import ensure_serving
from core.selection import Selection
from core.store import OutdatedError, Store, StoreError

P = ParamSpec("P")

MEMORY_LIMIT = "1GB"
_THREADS = 4
_SELECTIONS_KEPT = 64
_QUESTIONS_KEPT = 1024


@dataclass
class _Picked:
    """Keys of one selection as tables of the in-memory database."""

    scope: Scope
    number: int
    users: int = 0


class Engine:
    """An opened snapshot. Use ``Corpus``, which adds the questions."""

    def __init__(self, store: Store, snapshot: str, serving: Path) -> None:
        """Use ``open``."""
        self.store = store
        self.snapshot = snapshot
        self.created_at: dt.datetime = store.manifest(snapshot).created_at
        self._lock = threading.Lock()
        self._local = threading.local()
        self._picked: OrderedDict[Selection, _Picked] = OrderedDict()
        self._compiled: OrderedDict[tuple[Any, ...], str] = OrderedDict()
        self._n_picked = 0
        self._connection = duckdb.connect()
        self._connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        self._connection.execute(f"SET threads = {_THREADS}")
        place = str(serving).replace("'", "''")
        self._connection.execute(f"ATTACH '{place}' AS served (READ_ONLY)")
        self.tables = Tables(self._connection, "served")
        for name in self.tables.names:
            self._connection.execute(f"CREATE VIEW {name} AS SELECT * FROM served.{name}")
        self.log = CorrectionLog(store.corrections)
        self._mark = self.log.mark
        lay_over(self._connection, store, snapshot, active(self.log.load()))
        self.is_sample: bool = self.rows("SELECT count_if(is_invented) > 0 FROM outlets")[0][0]

    @classmethod
    def open(cls, store: Path | str) -> Self:
        """The store's current snapshot; StoreError when there is none that can be served."""
        held = Store(store)
        snapshot = held.current
        if snapshot is None:
            raise StoreError(f"{held.root}: nothing was ingested here yet")
        if held.is_outdated:
            raise OutdatedError(
                f"{held.root}: made by another version of Rawi; bring it up to date: "
                f"rawi ingest --anew --store {held.root}"
            )
        return cls(held, snapshot, ensure_serving(held, snapshot))

    def is_current(self) -> bool:
        """Whether the store still names this snapshot, and no correction came since."""
        return self.store.current == self.snapshot and self.log.mark == self._mark

    def close(self) -> None:
        """Let the file go. Cursors of other threads end with it."""
        self._connection.close()

    def rows(self, sql: str, parameters: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows of one SQL statement, in this thread's cursor."""
        return self._cursor().execute(sql, parameters or []).fetchall()

    def frame(self, sql: str, parameters: list[Any]) -> pd.DataFrame:
        """The rows of one SQL statement as a frame without a schema."""
        table: pa.Table = self._cursor().sql(sql, params=parameters).to_arrow_table()
        return cast("pd.DataFrame", table.to_pandas(date_as_object=False))

    def ask(
        self,
        schema: Schema,
        selection: Selection,
        question: Callable[Concatenate[Scope, P], Table],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> pd.DataFrame:
        """The answer to ``question(scope, …)`` about ``selection``, in the form of ``schema``."""
        with self._selected(selection) as picked:
            key = (question, args, tuple(sorted(kwargs.items())), picked.scope)
            sql = self._sql(key, lambda: question(picked.scope, *args, **kwargs))
            table = self._cursor().sql(_named(sql, picked.number)).to_arrow_table()
        return schema.conform(table.to_pandas(date_as_object=False))

    def count(
        self,
        selection: Selection,
        question: Callable[Concatenate[Scope, P], Table],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> int:
        """The number of rows of the answer."""
        with self._selected(selection) as picked:
            key = ("count", question, args, tuple(sorted(kwargs.items())), picked.scope)
            sql = self._sql(key, lambda: question(picked.scope, *args, **kwargs).count().as_table())
            counted = self._cursor().execute(_named(sql, picked.number)).fetchall()
        return int(counted[0][0])

    def record(self, selection: Selection, question: Callable[[Scope], Table]) -> dict[str, Any]:
        """The one row of the answer."""
        with self._selected(selection) as picked:
            sql = self._sql((question, picked.scope), lambda: question(picked.scope))
            cursor = self._cursor().execute(_named(sql, picked.number))
            names = [column[0] for column in cursor.description or ()]
            row = cursor.fetchone()
        return dict(zip(names, row or (), strict=True))

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        cursor: duckdb.DuckDBPyConnection | None = getattr(self._local, "cursor", None)
        if cursor is None:
            cursor = self._local.cursor = self._connection.cursor()
        return cursor

    def _sql(self, key: tuple[Any, ...], build: Callable[[], Table]) -> str:
        with self._lock:
            known = self._compiled.get(key)
            if known is not None:
                self._compiled.move_to_end(key)
                return known
        sql = str(ibis.to_sql(build(), dialect="duckdb"))
        with self._lock:
            self._compiled[key] = sql
            while len(self._compiled) > _QUESTIONS_KEPT:
                self._compiled.popitem(last=False)
        return sql

    @contextmanager
    def _selected(self, selection: Selection) -> Iterator[_Picked]:
        """The keys of a selection, kept from being dropped for the time of a ``with``."""
        with self._lock:
            picked = self._picked.get(selection)
            if picked is None:
                picked = self._picked[selection] = self._pick(selection)
            self._picked.move_to_end(selection)
            picked.users += 1
            self._drop_unused()
        try:
            yield picked
        finally:
            with self._lock:
                picked.users -= 1

    def _pick(self, selection: Selection) -> _Picked:
        """Make the tables of keys that a selection needs; none for the whole corpus."""
        self._n_picked += 1
        by_quotes = selection.chooses_quotes
        is_whole = selection == Selection()
        picked = _Picked(Scope(self.tables, is_whole, by_quotes), self._n_picked)
        if is_whole:
            return picked
        articles = pick_articles(self.tables, selection)
        if by_quotes:
            quotes = pick_quotes(self.tables, selection).semi_join(articles, "article_key")
            articles = articles.semi_join(quotes, "article_key")
            self._keep(f"{PICKED_QUOTES}{picked.number}", quotes.select("quote_id"))
        self._keep(f"{PICKED_ARTICLES}{picked.number}", articles)
        return picked

    def _keep(self, name: str, keys: Table) -> None:
        self._cursor().execute(f"CREATE TABLE {name} AS {ibis.to_sql(keys, dialect='duckdb')}")

    def _drop_unused(self) -> None:
        for selection in list(self._picked)[:-_SELECTIONS_KEPT]:
            picked = self._picked[selection]
            if not picked.users:
                del self._picked[selection]
                for name in (PICKED_ARTICLES, PICKED_QUOTES):
                    self._cursor().execute(f"DROP TABLE IF EXISTS {name}{picked.number}")


def _named(sql: str, number: int) -> str:
    """The SQL with the two tables of keys named as those of one selection."""
    for name in (PICKED_ARTICLES, PICKED_QUOTES):
        sql = sql.replace(f'"{name}"', f'"{name}{number}"')
    return sql
