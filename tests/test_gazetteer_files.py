"""The curated gazetteer is data that people edit: every rule of ``docs/gazetteer.md`` holds."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from core.text.fold import fold_key

FOLDER = Path(__file__).parent.parent / "core" / "lexicons" / "names" / "curated"
FILES = sorted(FOLDER.glob("*.tsv"))
COLUMNS = "id type name name_en country from to role aliases".split()
PREFIX = {"PER": ("per-",), "ORG": ("org-",), "LOC": ("loc-", "wof-")}
WRITTEN_OUT = "orgs_states_common.tsv"

_ID = re.compile(r"[a-z0-9][a-z0-9._:-]{0,63}")
_DATE = re.compile(r"(?P<year>\d{4})(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_STRAY = re.compile("[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00a0]")


class Row(NamedTuple):
    """A row and where it stands, for the message of a failure."""

    where: str
    id: str
    type: str
    name: str
    name_en: str
    country: str
    begin: str
    end: str
    role: str
    aliases: str

    @property
    def forms(self) -> list[str]:
        """The name and the aliases, with their marks."""
        return [self.name, *filter(None, self.aliases.split("|"))]


@cache
def rows(path: Path) -> tuple[Row, ...]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        assert len(cells) == len(COLUMNS), f"{path.name}:{number}: {len(cells)} columns"
        found.append(Row(f"{path.name}:{number}", *cells))
    return tuple(found)


def all_rows() -> list[Row]:
    return [row for path in FILES for row in rows(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_header_says_what_and_whence(path: Path) -> None:
    header = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    text = "\n".join(header)
    for word in ("Source:", "Licence:", "Date:"):
        assert word in text, f"{path.name}: the header has no {word!r}"
    assert header[-1] == "# " + "\t".join(COLUMNS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_cells_are_clean(path: Path) -> None:
    for row in rows(path):
        for cell in row[1:]:
            assert cell == cell.strip(), f"{row.where}: blanks around {cell!r}"
            assert "  " not in cell, f"{row.where}: double blank in {cell!r}"
            assert not _STRAY.search(cell), f"{row.where}: stray character in {cell!r}"
        for form in (*row.forms, *filter(None, row.role.split("|"))):
            bare = form.removeprefix("?")
            assert bare and bare == bare.strip() and "?" not in bare, f"{row.where}: {form!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_cells_have_their_syntax(path: Path) -> None:
    for row in rows(path):
        assert row.type in PREFIX, f"{row.where}: no such type: {row.type}"
        assert _ID.fullmatch(row.id), f"{row.where}: no id: {row.id}"
        assert row.id.startswith(PREFIX[row.type]), f"{row.where}: {row.id} is a {row.type}"
        assert re.fullmatch("([A-Z]{2})?", row.country), f"{row.where}: {row.country}"
        assert row.name_en, f"{row.where}: no English label"
        for date in filter(None, (row.begin, row.end)):
            assert _DATE.fullmatch(date), f"{row.where}: no date: {date}"
        assert not row.end or row.begin <= row.end, f"{row.where}: ends before it begins"
        assert row.role or not (row.begin or row.end), f"{row.where}: a tenure of no role"


def test_rows_of_one_entity_stand_together_and_agree() -> None:
    seen: dict[str, Row] = {}
    previous = ""
    for row in all_rows():
        first = seen.setdefault(row.id, row)
        if row is not first:
            assert previous == row.id, f"{row.where}: {row.id} is already at {first.where}"
            assert row[1:6] == first[1:6], f"{row.where} and {first.where} differ"
            assert row.role, f"{row.where}: a second row without a role"
            assert not row.aliases, f"{row.where}: aliases belong into the first row"
        previous = row.id


def test_shared_forms_are_marked_ambiguous() -> None:
    bearers: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in all_rows():
        for form in row.forms:
            if not form.startswith("?"):
                bearers[fold_key(form)][row.id] = row.where
    shared = {form: held for form, held in bearers.items() if len(held) > 1}
    assert not shared, f"unmarked at more than one entity: {shared}"


def test_no_entity_lists_a_form_twice() -> None:
    for row in all_rows():
        keys = [fold_key(form.removeprefix("?")) for form in row.forms]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, f"{row.where}: folding already joins {twice}"


def test_enough_names_are_written_by_hand() -> None:
    written = {row.id for row in all_rows() if not row.where.startswith(WRITTEN_OUT)}
    assert len(written) >= 2500, len(written)
