"""The store on disk: immutable Parquet snapshots, staged parses, and which snapshot is current.

A snapshot is written beside the others and becomes current by one atomic rename of ``CURRENT``:
it is never half seen, and who has opened an older one keeps it. Parses are staged page lot by
page lot, each lot appearing whole, so an ingest that is killed loses nothing: the next one
publishes what was staged. Layout::

    CURRENT                      name of the current snapshot
    snapshots/<id>/*.parquet     its frames, manifest.json
    serving/<id>-<build>.duckdb  what the dashboard serves from, derived
    staged/<parser>/<lot>/       parses not yet published
    seen/<parser>.parquet        pages as learning sees them
    corrections.jsonl            the analysts' corrections, applied on top
"""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from core.errors import PlainError
from core.frames import FRAMES, Schema

KEPT_SNAPSHOTS = 3


class StoreError(PlainError):
    """A store that is missing, damaged or in use by another ingest; says which and where."""


class OutdatedError(StoreError):
    """A store that another version of Rawi made, with other frames; says how to mend it."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds: rows and SHA-256 of each frame's file."""

    snapshot: str
    created_at: dt.datetime
    rows: Mapping[str, int]
    sha256: Mapping[str, str]

    @classmethod
    def load(cls, path: Path) -> Manifest:
        """Read ``manifest.json``."""
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                held["snapshot"],
                dt.datetime.fromisoformat(held["created_at"]),
                held["rows"],
                held["sha256"],
            )
        except (OSError, ValueError, KeyError) as error:
            raise StoreError(f"{path}: no readable manifest: {error}") from error

    def write(self, path: Path) -> None:
        """Write ``manifest.json``."""
        held = {
            "snapshot": self.snapshot,
            "created_at": self.created_at.isoformat(),
            "rows": dict(self.rows),
            "sha256": dict(self.sha256),
        }
        path.write_text(json.dumps(held, indent=1, sort_keys=True), encoding="utf-8")


class Store:
    """A store's folder. Making the object touches nothing on disk."""

    def __init__(self, root: Path | str) -> None:
        """``root`` need not exist before the first ingest."""
        self.root = Path(root)

    @property
    def corrections(self) -> Path:
        """The log of corrections."""
        return self.root / "corrections.jsonl"

    @property
    def current(self) -> str | None:
        """The name of the current snapshot; None when nothing was published yet."""
        try:
            name = (self.root / "CURRENT").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        return name or None

    def snapshot(self, name: str) -> Path:
        """The folder of a snapshot."""
        return self.root / "snapshots" / name

    def serving(self, name: str, build: str) -> Path:
        """The serving file of a snapshot, as a build of the code makes it."""
        return self.root / "serving" / f"{name}-{build}.duckdb"

    def frame_path(self, snapshot: str, frame: str) -> Path:
        """The Parquet file of one frame of a snapshot."""
        return self.snapshot(snapshot) / f"{frame}.parquet"

    def manifest(self, name: str) -> Manifest:
        """What a snapshot says of itself."""
        return Manifest.load(self.snapshot(name) / "manifest.json")

    def manifests(self) -> list[Manifest]:
        """All snapshots still kept, newest first."""
        folders = sorted((self.root / "snapshots").glob("*/manifest.json"))
        found = [Manifest.load(path) for path in folders]
        return sorted(found, key=lambda held: (held.created_at, held.snapshot), reverse=True)

    def load_frame(self, name: str, snapshot: str | None = None) -> pd.DataFrame:
        """One frame of a snapshot (the current one by default), with its schema."""
        chosen = snapshot or self.current
        if chosen is None:
            raise StoreError(f"{self.root}: nothing was ingested here yet")
        return FRAMES[name].from_arrow(pq.read_table(self.frame_path(chosen, name)))

    def fits(self, snapshot: str, name: str) -> bool:
        """Whether a frame of a snapshot has the columns that this version of Rawi reads."""
        path = self.frame_path(snapshot, name)
        return path.exists() and set(FRAMES[name].names) <= set(pq.read_schema(path).names)

    @property
    def is_outdated(self) -> bool:
        """Whether the current snapshot was made by a version of Rawi with other frames.

        Its texts are whole; ``ingest`` reads them anew.
        """
        current = self.current
        return current is not None and not all(self.fits(current, name) for name in FRAMES)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer for the time of a ``with``; StoreError when another one writes."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StoreError(f"{self.root}: another ingest is writing here") from None
            yield

    @contextlib.contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder on the same file system, gone at the end; what is in it can be renamed away."""
        base = self.root / "tmp"
        base.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=base))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def staged(self, parser: str) -> list[Path]:
        """The staged lots that this parser made, in order of their names."""
        return sorted(path for path in (self.root / "staged" / parser).glob("*") if path.is_dir())

    def seen(self, parser: str) -> Path:
        """The file of what learning has seen of the pages, by this parser."""
        return self.root / "seen" / f"{parser}.parquet"

    def clear_staged(self, *, keep: str | None = None) -> None:
        """Drop staged lots, except those the parser ``keep`` made, and left-over scratch."""
        for folder in (self.root / "staged").glob("*"):
            if folder.name != keep:
                shutil.rmtree(folder)
        shutil.rmtree(self.root / "tmp", ignore_errors=True)

    def publish(self, folder: Path, manifest: Manifest) -> None:
        """Make a finished folder a snapshot, the current one. The folder is moved, not copied."""
        target = self.snapshot(manifest.snapshot)
        manifest.write(folder / "manifest.json")
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():  # the same content was published before
            manifest.write(target / "manifest.json")
        else:
            _sync(folder)
            folder.rename(target)
        self.point_to(manifest.snapshot)

    def point_to(self, name: str) -> None:
        """Make ``name`` the current snapshot, at once for whoever looks next."""
        replace_file(self.root / "CURRENT", name + "\n")

    def prune(self, keep: int = KEPT_SNAPSHOTS) -> None:
        """Drop all but the current and the newest snapshots, and the files served of the others."""
        current = self.current
        newest = [held.snapshot for held in self.manifests() if held.snapshot != current]
        kept = (current, *newest[: keep - 1])
        for folder in (self.root / "snapshots").glob("*"):
            if folder.name not in kept:
                shutil.rmtree(folder)
        for path in (self.root / "serving").glob("*"):
            if path.name.split("-")[0] not in kept:
                path.unlink()


def stage(folder: Path, name: str, frames: Mapping[str, pd.DataFrame]) -> Path:
    """Write one lot of page-level frames below ``folder``; it appears whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".part-"))
    for frame_name, frame in frames.items():
        if len(frame):
            write_frame(part / f"{frame_name}.parquet", frame, FRAMES[frame_name])
    target = folder / name
    if target.exists():
        shutil.rmtree(target)
    part.rename(target)
    return target


def write_frame(path: Path, frame: pd.DataFrame, schema: Schema) -> None:
    """Write a frame; the same frame gives the same bytes."""
    pq.write_table(schema.to_arrow(schema.check(frame)), path, compression="zstd")


def replace_file(path: Path, text: str) -> None:
    """Write a small file that appears at once and is on the disk when this returns."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def file_sha256(path: Path) -> str:
    """Hex digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(folder: Path) -> None:
    for path in folder.iterdir():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
