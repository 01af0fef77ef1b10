"""Texts and who published them, remembered for later reports that name only the text.

"تقرير أوردته شبكة …، نقلا عن مسؤول"، "نشرت صحيفة … تقريرا": what a later "وقال التقرير" says
came through that medium.
"""

from __future__ import annotations

from dataclasses import replace

from core.model import ChainLink
from core.quotes.lexicon import folded
from core.quotes.media import is_own
from core.quotes.named_media import note_media, read_medium
from core.quotes.nouns import bare, is_head
from core.quotes.report import Scene
from core.quotes.resolve import Source, source_of
from core.quotes.venues import names_medium
from core.text.fold import fold_key

_CARRIED_IT = folded(
    "أوردته أوردتها نشرته نشرتها بثته نشره بثتها أعدته أصدرته أصدرتها نشرها أعده أعدها"
)
_PUBLISHED = folded("نشرت نشر ونشرت ونشر بثت وبثت أوردت وأوردت أعدت وأعدت")
_CARRIED, _FROM = fold_key("نقلا"), fold_key("عن")


def note_texts(scene: Scene) -> None:
    """Remember a text and the medium that carried it, for later reports that name only the text."""
    scene.memory.turn += 1
    note_media(scene)
    _note_published(scene)
    items = scene.sentence.words
    for at in range(1, len(items) - 1):
        text = items[at - 1]
        if items[at].text not in _CARRIED_IT or not is_head(text.text, "document"):
            continue
        found = read_medium(scene, at + 1, len(items))
        if found is not None:
            link, after = found
        else:
            phrase = scene.reader.read(scene.sentence, at + 1, len(items))
            if phrase is None or phrase.kind != "organisation":
                continue
            link, after = ChainLink(phrase.name, phrase.span, phrase.entity_id), phrase.end
        # A medium that printed a text is a link; a body that gave out its own is the author.
        via = () if found is None or is_own(link.name, scene.own) else (link,)
        head = bare(text.text)
        name = f"{scene.reader.surface(text.start, text.end)} {link.name}"
        span = scene.span(at - 1, at)
        scene.memory.add(
            Source(name, "document", span, "m", "s", None, frozenset({head}), head, via)
        )
        _note_origin(scene, after, via)


def _note_published(scene: Scene) -> None:
    """نشرت صحيفة … تقريرا: a text and who published it, the verb and the medium before it."""
    items = scene.sentence.words
    for at in range(len(items) - 2):
        if items[at].text not in _PUBLISHED or not names_medium(items, at + 1):
            continue
        found = read_medium(scene, at + 1, len(items))
        if found is None or found[1] >= len(items):
            continue
        link, after = found
        text = items[after]
        stem = text.text[:-1] if text.text.endswith("ا") else text.text
        if is_head(stem, "document") and scene.is_open(after):
            via = () if is_own(link.name, scene.own) else (link,)
            name = f"{scene.reader.surface(text.start, text.start + len(stem))} {link.name}"
            span = scene.span(after, after + 1)
            head = bare(stem)
            source = Source(name, "document", span, "m", "s", None, frozenset({head}), head, via)
            scene.memory.add(source, topic=True)


def _note_origin(scene: Scene, after: int, via: tuple[ChainLink, ...]) -> None:
    """… نقلا عن مسؤول: whom the text itself has it from."""
    items = scene.sentence.words
    for n in range(after, min(after + 4, len(items) - 2)):
        if items[n].text == _CARRIED and items[n + 1].text == _FROM:
            phrase = scene.reader.read(scene.sentence, n + 2, len(items))
            if phrase is not None:
                scene.memory.add(replace(source_of(phrase, None, None), via=via))
            return
