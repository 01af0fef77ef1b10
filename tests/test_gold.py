"""Scores on the annotated articles of ``../shared/gold`` never fall below their floors.

The gold texts belong to their publishers and stay outside the project; without them these tests
are skipped. Floors are in ``tests/gold_floors.json``; raise them when a change earns it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"
FLOORS: dict[str, float] = json.loads((ROOT / "tests" / "gold_floors.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not (GOLD / "score.py").is_file(), reason="the gold articles are not beside this checkout"
)


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    predicted = tmp_path_factory.mktemp("gold") / "predicted.jsonl"
    pages = [str(path) for path in sorted((GOLD / "pages").glob("*.txt"))]
    parse = [sys.executable, "-m", "core.cli", "parse", *pages, str(GOLD / "articles.jsonl")]
    subprocess.run([*parse, "--format", "jsonl", "-o", str(predicted), "-q"], check=True, cwd=ROOT)
    score = [sys.executable, str(GOLD / "score.py"), "--pred", str(predicted), "--json"]
    done = subprocess.run(score, check=True, capture_output=True, text=True, encoding="utf-8")
    result: dict[str, object] = json.loads(done.stdout)
    return result


def test_no_page_is_missing(scores: dict[str, object]) -> None:
    assert scores["missing_pages"] == 0


@pytest.mark.parametrize("measure", sorted(FLOORS))
def test_score_is_at_or_above_its_floor(scores: dict[str, dict[str, float]], measure: str) -> None:
    assert scores[measure]["f1"] >= FLOORS[measure]
