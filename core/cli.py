"""The command line: ``rawi ingest``, ``parse``, ``serve``, ``export`` and ``check``.

All commands share one vocabulary of options. Exit codes: 0 done; 1 some input had problems and
``--strict`` was given; 2 wrong usage, said in one line. Progress is shown on a terminal only.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Any
from urllib.parse import parse_qs, urlsplit

import click
from tqdm import tqdm

from core.errors import PlainError
from core.exports.reading_json import page_json
from core.exports.tables import TableFormat
from core.learning import PAGE_SUFFIXES, see_pages, tell
from core.model import Parse, Problem
from core.names import transformer
from core.page import Learned
from core.parallel import parse_all
from core.reading import read_paths

DEFAULT_STORE = Path(".rawi/store")

# The names of core.exports.questions, said here so that `--help` need not load a database.
_TABLES = (
    *("articles", "quotes", "chain", "entities", "speakers", "statements"),
    *("unnamed", "volume", "wire-copies", "pages", "problems"),
)

_EPILOG = """\b
Examples:
  rawi ingest news/ archive.zip          add a folder and an archive to the store
  rawi serve                             open the dashboard on it
  rawi parse page.txt                    read one page, an account for people
  rawi parse news/ --format jsonl        the same for programs
  rawi export quotes --format xlsx       every quote of the store as a table
  rawi check                             are the store and the word lists sound?
"""

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


class _OneLineErrors(click.Group):
    """A group whose wrong usage is one line on standard error, exit code 2."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command and leave with its exit code."""
        try:
            sys.exit(super().main(*args, **{**kwargs, "standalone_mode": False}) or 0)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            sys.exit(2)
        except click.ClickException as error:
            context = getattr(error, "ctx", None)
            command = context.command_path if context else "rawi"
            click.echo(f"{command}: {error.format_message()} (see {command} --help)", err=True)
            sys.exit(2)
        except PlainError as error:
            click.echo(f"rawi: {error}", err=True)
            sys.exit(2)
        except click.Abort:
            sys.exit(130)
        except BrokenPipeError:
            # The reader of our output has gone, as `head` does; nothing is left to be said.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)


@click.group(
    cls=_OneLineErrors, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="rawi", prog_name="rawi")
def main() -> None:
    """Rawi reads stored Arabic news pages: who said what, when, and through whom."""


@main.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@store_option
@outlet_option
@folder_option
@workers_option
@names_model_option
@learn_option
@click.option(
    "--anew",
    is_flag=True,
    help="Read what the store holds again with today's rules; PATH may be left out.",
)
@strict_option
@quiet_option
def ingest(
    *,
    paths: Sequence[str],
    store: Path,
    outlet: str | None,
    outlet_from_folder: bool,
    workers: int | None,
    names_model: Path | None,
    learn: bool,
    anew: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Add pages to a store.

    PATH is a file, a folder or an archive: .txt, .html, .jsonl, .csv, .parquet, .rss, .atom,
    also in .zip and .gz. Pages that the store holds already are known by their content and
    parsed no second time. Whatever cannot be read becomes a row of `problems`.
    """
    if anew:
        _must_hold_a_store(store)
    elif not paths:
        raise click.UsageError("missing PATH…: what is to be read?")
    _must_exist(paths)
    from core.ingest import ingest as run_ingest  # noqa: PLC0415 - heavy; `--help` stays quick

    with _progress("pages", quiet) as progress:
        report = run_ingest(
            paths,
            store,
            outlet=outlet,
            outlet_from_folder=outlet_from_folder,
            workers=workers,
            names_model=names_model,
            learn=learn,
            anew=anew,
            ingested_at=dt.datetime.now(dt.UTC),
            progress=progress.to,
        )
    again = f", {report.n_reread:,} read again" if report.n_reread else ""
    if not quiet:
        click.echo(
            f"{report.n_new:,} new pages, {report.n_known:,} known{again}; "
            f"{report.n_articles:,} articles; {report.n_problems:,} problems; "
            f"{report.seconds:.1f} s. Store {store}, snapshot {report.snapshot}.",
            err=True,
        )
    sys.exit(1 if strict and report.n_problems else 0)


@main.command()
@paths_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="text for people, jsonl for programs: one page a line.",
)
@output_option
@outlet_option
@folder_option
@workers_option
@names_model_option
@learn_option
@strict_option
@quiet_option
def parse(
    *,
    paths: Sequence[str],
    format_: str,
    output: Path | None,
    outlet: str | None,
    outlet_from_folder: bool,
    workers: int | None,
    names_model: Path | None,
    learn: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Print what is read in pages, without storing it.

    Each quote comes with its speaker, cue and source chain and with the rule that decided. The
    offsets count Unicode code points of the stored text. Scraped pages (.txt) are read twice, so
    that each is read with what all of them show to recur;.
    """
    _must_exist(paths)
    source = partial(read_paths, paths, outlet=outlet, outlet_from_folder=outlet_from_folder)
    learned: Mapping[str, Learned] = {}
    if learn:
        learned = tell(list(see_pages(source(suffixes=PAGE_SUFFIXES), workers=workers)))
    render = _render_json if format_ == "jsonl" else _render_text
    n_problems = 0
    with _progress("pages", quiet or output is None) as progress, _open_output(output) as out:
        parsed = parse_all(source(), workers=workers, names_model=names_model, learned=learned)
        for item in progress.over(parsed):
            problems = [item] if isinstance(item, Problem) else item.problems
            n_problems += len(problems)
            _complain(problems, quiet)
            if isinstance(item, Parse):
                print(render(item), file=out)
    sys.exit(1 if strict and n_problems else 0)


@main.command()
@store_option
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@click.option("--address", default="127.0.0.1", show_default=True, help="Address to listen on.")
@names_model_option
def serve(*, store: Path, port: int, address: str, names_model: Path | None) -> None:
    """Open the dashboard on a store."""
    _must_hold_a_store(store)
    if names_model is not None:
        transformer.check(names_model)
    script = Path(__file__).resolve().parent.parent / "dashboard" / "server.py"
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


@main.command()
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

    _must_hold_a_store(store)
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


@main.command()
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


def _must_hold_a_store(store: Path) -> None:
    if not (store / "CURRENT").is_file():
        raise click.UsageError(f"there is no store in {store}; make one: rawi ingest PATH…")


def _must_exist(paths: Iterable[str]) -> None:
    missing = next((path for path in paths if not Path(path).exists()), None)
    if missing is not None:
        raise click.UsageError(f"there is no file or folder {missing}")


def _render_json(parsed: Parse) -> str:
    return json.dumps(page_json(parsed), ensure_ascii=False)


def _render_text(parsed: Parse) -> str:
    from core.quotes.account import describe  # noqa: PLC0415 - only this format needs it

    return describe(parsed)


def _complain(problems: Iterable[Problem], quiet: bool) -> None:
    for problem in () if quiet else problems:
        tqdm.write(f"{problem.path}: {problem.code}: {problem.detail}", file=sys.stderr)


class _progress:  # noqa: N801 - read as a verb where it is used
    """A progress bar on a terminal, nothing elsewhere."""

    def __init__(self, unit: str, silent: bool) -> None:
        self._bar = tqdm(unit=f" {unit}", disable=True if silent else None, file=sys.stderr)

    def __enter__(self) -> _progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def to(self, done: int, total: int | None = None) -> None:
        """Show that ``done`` of ``total`` are done."""
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def over(self, items: Iterable[Parse | Problem]) -> Iterator[Parse | Problem]:
        """``items``, each counted as it passes."""
        for item in items:
            self._bar.update(1)
            yield item


class _open_output:  # noqa: N801 - read as a verb where it is used
    """The file to write to: standard output, or one that appears only when it is whole."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def __enter__(self) -> IO[str]:
        if self._path is None:
            return sys.stdout
        self._part = self._path.with_name(self._path.name + ".part")
        try:
            self._file = self._part.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise click.UsageError(f"cannot write {self._path}: {error.strerror}") from error
        return self._file

    def __exit__(self, kind: object, *_: object) -> None:
        if self._path is not None:
            self._file.close()
            if kind is None:
                self._part.replace(self._path)
            else:
                self._part.unlink()


if __name__ == "__main__":
    main()
