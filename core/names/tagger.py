"""Names by a statistical tagger, and the tagger shipped: a linear-chain CRF over ``features``.

Whatever labels words (``Tagger``) may be asked; another is in ``transformer``. What is found are
candidates like any other recogniser's, scored by the model's own probability. The CRF's weights
are a data file trained by ``tools/train_names.py``; without it (or without its library) the stage
works by lists and patterns alone and says so once.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple, Protocol, cast

from core.model import MentionType
from core.names import lexicon
from core.names.candidates import Candidate
from core.names.clitics import split_coordinated
from core.names.clubs import is_football, is_football_only
from core.names.features import place_marks, sentence_features, sentences
from core.names.gazetteer import Form
from core.names.known import is_other_phrase, is_placed
from core.names.morphology import COMPOUND_ENDS, PARTICLES, is_common, is_definite, is_given
from core.names.persons import name_end
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

LEAST = 0.5
"""Runs less likely to be a name at all are left out."""
MODEL = lexicon.FOLDER / "tagger.crfsuite"
_ON_ME = frozenset({"علي", "وعلي", "فعلي"})
"""Ali alone is as good as never meant: عليّ, "on me"."""
_EVENTS = frozenset("دوري الدوري بطوله كاس مونديال المونديال سباق مهرجان".split())
"""An event is none of ours, whatever its name holds."""
_GENERAL = frozenset("العام العامه المشتركه الدوليه المحليه".split())
"""Adjectives that a body's name may well end with."""
_LETTER = 4
"""Words of fewer letters may spell out a Latin abbreviation: إف.بي.آي, سي.إن.إن."""


class Tag(NamedTuple):
    """What a tagger says of a word: a BIO label and how probable a name of its type is here."""

    label: str
    score: float


NO_NAME = Tag("O", 0.0)


class Tagger(Protocol):
    """Whatever labels the words of an article."""

    def tag(
        self, words: Words, known: dict[int, Match[Form]], patterns: Sequence[Candidate]
    ) -> list[Tag]:
        """One tag for each of the words, given what lists and patterns found."""


class Crf(Protocol):
    """What is used of ``pycrfsuite.Tagger``."""

    def set(self, xseq: list[list[str]]) -> None:
        """Take the features of a sentence."""

    def tag(self) -> list[str]:
        """The best labels."""

    def marginal(self, label: str, position: int) -> float:
        """The probability of a label at a position of the sentence that was set."""


@dataclass(frozen=True)
class CrfTagger:
    """The CRF as a tagger: sentence by sentence, by its marginal probabilities."""

    crf: Crf

    def tag(
        self, words: Words, known: dict[int, Match[Form]], patterns: Sequence[Candidate]
    ) -> list[Tag]:
        """One tag for each of the words."""
        marks = place_marks(words, known, patterns)
        tags: list[Tag] = []
        for first, last in sentences(words):
            self.crf.set(sentence_features(words, first, last, marks))
            for at, label in enumerate(self.crf.tag()):
                tags.append(NO_NAME if label == "O" else Tag(label, self._certainty(label[2:], at)))
        return tags

    def _certainty(self, kind: str, at: int) -> float:
        return self.crf.marginal(f"B-{kind}", at) + self.crf.marginal(f"I-{kind}", at)


@cache
def load() -> CrfTagger | None:
    """The trained tagger, or ``None`` with one warning when it is not there."""
    try:
        import pycrfsuite  # noqa: PLC0415 - the library is looked for when it is needed
    except ImportError:
        warnings.warn("python-crfsuite is missing: names by lists and rules only", stacklevel=2)
        return None
    if not MODEL.exists():
        warnings.warn(f"{MODEL.name} is missing: names by lists and rules only", stacklevel=2)
        return None
    crf = pycrfsuite.Tagger()
    crf.open(str(MODEL))
    return CrfTagger(cast(Crf, crf))


def find_tagged(
    words: Words,
    known: dict[int, Match[Form]],
    patterns: Sequence[Candidate],
    tagger: Tagger | None,
) -> Iterator[Candidate]:
    """The names the tagger finds, with the proclitics still on them."""
    if tagger is None:
        return
    tags = tagger.tag(words, known, patterns)
    for first, last in sentences(words):
        labels = [tag.label for tag in tags[first:last]]
        for start, end, kind in _hyphenated(words, first, spans(labels)):
            score = min(tag.score for tag in tags[first + start : first + end])
            whole = Candidate(
                first + start, first + end, 0, cast(MentionType, kind), "tagger", score
            )
            trimmed = _trimmed(words, whole)
            if score < LEAST or trimmed is None:
                continue
            if trimmed.type == "LOC" and _is_misplaced(words, known.get(trimmed.first)):
                continue
            for single in split_coordinated(words, trimmed, known):
                yield _completed(words, single, known)


def _trimmed(words: Words, candidate: Candidate) -> Candidate | None:
    """The candidate without titles before and ordinary words after it; ``None`` if only these."""
    first, last = candidate.first, candidate.last
    if candidate.type == "ORG":
        enders = lexicon.word_set("name_enders.txt")
        while last - first > 1 and words.texts[last - 1] in enders - _GENERAL:
            last -= 1
        candidate = replace(candidate, last=last)
        if words.texts[first] in _EVENTS:
            return None
        if "بن" in words.texts[first + 1 : last] and not _is_head(words.texts[first]):
            return replace(candidate, type="PER")
        is_month = last - first == 1 and first > 0 and words.texts[first - 1].isdigit()
        at = next((at for at in range(first + 1, last) if _is_person(words, at, last)), last)
        of_head = first > 0 and words.plain[first] and _is_head(words.texts[first - 1])
        if at < last and (of_head or is_definite(words.texts[at - 1])):
            if at == first + 1 and not of_head:
                return replace(candidate, first=at, type="PER")
            return replace(candidate, last=at)
        is_word = is_football_only(words, first, last) and not is_football(words)
        if last - first == 1:
            is_word |= words.texts[first] in lexicon.demonyms() or _is_seldom(words, first)
        return None if is_month or is_word else _whole_letters(words, candidate)
    before = _titles()
    while candidate.type == "PER" and last - first > 1 and _is_no_given(words.texts[first], before):
        first += 1
    while last - first > 1 and words.texts[last - 1] in PARTICLES:
        last -= 1
    while last > first and _is_ordinary(words.texts[last - 1]):
        if last - first > 1 and is_given(words.texts[last - 1]):
            break
        last -= 1
    is_single = last - first == 1
    if is_single and first in words.nunated:
        return None
    if is_single and (_is_seldom(words, first) or is_other_phrase(words, first)):
        return None
    if is_single and words.texts[first] in _ON_ME:
        return None
    if is_single and words.texts[first] in lexicon.demonyms():
        return None
    if is_single and is_common(words.texts[first]) and not is_given(words.texts[first]):
        return None
    return replace(candidate, first=first, last=last) if last > first else None


@lru_cache(1 << 14)
def _is_no_given(word: str, titles: frozenset[str]) -> bool:
    """Whether a person's name hardly begins with the word: a title, "and his daughters"."""
    if word in titles and not is_given(word):
        return True
    rests = [reading.rest for reading in readings(word)]
    may_be = any(is_given(rest) or rest in lexicon.name_tokens() for rest in rests)
    return is_common(word) and not may_be and word not in PARTICLES


def _is_misplaced(words: Words, match: Match[Form] | None) -> bool:
    """Whether a doubtful place of the lists stands where no place does: "دعم مالي"."""
    if match is None or any(not form.is_ambiguous for form in match.values):
        return False
    return not is_definite(words.texts[match.first]) and not is_placed(words, match)


def _is_head(word: str) -> bool:
    """Whether a body's or an institution's name begins with the word: "مؤسسة محمد بن راشد"."""
    heads = lexicon.word_map("org_heads.tsv").keys() | lexicon.word_map("honoured_heads.tsv").keys()
    return any(reading.rest in heads for reading in readings(word))


def _is_seldom(words: Words, at: int) -> bool:
    """Whether the word is one that news uses often and hardly ever names with."""
    text = words.texts[at]
    seldom = lexicon.word_set("seldom_names.txt") | lexicon.word_set("speech_verbs.txt")
    return text in seldom or (text[0] in "وف" and text[1:] in seldom)


def _is_person(words: Words, first: int, last: int) -> bool:
    """Whether the words are a given name and what follows it: "[المرمّم] إلياس الصايغ"."""
    if last - first < 2 or not is_given(words.texts[first]):
        return False
    return name_end(words, first, known_first=True) == last


@cache
def _titles() -> frozenset[str]:
    return frozenset(lexicon.word_map("titles.tsv")) | lexicon.word_set("title_modifiers.txt")


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


def _completed(words: Words, candidate: Candidate, known: dict[int, Match[Form]]) -> Candidate:
    """A person's single name with the next word, or the one before, that people are called.

    Surnames that are also ordinary words (شرف "honour", أمل "hope") are what the tagger misses.
    """
    if candidate.type != "PER" or candidate.last - candidate.first > 1:
        return candidate
    if candidate.first in known:
        return candidate
    first, last = candidate.first, candidate.last
    if is_given(words.texts[first]):
        last = max(last, name_end(words, first, known_first=True))
        if last > candidate.last:
            return replace(candidate, last=last)
    if last < len(words) and words.plain[last] and _may_complete(words.texts[last]):
        return replace(candidate, last=last + 1)
    before = words.texts[first - 1] if first else ""
    if first and words.plain[first] and not candidate.cut and is_given(before):
        return replace(candidate, first=first - 1)
    return candidate


def _may_complete(word: str) -> bool:
    if word in lexicon.word_set("stop_words.txt") or word in lexicon.demonyms():
        return False
    if word in lexicon.word_map("titles.tsv") or is_definite(word):
        return False
    return is_given(word) or word in lexicon.name_tokens()


def _is_ordinary(word: str) -> bool:
    if word in COMPOUND_ENDS:
        return False
    if word in lexicon.word_set("stop_words.txt") or word in lexicon.demonyms():
        return True
    if not is_common(word) or is_given(word):
        return False
    return is_definite(word) or word not in lexicon.name_tokens()


def _hyphenated(
    words: Words, first: int, found: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """The runs; of people's, two with only a hyphen or blank between them are one name."""
    held: tuple[int, int, str] | None = None
    for start, end, kind in found:
        if held and held[1:] == (start, kind) and _is_one_name(words, first + start, kind):
            held = (held[0], end, kind)
            continue
        if held:
            yield held
        held = (start, end, kind)
    if held:
        yield held


def _is_one_name(words: Words, at: int, kind: str) -> bool:
    if kind != "PER":
        return False
    return words.gaps[at] == "-" or (words.plain[at] and words.texts[at][0] not in "وف")


def spans(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """The runs of BIO labels; an I that continues nothing starts a run."""
    start, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield start, at, kind
            kind = ""
        if label != "O" and not kind:
            start, kind = at, label[2:]
