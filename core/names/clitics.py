"""Which letters at the start of a name are proclitics, and where one name ends and another begins.

The tagger marks whole words. Whether ``وبايدن`` is "and Biden" while ``وليد`` is Walid follows
from what is known of the word with and without them: lists first, then how often a news corpus
holds either, then whether the article itself has the bare form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.gazetteer import Form
from core.names.morphology import is_given, is_known_person
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

_FOREIGN_WAW = re.compile("وي[^اوي]")
"""W of a foreign name: ويلكنسن, ويندي; names with ي and a consonant behind it are few."""
_MUCH_MORE_FREQUENT = 8


@lru_cache(1 << 15)
def proclitic_length(word: str, has_bare_form: bool = False) -> int:
    """How many letters of a name's first word are proclitics.

    ``has_bare_form``: the article holds the word without its first letter.

    >>> [proclitic_length(word) for word in ("وليد", "وبايدن", "للكرملين", "لندن")]
    [0, 1, 1, 0]
    """
    if word.startswith(("لل", "ولل", "فلل")) and len(word) > 4:
        return word.index("لل") + 1
    if word[0] not in "وفبكل" or len(word) < 4:
        return 0
    whole = _weight(word)
    best, most = 0, whole * _MUCH_MORE_FREQUENT
    for reading in readings(word):
        if not reading.cut or len(reading.rest) < 3:
            continue
        if word[reading.cut - 1] == "ك" and not has_bare_form:
            continue  # "like" hardly ever stands before a name: كيارا is no يارا
        weight = _weight(reading.rest)
        if whole == 0 and weight == 0 and word[0] == "و" and reading.cut == 1:
            return int(has_bare_form or not _FOREIGN_WAW.match(word))
        if weight > most * (_MUCH_MORE_FREQUENT if best else 1):
            best, most = reading.cut, weight
    if not best and has_bare_form and whole == 0:
        return 1
    return best


def without_proclitics(word: str, cut: int) -> str:
    """The word without ``cut`` letters, and the alef of the article back that ``لل`` swallows.

    >>> without_proclitics("للكرملين", 1), without_proclitics("لليفربول", 1)
    ('الكرملين', 'ليفربول')
    """
    rest = word[cut:]
    if not cut or not word.startswith("لل", cut - 1):
        return rest
    return rest if _weight(rest) > _weight("ا" + rest) else "ا" + rest


def _weight(word: str) -> int:
    """How much speaks for ``word`` being a word by itself."""
    row = lexicon.clustered().get(word)
    return (
        (row[3] if row else 0)
        + 3 * lexicon.name_tokens().get(word, ("", 0))[1]
        + (200 if is_given(word) or is_known_person(word) else 0)
    )


def cut_first(words: Words, candidate: Candidate, known: dict[int, Match[Form]]) -> Candidate:
    """The candidate without the proclitics of its first word."""
    match = known.get(candidate.first)
    if match is not None:
        return replace(candidate, cut=match.cut)
    word = words.texts[candidate.first]
    has_bare_form = word[0] in "وفبكل" and word[1:] in words.vocabulary
    return replace(candidate, cut=proclitic_length(word, has_bare_form))


def split_coordinated(
    words: Words, candidate: Candidate, known: dict[int, Match[Form]]
) -> Iterator[Candidate]:
    """The candidate, or the names of people or places that it joins by ``و``.

    "بلاسخارت ولاثارو" is two people; an organisation's name may well hold an "and".
    """
    start = candidate.first
    for at in range(candidate.first + 1, candidate.last):
        word = words.texts[at]
        if candidate.type == "PER" and word in lexicon.word_set("stop_words.txt"):
            if at > start:
                yield cut_first(words, replace(candidate, first=start, last=at), known)
            start = at + 1
            continue
        match = known.get(at)
        if at > start and candidate.type == "PER" and _is_other_person(known, start, at):
            yield cut_first(words, replace(candidate, first=start, last=at), known)
            start = at
            continue
        if word[0] != "و" or len(word) < 3:
            continue
        if candidate.type == "ORG" and (word.startswith("وال") or at - start > 1):
            continue
        cut = (
            match.cut if match is not None else proclitic_length(word, word[1:] in words.vocabulary)
        )
        if cut and at > start:
            yield cut_first(words, replace(candidate, first=start, last=at), known)
            start = at
    if start < candidate.last:
        yield cut_first(words, replace(candidate, first=start), known)


def _is_other_person(known: dict[int, Match[Form]], start: int, at: int) -> bool:
    """Whether another known person stands here.

    Behind a proclitic ("إيمانويل ماكرون بأنغيلا ميركل") or right after one that is sure ("استقبلت
    ميركل بوتين").
    """
    match, before = known.get(at), known.get(start)
    if match is None or all(form.type != "PER" for form in match.values):
        return False
    if match.cut:
        return True
    return before is not None and before.last == at and _is_sure(before) and _is_sure(match)


def _is_sure(match: Match[Form]) -> bool:
    return all(form.type == "PER" and not form.is_ambiguous for form in match.values)
