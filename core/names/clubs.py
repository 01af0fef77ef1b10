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
_TRAVEL_WINDOW = 6


def is_football(words: Words) -> bool:
    """Whether the article speaks of the game, and not more of others."""
    football = len(words.vocabulary & lexicon.word_set("football_words.txt"))
    others = len(words.vocabulary & lexicon.word_set("other_sports.txt"))
    return football >= _ENOUGH and football > 2 * others


def wrong_types(words: Words, match: Match[Form], in_football: bool) -> frozenset[str]:
    """The types that a word known as town and as club does not have here."""
    types = {form.type for form in match.values}
    text = words.texts[match.first]
    if match.last - match.first > 1 or not types >= {"LOC", "ORG"} or is_definite(text):
        return frozenset()
    return frozenset({"LOC" if in_football and not _wants_place(words, match) else "ORG"})


def is_football_only(words: Words, first: int, last: int, cut: int = 0) -> bool:
    """Whether the name is one ordinary word that only football makes a club."""
    return last - first == 1 and words.texts[first][cut:] in lexicon.word_set("football_only.txt")


def _wants_place(words: Words, match: Match[Form]) -> bool:
    first = match.first
    if match.cut and words.texts[first][match.cut - 1] == "ب":
        return True
    before = words.texts[first - 1] if first and words.plain[first] and not match.cut else ""
    if before in lexicon.word_set("city_signs.txt"):
        return True
    journeys = lexicon.word_set("journeys.txt")
    return any(text in journeys for text in words.texts[max(0, first - _TRAVEL_WINDOW) : first])
