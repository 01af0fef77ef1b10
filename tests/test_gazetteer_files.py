"""The curated gazetteer is data that people edit: every rule of ``docs/gazetteer.md`` holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from core.names import lexicon
from core.names.curated import COLUMNS, find_faults

FOLDER = Path(__file__).parent.parent / "core" / "lexicons" / "names" / "curated"
FILES = sorted(FOLDER.glob("*.tsv"))
CASES = yaml.safe_load((Path(__file__).parent / "cases/gazetteer.yaml").read_text("utf-8"))
HEADER = ["# Names", "# Source: a test.", "# Licence: MIT. Date: 2026.", "# " + ";".join(COLUMNS)]
WRITTEN_OUT = "orgs_states_common.tsv"  # made from a table of countries, not entry by entry


def ids(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0] for line in lines if not line.startswith("#")}


def test_files_have_no_fault() -> None:
    assert [str(fault) for fault in find_faults(FILES)] == []


def test_enough_names_are_written_by_hand() -> None:
    written = set().union(*(ids(path) for path in FILES if path.name != WRITTEN_OUT))
    assert len(written) >= 2500


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_what_is_wrong_is_said_with_its_line(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    lines = [*case.get("header", HEADER), *case["rows"]]
    path.write_text("".join(f"{line}\n" for line in lines).replace(";", "\t"), encoding="utf-8")
    expected = [f"names.tsv:{says}" for says in case["says"]]
    assert [str(fault) for fault in find_faults([path])] == expected, case.get("why")


def test_a_file_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_bytes("# أسماء\nسالم\n".encode("cp1256"))
    [fault] = find_faults([path])
    assert str(fault).startswith("names.tsv:1: it is not UTF-8")


def test_a_name_of_two_files_is_a_fault(tmp_path: Path) -> None:
    for name in ("one", "two"):
        rows = [*HEADER, f"org-{name};ORG;مرصد الشرنقيل;Observatory"]
        text = "\n".join(rows).replace(";", "\t")
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    [fault] = find_faults(tmp_path.glob("*.tsv"))
    assert str(fault) == "two.tsv:5: 'مرصد الشرنقيل' stands for org-one, org-two: mark it with '?'"


def test_territories_are_those_of_cldr() -> None:
    babel = pytest.importorskip("babel")
    no_country = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
    known = {code for code in babel.Locale("en").territories if len(code) == 2 and code.isalpha()}
    listed = {row[0] for row in lexicon.read_rows(lexicon.FOLDER / "territories.txt")}
    assert listed == known - no_country
