"""Places by their head nouns: "مدينة دوما", "مطار بيروت الدولي", "نهر الليطاني"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.gazetteer import Form
from core.names.morphology import COMPOUND_STARTS, is_adjective, is_common, is_definite
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

_COUNTRY = re.compile("loc-[a-z]{2}")
# Heads that a country's own name may follow: "مدينة الكويت", "جزيرة قبرص".
_OF_COUNTRIES = frozenset("مدينه بلديه جزيره اماره".split())
_AFTER_SITE = frozenset("الدولي الدوليه الجوي الجويه العسكري العسكريه البري الوطني".split())


def find_places(words: Words, known: dict[int, Match[Form]]) -> Iterator[Candidate]:
    """Places by pattern; ``known`` holds the gazetteer's matches by first word."""
    for index, text in enumerate(words.texts):
        found = _head(text)
        if found is None:
            continue
        label, cut = found
        if _is_by_means_of(words, index) or _is_half(words, index):
            continue
        if label == "drop" and _is_country_behind(words, index, cut, known):
            continue
        last, score = _extent(words, index + 1, known, label)
        if last > index + 1:
            bare = 1 if label == "drop" else 0
            yield Candidate(index, last, cut, "LOC", "loc-head", score, bare)


@lru_cache(1 << 16)
def _head(text: str) -> tuple[str, int] | None:
    """The label of the head noun a word is, and how many letters before it are proclitics."""
    heads = lexicon.word_map("loc_heads.tsv")
    for reading in readings(text):
        if reading.rest in heads:
            return heads[reading.rest][0], reading.cut
    return None


def _is_by_means_of(words: Words, index: int) -> bool:
    """Whether طريق is no road but a way: "عن طريق المكتب"."""
    before = words.texts[index - 1] if index and words.plain[index] else ""
    return words.texts[index] == "طريق" and before in ("عن", "وعن")


def _is_half(words: Words, index: int) -> bool:
    """Whether شبه is no peninsula's ("شبه النقدية"), or another head follows ("مدينة وقرية")."""
    after = words.texts[index + 1] if index + 1 < len(words) else ""
    if words.texts[index].endswith("شبه"):
        return after not in ("جزيره", "الجزيره", "قاره", "القاره")
    return after[:1] == "و" and after[1:] in lexicon.word_map("loc_heads.tsv")


def _is_country_behind(words: Words, index: int, cut: int, known: dict[int, Match[Form]]) -> bool:
    """Whether a whole country follows, which no head that parts it names: "مقاطعة إسرائيل"."""
    match = known.get(index + 1)
    return (
        match is not None
        and words.texts[index][cut:] not in _OF_COUNTRIES
        and any(_COUNTRY.fullmatch(form.entity_id) for form in match.values)
    )


def _extent(words: Words, at: int, known: dict[int, Match[Form]], label: str) -> tuple[int, float]:
    if at >= len(words) or not words.joined[at]:
        return at, 0.0
    word, match = words.texts[at], known.get(at)
    if match is not None and not match.cut and any(form.type == "LOC" for form in match.values):
        last, score = match.last, 0.92
        if last == at + 1 and _wants_second(word) and last < len(words) and words.plain[last]:
            last += is_definite(words.texts[last])
    elif not _may_name(word):
        return at, 0.0
    else:
        last, score = at + 1, 0.72 if is_definite(word) else 0.77
        if last < len(words) and words.plain[last]:
            last += _wants_second(word) or _continues(words.texts[last])
    if label == "keep" and last < len(words) and words.plain[last]:
        last += words.texts[last] in _AFTER_SITE
    return last, score


@lru_cache(1 << 16)
def _may_name(word: str) -> bool:
    """Whether a word after a head may be a place's name."""
    if _wants_second(word):
        return True
    others = lexicon.word_set("name_enders.txt") | lexicon.word_set("institution_heads.txt")
    seldom = lexicon.word_set("seldom_names.txt")
    return not (is_common(word) or is_adjective(word)) and not (
        word in lexicon.demonyms() or word in others | seldom
    )


@lru_cache(1 << 16)
def _wants_second(word: str) -> bool:
    """Whether a place's name of two words begins so: "وادي الفرع", "عين العرب", "أم درمان"."""
    return word in COMPOUND_STARTS


def _continues(word: str) -> bool:
    return (
        is_definite(word)
        and not is_common(word)
        and word not in lexicon.demonyms()
        and word not in lexicon.word_set("name_enders.txt")
    )
