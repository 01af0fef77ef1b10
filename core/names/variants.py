"""Spelling variants of names: a closed set of rules that join, and nothing that guesses.

``name_key`` joins spellings that no Arabic reader would hold for two names: marks, tatweel, seats
of hamza and hamza left out, ى/ي, ة/ه, the joined and the parted عبد, أبو in its cases, بن/ابن,
أمريكي/أميركي and the like, hyphens, the article of a whole name's first word. ``loose_key`` drops
long vowels too; it joins names that differ (صالح, صلاح), so it only proposes: see ``canonical``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.text.fold import fold_key
from core.text.tokens import tokenize

# Stems that newspapers spell in two ways, inside any word: one is chosen for the key.
_STEMS = (
    ("امريك", "اميرك"),
    ("سوفييت", "سوفيت"),
    ("سوفيات", "سوفيت"),
    ("انكلتر", "انجلتر"),
    ("انكليز", "انجليز"),
    ("ديموقراط", "ديمقراط"),
    ("تلفزيون", "تلفزي"),
    ("تليفزيون", "تلفزي"),
    ("اوروب", "اورب"),
    ("كاتالون", "كتالون"),
    ("بنجلاديش", "بنغلاديش"),
    ("ترامب", "ترمب"),
    ("نتانياهو", "نتنياهو"),
)
_ABOU = {"ابا": "ابو", "ابي": "ابو", "اباء": "ابو"}
_BIN = {"ابن": "بن"}
_FIRST_ARTICLE = re.compile(r"^ال(?=.{3})")


def words(name: str) -> list[str]:
    """The folded words of a name."""
    return [token.text for token in tokenize(fold_key(name))]


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """The key of one folded word: two-way stems settled, hamza on the line dropped."""
    for stem, chosen in _STEMS:
        word = word.replace(stem, chosen)
    word = word.replace("ء", "") or word
    return word.casefold()


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """The orthographic key of a whole name; equal keys are one name.

    >>> name_key("عبد الله أبو الرِّيش") == name_key("عبدالله أبي الريش")
    True
    >>> name_key("صالح") == name_key("صلاح")
    False
    """
    return " ".join(_key_words(words(name)))


def _key_words(parts: list[str]) -> Iterator[str]:
    index = 0
    while index < len(parts):
        word = parts[index]
        following = parts[index + 1] if index + 1 < len(parts) else ""
        if word == "عبد" and following.startswith("ال"):
            yield word_key(word + following)
            index += 2
            continue
        if word in _ABOU and following:
            word = "ابو"
        if word in _BIN and index:
            word = "بن"
        if index == 0:
            word = _FIRST_ARTICLE.sub("", word)
        yield word_key(word)
        index += 1


def loose_key(name: str) -> str:
    """``name_key`` without long vowels inside words and with doubled letters as one."""
    return " ".join(
        re.sub(r"(.)\1+", r"\1", word[:1] + re.sub("[اوي]", "", word[1:]))
        for word in name_key(name).split()
    )


def spellings(parts: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The word sequences under which a name's folded words may stand in a text.

    >>> sorted(spellings(("عبدالله", "ابو", "زيد")))[0]
    ('عبد', 'الله', 'ابا', 'زيد')
    """
    found: set[tuple[str, ...]] = {()}
    index = 0
    while index < len(parts):
        word, used = parts[index], 1
        following = parts[index + 1] if index + 1 < len(parts) else ""
        options: list[tuple[str, ...]] = [(word,)]
        if word == "عبد" and following.startswith("ال"):
            options, used = [(word, following), (word + following,)], 2
        elif word.startswith("عبدال") and len(word) > 6:
            options.append((word[:3], word[3:]))
        elif word in ("ابو", "ابي", "ابا") and following:
            options = [("ابو",), ("ابي",), ("ابا",)]
        elif word in ("بن", "ابن") and index:
            options = [("بن",), ("ابن",)]
        else:
            options = [(form,) for form in _word_spellings(word)]
        found = {left + right for left in found for right in options}
        index += used
    return found


def _word_spellings(word: str) -> set[str]:
    forms = {word}
    if "امريك" in word:
        forms.add(word.replace("امريك", "اميرك"))
    elif "اميرك" in word:
        forms.add(word.replace("اميرك", "امريك"))
    if "سوفيت" in word:
        forms |= {word.replace("سوفيت", "سوفيات"), word.replace("سوفيت", "سوفييت")}
    if "ديمقراط" in word:
        forms.add(word.replace("ديمقراط", "ديموقراط"))
    if len(word) > 5 and word.endswith("ء"):
        forms.add(word[:-1])
    if len(word) > 3 and "ء" in word[1:-1]:
        forms.add(word[0] + word[1:-1].replace("ء", "ي") + word[-1])
    return forms
