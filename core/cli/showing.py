"""What a command shows while it works: a progress bar, problems, and an output that is whole."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click
from tqdm import tqdm

from core.model import Parse, Problem


def complain(problems: Iterable[Problem], quiet: bool) -> None:
    """Say each problem in a line on standard error, unless ``quiet``."""
    for problem in () if quiet else problems:
        tqdm.write(f"{problem.path}: {problem.code}: {problem.detail}", file=sys.stderr)


class Progress:
    """A progress bar on a terminal, nothing elsewhere."""

    def __init__(self, bar: tqdm[None]) -> None:
        """Show on ``bar``, which its maker opens and closes."""
        self._bar = bar

    def to(self, done: int, total: int | None = None) -> None:
        """Show that ``done`` of ``total`` are done."""
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def over(self, items: Iterable[Parse | Problem]) -> Iterator[Parse | Problem]:
        """``items``, each counted as it passes."""
        for item in items:
            self._bar.update(1)
            yield item


@contextmanager
def progress(unit: str, silent: bool) -> Iterator[Progress]:
    """A bar that counts ``unit``; when ``silent`` it shows nothing."""
    with tqdm(unit=f" {unit}", disable=True if silent else None, file=sys.stderr) as bar:
        yield Progress(bar)


@contextmanager
def open_output(path: Path | None) -> Iterator[IO[str]]:
    """The file to write to: standard output, or one that appears only when it is whole.

    Raises ``click.UsageError`` when ``path`` cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    part = path.with_name(path.name + ".part")
    try:
        file = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"cannot write {path}: {error.strerror}") from error
    try:
        with file:
            yield file
    except BaseException:
        part.unlink()
        raise
    part.replace(path)
