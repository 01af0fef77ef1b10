"""Organisations by their head nouns: "وزارة الخارجية الأميركية", "حزب العمال", "شركة غوغل".

Three patterns: a definite institution with the adjective of a country ("الحكومة اليمنية"); the
same in construct with a country or a leader ("حكومة اليمن", "إدارة ترامب"); and a head noun with
its complement, as far as definite words, linked nouns and foreign names go.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.gazetteer import Form
from core.names.known import is_other_phrase
from core.names.morphology import COMPOUND_STARTS, is_adjective, is_common, is_definite, is_given
from core.names.persons import name_end
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

_MAX_WORDS = 7
_SCORES = {"strong": 0.85, "medium": 0.72, "weak": 0.6}
_MINISTERS = frozenset("وزير وزيره وزيري لوزير ووزير وزراء".split())
_MEDIA = frozenset("وكاله صحيفه جريده مجله قناه اذاعه دار محطه".split())
_BEFORE_SOURCES = frozenset("مع عن عبر نقلت ونقلت بحسب وبحسب حسب وفق ل الي".split())
_MASCULINE = frozenset("الاحمر العام العالي الاعلي الشامل الداءم الحر".split())
_OF_PURPOSES = frozenset("المشتركه المحليه العامه المتحده الوطنيه الدوليه".split())
_FIELDS = frozenset("السياحيه الاثريه".split())
_PAIRS = frozenset(
    [(word, "العام") for word in "المدعي الناءب الادعاء الامن".split()]
    + [(word, "المشتركه") for word in "الاركان القوات العمليات".split()]
)
_OF_PLACES = frozenset("جامعه بلديه محكمه مستشفي نيابه اكاديميه بورصه مرصد".split())
_TRADES = frozenset("للنشر للانباء للطباعه للاعلام للاخبار للصحافه للانتاج".split())
_NO_NAMES_OF_MEDIA = frozenset(
    "اخبار برامج افلام موسيقي سفر فضاء اعلان اعلانات سياحه ايتام عرض ازياء رعايه".split()
)
_OPENING = frozenset("\"«“'")


def find_organisations(words: Words, known: dict[int, Match[Form]]) -> Iterator[Candidate]:
    """Organisations by pattern; ``known`` holds the gazetteer's matches by first word."""
    for index, text in enumerate(words.texts):
        found = _head(text)
        if found is not None:
            candidate = _at_head(words, index, known, *found)
            if candidate is not None:
                yield candidate


@lru_cache(1 << 16)
def _head(text: str) -> tuple[str, int] | None:
    """The head noun a word is, and how many letters before it are proclitics."""
    for reading in readings(text):
        for name in ("institutions.tsv", "org_heads.tsv"):
            if reading.rest in lexicon.word_map(name):
                return reading.rest, reading.cut
        if reading.rest in lexicon.word_set("institution_heads.txt"):
            return reading.rest, reading.cut
    return None


def _at_head(
    words: Words, index: int, known: dict[int, Match[Form]], head: str, cut: int
) -> Candidate | None:
    """The organisation that the head noun at ``index`` starts, by the first pattern that fits."""
    institutions = lexicon.word_map("institutions.tsv")
    if head in institutions:
        is_office = index and words.plain[index] and words.texts[index - 1] in _MINISTERS
        if is_office or not _has_demonym(words, index + 1, institutions[head][0]):
            return None
        return Candidate(index, index + 2, cut, "ORG", "institution", 0.9)
    if head in lexicon.word_set("institution_heads.txt") and _is_power(known, words, index + 1):
        return Candidate(index, known[index + 1].last, cut, "ORG", "institution-of", 0.88)
    if head not in lexicon.word_map("org_heads.tsv"):
        return None
    if is_other_phrase(words, index) or _is_office_in(words, index, head):
        return None
    strength, label = lexicon.word_map("org_heads.tsv")[head]
    last, is_foreign = _extent(words, index, known)
    if head in _MEDIA:
        last = _medium_end(words, index, last)
    is_sort = head in _MEDIA or (strength != "weak" and is_definite(head))
    is_told = is_sort and _tells_purpose(words, index + 1, last)
    if last == index + 1 or (strength == "weak" and not (is_foreign or is_told)):
        return None
    strength = "strong" if is_told else strength
    score, rule = _SCORES[strength], "org-head"
    if head in lexicon.word_map("honoured_heads.tsv") and _is_surely_person(known.get(index + 1)):
        score, rule, last = 0.97, "honoured", _purpose_end(words, last)
    if head in _OF_PLACES and _is_surely_place(known.get(index + 1)):
        score, rule = 0.9, "institution-of"
    is_quoted = bool(_OPENING & set(words.gaps[index + 1]))
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


def _purpose_end(words: Words, last: int) -> int:
    """The end of what follows a name and says what the body is for: "للأعمال الإنسانية"."""
    if last < len(words) and words.plain[last] and words.texts[last].startswith("لل"):
        last += 1
        if last < len(words) and words.plain[last] and is_definite(words.texts[last]):
            last += words.texts[last].endswith("ه")
    return last


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


def _extent(words: Words, head: int, known: dict[int, Match[Form]]) -> tuple[int, bool]:
    """Where the name that ``head`` starts ends, and whether it holds a foreign name.

    The end is ``head + 1`` when what follows makes no name.
    """
    texts = words.texts
    at, settled, foreign = head + 1, head + 1, False
    is_definite_head = is_definite(texts[head])
    if at < len(words) and words.joined[at] and _OPENING & set(words.gaps[at]):
        return _quoted(words, at), True
    while at < len(words) and at - head < _MAX_WORDS and words.joined[at]:
        word = texts[at]
        if not words.plain[at] and words.gaps[at] != "-":
            break
        match = known.get(at)
        if _ends_name(texts, at) or (word.startswith("لل") and _is_bare(texts, head, at)):
            break
        is_adjective = is_definite_head and word in lexicon.demonyms()
        is_name = match is not None and not (match.cut or is_adjective or _is_doubtful(match))
        if match is not None and is_name and settled == head + 1:
            foreign = True
            at = settled = match.last
            break
        if is_definite(word):
            at += 1
            if not is_definite_head or word not in lexicon.demonyms() or settled > head + 1:
                settled = at
        elif _is_purpose(word) and is_definite_head:
            at += 1
        elif settled > head + 1 and _is_further_field(texts, at):
            at += 2
            settled = at
        elif word.startswith("وال") and settled > head + 1:
            if word[1:] not in lexicon.word_set("org_fields.txt"):
                break
            at += 1
            settled = at
        elif settled > head + 1:
            break
        elif word in lexicon.word_set("org_links.txt"):
            at += 1
        elif word in COMPOUND_STARTS and at + 1 < len(words) and words.plain[at + 1]:
            foreign = True
            at = settled = at + 2
            break
        elif not is_definite_head and _may_be_foreign(word):
            foreign = True
            at = settled = _foreign_end(words, at)
            if _is_clubs_town(words, head, at, known):
                at = settled = at + 1
            break
        else:
            break
    return settled, foreign


def _is_doubtful(match: Match[Form]) -> bool:
    """Whether the known name is an ordinary word with the article: "وزارة الشباب" is no club's."""
    return all(form.is_ambiguous and form.type == "ORG" for form in match.values)


@lru_cache(1 << 16)
def _may_be_foreign(word: str) -> bool:
    """Whether a word without article may be a name that a head noun takes: "شركة غوغل"."""
    is_known_word = is_common(word) or is_adjective(word) or word in lexicon.demonyms()
    if is_known_word or word in lexicon.word_set("seldom_names.txt"):
        return False
    return _head(word) is None


def _is_further_field(texts: tuple[str, ...], at: int) -> bool:
    """Whether a field of two words follows: "هيئة الاتصالات وتقنية المعلومات"."""
    links = lexicon.word_set("org_links.txt")
    after = texts[at + 1] if at + 1 < len(texts) else ""
    return texts[at][0] == "و" and texts[at][1:] in links and is_definite(after)


def _is_bare(texts: tuple[str, ...], head: int, at: int) -> bool:
    """Whether a word with لل says nothing of a body: it has no name yet, or is a ministry."""
    return at == head + 1 or texts[head].endswith("وزاره")


def _ends_name(texts: tuple[str, ...], at: int) -> bool:
    """Whether the word is never part of a name, or does not go with the purpose before it.

    "للمياه المشتركة" goes on, "لتنمية المرافئ" is whole but for an adjective.
    """
    word = texts[at]
    is_link = not texts[at - 2].startswith("لل") and _is_purpose(texts[at - 2])
    of_purpose = texts[at - 1].startswith("لل")
    if word.startswith("وال"):
        return False
    if (is_link or of_purpose) and not word.endswith(("ه", "ي")) and word not in _MASCULINE:
        return True
    if word in lexicon.word_set("stop_words.txt"):
        return True
    if word in _FIELDS or (texts[at - 1].removeprefix("و"), word) in _PAIRS:
        return False
    if texts[at - 2].endswith("وزاره") and is_definite(word) and not word.endswith(("ه", "ي")):
        return True
    is_own = of_purpose and word in _OF_PURPOSES
    return word in lexicon.word_set("name_enders.txt") and not is_own


def _is_purpose(word: str) -> bool:
    """Whether the word says with ل what a body is for: "للنشر", "لتنمية"."""
    if word.startswith("لل"):
        return len(word) > 4
    return word[0] == "ل" and word[1:] in lexicon.word_set("org_links.txt")


def _tells_purpose(words: Words, first: int, last: int) -> bool:
    """Whether a name of these words says what the body is for: "الهيئة ... لتنمية المرافئ"."""
    return any(_is_purpose(words.texts[at]) for at in range(first + 1, last))


def _medium_end(words: Words, head: int, last: int) -> int:
    """The end of an agency's, a paper's or a publisher's name, which may be any noun.

    "وكالة قوافل", "إذاعة أثير الساحل", "دار مرايا للنشر"; but no adjective ("صحيفة محلية") and no
    noun with its complement ("وكالة حماية البيئة").
    """
    texts, plain = words.texts, words.plain
    at = head + 1
    is_called = last == at and at < len(words) and plain[at] and _may_be_called(texts[at])
    if is_called and (texts[head].endswith("وكاله") or _is_source(words, head)):
        follows = at + 1 < len(words) and plain[at + 1]
        if follows and is_definite(texts[at + 1]) and not texts[at + 1].startswith("لل"):
            return last
        last = at + 1
    if last == at + 1 and last < len(words) and plain[last]:
        word = texts[last]
        is_masculine = is_definite(word) and not word.endswith("ه")
        if word in _TRADES or (is_masculine and not _is_no_part(word) and not is_common(texts[at])):
            last += 1
    return last


def _is_source(words: Words, head: int) -> bool:
    """Whether a medium stands where one is quoted: "ونقلت إذاعة نسيم", "في اتصال مع قناة مرايا"."""
    before = words.texts[head - 1] if head else ""
    if words.texts[head][0] == "ل" or before in _BEFORE_SOURCES:
        return True
    return before in lexicon.word_set("speech_verbs.txt")


def _is_office_in(words: Words, index: int, head: str) -> bool:
    """Whether the head is what runs another body: "إدارة نادي النصر" is the club's."""
    after = index + 1
    return (
        head in ("اداره", "رءاسه")
        and after < len(words)
        and words.texts[after] in ("نادي", "النادي", "فريق", "شركه", "مجلس", "جامعه")
    )


@lru_cache(1 << 14)
def _may_be_called(word: str) -> bool:
    """Whether a common noun may be the name of a medium: none that says which medium it is."""
    if is_definite(word) or len(word) < 4 or word.endswith("ه") or word in _NO_NAMES_OF_MEDIA:
        return False
    stop = lexicon.word_set("stop_words.txt") | lexicon.word_set("org_links.txt")
    return word not in stop and word in lexicon.clustered() and not _is_no_part(word)


def _is_no_part(word: str) -> bool:
    return (
        word in lexicon.demonyms()
        or word in lexicon.word_set("name_enders.txt")
        or word in lexicon.word_map("titles.tsv")
    )


def _is_clubs_town(words: Words, head: int, at: int, known: dict[int, Match[Form]]) -> bool:
    """Whether the word after a club's name is its town: "نادي شراع طنجة"."""
    match = known.get(at)
    if match is None or match.cut or match.last > at + 1 or not words.plain[at]:
        return False
    is_club = words.texts[head].endswith(("نادي", "فريق"))
    return is_club and any(f.type == "LOC" and not f.is_ambiguous for f in match.values)


def _foreign_end(words: Words, at: int) -> int:
    last = at + 1
    while last < len(words) and last - at < 3 and words.plain[last]:
        word = words.texts[last]
        if is_common(word) or is_definite(word) or word.startswith("و") or len(word) < 3:
            break
        if is_given(word) and name_end(words, last, known_first=True) > last + 1:
            break
        if word not in lexicon.name_tokens():
            break
        last += 1
    return last


def _quoted(words: Words, at: int) -> int:
    """The end of a name in quotation marks that opens before word ``at``: at most six words."""
    last = at + 1
    while last < len(words) and last - at < 6:
        gap = words.gaps[last]
        if set(gap) & set("\"»”'"):
            return last
        if not words.joined[last]:
            return last
        last += 1
    return at
