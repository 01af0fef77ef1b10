"""Organisations by their head nouns: "وزارة الخارجية الأميركية", "حزب العمال", "شركة غوغل".

Three patterns: a definite institution with the adjective of a country ("الحكومة اليمنية"); the
same in construct with a country or a leader ("حكومة اليمن", "إدارة ترامب"); and a head noun with
its complement, as far as definite words, linked nouns and foreign names go.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.names import lexicon
from core.names.body_runs import (
    OPENING,
    head_of,
    medium_end,
    name_extent,
    purpose_end,
    tells_purpose,
)
from core.names.candidates import Candidate
from core.names.gazetteer import Form
from core.names.morphology import is_definite
from core.names.ordinary import is_other_phrase
from core.names.trie import Match
from core.names.words import Words

_SCORES = {"strong": 0.85, "medium": 0.72, "weak": 0.6}
_MINISTERS = frozenset("وزير وزيره وزيري لوزير ووزير ووزيره وزراء".split())
_MEDIA = frozenset("وكاله صحيفه جريده مجله قناه اذاعه دار محطه".split())
_BRANCHES = {
    "الجيش": frozenset({"الوطني", "الفدرالي"}),
    "القوات": frozenset("المسلحه الجويه البحريه البريه الخاصه".split()),
    "الحكومه": frozenset("الاتحاديه الفدراليه الفيدراليه الانتقاليه".split()),
    "الشرطه": frozenset("الوطنيه الاتحاديه الفدراليه الفيدراليه".split()),
    "الاستخبارات": frozenset("العسكريه الخارجيه المركزيه".split()),
    "المخابرات": frozenset("العامه العسكريه المركزيه".split()),
}
_OF_PLACES = frozenset("جامعه بلديه محكمه مستشفي نيابه اكاديميه بورصه مرصد".split())


def find_organisations(words: Words, known: dict[int, Match[Form]]) -> Iterator[Candidate]:
    """Organisations by pattern; ``known`` holds the gazetteer's matches by first word."""
    for index, text in enumerate(words.texts):
        found = head_of(text)
        if found is not None:
            candidate = _at_head(words, index, known, *found)
            if candidate is not None:
                yield candidate


def _at_head(
    words: Words, index: int, known: dict[int, Match[Form]], head: str, cut: int
) -> Candidate | None:
    """The organisation that the head noun at ``index`` starts, by the first pattern that fits."""
    institutions = lexicon.word_map("institutions.tsv")
    if head in institutions:
        is_office = index and words.plain[index] and words.texts[index - 1] in _MINISTERS
        gender = institutions[head][0]
        last = index + 1 + _is_branch(words, index + 1, head)
        if is_office or not _has_demonym(words, last, gender):
            return None
        return Candidate(index, last + 1, cut, "ORG", "institution", 0.9)
    if head in lexicon.word_set("institution_heads.txt") and _is_power(known, words, index + 1):
        if index and words.plain[index] and words.texts[index - 1] in _MINISTERS:
            return None
        return Candidate(index, known[index + 1].last, cut, "ORG", "institution-of", 0.88)
    if head not in lexicon.word_map("org_heads.tsv"):
        return None
    if is_other_phrase(words, index) or _is_office_in(words, index, head):
        return None
    strength, label = lexicon.word_map("org_heads.tsv")[head]
    last, is_foreign = name_extent(words, index, known)
    if head in _MEDIA:
        last = medium_end(words, index, last)
    is_sort = head in _MEDIA or (strength != "weak" and is_definite(head))
    is_told = is_sort and tells_purpose(words, index + 1, last)
    if last == index + 1 or (strength == "weak" and not (is_foreign or is_told)):
        return None
    strength = "strong" if is_told else strength
    score, rule = _SCORES[strength], "org-head"
    if head in lexicon.word_map("honoured_heads.tsv") and _is_surely_person(known.get(index + 1)):
        score, rule, last = 0.97, "honoured", purpose_end(words, last)
    if head in _OF_PLACES and _is_surely_place(known.get(index + 1)):
        score, rule = 0.9, "institution-of"
    is_quoted = bool(OPENING & set(words.gaps[index + 1]))
    bare = 1 if label == "drop" or is_quoted else 0
    return Candidate(index, last, cut, "ORG", rule, score, bare)


def _is_surely_person(match: Match[Form] | None) -> bool:
    """Whether a known person of two names or more stands here: whom a foundation is named for."""
    if match is None or match.cut or match.last - match.first < 2:
        return False
    return any(form.type == "PER" and not form.is_ambiguous for form in match.values)


def _is_surely_place(match: Match[Form] | None) -> bool:
    """Whether a place of the lists stands here, whose university, court or council is meant."""
    if match is None or match.cut:
        return False
    return any(form.type == "LOC" and not form.is_ambiguous for form in match.values)


def _is_branch(words: Words, at: int, head: str) -> bool:
    """Whether an adjective that names the branch follows: "الجيش الوطني", "القوات الجوية"."""
    return at < len(words) and words.plain[at] and words.texts[at] in _BRANCHES.get(head, ())


def _has_demonym(words: Words, at: int, gender: str) -> bool:
    return (
        at < len(words)
        and words.joined[at]
        and words.texts[at].startswith("ال")
        and words.texts[at] in lexicon.demonyms()
        and words.texts[at].endswith("ه") == (gender == "f")
    )


def _is_power(known: dict[int, Match[Form]], words: Words, at: int) -> bool:
    """Whether a country or a person of the gazetteer starts here, with no proclitic."""
    match = known.get(at)
    if match is None or match.cut or not words.plain[at]:
        return False
    return any(
        form.type == "PER" or (form.entity_id.startswith("loc-") and len(form.entity_id) == 6)
        for form in match.values
        if not form.is_ambiguous or form.type == "LOC"
    )


def _is_office_in(words: Words, index: int, head: str) -> bool:
    """Whether the head is what runs another body: "إدارة نادي النصر" is the club's."""
    after = index + 1
    if head == "مجلس" and after + 1 < len(words) and words.texts[after] == "اداره":
        return head_of(words.texts[after + 1]) is not None
    if head == "اداره" and index and words.texts[index - 1].endswith("مجلس"):
        return True
    return (
        head in ("اداره", "رءاسه")
        and after < len(words)
        and words.texts[after] in ("نادي", "النادي", "فريق", "شركه", "مجلس", "جامعه")
    )
