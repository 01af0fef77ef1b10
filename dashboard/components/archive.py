"""Views of the corpus page: what is loaded, adding pages, problems, undated, corrections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.corpus import Corpus
from core.selection import Selection
from dashboard import data
from dashboard.components import (
    article_list,
    cards,
    controls,
    corrections,
    dom,
    i18n,
    ingest,
    overview,
    ranking,
    sections,
    state,
    stats,
    tables,
)
from dashboard.components.i18n import t

if TYPE_CHECKING:
    from core.ingest import IngestReport

_TYPES = ["txt", "html", "htm", "jsonl", "csv", "parquet", "xml", "rss", "atom", "zip", "gz"]
_TABLE_SIZE = 100


def loaded(corpus: Corpus) -> None:
    """The snapshot, its outlets and its pages."""
    covered = corpus.coverage(Selection())
    when = corpus.created_at.strftime("%Y-%m-%d %H:%M UTC")
    line = dom.el("p", t("corpus.snapshot", id=corpus.snapshot, when=when), cls="rw-coverage")
    dom.show("loaded", [stats.row(overview.figures_of(covered, Selection())), line])
    sections.head("outlets", t("corpus.outlets_title"), rows=corpus.outlets)
    dom.show("outlets", [dom.el("div", ranking.bars(_outlets(corpus)), cls="rw-in-columns")])
    rows = partial(corpus.pages, page_size=None)
    sections.head("pages", t("corpus.pages_title"), rows=rows)
    n_pages = int(corpus.snapshots().query("is_current")["n_pages"].sum())
    page = controls.page_number(n_pages, _TABLE_SIZE)
    columns = ("path", "outlet", "encoding", "n_lines", "n_articles", "bytes", "ingested_at")
    tables.show(corpus.pages(page, _TABLE_SIZE), columns, "pages_table")
    controls.pager(n_pages, _TABLE_SIZE)


def add(corpus: Corpus) -> None:
    """Uploading pages into the store; the sample's store stays as it is."""
    if corpus.is_sample:
        st.info(t("corpus.upload_sample"), icon=":material/science:")
        st.code("rawi ingest PATH…\nrawi serve", language="bash")
        return
    st.caption(t("corpus.upload_note"))
    with st.form("add_pages", border=False):
        files = st.file_uploader(t("corpus.upload"), type=_TYPES, accept_multiple_files=True)
        sent = st.form_submit_button(t("corpus.upload_button"), type="primary")
    if sent and files:
        _report(_ingest(files))


def _ingest(files: Sequence[UploadedFile]) -> IngestReport:
    """Keeps the files beside the store, so that the paths it names are true, and reads them."""
    folder = data.store() / "uploads" / dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S")
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / Path(file.name).name for file in files]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file.getbuffer())
    return ingest.run(paths, data.store())


def _report(report: IngestReport) -> None:
    counted = ("n_read", "n_new", "n_known", "n_problems")
    numbers = {name: i18n.number(getattr(report, name)) for name in counted}
    st.success(t("corpus.report", seconds=f"{report.seconds:.1f}", **numbers))


def problems(corpus: Corpus) -> None:
    """Faults of the input, as rows."""
    total = corpus.count_problems()
    if not total:
        dom.show("no_problems", [dom.el("p", t("empty.problems"), cls="rw-empty")])
        return
    rows = partial(corpus.problems, page_size=None)
    sections.head("problems", "", coverage=i18n.count("problem", total), rows=rows)
    tables.show(corpus.problem_codes(), ("stage", "code", "n"), "problem_codes")
    page = controls.page_number(total, _TABLE_SIZE)
    found = corpus.problems(page=page, page_size=_TABLE_SIZE)
    tables.show(found, ("path", "stage", "code", "detail"), "problems_table")
    controls.pager(total, _TABLE_SIZE)


def undated(corpus: Corpus) -> None:
    """Articles whose page gives no ground for a date."""
    chosen = Selection(undated=True)
    total = corpus.count_articles(chosen)
    page = controls.page_number(total)
    found = corpus.articles(chosen, "newest", page, controls.PAGE_SIZE)
    none = dom.el("p", t("empty.undated"), cls="rw-empty")
    rows = partial(corpus.articles, chosen, page_size=None)
    sections.head("undated", "", t("corpus.undated_note"), rows=rows)
    dom.show("undated", [article_list.articles(found) if total else none])
    controls.pager(total)


VIEWS = {
    "loaded": loaded,
    "add": add,
    "problems": problems,
    "undated": undated,
    "corrections": corrections.log,
}


def _outlets(corpus: Corpus) -> list[ranking.Row]:
    return [
        ranking.Row(
            i18n.name_of(row),
            int(row["n_articles"]),
            state.href("articles", Selection(outlets=(row["outlet_id"],))),
            note=row["country"] if cards.present(row["country"]) else "",
        )
        for row in corpus.outlets().to_dict("records")
    ]
