"""Ingest: incremental, over processes, with faults, killed in the middle."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from core import ingest as ingest_module
from core.cli import main
from core.corpus import Corpus
from core.ingest import ingest
from core.model import Parse, Problem, Record
from core.page.furniture import OTHER_HEADLINE
from core.store import Store, StoreError
from core.version import parser_version

AT = dt.datetime(2024, 11, 1, tzinfo=dt.UTC)


def test_pages_of_a_folder(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "pages", 3)
    (pages / "notes.doc").write_bytes(b"\x00\x01")
    seen: list[int] = []
    report = ingest(
        [pages], tmp_path / "store", ingested_at=AT, progress=lambda done, total: seen.append(done)
    )
    assert (report.n_read, report.n_new, report.n_known) == (4, 3, 0)
    assert report.n_articles == 3
    assert report.n_problems >= 1
    assert seen[-1] == 4
    store = Store(tmp_path / "store")
    assert report.snapshot == store.current
    faults = store.load_frame("problems")
    assert "unknown-format" in set(faults["code"])


def test_known_pages_are_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = _pages(tmp_path / "pages", 3)
    first = ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    parsed: list[str] = []
    real = ingest_module.parse_or_problem

    def watched(record: Record, *rest: Any) -> Parse | Problem:
        parsed.append(record.record_id)
        return real(record, *rest)

    monkeypatch.setattr(ingest_module, "parse_or_problem", watched)
    again = ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    assert (again.n_new, again.n_known, parsed) == (0, 3, [])
    assert again.snapshot == first.snapshot
    _page(pages / "new.txt", 99)
    more = ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    assert (more.n_new, more.n_known, parsed) == (1, 3, ["new"])


def test_incremental_equals_full_with_equal_bytes(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "pages", 6)
    for number in range(6):
        ingest([pages / f"p{number}.txt"], tmp_path / "by_steps", ingested_at=AT, workers=1)
    ingest([pages], tmp_path / "at_once", ingested_at=AT, workers=1)
    assert _bytes(tmp_path / "by_steps") == _bytes(tmp_path / "at_once")


def test_workers_leave_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = _archive(tmp_path / "archive.jsonl", 9)
    monkeypatch.setattr(ingest_module, "_FIRST_LOTS", (2, 100))
    ingest([archive], tmp_path / "one", ingested_at=AT, workers=1)
    ingest([archive], tmp_path / "two", ingested_at=AT, workers=2)
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def test_the_same_content_twice_is_one_page(tmp_path: Path) -> None:
    pages = _pages(tmp_path / "pages", 1)
    (pages / "q.txt").write_bytes((pages / "p0.txt").read_bytes())
    report = ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    assert (report.n_read, report.n_new, report.n_known) == (2, 1, 1)


def test_a_page_the_parser_fails_on_costs_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = _pages(tmp_path / "pages", 3)
    real = ingest_module.parse_or_problem

    def failing(record: Record, *rest: Any) -> Parse | Problem:
        if record.record_id == "p1":
            return Problem(record.path, "page", "parse-failed", "ValueError: x", record.page_id)
        return real(record, *rest)

    monkeypatch.setattr(ingest_module, "parse_or_problem", failing)
    report = ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    store = Store(tmp_path / "store")
    assert (report.n_new, report.n_articles) == (3, 2)
    faults = store.load_frame("problems").query("code == 'parse-failed'")
    assert faults["detail"].tolist() == ["ValueError: x"]
    assert len(store.load_frame("records")) == 3, "the text is kept"


def test_a_page_that_kills_its_worker_costs_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = _archive(tmp_path / "archive.jsonl", 9)
    monkeypatch.setattr(ingest_module, "_FIRST_LOTS", (3, 100))
    monkeypatch.setattr(ingest_module, "parse_and_stage", _killed_by_page_four)
    report = ingest([archive], tmp_path / "store", ingested_at=AT, workers=2)
    store = Store(tmp_path / "store")
    assert (report.n_new, report.n_articles) == (9, 8)
    faults = store.load_frame("problems")
    assert faults["code"].tolist() == ["parse-failed"]
    assert "exit code 7" in faults["detail"][0]
    assert len(store.load_frame("records")) == 9, "the text is kept, each page once"


def test_text_that_no_encoding_can_store_is_a_problem(tmp_path: Path) -> None:
    archive = tmp_path / "a.jsonl"
    archive.write_text('{"id": "x", "text": "\\ud800 نص"}\n', encoding="utf-8")
    report = ingest([archive], tmp_path / "store", ingested_at=AT, workers=1)
    assert (report.n_new, report.n_articles) == (0, 0)
    assert "not-unicode" in set(Store(tmp_path / "store").load_frame("problems")["code"])


def test_nothing_to_read_makes_an_empty_snapshot(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    report = ingest([tmp_path / "pages"], tmp_path / "store", ingested_at=AT)
    assert (report.n_read, report.n_articles) == (0, 0)
    assert Store(tmp_path / "store").current == report.snapshot


def test_outlets_of_a_folder_are_kept_and_marked_as_invented(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    _page(pages / "nile" / "a.txt", 1)
    rows = "folder\toutlet\toutlet_en\tcountry\tinvented\nnile\tبريد النيل\tNile Post\tEG\tyes\n"
    (pages / "outlets.tsv").write_text(rows, encoding="utf-8")
    ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    other = _pages(tmp_path / "other", 1)
    ingest([other], tmp_path / "store", ingested_at=AT, workers=1)
    outlets = Store(tmp_path / "store").load_frame("outlets")
    assert outlets.values.tolist() == [["bryd-alnyl", "بريد النيل", "Nile Post", "EG", True]]


_KILLED = """
import datetime as dt, sys
from pathlib import Path
from core import ingest as module
module._FIRST_LOTS = (1, 10_000)
def progress(done, total):
    print(done, flush=True)
module.ingest([Path(sys.argv[1])], Path(sys.argv[2]), workers=1, progress=progress,
              ingested_at=dt.datetime(2024, 11, 1, tzinfo=dt.UTC))
"""


def test_a_killed_ingest_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = _archive(tmp_path / "archive.jsonl", 60)
    store = Store(tmp_path / "store")
    root = Path(ingest_module.__file__).parent.parent
    child = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(archive), str(store.root)],
        stdout=subprocess.PIPE,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert child.stdout is not None
    for _ in range(8):
        child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    staged = list((store.root / "staged").glob("*/*/pages.parquet"))
    assert len(staged) >= 8
    assert store.current is None, "nothing half-done is seen"
    parsed: list[str] = []
    real = ingest_module.parse_or_problem

    def watched(record: Record, *rest: Any) -> Parse | Problem:
        parsed.append(record.record_id)
        return real(record, *rest)

    monkeypatch.setattr(ingest_module, "parse_or_problem", watched)
    report = ingest([archive], store, ingested_at=AT, workers=1)
    assert report.n_articles == 60
    assert len(parsed) == 60 - len(staged)
    ingest([archive], tmp_path / "whole", ingested_at=AT, workers=1)
    assert _bytes(store.root) == _bytes(tmp_path / "whole")


def _furnished(folder: Path, count: int) -> Path:
    """Pages of one site, each with a line of the site and the title of the page before."""
    folder.mkdir(parents=True)
    for number in range(count):
        name = "ابتثجحخدذرزسشصضطظ"[number] * 3
        lines = (
            f"افتتاح مبنى {name} قريبا جدا",
            f"أعلن مدير مبنى {name} أن العمل فيه بدأ صباح اليوم بعد توقف دام أسبوعين للصيانة.",
            "عبارة يكررها الموقع",
            f"وقال المدير إن مبنى {name} سيفتح أبوابه أمام الجمهور قبل نهاية الشهر.",
            "فيسبوك",
            f"افتتاح مبنى {'ابتثجحخدذرزسشصضطظ'[(number * 7 + 1) % count] * 3} قريبا جدا",
        )
        (folder / f"p{number}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _rules(store: Path | Store) -> list[str]:
    held = store if isinstance(store, Store) else Store(store)
    rules = held.load_frame("lines")["rule"].value_counts()
    return [f"{name} {rules.get(name, 0)}" for name in ("recurs-on-outlet", OTHER_HEADLINE)]


def test_pages_are_read_with_what_recurs_on_their_outlet(tmp_path: Path) -> None:
    pages = _furnished(tmp_path / "pages", 8)
    ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    assert _rules(tmp_path / "store") == ["recurs-on-outlet 8", f"{OTHER_HEADLINE} 8"]
    bodies = Store(tmp_path / "store").load_frame("lines").query("kind == 'body'")
    assert len(bodies) == 16
    ingest([pages], tmp_path / "alone", ingested_at=AT, workers=1, learn=False)
    assert _rules(tmp_path / "alone") == ["recurs-on-outlet 0", f"{OTHER_HEADLINE} 0"]


def test_the_commands_learn_from_the_pages_given_unless_told_not_to(tmp_path: Path) -> None:
    pages = _furnished(tmp_path / "pages", 5)
    run = CliRunner().invoke
    arguments = ["parse", str(pages), "--format", "jsonl", "--workers", "1"]
    for option, kind in (("--learn", "furniture"), ("--no-learn", "body")):
        parsed = [json.loads(line) for line in run(main, [*arguments, option]).stdout.splitlines()]
        assert [page["blocks"][2]["kind"] for page in parsed] == [kind] * 5
        store = tmp_path / option
        run(main, ["ingest", str(pages), "--store", str(store), "--workers", "1", option])
        n_body = int((Store(store).load_frame("lines")["kind"] == "body").sum())
        assert n_body == (10 if option == "--learn" else 15)


def test_what_new_pages_teach_is_told_of_the_old_ones_with_equal_bytes(tmp_path: Path) -> None:
    pages = _furnished(tmp_path / "pages", 8)
    steps = Store(tmp_path / "by_steps")
    reread = []
    for number in (3, 1, 7, 0, 2, 6, 4, 5):
        report = ingest([pages / f"p{number}.txt"], steps, ingested_at=AT, workers=1)
        assert report.n_new == 1
        reread.append(report.n_reread)
    assert reread[3] == 3, "with the fourth page the line of the site is known as such"
    at_once = ingest([pages], tmp_path / "at_once", ingested_at=AT, workers=1)
    assert at_once.n_reread == 0
    assert _bytes(steps.root) == _bytes(tmp_path / "at_once")
    again = ingest([pages], steps, ingested_at=AT, workers=1)
    assert (again.n_new, again.n_reread, again.n_known) == (0, 0, 8)


def test_pages_read_again_keep_the_time_they_came_in(tmp_path: Path) -> None:
    pages = _furnished(tmp_path / "pages", 4)
    store = Store(tmp_path / "store")
    ingest([pages / f"p{n}.txt" for n in range(3)], store, ingested_at=AT, workers=1)
    later = AT + dt.timedelta(days=1)
    assert ingest([pages], store, ingested_at=later, workers=1).n_reread == 3
    times = store.load_frame("pages").set_index("record_id")["ingested_at"]
    assert [times[f"p{n}"] for n in range(4)] == [AT, AT, AT, later]


def test_a_page_read_alone_is_read_again_when_it_comes_with_learning(tmp_path: Path) -> None:
    pages = _furnished(tmp_path / "pages", 5)
    ingest([pages], tmp_path / "store", ingested_at=AT, workers=1, learn=False)
    report = ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    assert (report.n_new, report.n_known, report.n_reread) == (0, 5, 5)
    ingest([pages], tmp_path / "whole", ingested_at=AT, workers=1)
    assert _bytes(tmp_path / "store") == _bytes(tmp_path / "whole")


class _Killed(BaseException):
    """Stands in for a kill: nothing catches it."""


@pytest.mark.parametrize("rest", ["same", "others"])
def test_a_killed_ingest_learns_as_one_that_went_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rest: str
) -> None:
    pages = _furnished(tmp_path / "pages", 10)
    first = [pages / f"p{n}.txt" for n in range(5)]
    more = [pages / f"p{n}.txt" for n in range(5, 10)]
    store = Store(tmp_path / "store")
    ingest(first, store, ingested_at=AT, workers=1)
    monkeypatch.setattr(ingest_module, "_FIRST_LOTS", (1, 100))
    done: list[int] = []

    def killed(n_read: int, total: int | None) -> None:
        done.append(n_read)
        if len(done) == 4:
            raise _Killed

    with pytest.raises(_Killed):
        ingest(more, store, ingested_at=AT, workers=1, progress=killed)
    assert len(store.staged(parser_version())) >= 4
    if rest == "others":  # what was staged is published, read with what is known by now
        new = _furnished(tmp_path / "new", 2)
        ingest([new], store, ingested_at=AT, workers=1)
    ingest(more, store, ingested_at=AT, workers=1)
    ingest(
        [pages, *([tmp_path / "new"] if rest == "others" else [])],
        tmp_path / "whole",
        ingested_at=AT,
        workers=1,
    )
    assert _bytes(store.root) == _bytes(tmp_path / "whole")


_real_parse_and_stage = ingest_module.parse_and_stage


def _killed_by_page_four(lot: Sequence[Any], **rest: Any) -> object:
    """In place of ``parse_and_stage``: dies late, with the lot staged already."""
    done = _real_parse_and_stage(lot, **rest)
    if any(page.record.record_id == "r4" for page in lot):
        os._exit(7)
    return done


def _text(number: int) -> str:
    return f"خبر رقم {number} من الميناء\n\nقال المدير إن السفينة رقم {number} وصلت إلى المرفأ.\n"


def _page(path: Path, number: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_text(number), encoding="utf-8")


def _pages(folder: Path, count: int) -> Path:
    for number in range(count):
        _page(folder / f"p{number}.txt", number)
    return folder


def _archive(path: Path, count: int) -> Path:
    rows = (
        json.dumps({"id": f"r{number}", "text": _text(number)}, ensure_ascii=False)
        for number in range(count)
    )
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def _bytes(root: Path) -> dict[str, bytes]:
    store = Store(root)
    folder = store.snapshot(store.current or "")
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}


def _made_by_another_version(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a column away from a stored frame, and let the parser have been another one."""
    path = store.frame_path(store.current or "", "chain")
    pq.write_table(pq.read_table(path).drop_columns(["name_id"]), path)
    monkeypatch.setattr(ingest_module, "parser_version", lambda _: "another")


def test_a_store_of_another_version_is_read_anew_from_its_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = _pages(tmp_path / "pages", 3)
    ingest([pages], tmp_path / "store", ingested_at=AT, workers=1)
    store = Store(tmp_path / "store")
    before = store.load_frame("articles")
    _made_by_another_version(store, monkeypatch)
    assert store.is_outdated
    with pytest.raises(StoreError, match="rawi ingest --anew"):
        Corpus.open(store.root)
    (pages / "p0.txt").unlink()
    more = _pages(tmp_path / "more", 4)
    report = ingest([more], store, ingested_at=AT, workers=1)
    assert not store.is_outdated
    assert (report.n_new, report.n_known, report.n_reread) == (1, 3, 3)
    after = store.load_frame("articles")
    held = after[after["article_id"].isin(before["article_id"])]
    assert held.reset_index(drop=True).equals(before)
    assert set(store.load_frame("pages")["parser"]) == {"another"}
    assert (store.load_frame("pages")["ingested_at"] == AT).all()


def test_anew_reads_held_pages_by_the_rules_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([_pages(tmp_path / "pages", 3)], tmp_path / "store", ingested_at=AT, workers=1)
    store = Store(tmp_path / "store")
    same = ingest([], store, ingested_at=AT, workers=1, anew=True)
    assert (same.n_reread, same.snapshot) == (0, store.current), "these are the rules of today"
    monkeypatch.setattr(ingest_module, "parser_version", lambda _: "another")
    report = ingest([], store, ingested_at=AT, workers=1, anew=True)
    assert (report.n_read, report.n_reread, report.n_articles) == (0, 3, 3)
    assert set(store.load_frame("pages")["parser"]) == {"another"}
