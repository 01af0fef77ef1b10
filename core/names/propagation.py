"""Names found once in an article are found everywhere in it.

What a recogniser was sure of at one place (a title before it, a list that holds it) is searched
in the whole article: the name itself and, for people, the surname alone. Ordinary words never
spread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.clitics import without_proclitics
from core.names.known import is_placed
from core.names.morphology import COMPOUND_ENDS, PARTICLES, is_common, is_given, is_name_word
from core.names.ordinary import is_other_phrase
from core.names.trie import Match, NameTrie
from core.names.words import Words

_SURE = 0.6
_PARTICLES_OF_SURNAMES = frozenset("ال بن ابو دي فان فون دو لا لو ولد".split())

_ORDINALS = frozenset("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن الابن الاب".split())


def agree(words: Words, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The names without single words tagged otherwise than the longer name they are part of.

    They come back by ``spread``, with the type of the longer name.
    """
    types: dict[str, str] = {}
    for candidate in chosen:
        if candidate.type == "PER" and candidate.last - candidate.first > 1:
            types[words.texts[candidate.last - 1]] = candidate.type
    return [
        candidate
        for candidate in chosen
        if not (
            candidate.rule == "tagger"
            or (candidate.rule == "gazetteer" and candidate.type == "ORG")
        )
        or candidate.last - candidate.first > 1
        or types.get(words.texts[candidate.first], candidate.type) == candidate.type
    ]


def spread(words: Words, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Further occurrences of the chosen names, where no name was found yet."""
    taken = {index for c in chosen for index in range(c.first, c.last)}
    sources: dict[tuple[str, ...], Candidate] = {}  # of a form, the first that stands for it
    for candidate in chosen:
        if candidate.score >= _SURE:
            for form in _forms(words, candidate):
                sources.setdefault(form, candidate)
    trie: NameTrie[Candidate] = NameTrie()
    for form, candidate in sources.items():
        trie.add(form, candidate)
    for match in trie.find(words):
        if any(index in taken for index in range(match.first, match.last)):
            continue
        source = match.values[0]
        if match.last == match.first + 1 and not _may_stand_alone(words, match, source):
            continue
        whole = match.last - match.first == source.last - source.first
        yield Candidate(
            match.first,
            match.last,
            match.cut,
            source.type,
            "propagated",
            round(source.score * 0.95, 3),
            forms=source.forms if whole else (),
        )


def _forms(words: Words, candidate: Candidate) -> Iterator[tuple[str, ...]]:
    first = words.texts[candidate.first]
    head = without_proclitics(first, candidate.cut)
    parts = (head, *words.texts[candidate.first + 1 : candidate.last])
    yield parts
    if candidate.bare and len(parts) > candidate.bare:
        yield parts[candidate.bare :]
    if candidate.type != "PER" or len(parts) < 2:
        return
    if parts[-1] not in COMPOUND_ENDS | _ORDINALS and parts[-2] != "بن":
        yield parts[-1:]
    if parts[-2] in _PARTICLES_OF_SURNAMES or parts[-1] in COMPOUND_ENDS:
        yield parts[-2:]
    if len(parts) > 2:
        yield (parts[0], parts[-1])
    if parts[0] not in lexicon.word_set("names_and_words.txt"):
        yield parts[:1]


def _may_stand_alone(words: Words, match: Match[Candidate], source: Candidate) -> bool:
    """Whether one word may stand for the name: no ordinary word, no part of another name."""
    text = words.texts[match.first][match.cut :]
    if match.first in words.unnamed or is_other_phrase(words, match.first):
        return False
    if len(text) < 3 or text in PARTICLES or text in lexicon.demonyms():
        return False
    if is_common(words.texts[match.first]) or text in lexicon.word_map("titles.tsv"):
        return False
    is_doubtful = bool(source.forms) and all(form.is_ambiguous for form in source.forms)
    if source.type == "LOC" and is_doubtful and not is_placed(words, match):
        return False
    if source.type != "PER":
        is_date = match.first > 0 and words.texts[match.first - 1].isdigit()
        return not (is_date and source.type == "ORG")
    after = match.first + 1
    if after < len(words) and words.plain[after] and is_given(text):
        following = words.texts[after]
        if is_name_word(following) or following in PARTICLES:
            return False
    before = match.first - 1
    if before >= 0 and words.plain[match.first] and not match.cut:
        return not is_given(words.texts[before])
    return True
