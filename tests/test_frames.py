"""Frames: schemas, building, writing."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
import tiny
from hypothesis import given, settings
from hypothesis import strategies as st

from core.frames import FRAMES, PAGE_FRAMES, SchemaError, build_frames
from core.frames.ids import speaker_ids
from core.frames.outlets import listed_outlets, outlet_id
from core.model import Attribution, Parse, Problem, Record


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_frame_has_the_whole_schema(name: str) -> None:
    schema = FRAMES[name]
    empty = schema.check(schema.empty())
    assert len(empty) == 0
    assert schema.check(schema.from_arrow(schema.to_arrow(empty))).equals(empty)


def test_no_parse_gives_every_frame() -> None:
    frames = build_frames([], ingested_at=tiny.AT)
    assert list(frames) == list(PAGE_FRAMES)
    assert all(len(frame) == 0 for frame in frames.values())


def test_frames_survive_being_written() -> None:
    for name, frame in _frames().items():
        schema = FRAMES[name]
        pd.testing.assert_frame_equal(schema.from_arrow(schema.to_arrow(frame)), frame)


def test_rows_of_the_tiny_corpus() -> None:
    frames = _frames()
    assert {name: len(frame) for name, frame in frames.items()} == {
        "records": 4, "pages": 4, "lines": 12, "sentences": 11, "words": 5, "sketches": 5, "articles": 5,
        "credits": 1, "mentions": 15, "quotes": 6, "speakers": 7, "chain": 1, "about": 2,
        "dates": 2, "scare": 0, "problems": 1,
    }  # fmt: skip


def test_every_offset_slices_its_surface_form() -> None:
    frames = _frames()
    texts = dict(zip(frames["records"]["page_id"], frames["records"]["text"], strict=True))
    for name in ("mentions", "quotes", "dates", "scare"):
        for row in frames[name].itertuples():
            assert texts[row.article_id[:16]][row.start : row.end] == row.text
    for row in frames["quotes"].itertuples():
        text = texts[row.article_id[:16]]
        assert text[row.cue_start : row.cue_end] == row.cue
        assert text[row.speaker_start : row.speaker_end] == row.speaker_text


def test_mentions_know_their_sentence() -> None:
    frames = _frames()
    sentences = frames["sentences"].set_index(["article_id", "position"])
    for row in frames["mentions"].itertuples():
        sentence = sentences.loc[(row.article_id, row.sentence)]
        assert sentence["start"] <= row.start
        assert row.end <= sentence["end"]


def test_an_article_row() -> None:
    row = _frames()["articles"].set_index("article_id").loc[tiny.article("A1")]
    assert row["outlet"] == "بريد النيل"
    assert row["outlet_id"] == tiny.NILE
    assert row["headline"] == "توسعة ميناء صور تبدأ غدا"
    assert (row["headline_start"], row["headline_end"]) == (0, 24)
    assert row["published"] == pd.Timestamp("2024-10-05")
    assert pd.isna(row["published_at"])
    assert row["n_words"] == 5 + 12 + 7
    assert row["snippet"].startswith("قال نبيل الشامي لوكالة قوافل إن")


def test_joint_speakers_are_one_row_each() -> None:
    speakers = _frames()["speakers"]
    joint = speakers[speakers["quote_id"] == tiny.quote("D1")]
    assert list(joint["speaker_id"]) == [tiny.SALMA, tiny.NABIL]
    assert list(joint["position"]) == [0, 1]


def test_speakers_without_an_entity() -> None:
    assert speaker_ids(Attribution(), ()) == ()
    unnamed = Attribution(speaker_name="مسؤول", speaker_kind="unnamed")
    assert speaker_ids(unnamed, ()) == (("unnamed:unspecified", "مسؤول"),)
    role = Attribution(speaker_name="رئيسة اللجنة", speaker_kind="role")
    assert speaker_ids(role, ()) == (("name:رءيسه اللجنه", "رئيسة اللجنة"),)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("BBC", "bbc-arabic"),
        ("skynews", "sky-news-arabia"),
        ("عرب٤٨", "arab-48"),
        ("عــرب 48", "arab-48"),
        ("بريد النيل", "bryd-alnyl"),
        ("بَريدُ النيلِ", "bryd-alnyl"),
        ("Nile Post", "nile-post"),
        ("日本", "o65e5672c"),
    ],
)
def test_outlet_ids(name: str, expected: str) -> None:
    assert outlet_id(name) == expected


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_outlet_ids_are_ascii(name: str) -> None:
    found = outlet_id(name)
    assert found.isascii() and found
    assert len(found) <= 64


def test_the_list_of_outlets_is_sound() -> None:
    for one, outlet in listed_outlets().items():
        for name in (outlet.name, outlet.name_en, *outlet.aliases):
            assert outlet_id(name) == one, f"{name} is of two outlets"


def test_a_wrong_frame_is_refused() -> None:
    schema = FRAMES["credits"]
    good = schema.frame([("x-1", 0, "وكالة قوافل")])
    with pytest.raises(SchemaError, match="credits: columns are"):
        schema.check(good[["name", "article_id", "position"]])
    with pytest.raises(SchemaError, match=r"credits\.position: dtype int64"):
        schema.check(good.astype({"position": "int64"}))
    with pytest.raises(SchemaError, match=r"credits\.name: absent"):
        schema.check(schema.frame([("x-1", 0, None)]))
    with pytest.raises(SchemaError, match="no column name"):
        schema.conform(good[["article_id", "position"]])


def test_old_days_and_zones_stay_right() -> None:
    schema = FRAMES["articles"]
    assert schema.frame([]).dtypes["published"] == "datetime64[s]"
    day = FRAMES["dates"].frame(
        [("x-1", 0, 4, "1200", "DATE", "1200", dt.date(1200, 1, 1), dt.date(1201, 1, 1),
          "year", "gregorian", 0, "year")]
    )  # fmt: skip
    assert day["begin"][0] == pd.Timestamp("1200-01-01")
    back = FRAMES["dates"].from_arrow(FRAMES["dates"].to_arrow(day))
    pd.testing.assert_frame_equal(back, day)


def test_a_problem_without_a_page_is_kept() -> None:
    problem = Problem("x.doc", "reading", "unknown-format", "no reader")
    frames = build_frames([problem], ingested_at=tiny.AT)
    assert frames["problems"]["path"].tolist() == ["x.doc"]
    assert frames["pages"].empty


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_stored_unchanged(text: str) -> None:
    frames = build_frames([Parse(Record("x", "x", text), (), ())], ingested_at=tiny.AT)
    schema = FRAMES["records"]
    back = schema.from_arrow(schema.to_arrow(frames["records"]))
    assert back["text"][0] == text


def _frames() -> dict[str, pd.DataFrame]:
    return build_frames(tiny.parses(), ingested_at=tiny.AT, parser=tiny.PARSER)
