"""People by their titles: "وزير الخارجية الأميركي مايك بومبيو", "الفنانة ريم مصطفى".

After a title (and its complement, its adjectives) the next run of name words is a person. The
title itself is never part of the mention. Names without a title are the tagger's matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.gazetteer import Form
from core.names.morphology import PARTICLES, is_common, is_definite, is_given, is_name_word
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

# "Son of", "daughter of", "people of": between a name and a family's in the Maghreb and the Gulf.
_DESCENT = frozenset("بن ابن بنت ولد ايت".split())
# Titles that are as often surnames or part of one: "عادل الحاج سالم".
_SURNAMES_TOO = frozenset("الحاج الشيخ السيد الفقيه".split())
_EVERYDAY = 400
_MAX_COMPLEMENT = 8
_MAX_NAME = 6
_SUFFIXES = ("ها", "هم", "هن", "نا", "كم", "ته", "له", "ت", "وا", "ون", "يه", "يا")
_FUTURE = ("سا", "سي", "ست", "سن")
_LINKS = frozenset("باسم لدي في من لشؤون لشءون للشءون ورءيس وزير رءيس مجلس وزراء ب عن".split())


def find_titled(words: Words, known: dict[int, Match[Form]]) -> Iterator[Candidate]:
    """People named right after a title."""
    for index, text in enumerate(words.texts):
        kind = _title_kind(text)
        if kind is None:
            continue
        start = _name_start(words, index + 1, kind, known)
        if start is None:
            continue
        last = _before_place(known, start, name_end(words, start))
        if last - start >= 2 or (last > start and start == index + 1 and kind == "plain"):
            if any(_is_title_only(words.texts[at]) for at in range(start, last)):
                continue
            yield Candidate(start, last, 0, "PER", f"title-{kind}", 0.85)


def _is_title_only(word: str) -> bool:
    """Whether the word is a title and no given name, as شيخة, أميرة and سلطان are both."""
    return word in lexicon.word_map("titles.tsv") and not is_given(word)


def find_given(words: Words, known: dict[int, Match[Form]]) -> Iterator[Candidate]:
    """A given name followed by another word of a name."""
    index = 0
    while index < len(words):
        cut = _given_cut(words, index)
        if cut is None:
            index += 1
            continue
        last = _before_place(known, index, name_end(words, index, known_first=True))
        if last - index >= 2:
            yield Candidate(index, last, cut, "PER", "given-name", 0.7)
        index = max(last, index + 1)


def find_patronymics(words: Words, known: dict[int, Match[Form]]) -> Iterator[Candidate]:
    """A name before "بن" and the like, whatever it is called: "سنية بن رجب", "فرحات آيت علي"."""
    texts = words.texts
    for index in range(1, len(words) - 1):
        if texts[index] not in _DESCENT or not (words.plain[index] and words.plain[index + 1]):
            continue
        match = known.get(index - 1)
        is_ancestor = index > 1 and texts[index - 2] in _DESCENT
        if is_ancestor or (match is not None and match.last > index + 1):
            continue
        if not _may_be_given(texts[index - 1], texts[index]) and not _is_introduced(words, index):
            continue
        last = _before_place(known, index - 1, name_end(words, index - 1, known_first=True))
        if last > index + 1:
            yield Candidate(index - 1, last, 0, "PER", "patronymic", 0.8)


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


def _before_place(known: dict[int, Match[Form]], start: int, last: int) -> int:
    """The end of a name of two words or more that a known place or body may follow."""
    for at in range(start + 2, last):
        match = known.get(at)
        if match is not None and not match.cut and all(f.type != "PER" for f in match.values):
            return at if any(not form.is_ambiguous for form in match.values) else last
    return last


def _is_surname_here(texts: tuple[str, ...], at: int, start: int) -> bool:
    """Whether the word is the surname after a given name, be it one word or عبد الله."""
    if _is_servant_of(texts, at - 1, start):
        return _may_follow_servant(texts[at])
    if at > start + 2 and texts[at - 2] in _DESCENT:
        return _may_be_family(texts[at])
    return at == start + 1 and is_given(texts[start]) and _may_be_surname(texts[at])


def _may_continue(word: str, is_later: bool) -> bool:
    if is_name_word(word):
        return is_later or not is_definite(word)
    if not is_later or is_common(word):
        return False
    if word in lexicon.demonyms() or word in lexicon.word_map("titles.tsv"):
        return False
    return is_definite(word) and (word in lexicon.name_tokens() or word.endswith("ي"))


def _is_second_half(texts: tuple[str, ...], at: int, start: int) -> bool:
    """Whether the word before wants this one: عبد, or بن after a name."""
    if at > start + 1 and texts[at - 1] in _DESCENT:
        return _may_be_ancestor(texts[at], texts[at - 1])
    return _is_servant_of(texts, at, start)


def _is_servant_of(texts: tuple[str, ...], at: int, start: int) -> bool:
    """Whether the word is the second half of عبد الله and the like."""
    return at > start and texts[at - 1] == "عبد" and is_definite(texts[at])


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
    if word in lexicon.word_set("stop_words.txt") or len(word) < 3:
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


def _is_introduced(words: Words, link: int) -> bool:
    """Whether an ordinary word before "بن" is a name for what stands around it.

    A verb of saying or a title before it ("قالت سنية بن رجب"), or commas on both sides.
    """
    at = link - 1
    word, before = words.texts[at], words.texts[at - 1] if at else ""
    if _title_kind(before) == "plain" and words.plain[at] and not is_definite(word):
        return True  # "الدكتور مساعد بن محمد": some titles are names too
    if at == 0 or _is_of_somebody(word):
        return False
    if not words.plain[at]:
        end = link + 2
        return "،" in words.gaps[at] and end < len(words) and "،" in words.gaps[end]
    return before in lexicon.word_set("speech_verbs.txt") or _title_kind(before) == "plain"


@lru_cache(1 << 16)
def _is_of_somebody(word: str) -> bool:
    """Whether the word is what somebody has or is, and no name: "نجل بن علي", "حكومة بن علي"."""
    if is_definite(word) or len(word) < 3 or _title_kind(word) is not None:
        return True
    heads = lexicon.word_set("institution_heads.txt") | lexicon.word_set("relations.txt")
    return (
        word in heads
        or word in lexicon.word_map("org_heads.tsv")
        or word in lexicon.word_set("stop_words.txt")
    )


@lru_cache(1 << 16)
def _may_be_given(word: str, link: str) -> bool:
    """Whether the word before "بن" may be a given name; "ولد" is also a boy and "was born"."""
    if is_given(word) or is_name_word(word):
        return True
    if link == "ولد" or len(word) < 3 or is_definite(word) or is_common(word):
        return False
    return word not in lexicon.demonyms() and word not in lexicon.word_map("titles.tsv")


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


@lru_cache(1 << 16)
def _title_kind(text: str) -> str | None:
    titles = lexicon.word_map("titles.tsv")
    for reading in readings(text):
        found = titles.get(reading.rest)
        if found is not None:
            return found[0]
    return None


def _given_cut(words: Words, index: int) -> int | None:
    text = words.texts[index]
    if text == "عبد" and index + 1 < len(words) and words.texts[index + 1].startswith("ال"):
        return 0
    return _cut_of_given(text)


@lru_cache(1 << 16)
def _cut_of_given(text: str) -> int | None:
    """How many letters stand before a given name; ``None`` if the word holds none."""
    if is_given(text):
        return 0
    if is_common(text):
        return None
    for reading in readings(text):
        if reading.cut and is_given(reading.rest):
            return reading.cut
    return None


def _name_start(words: Words, at: int, kind: str, known: dict[int, Match[Form]]) -> int | None:
    """The word after title, complement and adjectives that starts a name, if one does soon."""
    modifiers = lexicon.word_set("title_modifiers.txt")
    demonyms = lexicon.demonyms()
    titles = lexicon.word_map("titles.tsv")
    stop = min(len(words), at + _MAX_COMPLEMENT)
    first = at
    while at < stop and words.plain[at]:
        word = words.texts[at]
        match = known.get(at)
        if match is not None and all(form.type != "PER" for form in match.values):
            if kind == "plain" and at == first:
                return None
            at = match.last
            continue
        if is_given(word) or (is_name_word(word) and not is_definite(word)) or word in PARTICLES:
            return at
        adjective = word in modifiers or word in demonyms or word in titles
        complement = kind == "head" and at == first
        linked = (kind == "head" or at > first) and (is_definite(word) or word in _LINKS)
        if not (adjective or complement or linked):
            return None
        at += 1
    return None
