"""Snapshots: same bytes, published at once, kept by their readers."""

from __future__ import annotations

import dataclasses
import threading
from pathlib import Path

import pytest
import tiny

from core.corpus import Corpus
from core.frames import FRAMES, build_frames
from core.model import Problem
from core.selection import Selection
from core.store import Manifest, Store, StoreError, stage


def test_a_snapshot_holds_every_frame_with_its_schema(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path)
    for name, schema in FRAMES.items():
        schema.check(store.load_frame(name))
    rows = store.manifest(store.current or "").rows
    assert (rows["pages"], rows["articles"], rows["quotes"]) == (4, 5, 6)


def test_what_is_written_is_what_was_built(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path)
    built = build_frames(tiny.parses(), ingested_at=tiny.AT, parser=tiny.PARSER)
    for name, frame in built.items():
        key = list(FRAMES[name].key)
        expected = frame.sort_values(key, ignore_index=True)
        assert store.load_frame(name).equals(expected), name


def test_same_pages_in_any_order_and_number_of_steps_give_the_same_bytes(tmp_path: Path) -> None:
    a, b, c, d = tiny.parses()
    at_once = tiny.tiny_store(tmp_path / "at_once")
    shuffled = tiny.tiny_store(tmp_path / "shuffled", [d, b, a, c])
    stepwise = tiny.tiny_store(tmp_path / "stepwise", [c])
    tiny.publish_pages(stepwise, [a, d])
    tiny.publish_pages(stepwise, [b])
    assert _bytes(at_once) == _bytes(shuffled) == _bytes(stepwise)
    assert at_once.current == shuffled.current == stepwise.current


def test_a_page_parsed_anew_replaces_all_its_rows(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path)
    page = tiny.parse("A")
    bare = dataclasses.replace(page, articles=())
    tiny.publish_pages(store, [bare])
    assert len(store.load_frame("pages")) == 4
    assert tiny.article("A1") not in set(store.load_frame("articles")["article_id"])
    assert tiny.quote("A1") not in set(store.load_frame("quotes")["quote_id"])
    tiny.publish_pages(store, [page])
    assert _bytes(store) == _bytes(tiny.tiny_store(tmp_path / "fresh"))


def test_faults_of_a_path_go_when_it_is_read_again(tmp_path: Path) -> None:
    fault = Problem("tiny/A.txt", "reading", "not-utf8", "bytes of no encoding")
    other = Problem("tiny/Z.doc", "reading", "unknown-format", "no reader")
    store = tiny.tiny_store(tmp_path, [], [fault, other])
    assert len(store.load_frame("problems")) == 2
    tiny.publish_pages(store, [tiny.parse("A")], reread=frozenset({"tiny/A.txt"}))
    assert store.load_frame("problems")["path"].tolist() == ["tiny/Z.doc"]


def test_the_same_fault_twice_is_one_row(tmp_path: Path) -> None:
    fault = Problem("tiny/Z.doc", "reading", "unknown-format", "no reader")
    store = tiny.tiny_store(tmp_path, [], [fault])
    tiny.publish_pages(store, [], [fault])
    assert len(store.load_frame("problems")) == 1


def test_readers_keep_their_snapshot(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path, [tiny.parse("A")])
    before = Corpus.open(tmp_path)
    assert before.is_current()
    tiny.publish_pages(store, [tiny.parse("B")])
    assert not before.is_current()
    assert before.count_articles(Selection()) == 1
    after = Corpus.open(tmp_path)
    assert after.count_articles(Selection()) == 2
    for page in "CD":
        tiny.publish_pages(store, [tiny.parse(page)])
    store.prune(keep=1)
    assert before.count_quotes(Selection()) == 2, "a dropped snapshot still serves who has it open"


def test_old_snapshots_are_dropped_the_current_one_never(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path, [tiny.parse("A")])
    for page in "BCD":
        tiny.publish_pages(store, [tiny.parse(page)])
    assert len(store.manifests()) == 3
    store.prune(keep=1)
    assert [held.snapshot for held in store.manifests()] == [store.current]
    assert len(list((tmp_path / "serving").iterdir())) == 1


def test_many_threads_read_while_another_publishes(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path, [tiny.parse("A"), tiny.parse("B")])
    corpus = Corpus.open(tmp_path)
    selections = [Selection(), Selection(entities=(tiny.NABIL,)), Selection(words="الميناء")]
    failures: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(5):
                for selection in selections:
                    assert corpus.count_articles(selection) == 2
                    assert len(corpus.articles(selection)) == 2
                    assert corpus.coverage(selection)["n_quotes"] == 4
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    tiny.publish_pages(store, [tiny.parse("C")])
    for thread in threads:
        thread.join()
    assert not failures


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path)
    with store.writing(), pytest.raises(StoreError, match="another ingest"), store.writing():
        pass


def test_a_lot_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = build_frames([tiny.parse("A")], ingested_at=tiny.AT)
    frames["quotes"] = frames["quotes"].drop(columns="rule")  # fails half-way through
    with pytest.raises(ValueError, match="quotes"):
        stage(tmp_path / "staged" / "p", "lot", frames)
    assert Store(tmp_path).staged("p") == []


def test_an_empty_folder_is_no_store(tmp_path: Path) -> None:
    assert Store(tmp_path).current is None
    with pytest.raises(StoreError, match="nothing was ingested"):
        Corpus.open(tmp_path)
    with pytest.raises(StoreError, match="no readable manifest"):
        Manifest.load(tmp_path / "manifest.json")


def test_the_serving_file_is_made_anew_when_it_is_missing(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path)
    for path in (store.root / "serving").iterdir():
        path.unlink()
    assert Corpus.open(tmp_path).count_articles(Selection()) == 5


def _bytes(store: Store) -> dict[str, bytes]:
    folder = store.snapshot(store.current or "")
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.parquet"))}
