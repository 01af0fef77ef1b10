"""The command line: output, exit codes, and one clear line for wrong usage."""

from __future__ import annotations

import json
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
