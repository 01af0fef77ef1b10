"""How far a person's name runs: given name, what joins to it, surname.

A run of words that people are called, of particles (بن, عبد, آل) with what they want, and of what
may be a surname behind a given name. Where a name begins is decided in ``persons``; what kind of
word one is by itself, in ``morphology``.
"""

from __future__ import annotations

from functools import lru_cache

from core.names import lexicon
from core.names.morphology import (
    COMPOUND_ENDS,
    PARTICLES,
    is_common,
    is_definite,
    is_given,
    is_known_person,
    is_name_word,
)
from core.names.words import Words
from core.text.tokens import readings

DESCENT = frozenset("بن ابن بنت ولد ايت".split())
"""Son of, daughter of, people of: between a name and a family's in the Maghreb and the Gulf."""
# Titles that are as often surnames or part of one: "عادل الحاج سالم".
_SURNAMES_TOO = frozenset("الحاج الشيخ السيد الفقيه".split())
_EVERYDAY = 400
_MAX_NAME = 6
_SUFFIXES = ("ها", "هم", "هن", "نا", "كم", "ته", "له", "ت", "وا", "ون", "يه", "يا")
_PRONOUNS = ("هما", "تها", "تهم", "هم")
_FUTURE = ("سا", "سي", "ست", "سن")


def name_end(words: Words, start: int, *, known_first: bool = False) -> int:
    """Where the run of name words that starts at ``start`` ends; ``start`` if it is none."""
    texts = words.texts
    at = start
    while at < len(words) and at - start < _MAX_NAME:
        word = texts[at]
        if at > start and not (words.plain[at] or words.gaps[at] == "-"):
            break
        if word in PARTICLES:
            if at == start and word in ("لا", "ام", "ال", "لو"):
                break
            if at + 1 >= len(words) or not words.joined[at + 1]:
                break
        elif (at == start and known_first) or _is_second_half(texts, at, start):
            pass
        elif word in lexicon.word_set("name_enders.txt"):
            break
        elif _is_surname_here(texts, at, start):
            pass
        elif not _may_continue(word, at > start):
            break
        at += 1
    while at > start and texts[at - 1] in PARTICLES:
        at -= 1
    return at


def may_be_title_or_name(word: str) -> bool:
    """Whether a title is as often part of a name: الحاج, الشيخ, السيد."""
    return word in _SURNAMES_TOO


def _is_surname_here(texts: tuple[str, ...], at: int, start: int) -> bool:
    """Whether the word is the surname after a given name, be it one word or عبد الله."""
    if _is_servant_of(texts, at - 1, start):
        return _may_follow_servant(texts[at])
    if at > start + 2 and texts[at - 2] in DESCENT:
        return _may_be_family(texts[at])
    return at == start + 1 and is_given(texts[start]) and _may_be_surname(texts[at])


def _may_continue(word: str, is_later: bool) -> bool:
    if is_name_word(word):
        return not _is_everyday(word) if is_later else not is_definite(word)
    if not is_later or is_common(word):
        return False
    if word in lexicon.demonyms() or word in lexicon.word_map("titles.tsv"):
        return False
    return is_definite(word) and (word in lexicon.name_tokens() or word.endswith("ي"))


@lru_cache(1 << 14)
def _is_everyday(word: str) -> bool:
    """Whether the news uses a word with the article all the time, and hardly anybody bears it."""
    row = lexicon.clustered().get(word)
    if not is_definite(word) or is_known_person(word) or row is None or row[3] < _EVERYDAY:
        return False
    return lexicon.name_tokens().get(word, ("", 0))[1] < 2


def _is_second_half(texts: tuple[str, ...], at: int, start: int) -> bool:
    """Whether the word before wants this one: عبد, or بن after a name."""
    if at > start + 1 and texts[at - 1] in DESCENT:
        return _may_be_ancestor(texts[at], texts[at - 1])
    return _is_servant_of(texts, at, start)


def _is_servant_of(texts: tuple[str, ...], at: int, start: int) -> bool:
    """Whether the word is the second half of عبد الله and the like."""
    return at > start and texts[at - 1] == "عبد" and is_lord(texts[at])


@lru_cache(1 << 12)
def is_lord(word: str) -> bool:
    """Whether a servant may be the word's: no ordinary one that no name holds ("عبد الحدود")."""
    if not is_definite(word):
        return False
    if word in COMPOUND_ENDS or lexicon.name_tokens().get(word, ("", 0))[1] > 1:
        return True
    return not is_common(word) and word not in lexicon.word_set("seldom_names.txt")


@lru_cache(1 << 16)
def _may_follow_servant(word: str) -> bool:
    """Whether the word after عبد الله and the like is a surname with the article."""
    if word in lexicon.demonyms() or word in lexicon.word_map("titles.tsv"):
        return False
    return is_definite(word) and not is_common(word)


def _is_family_too(word: str) -> bool:
    """Whether an ordinary word with the article is a family's name as well: الحربي, الغريب.

    Words that the news uses all the time are not taken for one behind a given name alone.
    """
    tokens = lexicon.name_tokens()
    bearers = tokens.get(word, ("", 0))[1] + tokens.get(word.removeprefix("ال"), ("", 0))[1]
    row = lexicon.clustered().get(word)
    return bearers > 1 and (row is None or row[3] < _EVERYDAY) and _is_free(word)


@lru_cache(1 << 16)
def _may_be_family(word: str) -> bool:
    """Whether a word after "X بن Y" is the family's name; with the article hardly anything else."""
    if not _is_free(word) or len(word) < 3:
        return False
    if not is_definite(word):
        return is_name_word(word)
    _, count = lexicon.name_tokens().get(word.removeprefix("ال"), ("", 0))
    return count > 2 or not (is_common(word) or word in lexicon.word_set("seldom_names.txt"))


@lru_cache(1 << 16)
def _is_free(word: str) -> bool:
    """Whether no list says that the word is no name: title, nationality, what ends a name."""
    if word in lexicon.demonyms() or word in lexicon.word_map("titles.tsv"):
        return False
    enders = lexicon.word_set("name_enders.txt") | lexicon.word_set("stop_words.txt")
    return word not in enders


@lru_cache(1 << 16)
def _may_be_surname(word: str) -> bool:
    """Whether the word after a given name may be a surname: known as one, or no word at all."""
    if word in _SURNAMES_TOO:
        return True
    if word in lexicon.demonyms() or word in lexicon.word_map("titles.tsv") or word[0] == "و":
        return False
    if word in lexicon.word_set("stop_words.txt") or len(word) < 3 or word[0].isdigit():
        return False
    if word in lexicon.word_set("seldom_names.txt") and word not in lexicon.name_tokens():
        return False
    if word.endswith("اوي") and len(word) > 5:
        return True
    _, count = lexicon.name_tokens().get(word, ("", 0))
    if is_definite(word):
        is_word = is_common(word) or word in lexicon.clustered()
        return count > 1 or not is_word or _is_family_too(word)
    if count:
        return not is_common(word)
    is_inflected = _has_suffix(word) or word[0] in "بلكف" or word.startswith(_FUTURE)
    return word not in lexicon.clustered() and not is_common(word) and not is_inflected


@lru_cache(1 << 16)
def _may_be_ancestor(word: str, link: str) -> bool:
    """Whether the word after "بن" may be a family's name, which may be any word."""
    if len(word) < 3:
        return False
    if link == "بن":
        return word not in lexicon.word_set("stop_words.txt") or word in lexicon.name_tokens()
    if is_given(word) or word in lexicon.name_tokens():
        return True
    return word not in lexicon.word_set("stop_words.txt") and not is_common(word)


def _has_suffix(word: str) -> bool:
    """Whether the word is one that the news knows, and a suffix."""
    known = lexicon.clustered()
    rests = (word[: -len(suffix)] for suffix in _SUFFIXES if word.endswith(suffix))
    return any(len(rest) > 2 and (rest in known or f"{rest}ه" in known) for rest in rests)


@lru_cache(1 << 14)
def has_object(word: str) -> bool:
    """Whether the word is one that the news knows, with a pronoun: "لمساعدتهما", "بناتهم"."""
    known = lexicon.clustered()
    for suffix in _PRONOUNS:
        if word.endswith(suffix):
            stems = {reading.rest[: -len(suffix)] for reading in readings(word)}
            return any(
                len(stem) > 3 and (stem in known or (stem[-1] == "ت" and f"{stem[:-1]}ه" in known))
                for stem in stems
            )
    return False
