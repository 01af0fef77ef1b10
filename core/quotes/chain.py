"""The source chain: the media through which words came, found beside a cue or in a frame.

"قال مسؤول لرويترز", "في مقابلة مع قناة …", "نقلتها وكالة …", "أوردته شبكة …". Social platforms
are no link: the speaker wrote there himself; nor is the outlet that published the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.model import ChainLink
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import folded, words
from core.quotes.media import is_own, media_at
from core.quotes.mentions import clean_name
from core.quotes.nouns import bare
from core.quotes.phrases import Reader
from core.text.fold import fold_key

_PASSED_ON = folded(
    "أوردته أوردتها أوردت نقلته نقلتها نقلها نقله نشرته نشرتها نشره نشرها بثته بثتها بثه بثها "
    "أوردها أورده أذاعته أذاعتها نشرت بثت نقلت حصلت تلقت تلقته وردت"
)
_WITH = folded("مع عبر على إلى من لدى")
_PLATFORMS = folded(
    "تويتر فيسبوك فيس انستغرام إنستغرام يوتيوب تلغرام واتساب سناب تيك انستجرام إكس التواصل "
    "الإنترنت الويب ماسنجر"
)


def read_medium(
    reader: Reader, sentence: Sentence, at: int, limit: int, cut: int = 0
) -> tuple[ChainLink, int] | None:
    """The medium named at word ``at`` as a link, and the number of the word after it."""
    items = sentence.words
    known = media_at(items, at, cut)
    if not known or at >= limit:
        return None
    end = at + known
    first = items[at].text[cut:]
    bare_first = bare("ا" + first if first.startswith("ل") and cut else first)
    if bare_first in words("heads_media"):
        end = _name_end(reader, sentence, at + 1, limit)
    if any(bare(w.text) in _PLATFORMS for w in items[at:end]):
        return None
    start = items[at].start + cut
    inside = [
        name.mention
        for name in reader.inside(start, items[end - 1].end)
        if name.mention.type == "ORG" and name.end >= items[end - 1].start
    ]
    span = reader.article.page.span(start, items[end - 1].end)
    name = clean_name(span.of(reader.article.source))
    if cut and items[at].text[cut - 1] == "ل" and items[at].text[cut:].startswith("ل"):
        name = "ا" + name
    entity = inside[0].entity_id if inside else None
    return ChainLink(name, span, entity), end


def _name_end(reader: Reader, sentence: Sentence, at: int, limit: int) -> int:
    """Where the name after وكالة، صحيفة … ends: at a mark's end, or after up to four words."""
    items = sentence.words
    if at < limit and items[at].mark >= 0 and items[at].mark in reader.names:
        mark = items[at].mark
        while at < limit and items[at].mark == mark:
            at += 1
        return at
    stop = min(limit, at + 4)
    begin = at
    while at < stop:
        word = items[at]
        if at > begin and not set(word.gap) <= set(' \u00a0-#"'):
            break
        if at == begin and any(char in "،.:" for char in word.gap):
            break
        if word.text in words("stop_prepositions") or word.text in words("time_words"):
            break
        if (
            word.text in _WITH
            or word.text == fold_key("في")
            or (word.text[0] == "و" and at > begin)
        ):
            break
        if word.mark >= 0 and word.mark not in reader.names:
            break
        at += 1
    return at


def find_via(
    reader: Reader, sentence: Sentence, begin: int, end: int, own: frozenset[str]
) -> tuple[ChainLink, ...]:
    """The media named between words ``begin`` and ``end`` as those the speaker spoke to."""
    items = sentence.words
    links: list[ChainLink] = []
    at = begin
    while at < end:
        text = items[at].text
        cut = 0
        covered = reader.around(items[at])
        if covered is not None and covered.type == "LOC":
            at += 1
            continue
        if text.startswith("ل") and len(text) > 1 and media_at(items, at, 1):
            cut = 1
        elif text == "ل" and at + 1 < end and _is_marked_name(reader, items, at + 1):
            stop = _mark_end(items, at + 1, end)
            link = _marked_link(reader, items, at + 1, stop)
            if link is not None and not is_own(link.name, own):
                links.append(link)
            at = stop
            continue
        elif text == "ل" and at + 1 < end and media_at(items, at + 1):
            at += 1
        elif not (at > begin and _leads_to_medium(items, at)):
            at += 1
            continue
        found = read_medium(reader, sentence, at, end, cut)
        if found is None:
            at += 1
            continue
        link, at = found
        if not is_own(link.name, own):
            links.append(link)
    return tuple(links)


def _is_marked_name(reader: Reader, items: Sequence[Word], at: int) -> bool:
    return items[at].mark >= 0 and items[at].mark in reader.names


def _mark_end(items: Sequence[Word], at: int, limit: int) -> int:
    mark = items[at].mark
    while at < limit and items[at].mark == mark:
        at += 1
    return at


def _marked_link(reader: Reader, items: Sequence[Word], begin: int, end: int) -> ChainLink | None:
    """قال زيد لـ"سكاي سبورتس": a name in marks that was spoken to."""
    if any(bare(word.text) in _PLATFORMS for word in items[begin:end]):
        return None
    span = reader.article.page.span(items[begin].start, items[end - 1].end)
    return ChainLink(clean_name(span.of(reader.article.source)), span)


def _leads_to_medium(items: Sequence[Word], at: int) -> bool:
    before = items[at - 1].text
    return bool(media_at(items, at)) and (before in _WITH_WHOM or before in _PASSED_ON)


_WITH_WHOM = folded("مع إلى")


def link_of(
    reader: Reader, sentence: Sentence, at: int, cut: int, own: frozenset[str]
) -> ChainLink | None:
    """The medium named at word ``at``, unless it is the outlet itself."""
    found = read_medium(reader, sentence, at, len(sentence.words), cut)
    return None if found is None or is_own(found[0].name, own) else found[0]
