"""What the tagger sees of a word: its letters, its clusters, the lists it is in, its neighbours.

The features of a word by itself are computed once a spelling and kept; those of a sentence are
these, marked with the distance (-2 … 2), and what depends on place: gazetteer matches, marks
between words, a title a few words before. Used alike in training and in tagging.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.gazetteer import Form
from core.names.morphology import PARTICLES, is_common, is_definite, is_given
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

_CACHE = 1 << 17
_MARK = re.compile(r"[^\s\w]")
_MARK_CLASSES = {
    **dict.fromkeys("\"«»“”'‘’", "q"),
    **dict.fromkeys("()[]", "p"),
    **dict.fromkeys("،,؛;", "c"),
    **dict.fromkeys(".!?؟…", "s"),
    **dict.fromkeys("-–—/", "d"),
    ":": "k",
    "#": "h",
}


@cache
def clusters() -> dict[str, tuple[str, str, str]]:
    """Fine, middle and coarse cluster of every clustered word; empty without the file."""
    return {word: row[:3] for word, row in lexicon.clustered().items()}


@lru_cache(_CACHE)
def base_of(word: str) -> str:
    """The word without proclitics, if it is unknown with them and known without."""
    known = clusters()
    if word in known or word[0] not in "وفبكل":
        return word
    for reading in readings(word):
        if reading.cut and (reading.rest in known or is_given(reading.rest)):
            return reading.rest
    return word


Marks = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Features of a word in a list or pattern: for itself, as left and as right neighbour."""


def sentence_features(
    words: Words, first: int, last: int, marks_of: list[Marks]
) -> list[list[str]]:
    """The features of words ``[first, last)``, one list a word."""
    texts = words.texts[first:last]
    listed = marks_of[first:last]
    marks = [_mark(words.gaps[at]) for at in range(first, last)]
    marks[0] = "^"
    marks.append("$")
    count = last - first
    rows = []
    since_title = 9
    for at, text in enumerate(texts):
        row = ["b", *_own(text)]
        if at:
            row += _near(texts[at - 1], "-1")
            row += listed[at - 1][1]
        else:
            row.append("first")
        if at > 1:
            row += _far(texts[at - 2], "-2")
        if at + 1 < count:
            row += _near(texts[at + 1], "+1")
            row += listed[at + 1][2]
        else:
            row.append("last")
        if at + 2 < count:
            row += _far(texts[at + 2], "+2")
        row += listed[at][0]
        row.append("m<" + marks[at])
        row.append("m>" + marks[at + 1])
        if marks[at]:
            since_title = 9
        row.append(f"t{since_title}" if since_title < 5 else "t")
        since_title = 1 if "T" in _lists(text) else since_title + 1
        rows.append(row)
    return rows


def sentences(words: Words) -> list[tuple[int, int]]:
    """The ranges of words between sentence ends."""
    starts = [at for at, fresh in enumerate(words.starts_sentence) if fresh or at == 0]
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


@lru_cache(_CACHE)
def _own(word: str) -> tuple[str, ...]:
    """Everything about the word itself."""
    base = base_of(word)
    row = [f"w={word}", f"l={min(len(word), 8)}"]
    if base != word:
        row += [f"B={base}", f"cl={word[: len(word) - len(base)]}"]
    row += [f"p{n}={base[:n]}" for n in (1, 2, 3, 4) if len(base) >= n]
    row += [f"s{n}={base[-n:]}" for n in (1, 2, 3, 4) if len(base) >= n]
    row += [f"{name}" for name in _lists(word)]
    row += [f"k{level}={label}" for level, label in enumerate(clusters().get(base, ()))]
    if base not in clusters():
        row.append("rare")
    if word.isascii():
        row.append("digit" if word.isdigit() else "latin")
    return tuple(row)


@lru_cache(_CACHE)
def _near(word: str, where: str) -> tuple[str, ...]:
    """The word as a direct neighbour."""
    base = base_of(word)
    row = [f"{where}w={base}"]
    if base != word:
        row.append(f"{where}cl={word[: len(word) - len(base)]}")
    row += [f"{where}{name}" for name in _lists(word)]
    row += [f"{where}k{level}={label}" for level, label in enumerate(clusters().get(base, ()))]
    row.append(f"{where}s={base[-2:]}")
    return tuple(row)


@lru_cache(_CACHE)
def _far(word: str, where: str) -> tuple[str, ...]:
    """The word two away."""
    base = base_of(word)
    row = [f"{where}{name}" for name in _lists(word)]
    row += [f"{where}k{level}={label}" for level, label in enumerate(clusters().get(base, ())[1:])]
    row.append(f"{where}w={base}")
    return tuple(row)


@lru_cache(_CACHE)
def _lists(word: str) -> tuple[str, ...]:
    """The lists the word is in, with or without proclitics."""
    forms = {reading.rest for reading in readings(word)} if word[0] in "وفبكل" else {word}
    base = base_of(word)
    found = []
    if is_given(word) or is_given(base):
        found.append("G")
    count = lexicon.name_tokens().get(base, ("", 0))[1]
    if count:
        found.append("N3" if count > 30 else "N2" if count > 3 else "N1")
    if is_common(word):
        found.append("C")
    if word in lexicon.word_set("stop_words.txt"):
        found.append("S")
    if base in lexicon.demonyms():
        found.append("D")
    for name, mark in _LISTS:
        if not forms.isdisjoint(lexicon.word_map(name)):
            found.append(mark)
    if base in PARTICLES:
        found.append("P")
    if is_definite(base):
        found.append("A")
    if base in lexicon.word_set("name_enders.txt"):
        found.append("E")
    return tuple(found)


_LISTS = (("titles.tsv", "T"), ("org_heads.tsv", "O"), ("loc_heads.tsv", "L"))


def place_marks(
    words: Words, known: dict[int, Match[Form]], patterns: Sequence[Candidate]
) -> list[Marks]:
    """Per word of the text the marks of the gazetteer names and patterns it is in."""
    marks: list[Marks] = [_NO_MARKS] * len(words)
    at = 0
    while at < len(words):
        match = known.get(at)
        if match is None:
            at += 1
            continue
        for place in range(at, match.last):
            marks[place] = _known_marks(match.values, place == at, match.last - at > 1)
        at = match.last
    for candidate in patterns:
        for place in range(candidate.first, candidate.last):
            added = _mark_rows(f"y{'B' if place == candidate.first else 'I'}{candidate.rule}")
            mine = marks[place]
            marks[place] = (mine[0] + added[0], mine[1] + added[1], mine[2] + added[2])
    return marks


_NO_MARKS: Marks = ((), (), ())


def _known_marks(forms: tuple[Form, ...], is_first: bool, is_long: bool) -> Marks:
    key = "".join(sorted({form.type[0] + ("?" if form.is_ambiguous else "") for form in forms}))
    return _mark_rows(f"z{'B' if is_first else 'I'}{'+' if is_long else ''}{key}")


@cache
def _mark_rows(mark: str) -> Marks:
    return (mark,), (f"-1{mark}",), (f"+1{mark}",)


@lru_cache(4096)
def _mark(gap: str) -> str:
    if gap == " ":
        return ""
    found = _MARK.search(gap)
    if found is None:
        return "_" if "_" in gap else ""
    return _MARK_CLASSES.get(found.group(), "x")
