"""Labelled cases of the names stage: ``tests/cases/names*.yaml``."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
import yaml
from growing import assert_linear

from core.model import Article, Line
from core.names import describe, find_mentions
from core.text.article import ArticleText
from core.text.fold import fold

CASES = [
    pytest.param(case, id=f"{path.stem}-{case['label']}")
    for path in sorted(Path(__file__).parent.glob("cases/names*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
MARK = re.compile(r"\[([^\]]+)\]\((PER|ORG|LOC)\)")


def article_of(text: str) -> ArticleText:
    lines, at = [], 0
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(at, at + len(row), "body", 1, "test"))
        at += len(row) + 1
    return ArticleText(fold(text), Article(1), tuple(lines))


def unmark(marked: str) -> tuple[str, list[tuple[str, str]]]:
    spans = [(match[1], match[2]) for match in MARK.finditer(marked)]
    return MARK.sub(r"\1", marked), spans


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, object]) -> None:
    text, expected = unmark(str(case["text"]))
    mentions = find_mentions(article_of(text))
    assert [(text[m.start : m.end], m.type) for m in mentions] == expected, case.get("why")
    names = case.get("names") or {}
    assert isinstance(names, dict)
    found = {text[m.start : m.end]: m.name for m in mentions}
    assert {surface: found.get(surface) for surface in names} == names
    for group in case.get("same", []):  # type: ignore[attr-defined]
        ids = {m.entity_id for m in mentions if text[m.start : m.end] in group}
        assert len(ids) == 1, group


def test_mentions_are_ordered_apart_and_identified() -> None:
    text = "التقى وزير الزراعة المصري كريم الدمنهوري في القاهرة وزير البيئة الفرنسي.\nوقال الدمنهوري إن مصر وفرنسا"
    mentions = find_mentions(article_of(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._:-]{0,63}", m.entity_id) for m in mentions)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("جون سميث", "John Smith"),
        ("مديرية كتاف", "Madirya Kataf"),
        ("عبدالله الزوري", "Abdullah al-Zuri"),
        ("CNN", "CNN"),
        ("وكالة قوافل", "Wakala Qawafil"),
        ("المركز العربي للأرصاد", "al-Markaz al-Arbi lil-Arsad"),
    ],
)
def test_every_name_has_a_latin_spelling(name: str, label: str) -> None:
    entity = describe("per-x000000000000", "PER", name)
    assert (entity.name_en, entity.is_transliterated) == (label, True)
    # letters of other lists than Arabic's own have a spelling too
    assert describe("org-x000000000000", "ORG", "ڤوكس ٢٤").name_en


def test_unclear_names_are_apart_between_articles() -> None:
    """A given name, a shared body and a doubtful club are nobody's beyond their article."""
    one, two = "قال محمد إنه راض", "وصل محمد أمس"
    ids = [m.entity_id for text in (one, two) for m in find_mentions(article_of(text))]
    assert len(set(ids)) == len(ids)
    again = [m.entity_id for m in find_mentions(article_of(one))]
    assert again == ids[: len(again)]


def test_clear_names_are_one_in_all_articles() -> None:
    texts = ("وصل ساهر الدمنهوري إلى عمّان", "قال الوزير ساهر الدمنهوري إنه راض")
    ids = {
        m.entity_id for text in texts for m in find_mentions(article_of(text)) if m.type == "PER"
    }
    assert len(ids) == 1


@pytest.mark.parametrize(
    "unit",
    [
        "محمد بن ",
        "محمد علي ",
        "قال الرئيس محمد بن ",
        "أبو ",
        "ال ",
        "م.ن.ا. ",
        "وزارة الدفاع وزارة ",
    ],
)
def test_reading_grows_with_the_length_only(unit: str) -> None:
    assert_linear(lambda text: find_mentions(article_of(f"قال محمد العلي إن {text}")), unit, 15_000)
