"""Corrections: each kind over the tiny corpus, undone, exported, surviving re-ingest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import tiny
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import AUTHORITY, BEIRUT, NABIL, SALMA, TYRE, article, quote

from core import corrections as c
from core.corpus import Corpus
from core.corrections import Correction, CorrectionError, CorrectionLog, active
from core.corrections.log import load_corrections
from core.frames import FRAMES
from core.model import MentionType
from core.names.entities import derived_id
from core.selection import Selection
from core.store import Store

ALL = Selection()
AT = dt.datetime(2024, 11, 2, tzinfo=dt.UTC)
BY = {"at": AT, "who": "هند", "why": "قرأت المادة"}


@pytest.fixture
def corrected(tmp_path: Path) -> Callable[..., Corpus]:
    store = tiny.tiny_store(tmp_path)

    def lay(*corrections: Correction) -> Corpus:
        CorrectionLog(store.corrections).extend(corrections)
        return Corpus.open(tmp_path)

    return lay


def test_merge(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.merge([SALMA], NABIL, **BY))
    counts = corpus.entity_counts(ALL).set_index("entity_id")
    assert SALMA not in counts.index
    assert counts.loc[NABIL, ["n_articles", "n_mentions"]].tolist() == [3, 5]
    assert corpus.count_articles(Selection(entities=(SALMA,))) == 0
    assert corpus.find_entities("سلمى")["entity_id"].tolist() == [NABIL], "found by the old name"
    assert corpus.speakers(ALL).set_index("speaker_id").loc[NABIL, "n_quotes"] == 4
    profile = corpus.profile(NABIL)
    assert profile is not None
    assert "سلمى عون" in profile["aliases"]
    assert corpus.names([SALMA]).empty


def test_merge_of_places_moves_what_quotes_are_about(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.merge([TYRE], BEIRUT, **BY))
    assert corpus.topics(ALL)[["entity_id", "n"]].to_numpy().tolist() == [[BEIRUT, 2]]
    assert corpus.count_quotes(Selection(about=(BEIRUT,))) == 2
    assert corpus.entity_counts(ALL, "LOC")["n_articles"].tolist() == [5]


def test_split(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.split(NABIL, ["الشامي"], "عادل الشامي", "PER", **BY))
    other = derived_id("PER", "عادل الشامي")
    assert corpus.entity_counts(ALL).set_index("entity_id").loc[other, "n_mentions"] == 1
    assert corpus.spellings(ALL, NABIL).to_numpy().tolist() == [["نبيل الشامي", 3]]
    quotes = corpus.quotes(Selection(speakers=(other,)))
    assert quotes["quote_id"].tolist() == [quote("A1", 1)]
    assert quotes["speaker_name"].tolist() == ["عادل الشامي"]


def test_rename(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.rename(NABIL, "نبيل حسن الشامي", "Nabil al-Shami", **BY))
    assert corpus.names([NABIL]).iloc[0].tolist() == [
        NABIL, "PER", "نبيل حسن الشامي", "Nabil al-Shami",
    ]  # fmt: skip
    quotes = corpus.quotes(ALL).set_index("quote_id")
    assert quotes.loc[quote("A1"), "speaker_name"] == "نبيل حسن الشامي"
    assert quotes.loc[quote("A1"), "speaker_name_en"] == "Nabil al-Shami"
    assert corpus.find_entities("nabil")["entity_id"].tolist() == [NABIL]
    assert corpus.find_speakers("حسن")["speaker_id"].tolist() == [NABIL]


def test_retype(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.retype(TYRE, "ORG", **BY))
    assert TYRE in corpus.entity_counts(ALL, "ORG")["entity_id"].tolist()
    view = corpus.article(article("A1"))
    assert view is not None
    assert view.mentions.set_index("entity_id").loc[TYRE, "type"] == "ORG"


def test_reject(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.reject(AUTHORITY, **BY))
    assert AUTHORITY not in corpus.entity_counts(ALL)["entity_id"].tolist()
    assert corpus.names([AUTHORITY]).empty
    quotes = corpus.quotes(Selection(undated=True))
    assert quotes["speaker_id"].tolist() == ["name:هيءه المرافء"], "the speaker is still named"


def test_reject_in_one_spelling(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.reject(NABIL, ["الشامي"], **BY))
    assert corpus.entity_counts(ALL).set_index("entity_id").loc[NABIL, "n_mentions"] == 3


def test_add(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.add("الرصيف", "LOC", ["رصيف جديد"], "The Quay", **BY))
    added = derived_id("LOC", "الرصيف")
    assert corpus.spellings(ALL, added)["text"].tolist() == ["الرصيف", "رصيف جديد"]
    assert corpus.count_articles(Selection(entities=(added,))) == 2
    passages = corpus.passages(ALL, added)
    for row in passages.itertuples():
        at = row.start - row.sentence_start
        assert row.sentence[at : at + row.end - row.start] in ("الرصيف", "رصيف جديد")
    assert corpus.find_entities("quay")["entity_id"].tolist() == [added]


def test_add_leaves_known_mentions_alone(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.add("الشامي", "PER", **BY))
    assert corpus.entity_counts(ALL).set_index("entity_id").loc[NABIL, "n_mentions"] == 4


def test_another_speaker(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(
        c.set_speaker(quote("B1", 1), SALMA, **BY), c.set_speaker(quote("C1"), None, "عامل", **BY)
    )
    quotes = corpus.quotes(ALL).set_index("quote_id")
    assert quotes.loc[quote("B1", 1), ["speaker_id", "speaker_name", "speaker_kind"]].tolist() == [
        SALMA, "سلمى عون", "person",
    ]  # fmt: skip
    assert pd.isna(quotes.loc[quote("B1", 1), "unnamed_class"])
    assert quotes.loc[quote("C1"), "speaker_id"] == "name:عامل"
    assert corpus.unnamed(ALL).empty
    assert corpus.count_quotes(Selection(speakers=(SALMA,))) == 2


def test_a_speaker_nobody_knows(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.set_speaker(quote("A1"), None, **BY))
    row = corpus.quotes(ALL).set_index("quote_id").loc[quote("A1")]
    assert pd.isna(row["speaker_name"])
    assert row["unknown_because"] == "correction"


def test_reject_quote(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(c.reject_quote(quote("A1"), **BY))
    assert corpus.count_quotes(ALL) == 5
    assert corpus.carriers(ALL).empty
    assert corpus.articles(ALL).set_index("article_id").loc[article("A1"), "n_quotes"] == 1
    assert corpus.chain([quote("A1")]).empty


def test_undo_brings_everything_back(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path)
    plain = _answers(Corpus.open(tmp_path))
    log = CorrectionLog(store.corrections)
    lines = [
        log.append(c.merge([SALMA], NABIL, **BY)),
        log.append(c.rename(TYRE, "صور البحرية", **BY)),
        log.append(c.reject_quote(quote("A1"), **BY)),
    ]
    corrected = Corpus.open(tmp_path)
    assert _answers(corrected) != plain
    for line in lines:
        log.undo(line.correction_id, at=AT, who="هند")
    assert not corrected.is_current()
    assert _answers(Corpus.open(tmp_path)) == plain
    table = Corpus.open(tmp_path).corrections()
    assert table["is_active"].tolist() == [False, False, False]
    assert table["who"].tolist() == ["هند"] * 3


def test_undoing_an_undo(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path / "log.jsonl")
    line = log.append(c.retype(TYRE, "ORG", **BY))
    taken = log.undo(line.correction_id, at=AT, who="a")
    assert active(log.load()) == ()
    log.undo(taken.correction_id, at=AT, who="b")
    assert active(log.load()) == (line,)


def test_corrections_survive_a_new_ingest(corrected: Callable[..., Corpus], tmp_path: Path) -> None:
    corrected(c.merge([SALMA], NABIL, **BY))
    tiny.publish_pages(Store(tmp_path), [tiny.parse("A")])
    assert SALMA not in Corpus.open(tmp_path).entity_counts(ALL)["entity_id"].tolist()


def test_corrections_in_order(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(
        c.merge([SALMA], NABIL, **BY),
        c.rename(NABIL, "ن. الشامي", **BY),
        c.retype(NABIL, "ORG", **BY),
    )
    assert corpus.names([NABIL])[["type", "name"]].to_numpy().tolist() == [["ORG", "ن. الشامي"]]
    assert corpus.entity_counts(ALL, "ORG").set_index("entity_id").loc[NABIL, "n_mentions"] == 5


def test_a_correction_of_what_is_gone_does_nothing(corrected: Callable[..., Corpus]) -> None:
    corpus = corrected(
        c.merge(["per-gone"], "per-nobody", **BY),
        c.reject("per-gone", **BY),
        c.reject_quote("0000000000000000-1-q0-5", **BY),
        c.set_speaker("0000000000000000-1-q0-5", NABIL, **BY),
    )
    assert corpus.count_quotes(ALL) == 6
    assert len(corpus.entity_counts(ALL)) == 6


def test_apply_changes_no_frame_it_is_given(tmp_path: Path) -> None:
    store = tiny.tiny_store(tmp_path)
    names = ("mentions", "quotes", "speakers", "chain", "about", "entities")
    frames = {name: store.load_frame(name) for name in names}
    before = {name: frame.copy() for name, frame in frames.items()}
    fixed = c.apply(
        frames,
        [c.merge([SALMA], NABIL, **BY), c.reject(TYRE, **BY), c.rename(BEIRUT, "ب", **BY),
         c.set_speaker(quote("A1"), SALMA, **BY), c.split(NABIL, ["الشامي"], "ع", "PER", **BY)],
    )  # fmt: skip
    for name, frame in before.items():
        pd.testing.assert_frame_equal(frames[name], frame)
        FRAMES[name].check(fixed[name])


def test_export_and_import(tmp_path: Path) -> None:
    one, two = CorrectionLog(tmp_path / "one.jsonl"), CorrectionLog(tmp_path / "two.jsonl")
    line = one.append(c.add("دار مرايا", "ORG", **BY))
    one.append(c.rename(TYRE, "صور", **BY))
    two.append(line)
    assert two.extend(load_corrections(one.path)) == 1
    assert two.extend(load_corrections(one.path)) == 0
    assert set(two.load()) == set(one.load())


def test_a_line_cut_short_is_not_counted(tmp_path: Path) -> None:
    log = CorrectionLog(tmp_path / "log.jsonl")
    line = log.append(c.retype(TYRE, "ORG", **BY))
    with log.path.open("a", encoding="utf-8") as file:
        file.write('{"kind": "merge", "at"')
    assert log.load() == (line,)
    other = log.append(c.rename(TYRE, "صور", **BY))
    assert log.load() == (line, other)


def test_a_broken_log_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text('{"kind": "shout", "at": "2024-11-02T00:00:00+00:00"}\n', encoding="utf-8")
    with pytest.raises(CorrectionError, match=r"log\.jsonl:1: .*shout"):
        CorrectionLog(path).load()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: c.merge([NABIL], NABIL, **BY),
        lambda: c.split(NABIL, [], "x", "PER", **BY),
        lambda: c.rename(NABIL, **BY),
        lambda: c.retype(NABIL, "THING", **BY),
        lambda: c.reject("a\nb", **BY),
        lambda: c.reject_quote("x", **BY),
        lambda: c.retype(NABIL, "ORG", at=dt.datetime(2024, 1, 1), who="x"),
    ],
)
def test_impossible_corrections(wrong: Callable[[], Correction]) -> None:
    with pytest.raises(CorrectionError):
        wrong()


_kinds = st.sampled_from(["PER", "ORG", "LOC"])
_texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(str.strip)


@settings(deadline=None)
@given(_texts, _kinds, st.lists(_texts, max_size=3), _texts)
def test_any_correction_survives_the_log(
    name: str, kind: MentionType, forms: list[str], why: str
) -> None:
    line = c.add(name, kind, forms, at=AT, who="هند", why=why)
    assert Correction.from_json(line.as_json()) == line


def _answers(corpus: Corpus) -> list[str]:
    frames = [
        corpus.entity_counts(ALL),
        corpus.quotes(ALL, page_size=None),
        corpus.speakers(ALL),
        corpus.topics(ALL),
        corpus.carriers(ALL),
        corpus.articles(ALL),
        corpus.find_entities(""),
    ]
    return [frame.to_csv() for frame in frames]
