"""Names of the gazetteer in an article, and which of the ambiguous ones count.

A form marked ambiguous in its file counts when the article also holds an unambiguous form of the
same entity, when a title stands before it (people), or when the tagger independently agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.clubs import game_words, is_football, is_football_only, wrong_types
from core.names.gazetteer import Form, Gazetteer, load
from core.names.morphology import is_common, is_definite, is_given, is_name_word
from core.names.ordinary import is_ordinary_here
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

T = TypeVar("T")
_PLACES = ("loc-", "wof-")
_COUNTRY = re.compile("loc-[a-z]{2}")
_EVENTS = frozenset("ابطال امم كاس الدوري دوري سوبر بطوله بطولتي جاءزه طواف".split())


def find_known(words: Words, gazetteer: Gazetteer) -> dict[int, Match[Form]]:
    """The longest gazetteer name at each word, by first word."""
    found: dict[int, Match[Form]] = {}
    for match in gazetteer.trie.find(words):
        single = match.last == match.first + 1
        if single and is_ordinary_here(words, match):
            continue
        found[match.first] = match
    return found


def as_candidates(
    words: Words,
    known: dict[int, Match[Form]],
    tagged: Sequence[Candidate],
    gazetteer: Gazetteer,
) -> Iterator[Candidate]:
    """The matches as candidates, ambiguous ones only where context supports them."""
    sure = {
        form.entity_id
        for match in known.values()
        for form in match.values
        if not form.is_ambiguous and (form.is_full or len(match.values) == 1)
    }
    homes = {
        f"loc-{country.lower()}"
        for entity_id in sure
        if (country := gazetteer.entities[entity_id].country) and entity_id.startswith(_PLACES)
    }
    agreed = {(at, c.type) for c in tagged for at in range(c.first, c.last)}
    n_game, in_football = game_words(words), is_football(words)
    for match in known.values():
        wrong = wrong_types(words, match, n_game)
        is_word = not in_football and is_football_only(words, match.first, match.last, match.cut)
        skip = max(0, min(form.skip for form in match.values))
        first = match.first + skip
        cut = 0 if skip else match.cut
        for forms in _by_type(match.values):
            if forms[0].type in wrong or (is_word and forms[0].type == "ORG"):
                continue
            is_agreed = all((at, forms[0].type) in agreed for at in range(first, match.last))
            settled = sure | homes if forms[0].type == "LOC" and _is_realm(words, match) else sure
            score = 0.9 if wrong else _score(words, match, forms, settled, is_agreed)
            if not score and in_football and _is_foreign_club(words, match, forms):
                score = 0.8
            if score and _is_of_a_game(words, match, forms):
                continue
            if score and _is_described(words, match, forms, known):
                continue
            if score and first < match.last:
                kind = forms[0].type
                is_place = kind == "LOC" and match.last == match.first + 1
                if is_place and is_no_place(words, match.first):
                    continue
                if (
                    kind == "PER"
                    and match.first - 1 not in known
                    and _has_given_name_before(words, match, forms)
                ):
                    joined = int(not is_name_word(words.texts[first - 1]))
                    rule = "other-given-name"
                    yield Candidate(first - 1, match.last, joined, "PER", rule, 0.85)
                    continue
                last, own = _with_nationality(words, match.last, forms, gazetteer)
                if kind == "ORG":
                    last, own = _with_fields(words, first, last, own)
                yield Candidate(first, last, cut, kind, "gazetteer", score, 0, own)


def is_no_place(words: Words, at: int) -> bool:
    """Whether the country or continent at ``at`` names no place there.

    Part of a competition's name ("دوري أبطال أوروبا") or an adjective that is spelt like a
    country ("الأندية السعودية").
    """
    if at == 0 or not words.plain[at]:
        return False
    before = words.texts[at - 1]
    if any(reading.rest in _EVENTS for reading in readings(before)):
        return True
    return words.texts[at] in lexicon.demonyms() and is_definite(before.removeprefix("و"))


def _has_given_name_before(words: Words, match: Match[Form], forms: tuple[Form, ...]) -> bool:
    """Whether a known surname stands after a given name that is not its known bearer's."""
    first = match.first
    if match.cut or first == 0 or not words.plain[first] or any(form.is_full for form in forms):
        return False
    if match.last - first > 1 or any(form.skip for form in forms):
        return False
    return _is_given_here(words.texts[first - 1])


@lru_cache(1 << 14)
def _is_given_here(word: str) -> bool:
    """Whether the word before a surname may be a given name; who is of somebody is not."""
    if word in lexicon.word_set("relations.txt") or is_definite(word) or word == "ولد":
        return False
    if word in lexicon.word_set("seldom_names.txt") and not is_given(word):
        return False  # "نجا", "مات"
    return is_name_word(word) or (word[0] == "و" and len(word) > 3 and is_name_word(word[1:]))


def _with_nationality(
    words: Words, last: int, forms: tuple[Form, ...], gazetteer: Gazetteer
) -> tuple[int, tuple[Form, ...]]:
    """A body's name with the adjective of a country that follows it, and whose body it then is.

    "وزارة الدفاع" of one country's list is another's when "الروسية" follows.
    """
    if forms[0].type != "ORG" or last >= len(words) or not words.plain[last]:
        return last, forms
    country = lexicon.demonyms().get(words.texts[last])
    if country is None or not words.texts[last].startswith("ال"):
        return last, forms
    homes = {form.entity_id: gazetteer.entities[form.entity_id].country for form in forms}
    own = tuple(form for form in forms if homes[form.entity_id] == country)
    if own:
        return last + 1, own
    return (last, forms) if None in homes.values() else (last + 1, ())


def _is_realm(words: Words, match: Match[Form]) -> bool:
    """Whether the word is what a country calls itself where its towns are named: "المملكة"."""
    return match.last == match.first + 1 and words.texts[match.first][match.cut :] == "المملكه"


def _with_fields(
    words: Words, first: int, last: int, forms: tuple[Form, ...]
) -> tuple[int, tuple[Form, ...]]:
    """A ministry's name with the fields it goes on to name; a national team's with its game.

    "وزارة الشؤون الإسلامية والأوقاف" is the ministry; "المنتخب السعودي للسهام" is not the one of
    football.
    """
    fields = lexicon.word_set("org_fields.txt")
    head = words.texts[first]
    if head.endswith("وزاره"):
        while last < len(words) and words.plain[last] and words.texts[last][1:] in fields:
            last += 1
    after = words.texts[last] if last < len(words) and words.plain[last] else ""
    games = lexicon.word_set("games.txt")
    if head.endswith(("منتخب", "المنتخب")) and after in games:
        return last + 1, ()
    return last, forms


def _by_type(forms: Iterable[Form]) -> Iterator[tuple[Form, ...]]:
    groups: dict[str, list[Form]] = {}
    for form in forms:
        groups.setdefault(form.type, []).append(form)
    return (tuple(group) for group in groups.values())


def _score(
    words: Words, match: Match[Form], forms: tuple[Form, ...], sure: set[str], is_agreed: bool
) -> float:
    n_words = match.last - match.first
    is_unsupported_body = n_words == 1 and not is_agreed and forms[0].type == "ORG"
    if is_unsupported_body and is_common(words.texts[match.first]):
        return 0.0
    if any(not form.is_ambiguous for form in forms):
        supported = any(form.entity_id in sure and form.is_full for form in forms)
        return 0.97 if n_words > 1 else 0.92 if supported else 0.9
    if any(form.entity_id in sure for form in forms):
        return 0.85
    if forms[0].type == "LOC" and not is_placed(words, match):
        return 0.0
    if is_agreed or _is_country_after_sign(words, match, forms):
        return 0.85
    if forms[0].type == "PER" and _has_title_before(words, match.first):
        return 0.8
    return 0.0


def _is_described(
    words: Words, match: Match[Form], forms: tuple[Form, ...], known: dict[int, Match[Form]]
) -> bool:
    """Whether a doubtful name is an ordinary noun with its adjective ("القطاع الخاص")."""
    if match.last - match.first > 1 or any(not form.is_ambiguous for form in forms):
        return False
    after = match.last
    is_followed = after < len(words) and words.plain[after] and after not in known
    if not is_followed or not is_definite(words.texts[match.first]):
        return False
    return forms[0].type != "PER" and is_definite(words.texts[after])


def _is_foreign_club(words: Words, match: Match[Form], forms: tuple[Form, ...]) -> bool:
    """Whether football may be trusted to mean the one body that a word no Arabic one is names."""
    if forms[0].type != "ORG" or len(match.values) > 1 or match.last - match.first > 1:
        return False
    word = words.texts[match.first][match.cut :]
    return len(word) > 3 and not (is_common(word) or is_definite(word) or is_name_word(word))


def _is_of_a_game(words: Words, match: Match[Form], forms: tuple[Form, ...]) -> bool:
    """Whether a doubtful body is another for what it is for: "الاتحاد السعودي للمبارزة"."""
    if forms[0].type != "ORG" or any(not form.is_ambiguous for form in forms):
        return False
    after = match.last
    is_for = after < len(words) and words.plain[after] and words.texts[after].startswith("لل")
    return is_for and words.texts[match.first][match.cut :] in lexicon.word_map("org_heads.tsv")


def is_placed(words: Words, match: Match[T]) -> bool:
    """Whether a doubtful place stands where places do: "في مالي", but "دعم مالي" is financial.

    A common noun with the article ("المدينة", "الجنوب") is a name only beside the full one.
    """
    first = match.first
    if match.last - first > 1:
        return True
    if is_definite(words.texts[first][match.cut :]):
        return False
    before = words.texts[first - 1] if first else ""
    if match.cut and words.texts[first][match.cut - 1] == "و":
        return _is_place_word(before)
    if match.cut or first == 0 or not words.plain[first]:
        return True
    return before in lexicon.word_set("place_signs.txt")


@lru_cache(1 << 12)
def _is_place_word(word: str) -> bool:
    """Whether the word by itself is a place of the lists, proclitics aside."""
    trie = load().trie
    return any(
        form.type == "LOC" for reading in readings(word) for form in trie.lookup((reading.rest,))
    )


def _is_country_after_sign(words: Words, match: Match[Form], forms: tuple[Form, ...]) -> bool:
    """Whether a country that is also an ordinary word stands right after a sign of places."""
    is_country = any(_COUNTRY.fullmatch(form.entity_id) for form in forms)
    before = words.texts[match.first - 1] if match.first else ""
    return is_country and not match.cut and before in lexicon.word_set("place_signs.txt")


def _has_title_before(words: Words, first: int) -> bool:
    if first == 0 or not words.plain[first]:
        return False
    titles = lexicon.word_map("titles.tsv")
    before = words.texts[first - 1]
    return any(reading.rest in titles for reading in readings(before))
