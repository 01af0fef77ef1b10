"""The source chain: the media through which words came, found beside a cue or in a frame.

"قال مسؤول لرويترز", "في مقابلة مع قناة …", "نقلتها وكالة …", "أوردته شبكة …". Social platforms are
no link: the speaker wrote there himself; nor is the outlet that published the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ChainLink
from core.quotes.lexicon import folded, words
from core.quotes.media import is_own, media_at, outlet_key
from core.quotes.mentions import clean_name
from core.quotes.named_media import PLATFORMS, is_speech, mark_end, read_medium
from core.quotes.nouns import bare, is_head, is_source_head
from core.quotes.report import Scene
from core.quotes.resolve import Source
from core.quotes.venues import is_title, is_told, lead_at, opens_venue
from core.quotes.verbal import is_verbal_noun

_BELONGING = folded("تابع تابعة رسمي رسمية مملوك مملوكة ممثل ممثلة مصنع مصنعة مشغل مشغلة إعلامي")
_VENUE_REACH, _BEFORE, _AFTER, _OPENING = 10, 30, 16, 3
# Verbs whose object is whom one told.
_TELLING = folded("أبلغ أخبر أعلم")


def find_via(
    scene: Scene, begin: int, end: int, *, source: Source | None = None
) -> tuple[ChainLink, ...]:
    """The media between words ``begin`` and ``end``, where it is told how ``source`` spoke."""
    return _others(scene, _links(scene, begin, end, strict=False), source)


def find_told(
    scene: Scene,
    cue: int,
    gate: int,
    *,
    source: Source | None,
    before: int,
    after: int | None,
    lemma: str,
) -> tuple[ChainLink, ...] | None:
    """The media ``source`` spoke to, as told between cue and gate, else before or after.

    ``before`` is the first word that may tell of the occasion ("وفي مقابلة مع قناة …، قال") and
    ``after`` the first behind what was said ("… في تصريح لوكالة …"). ``None`` when no medium is
    named; empty when it is the outlet itself, save for a source without a name.
    """
    links = _links(scene, cue + 1, gate, strict=False, as_object=lemma in _TELLING)
    links = links or _links(scene, max(before, cue - _BEFORE), cue, strict=True)
    if not links and after is not None:
        links = _links(scene, after, _next_verb(scene, after), strict=True)
    return _others(scene, links, source) if links else None


def _next_verb(scene: Scene, after: int) -> int:
    """The next verb of speech behind what was said, or the reach: what follows is another's."""
    items = scene.sentence.words
    end = min(len(items), after + _AFTER)
    return next((n for n in range(after, end) if is_speech(items[n])), end)


def _others(
    scene: Scene, links: Sequence[ChainLink], source: Source | None
) -> tuple[ChainLink, ...]:
    """The links that are not the outlet itself; whom the nameless told is told even of it.

    An interview is no link in the outlet's own report of it. That a source without a name spoke
    to this outlet and not to all is what a reader has to go by.
    """
    if source is not None and source.kind == "unnamed":
        return tuple(links)
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
        if not (venue or media_at(items, at + 1) or _is_spoken_to(scene, at, begin)):
            return None
        return _marked_link(scene, at + 1, mark_end(items, at + 1, end))
    lead = lead_at(items, at, begin, end, venue)
    if lead is None:
        return None
    start, cut = lead
    return None if _is_place(scene, start) else read_medium(scene, start, end, cut)


def _is_spoken_to(scene: Scene, at: int, begin: int) -> bool:
    """Whether ل may lead to an unlisted medium: behind the cue, a person, a comma or a source.

    Elsewhere it says whose something is ("الجهاز الفني لـ«الديوك»").
    """
    items = scene.sentence.words
    if at == begin or items[at].after_comma or scene.reader.is_person(items[at - 1]):
        return True
    return any(is_head(word.text, "unnamed") for word in items[max(begin, at - 3) : at])


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
    if any(bare(word.text) in PLATFORMS for word in items[begin:end]):
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
