"""Whether a hand-written gazetteer file keeps its form, line by line.

The format is described in ``docs/gazetteer.md``. The recogniser trusts its files, so everything
that could mislead it is found here, by ``rawi check`` and by the tests, and said with line and
value.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import get_args

from core.model import MentionType
from core.names import lexicon
from core.names.variants import name_key, spellings, words
from core.text.fold import fold_key

COLUMNS = ("id", "type", "name", "name_en", "country", "from", "to", "role", "aliases")
_LEAST_COLUMNS = 4  # empty ones at the end may be left out
# A place that places.tsv holds keeps the number it has in Who's On First.
ENTITY_ID = re.compile(r"(?P<type>per|org|loc|wof)-[a-z0-9][a-z0-9._:-]{0,58}")
_TYPE_OF_PREFIX = {"per": "PER", "org": "ORG", "loc": "LOC", "wof": "LOC"}
_DAY = re.compile(r"(?P<year>[12]\d{3})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?")
_PARTS = ("year", "month", "day")
_LATIN = re.compile("[A-Za-z]")
# A tatweel holds the article to a number ("الـ77"); the one mark that parts two names of the
# news, Oman and Amman, may stand.
_STRAY = re.compile(
    "\u0640(?!\\d)|(?<!ع)\u064f|[\u064b-\u064e\u0650-\u0652]"
    "|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00a0]|  "
)
_HEADER_SAYS = ("Source:", "Licence:", "Date:")
_HEADER_COLUMNS = "# " + "\t".join(COLUMNS)


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

    @property
    def roles(self) -> tuple[str, ...]:
        """The wordings of the role."""
        return tuple(filter(None, self.fields["role"].split("|")))

    @property
    def where(self) -> str:
        """``file:line``."""
        return f"{self.path.name}:{self.line}"


def find_faults(paths: Iterable[Path]) -> list[Fault]:
    """All faults of some gazetteer files together, in order of file and line."""
    faults: list[Fault] = []
    rows: list[Row] = []
    for path in sorted(paths):
        found, broken = _read(path)
        rows += found
        faults += broken
        faults += [Fault(path, row.line, detail) for row in found for detail in _row_faults(row)]
    return [*faults, *_shared_names(rows), *_changing_entities(rows), *_shared_roles(rows)]


def _read(path: Path) -> tuple[list[Row], list[Fault]]:
    rows: list[Row] = []
    faults: list[Fault] = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        at = error.object.count(b"\n", 0, error.start) + 1
        return [], [Fault(path, at, f"it is not UTF-8: {error.reason}")]
    header = [line for line in lines if line.startswith("#")]
    for word in _HEADER_SAYS:
        if not any(word in line for line in header):
            faults.append(Fault(path, 1, f"the header has no line {word!r}"))
    if _HEADER_COLUMNS not in header:
        detail = f"the header does not name the columns: {' '.join(COLUMNS)}, with tabs between"
        faults.append(Fault(path, 1, detail))
    for number, line in enumerate(lines, 1):
        fields = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if not _LEAST_COLUMNS <= len(fields) <= len(COLUMNS):
            detail = f"{len(fields)} columns, not {len(COLUMNS)}: are there tabs between them?"
            faults.append(Fault(path, number, detail))
            continue
        fields += [""] * (len(COLUMNS) - len(fields))
        rows.append(Row(path, number, dict(zip(COLUMNS, fields, strict=True))))
    return rows, faults


def _row_faults(row: Row) -> Iterator[str]:
    fields = row.fields
    match = ENTITY_ID.fullmatch(fields["id"])
    if fields["type"] not in get_args(MentionType):
        yield f"the type {fields['type']!r} is none of {', '.join(get_args(MentionType))}"
    if match is None:
        yield f"the id {fields['id']!r} is not per-, org-, loc- or wof- and lower-case letters"
    elif _TYPE_OF_PREFIX[match["type"]] != fields["type"]:
        yield f"the id {fields['id']!r} does not begin as its type {fields['type']!r} does"
    if fields["country"] and fields["country"] not in _countries():
        yield f"{fields['country']!r} is no two-letter code of a country"
    begin, end = (_days(fields[column]) for column in ("from", "to"))
    for column, days in (("from", begin), ("to", end)):
        if fields[column] and days is None:
            yield f"{fields[column]!r} is no day, month or year"
    if begin and end and end[1] < begin[0]:
        yield f"it ends in {fields['to']} before it begins in {fields['from']}"
    if (fields["from"] or fields["to"]) and not row.roles:
        yield "it has days but no role they are the days of"
    for role in filter(_LATIN.search, row.roles):
        yield f"the role {role!r} is not Arabic"
    for column in ("role", "aliases"):
        if "" in fields[column].split("|")[1:] or fields[column].startswith("|"):
            yield f"nothing stands at a '|' of its {column}"
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
    """Names that two entities have, as texts spell them, without a mark of doubt."""
    holders: defaultdict[tuple[str, ...], dict[str, tuple[str, Row]]] = defaultdict(dict)
    for row in rows:
        for name in row.names:
            if not name.startswith("?"):
                for spelling in sorted(spellings(tuple(words(name)))):
                    holders[spelling].setdefault(row.fields["id"], (name, row))
    said: set[tuple[str, str]] = set()
    for by_id in holders.values():
        name, last = list(by_id.values())[-1]
        if len(by_id) > 1 and (name, last.where) not in said:
            said.add((name, last.where))
            others = ", ".join(sorted(by_id))
            yield Fault(last.path, last.line, f"{name!r} stands for {others}: mark it with '?'")


def _changing_entities(rows: list[Row]) -> Iterator[Fault]:
    """Later rows of an entity, which may only add a role, that say something else of it."""
    first: dict[str, Row] = {}
    for row in rows:
        known = first.setdefault(row.fields["id"], row)
        if row is known:
            continue
        there = known.where
        for column in ("type", "name", "name_en", "country"):
            here, before = row.fields[column], known.fields[column]
            if here != before:
                detail = f"{row.fields['id']} has the {column} {here!r} here, {before!r} in {there}"
                yield Fault(row.path, row.line, detail)
        if row.fields["aliases"] or not row.fields["role"]:
            detail = f"{row.fields['id']} is in {there}: a further row adds a role and no aliases"
            yield Fault(row.path, row.line, detail)


def _shared_roles(rows: list[Row]) -> Iterator[Fault]:
    """Roles that two people hold on one day, whom a text that names only the role could mean."""
    holders: defaultdict[str, dict[str, tuple[str, Row]]] = defaultdict(dict)
    for row in rows:
        for role in row.roles:
            holders[name_key(role)].setdefault(row.where, (role, row))
    said: set[tuple[str, str]] = set()
    for held in holders.values():
        for (role, one), (_, other) in combinations(held.values(), 2):
            pair = (one.where, other.where)
            if pair in said or not _surely_overlap(one, other):
                continue
            said.add(pair)
            detail = (
                f"{other.fields['id']} is {role!r} on days on which {one.fields['id']} is"
                f" ({one.where}): end one, or leave the wording out if several bear it"
            )
            yield Fault(other.path, other.line, detail)


def _surely_overlap(one: Row, other: Row) -> bool:
    """Whether two tenures share a day however their years and months are taken."""
    begins = [_days(row.fields["from"]) for row in (one, other)]
    ends = [_days(row.fields["to"]) for row in (one, other)]
    latest_begin = max(days[1] if days else dt.date.min for days in begins)
    return latest_begin < min(days[0] if days else dt.date.max for days in ends)


def _days(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day a day, month or year may mean; ``None`` if it is none."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(match[part]) if match[part] else None for part in _PARTS)
    try:
        first = dt.date(year or 1, month or 1, day or 1)
        last = dt.date(year or 1, month or 12, day or 28)
    except ValueError:
        return None
    if day is None:
        last = (last.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return first, last


def _countries() -> frozenset[str]:
    return frozenset(code.upper() for code in lexicon.word_set("territories.txt"))
