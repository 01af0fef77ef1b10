"""Tables as files: the same rows in every format, safe to open in a spreadsheet."""

import io
import json

import pandas as pd
import pytest

from core.exports.tables import TABLE_FORMATS, table_bytes

FRAME = pd.DataFrame(
    {
        "name": pd.Series(["ميناء صفاقس", None], dtype="str"),
        "published": pd.to_datetime(["2026-10-05", None]),
        "loaded": pd.to_datetime(["2026-10-05T08:00Z", None], utc=True),
        "n": pd.array([3, None], dtype="Int64"),
        "via": [("قوافل", "زاجل"), ()],
    }
)


def test_json_keeps_types_and_absence() -> None:
    first, second = json.loads(table_bytes(FRAME, "json"))
    assert first == {
        "name": "ميناء صفاقس",
        "published": "2026-10-05",
        "loaded": "2026-10-05T08:00:00+00:00",
        "n": 3,
        "via": ["قوافل", "زاجل"],
    }
    assert second == {"name": None, "published": None, "loaded": None, "n": None, "via": []}


def test_xlsx_opens_right_to_left_with_the_same_cells() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(io.BytesIO(table_bytes(FRAME, "xlsx"))).active
    assert sheet.sheet_view.rightToLeft
    assert [cell.value for cell in sheet[1]] == list(FRAME.columns)
    assert [cell.value for cell in sheet[2]][:2] == ["ميناء صفاقس", "2026-10-05"]
    assert sheet["E2"].value == "قوافل؛ زاجل"


def test_csv_is_read_as_utf8_by_spreadsheets() -> None:
    assert table_bytes(FRAME, "csv").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1", "-1", "@a"])
def test_formulas_stay_text(formula: str) -> None:
    frame = pd.DataFrame({"name": [formula]})
    assert f"'{formula}" in table_bytes(frame, "csv").decode("utf-8-sig")


@pytest.mark.parametrize("kind", TABLE_FORMATS)
def test_an_empty_frame_keeps_its_columns(kind: str) -> None:
    exported = table_bytes(FRAME.head(0), kind)
    assert exported == b"[]" if kind == "json" else exported


def test_whole_numbers_stay_whole_beside_an_absent_one() -> None:
    rows = table_bytes(FRAME, "csv").decode("utf-8-sig").splitlines()
    assert rows[1].split(",")[3] == "3"
