"""When a statement goes on: whether the chain of a speaker's last words holds for his next.

It holds for "وأضاف", for a verb with the speaker inside, for the same nameless source or text, and
for a speaker named again at once. It breaks off when somebody else speaks, at a new place ("في
بيان"), at what was said before ("كان قد أعلن"), and with distance.
"""

from __future__ import annotations

from dataclasses import replace

from core.model import ChainLink
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.nouns import bare
from core.quotes.report import Scene
from core.quotes.resolve import Run, Source
from core.text.fold import fold_key

CONTINUING = folded("أضاف تابع أوضح أردف استطرد زاد ختم اختتم واصل مضى أكمل")
"""Verbs that go on with what was being said."""
_PLACES = folded(
    "بيان بيانه بيانها تغريدة تغريدات تغريداته مؤتمر كلمة كلمته كلمتها خطاب خطابه منشور حسابه "
    "حسابها صفحته صفحتها تدوينة رسالة جلسة مقابلة حديث تصريح تصريحات خطبة تجمع تطبيق موقع "
    "مناسبة مهرجان ندوة"
)
# Talks that, with their article, are the one told of before; a new one has none (في مقابلة).
_TALKS = folded("مقابلة حديث حوار مداخلة تصريح تصريحات")
_INTO = folded("في خلال عبر على أمام أثناء")
_WAS = folded("كان كانت وكان وكانت كانوا وكانوا")
_BEFORE = folded("سبق وسبق سبقت")
_TIME, _OTHER = fold_key("وقت"), folded("سابق لاحق آخر")
_PLUPERFECT_REACH = 12
_GAP, _LONG_GAP = 2, 6
"""Sentences of background that may stand between two of a statement: one, for a man a paragraph.

An institution named anew after more than that speaks anew.
"""


def chain_held(
    scene: Scene, source: Source | None, at: int, gate: int, lemma: str
) -> tuple[ChainLink, ...]:
    """The chain of the speaker's last words, if the cue at word ``at`` goes on with them."""
    if source is None or _is_earlier(scene, at):
        return ()
    goes_on = lemma in CONTINUING
    if not goes_on and _has_place(scene, at, gate):
        return ()
    if _is_resumed(scene, at, gate):
        return source.via or _chain_before(scene, source)
    if source.via:
        return source.via
    run = scene.memory.run
    if run is None:
        return ()
    if not _is_same(run.name, source.name) and not (goes_on and _is_named(scene, run, source)):
        return ()
    gap = _GAP if source.kind == "organisation" else _LONG_GAP
    near = scene.memory.turn - run.turn <= gap
    return run.via if near or goes_on else ()


def remember(
    scene: Scene, source: Source | None, via: tuple[ChainLink, ...], *, speaks: bool = True
) -> Source | None:
    """The source with the chain that holds on, remembered as the last speaker.

    Without ``speaks`` it is told beside of what another says (إثر إعلان واشنطن …): his statement
    goes on after it.
    """
    if source is None:
        return None
    source = replace(source, via=via)
    scene.memory.add(source)
    if speaks:
        scene.memory.run = Run(source.name, via, scene.memory.turn)
    return source


def _is_same(one: str, other: str) -> bool:
    """Whether a name is another's fuller or shorter form."""
    parts, others = set(one.split()), set(other.split())
    return parts <= others or others <= parts


def _is_named(scene: Scene, run: Run, source: Source) -> bool:
    """Whether the man who goes on ("وتابع الأيوبي") may be the one last called by his office."""
    before = next((s for s in reversed(scene.memory.sources[-2:]) if s.name == run.name), None)
    role = before is not None and before.kind == "role" and source.kind == "person"
    return role and scene.memory.turn - run.turn <= _LONG_GAP


def _is_earlier(scene: Scene, at: int) -> bool:
    """Whether the cue tells of another time: "وكان زيد قد أعلن"، "في وقت لاحق حذر"."""
    items = scene.sentence.words
    if items[0].text in _WAS and at - 1 <= _PLUPERFECT_REACH:
        return True
    before = [word.text for word in items[max(0, at - 3) : at]]
    if any(text in _BEFORE for text in before):
        return True
    return any(items[n].text == _TIME and items[n + 1].text in _OTHER for n in range(at))


def _has_place(scene: Scene, at: int, gate: int) -> bool:
    """Whether the cue comes with a place or text of its own: "قال في بيان"."""
    items = scene.sentence.words
    return any(
        bare(items[n].text) in _PLACES and items[n - 1].text in _INTO
        for n in range(at + 1, gate)
        if not _is_known_talk(items[n])
    )


def _is_resumed(scene: Scene, at: int, gate: int) -> bool:
    """Whether the cue points back to a talk told of before: "وقال زيد في المقابلة"."""
    items = scene.sentence.words
    return any(_is_known_talk(items[n]) and items[n - 1].text in _INTO for n in range(at + 1, gate))


def _is_known_talk(word: Word) -> bool:
    """Whether a talk has its article, so that it is the one told of before (المقابلة)."""
    return word.is_definite and bare(word.text) in _TALKS


def _chain_before(scene: Scene, source: Source) -> tuple[ChainLink, ...]:
    """The chain of the last words of this speaker that had one, whoever spoke since."""
    chains = reversed(scene.memory.chains.items())
    return next((via for name, via in chains if _is_same(name, source.name)), ())
