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
from functools import cache
from typing import NamedTuple, Protocol, cast

from core.model import MentionType
from core.names import lexicon
from core.names.candidates import Candidate
from core.names.clitics import split_coordinated
from core.names.features import place_marks, sentence_features, sentences
from core.names.gazetteer import Form
from core.names.mending import mend
from core.names.morphology import is_definite, is_given
from core.names.name_runs import name_end
from core.names.trie import Match
from core.names.words import Words

LEAST = 0.5
"""Runs less likely to be a name at all are left out."""
MODEL = lexicon.FOLDER / "tagger.crfsuite"


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
            for part in mend(words, whole, known) if score >= LEAST else ():
                for single in split_coordinated(words, part, known):
                    yield _completed(words, single, known)


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
