"""Whole pages in the manner of many sites: every line's kind, and what each article says of itself.

The templates are data (cases/page_templates*.yaml), filled with the stories of
cases/page_stories.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.model import Record
from core.page import PageReading, read_page
from core.text.fold import fold

CASES = Path(__file__).parent / "cases"
KINDS = {
    "H": "headline", "Y": "byline", "D": "dateline", "B": "body", "X": "cross_link",
    "C": "credit", "G": "related_heading", "R": "related", "F": "furniture",
}  # fmt: skip
LINE = re.compile(r"(?P<kinds>[A-Z](?:/[A-Z])*)(?P<article>[\d-]) (?P<text>.+)")
SLOT = re.compile(r"\{(?P<story>\w+)\.(?P<what>h|\d+(?:-\d+)?)\}")


@cache
def stories() -> dict[str, Any]:
    return yaml.safe_load((CASES / "page_stories.yaml").read_text(encoding="utf-8"))


def templates() -> list[dict[str, Any]]:
    files = (CASES / "page_templates.yaml", CASES / "page_templates_more.yaml")
    return [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


def fill(text: str) -> list[str]:
    """The lines a template line stands for."""
    match = SLOT.search(text)
    if match is None:
        return [text]
    story = stories()[match["story"]]
    if match["what"] == "h":
        values = [story["h"]]
    else:
        first, _, last = match["what"].partition("-")
        values = story["s"][int(first) - 1 : int(last or first)]
    return [text[: match.start()] + value + text[match.end() :] for value in values]


def build(case: dict[str, Any]) -> tuple[str, list[tuple[set[str], str]]]:
    """The page, and for each of its lines the kinds that are right and the text."""
    rows: list[tuple[set[str], str]] = []
    alternatives = case.get("alt", {})
    for raw in case["page"].splitlines():
        match = LINE.match(raw)
        assert match, raw
        codes = match["kinds"].split("/")
        for code in list(codes):
            codes += alternatives.get(code, [])
        rows += [({KINDS[code] for code in codes}, text) for text in fill(match["text"])]
    end = case.get("end", "\n" * (case.get("gap", 1) + 1))
    return end.join(text for _, text in rows), rows


def read(case: dict[str, Any]) -> tuple[PageReading, str, list[tuple[set[str], str]]]:
    text, rows = build(case)
    return read_page(Record(case["label"], "page.txt", text), fold(text)), text, rows


@pytest.mark.parametrize("case", templates(), ids=lambda case: case["label"])
def test_kind_of_every_line(case: dict[str, Any]) -> None:
    page, text, rows = read(case)
    wrong = [
        f"{line.kind} ({line.rule}), not {'/'.join(sorted(kinds))}: {expected}"
        for line, (kinds, expected) in zip(page.lines, rows, strict=True)
        if line.kind not in kinds
    ]
    assert not wrong, "\n".join(wrong)
    assert [text[line.start : line.end] for line in page.lines] == [row[1].strip() for row in rows]


@pytest.mark.parametrize("case", templates(), ids=lambda case: case["label"])
def test_articles(case: dict[str, Any]) -> None:
    page, _, _ = read(case)
    got = []
    for article, expected in zip(page.articles, case["articles"], strict=False):
        row: dict[str, Any] = {
            "headline": article.headline,
            "published": article.published,
            "from": article.published_from,
            "credits": list(article.credits),
        }
        if "byline" in expected:
            row["byline"] = article.byline
        got.append(row)
    wanted = []
    for expected in case["articles"]:
        headline = expected.get("headline")
        headline = stories()[headline]["h"] if headline in stories() else headline
        wanted.append({"from": None, "credits": [], **expected, "headline": headline})
    assert len(page.articles) == len(wanted)
    assert got == wanted
