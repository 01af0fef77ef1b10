"""What is believed of the runs a tagger labels: titles, trades and ordinary words are taken off.

A tagger trained on other years' news takes a title into a name, a verb or a common noun for one,
a man for a part of his company. What the lists know better is mended here, run by run; runs that
hold nothing else are dropped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.clubs import is_football, is_football_only
from core.names.gazetteer import Form
from core.names.known import is_placed
from core.names.morphology import (
    COMPOUND_ENDS,
    PARTICLES,
    is_adjective,
    is_common,
    is_definite,
    is_given,
)
from core.names.name_runs import has_object, may_be_title_or_name, name_end
from core.names.ordinary import is_other_phrase
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

_ON_ME = frozenset({"علي", "وعلي", "فعلي"})
"""Ali alone is as good as never meant: عليّ, "on me"."""
_EVENTS = frozenset("دوري الدوري بطوله كاس مونديال المونديال سباق مهرجان".split())
"""An event is none of ours, whatever its name holds."""
_VERBAL = ("وه", "وها", "وهم")
"""Endings of verbs with an object: "طالبوه"."""
_GENERAL = frozenset("العام العامه المشتركه الدوليه المحليه".split())
"""Adjectives that a body's name may well end with."""
_LETTER = 4
"""Words of fewer letters may spell out a Latin abbreviation: إف.بي.آي, سي.إن.إن."""

_LONGEST = 16
"""Words: no name has more, but a list without commas may be labelled as one run."""


def mend(words: Words, candidate: Candidate, known: dict[int, Match[Form]]) -> Iterator[Candidate]:
    """What is left of a run, cut where a comma or a full stop parts it; nothing if all is off."""
    for part in _at_gaps(words, candidate):
        mended = _mended_body(words, part) if part.type == "ORG" else _mended(words, part)
        if mended is None:
            continue
        if mended.type == "LOC" and _is_misplaced(words, known.get(mended.first)):
            continue
        yield mended


def _is_title_inside(words: Words, candidate: Candidate, at: int) -> bool:
    """Whether another person begins here with a title: "... السيسي [السلطان قابوس]"."""
    word = words.texts[at]
    is_inside = candidate.type == "PER" and candidate.first + 1 < at < candidate.last
    return is_inside and is_definite(word) and word in _titles() and not may_be_title_or_name(word)


def _at_gaps(words: Words, candidate: Candidate) -> Iterator[Candidate]:
    start = candidate.first
    for at in range(candidate.first + 1, candidate.last + 1):
        is_end = at == candidate.last or not words.joined[at] or at - start == _LONGEST
        if is_end or _is_title_inside(words, candidate, at):
            yield replace(candidate, first=start, last=at)
            start = at


def _mended_body(words: Words, candidate: Candidate) -> Candidate | None:
    """A body's run without weekdays behind it and without the people it is told with."""
    first, last = candidate.first, candidate.last
    while last - first > 1 and _ends_body(words.texts[last - 1]):
        last -= 1
    if words.texts[first] in _EVENTS or words.texts[first] == "لشءون":
        return None
    if last - first == 1 and _is_no_body(words, first):
        return None
    if "بن" in words.texts[first + 1 : last] and not _is_head(words.texts[first]):
        return replace(candidate, last=last, type="PER")
    at = next((at for at in range(first + 1, last) if _is_person(words, at, last)), last)
    of_head = first > 0 and words.plain[first] and _is_head(words.texts[first - 1])
    if at < last and (of_head or is_definite(words.texts[at - 1])):
        if at == first + 1 and not of_head:
            return replace(candidate, first=at, last=last, type="PER")
        return replace(candidate, last=at)
    return _whole_letters(words, replace(candidate, last=last))


def _ends_body(word: str) -> bool:
    return word in lexicon.word_set("name_enders.txt") and word not in _GENERAL


def _is_no_body(words: Words, at: int) -> bool:
    """Whether one word names no body: a month, a nationality, a verb, the riyal."""
    text = words.texts[at]
    is_month = at > 0 and words.texts[at - 1].isdigit()
    is_word = is_football_only(words, at, at + 1) and not is_football(words)
    if is_month or is_word or text in lexicon.demonyms() or "@" in words.gaps[at]:
        return True
    return _is_head(text) or text.endswith(_VERBAL) or _is_seldom(words, at)


def _mended(words: Words, candidate: Candidate) -> Candidate | None:
    """A person's or place's run without titles before and ordinary words after it."""
    first, last = candidate.first, candidate.last
    while (
        candidate.type == "PER"
        and last - first > 1
        and (first in words.unnamed or _is_no_given(words.texts[first]))
    ):
        first += 1
    while last - first > 1 and words.texts[last - 1] in PARTICLES:
        last -= 1
    while last > first and _is_ordinary(words.texts[last - 1]):
        if last - first > 1 and is_given(words.texts[last - 1]):
            break
        last -= 1
    if last == first or (last - first == 1 and _is_no_name(words, first)):
        return None
    if last - first == 1 and candidate.type == "PER" and _is_definite_adjective(words.texts[first]):
        return None
    return replace(candidate, first=first, last=last)


def _is_definite_adjective(word: str) -> bool:
    """Whether nobody is called so: "الحقوقية", a woman's calling."""
    return is_definite(word) and word.endswith("يه") and is_adjective(word.removeprefix("ال"))


def _is_no_name(words: Words, at: int) -> bool:
    """Whether one word names neither person nor place."""
    text = words.texts[at]
    if at in words.unnamed or text in _ON_ME or text in lexicon.demonyms():
        return True
    if text.endswith(_VERBAL) or _is_place_head(text):
        return True
    if _is_seldom(words, at) or is_other_phrase(words, at):
        return True
    return is_common(text) and not is_given(text)


@cache
def _titles() -> frozenset[str]:
    return frozenset(lexicon.word_map("titles.tsv")) | lexicon.word_set("title_modifiers.txt")


@lru_cache(1 << 14)
def _is_no_given(word: str) -> bool:
    """Whether a person's name hardly begins with the word: a title, "and his daughters"."""
    if (word in _titles() and not is_given(word)) or word in lexicon.demonyms():
        return True
    if has_object(word) and word not in lexicon.name_tokens() and not is_given(word):
        return True
    rests = [reading.rest for reading in readings(word)]
    may_be = any(is_given(rest) or rest in lexicon.name_tokens() for rest in rests)
    return is_common(word) and not may_be and word not in PARTICLES


def _is_misplaced(words: Words, match: Match[Form] | None) -> bool:
    """Whether a doubtful place of the lists stands where no place does: "دعم مالي"."""
    if match is None or any(not form.is_ambiguous for form in match.values):
        return False
    return not is_definite(words.texts[match.first]) and not is_placed(words, match)


@lru_cache(1 << 14)
def _is_head(word: str) -> bool:
    """Whether a body's or an institution's name begins with the word: "مؤسسة محمد بن راشد"."""
    heads = lexicon.word_map("org_heads.tsv"), lexicon.word_map("honoured_heads.tsv")
    return any(reading.rest in some for reading in readings(word) for some in heads)


@lru_cache(1 << 14)
def _is_place_head(word: str) -> bool:
    """Whether the word says what sort of place it is, and which one not: "وقرية"."""
    heads = lexicon.word_map("loc_heads.tsv")
    return any(reading.rest in heads for reading in readings(word))


def _is_seldom(words: Words, at: int) -> bool:
    """Whether the word is one that news uses often and hardly ever names with."""
    text = words.texts[at]
    if _is_seldom_word(text) or (text[0] in "وف" and _is_seldom_word(text[1:])):
        return True
    return text[0] == "س" and text[1:2] in ("ن", "ي", "ت") and _is_seldom_word(text[1:])


def _is_seldom_word(word: str) -> bool:
    return word in lexicon.word_set("seldom_names.txt") or word in lexicon.word_set(
        "speech_verbs.txt"
    )


def _is_person(words: Words, first: int, last: int) -> bool:
    """Whether the words are a given name and what follows it: "[المرمّم] إلياس الصايغ"."""
    if last - first < 2 or not is_given(words.texts[first]):
        return False
    return name_end(words, first, known_first=True) == last


def _whole_letters(words: Words, candidate: Candidate) -> Candidate | None:
    """A body's initials as a whole ("إف.بي.آي"); ``None`` if two letters stand alone."""
    first, last = candidate.first, candidate.last
    while first > 0 and words.gaps[first] == "." and len(words.texts[first - 1]) < _LETTER:
        first -= 1
    while last < len(words) and words.gaps[last] == "." and len(words.texts[last]) < _LETTER:
        last += 1
    if last - first == 1 and len(words.texts[first]) < 3 and not words.texts[first].isascii():
        return None
    return replace(candidate, first=first, last=last)


def _is_ordinary(word: str) -> bool:
    if word in COMPOUND_ENDS:
        return False
    if word in lexicon.word_set("stop_words.txt") or word in lexicon.demonyms():
        return True
    if not is_common(word) or is_given(word):
        return False
    return is_definite(word) or word not in lexicon.name_tokens()
