"""The one direction of imports, and what must not be in the tree."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Each layer may import itself and those before it.
LAYERS = (
    ("model", "errors", "text", "workers"),
    ("reading", "dates"),
    ("page",),
    ("names",),
    ("quotes",),
    ("parse", "parallel", "learning", "duplicates", "search", "version"),
    ("frames", "selection"),
    ("derive", "corrections"),
    ("store", "serving", "publish"),
    ("known", "ingest", "corpus", "checks"),
    ("exports",),
    ("cli",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", modules("core"), ids=lambda path: str(path.relative_to(ROOT)))
def test_core_imports_one_way(path: Path) -> None:
    own = path.relative_to(ROOT / "core").parts[0].removesuffix(".py")
    if own == "__init__":
        return
    assert own in RANK, f"core/{own} has no place in the order of layers"
    for name in imported(path):
        parts = name.split(".")
        assert parts[0] not in ("streamlit", "dashboard"), f"{name} is of the screen"
        if parts[0] == "core" and len(parts) > 1:
            assert RANK[parts[1]] <= RANK[own], f"core.{own} imports core.{parts[1]}"


@pytest.mark.parametrize(
    "path", modules("dashboard/pages"), ids=lambda path: str(path.relative_to(ROOT))
)
def test_pages_import_components_never_each_other(path: Path) -> None:
    assert not [name for name in imported(path) if name.startswith("dashboard.pages")]


def tracked() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_machine_path_and_no_registry_in_the_tree() -> None:
    forbidden = re.compile(
        r"(?<![\w.])/(?:work|root|home)/\w|https?://[^\s)\"']*(?:/simple/|pypi\.)"
    )
    for path in tracked():
        if path.suffix in {".woff2", ".ttf", ".png", ".gz", ".crfsuite", ".npz"}:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        assert not forbidden.search(text) or path == Path(__file__), path
