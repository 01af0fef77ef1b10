"""Which code made a stored value: short digests over the source and the word lists.

A parse made by other rules is no longer the parse of that page; the digest of everything that
parses tells, without anybody having to remember to count a version up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_CORE = Path(__file__).resolve().parent
_PARSING = (
    *("model.py", "parse.py", "search.py", "duplicates.py"),
    *("text", "page", "dates", "names", "quotes"),
)
_SERVING = ("search.py", "serving", "text", "frames")


def parser_version(names_model: Path | None = None) -> str:
    """Eight hex digits that change with any rule, word list or frame that a parse depends on.

    With a ``names_model`` they change with every file of its folder, too.
    """
    rules = _rules_version()
    if names_model is None:
        return rules
    digest = hashlib.sha256(rules.encode())
    for path in _files(names_model):
        digest.update(str(path.relative_to(names_model)).encode())
        with path.open("rb") as content:
            digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()[:8]


@cache
def serving_version() -> str:
    """Eight hex digits that change with the code that derives the serving file."""
    return _digest(_SERVING)


@cache
def _rules_version() -> str:
    return _digest((*_PARSING, "frames", "lexicons"))


def _digest(names: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for name in names:
        for path in _files(_CORE / name):
            digest.update(str(path.relative_to(_CORE)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(
        file
        for file in path.rglob("*")
        if file.is_file() and file.suffix != ".pyc" and not file.name.startswith(".")
    )
