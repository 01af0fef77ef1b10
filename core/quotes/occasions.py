"""Sentences that tell through whom a statement reaches the reader, and hold on for what follows.

"جاء ذلك في مقابلة مع قناة …", "وكالة … أوردت تصريحات زيد": what the same speaker says after it came
through that medium. What he said before keeps the chain it has.
"""

from __future__ import annotations

from core.model import ChainLink
from core.quotes.chain import find_via, joined
from core.quotes.cues import read_cue
from core.quotes.lexicon import folded
from core.quotes.media import is_own
from core.quotes.named_media import read_medium
from core.quotes.nouns import bare
from core.quotes.report import Scene
from core.quotes.resolve import Run
from core.quotes.venues import names_medium

_CAME = folded("جاء جاءت يأتي تأتي وجاء وجاءت ويأتي وتأتي ورد وورد وردت ووردت أتى وأتى كان وكان")
_THAT = folded("ذلك هذا هذه")
_REMARKS = folded("تصريح تصريحات حديث كلام أقوال موقف مواقف تعليق تعليقات كلمة خطاب رد")
_OWNERS = ("هما", "هم", "ها", "ه")
_CARRYING = folded("أوردت أورد نقلت نقل نشرت نشر بثت بث أذاعت أذاع عرضت عرض تناقلت")
_OPENING, _OBJECT_REACH, _VENUE_REACH = 2, 4, 16


def note_occasion(scene: Scene) -> None:
    """Remember the medium an occasion or a carrying agency gives to the speaker's statement."""
    found = _came_in(scene) or _carried(scene)
    if found is not None:
        name, via = found
        scene.memory.run = Run(name, via, scene.memory.turn)


def _came_in(scene: Scene) -> tuple[str, tuple[ChainLink, ...]] | None:
    """جاء ذلك في حوار مع …: the last speaker's statement."""
    items = scene.sentence.words
    if len(items) <= _OPENING or items[0].text not in _CAME:
        return None
    subject = items[1].text
    if subject not in _THAT and not _is_remark(subject):
        return None
    last = scene.memory.last(None, None, spoken=True)
    end = next((n for n in range(2, len(items)) if _speaks(scene, n)), len(items))
    via = find_via(scene, 2, min(end, _VENUE_REACH))
    if last is None or not via:
        return None
    return last.name, joined(via)


def _carried(scene: Scene) -> tuple[str, tuple[ChainLink, ...]] | None:
    """وكالة … أوردت تصريحات زيد، نشرت صحيفة … تصريحات زيد."""
    items = scene.sentence.words
    for at in range(len(items) - 1):
        text = items[at].text
        if text not in _CARRYING and not (text[:1] == "و" and text[1:] in _CARRYING):
            continue
        link, after = _carrier(scene, at)
        if link is None or is_own(link.name, scene.own):
            continue
        for n in range(after, min(len(items), after + _OBJECT_REACH)):
            if items[n].mark >= 0 or items[n].after_colon:
                break
            if _is_remark(items[n].text):
                name = _owner(scene, n)
                return None if name is None else (name, (link,))
    return None


def _carrier(scene: Scene, at: int) -> tuple[ChainLink | None, int]:
    """The medium that is the subject of a carrying verb, and the word behind verb and subject."""
    items = scene.sentence.words
    if names_medium(items, at + 1):
        found = read_medium(scene, at + 1, len(items))
        return (found[0], found[1]) if found else (None, at)
    if names_medium(items, 0):
        found = read_medium(scene, 0, at)
        if found is not None and at - found[1] <= _OBJECT_REACH:
            return found[0], at + 1
    return None, at


def _is_remark(text: str) -> bool:
    """Whether a noun means somebody's words, with its owner attached or not."""
    return bare(text) in _REMARKS or any(
        text.endswith(suffix) and text[: -len(suffix)] in _REMARKS for suffix in _OWNERS
    )


def _owner(scene: Scene, at: int) -> str | None:
    """Whose remarks they are: the phrase behind them, or whom their pronoun stands for."""
    items = scene.sentence.words
    text = items[at].text
    if bare(text) not in _REMARKS:
        last = scene.memory.last("f" if text.endswith("ها") else "m", None, spoken=True)
        return last.name if last else None
    for begin in (at + 1, at + 2):
        if begin >= len(items):
            return None
        phrase = scene.reader.read(scene.sentence, begin, len(items))
        if phrase is not None and phrase.kind in ("person", "role"):
            return phrase.name
    return None


def _speaks(scene: Scene, at: int) -> bool:
    """Whether a verb of speech stands at the word: its own place is told beside it."""
    return any(
        r.cue.is_finite and '"' in r.cue.takes for r in read_cue(scene.sentence.words[at].text)
    )
