"""Some sample pages read as a careful analyst reads them, expectation by expectation.

``cases/sample_golden.yaml`` holds what is right, as strings of the text; what is not reached yet
stands with its reason in ``cases/sample_known_failures.yaml`` and must fail (strict).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.model import ArticleParse, Parse, Quote, Record
from core.parse import parse
from core.reading import read_paths
from core.text.fold import fold_key

ROOT = Path(__file__).parent
CASES = ROOT / "cases"
PAGES = ROOT.parent / "sample" / "pages"
MIN_OVERLAP = 0.5  # of an indirect quote's span with the expected one, as the gold scorer asks

Case = dict[str, Any]
Expected = tuple[str, str, int, str, Any]


def load(name: str) -> Any:
    return yaml.safe_load((CASES / name).read_text("utf-8"))


def expectations() -> Iterator[Expected]:
    """Id, record, article, aspect and what is expected, one by one."""
    for page in load("sample_golden.yaml"):
        record = page["record"]
        yield f"{record}/articles", record, 0, "articles", len(page["articles"])
        for position, article in enumerate(page["articles"], 1):
            for aspect, expected in _aspects(article):
                yield f"{record}/{position}/{aspect}", record, position, aspect, expected


def _aspects(article: Case) -> Iterator[tuple[str, Any]]:
    for aspect in ("headline", "published", "published_from", "credits"):
        if aspect in article:
            yield aspect, article[aspect]
    yield "direct", [quote["text"] for quote in article["direct"]]
    for kind in ("direct", "indirect"):
        yield from ((f"{kind}-{n}", quote) for n, quote in enumerate(article.get(kind, []), 1))
    yield from ((f"scare-{n}", text) for n, text in enumerate(article.get("scare", []), 1))
    yield from ((f"date-{n}", pair) for n, pair in enumerate(article.get("dates", {}).items(), 1))
    yield from ((f"no-date-{n}", text) for n, text in enumerate(article.get("no_dates", []), 1))
    yield from (
        (f"entity-{n}", pair) for n, pair in enumerate(article.get("entities", {}).items(), 1)
    )


def parameters() -> list[Any]:
    known = {case["id"]: case["why"] for case in load("sample_known_failures.yaml") or []}
    rows = list(expectations())
    unknown = known.keys() - {row[0] for row in rows}
    assert not unknown, f"known failures of no expectation: {sorted(unknown)}"
    return [
        pytest.param(
            *row[1:],
            id=row[0],
            marks=[pytest.mark.xfail(strict=True, reason=known[row[0]])] if row[0] in known else [],
        )
        for row in rows
    ]


@cache
def reading(record_id: str) -> Parse:
    return parse(_records()[record_id])


@cache
def _records() -> dict[str, Record]:
    items = read_paths([PAGES])
    return {item.record_id: item for item in items if isinstance(item, Record)}


@pytest.mark.parametrize(("record", "position", "aspect", "expected"), parameters())
def test_expectation(record: str, position: int, aspect: str, expected: Any) -> None:
    page = reading(record)
    if aspect == "articles":
        assert len(page.articles) == expected
        return
    article = next((a for a in page.articles if a.article.position == position), None)
    assert article is not None, f"no article {position}"
    check(page.record.text, article, aspect.rstrip("0123456789").rstrip("-"), expected)


def check(text: str, parsed: ArticleParse, aspect: str, expected: Any) -> None:
    article = parsed.article
    match aspect:
        case "headline" | "published_from":
            assert getattr(article, aspect) == expected
        case "published":
            day = expected if isinstance(expected, dt.date) else None
            assert article.published == day
        case "credits":
            assert [fold_key(name) for name in article.credits] == [fold_key(n) for n in expected]
        case "direct" if isinstance(expected, list):
            found = [q.span.of(text) for q in parsed.quotes if q.kind == "direct"]
            assert _plain(found) == _plain(expected)
        case "direct" | "indirect":
            check_quote(text, parsed, aspect, expected)
        case "scare":
            direct = [q.span.of(text) for q in parsed.quotes if q.kind == "direct"]
            assert expected.strip() in [span.of(text).strip() for span in parsed.scare]
            assert expected.strip() not in _plain(direct)
        case "date":
            dates = {date.span.of(text): date.value for date in parsed.dates}
            assert dates.get(expected[0]) == str(expected[1]), dates
        case "no-date":
            assert not [d for d in parsed.dates if d.span.of(text) in expected]
        case "entity":
            names = {(fold_key(mention.name), mention.type) for mention in parsed.mentions}
            assert (fold_key(expected[0]), expected[1]) in names
        case _:
            raise AssertionError(f"unknown aspect {aspect!r}")


def check_quote(text: str, parsed: ArticleParse, kind: str, case: Case) -> None:
    quotes = [quote for quote in parsed.quotes if quote.kind == kind]
    found = [q for q in quotes if _fits(q, text, kind, case["text"])]
    if "in_headline" in case:
        found = [quote for quote in found if quote.in_headline == case["in_headline"]]
    assert found, [quote.span.of(text) for quote in quotes]
    said = found[0].attribution
    assert fold_key(said.speaker_name or "") == fold_key(case["speaker"])
    assert said.speaker_kind == case["kind"]
    if "cue" in case:
        assert said.cue is not None and fold_key(said.cue.of(text)) == fold_key(case["cue"])
    if "stance" in case:
        assert said.stance == case["stance"]
    assert _plain(link.name for link in said.via) == _plain(case.get("via", []))


def _fits(quote: Quote, text: str, kind: str, expected: str) -> bool:
    if kind == "direct":
        return quote.span.of(text).strip() == expected.strip()
    start = text.find(expected)
    assert start >= 0, f"not in the text: {expected!r}"
    shared = min(quote.end, start + len(expected)) - max(quote.start, start)
    joined = max(quote.end, start + len(expected)) - min(quote.start, start)
    return shared / joined >= MIN_OVERLAP


def _plain(texts: Any) -> list[str]:
    return [fold_key(text.strip()) for text in texts]


@pytest.mark.parametrize("record_id", sorted(_records()))
def test_every_string_is_in_its_page(record_id: str) -> None:
    """An expectation misspelt in the cases would pass as an absence."""
    text = _records()[record_id].text
    for page in load("sample_golden.yaml"):
        if page["record"] != record_id:
            continue
        for article in page["articles"]:
            quotes = [*article["direct"], *article.get("indirect", [])]
            strings = [*(quote["text"] for quote in quotes), *article.get("scare", [])]
            strings += [*article.get("dates", {}), *article.get("no_dates", [])]
            assert [string for string in strings if string not in text] == []
