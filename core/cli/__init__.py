"""The command line: ``rawi ingest``, ``parse``, ``serve``, ``export`` and ``check``.

All commands share one vocabulary of options. Exit codes: 0 done; 1 some input had problems and
``--strict`` was given; 2 wrong usage, said in one line. Progress is shown on a terminal only.
"""

from __future__ import annotations

import click

from core.cli.reading import ingest, parse
from core.cli.stores import check, export, serve
from core.cli.wrong_usage import OneLineErrors

_EPILOG = """\b
Examples:
  rawi ingest news/ archive.zip          add a folder and an archive to the store
  rawi serve                             open the dashboard on it
  rawi parse page.txt                    read one page, an account for people
  rawi parse news/ --format jsonl        the same for programs
  rawi export quotes --format xlsx       every quote of the store as a table
  rawi check                             are the store and the word lists sound?
"""


@click.group(
    cls=OneLineErrors, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="rawi", prog_name="rawi")
def main() -> None:
    """Rawi reads stored Arabic news pages: who said what, when, and through whom."""


for _command in (ingest, parse, serve, export, check):
    main.add_command(_command)
