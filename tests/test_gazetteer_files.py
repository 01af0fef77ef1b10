"""The curated gazetteer is data that people edit: every rule of ``docs/gazetteer.md`` holds."""

from __future__ import annotations

from pathlib import Path

from core.names.curated import COLUMNS, find_faults

FOLDER = Path(__file__).parent.parent / "core" / "lexicons" / "names" / "curated"
FILES = sorted(FOLDER.glob("*.tsv"))
WRITTEN_OUT = "orgs_states_common.tsv"  # made from a table of countries, not entry by entry


def ids(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0] for line in lines if not line.startswith("#")}


def test_files_have_no_fault() -> None:
    assert [str(fault) for fault in find_faults(FILES)] == []


def test_headers_end_with_the_names_of_the_columns() -> None:
    for path in FILES:
        header = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        assert header[-1] == "# " + "\t".join(COLUMNS), path.name


def test_enough_names_are_written_by_hand() -> None:
    written = set().union(*(ids(path) for path in FILES if path.name != WRITTEN_OUT))
    assert len(written) >= 2500
