"""Towns and their clubs: "فاز روما على نابولي" tells of clubs, "وصل إلى روما" of a town.

Only words that the gazetteer knows as both are asked about, and only football articles can tell of
clubs: three words of the game somewhere in the text, and no word before the name that wants a
place. Clubs that are called by an ordinary noun with the article ("العين") are not decided here.
"""

from __future__ import annotations

from core.names import lexicon
from core.names.gazetteer import Form
from core.names.morphology import is_definite
from core.names.trie import Match
from core.names.words import Words

_ENOUGH = 3


def is_football(words: Words) -> bool:
    """Whether the article speaks of the game."""
    return len(words.vocabulary & lexicon.word_set("football_words.txt")) >= _ENOUGH


def wrong_types(words: Words, match: Match[Form], in_football: bool) -> frozenset[str]:
    """The types that a word known as town and as club does not have here."""
    types = {form.type for form in match.values}
    text = words.texts[match.first]
    if match.last - match.first > 1 or not types >= {"LOC", "ORG"} or is_definite(text):
        return frozenset()
    return frozenset({"LOC" if in_football and not _wants_place(words, match) else "ORG"})


def _wants_place(words: Words, match: Match[Form]) -> bool:
    first = match.first
    if match.cut:
        return words.texts[first][match.cut - 1] == "ب"
    before = words.texts[first - 1] if first and words.plain[first] else ""
    return before in lexicon.word_set("city_signs.txt")
