"""A Latin spelling for a name that no list has one for: letters as they are, vowels by place.

Arabic writes no short vowels, so this is a help for readers of English, not a transcription: where
two consonants meet at the start of a word an "a" is put between them, before the last consonant
an "i" after a long a (قوافل، شارع) and an "a" in words without any long vowel (مركز); و and ي are
vowels between consonants. Labels made so are marked as transliterated.
"""

from __future__ import annotations

from functools import lru_cache

from core.names import lexicon
from core.text.fold import fold_key

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةپچڤگ"
_LATIN = (
    "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y - "  # ا to ي, then ء
    "a a i u i a a p ch v g"
)
_LETTERS = dict(zip(_ARABIC, _LATIN.split(), strict=True))
_VOWELS = frozenset("aiu")
_SEMI = {"و": ("w", "u"), "ي": ("y", "i")}


def transliterate(name: str) -> str | None:
    """A name in Latin letters, word by word: the usual spelling where the list has one.

    ``None`` for a name without letters.

    >>> transliterate("جون سميث"), transliterate("مديرية كتاف")
    ('John Smith', 'Madirya Kataf')
    """
    return " ".join(filter(None, map(_word, name.replace("_", " ").split()))) or None


@lru_cache(1 << 14)
def _word(word: str) -> str:
    """One word as it is usually spelt, else letter by letter."""
    if word.isascii():
        return word.strip("\"'()#")
    folded = fold_key(word)
    tokens = lexicon.name_tokens()
    if folded in tokens and not _is_bare(word, tokens[folded][0]):
        return tokens[folded][0].title()
    if folded.startswith("عبدال") and len(folded) > 6:
        rest = _word(word[5:]) if folded != "عبدالله" else "lah"
        return f"Abdul{rest.lower()}"
    for article, latin in (("ال", "al"), ("لل", "lil")):
        if word.startswith(article) and len(word) > 4:
            rest = _word(word.removeprefix(article))
            return f"{latin}-{rest}" if rest else ""
    return _spelt(word).title()


def _is_bare(word: str, spelling: str) -> bool:
    """Whether the usual spelling leaves the article out: "Larbi", a man, for العربي, "the Arab"."""
    return word.startswith("ال") and not spelling.lower().startswith(("al", "el"))


def _spelt(word: str) -> str:
    letters = [letter for letter in word if letter in _LETTERS]
    parts: list[str] = []
    for at, letter in enumerate(letters):
        before = letters[at - 1] if at else ""
        after = letters[at + 1] if at + 1 < len(letters) else ""
        if letter in _SEMI:
            consonant, vowel = _SEMI[letter]
            is_consonant = not before or _is_vowel(before) or _is_vowel(after)
            if at == 1 and is_consonant and not _is_vowel(before):
                parts.append("a")
            parts.append(consonant if is_consonant else vowel)
            continue
        latin = _LETTERS[letter].strip("-")
        if at == 1 and not _is_vowel(before) and not _is_vowel(letter) and latin:
            parts.append("a")
        elif at == len(letters) - 1 and not _is_vowel(letter):
            parts.append(_before_last(letters))
        parts.append(latin)
    return "".join(parts)


def _before_last(letters: list[str]) -> str:
    """The short vowel before a word's last consonant, where its pattern has one."""
    if len(letters) < 4 or letters[-2] in _SEMI or _is_vowel(letters[-2]):
        return ""
    if _LETTERS[letters[-3]] == "a":
        return "i"
    return "" if any(one in _SEMI or _is_vowel(one) for one in letters[1:]) else "a"


def _is_vowel(letter: str) -> bool:
    return bool(letter) and _LETTERS[letter][0] in _VOWELS
