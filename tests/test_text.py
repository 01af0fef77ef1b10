"""Folding and its map back, words and clitics, sentences, direction."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.bidi import base_direction, has_rtl, isolate, strip_controls, visual_order
from core.text.fold import fold, fold_key
from core.text.sentences import find_sentences
from core.text.tokens import readings, tokenize

ARABIC_TEXT = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from('اأإآىيةهؤئءلاـًَُِّْٰ\u200f\u2067\ufeff\u00a0ﷲﻻﷺﺍ٠١۹،؟«»"\n'),
    max_size=200,
)


class TestFold:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("أَكَّدَ", "اكد"),
            ("الإمارات", "الامارات"),
            ("القُــدس", "القدس"),
            ("مسؤول", "مسئول"),
            ("هيئة", "هيئه"),
            ("مصطفى", "مصطفي"),
            ("علی", "علي"),
            ("کریم", "كريم"),
            ("٢٠٢٦", "2026"),
            ("۱۴۴۸", "1448"),
            ("ﻻﻣﺎﻧﺔ", "لامانة"),
            ("وزارة\u00a0النقل", "وزارة النقل"),
            ("\u200fرام\u200f الله", "رام الله"),
            ("آب", "اب"),
            ("أب", "اب"),
        ],
    )
    def test_spelling_differences_vanish(self, one: str, other: str) -> None:
        assert fold_key(one) == fold_key(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("على", "عمل"),
            ("بنك", "بنوك"),
            ("نصف ½", "نصف 1⁄2"),
            ("قال…", "قال..."),
            ("سأل", "سال هنا"),
        ],
    )
    def test_what_means_something_stays(self, one: str, other: str) -> None:
        assert fold_key(one) != fold_key(other)

    @pytest.mark.parametrize(
        ("text", "word", "surface"),
        [
            ("ثم قالَـــتْ وزارةُ", "قالت", "قالَـــتْ"),
            ("في ﺍﻟﻘﺪﺱ اليوم", "القدس", "ﺍﻟﻘﺪﺱ"),
            ("إلى ﻻهاي", "لاهاي", "ﻻهاي"),
            ("قال\u200f محمّدٌ.", "محمد", "محمّدٌ"),
        ],
    )
    def test_folded_word_leads_back_to_the_stored_one(
        self, text: str, word: str, surface: str
    ) -> None:
        folded = fold(text)
        start = folded.text.index(word)
        assert folded.span(start, start + len(word)).of(text) == surface

    def test_no_range_no_span(self) -> None:
        with pytest.raises(ValueError, match="no folded range"):
            fold("قال").span(2, 2)

    @given(ARABIC_TEXT)
    def test_map_is_monotone_and_in_bounds(self, text: str) -> None:
        folded = fold(text)
        offsets = list(folded.offsets)
        assert len(offsets) == len(folded.text) + 1
        assert offsets == sorted(offsets)
        assert offsets[-1] == len(text)
        assert folded.source == text

    @given(ARABIC_TEXT)
    def test_folding_twice_is_folding_once(self, text: str) -> None:
        once = fold(text).text
        assert fold(once).text == once

    @given(ARABIC_TEXT)
    def test_index_undoes_position(self, text: str) -> None:
        folded = fold(text)
        for index in range(len(folded.text)):
            first = folded.index(folded.position(index))
            assert first <= index
            assert folded.position(first) == folded.position(index)


class TestTokens:
    def test_letters_and_digits_part(self) -> None:
        words = [token.text for token in tokenize("في 24تموز 2026، O'Neil قال-نعم")]
        assert words == ["في", "24", "تموز", "2026", "O'Neil", "قال", "نعم"]

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("بغداد", {(0, "بغداد"), (1, "غداد")}),
            ("وبالبنك", {(0, "وبالبنك"), (1, "بالبنك"), (2, "البنك")}),
            ("للوزارة", {(0, "للوزارة"), (1, "لوزارة"), (1, "الوزارة")}),
            ("من", {(0, "من")}),
        ],
    )
    def test_readings(self, word: str, expected: set[tuple[int, str]]) -> None:
        assert {(reading.cut, reading.rest) for reading in readings(word)} == expected

    @given(st.text("وفبكلامنت", min_size=1, max_size=8))
    def test_every_reading_is_the_end_of_the_word(self, word: str) -> None:
        for reading in readings(word):
            rest = word[reading.cut :]
            assert reading.rest in (rest, "ا" + rest)


class TestSentences:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("بدأ العمل. ثم توقف! لماذا؟ لا أحد يعلم…", 4),
            ("قال د. سامي إن أ. هدى حضرت.", 1),
            ("بلغت النسبة 3.5 في المئة.", 1),
            ('قال: "انتهى العمل." ثم مضى.', 2),
            ("عنوان بلا نقطة\nسطر ثان", 2),
            ("• بند أول • بند ثان", 2),
            ("", 0),
            (" \n ", 0),
        ],
    )
    def test_count(self, text: str, expected: int) -> None:
        assert len(find_sentences(text)) == expected

    @given(ARABIC_TEXT)
    def test_sentences_part_the_text_without_loss(self, text: str) -> None:
        spans = find_sentences(text)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        rest = text
        for span in reversed(spans):
            assert span.of(text) == span.of(text).strip() != ""
            rest = rest[: span.start] + rest[span.end :]
        assert not [char for char in rest if not char.isspace() and char not in "•▪●"]


class TestBidi:
    @pytest.mark.parametrize(
        ("text", "direction"),
        [
            ("ABC الأميركية", "ltr"),
            ("قناة ABC", "rtl"),
            ("12% من", "rtl"),
            ("12 %", None),
            ("", None),
        ],
    )
    def test_base_direction(self, text: str, direction: str | None) -> None:
        assert base_direction(text) == direction

    def test_isolate_strips_stored_controls(self) -> None:
        assert isolate("\u202eقناة ABC\u202c") == "\u2067قناة ABC\u2069"
        assert isolate("ABC") == "\u2066ABC\u2069"

    @pytest.mark.parametrize(
        ("stored", "seen"),
        [
            ("قرار 1701 (2006)", "(2006) 1701 ﺭﺍﺮﻗ"),
            ("ABC", "ABC"),
            ("40% من ABC", "ABC ﻦﻣ 40%"),
        ],
    )
    def test_visual_order(self, stored: str, seen: str) -> None:
        assert visual_order(stored) == seen

    @given(ARABIC_TEXT)
    def test_stripping_leaves_no_control(self, text: str) -> None:
        left = strip_controls(text)
        assert not [
            char
            for char in left
            if unicodedata.bidirectional(char)
            in {"LRE", "RLE", "PDF", "LRI", "RLI", "FSI", "PDI", "LRO", "RLO"}
        ]
        assert has_rtl(left) == any(unicodedata.bidirectional(char) in {"R", "AL"} for char in left)
