"""What a medium is called where it is named, and which one الصحيفة stands for.

A name ends with a listed one, with its mark or bracket, or before what describes it ("صحيفة …
المقربة من …"). A bare head with its article is the medium of that sort named last; where none was,
the place, the grid and the stop (الموقع، الشبكة، المحطة) are no media at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ChainLink
from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.media import (
    LONGEST_NAME,
    is_broadcasting,
    known_name,
    media_at,
    outlet_key,
    sorts_of,
)
from core.quotes.mentions import clean_name
from core.quotes.nouns import bare
from core.quotes.report import Scene
from core.quotes.resolve import NamedMedium
from core.quotes.venues import is_staff
from core.text.fold import fold_key

PLATFORMS = folded(
    "تويتر فيسبوك فيس انستغرام إنستغرام يوتيوب تلغرام واتساب سناب تيك انستجرام إكس تواصل "
    "إنترنت ويب ماسنجر"
)
"""Where one speaks oneself: no link of a chain."""
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
# Words of names whose و is their own.
_OWN_WAW = folded("واي ويك وورلد ورلد ويكلي واشنطن وول وان ون ووركر ووتش")
_CARRYING = folded("نقل نشر بث أورد أذاع كشف كتب")
_NAME_WORDS, _RECENT = 4, 60
_ONE_BREATH = 40
"""Letters: two media named this close together are named as a pair."""


def read_medium(scene: Scene, at: int, limit: int, cut: int = 0) -> tuple[ChainLink, int] | None:
    """The medium named at word ``at`` as a link, and the number of the word after it."""
    items = scene.sentence.words
    if at < limit and is_staff(items[at].text[cut:]) and not media_at(items, at, cut):
        return read_medium(scene, at + 1, limit) if at + 1 < limit else None
    if at >= limit or not media_at(items, at, cut):
        return None
    end = _end(scene, at, limit, cut)
    if any(bare(word.text) in PLATFORMS for word in items[at:end]):
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
        return mark_end(items, begin, limit)
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
            return mark_end(items, end - 1, limit)
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
    joined = word.text[0] == "و" and at > begin and word.text not in _OWN_WAW
    if _verbs(word) or word.text in _ENDS_NAME or joined:
        return True
    return scene.reader.is_person(word) or (word.mark >= 0 and word.mark not in scene.reader.names)


def is_speech(word: Word) -> bool:
    """Whether the word is a verb of speech (تقول، نفى), not one of carrying (نشرت)."""
    return any(reading.cue.lemma not in _CARRYING for reading in _verbs(word))


def _verbs(word: Word) -> list[CueReading]:
    """The readings of a word as a finite verb of reporting in the third person."""
    if word.is_definite:
        return []
    return [
        reading
        for reading in read_cue(word.text)
        if reading.cue.is_finite and reading.cue.person == 3 and not reading.suffix
    ]


def mark_end(items: Sequence[Word], at: int, limit: int) -> int:
    """The word after the marked span that begins at word ``at``."""
    mark = items[at].mark
    while at < limit and items[at].mark == mark:
        at += 1
    return at


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
