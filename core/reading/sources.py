"""Where stored bytes lie: files, folders, ``.zip`` members and ``.gz`` files, in a fixed order."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from core.model import Problem

# An archive member that unpacks to more than this is a mistake or an attack, no page.
_LARGEST_MEMBER = 2_000_000_000
BROKEN_INPUT = (
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
)
"""What reading a damaged, locked or vanished source may raise."""


@dataclass(frozen=True, slots=True)
class Source:
    """One stored file: how people name it, its bare name, and how to open it.

    ``folders`` are the names of the folders between the root that was asked for and the file.
    ``name`` has no ``.gz`` at its end: a source opens unpacked.
    """

    path: str
    name: str
    root: Path
    folders: tuple[str, ...]
    open: Callable[[], BinaryIO]

    @property
    def suffix(self) -> str:
        """Lower-case ending of the bare name, with the dot."""
        return Path(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The bare name without its ending."""
        return Path(self.name).stem


def find_sources(paths: Iterable[str | Path]) -> Iterator[Source | Problem]:
    """Every file at or below ``paths``, folders and archives in order of names.

    Hidden files and ``outlets.tsv`` are passed over. A path that does not exist is a problem.
    """
    for given in paths:
        path = Path(given)
        if path.is_dir():
            for file in sorted(file for file in path.rglob("*") if file.is_file()):
                inner = file.relative_to(path)
                if not any(part.startswith((".", "__MACOSX")) for part in inner.parts):
                    yield from _in_file(file, path, inner.parts[:-1])
        elif path.is_file():
            yield from _in_file(path, path.parent, ())
        else:
            yield Problem(str(path), "reading", "not-found", f"there is no file or folder {path}")


def _in_file(file: Path, root: Path, folders: tuple[str, ...]) -> Iterator[Source | Problem]:
    if file.name == "outlets.tsv":
        return
    if file.suffix.lower() == ".zip":
        yield from _in_zip(file, root, folders)
    else:
        yield _unpacked(str(file), file.name, root, folders, lambda: file.open("rb"))


def _in_zip(file: Path, root: Path, folders: tuple[str, ...]) -> Iterator[Source | Problem]:
    try:
        with zipfile.ZipFile(file) as archive:
            members = sorted(archive.infolist(), key=lambda member: member.filename)
    except BROKEN_INPUT as error:
        yield Problem(str(file), "reading", "broken-archive", f"cannot open the archive: {error}")
        return
    for member in members:
        inner = Path(member.filename)
        shown = f"{file}/{member.filename}"
        if member.is_dir() or any(part.startswith((".", "__MACOSX")) for part in inner.parts):
            continue
        if inner.name == "outlets.tsv":
            continue
        if member.file_size > _LARGEST_MEMBER:
            detail = f"unpacks to {member.file_size:,} bytes, more than {_LARGEST_MEMBER:,}"
            yield Problem(shown, "reading", "too-large", detail)
            continue
        inside = (*folders, *inner.parts[:-1])
        yield _unpacked(shown, inner.name, root, inside, _opener(file, member.filename))


def _opener(file: Path, member: str) -> Callable[[], BinaryIO]:
    def open_member() -> BinaryIO:
        with zipfile.ZipFile(file) as archive:
            return io.BytesIO(archive.read(member))

    return open_member


def _unpacked(
    path: str, name: str, root: Path, folders: tuple[str, ...], opener: Callable[[], BinaryIO]
) -> Source:
    if not name.lower().endswith(".gz"):
        return Source(path, name, root, folders, opener)

    def open_gzip() -> BinaryIO:
        return io.BufferedReader(gzip.GzipFile(fileobj=opener()))

    return Source(path, name[:-3], root, folders, open_gzip)
