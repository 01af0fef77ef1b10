"""What must hold for any page whatever is on it: offsets, borders of articles, determinism."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.model import ArticleParse, Line, Parse, Record, Span
from core.parse import parse
from core.reading import read_paths

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "sample" / "pages"
RAWI_PARSE = [sys.executable, "-m", "core.cli", "parse", str(SAMPLE), "--format", "jsonl"]


@cache
def sample_records() -> tuple[Record, ...]:
    return tuple(item for item in read_paths([SAMPLE]) if isinstance(item, Record))


def check(parsed: Parse) -> None:
    """Every invariant of one parse."""
    text = parsed.record.text
    check_lines(parsed, text)
    positions = [one.article.position for one in parsed.articles]
    assert positions == list(range(1, len(positions) + 1))
    for one in parsed.articles:
        check_article(one, parsed.lines, text)


def check_lines(parsed: Parse, text: str) -> None:
    at = 0
    for line in parsed.lines:
        assert at <= line.start < line.end <= len(text)
        surface = line.span.of(text)
        assert surface == surface.strip()
        assert line.rule
        at = line.end
    articles = {one.article.position for one in parsed.articles}
    assert {line.article for line in parsed.lines} - {None} <= articles
    uncovered = text
    for line in reversed(parsed.lines):
        uncovered = uncovered[: line.start] + uncovered[line.end :]
    assert not [char for char in uncovered if char.isalnum()]


def check_article(one: ArticleParse, lines: tuple[Line, ...], text: str) -> None:
    own = [
        line
        for line in lines
        if line.article == one.article.position and line.kind in ("headline", "body")
    ]
    spans = [part.span for part in (*one.mentions, *one.quotes, *one.dates)] + list(one.scare)
    spans += [span for quote in one.quotes for span in attribution_spans(quote)]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        inside = [line for line in own if line.span.overlaps(span)]
        assert inside, f"{span} of {span.of(text)!r} stands on no line of its article"
        first, last = inside[0], inside[-1]
        assert first.start <= span.start
        assert span.end <= last.end
        foreign = [
            line
            for line in lines
            if line.article not in (None, one.article.position) and line.span.overlaps(span)
        ]
        assert not foreign, f"{span} reaches into another article"
    for part in (*one.mentions, *one.dates):
        assert "\n" not in part.span.of(text)
    for several in (one.mentions, one.dates):
        assert [part.span for part in several] == sorted(part.span for part in several)
        assert not any(a.span.overlaps(b.span) for a, b in pairwise(several))
    for quote in one.quotes:
        assert 0 <= quote.confidence <= 1
        assert quote.attribution.speaker_name or quote.attribution.unknown_because


def attribution_spans(quote: object) -> list[Span]:
    by = quote.attribution  # type: ignore[attr-defined]
    found = [by.cue, by.speaker_span, *(link.span for link in by.via)]
    return [span for span in found if span is not None]


@pytest.mark.parametrize("record", sample_records(), ids=lambda record: record.record_id)
def test_sample_page_keeps_every_invariant(record: Record) -> None:
    check(parse(record))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_page_cut_anywhere_keeps_every_invariant(data: st.DataObject) -> None:
    record = data.draw(st.sampled_from(sample_records()))
    start = data.draw(st.integers(0, len(record.text) - 1))
    end = data.draw(st.integers(start + 1, len(record.text)))
    check(parse(Record("cut", "cut", record.text[start:end])))


NOISE = st.text(
    st.sampled_from(
        "قال أن إن بحسب \"“”«»'‘’:،.؟()-–•\n\r\t\u00a0\u200f\ufeff٣7 الوزير وأضاف المصدر يوم عام"
    ),
    max_size=400,
)


@settings(max_examples=150, deadline=None)
@given(NOISE | st.text(max_size=200))
def test_noise_keeps_every_invariant(text: str) -> None:
    check(parse(Record("noise", "noise", text)))


@pytest.mark.parametrize(
    "text",
    ['"' * 200_000, "قال: " * 50_000, "«" * 100_000 + "»" * 100_000, "\n" * 200_000, "٣" * 200_000],
    ids=["marks", "cues", "nested", "blank", "digits"],
)
def test_a_page_of_one_thing_is_read(text: str) -> None:
    check(parse(Record("long", "long", text)))


def test_same_bytes_from_any_process_locale_and_time_zone() -> None:
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C.UTF-8", "LANG": "ar_EG.UTF-8"},
    ]
    workers = ["1", "2"]
    outputs = [
        subprocess.run(
            [*RAWI_PARSE, "--workers", count],
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, **surrounding},
            check=True,
        ).stdout
        for surrounding, count in zip(surroundings, workers, strict=True)
    ]
    assert outputs[0]
    assert outputs[0] == outputs[1]


def test_page_id_follows_from_the_content_alone() -> None:
    one, other = (Record("a", "x/a", "نص"), Record("b", "y/b", "نص"))
    assert one.page_id == other.page_id
    assert one.page_id != Record("a", "x/a", "نص", outlet="صحيفة").page_id
    assert (
        Record("a", "a", "نص", headline="ع").page_id != Record("a", "a", "نص", outlet="ع").page_id
    )
