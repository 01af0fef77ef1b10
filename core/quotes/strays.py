"""Marked words that no cue before them claims: their cue follows, or layout attributes them.

"…"، قال زيد؛ زيد: "…"؛ صدر عن … البيان الآتي: "…"؛ a paragraph that is all quote. Long marked
words with nothing of the sort are still somebody's; short ones are words at a distance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.quotes.chain import find_told, find_via
from core.quotes.clauses import find_content
from core.quotes.cues import CueReading, read_cue
from core.quotes.forms import may_report
from core.quotes.lexicon import folded
from core.quotes.referents import known
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source
from core.quotes.runs import chain_held, remember
from core.quotes.subjects import may_be_subject
from core.quotes.topics import nearest_person
from core.text.fold import fold_key

_ISSUED = folded("صدر صدرت أصدر وصدر أصدرت وأصدرت وجه وجهت")
_FROM = fold_key("عن")
_OPENING = 4
_WITH_THESE = folded("هكذا بهذه بهذا بتلك هذا هذه")
# Behind these a verb denies, or only describes what stands between the marks.
_NO_STATEMENT = folded("لا لم لن ما الذي التي الذين اللذان اللتان")
_THUS = folded("هكذا هذا هذه")
_SPOKEN = tuple(
    folded("الكلمات الكلام الكلمة العبارات العبارة الجملة التصريح القول السؤال التعليق الوصف")
)
_SPEECHES = folded("حديثه حديثها كلامه كلامها كلمته كلمتها خطابه خطابها رسالته")
# Words left out before a quotation: إن الرصيف جاهز... "لكنه لم يفتح".
_CUT = re.compile(r"\.\.|…")
_LONG, _VERY_LONG, _CAPTION = 8, 12, 8
_CUE_REACH = 12


def stray_marks(scene: Scene, reports: Sequence[Report]) -> list[Report]:
    """Reports for the marked words that lie in none of ``reports``."""
    items = scene.sentence.words
    found: list[Report] = []
    at = 0
    while at < len(items):
        if scene.is_open(at):
            at += 1
            continue
        end = at
        while end < len(items) and items[end].mark == items[at].mark:
            end += 1
        if not any(report.begin <= at < report.end for report in reports):
            report = _stray(scene, at, end, [*reports, *found])
            if report is not None:
                found.append(report)
        at = end
    return found


def _stray(scene: Scene, begin: int, end: int, others: Sequence[Report]) -> Report | None:
    after = _cue_after(scene, begin, end)
    if after is not None:
        return after
    items = scene.sentence.words
    if begin and items[begin].after_colon:
        found = _issued(scene, begin, end)
        if found is None and all(report.head >= begin for report in others):
            found = _far_cue(scene, begin, end)
        return found or _after_colon(scene, begin, end)
    if scene.sentence.in_headline:
        return None
    if begin and _CUT.search(items[begin].gap):
        before = next((r for r in others if r.end == begin and r.source is not None), None)
        if before is not None:
            return _made(begin, end, before.source, "after-cut")
    alone = begin == 0 and end == len(items)
    if end - begin >= _VERY_LONG or (alone and end - begin >= _LONG):
        beside = next((r.source for r in reversed(others) if r.source), None)
        source = beside or (nearest_person(scene, begin) if begin else None)
        last = scene.memory.last(None, None)
        if source is None and last is not None and last.kind in ("person", "document"):
            source = last
        return _made(begin, end, source, "alone" if alone else "long")
    return None


def _made(begin: int, end: int, source: Source | None, rule: str) -> Report:
    unknown = None if source else "no cue, and no person who spoke before"
    via = source.via if source else ()
    return Report(begin, end, begin, begin, "marks", rule, source, via=via, unknown=unknown)


def _far_cue(scene: Scene, begin: int, end: int) -> Report | None:
    """قال زيد، وهو طالب يحمل صورة عمرو: "…": the verb that opens the sentence, however far."""
    for at in range(min(_OPENING, begin - 1)):
        for reading in read_cue(scene.sentence.words[at].text):
            cue = reading.cue
            speaks = cue.mood == "perfect" and cue.person == 3 and '"' in cue.takes
            speaks = speaks and "X:" not in cue.takes  # "أبلغ الشركة بوفاته": no words of his
            if not speaks or reading.suffix or not may_report(scene.sentence.words, at, reading):
                continue
            phrase = scene.reader.read(scene.sentence, at + 1, begin)
            if phrase is None or not may_be_subject(scene, at, phrase, reading, "colon"):
                continue
            source = known(scene, phrase, cue.gender, cue.number)
            told = find_told(scene, at, begin, source=source, before=0, after=end, lemma=cue.lemma)
            via = chain_held(scene, source, at, begin, cue.lemma) if told is None else told
            remember(scene, source, via)
            span = scene.span(at, at + 1, reading.cut)
            rule = "verb-subject"
            return Report(
                begin, end, at, begin, "marks", rule, source, 0, span, cue.stance, via=via
            )
    return None


def _after_colon(scene: Scene, begin: int, end: int) -> Report | None:
    """زيد: "…", or a colon after which the last speaker goes on."""
    if begin <= _CAPTION:
        phrase = scene.reader.read(scene.sentence, 0, begin)
        if phrase is not None and phrase.end == begin:
            source = known(scene, phrase, None, None)
            scene.memory.add(source)
            return _made(begin, end, source, "name-colon")
    if end - begin < 4:
        return None
    return _made(begin, end, nearest_person(scene, begin) or scene.memory.last(None, None), "colon")


def _issued(scene: Scene, begin: int, end: int) -> Report | None:
    """صدر عن … البيان الآتي: those who issued the statement are its speakers."""
    items = scene.sentence.words
    for n in range(begin - 3, -1, -1):
        if items[n].text not in _ISSUED or items[n + 1].text != _FROM:
            continue
        phrase = scene.reader.read(scene.sentence, n + 2, begin)
        if phrase is None:
            return None
        source = known(scene, phrase, None, None)
        scene.memory.add(source)
        cue = scene.span(n, n + 1, 1 if items[n].text.startswith("وص") else 0)
        return Report(begin, end, n, begin, "marks", "issued-by", source, 0, cue, "announces")
    return None


def _cue_after(scene: Scene, begin: int, end: int) -> Report | None:
    """ "…"، قال زيد: the cue right after the closing mark, with its subject."""
    items = scene.sentence.words
    if end < len(items) and items[end].text in _WITH_THESE and _means_words(scene, end):
        return _with_these_words(scene, begin, end)
    for at in range(end, min(end + 3, len(items))):
        if not scene.is_open(at):
            return None
        for reading in read_cue(items[at].text):
            report = _closed_by(scene, begin, end, at, reading)
            if report is not None:
                return report
    return None


def _closed_by(scene: Scene, begin: int, end: int, at: int, reading: CueReading) -> Report | None:
    cue = reading.cue
    if not cue.is_finite or cue.person == 1 or reading.cut or '"' not in cue.takes:
        return None
    if at > end and scene.sentence.words[at - 1].text in _NO_STATEMENT:
        return None
    own = find_content(scene.sentence, at, reading, scene.reader) is not None
    if at > end and own:
        return None
    limit = len(scene.sentence.words)
    phrase = scene.reader.read(scene.sentence, at + 1, limit) if at + 1 < limit else None
    if phrase is not None and may_be_subject(scene, at, phrase, reading):
        source: Source | None = known(scene, phrase, cue.gender, cue.number)
    elif at > end or (own and not scene.sentence.words[at].after_comma):
        return None  # "النخيل" تنفي …: the marked words are the subject of a report of their own
    else:
        source = scene.memory.last(cue.gender, cue.number)
    stop = min(limit, at + _CUE_REACH)
    told = find_told(scene, at, stop, source=source, before=0, after=None, lemma=cue.lemma)
    via = chain_held(scene, source, at, stop, cue.lemma) if told is None else told
    source = remember(scene, source, via)
    unknown = None if source else "the cue after the quote has no subject"
    span = scene.span(at, at + 1)
    return Report(
        begin,
        end,
        at,
        at,
        "marks",
        "cue-after",
        source,
        0,
        span,
        cue.stance,
        via,
        None,
        unknown,
        told is None,
    )


def _means_words(scene: Scene, at: int) -> bool:
    """Whether هكذا، بهذه العبارة point back to words, not to a thing (بهذا العقل)."""
    items = scene.sentence.words
    return items[at].text in _THUS or (
        at + 1 < len(items) and any(items[at + 1].text.startswith(noun) for noun in _SPOKEN)
    )


def _with_these_words(scene: Scene, begin: int, end: int) -> Report | None:
    """ "…".. هكذا بدأ زيد حديثه مع …: the words introduced by what follows them."""
    items = scene.sentence.words
    limit = len(items)
    for at in range(end + 1, min(end + 5, limit)):
        phrase = scene.reader.read(scene.sentence, at, limit)
        if phrase is None or phrase.kind != "person":
            continue
        source = known(scene, phrase, None, None)
        scene.memory.add(source)
        said = next((n for n in range(phrase.end, limit) if items[n].text in _SPEECHES), None)
        said = (
            said
            if said is not None
            else next((n for n in range(at, limit) if items[n].text in _SPEECHES), None)
        )
        cue = scene.span(said, said + 1) if said is not None else None
        via = find_via(scene, said or at, limit)
        return Report(begin, end, end, end, "marks", "cue-after", source, 0, cue, "says", via)
    return None
