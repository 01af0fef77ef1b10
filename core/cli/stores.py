"""The commands on a store: ``serve`` it, ``export`` its tables, ``check`` it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import click

from core.cli.options import (
    must_hold_a_store,
    names_model_option,
    output_option,
    quiet_option,
    store_option,
)
from core.exports.tables import TableFormat
from core.names import transformer

# The names of core.exports.questions, said here so that `--help` need not load a database.
_TABLES = (
    *("articles", "quotes", "chain", "entities", "speakers", "statements"),
    *("unnamed", "volume", "wire-copies", "pages", "problems"),
)


@click.command()
@store_option
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@click.option("--address", default="127.0.0.1", show_default=True, help="Address to listen on.")
@names_model_option
def serve(*, store: Path, port: int, address: str, names_model: Path | None) -> None:
    """Open the dashboard on a store."""
    must_hold_a_store(store)
    if names_model is not None:
        transformer.check(names_model)
    script = Path(__file__).resolve().parents[2] / "dashboard" / "server.py"
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *("--server.port", str(port), "--server.address", address),
    ]
    click.echo(f"Rawi: http://{address}:{port}  (end with Ctrl+C)", err=True)
    environment = {**os.environ, "RAWI_STORE": str(store.resolve())}
    if names_model is not None:
        environment["RAWI_NAMES_MODEL"] = str(names_model.resolve())
    try:
        done = subprocess.run(command, check=False, env=environment, cwd=script.parent.parent)
        sys.exit(done.returncode)
    except KeyboardInterrupt:
        sys.exit(0)


@click.command()
@click.argument("table", type=click.Choice(_TABLES), metavar="TABLE")
@store_option
@click.option(
    "--view",
    metavar="LINK",
    default="",
    help="Address of a view of the dashboard, or the part after its '?': only what it shows.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["csv", "xlsx", "json"]),
    default="csv",
    show_default=True,
)
@output_option
def export(
    *, table: str, store: Path, view: str, format_: TableFormat, output: Path | None
) -> None:
    """Write a table of the store: the very rows the dashboard counts.

    \b
    TABLE is one of:
      articles quotes chain entities speakers statements
      unnamed volume wire-copies pages problems
    """
    from core.corpus import Corpus  # noqa: PLC0415 - heavy; `--help` stays quick
    from core.exports.questions import QUESTIONS  # noqa: PLC0415
    from core.exports.tables import table_bytes  # noqa: PLC0415
    from core.selection import QUERY_KEYS, from_query  # noqa: PLC0415

    must_hold_a_store(store)
    if format_ == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError("an XLSX file is no text for a terminal; give --output FILE")
    query = parse_qs(urlsplit(view).query or view.rpartition("?")[2], keep_blank_values=True)
    known = {key: values for key, values in query.items() if key in QUERY_KEYS}
    selection, broken = from_query(known)
    if broken:
        raise click.UsageError(f"the view cannot be read: {' '.join(broken)}")
    corpus = Corpus.open(store)
    data = table_bytes(QUESTIONS[table](corpus, selection), format_)
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        output.write_bytes(data)


@click.command()
@store_option
@click.option(
    "--names",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A gazetteer file of your own to check; may be given again.",
)
@quiet_option
def check(*, store: Path, names: tuple[Path, ...], quiet: bool) -> None:
    """Check the store and the word lists; exit with 1 when anything is unsound.

    Every file of every kept snapshot is compared with what was written, the log of corrections
    is read, and the gazetteer is checked line by line. Without a store only the lists are.
    """
    from core.checks import check_lexicons, check_store  # noqa: PLC0415 - heavy

    faults = list(check_lexicons(names))
    if (store / "CURRENT").is_file():
        faults += check_store(store)
    for fault in faults:
        click.echo(fault)
    if not quiet:
        click.echo("all is sound" if not faults else f"{len(faults)} faults", err=True)
    sys.exit(1 if faults else 0)
