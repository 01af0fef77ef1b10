"""The selection: normal form, links, chips, words."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from collections.abc import Callable
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.selection import (
    KINDS,
    QUERY_KEYS,
    STANCES,
    Selection,
    choice_param,
    decode_state,
    describe,
    encode_state,
    flag_param,
    from_query,
    id_param,
    integer_param,
    parts,
    text_param,
    to_query,
)

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى"
_TRICKY = ",\"'&=?#%+;/\\<>«»“”()؛،ـ\u0301\u064b\u0651\u200c é😀"
_days = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
_outlet = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,20}", fullmatch=True)
_entity = st.text(_ARABIC + "abcXYZ0123456789", min_size=1, max_size=20) | st.from_regex(
    r"Q[0-9]{1,9}|per:[a-z-]{0,10}[a-z]", fullmatch=True
)
_unnamed = st.sampled_from(["official", "military", "source", "eye-witness"])
_named = st.text(_ARABIC + _TRICKY, min_size=1, max_size=60).map("name:".__add__)
_words = st.one_of(
    st.text(_ARABIC + _TRICKY, max_size=80),
    st.text(max_size=80),
    st.text(_ARABIC + "é\u0651", max_size=30).map(lambda text: unicodedata.normalize("NFD", text)),
)


def _some(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, max_size=4).map(tuple)


selections = st.builds(
    Selection,
    begin=_days,
    end=_days,
    outlets=_some(_outlet),
    entities=_some(_entity),
    speakers=_some(_entity | _named | _unnamed.map("unnamed:".__add__)),
    about=_some(_entity),
    kinds=_some(st.sampled_from(KINDS)),
    stances=_some(st.sampled_from(STANCES)),
    unnamed=_some(_unnamed),
    carriers=_some(_entity | _named),
    said_begin=_days,
    said_end=_days,
    words=_words,
    copies=st.booleans(),
    undated=st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(selections)
def test_any_selection_survives_a_link(selection: Selection) -> None:
    link = urlencode(to_query(selection), doseq=True)
    assert link.isascii()
    assert from_query(parse_qs(link, keep_blank_values=True)) == (selection, ())


def test_ten_thousand_selections_survive_a_link() -> None:
    dice = random.Random(48)
    for _ in range(10_000):
        selection = _random_selection(dice)
        link = urlencode(to_query(selection), doseq=True)
        assert from_query(parse_qs(link, keep_blank_values=True)) == (selection, ())


def _random_selection(dice: random.Random) -> Selection:
    def word(letters: str, longest: int) -> str:
        return "".join(dice.choices(letters, k=dice.randint(1, longest)))

    def some(make: Callable[[], str]) -> tuple[str, ...]:
        return tuple(make() for _ in range(dice.choice((0, 0, 1, 3))))

    def day() -> dt.date | None:
        return dice.choice((None, dt.date(2000, 1, 1) + dt.timedelta(dice.randrange(20_000))))

    form = dice.choice(("NFC", "NFD", "NFKC"))
    return Selection(
        begin=day(),
        end=day(),
        outlets=some(lambda: word("abcxyz0189", 12)),
        entities=some(lambda: word(_ARABIC + "abcXYZ0123456789", 20)),
        speakers=some(lambda: "name:" + word(_ARABIC + _TRICKY, 40)),
        about=some(lambda: word(_ARABIC, 20)),
        kinds=some(lambda: dice.choice(KINDS)),
        stances=some(lambda: dice.choice(STANCES)),
        unnamed=some(lambda: dice.choice(("official", "eye-witness"))),
        carriers=some(lambda: "name:" + word(_ARABIC, 20)),
        said_begin=day(),
        said_end=day(),
        words=unicodedata.normalize(form, word(_ARABIC * 2 + _TRICKY, 60)) * dice.randint(0, 1),
        copies=dice.random() < 0.5,
        undated=dice.random() < 0.5,
    )


@settings(deadline=None)
@given(selections)
def test_removing_every_chip_leaves_nothing(selection: Selection) -> None:
    left = selection
    for part, value in parts(selection):
        left = left.without(part, value)
    assert left == Selection()
    assert left.is_empty


@settings(deadline=None)
@given(selections)
def test_every_selection_has_words(selection: Selection) -> None:
    assert describe(selection, {}, "ar").strip()
    assert describe(selection, {}, "en").strip()


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(QUERY_KEYS - {"q"})) | st.text(max_size=8),
        st.lists(st.text(max_size=30), min_size=1, max_size=3, unique=True),
    )
)
def test_any_query_is_read_or_complained_of(query: dict[str, list[str]]) -> None:
    selection, problems = from_query(query)
    lost = [key for key, raw in query.items() if to_query(selection).get(key) != raw]
    assert all(
        any(key[:60] in problem for problem in problems) for key in lost if key.isprintable()
    )
    assert bool(problems) >= bool(lost)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"d": ["2024-13-01.."]}, "2024-13-01.."),
        ({"d": [".."]}, ".."),
        ({"d": ["2024-01-01"]}, "2024-01-01"),
        ({"out": ["Nile Post"]}, "Nile Post"),
        ({"ent": ["a;drop table"]}, "a;drop table"),
        ({"ent": [""]}, "ent"),
        ({"kind": ["oblique"]}, "oblique"),
        ({"stance": ["shouts"]}, "shouts"),
        ({"copies": ["maybe"]}, "maybe"),
        ({"undated": ["1", "0"]}, "“1”"),
        ({"colour": ["red"]}, "colour"),
    ],
)
def test_broken_and_unknown_parts_are_named(query: dict[str, list[str]], named: str) -> None:
    selection, problems = from_query(query)
    assert selection.is_empty
    assert len(problems) == 1
    assert named in problems[0]
    assert any("\u0600" <= char <= "\u06ff" for char in from_query(query, lang="ar")[1][0])


def test_good_values_beside_a_broken_one_are_kept() -> None:
    selection, problems = from_query({"out": ["nile", "No!", "atlas"]})
    assert selection.outlets == ("nile", "atlas")
    assert len(problems) == 1


def test_keys_of_the_page_are_left_to_it() -> None:
    assert from_query({"pg": ["2"], "lang": ["ar"]}, also=("pg", "lang")) == (Selection(), ())


def test_no_more_values_than_a_link_may_hold() -> None:
    selection, problems = from_query({"ent": [f"Q{n}" for n in range(60)]})
    assert len(selection.entities) == 50
    assert len(problems) == 10


def test_normal_form() -> None:
    selection = Selection(
        begin=dt.date(2024, 2, 1),
        end=dt.date(2024, 1, 1),
        outlets=("nile", "nile"),
        words="بدء\nالعمل\u202e\x00",
    )
    assert (selection.begin, selection.end) == (dt.date(2024, 1, 1), dt.date(2024, 2, 1))
    assert selection.outlets == ("nile",)
    assert selection.words == "بدء العمل"
    with pytest.raises(ValueError, match="outlets"):
        Selection(outlets=("Nile Post",))


def test_words_in_both_languages() -> None:
    selection = Selection(
        begin=dt.date(2024, 10, 1),
        end=dt.date(2024, 10, 31),
        outlets=("nile", "atlas"),
        entities=("Q1", "Q2"),
        speakers=("name:نبيل الشامي",),
        kinds=("direct",),
        stances=("denies",),
        copies=False,
    )
    names = {"nile": "بريد النيل", "atlas": "أطلس", "Q1": "مرفأ صور", "Q2": "هيئة المرافئ"}
    assert describe(selection, names, "ar") == (
        "من 1 أكتوبر 2024 إلى 31 أكتوبر 2024؛ في بريد النيل أو أطلس؛ تذكر مرفأ صور وهيئة المرافئ؛ "
        "القائل نبيل الشامي؛ اقتباس مباشر؛ بصيغة النفي؛ من دون النسخ المكررة"
    )
    assert describe(selection, {}, "en") == (
        "1 October 2024 to 31 October 2024; in nile or atlas; mentioning Q1 and Q2; "
        "said by نبيل الشامي; direct quotes; put as: denies; copies left out"
    )
    assert describe(Selection(), {}, "ar") == "كل المواد"


def test_a_page_declares_its_own_parameters() -> None:
    params = (
        integer_param("pg", 1, 1, 10_000),
        choice_param("g", ("day", "week"), "day"),
        id_param("art", r"[0-9a-f]{16}-\d+"),
        flag_param("open"),
        text_param("note"),
    )
    state = {"pg": 3, "g": "week", "art": "0123456789abcdef-1", "open": True, "note": "أ & ب"}
    query = encode_state(params, state)
    assert decode_state(params, query) == (state, ())
    assert encode_state(params, decode_state(params, {})[0]) == {}
    broken, problems = decode_state(params, {"pg": ["0"], "art": ["x"], "g": ["year"]})
    assert (broken["pg"], broken["art"], broken["g"]) == (1, None, "day")
    assert len(problems) == 3
