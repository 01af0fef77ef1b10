"""The options that commands share, each said once, and what must hold of their values."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

DEFAULT_STORE = Path(".rawi/store")

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
store_option = click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="RAWI_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    show_envvar=True,
    help="Folder of the store.",
)
outlet_option = click.option(
    "--outlet", metavar="NAME", help="Outlet of records that do not name theirs."
)
folder_option = click.option(
    "--outlet-from-folder", is_flag=True, help="Take the name of a file's folder as its outlet."
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=None,
    help="Processes that parse.  [default: one for each core]",
)
names_model_option = click.option(
    "--names-model",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    envvar="RAWI_NAMES_MODEL",
    show_envvar=True,
    help="Find names with the transformer in FOLDER; needs the extra: rawi[transformer].",
)
learn_option = click.option(
    "--learn/--no-learn",
    default=True,
    help="Learn from all .txt pages what recurs on their outlet's.  [default: learn]",
)
strict_option = click.option(
    "--strict", is_flag=True, help="Exit with 1 when any input had a problem."
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="No progress and no summary.")
output_option = click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write instead of standard output.",
)


def must_hold_a_store(store: Path) -> None:
    """Raise ``click.UsageError`` when the folder ``store`` holds no store."""
    if not (store / "CURRENT").is_file():
        raise click.UsageError(f"there is no store in {store}; make one: rawi ingest PATH…")


def must_exist(paths: Iterable[str]) -> None:
    """Raise ``click.UsageError`` when one of ``paths`` is no file and no folder."""
    missing = next((path for path in paths if not Path(path).exists()), None)
    if missing is not None:
        raise click.UsageError(f"there is no file or folder {missing}")
