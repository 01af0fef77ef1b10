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
from core.names.name_runs import DESCENT, is_lord, name_end
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

_MAX_COMPLEMENT = 8
# What stands before باسم "by the name of", "on behalf of".
_NAMED = frozenset(
    "المعروف المعروفه المعروفين معروف معروفه والمعروف والمعروفه يعرف تعرف ويعرف وتعرف عرف عرفت"
    " المتحدث متحدث المتحدثه متحدثه الناطق ناطق الناطقه ناطقه يسمي تسمي المسمي المسماه الشهير"
    " الشهيره اشتهر اشتهرت يشتهر تحدث تحدثت يتحدث تتحدث ما حساب حسابا صفحه موقع شركه مسجل مسجله"
    " وباسم والمتحدث والناطق".split()
)
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
        if cut is None or _is_no_given_here(words, index):
            index += 1
            continue
        last = _before_place(known, index, name_end(words, index, known_first=True))
        if last - index >= 2:
            yield Candidate(index, last, cut, "PER", "given-name", 0.7)
        index = max(last, index + 1)


def _is_no_given_here(words: Words, index: int) -> bool:
    """Whether the given name is another word here: "المعروف باسم", "أنا" and a verb."""
    text = words.texts[index]
    if index in words.unnamed:
        return True
    if text == "باسم":
        return index > 0 and words.texts[index - 1] in _NAMED
    if text == "انا":
        after = words.texts[index + 1] if index + 1 < len(words) else ""
        return not is_name_word(after)
    return False


def find_patronymics(words: Words, known: dict[int, Match[Form]]) -> Iterator[Candidate]:
    """A name before "بن" and the like, whatever it is called: "سنية بن رجب", "فرحات آيت علي"."""
    texts = words.texts
    for index in range(1, len(words) - 1):
        if texts[index] not in DESCENT or not (words.plain[index] and words.plain[index + 1]):
            continue
        match = known.get(index - 1)
        is_ancestor = index > 1 and texts[index - 2] in DESCENT
        if is_ancestor or (match is not None and match.last > index + 1):
            continue
        if not _may_be_given(texts[index - 1], texts[index]) and not _is_introduced(words, index):
            continue
        last = _before_place(known, index - 1, name_end(words, index - 1, known_first=True))
        if last > index + 1:
            yield Candidate(index - 1, last, 0, "PER", "patronymic", 0.8)


def _before_place(known: dict[int, Match[Form]], start: int, last: int) -> int:
    """The end of a name of two words or more that a known place or body may follow."""
    for at in range(start + 2, last):
        match = known.get(at)
        if match is not None and not match.cut and all(f.type != "PER" for f in match.values):
            return at if any(not form.is_ambiguous for form in match.values) else last
    return last


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
def _title_kind(text: str) -> str | None:
    titles = lexicon.word_map("titles.tsv")
    for reading in readings(text):
        found = titles.get(reading.rest)
        if found is not None:
            return found[0]
    return None


def _given_cut(words: Words, index: int) -> int | None:
    text = words.texts[index]
    if text == "عبد" and index + 1 < len(words) and is_lord(words.texts[index + 1]):
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
