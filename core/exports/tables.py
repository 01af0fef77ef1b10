"""A frame as a file: CSV, XLSX or JSON, clean data without the isolates of the screen.

Columns and their order are the frame's. Days and instants are ISO 8601, absent is empty (null in
JSON), a tuple is joined with ``"؛ "`` in tables and a list in JSON. CSV carries a byte order mark,
without which spreadsheets read Arabic as another encoding; a cell that a spreadsheet would take
for a formula is kept as text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any, Literal, get_args

import pandas as pd

TableFormat = Literal["csv", "xlsx", "json"]
TABLE_FORMATS: tuple[TableFormat, ...] = get_args(TableFormat)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_JOINT = "؛ "


def table_bytes(frame: pd.DataFrame, kind: TableFormat) -> bytes:
    """The whole of ``frame`` in the format ``kind``.

    >>> frame = pd.DataFrame({"name": ["=1+1", None], "via": [("رويترز", "سوا"), ()]})
    >>> table_bytes(frame, "csv").decode("utf-8-sig").splitlines()
    ['name,via', "'=1+1,رويترز؛ سوا", ',']
    """
    plain = _each(frame, _plain)
    if kind == "json":
        rows = plain.to_dict("records")
        return json.dumps(rows, ensure_ascii=False, indent=1).encode("utf-8")
    cells = _each(plain, _cell)
    if kind == "csv":
        return cells.to_csv(index=False).encode("utf-8-sig")
    return _xlsx(cells)


def _each(frame: pd.DataFrame, change: Callable[[Any], Any]) -> pd.DataFrame:
    """Every value changed and kept as it is: an offset beside an absent one stays whole."""
    changed = {name: [change(value) for value in frame[name]] for name in frame.columns}
    return pd.DataFrame(changed, columns=frame.columns, dtype=object)


def _plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if value is None or pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.isoformat() if value.tzinfo else value.date().isoformat()
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _cell(value: Any) -> Any:
    """A plain value as one cell of a table."""
    if isinstance(value, list):
        parts = (
            one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in value
        )
        value = _JOINT.join(parts)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _xlsx(cells: pd.DataFrame) -> bytes:
    """One sheet, read from right to left, its header kept in view."""
    buffer = BytesIO()
    with pd.ExcelWriter(buffer, engine="openpyxl") as writer:
        cells.to_excel(writer, sheet_name="rawi", index=False, freeze_panes=(1, 0))
        writer.sheets["rawi"].sheet_view.rightToLeft = True
    return buffer.getvalue()
