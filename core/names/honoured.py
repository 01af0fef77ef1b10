"""Institutions and sites named for somebody: "جامعة الملك سعود", "طريق الأمير سلطان".

A head noun, a title with article and a person's name are one name of the institution or site; the
person is not mentioned. What follows and says what it is belongs to it: "مدينة الملك فهد الطبية",
"مستشفى الملك سلمان للقوات المسلحة".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from core.model import MentionType
from core.names import lexicon
from core.names.candidates import Candidate
from core.names.morphology import PARTICLES, is_definite
from core.names.name_runs import name_end
from core.names.words import Words
from core.text.tokens import readings

_HONOURS = frozenset(
    "الملك الملكه الامير الاميره الشيخ الشيخه السلطان الرءيس الامام الشهيد القديس القديسه".split()
)
_SCORE = 0.97


def find_honoured(words: Words) -> Iterator[Candidate]:
    """Names made of a head noun, a title and a person's name."""
    for index in range(len(words) - 2):
        if words.texts[index + 1] not in _HONOURS or not words.plain[index + 1]:
            continue
        found = _head(words.texts[index])
        last = _person_end(words, index + 2) if found else 0
        if found is None or not words.plain[index + 2] or last == index + 2:
            continue
        kind, cut = found
        end = _tail_end(words, last)
        if kind == "CITY":
            kind = "ORG" if end > last and _is_institution(words.texts[last]) else "LOC"
        yield Candidate(index, end, cut, cast(MentionType, kind), "honoured", _SCORE)


def _person_end(words: Words, start: int) -> int:
    """The end of the person's name: one given name, what بن or آل joins to it, a surname."""
    longest = name_end(words, start, known_first=True)
    at = start + 1
    while at < longest:
        word, before = words.texts[at], words.texts[at - 1]
        if word in PARTICLES or before in PARTICLES or (before == "عبد" or is_definite(word)):
            at += 1
            continue
        break
    return min(at, longest)


@lru_cache(1 << 16)
def _head(text: str) -> tuple[str, int] | None:
    """The type of what the head noun names, and how many letters before it are proclitics."""
    heads = lexicon.word_map("honoured_heads.tsv")
    for reading in readings(text):
        if reading.rest in heads:
            return heads[reading.rest][0], reading.cut
    return None


def _tail_end(words: Words, at: int) -> int:
    """The end of what follows the person and says what the institution is or is for."""
    texts, plain = words.texts, words.plain
    if at >= len(words) or not plain[at] or _is_nationality(texts[at]):
        return at
    if texts[at].startswith("لل"):
        last = at + 1
        goes_on = last < len(words) and plain[last] and is_definite(texts[last])
        return last + (goes_on and texts[last].endswith("ه") and not _is_nationality(texts[last]))
    is_ender = texts[at] in lexicon.word_set("name_enders.txt")
    is_adjective = is_definite(texts[at]) and texts[at].endswith(("ه", "ي"))
    return at + (is_adjective and not is_ender)


def _is_nationality(word: str) -> bool:
    return word in lexicon.demonyms()


def _is_institution(word: str) -> bool:
    """Whether a "city" is one of medicine or research rather than of houses or sports."""
    return word.startswith(("لل", "الطبي"))
