"""Who passed words on: the agency that نقلت عن, the spokeswoman who speaks for another.

"نقلت وكالة … عن", "نقلت عنه صحيفة …", "كانت قناة … قد نقلت عن", "نقلت المتحدثة باسم زيد عنه". The
outlet's own man is no link, nor is a noun that names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.model import ChainLink
from core.quotes.conjugate import Gender, Number
from core.quotes.cues import CueReading, read_cue
from core.quotes.lexicon import folded
from core.quotes.media import is_own
from core.quotes.named_media import read_medium
from core.quotes.nouns import is_source_head
from core.quotes.phrases import Phrase
from core.quotes.referents import known
from core.quotes.report import Scene
from core.quotes.resolve import Source
from core.quotes.topics import sentence_subject
from core.quotes.venues import STAFF, names_medium
from core.text.fold import fold_key

_IN_NAME_OF, _SUBJECT_REACH = fold_key("باسم"), 4
_ON, _TONGUE, _TONGUE_REACH = fold_key("على"), fold_key("لسان"), 8
_OUR_STAFF = folded("مراسلنا مراسلتنا مراسلونا موفدنا موفدتنا")
_SOURCE = fold_key("مصدر")
FROM_HIM: dict[str, tuple[Gender | None, Number]] = {
    fold_key("عنه"): ("m", "s"),
    fold_key("عنها"): ("f", "s"),
    fold_key("عنهم"): ("m", "p"),
}
"""Whom the pronoun of عنه can stand for."""


def voiced_by(scene: Scene, at: int, start: int) -> tuple[Source, ChainLink] | None:
    """نقلت المتحدثة باسم الوزير زيد عنه قوله: he whose voice she is, and she as the link."""
    items = scene.sentence.words
    pronoun = FROM_HIM.get(items[start - 1].text)
    name = next((n for n in range(at + 2, start - 2) if items[n].text == _IN_NAME_OF), None)
    if pronoun is None or name is None:
        return None
    phrase = scene.reader.read(scene.sentence, name + 1, start - 1)
    if phrase is None or phrase.kind != "person":
        return None
    speaker = known(scene, phrase, *pronoun)
    named = scene.article.folded_range(phrase.span)[0]
    last = next((n for n in range(start - 2, name, -1) if items[n].end < named), name + 1)
    span = scene.span(at + 1, last + 1)
    return speaker, ChainLink(scene.reader.surface(items[at + 1].start, items[last].end), span)


def carrier_of(scene: Scene, at: int, begin: int, mid: int) -> tuple[ChainLink, ...]:
    """Who passed it on: the subject after the verb (before عن, or after عنه), else before it.

    It is remembered as a speaker too: "وأضافت" may be the agency's own.
    """
    items = scene.sentence.words
    if begin >= mid or items[begin].after_comma:
        return _carrier_before(scene, at)
    found = read_medium(scene, begin, mid) if names_medium(items, begin) else None
    phrase = scene.reader.read(scene.sentence, begin, mid)
    if found is None and phrase is None:
        return ()
    if phrase is not None:
        gender = next((r.cue.gender for r in read_cue(items[at].text)), None)
        scene.memory.add(known(scene, phrase, gender, None))
    links = [found[0]] if found else list(_unlisted(scene, phrase))
    if found and found[1] < mid and items[found[1]].text[:1] == "و":
        also = read_medium(scene, found[1], mid, 1)
        links += [also[0]] if also else []
    return tuple(link for link in links if not is_own(link.name, scene.own))


def by_tongue_of(
    scene: Scene, at: int, gate: int, source: Source | None
) -> tuple[ChainLink, ...] | None:
    """Who lends a body his voice: "أعلنت الحكومة على لسان وزيرها زيد أن"; ``None`` when nobody."""
    items = scene.sentence.words
    for n in range(at + 1, min(gate, at + _TONGUE_REACH) - 1):
        if items[n].text != _TONGUE or items[n - 1].text != _ON:
            continue
        phrase = scene.reader.read(scene.sentence, n + 1, gate)
        if source is None or source.kind == "person" or phrase is None:
            return None
        if phrase.kind != "person" or phrase.name == source.name:
            return None
        return (ChainLink(phrase.name, phrase.span, phrase.entity_id),)
    return None


def _unlisted(scene: Scene, phrase: Phrase | None) -> Iterator[ChainLink]:
    """Who passed words on and is no medium: نقل البيان، نقل النائب، and المصدر, the one named last.

    The outlet's own man (مراسلنا) is no link; nor is a noun that names nobody.
    """
    if phrase is None or phrase.is_guess or phrase.head in _OUR_STAFF:
        return
    if phrase.head in STAFF and phrase.kind != "person":
        return
    media = scene.memory.media
    if phrase.head == _SOURCE and phrase.is_definite and media:
        yield ChainLink(media[-1].name, phrase.span, media[-1].entity_id)
    elif phrase.entity_id or phrase.is_definite or is_source_head(phrase.head):
        yield from known(scene, phrase, None, None).via or (_link(scene, phrase),)


def _carrier_before(scene: Scene, at: int) -> tuple[ChainLink, ...]:
    """Who passed it on when nothing follows the verb: كانت وكالة … قد نقلت، أمس، عن …"""
    for begin in range(max(0, at - _SUBJECT_REACH), at):
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is None or phrase.end != at or not is_source_head(phrase.head):
            continue
        if begin and names_medium(scene.sentence.words, begin - 1):
            continue  # وكالة أنباء …: the head is before
        if phrase.kind in ("document", "unnamed"):
            return (_link(scene, phrase),)  # تقارير إعلامية نقلت عن …
    reading = next(iter(read_cue(scene.sentence.words[at].text)), None)
    follows = scene.sentence.words[at + 1].text
    if reading is not None and (reading.cue.mood == "participle" or follows in FROM_HIM):
        return _goes_on_passing(scene, reading)
    source = sentence_subject(scene, at, reading)
    if source is None or source.kind == "person" or is_own(source.name, scene.own):
        return ()
    scene.memory.add(source)
    return (source.link,)


def _goes_on_passing(scene: Scene, reading: CueReading) -> tuple[ChainLink, ...]:
    """ونقلت عنه قوله، ناقلة عنه قوله: who spoke last in the verb's gender."""
    source = scene.memory.last(reading.cue.gender, reading.cue.number, spoken=True)
    if source is None or source.gender != reading.cue.gender or is_own(source.name, scene.own):
        return ()
    return (source.link,)


def _link(scene: Scene, phrase: Phrase) -> ChainLink:
    source = known(scene, phrase, None, None)
    return ChainLink(source.name, phrase.span, source.entity_id)
