"""The log of corrections: one JSON object a line, only ever added to.

Who, when and why stand in every line. Undoing is a line of its own, so nothing is lost; undoing
an undo brings the correction back. A line that a crash cut short is not counted.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from core.model import MentionType
from core.names.entities import derived_id
from core.selection import SPEAKER_ID, clean_text

CorrectionKind = Literal[
    "merge", "split", "rename", "retype", "reject", "add", "speaker", "reject-quote", "undo"
]

_QUOTE_ID = re.compile(r"[0-9a-f]{16}-\d+-q\d+-\d+")


class CorrectionError(ValueError):
    """A correction that cannot be: says which value is wrong, or which line of which file."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the log.

    ``entity_ids`` are what is corrected (``merge`` also takes ``name:`` speakers); ``target`` is
    the entity merged into, split off, added, or made a quote's speaker, or the line undone.
    ``forms`` are spellings: those split off, rejected or added; for ``reject`` none means all.
    """

    kind: CorrectionKind
    at: dt.datetime
    who: str
    why: str
    entity_ids: tuple[str, ...] = ()
    target: str | None = None
    name: str | None = None
    name_en: str | None = None
    type: MentionType | None = None
    forms: tuple[str, ...] = ()
    quote_id: str | None = None
    correction_id: str = ""

    def __post_init__(self) -> None:
        """Check every field; name the line after its content if it has no name yet."""
        if self.kind not in get_args(CorrectionKind):
            raise CorrectionError(f"no kind of correction: {self.kind!r}")
        if self.at.tzinfo is None:
            raise CorrectionError(f"{self.kind}: 'at' names no time zone: {self.at}")
        for entity_id in self.entity_ids:
            _must_match(SPEAKER_ID, entity_id, f"{self.kind}: entity_ids")
        if self.target is not None:
            _must_match(SPEAKER_ID, self.target, f"{self.kind}: target")
        if self.quote_id is not None:
            _must_match(_QUOTE_ID.pattern, self.quote_id, f"{self.kind}: quote_id")
        if self.type is not None and self.type not in get_args(MentionType):
            raise CorrectionError(f"{self.kind}: no type of entity: {self.type!r}")
        for field in ("who", "why", "name", "name_en"):
            value = getattr(self, field)
            if value is not None:
                object.__setattr__(self, field, clean_text(value, 500).strip() or None)
        object.__setattr__(self, "who", self.who or "")
        object.__setattr__(self, "why", self.why or "")
        if not self.correction_id:
            held = json.dumps(self.as_json(), ensure_ascii=False, sort_keys=True)
            digest = hashlib.sha256(held.encode()).hexdigest()[:12]
            object.__setattr__(self, "correction_id", digest)

    def as_json(self) -> dict[str, object]:
        """The line as it is written; absent fields are left out."""
        fields = {**asdict(self), "at": self.at.isoformat()}
        return {name: value for name, value in fields.items() if value not in (None, "", ())}

    @classmethod
    def from_json(cls, held: dict[str, object]) -> Correction:
        """The correction of a line; CorrectionError when it is none."""
        try:
            fields = {**held, "at": dt.datetime.fromisoformat(str(held["at"]))}
            for name in ("entity_ids", "forms"):
                fields[name] = tuple(cast("Sequence[str]", held.get(name, ())))
            return cls(**{"who": "", "why": "", **fields})  # type: ignore[arg-type]
        except (KeyError, TypeError, ValueError) as error:
            raise CorrectionError(f"not a correction: {error}") from error


def merge(
    entity_ids: Sequence[str], target: str, *, at: dt.datetime, who: str, why: str = ""
) -> Correction:
    """All these are one with ``target``."""
    others = tuple(one for one in dict.fromkeys(entity_ids) if one != target)
    if not others:
        raise CorrectionError("merge: give at least one entity besides the target")
    return Correction("merge", at, who, why, others, target)


def split(
    entity_id: str,
    forms: Sequence[str],
    name: str,
    kind: MentionType,
    *,
    at: dt.datetime,
    who: str,
    why: str = "",
) -> Correction:
    """What is written in these spellings is somebody else, called ``name``."""
    if not forms:
        raise CorrectionError("split: give the spellings that are somebody else")
    target = derived_id(kind, name)
    if target == entity_id:
        raise CorrectionError(f"split: {name!r} is the name of {entity_id} itself")
    return Correction(
        "split", at, who, why, (entity_id,), target, name=name, type=kind, forms=tuple(forms)
    )


def rename(
    entity_id: str,
    name: str | None = None,
    name_en: str | None = None,
    *,
    at: dt.datetime,
    who: str,
    why: str = "",
) -> Correction:
    """Another canonical name, English label, or both."""
    if not name and not name_en:
        raise CorrectionError("rename: give a name or an English label")
    return Correction("rename", at, who, why, (entity_id,), name=name, name_en=name_en)


def retype(
    entity_id: str, kind: MentionType, *, at: dt.datetime, who: str, why: str = ""
) -> Correction:
    """A person, organisation or place after all."""
    return Correction("retype", at, who, why, (entity_id,), type=kind)


def reject(
    entity_id: str, forms: Sequence[str] = (), *, at: dt.datetime, who: str, why: str = ""
) -> Correction:
    """No name at all, or not in these spellings."""
    return Correction("reject", at, who, why, (entity_id,), forms=tuple(forms))


def add(
    name: str,
    kind: MentionType,
    forms: Sequence[str] = (),
    name_en: str | None = None,
    *,
    at: dt.datetime,
    who: str,
    why: str = "",
) -> Correction:
    """A name that was missed; it is looked for in its ``forms``, by default as ``name``."""
    return Correction(
        "add",
        at,
        who,
        why,
        target=derived_id(kind, name),
        name=name,
        name_en=name_en,
        type=kind,
        forms=tuple(dict.fromkeys((name, *forms))),
    )


def set_speaker(
    quote_id: str,
    target: str | None,
    name: str | None = None,
    *,
    at: dt.datetime,
    who: str,
    why: str = "",
) -> Correction:
    """The quote's speaker is this entity or somebody called ``name``; unknown if neither."""
    return Correction("speaker", at, who, why, target=target, name=name, quote_id=quote_id)


def reject_quote(quote_id: str, *, at: dt.datetime, who: str, why: str = "") -> Correction:
    """No quote at all."""
    return Correction("reject-quote", at, who, why, quote_id=quote_id)


def undo(correction_id: str, *, at: dt.datetime, who: str, why: str = "") -> Correction:
    """Take a line of the log back."""
    return Correction("undo", at, who, why, target=correction_id)


def active(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that hold, in order: not undone, or undone and brought back."""
    listed = list(corrections)
    undone: set[str] = set()
    for line in reversed(listed):  # a later undo decides about an earlier line
        if line.kind == "undo" and line.correction_id not in undone and line.target:
            undone.add(line.target)
    return tuple(
        line for line in listed if line.kind != "undo" and line.correction_id not in undone
    )


class CorrectionLog:
    """The log's file."""

    def __init__(self, path: Path) -> None:
        """The file need not exist."""
        self.path = path

    @property
    def mark(self) -> int:
        """Changes with every line added: the length of the file."""
        return self.path.stat().st_size if self.path.exists() else 0

    def load(self) -> tuple[Correction, ...]:
        """Every line, undone ones too; CorrectionError names a line that is none."""
        return load_corrections(self.path) if self.path.exists() else ()

    def append(self, correction: Correction) -> Correction:
        """Add a line; it is on the disk when this returns. Gives the line as it was written."""
        self.extend([correction])
        return correction

    def extend(self, corrections: Iterable[Correction]) -> int:
        """Add those lines that the log does not hold yet; the number added."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a+", encoding="utf-8", newline="\n") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            known = {line.correction_id for line in self.load()}
            new = [line for line in corrections if line.correction_id not in known]
            if not _ends_with_line(self.path):  # a crash cut the last line short: leave it there
                file.write("\n")
            for line in new:
                file.write(json.dumps(line.as_json(), ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        return len(new)

    def undo(self, correction_id: str, *, at: dt.datetime, who: str, why: str = "") -> Correction:
        """Take a line back; CorrectionError when the log has none of that id."""
        if correction_id not in {line.correction_id for line in self.load()}:
            raise CorrectionError(f"{self.path}: no correction {correction_id}")
        return self.append(undo(correction_id, at=at, who=who, why=why))


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a log or an exported file."""
    found = []
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(Correction.from_json(json.loads(line)))
        except json.JSONDecodeError:
            if number in (len(lines), len(lines) - 1) or not line.rstrip().endswith("}"):
                continue  # cut short by a crash
            raise CorrectionError(f"{path}:{number}: not JSON") from None
        except CorrectionError as error:
            raise CorrectionError(f"{path}:{number}: {error}") from error
    return tuple(found)


def _ends_with_line(path: Path) -> bool:
    content = path.read_bytes()
    return not content or content.endswith(b"\n")


def _must_match(pattern: str, value: str, where: str) -> None:
    if not re.fullmatch(pattern, value):
        raise CorrectionError(f"{where}: {value!r} is not of the form {pattern}")
