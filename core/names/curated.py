"""Whether a hand-written gazetteer file keeps its form, line by line.

The format is described in ``docs/gazetteer.md``. The recogniser trusts its files, so everything
that could mislead it is found here, by ``rawi check`` and by the tests, and said with line and
value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.text.fold import fold_key

COLUMNS = ("id", "type", "name", "name_en", "country", "from", "to", "role", "aliases")
# A place that places.tsv holds keeps the number it has in Who's On First.
ENTITY_ID = re.compile(r"(?P<type>per|org|loc|wof)-[a-z0-9][a-z0-9._:-]{0,58}")
_TYPE_OF_PREFIX = {"per": "PER", "org": "ORG", "loc": "LOC", "wof": "LOC"}
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_COUNTRY = re.compile("[A-Z]{2}")
# A tatweel holds the article to a number ("الـ77"); the one mark that parts two names of the
# news, Oman and Amman, may stand.
_STRAY = re.compile(
    "\u0640(?!\\d)|(?<!ع)\u064f|[\u064b-\u064e\u0650-\u0652]"
    "|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00a0]|  "
)
_HEADER_SAYS = ("Source:", "Licence:", "Date:")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a line of a file, in a sentence."""

    path: Path
    line: int
    detail: str

    def __str__(self) -> str:
        """``file:line: what is wrong``."""
        return f"{self.path.name}:{self.line}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a gazetteer file and where it stands."""

    path: Path
    line: int
    fields: dict[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and every alias, with the marks of doubt."""
        return (self.fields["name"], *filter(None, self.fields["aliases"].split("|")))


def find_faults(paths: Iterable[Path]) -> list[Fault]:
    """All faults of some gazetteer files together, in order of file and line."""
    faults: list[Fault] = []
    rows: list[Row] = []
    for path in sorted(paths):
        found, broken = _read(path)
        rows += found
        faults += broken
        faults += [Fault(path, row.line, detail) for row in found for detail in _row_faults(row)]
    return faults + list(_shared_names(rows)) + list(_changing_entities(rows))


def _read(path: Path) -> tuple[list[Row], list[Fault]]:
    rows: list[Row] = []
    faults: list[Fault] = []
    lines = path.read_text(encoding="utf-8").split("\n")
    header = [line for line in lines if line.startswith("#")]
    for word in _HEADER_SAYS:
        if not any(word in line for line in header):
            faults.append(Fault(path, 1, f"the header has no line {word!r}"))
    for number, line in enumerate(lines, 1):
        fields = line.rstrip("\r").split("\t")
        if not line.strip() or line.startswith("#") or fields[0] == "id":
            continue
        fields += [""] * (len(COLUMNS) - len(fields))
        if len(fields) > len(COLUMNS):
            detail = f"{len(fields)} columns, more than {len(COLUMNS)}"
            faults.append(Fault(path, number, detail))
            continue
        rows.append(Row(path, number, dict(zip(COLUMNS, fields, strict=True))))
    return rows, faults


def _row_faults(row: Row) -> Iterator[str]:
    fields = row.fields
    match = ENTITY_ID.fullmatch(fields["id"])
    if match is None:
        yield f"the id {fields['id']!r} is not per-, org-, loc- or wof- and lower-case letters"
    elif _TYPE_OF_PREFIX[match["type"]] != fields["type"]:
        yield f"the id {fields['id']!r} does not begin as its type {fields['type']!r} does"
    if fields["country"] and not _COUNTRY.fullmatch(fields["country"]):
        yield f"{fields['country']!r} is no two-letter code of a country"
    for column in ("from", "to"):
        if fields[column] and not _DAY.fullmatch(fields[column]):
            yield f"{fields[column]!r} is no day, month or year"
    if fields["from"] and fields["to"] and fields["to"] < fields["from"][: len(fields["to"])]:
        yield f"it ends in {fields['to']} before it begins in {fields['from']}"
    if (fields["from"] or fields["to"]) and not fields["role"]:
        yield "it has days but no role they are the days of"
    for column in ("name", "name_en"):
        if not fields[column]:
            yield f"it has no {column}"
    for text in (*row.names, *fields["role"].split("|"), fields["name_en"]):
        if _STRAY.search(text) or text != text.strip():
            yield f"{text!r} holds marks, tatweel, controls or stray blanks"
    keys = [fold_key(name.removeprefix("?")) for name in row.names]
    for twice in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"{twice!r} stands twice"


def _shared_names(rows: list[Row]) -> Iterator[Fault]:
    """Names that two entities have without a mark of doubt."""
    holders: dict[str, dict[str, Row]] = {}
    for row in rows:
        for name in row.names:
            if not name.startswith("?"):
                holders.setdefault(fold_key(name), {}).setdefault(row.fields["id"], row)
    for name, by_id in holders.items():
        if len(by_id) > 1:
            last = list(by_id.values())[-1]
            others = ", ".join(sorted(by_id))
            yield Fault(last.path, last.line, f"{name!r} stands for {others}: mark it with '?'")


def _changing_entities(rows: list[Row]) -> Iterator[Fault]:
    """Later rows of an entity, which may only add a role, that say something else of it."""
    first: dict[str, Row] = {}
    for row in rows:
        known = first.setdefault(row.fields["id"], row)
        if row is known:
            continue
        there = f"{known.path.name}:{known.line}"
        for column in ("type", "name", "name_en", "country"):
            here, before = row.fields[column], known.fields[column]
            if here != before:
                detail = f"{row.fields['id']} has the {column} {here!r} here, {before!r} in {there}"
                yield Fault(row.path, row.line, detail)
        if row.fields["aliases"] or not row.fields["role"]:
            detail = f"{row.fields['id']} is in {there}: a further row adds a role and no aliases"
            yield Fault(row.path, row.line, detail)
