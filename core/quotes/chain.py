"""The source chain: the media through which words came, found beside a cue or in a frame.

"قال مسؤول لرويترز", "في مقابلة مع قناة …", "نقلتها وكالة …", "أوردته شبكة …". A bare الصحيفة is the
paper named before. Social platforms are no link: the speaker wrote there himself; nor is the
outlet that published the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ChainLink
from core.quotes.cues import read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.media import (
    LONGEST_NAME,
    is_broadcasting,
    is_own,
    known_name,
    media_at,
    outlet_key,
    sorts_of,
)
from core.quotes.mentions import clean_name
from core.quotes.nouns import bare, is_head, is_source_head
from core.quotes.report import Scene
from core.quotes.resolve import NamedMedium
from core.quotes.venues import is_staff, is_title, is_told, lead_at, opens_venue
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

_PLATFORMS = folded(
    "تويتر فيسبوك فيس انستغرام إنستغرام يوتيوب تلغرام واتساب سناب تيك انستجرام إكس التواصل "
    "الإنترنت الويب ماسنجر"
)
# Words after which no name goes on: what they lead to tells of the medium, or of something else.
_ENDS_NAME = folded(
    "مع عبر على إلى من لدى في المقربة المقرب التابعة التابع المملوكة المملوك المرتبطة المرتبط "
    "الموالية الموالي بعنوان تحت الصادرة الصادر الناطقة الناطق التي الذي المتخصصة المتخصص المعارضة"
)
# Heads whose bare form is a medium only where one was named before: the place, the grid, the stop.
_OFTEN_OTHER = folded("موقع شبكة محطة قنوات فضائية")
_SELF = folded("نفسها نفسه ذاتها ذاته المذكورة المذكور")
# Heads that stand with an adjective of nationality for the one named before (الصحيفة البريطانية).
_WITH_ADJECTIVE = folded("صحيفة جريدة مجلة موقع قناة شبكة")
_ORDINALS = folded(
    "الأولى الثانية الثالثة الرابعة الخامسة الثانيه السابعة الثامنة العاشرة الرسمي الرسمية الوطنية "
    "الحكومية الحكومي"
)
_BELONGING = folded("تابع تابعة رسمي رسمية مملوك مملوكة ممثل ممثلة مصنع مصنعة مشغل مشغلة إعلامي")
_NAME_WORDS, _VENUE_REACH, _BEFORE, _AFTER = 4, 10, 30, 16
_OPENING = 3
_RECENT = 60
_ONE_BREATH = 40
"""Letters: two media named this close together are named as a pair."""
# Verbs whose object is whom one told.
_TELLING = folded("أبلغ أخبر أعلم")


# -- the name of a medium ----------------------------------------------------------------------


def read_medium(scene: Scene, at: int, limit: int, cut: int = 0) -> tuple[ChainLink, int] | None:
    """The medium named at word ``at`` as a link, and the number of the word after it."""
    items = scene.sentence.words
    if at < limit and is_staff(items[at].text[cut:]) and not media_at(items, at, cut):
        return read_medium(scene, at + 1, limit) if at + 1 < limit else None
    if at >= limit or not media_at(items, at, cut):
        return None
    end = _end(scene, at, limit, cut)
    if any(bare(word.text) in _PLATFORMS for word in items[at:end]):
        return None
    start = items[at].start + cut
    span = scene.article.page.span(start, items[end - 1].end)
    first = _first(items, at, cut)
    if _is_reference((first, *(word.text for word in items[at + 1 : end]))):
        meant = medium_meant(scene, bare(first), start)
        if meant is not None:
            return ChainLink(meant.name, span, meant.entity_id), end
        if bare(first) in _OFTEN_OTHER:
            return None
    inside = [
        name.mention
        for name in scene.reader.inside(start, items[end - 1].end)
        if name.mention.type == "ORG" and name.end >= items[end - 1].start
    ]
    name = clean_name(span.of(scene.article.source))
    if cut and items[at].text[cut - 1] == "ل" and items[at].text[cut:].startswith("ل"):
        name = "ا" + name
    return ChainLink(name, span, inside[0].entity_id if inside else None), end


def _first(items: Sequence[Word], at: int, cut: int) -> str:
    """The first word of a name without its proclitic, with the article that ل swallows."""
    first = items[at].text[cut:]
    return "ا" + first if cut and items[at].text[cut - 1 :].startswith("لل") else first


def _end(scene: Scene, at: int, limit: int, cut: int) -> int:
    """Where the name ends: at a listed name's last word, a mark's, or before what describes it."""
    items = scene.sentence.words
    length = media_at(items, at, cut)
    if length != 1 or known_name((_first(items, at, cut),)):
        return min(limit, at + length)
    begin = at + 1
    if begin < limit and items[begin].mark >= 0 and items[begin].mark in scene.reader.names:
        return _mark_end(items, begin, limit)
    if begin < limit and "(" in items[begin].gap:
        return _bracket_end(items, begin, limit)
    listed = known_name(tuple(word.text for word in items[begin : begin + LONGEST_NAME]))
    if listed and not any(char in "،,:;؛(" for char in items[begin].gap):
        return min(limit, _with_of_news(items, begin + listed))
    end = begin
    broadcaster = bare(_first(items, at, cut)) not in words("heads_media")
    while end < min(limit, begin + _NAME_WORDS):
        if broadcaster and is_broadcasting(items[end].text):
            end += 1
            continue
        if _breaks(scene, end, begin):
            break
        if end > begin and items[end - 1].is_definite and _is_indefinite(items[end]):
            break
        end += 1
        if items[end - 1].mark >= 0:
            return _mark_end(items, end - 1, limit)
    return end


def _bracket_end(items: Sequence[Word], begin: int, limit: int) -> int:
    """Where a name in brackets ends: قناة (سي.إن.إن. ترك); at once when they do not close."""
    for end in range(begin + 1, min(limit, begin + LONGEST_NAME + 1) + 1):
        if end == len(items) or ")" in items[end].gap:
            return end
    return begin


def _is_indefinite(word: Word) -> bool:
    """Whether a word cannot go on a name that has its article: no adjective of it."""
    return not word.is_definite and not word.text.startswith("لل") and not word.text.isascii()


def _with_of_news(items: Sequence[Word], end: int) -> int:
    """After a listed name: "رويترز للأنباء" is one name."""
    return end + 1 if end < len(items) and items[end].text == fold_key("للأنباء") else end


def _breaks(scene: Scene, at: int, begin: int) -> bool:
    word = scene.sentence.words[at]
    if at > begin and not set(word.gap) <= set(' \u00a0-#"'):
        return True
    if any(char in "،,.:;؛(" for char in word.gap):
        return True
    if word.text in words("stop_prepositions") or word.text in words("time_words"):
        return True
    if _is_verb(word) or word.text in _ENDS_NAME or (word.text[0] == "و" and at > begin):
        return True
    return scene.reader.is_person(word) or (word.mark >= 0 and word.mark not in scene.reader.names)


def _is_verb(word: Word) -> bool:
    """Whether a reporting verb follows the name: الصحيفة تقول."""
    return not word.is_definite and any(
        reading.cue.is_finite and reading.cue.person == 3 and not reading.suffix
        for reading in read_cue(word.text)
    )


def _mark_end(items: Sequence[Word], at: int, limit: int) -> int:
    mark = items[at].mark
    while at < limit and items[at].mark == mark:
        at += 1
    return at


# -- الصحيفة: the one named before --------------------------------------------------------------


def note_media(scene: Scene) -> None:
    """Remember the media the sentence names, for later references to them."""
    items = scene.sentence.words
    end = 0
    for at, word in enumerate(items):
        if at < end:
            continue
        cut = 0 if media_at(items, at) else 1
        if cut and (word.text[:1] not in "ولبف" or not media_at(items, at, 1)):
            continue
        around = scene.reader.around(word)
        if around is not None and around.type == "LOC":
            continue
        end = _end(scene, at, len(items), cut)
        parts = (_first(items, at, cut), *(other.text for other in items[at + 1 : end]))
        if _is_reference(parts) or (
            parts[0] != bare(parts[0]) and len(parts) == 1 and _is_head(parts)
        ):
            continue
        name = scene.reader.surface(word.start + cut, items[end - 1].end)
        scene.memory.media.append(
            NamedMedium(name, word.start, sorts_of(name), around.entity_id if around else None)
        )


def _is_head(parts: Sequence[str]) -> bool:
    return bare(parts[0]) in words("heads_media")


def _is_reference(parts: Sequence[str]) -> bool:
    """Whether the words are only a head with its article: الصحيفة، الصحيفة نفسها."""
    if not parts[0].startswith("ال") or not _is_head(parts) or len(parts) > 2:
        return False
    if len(parts) == 1 or parts[1] in _SELF:
        return True
    adjective = parts[1].startswith("ال") and parts[1].endswith(("ي", "يه"))
    return adjective and bare(parts[0]) in _WITH_ADJECTIVE and parts[1] not in _ORDINALS


def medium_meant(scene: Scene, head: str, before: int) -> NamedMedium | None:
    """The last medium named before a place in the text that may be called by the head noun.

    Of two named in one breath ("صحيفة … وصحيفة …") the one that was named before, else the first.
    """
    recent = scene.memory.media[-_RECENT:]
    fitting = [m for m in recent if m.start < before and head in m.sorts]
    if not fitting:
        return None
    last = fitting[-1]
    pair = [m for m in fitting if last.start - m.start <= _ONE_BREATH]
    keys = [outlet_key(m.name) for m in fitting]
    return max(pair, key=lambda m: (keys.count(outlet_key(m.name)), -m.start))


# -- links in a stretch of words ----------------------------------------------------------------


def find_via(scene: Scene, begin: int, end: int) -> tuple[ChainLink, ...]:
    """The media between words ``begin`` and ``end``, where it is told how one spoke."""
    return _others(scene, _links(scene, begin, end, strict=False))


def find_told(
    scene: Scene, cue: int, gate: int, *, before: int, after: int | None, lemma: str
) -> tuple[ChainLink, ...] | None:
    """The media one spoke to, as told between cue and gate, else before or after.

    ``before`` is the first word that may tell of the occasion ("وفي مقابلة مع قناة …، قال") and
    ``after`` the first behind what was said ("… في تصريح لوكالة …"). ``None`` when no medium is
    named; empty when it is the outlet itself.
    """
    links = _links(scene, cue + 1, gate, strict=False, as_object=lemma in _TELLING)
    links = links or _links(scene, max(before, cue - _BEFORE), cue, strict=True)
    if not links and after is not None:
        end = min(len(scene.sentence.words), after + _AFTER)
        links = _links(scene, after, end, strict=True)
    return _others(scene, links) if links else None


def _others(scene: Scene, links: Sequence[ChainLink]) -> tuple[ChainLink, ...]:
    """The links that are not the outlet itself."""
    return tuple(link for link in links if not is_own(link.name, scene.own))


def _links(
    scene: Scene, begin: int, end: int, *, strict: bool, as_object: bool = False
) -> tuple[ChainLink, ...]:
    """``strict``: only media that an occasion leads to count; ``as_object``: أبلغ زيد رويترز."""
    items = scene.sentence.words
    links: list[ChainLink] = []
    venue_until = -1
    at = begin
    while at < end:
        if not scene.is_open(at):
            at += 1
            continue
        if opens_venue(items, at, strict) and not (strict and _is_background(scene, at, begin)):
            venue_until = at + _VENUE_REACH
        found = None
        if not strict or at < venue_until:
            found = _link_at(scene, at, begin, end, venue=at < venue_until)
        if found is None and as_object and at > begin and is_told(items, at):
            found = read_medium(scene, at, end)
        if found is None:
            at += 1
            continue
        link, at = found
        links.append(link)
        if at < end and items[at].text[:1] == "و" and media_at(items, at, 1):
            also = read_medium(scene, at, end, 1)
            if also is not None:
                links.append(also[0])
                at = also[1]
    return tuple({link.name: link for link in links}.values())


def _is_background(scene: Scene, at: int, begin: int) -> bool:
    """Whether an occasion belongs to what a sentence tells beside: no comma or name before it."""
    items = scene.sentence.words
    first = at - 1 if at > begin else at
    if first - begin <= _OPENING or items[first].after_comma:
        return False
    return not scene.reader.is_person(items[first - 1])


def _link_at(
    scene: Scene, at: int, begin: int, end: int, *, venue: bool
) -> tuple[ChainLink, int] | None:
    items = scene.sentence.words
    if _is_place(scene, at):
        return None
    if items[at].text == "ل" and at + 1 < end and items[at + 1].mark in scene.reader.names:
        return _marked_link(scene, at + 1, _mark_end(items, at + 1, end))
    lead = lead_at(items, at, begin, end, venue)
    if lead is None:
        return None
    start, cut = lead
    return None if _is_place(scene, start) else read_medium(scene, start, end, cut)


def _is_place(scene: Scene, at: int) -> bool:
    """Whether the word is of a place's name (قناة السويس), save before a second head of media."""
    items = scene.sentence.words
    covered = scene.reader.around(items[at])
    if covered is None or covered.type != "LOC":
        return False
    return at + 1 >= len(items) or bare(items[at + 1].text) not in words("heads_media")


def _marked_link(scene: Scene, begin: int, end: int) -> tuple[ChainLink, int] | None:
    """قال زيد لـ"سكاي سبورتس": a name in marks that was spoken to."""
    items = scene.sentence.words
    if not media_at(items, begin):
        owned = begin > 1 and _is_owner(items[begin - 2].text)
        if owned or is_source_head(items[begin].text) or is_verbal_noun(items[begin].text):
            return None
    if any(bare(word.text) in _PLATFORMS for word in items[begin:end]):
        return None
    span = scene.article.page.span(items[begin].start, items[end - 1].end)
    return ChainLink(clean_name(span.of(scene.article.source)), span), end


def _is_owner(text: str) -> bool:
    """Whether ل after the word says whose it is: تقرير ل…، التابع ل…، المدير العام ل…"""
    if is_head(text, "document") or is_head(text, "organisation") or bare(text) in _BELONGING:
        return True
    return is_title(text)


def link_of(scene: Scene, at: int, cut: int) -> ChainLink | None:
    """The medium named at word ``at``, unless it is the outlet itself."""
    found = read_medium(scene, at, len(scene.sentence.words), cut)
    return None if found is None or is_own(found[0].name, scene.own) else found[0]


def joined(*parts: Sequence[ChainLink]) -> tuple[ChainLink, ...]:
    """Links one after the other, each medium once: the first place counts."""
    links: list[ChainLink] = []
    for link in (link for part in parts for link in part):
        if not any(is_own(link.name, frozenset({outlet_key(other.name)})) for other in links):
            links.append(link)
    return tuple(links)
