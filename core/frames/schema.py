"""Schemas: which columns a frame has, in which order and of which dtype, also when it is empty.

A column is text, an offset, a count, a share, a flag, a day, an instant or a word of a closed
vocabulary. Absent is ``<NA>`` (``NaN`` in pandas' own text dtype) or ``NaT``, never ``""`` or -1.
The same schema gives the Arrow types of the Parquet files, so that what is written is what is
read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import pyarrow as pa

Kind = Literal["text", "offset", "count", "real", "flag", "day", "instant", "word", "tuple"]

_PANDAS: Mapping[Kind, str] = {
    "text": "str",
    "offset": "int32",
    "count": "int64",
    "real": "float64",
    "flag": "bool",
    "day": "datetime64[s]",
    "instant": "datetime64[us, UTC]",
    "tuple": "object",
}
_ARROW: Mapping[Kind, pa.DataType] = {
    "text": pa.string(),
    "offset": pa.int32(),
    "count": pa.int64(),
    "real": pa.float64(),
    "flag": pa.bool_(),
    "day": pa.date32(),
    "instant": pa.timestamp("us", tz="UTC"),
    "word": pa.string(),
    "tuple": pa.list_(pa.string()),
}
# Dtypes that cannot hold "absent" themselves, and their siblings that can.
_NULLABLE: Mapping[str, str] = {"int32": "Int32", "int64": "Int64", "bool": "boolean"}


class SchemaError(ValueError):
    """A frame that is not of its schema: names the frame, the column and what was expected."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``is_optional`` says that values may be absent, ``words`` which there are."""

    name: str
    kind: Kind
    is_optional: bool = False
    words: pd.CategoricalDtype | None = None

    @property
    def dtype(self) -> Any:
        """The pandas dtype."""
        if self.words is not None:
            return self.words
        name = _PANDAS[self.kind]
        return _NULLABLE.get(name, name) if self.is_optional else name

    @property
    def field(self) -> pa.Field:
        """The Arrow field; words are plain text there, Parquet keeps a dictionary by itself."""
        return pa.field(self.name, _ARROW[self.kind], nullable=self.is_optional)


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of one kind of frame, and the columns its rows are sorted by (its key)."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in order."""
        return tuple(column.name for column in self.columns)

    @property
    def arrow(self) -> pa.Schema:
        """The schema of the Parquet file."""
        return pa.schema([column.field for column in self.columns])

    def empty(self) -> pd.DataFrame:
        """The frame without rows."""
        return self.frame([])

    def frame(self, rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
        """A frame of ``rows``, each a sequence in column order."""
        listed = list(rows)
        values = list(zip(*listed, strict=True)) if listed else [()] * len(self.columns)
        return pd.DataFrame(
            {
                column.name: _series(list(cells), column)
                for column, cells in zip(self.columns, values, strict=True)
            }
        )

    def conform(self, frame: pd.DataFrame) -> pd.DataFrame:
        """``frame`` with this schema's columns and order, each cast to its dtype."""
        missing = [name for name in self.names if name not in frame.columns]
        if missing:
            raise SchemaError(f"{self.name}: no column {', '.join(missing)}")
        return pd.DataFrame(
            {column.name: _cast(frame[column.name], column) for column in self.columns}
        ).reset_index(drop=True)

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """``frame`` itself, or SchemaError for the first thing that is not as it should be."""
        if tuple(frame.columns) != self.names:
            raise SchemaError(
                f"{self.name}: columns are {list(frame.columns)}, expected {list(self.names)}"
            )
        for column in self.columns:
            series = frame[column.name]
            if series.dtype != pd.Series([], dtype=column.dtype).dtype:
                raise SchemaError(
                    f"{self.name}.{column.name}: dtype {series.dtype}, expected {column.dtype}"
                )
            if not column.is_optional and bool(series.isna().any()):
                raise SchemaError(f"{self.name}.{column.name}: absent where it must not be")
        return frame

    def to_arrow(self, frame: pd.DataFrame) -> pa.Table:
        """``frame`` as the Arrow table that is written."""
        arrays = [
            pa.Array.from_pandas(_plain(frame[column.name], column), type=column.field.type)
            for column in self.columns
        ]
        return pa.Table.from_arrays(arrays, schema=self.arrow)

    def from_arrow(self, table: pa.Table) -> pd.DataFrame:
        """The frame of a table that was written with this schema."""
        return self.conform(table.to_pandas(date_as_object=False))


def _series(cells: list[Any], column: Column) -> pd.Series[Any]:
    if column.kind == "day":
        # Through day precision: text and dates beyond the range of nanoseconds stay right.
        return pd.Series(pd.array(cells, dtype="datetime64[s]"))
    if column.kind == "instant":
        instants: pd.Series[Any] = pd.Series(pd.to_datetime(cells, utc=True))
        return instants.astype("datetime64[us, UTC]")
    series: pd.Series[Any] = pd.Series(cells, dtype=column.dtype)
    return series


def _cast(series: pd.Series[Any], column: Column) -> pd.Series[Any]:
    if column.kind == "tuple":
        tuples = series.map(lambda cell: tuple(cell) if cell is not None else ())
        return tuples.astype("object")
    if column.kind == "instant":
        return pd.to_datetime(series, utc=True).astype("datetime64[us, UTC]")
    return series.astype(column.dtype)


def _plain(series: pd.Series[Any], column: Column) -> pd.Series[Any]:
    """Words as text: an Arrow dictionary would tie the file to the order of the vocabulary."""
    return series.astype("str") if column.kind == "word" else series


def text(name: str, *, optional: bool = False) -> Column:
    """A column of text."""
    return Column(name, "text", optional)


def offset(name: str, *, optional: bool = False) -> Column:
    """A column of offsets or other small whole numbers."""
    return Column(name, "offset", optional)


def count(name: str) -> Column:
    """A column of counts."""
    return Column(name, "count")


def real(name: str, *, optional: bool = False) -> Column:
    """A column of real numbers."""
    return Column(name, "real", optional)


def flag(name: str) -> Column:
    """A column of yes or no."""
    return Column(name, "flag")


def day(name: str, *, optional: bool = True) -> Column:
    """A column of days."""
    return Column(name, "day", optional)


def instant(name: str, *, optional: bool = True) -> Column:
    """A column of instants in UTC."""
    return Column(name, "instant", optional)


def word(name: str, words: pd.CategoricalDtype, *, optional: bool = False) -> Column:
    """A column of a closed vocabulary."""
    return Column(name, "word", optional, words)


def tuples(name: str) -> Column:
    """A column of tuples, in answers only."""
    return Column(name, "tuple")
