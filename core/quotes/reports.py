"""The reports of a sentence that a cue makes: cue, content, speaker and chain.

Cues are read from left to right; what stands inside a report's content is part of it, save that a
medium's report of somebody else's ("ذكرت الصحيفة أن الوزير أبلغ … بأن") is that other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.quotes.carriers import PASS_ON, read_carried, read_contained
from core.quotes.chain import find_told, joined
from core.quotes.clauses import asks_anonymity, find_content
from core.quotes.content import Content
from core.quotes.cues import CueReading, read_cue
from core.quotes.ends import content_end, is_firm
from core.quotes.forms import is_preposition, may_report
from core.quotes.framed import frame_links
from core.quotes.lexicon import folded
from core.quotes.media import is_medium, is_own
from core.quotes.nominal import has_owner
from core.quotes.nouns import is_source_head
from core.quotes.owned import owner_behind
from core.quotes.passers import by_tongue_of
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source
from core.quotes.runs import chain_held, remember
from core.quotes.said_on import find_said_on
from core.quotes.speakers import find_speaker, has_pronoun
from core.quotes.verbal import is_verbal_noun

_SHORT_CHARGES = frozenset({"accuses", "warns", "demands", "threatens", "promises"})
# Passives written like actives: without a subject of their own nobody is meant.
_IMPERSONAL = folded(
    "يذكر ويذكر يشار ويشار يعتقد ويعتقد يقال ويقال يتوقع ويتوقع يرجح ويرجح يزعم ويزعم يلاحظ ويلاحظ"
)
_OWN_SUBJECT = frozenset({"verb-subject", "subject-verb"})
_PEOPLE = ("person", "role", "unnamed")
_INNER_REACH = 14
# Verbs of showing: "يظهر الرئيس «مثل …»" reports no words of his.
_SHOWING = folded("أظهر بين أثبت أبرز")
_LABELLING = folded("وصف سمى أسمى نعت لقب اعتبر")
_TENSES = folded("قد وقد لقد كان كانت ما مما بما من أن حين كما حيث ثم هو هي أول آخر")
_CLAUSAL = ("that", "marks", "colon")
_WITH_NOUN = (*_CLAUSAL, "preposition")
_SECOND_CLAUSE = folded("وبعد ثم وقد وأن وأنه وأنها لكن ولكن ولكنه لكنه وبعدها وذلك حيث وأنهم")


def read_reports(scene: Scene) -> list[Report]:
    """All reports that cues of the sentence make, in order, none inside another."""
    items = scene.sentence.words
    in_frames = {n for f in scene.frames.values() for n in range(f.at, f.end)}
    reports: list[Report] = []
    at = 0
    while at < len(items):
        report = None
        if scene.is_open(at) and at not in in_frames:
            report = _report_at(scene, at, reports)
        if report is None:
            at += 1
            continue
        reports.append(report)
        at = max(report.end, at + 1)
    return reports


def _report_at(scene: Scene, at: int, earlier: Sequence[Report]) -> Report | None:
    items = scene.sentence.words
    contained = read_contained(scene, at)
    if contained is not None:
        return contained
    unsaid: Report | None = None
    for reading in read_cue(items[at].text):
        if not may_report(items, at, reading) or is_preposition(scene, at, reading):
            continue
        if asks_anonymity(items, at):
            return None
        if reading.cue.is_finite or reading.cue.lemma == PASS_ON:
            carried = read_carried(scene, at, reading)
            if carried is not None and reading.cue.mood == "participle":
                return _passed_by(scene, carried, earlier)
            if carried is not None:
                return _inner(scene, carried) or carried
        content = find_content(scene.sentence, at, reading, scene.reader)
        if content is None or not is_firm(items, at, reading, content):
            continue
        if _lacks_owner(scene, at, reading, content):
            continue
        if content.marker != "marks" and _is_voiced_passive(scene, at, reading):
            continue
        end = content_end(scene.sentence, content, scene.reader, scene.frame_starts)
        if not _is_enough(scene, reading, content, end):
            continue
        if items[at].text in _IMPERSONAL and _is_impersonal(scene, at, reading, content, earlier):
            continue
        report = _attributed(scene, at, reading, content, end=end, earlier=earlier)
        if _is_passive_label(scene, at, reading, content, report.source):
            return None
        if report.source is not None or not reading.cue.is_finite:
            return _inner(scene, report) or report
        unsaid = unsaid or report  # "تأسف": she is sorry, or he was: whoever is found decides
    return unsaid


def _is_voiced_passive(scene: Scene, at: int, reading: CueReading) -> bool:
    """Whether a past verb is written as a passive (اتُهم، ذُكر): nobody says what follows."""
    word = scene.sentence.words[at]
    vowel = scene.reader.surface(word.start, word.end).find(_DAMMA)
    return reading.cue.mood == "perfect" and 0 < vowel <= reading.cut + 2


_DAMMA = "\N{ARABIC DAMMA}"


def _lacks_owner(scene: Scene, at: int, reading: CueReading, content: Content) -> bool:
    """Whether a noun of saying has neither a pronoun nor an owner behind it (إعلان النتائج)."""
    owned = reading.cue.mood != "masdar" or reading.suffix
    return not owned and owner_behind(scene, at, reading, content.gate) is None


def _passed_by(scene: Scene, carried: Report, earlier: Sequence[Report]) -> Report:
    """ "…، ناقلة عنه قوله": words passed on by whoever has just spoken in the sentence."""
    source = earlier[-1].source if earlier else None
    if source is None or is_own(source.name, scene.own):
        return replace(carried, via=())
    via = (source.link,)
    return replace(carried, source=remember(scene, carried.source, via), via=via)


def _is_impersonal(
    scene: Scene, at: int, reading: CueReading, content: Content, earlier: Sequence[Report]
) -> bool:
    """Whether the verb has no subject in the sentence (يذكر أن، يعتقد على نطاق واسع أن)."""
    if has_pronoun(scene, at):
        return False
    if content.gate == at + 1 and scene.sentence.words[at].text[:1] == "و":
        return True
    return find_speaker(scene, at, reading, content, earlier).rule not in _OWN_SUBJECT


def _is_enough(scene: Scene, reading: CueReading, content: Content, end: int) -> bool:
    """Whether there is something to report: a bare noun is a topic, not a report."""
    items = scene.sentence.words
    if end <= content.begin:
        return False
    if any(not scene.is_open(n) for n in range(content.begin, end)):
        return True
    length = end - content.begin
    if content.marker == "preposition" and reading.cue.stance in ("says", "reports"):
        return length >= 4
    if content.marker == "preposition" and reading.cue.stance in _SHORT_CHARGES:
        return True
    if content.marker in ("noun", "preposition"):
        first = items[content.begin].text
        wanted = reading.cue.stance == "demands" and is_verbal_noun(first[content.cut :])
        return length >= 2 or wanted or has_owner(items[content.begin], scene.reader)
    return True


def _attributed(
    scene: Scene,
    at: int,
    reading: CueReading,
    content: Content,
    *,
    end: int,
    earlier: Sequence[Report],
) -> Report:
    """The report with its speaker and chain; the speaker is remembered."""
    speaker = find_speaker(scene, at, reading, content, earlier)
    begin = max((report.end for report in earlier if report.end <= at), default=0)
    after = _words_end(scene, content, end)
    gate, lemma, said = content.gate, reading.cue.lemma, speaker.source
    told = find_told(scene, at, gate, source=said, before=begin, after=after, lemma=lemma)
    told = by_tongue_of(scene, at, gate, said) if told is None else told
    framed = joined(*(frame_links(scene, f) for f in scene.frames.values() if at < f.at < gate))
    # A frame ends with its sentence; whom one spoke to holds on.
    held = told
    if held is None:
        held = chain_held(scene, said, at, gate, lemma)
    source = remember(scene, speaker.source, held, speaks=_is_statement(reading, content))
    via = joined(told or (), framed) or held
    return Report(
        content.begin,
        end,
        at,
        content.gate,
        content.marker,
        speaker.rule,
        source,
        content.cut,
        scene.span(at, at + 1, reading.cut),
        reading.cue.stance,
        via,
        find_said_on(scene, at, content.gate),
        speaker.unknown,
        told is None and not framed,
    )


def _is_statement(reading: CueReading, content: Content) -> bool:
    """Whether somebody speaks here and now; a noun with a noun (إعلان … الانسحاب) is background."""
    return reading.cue.mood != "masdar" or content.marker in _CLAUSAL


def _is_passive_label(
    scene: Scene, at: int, reading: CueReading, content: Content, source: Source | None
) -> bool:
    """مهمة وصفت ب"الهامة": called so by nobody in the text."""
    labels = reading.cue.lemma in _LABELLING and reading.cue.is_finite and not reading.suffix
    if not labels or content.marker != "marks":
        return False
    if source is None:
        return True
    before = scene.sentence.words[at - 1] if at and not reading.cut else None
    if before is None or content.begin > at + 2 or before.is_definite or before.after_colon:
        return False
    named = scene.reader.around(before) is not None or is_source_head(before.text)
    return not named and before.text not in _TENSES and not before.text.isdigit()


def _words_end(scene: Scene, content: Content, end: int) -> int:
    """The word after what was said: after the last marked word, if any are marked."""
    marked = (n for n in range(end - 1, content.begin - 1, -1) if not scene.is_open(n))
    return next(marked, end - 1) + 1


def _speaks(reading: CueReading) -> bool:
    """Whether a verb of a medium's report is one of speech: what it says is not the medium's."""
    cue = reading.cue
    return cue.is_finite and not reading.suffix and cue.number != "d" and '"' in cue.takes


def _inner(scene: Scene, report: Report) -> Report | None:
    """The report inside a medium's report, which then is its chain.

    Of anybody else's report only words in marks inside it are another's: "قال زيد إن الأمير أكد
    أنه «…»". Reported clauses are the outer speaker's.
    """
    source = report.source
    if source is None or report.opening != "that":
        return None
    by_medium = is_medium(source.name)
    if not by_medium and all(scene.is_open(n) for n in range(report.begin, report.end)):
        return None
    items = scene.sentence.words
    for at in range(report.begin, min(report.end, report.begin + _INNER_REACH)):
        if not scene.is_open(at) or (at > report.begin and items[at].text in _SECOND_CLAUSE):
            return None
        for reading in read_cue(items[at].text):
            if not may_report(items, at, reading) or not _speaks(reading):
                continue
            content = find_content(scene.sentence, at, reading, scene.reader)
            if content is None or content.begin >= report.end:
                continue
            if content.marker not in (_WITH_NOUN if by_medium else _CLAUSAL):
                continue
            end = content_end(scene.sentence, content, scene.reader, scene.frame_starts)
            if not by_medium and not _quotes_another(scene, at, reading, content, report):
                return None
            inner = _attributed(scene, at, reading, content, end=end, earlier=())
            if inner.source is None or is_medium(inner.source.name):
                return None
            if content.marker not in _CLAUSAL and not (at > report.begin and _leads(inner)):
                return None
            link = source.link
            outer = () if report.is_carried else report.via
            via = joined(
                () if inner.is_carried else inner.via,
                () if is_own(link.name, scene.own) else (link,),
                outer,
            )
            spoken = remember(scene, inner.source, via)
            return replace(inner, source=spoken, via=via, rule="report-in-report")
    return None


def _leads(inner: Report) -> bool:
    """Whether a person stands before the inner verb: أن السفير زيد أعرب عن قلقه من …"""
    source = inner.source
    return inner.rule == "subject-verb" and source is not None and source.kind == "person"


def _quotes_another(
    scene: Scene, at: int, reading: CueReading, content: Content, report: Report
) -> bool:
    """Whether the inner cue names a person beside it, with marked words behind."""
    marked = any(not scene.is_open(n) for n in range(content.begin, report.end))
    if not marked or reading.cue.lemma in _SHOWING:
        return False
    speaker = find_speaker(scene, at, reading, content, ())
    inner = speaker.source
    if scene.sentence.words[at].after_comma and speaker.rule == "verb-subject":
        return False  # "…، قال زيد": the sentence goes on, nobody in it says so
    if speaker.rule not in _OWN_SUBJECT or inner is None or inner.kind not in _PEOPLE:
        return False
    return report.source is None or inner.name != report.source.name
