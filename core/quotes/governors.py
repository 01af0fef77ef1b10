"""On whom a participle hangs that follows no report: people who act, or an earlier verb's subject.

"وبدأ نشطاء حملة، قائلين", "أبدى الوزير ارتياحه، مضيفا": the participle has its subject from the
clause before it. Which of these holds, and what else it can be, is for ``speakers``.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.antecedents import PREPOSITIONS, RELATIVES, antecedent
from core.quotes.cues import CueReading, read_cue
from core.quotes.lexicon import folded, words
from core.quotes.nouns import gender_of, is_head, is_source_head
from core.quotes.referents import known
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source
from core.quotes.subjects import SHORT_GAP, may_be_subject


def people_who_act(
    scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]
) -> Source | None:
    """The indefinite people after the last report on whom "قائلين" hangs (وبدأ نشطاء …، قائلين)."""
    if reading.cue.number != "p":
        return None
    items = scene.sentence.words
    begin = max((_words_end(scene, report) for report in earlier), default=0)
    for n in range(at - 1, begin, -1):
        text = items[n].text
        if not scene.is_open(n) or text.startswith("ال") or not is_head(text, "unnamed"):
            continue
        before = items[n - 1].text
        if before in words("stop_prepositions") or is_source_head(before) or items[n].after_comma:
            continue
        if gender_of(text) not in (None, reading.cue.gender) or before in PREPOSITIONS:
            continue
        phrase = scene.reader.read(scene.sentence, n, at)
        if phrase is not None and phrase.kind == "unnamed" and phrase.head not in _ONE_SOURCE:
            return known(scene, phrase, reading.cue.gender, reading.cue.number)
    return None


def _words_end(scene: Scene, report: Report) -> int:
    """The word after what was reported: after the marks, where the words stand in marks."""
    if report.opening != "marks":
        return report.end
    return next((n for n in range(report.begin, report.end) if scene.is_open(n)), report.end)


_ONE_SOURCE = folded("مصدر مسؤول ناشط شاهد")


def nearest_verb_subject(
    scene: Scene, at: int, reading: CueReading, earlier: Sequence[Report]
) -> Source | None:
    """The subject of a reporting verb without content between the last report and ``at``."""
    begin = max((report.end for report in earlier), default=0)
    items = scene.sentence.words
    for n in range(at - 1, begin - 1, -1):
        if not scene.is_open(n):
            continue
        for verb in read_cue(items[n].text):
            cue = verb.cue
            if not cue.is_finite or cue.person == 1 or cue.gender != reading.cue.gender:
                continue
            if cue.mood == "perfect" and len(items[n].text) <= SHORT_GAP:
                continue
            hung_on = antecedent(scene, n, verb)
            if hung_on is not None:
                return known(scene, hung_on, cue.gender, cue.number)
            if n and items[n - 1].text in RELATIVES:
                continue  # "الكلمة التي ألقاها زيد": who acts in the clause is not the subject
            phrase = scene.reader.read(scene.sentence, n + 1, at)
            if phrase is None or phrase.gender not in (None, reading.cue.gender):
                continue
            if may_be_subject(scene, n, phrase, verb):
                return known(scene, phrase, cue.gender, cue.number)
    return None
