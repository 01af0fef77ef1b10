"""The command line: output, exit codes, and one clear line for wrong usage."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = 'قال مدير الميناء سالم الحدادي: "بدأ العمل في الرصيف الشرقي".\n\nوأضاف أن المشروع مستمر.\n'


def rawi(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "core.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    return path


def test_jsonl_offsets_slice_the_stored_text(page: Path) -> None:
    done = rawi("parse", page, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    [parsed] = [json.loads(line) for line in done.stdout.splitlines()]
    assert parsed["id"] == "page"
    assert parsed["text"] == TEXT.replace("\n", "\r\n")
    assert set(parsed) >= {"id", "blocks", "articles", "entities", "quotes", "dates"}
    for part in (*parsed["entities"], *parsed["quotes"], *parsed["dates"]):
        assert parsed["text"][part["start"] : part["end"]] == part["text"]


def test_output_file_is_the_same_as_standard_output(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert rawi("parse", page, "--format", "jsonl", "-o", out).returncode == 0
    assert out.read_text(encoding="utf-8") == rawi("parse", page, "--format", "jsonl").stdout
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["parse", "no-such-file"], "no-such-file"),
        (["parse"], "PATH"),
        (["parse", ".", "--format", "xml"], "xml"),
        (["pars"], "parse"),
        (["serve", "--store", "no-such-store"], "rawi ingest"),
        (["ingest", "no-such-file"], "no-such-file"),
        (["ingest"], "PATH"),
        (["ingest", "--anew", "--store", "no-such-store"], "no-such-store"),
        (["ingest", ".", "--workers", "0"], "workers"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(arguments: list[str], says: str) -> None:
    done = rawi(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert says in done.stderr


def test_problems_are_said_and_strict_exits_1(page: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{", encoding="utf-8")
    assert rawi("parse", tmp_path, "--format", "jsonl").returncode == 0
    done = rawi("parse", tmp_path, "--format", "jsonl", "--strict")
    assert done.returncode == 1
    assert "bad-json" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_help_teaches(page: Path) -> None:
    done = rawi("--help")
    assert done.returncode == 0
    for command in ("ingest", "parse", "serve", "export", "check"):
        assert f"rawi {command}" in done.stdout


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "pages").mkdir()
    (folder / "pages" / "page.txt").write_text(TEXT, encoding="utf-8")
    done = rawi("ingest", folder / "pages", "--store", folder / "store")
    assert done.returncode == 0, done.stderr
    assert "1 new pages, 0 known" in done.stderr
    return folder / "store"


def test_ingest_again_finds_nothing_new(store: Path) -> None:
    done = rawi("ingest", store.parent / "pages", "--store", store)
    assert "0 new pages, 1 known" in done.stderr


def test_export_writes_the_rows_of_a_view(store: Path) -> None:
    everything = rawi("export", "quotes", "--store", store, "--format", "json")
    assert everything.returncode == 0, everything.stderr
    assert [row["kind"] for row in json.loads(everything.stdout)] == ["direct", "indirect"]
    link = "http://localhost:8501/quotes?lang=ar&kind=direct&pg=2"
    chosen = rawi("export", "quotes", "--store", store, "--format", "json", "--view", link)
    [row] = json.loads(chosen.stdout)
    assert row["text"] == "بدأ العمل في الرصيف الشرقي"
    assert row["speaker_name"] == "سالم الحدادي"


def test_export_names_what_it_cannot_read(store: Path) -> None:
    done = rawi("export", "quotes", "--store", store, "--view", "?d=yesterday")
    assert done.returncode == 2
    assert "yesterday" in done.stderr


def test_check_finds_a_sound_store_sound_and_a_changed_one_not(store: Path) -> None:
    done = rawi("check", "--store", store)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout
    damaged = store.parent / "damaged"
    shutil.copytree(store, damaged)
    quotes = next(damaged.glob("snapshots/*/quotes.parquet"))
    quotes.write_bytes(quotes.read_bytes()[:-1])
    done = rawi("check", "--store", damaged)
    assert done.returncode == 1
    assert "quotes: the file is not what was written" in done.stdout


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("per-A\tPER\tسالم\tSalem\t\t\t\t\t", "'per-A'"),
        ("org-a\tPER\tسالم\tSalem\t\t\t\t\t", "type 'PER'"),
        ("per-a\tPER\tسـالم\tSalem\t\t\t\t\t", "tatweel"),
        ("per-a\tPER\tسالم\t\t\t\t\t\t", "no name_en"),
        ("per-a\tPER\tسالم\tSalem\tEgypt\t\t\t\t", "'Egypt'"),
        ("per-a\tPER\tسالم\tSalem\t\t2020-13\t\tوزير\t", "'2020-13'"),
        ("per-a\tPER\tسالم\tSalem\t\t2020\t2019\tوزير\t", "before it begins"),
        ("per-a\tPER\tسالم\tSalem\t\t2020\t\t\t", "no role"),
        ("per-a\tPER\tسالم\tSalem\t\t\t\t\tسالم", "stands twice"),
        ("per-a\tPER\tسالم\tSalem\nper-b\tPER\tسَالم\tSalem", "marks"),
        ("per-a\tPER\tسالم\tSalem\nper-b\tPER\tسالم\tSalem", "per-a, per-b"),
        ("per-a\tPER\tسالم\tSalem\nper-a\tPER\tسليم\tSalem", "'سليم' here"),
    ],
)
def test_check_says_what_is_wrong_with_a_gazetteer(tmp_path: Path, row: str, says: str) -> None:
    names = tmp_path / "names.tsv"
    names.write_text(f"# Source: a test.\n# Licence: MIT. Date: 2026.\n{row}\n", encoding="utf-8")
    done = rawi("check", "--store", tmp_path, "--names", names)
    assert done.returncode == 1
    assert says in done.stdout
    assert "names.tsv:" in done.stdout
