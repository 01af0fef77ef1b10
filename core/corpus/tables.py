"""The serving file's tables as Ibis tables, bound to no engine."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import duckdb
import ibis
from ibis.backends.sql.datatypes import DuckDBType

Table = Any
"""An Ibis table expression (the package has no stubs)."""


class Tables:
    """Every table by its name: ``tables.articles``. Columns are read from the file once."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, database: str) -> None:
        """Look at all tables of an attached database."""
        rows = connection.execute(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() "
            "WHERE database_name = ? AND NOT internal ORDER BY table_name, column_index",
            [database],
        ).fetchall()
        columns: dict[str, dict[str, Any]] = {}
        for table, column, kind in rows:
            columns.setdefault(table, {})[column] = DuckDBType.from_string(kind)
        self._tables = MappingProxyType(
            {name: ibis.table(schema, name=name) for name, schema in columns.items()}
        )

    def __getattr__(self, name: str) -> Table:
        """The table of that name."""
        try:
            return self._tables[name]
        except KeyError:
            raise AttributeError(f"the serving file has no table {name}") from None

    @property
    def names(self) -> tuple[str, ...]:
        """All tables' names."""
        return tuple(self._tables)
