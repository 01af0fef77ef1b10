"""How far a body's name runs from its head noun: "حزب العدالة والتنمية", "وكالة قوافل للأنباء".

Definite words, linked nouns, what the body is for, foreign names and names in quotation marks are
followed; what ends a name (time, order, relative pronouns) is not. Which head nouns begin a name,
and how sure that is, is decided in ``organisations``.
"""

from __future__ import annotations

from functools import lru_cache

from core.names import lexicon
from core.names.gazetteer import Form
from core.names.morphology import COMPOUND_STARTS, is_adjective, is_common, is_definite, is_given
from core.names.name_runs import name_end
from core.names.trie import Match
from core.names.words import Words
from core.text.tokens import readings

_MAX_WORDS = 7
_MASCULINE = frozenset("الاحمر العام العالي الاعلي الشامل الداءم الحر".split())
_OF_PURPOSES = frozenset("المشتركه المحليه العامه المتحده الوطنيه الدوليه".split())
_FIELDS = frozenset("السياحيه الاثريه".split())
_TRADES = frozenset("للنشر للانباء للطباعه للاعلام للاخبار للصحافه للانتاج".split())
_TITLES = frozenset("السناتور السيناتور العقيد المقدم الراءد النقيب العماد الجنرال المهندس".split())
OPENING = frozenset("\"«“'")
_BEFORE_SOURCES = frozenset("مع عن عبر نقلت ونقلت بحسب وبحسب حسب وفق ل الي".split())
_PAIRS = frozenset(
    [(word, "العام") for word in "المدعي الناءب الادعاء الامن".split()]
    + [(word, "المشتركه") for word in "الاركان القوات العمليات".split()]
)
_NO_NAMES_OF_MEDIA = frozenset(
    "اخبار برامج افلام موسيقي سفر فضاء اعلان اعلانات سياحه ايتام عرض ازياء رعايه".split()
)


@lru_cache(1 << 16)
def head_of(text: str) -> tuple[str, int] | None:
    """The head noun a word is, and how many letters before it are proclitics."""
    for reading in readings(text):
        for name in ("institutions.tsv", "org_heads.tsv"):
            if reading.rest in lexicon.word_map(name):
                return reading.rest, reading.cut
        if reading.rest in lexicon.word_set("institution_heads.txt"):
            return reading.rest, reading.cut
    return None


def name_extent(words: Words, head: int, known: dict[int, Match[Form]]) -> tuple[int, bool]:
    """Where the name that ``head`` starts ends, and whether it holds a foreign name.

    The end is ``head + 1`` when what follows makes no name.
    """
    texts = words.texts
    at, settled, foreign = head + 1, head + 1, False
    is_definite_head = is_definite(texts[head])
    if at < len(words) and words.joined[at] and OPENING & set(words.gaps[at]):
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


def purpose_end(words: Words, last: int) -> int:
    """The end of what follows a name and says what the body is for: "للأعمال الإنسانية"."""
    if last < len(words) and words.plain[last] and words.texts[last].startswith("لل"):
        last += 1
        if last < len(words) and words.plain[last] and is_definite(words.texts[last]):
            last += words.texts[last].endswith("ه")
    return last


def tells_purpose(words: Words, first: int, last: int) -> bool:
    """Whether a name of these words says what the body is for: "الهيئة ... لتنمية المرافئ"."""
    return any(_is_purpose(words.texts[at]) for at in range(first + 1, last))


def medium_end(words: Words, head: int, last: int) -> int:
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


def _is_doubtful(match: Match[Form]) -> bool:
    """Whether the known name is an ordinary word with the article: "وزارة الشباب" is no club's."""
    return all(form.is_ambiguous and form.type == "ORG" for form in match.values)


@lru_cache(1 << 16)
def _may_be_foreign(word: str) -> bool:
    """Whether a word without article may be a name that a head noun takes: "شركة غوغل"."""
    is_known_word = is_common(word) or is_adjective(word) or word in lexicon.demonyms()
    if is_known_word or word in lexicon.word_set("seldom_names.txt"):
        return False
    return head_of(word) is None


def _is_further_field(texts: tuple[str, ...], at: int) -> bool:
    """Whether a field of two words follows: "هيئة الاتصالات وتقنية المعلومات"."""
    links = lexicon.word_set("org_links.txt")
    after = texts[at + 1] if at + 1 < len(texts) else ""
    return texts[at][0] == "و" and texts[at][1:] in links and is_definite(after)


def _is_bare(texts: tuple[str, ...], head: int, at: int) -> bool:
    """Whether a word with لل says nothing of a body: no name yet, a ministry, a club."""
    return at == head + 1 or texts[head].endswith(("وزاره", "نادي", "فريق"))


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
    if word in lexicon.word_set("stop_words.txt") or _is_told_with(word):
        return True
    if word in _FIELDS or (texts[at - 1].removeprefix("و"), word) in _PAIRS:
        return False
    if texts[at - 2].endswith("وزاره") and is_definite(word) and not word.endswith(("ه", "ي")):
        return True
    is_own = of_purpose and word in _OF_PURPOSES
    return word in lexicon.word_set("name_enders.txt") and not is_own


@lru_cache(1 << 14)
def _is_told_with(word: str) -> bool:
    """Whether the word is the title of who is told of with the body: "مجلس الشيوخ السناتور"."""
    return word in _TITLES


def _is_purpose(word: str) -> bool:
    """Whether the word says with ل what a body is for: "للنشر", "لتنمية"."""
    if word.startswith("لل"):
        return len(word) > 4
    return word[0] == "ل" and word[1:] in lexicon.word_set("org_links.txt")


def _is_source(words: Words, head: int) -> bool:
    """Whether a medium stands where one is quoted: "ونقلت إذاعة نسيم", "في اتصال مع قناة مرايا"."""
    before = words.texts[head - 1] if head else ""
    if words.texts[head][0] == "ل" or before in _BEFORE_SOURCES:
        return True
    return before in lexicon.word_set("speech_verbs.txt")


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
