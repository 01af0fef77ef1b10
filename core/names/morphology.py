"""What a folded word may be, judged by lists: ordinary word, nationality, title, part of a name."""

from __future__ import annotations

from functools import cache, lru_cache

from core.names import gazetteer, lexicon
from core.names.variants import words
from core.text.tokens import readings

PARTICLES = frozenset(
    "بن ابن بنت ايت ال ابو ابي ابا ام عبد دي دو دا ديل فان فون دير لو لا بو ولد سان ماك"
    " اوغلو".split()
)


# How often a form stands in the corpus of the word clusters at least to count as in use.
_OFTEN = 8
COMPOUND_STARTS = frozenset(
    "وادي عين جبل تل راس دير بيت ام ابو بني خان كفر حفر ذي ابي بير قلعه قصر سوق خميس اولاد".split()
)
"""First halves of places' names of two words (وادي الفرع, أم القرى)."""
COMPOUND_ENDS = frozenset(
    "الله الدين الرحمن العزيز الكريم القادر الاسلام الحق الملك السلام الناصر الفتاح".split()
)
"""Second halves of compound given names (عبد الله, نور الدين): no names alone."""


@lru_cache(maxsize=1 << 16)
def is_common(word: str) -> bool:
    """Whether the word, with or without proclitics or article, is an ordinary one."""
    common = _ordinary_words()
    if word in common or len(word) < 2 or word.endswith("ى"):
        return True
    for reading in readings(word):
        if reading.rest in common or reading.rest.removeprefix("ال") in common:
            return True
    return False


@cache
def _ordinary_words() -> frozenset[str]:
    return lexicon.word_set("common_words.txt") | lexicon.word_set("stop_words.txt")


@lru_cache(maxsize=1 << 16)
def is_given(word: str) -> bool:
    """Whether the word is a given name of the list (``عبدالله`` also when parted)."""
    return word in lexicon.word_set("given_names.txt")


@lru_cache(maxsize=1 << 16)
def is_name_word(word: str) -> bool:
    """Whether people are called so and the word is no ordinary one, nationality or title."""
    if word in lexicon.demonyms() or word in lexicon.word_map("titles.tsv"):
        return False
    if word in lexicon.word_set("stop_words.txt"):
        return False
    if is_given(word):
        return True
    if word not in lexicon.name_tokens() and word not in _known_words():
        return False
    return not is_common(word)


def is_known_person(word: str) -> bool:
    """Whether the word is part of the name of a person of the gazetteer."""
    return word in _known_words()


@cache
def _known_words() -> frozenset[str]:
    """The words of all people of the gazetteer."""
    people = (entity for entity in gazetteer.load().entities.values() if entity.type == "PER")
    return frozenset(word for entity in people for word in words(entity.name))


@lru_cache(maxsize=1 << 16)
def is_adjective(word: str) -> bool:
    """Whether an indefinite word is one that news uses with the article too: "بحري", "محلية".

    Names are used with it or without it, adjectives either way.
    """
    if is_definite(word) or not word.endswith(("ي", "يه", "ه")) or is_given(word):
        return False
    row = lexicon.clustered().get("ال" + word)
    return row is not None and row[3] >= _OFTEN


@lru_cache(maxsize=1 << 16)
def is_definite(word: str) -> bool:
    """Whether the word has the article (``ال``, or ``لل`` for ل + ال)."""
    return len(word) > 3 and word.startswith(("ال", "لل"))
