"""News media: which words name one, under which name its aliases meet, whether it is the outlet.

A medium is a listed name (رويترز، ABC) or a head noun with its name (وكالة، صحيفة، قناة …). The
same nouns head other things (وكالة الفضاء، موقع الحادث، شبكة الكهرباء), which are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from core.quotes.flow import Word
from core.quotes.lexicon import folded, table, words
from core.quotes.nouns import bare
from core.text.fold import fold_key

LONGEST_NAME = 5
"""Words: the longest listed name has four, a head noun may stand before it."""
SITE = fold_key("موقع")
# وكالة الاستخبارات، شبكة الكهرباء، برنامج الأغذية: heads of media that name others here.
_NO_MEDIA = folded(
    "استخبارات مخابرات فضاء طاقة أمن تنمية غوث حماية كهرباء ذرية أدوية أغذية بناء حادث هجوم حكم "
    "قطارات تجسس أثري نووي دولية أوروبية وطنية أممي إصلاح عمل رياضي توليد وقود محطات حفر رعاية "
    "إغاثة سفر حكومية تصنيف موديز فيتش ستاندرد ناسا قطار مترو حافلات مياه صرف علاقات مواصلات طرق "
    "دبلوماسية دبلوماسي رسمية سويس اتصال اتصالات مالية عسكري عسكرية انفجار تحطم سقوط معركة حدث "
    "تصوير ضغط تهريب إرهابية إجرامية دعارة حقوقية توصيل نقل تحلية تواصل جريمة حريق احتجاز مباراة "
    "تشغيل توزيع فضائية وكلاء تخزين نفطية مراقبة مبيعات متاجر تعاون معلومات بلاد اجتماعي أمازون "
    "تابعة الاجتماعي رقابة ترويج إعلان تجارية عقارية متخصصة حدودية بحث الأبحاث استثمار ائتمان"
)
# What a site for news is called; others (موقع المصنع) are places.
_SITE_WORDS = folded("رسمي إلكتروني إخباري الكتروني إعلامي بالإنترنت إنترنت")
# Of the words above, those that do follow the name of a medium: الوكالة الرسمية، القناة الفضائية.
_AFTER_ARTICLE = folded("رسمية وطنية فضائية حكومية")
_UN = fold_key("أمم")
# هيئة الإذاعة البريطانية: a body whose name says that it broadcasts.
_CENTRE, _MEDIA = fold_key("مركز"), fold_key("إعلامي")
_BODY, _BROADCASTING = fold_key("هيئة"), folded("إذاعة بث تلفزيون")


@cache
def media_names() -> dict[tuple[str, ...], str]:
    """Folded words of every known media name and alias, with the shown name."""
    names: dict[tuple[str, ...], str] = {}
    for row in table("media"):
        aliases = row[2].split("|") if len(row) > 2 else []
        for alias in (row[0], *aliases):
            key = tuple(fold_key(alias.replace(".", " ")).split())
            names[key] = row[0]
            names[tuple(part.lower() for part in key)] = row[0]
    return names


@cache
def _sorts() -> dict[str, frozenset[str]]:
    """The head nouns by which each listed medium may be called (الوكالة، الصحيفة)."""
    return {row[0]: folded(row[1]) for row in table("media") if len(row) > 1}


def media_at(items: Sequence[Word], at: int, cut: int = 0) -> int:
    """The number of words that name a medium at word ``at``; 0 when none does.

    Either a known name, or a head noun (وكالة، صحيفة، قناة), which counts as one.
    """
    first = items[at].text[cut:]
    if cut and items[at].text[cut - 1 :].startswith("لل"):
        first = "ا" + first
    if not _may_open(first):
        return 0
    parts = (first, *(word.text for word in items[at + 1 : at + LONGEST_NAME]))
    if bare(first) == SITE and at + 1 < len(items) and items[at + 1].mark >= 0:
        return 1
    return _media_length(parts)


@lru_cache(maxsize=1 << 16)
def _may_open(word: str) -> bool:
    """Whether a medium's name can begin with the word: most words are turned away here."""
    key = bare(word)
    if key in words("heads_media") or key in (_BODY, _CENTRE):
        return True
    return not _first_words().isdisjoint((key, word, word.lower()))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name in media_names())


def is_broadcasting(text: str) -> bool:
    """Whether a word joins a broadcaster's name: هيئة الإذاعة والتلفزيون."""
    return text[:1] == "و" and bare(text[1:]) in _BROADCASTING


def is_inside_name(items: Sequence[Word], at: int) -> bool:
    """Whether a word is inside a listed name that begins before it: إن of "سي إن إن"."""
    for begin in range(max(0, at - LONGEST_NAME + 1), at + 1):
        if not _may_open(items[begin].text):
            continue
        length = known_name(tuple(word.text for word in items[begin : begin + LONGEST_NAME]))
        if length > max(1, at - begin):
            return True
    return False


@lru_cache(maxsize=1 << 14)
def known_name(parts: tuple[str, ...]) -> int:
    """How many of the folded words ``parts`` make up a listed name; 0 when they open with none."""
    lowered = tuple(part.lower() for part in parts[:LONGEST_NAME])
    for length in range(len(lowered), 0, -1):
        key = lowered[:length]
        if key in media_names() or (bare(key[0]), *key[1:]) in media_names():
            return length
    return 0


@lru_cache(maxsize=1 << 14)
def _media_length(parts: tuple[str, ...]) -> int:
    length = known_name(parts)
    head = bare(parts[0])
    if len(parts) > 1 and (
        (head == _BODY and bare(parts[1]) in _BROADCASTING)
        or (head == _CENTRE and bare(parts[1]) == _MEDIA)
    ):
        return 1
    if length or head not in words("heads_media"):
        return length
    if len(parts) == 1:
        return 1
    if head == SITE:
        return 1 if _is_site(parts) else 0
    if bare(parts[1]) == _UN:
        return 0 if head == fold_key("وكالة") else 1
    if bare(parts[1]) in _NO_MEDIA:
        named = parts[0].startswith("ال") and parts[1].startswith("ال")
        return 1 if named and bare(parts[1]) in _AFTER_ARTICLE else 0
    return 1


def _is_site(parts: tuple[str, ...]) -> bool:
    """Whether موقع heads the name of a site of the net, not of a place."""
    if any(bare(part) in _SITE_WORDS for part in parts[1:4]) or known_name(parts[1:]):
        return True
    follows = parts[1]
    if parts[0].startswith("ال"):
        return follows.startswith("ال") and follows.endswith(("ي", "يه"))
    return not follows.startswith("ال") and bare(follows) not in _NO_MEDIA


@lru_cache(maxsize=1 << 12)
def sorts_of(name: str) -> frozenset[str]:
    """The folded head nouns by which a medium may be called again: its own, or its sort's."""
    parts = fold_key(name.replace(".", " ")).lower().split()
    heads = {bare(part) for part in parts[:1]} & words("heads_media")
    for begin in range(len(parts)):
        length = known_name(tuple(parts[begin:]))
        if length:
            key = tuple(parts[begin : begin + length])
            shown = media_names().get(key) or media_names()[(bare(key[0]), *key[1:])]
            return _sorts().get(shown, frozenset()) | heads
    return frozenset(heads)


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether a medium is the outlet that published the article itself."""
    parts = set(outlet_key(name).split())
    return any(parts <= set(other.split()) or parts >= set(other.split()) for other in own if other)


@lru_cache(maxsize=1 << 12)
def outlet_key(name: str) -> str:
    """A medium under the listed name for its aliases, folded, else its own name folded."""
    parts = tuple(fold_key(name.replace(".", " ")).lower().split())
    for begin in range(len(parts)):
        for end in range(len(parts), begin, -1):
            if parts[begin:end] in media_names():
                return fold_key(media_names()[parts[begin:end]])
    return " ".join(parts)


@lru_cache(maxsize=1 << 12)
def is_medium(name: str) -> bool:
    """Whether a speaker's name is that of a news medium."""
    parts = fold_key(name).split()
    return bool(parts) and _media_length(tuple(parts)) > 0
