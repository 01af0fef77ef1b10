"""What spans a snapshot is the same whether its pages came at once or day by day."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
import tiny

from core.derive import copies
from core.duplicates import Shingles, is_copy
from core.frames import SNAPSHOT_FRAMES
from core.model import (
    Article,
    ArticleParse,
    Attribution,
    Line,
    Parse,
    Quote,
    Record,
)
from core.quotes.statements import Said, group_statements
from core.store import Store

WORDS = (
    "الميناء الرصيف السفينة القطار المحطة السد النهر الخزان المعرض المكتبة المتحف الطريق الجسر "
    "الحقل الموسم المحصول السوق الشركة المدينة البلدية اللجنة الخطة الميزانية الورشة المهندس"
).split()
SPEAKERS = ("per-xnabil", "per-xsalma", None)


def _page(name: str, day: int | None, sentences: Sequence[str], speaker: str | None) -> Parse:
    """A page of one article whose last sentence is a direct quote."""
    text = "\n".join(sentences)
    starts = [sum(len(one) + 1 for one in sentences[:at]) for at in range(len(sentences))]
    lines = tuple(
        Line(at, at + len(one), "body", 1, "test")
        for at, one in zip(starts, sentences, strict=True)
    )
    published = dt.date(2026, 1, day) if day else None
    article = Article(1, outlet=name[0], published=published)
    by = Attribution(speaker_name=speaker, speaker_entity_id=speaker)
    quote = Quote(lines[-1].start, lines[-1].end, "direct", "test", 1.0, by)
    record = Record(name, f"{name}.txt", text)
    return Parse(record, lines, (ArticleParse(article, quotes=(quote,)),))


def _archive(dice: random.Random, n_pages: int) -> list[Parse]:
    """Pages of three outlets: few stories, cut and shuffled; few statements, worded alike."""
    stories = [[" ".join(dice.choices(WORDS, k=12)) for _ in range(6)] for _ in range(n_pages // 4)]
    sayings = [" ".join(dice.choices(WORDS, k=8)) for _ in range(5)]
    pages = []
    for number in range(n_pages):
        story = dice.sample(dice.choice(stories), k=dice.choice((4, 5, 6)))
        said = dice.choice(sayings).rsplit(" ", dice.choice((0, 1)))[0]
        day = dice.choice((None, *range(1, 9)))
        pages.append(
            _page(f"{dice.choice('abc')}{number}", day, [*story, said], dice.choice(SPEAKERS))
        )
    return pages


def _derived(store: Store) -> dict[str, list[list[object]]]:
    return {name: store.load_frame(name).to_numpy().tolist() for name in SNAPSHOT_FRAMES}


@pytest.mark.parametrize("seed", range(4))
def test_step_by_step_finds_what_at_once_finds(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    pages = _archive(dice, 40)
    at_once = _derived(tiny.tiny_store(tmp_path / "at_once", pages))
    assert len(at_once["copies"]) > 5
    assert len({one for _, one in at_once["statements"]}) < len(pages) - 5
    dice.shuffle(pages)
    store = tiny.tiny_store(tmp_path / "steps", pages[:10])
    for at in range(10, 40, 6):
        tiny.publish_pages(store, pages[at : at + 6])
    assert _derived(store) == at_once


def test_a_page_read_again_is_compared_again(tmp_path: Path) -> None:
    dice = random.Random(7)
    pages = _archive(dice, 24)
    expected = _derived(tiny.tiny_store(tmp_path / "at_once", pages))
    bare = [Parse(page.record, (), ()) for page in pages[:6]]
    store = tiny.tiny_store(tmp_path / "steps", [*bare, *pages[6:]])
    assert _derived(store) != expected
    tiny.publish_pages(store, pages[:6])
    assert _derived(store) == expected
    tiny.publish_pages(store, bare)
    assert _derived(store) == _derived(tiny.tiny_store(tmp_path / "bare", [*bare, *pages[6:]]))


def test_only_what_is_new_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = _archive(random.Random(3), 40)
    store = tiny.tiny_store(tmp_path, pages[:36])
    asked: list[bool] = []

    def counted(left: Shingles, right: Shingles) -> bool:
        asked.append(is_copy(left, right))
        return asked[-1]

    monkeypatch.setattr(copies, "is_copy", counted)
    tiny.publish_pages(store, pages[36:])
    new = {page.record.page_id for page in pages[36:]}
    compared = store.load_frame("compared")
    fresh = compared["article_id"].str[:16].isin(new) | compared["other_id"].str[:16].isin(new)
    assert 0 < len(asked) == fresh.sum() < len(compared)


def test_two_groups_that_a_later_quote_joins_go_by_the_oldest_carrier() -> None:
    """Whatever order a set of words is walked in, which changes from process to process."""
    first, second = WORDS[:8], WORDS[8:16]
    said = [
        Said("a", "per-x", " ".join(first), "1"),
        Said("b", "per-x", " ".join(second), "2"),
        Said("c", "per-x", " ".join([*second, *first]), "3"),
    ]
    groups = group_statements(said)
    assert len(set(groups.values())) == 1
    assert groups == group_statements(reversed(said))
    assert groups["a"] == group_statements(said[:1])["a"]
