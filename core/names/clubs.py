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
_PLAYER_WINDOW = 3
_PLAYERS = frozenset(
    "لاعب اللاعب كلاعب لاعبا نجم النجم حارس الحارس مدرب المدرب مهاجم المهاجم مدافع المدافع زميله"
    " زملاءه زملاوه لاعبي صفوف مسيرته مشواره عقده الاول مستقبله لاعبو خط".split()
)
_SITES = frozenset("ملعب ملعبه استاد ستاد مستشفي مطار مدينه فندق شوارع محكمه سكان".split())
_AIMS = frozenset({"الي", "من"})


def is_football(words: Words) -> bool:
    """Whether the article speaks of the game, and not more of others."""
    return game_words(words) >= _ENOUGH


def game_words(words: Words) -> int:
    """How many words of the game the article has; none where other games have half as many."""
    plain = {word[1:] for word in words.vocabulary if word[0] in "وفبلك"}
    vocabulary = words.vocabulary | plain
    football = len(vocabulary & lexicon.word_set("football_words.txt"))
    others = len(vocabulary & lexicon.word_set("other_sports.txt"))
    return football if football > 2 * others else 0


def wrong_types(words: Words, match: Match[Form], n_game: int) -> frozenset[str]:
    """The types that a word known as town and as club does not have here.

    A town that is less known than its club (marked doubtful in its list) needs only one word of
    the game to be the club.
    """
    types = {form.type for form in match.values}
    text = words.texts[match.first]
    if match.last - match.first > 1 or not types >= {"LOC", "ORG"} or is_definite(text):
        return frozenset()
    is_small = all(form.is_ambiguous for form in match.values if form.type == "LOC")
    if is_small and n_game >= _ENOUGH:
        is_club = not _is_site(words, match)
    else:
        is_club = n_game >= (1 if is_small else _ENOUGH) and not _wants_place(words, match)
    return frozenset({"LOC" if is_club else "ORG"})


def is_football_only(words: Words, first: int, last: int, cut: int = 0) -> bool:
    """Whether the name is one ordinary word that only football makes a club."""
    return last - first == 1 and words.texts[first][cut:] in lexicon.word_set("football_only.txt")


def _is_site(words: Words, match: Match[Form]) -> bool:
    """Whether what stands before says where in the town: "على الملعب البلدي في برشلونة"."""
    first = match.first
    is_in = words.texts[first - 1] == "في" if first and not match.cut else False
    if not is_in and words.texts[first][: match.cut][-1:] != "ب":
        return False
    return not _SITES.isdisjoint(words.texts[max(0, first - _TRAVEL_WINDOW) : first])


def _wants_place(words: Words, match: Match[Form]) -> bool:
    """Whether a place stands here: "في نابولي" but for players, "إلى نابولي" on a journey."""
    first = match.first
    before = words.texts[first - 1] if first and words.plain[first] and not match.cut else ""
    proclitic = words.texts[first][match.cut - 1] if match.cut else ""
    window = words.texts[max(0, first - _TRAVEL_WINDOW) : first]
    if before in _AIMS or proclitic == "ل":
        return not lexicon.word_set("journeys.txt").isdisjoint(window)
    if not _PLAYERS.isdisjoint(words.texts[max(0, first - 1 - _PLAYER_WINDOW) : first]):
        return False
    return before == "في" or proclitic == "ب" or before in lexicon.word_set("city_signs.txt")
