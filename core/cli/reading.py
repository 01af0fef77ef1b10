"""The commands that read pages: ``ingest`` into a store, ``parse`` to be looked at."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from core.cli.options import (
    folder_option,
    learn_option,
    must_exist,
    must_hold_a_store,
    names_model_option,
    outlet_option,
    output_option,
    paths_argument,
    quiet_option,
    store_option,
    strict_option,
    workers_option,
)
from core.cli.showing import complain, open_output, progress
from core.exports.reading_json import page_json
from core.learning import PAGE_SUFFIXES, see_pages, tell
from core.model import Parse, Problem
from core.page import Learned
from core.parallel import parse_all
from core.reading import read_paths


@click.command()
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
        must_hold_a_store(store)
    elif not paths:
        raise click.UsageError("missing PATH…: what is to be read?")
    must_exist(paths)
    from core.ingest import ingest as run_ingest  # noqa: PLC0415 - heavy; `--help` stays quick

    with progress("pages", quiet) as bar:
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
            progress=bar.to,
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


@click.command()
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
    that each is read with what all of them show to recur.
    """
    must_exist(paths)
    source = partial(read_paths, paths, outlet=outlet, outlet_from_folder=outlet_from_folder)
    learned: Mapping[str, Learned] = {}
    if learn:
        learned = tell(list(see_pages(source(suffixes=PAGE_SUFFIXES), workers=workers)))
    render = _render_json if format_ == "jsonl" else _render_text
    n_problems = 0
    with progress("pages", quiet or output is None) as bar, open_output(output) as out:
        parsed = parse_all(source(), workers=workers, names_model=names_model, learned=learned)
        for item in bar.over(parsed):
            problems = [item] if isinstance(item, Problem) else item.problems
            n_problems += len(problems)
            complain(problems, quiet)
            if isinstance(item, Parse):
                print(render(item), file=out)
    sys.exit(1 if strict and n_problems else 0)


def _render_json(parsed: Parse) -> str:
    return json.dumps(page_json(parsed), ensure_ascii=False)


def _render_text(parsed: Parse) -> str:
    from core.quotes.account import describe  # noqa: PLC0415 - only this format needs it

    return describe(parsed)
