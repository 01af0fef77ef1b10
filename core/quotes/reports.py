"""The reports of a sentence that a cue makes: cue, content, speaker and chain.

Cues are read from left to right; what stands inside a report's content is part of it, save that a
medium's report of somebody else's ("ذكرت الصحيفة أن الوزير أبلغ … بأن") is that other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.model import ChainLink
from core.quotes.carriers import read_carried, read_contained
from core.quotes.chain import find_told, joined
from core.quotes.clauses import asks_anonymity, find_content
from core.quotes.content import Content, is_that
from core.quotes.cues import CueReading, read_cue
from core.quotes.ends import content_end, is_firm, may_be_adverb
from core.quotes.flow import Word
from core.quotes.framed import frame_links
from core.quotes.lexicon import folded
from core.quotes.media import is_medium, is_own
from core.quotes.nouns import is_head
from core.quotes.report import Report, Scene
from core.quotes.runs import chain_held, remember
from core.quotes.said_on import find_said_on
from core.quotes.speakers import find_speaker, has_pronoun
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

_NEGATIONS = folded("لم لا لن ولم ولا ولن أو إذا لو حال وإذا ولو")
# An imperfect after these is no statement: it may, should or is yet to be made.
_UNREAL = folded("أن بأن قد ربما كي لكي حتى وقد")
# "واعتقد أن" without a subject is the writer's own أعتقد, its hamza left out.
_FIRST_PERSON = folded("اعتقد واعتقد فاعتقد")
# ل with an imperfect goes on with a tale: "ظهر المدرب ليؤكد أن".
_TELLING = folded("أكد قال أعلن أضاف أوضح كشف نفى صرح")
_WHAT = folded("ما مما بما وما")
_SHORT_CHARGES = frozenset({"accuses", "warns"})
_WAS = folded("كان كانت")
_NEEDS_OBJECT = folded("سمى نعت")
# No verb stands right behind these: وسط حذر المستثمرين، بعد طلب الوزير.
_BEFORE_NOUNS = folded(
    "في على إلى مع بين بعد قبل خلال وسط رغم بسبب ضد نحو حول دون عند لدى تحت فوق أمام إثر عقب فور"
)
# Passives written like actives: without a subject of their own nobody is meant.
_IMPERSONAL = folded(
    "يذكر ويذكر يشار ويشار يعتقد ويعتقد يقال ويقال يتوقع ويتوقع يرجح ويرجح يزعم ويزعم يلاحظ ويلاحظ"
)
_OWN_SUBJECT = frozenset({"verb-subject", "subject-verb"})
_OWNED_NOUNS = folded(
    "قال أكد صرح أعلن حذر نفى دعا زعم وصف تحدث طالب اتهم شدد أشار اعتبر تعهد هدد وعد كشف"
)
_AFTER, _ACROSS = fold_key("عقب"), fold_key("عبر")
_ACROSS_REACH = 16
_REACH = fold_key("أبلغ")
_AMOUNTS = folded("عمره عمرها من عدد عددها عدده طول نحو حوالي قيمة قيمتها")
_INNER_REACH = 14
_CLAUSAL = ("that", "marks", "colon")
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
    for reading in read_cue(items[at].text):
        if not _may_report(items, at, reading) or _is_after(scene, at, reading):
            continue
        if asks_anonymity(items, at):
            return None
        if reading.cue.is_finite:
            carried = read_carried(scene, at, reading)
            if carried is not None:
                return _inner(scene, carried) or carried
        content = find_content(scene.sentence, at, reading, scene.reader)
        if content is None or not is_firm(items, at, reading, content):
            continue
        end = content_end(scene.sentence, content, scene.reader, scene.frame_starts)
        if not _is_enough(scene, reading, content, end):
            continue
        if items[at].text in _IMPERSONAL and _is_impersonal(scene, at, reading, content, earlier):
            continue
        report = _attributed(scene, at, reading, content, end=end, earlier=earlier)
        return _inner(scene, report) or report
    return None


def _is_impersonal(
    scene: Scene, at: int, reading: CueReading, content: Content, earlier: Sequence[Report]
) -> bool:
    """Whether the verb has no subject in the sentence (يذكر أن، يعتقد على نطاق واسع أن)."""
    if has_pronoun(scene, at):
        return False
    if content.gate == at + 1 and scene.sentence.words[at].text[:1] == "و":
        return True
    return find_speaker(scene, at, reading, content, earlier).rule not in _OWN_SUBJECT


def _may_report(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether the form can report here at all: a verb in the third person, an adverb, an "
    "owned noun."""
    text = items[at].text
    cue = reading.cue
    if cue.person == 1:
        return False
    if cue.mood == "participle":
        return may_be_adverb(items, at, reading)
    if cue.mood == "masdar":
        return bool(reading.suffix) and cue.lemma in _OWNED_NOUNS
    if reading.cut and text[:1] not in "وفس" and not _is_narrative(text, reading):
        return False
    was = at > 1 and items[at - 1].text in _WAS and items[at - 2].text in _WHAT
    if at and (items[at - 1].text in _WHAT or was) and not reading.suffix:
        return False
    if at and items[at - 1].text in _NEGATIONS and cue.stance != "denies":
        return False
    if at and not reading.cut and not reading.suffix and _is_preposition(items[at - 1].text):
        return False
    if cue.mood == "imperfect" and at and items[at - 1].text in _UNREAL:
        return False
    if _is_noun_of_action(items, at, reading) or _tells_amount(items, at, reading):
        return False
    if text in _FIRST_PERSON and at + 1 < len(items) and is_that(items[at + 1].text):
        return False
    return bool(reading.suffix) or cue.lemma not in _NEEDS_OBJECT or cue.mood == "perfect"


def _is_noun_of_action(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether a form like تذمر hangs on a noun of action before it (تزايد تذمر الناخبين)."""
    cue = reading.cue
    if at == 0 or reading.cut or cue.mood != "perfect" or cue.lemma != items[at].text:
        return False
    before = items[at - 1].text
    bare_noun = before[1:] if before[:1] == "و" else before
    shaped = cue.lemma.startswith("ت") and len(cue.lemma) in (4, 5)
    return shaped and not before.startswith("ال") and is_verbal_noun(bare_noun)


def _tells_amount(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether يبلغ tells an age or a number, and nobody anything."""
    follows = items[at + 1].text if at + 1 < len(items) else ""
    return reading.cue.lemma == _REACH and (follows in _AMOUNTS or follows.isdigit())


def _is_narrative(text: str, reading: CueReading) -> bool:
    return text[:1] == "ل" and reading.cue.mood == "imperfect" and reading.cue.lemma in _TELLING


def _is_preposition(text: str) -> bool:
    """Whether what follows must be a noun; with the و of a new clause too (ووسط تردد أنباء)."""
    return text in _BEFORE_NOUNS or (text[:1] in "وف" and text[1:] in _BEFORE_NOUNS)


def _is_after(scene: Scene, at: int, reading: CueReading) -> bool:
    """Whether عقب is "after" and عبر "across", not the verbs written alike.

    The first as a verb has a person right behind it, the second leads to عن.
    """
    cue = reading.cue
    if cue.mood != "perfect" or (cue.gender, cue.number) != ("m", "s"):
        return False
    items = scene.sentence.words
    if cue.lemma == _ACROSS:
        return not _leads_to_about(items[at + 1 : at + _ACROSS_REACH])
    if cue.lemma != _AFTER or at + 1 >= len(items):
        return False
    follows = items[at + 1]
    return not (scene.reader.is_person(follows) or is_head(follows.text, "person"))


def _leads_to_about(following: Sequence[Word]) -> bool:
    """Whether عن comes before any other verb or clause."""
    for word in following:
        if word.text == "عن":
            return True
        if is_that(word.text) or any(r.cue.mood != "masdar" for r in read_cue(word.text)):
            return False
    return False


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
        return length >= 2 or items[content.begin].text.endswith(("ها", "ه"))
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
    told = find_told(scene, at, content.gate, before=begin, after=after, lemma=reading.cue.lemma)
    framed = joined(
        *(frame_links(scene, f) for f in scene.frames.values() if at < f.at < content.gate)
    )
    # A frame covers its own sentence only; whom one spoke to holds on.
    held = told
    if held is None:
        held = chain_held(scene, speaker.source, at, content.gate, reading.cue.lemma)
    source = remember(scene, speaker.source, held)
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


def _words_end(scene: Scene, content: Content, end: int) -> int:
    """The word after what was said: after the last marked word, if any are marked."""
    marked = (n for n in range(end - 1, content.begin - 1, -1) if not scene.is_open(n))
    return next(marked, end - 1) + 1


def _speaks(reading: CueReading) -> bool:
    """Whether a verb of a medium's report is one of speech: what it says is not the medium's."""
    cue = reading.cue
    return cue.is_finite and not reading.suffix and cue.number != "d" and '"' in cue.takes


def _inner(scene: Scene, report: Report) -> Report | None:
    """The report inside a medium's report, which then is its chain."""
    source = report.source
    if source is None or report.opening != "that" or not is_medium(source.name):
        return None
    items = scene.sentence.words
    for at in range(report.begin, min(report.end, report.begin + _INNER_REACH)):
        if not scene.is_open(at) or (at > report.begin and items[at].text in _SECOND_CLAUSE):
            return None
        for reading in read_cue(items[at].text):
            if not _may_report(items, at, reading) or not _speaks(reading):
                continue
            content = find_content(scene.sentence, at, reading, scene.reader)
            if content is None or content.begin >= report.end or content.marker not in _CLAUSAL:
                continue
            end = content_end(scene.sentence, content, scene.reader, scene.frame_starts)
            inner = _attributed(scene, at, reading, content, end=end, earlier=())
            if inner.source is None or is_medium(inner.source.name):
                return None
            link = ChainLink(source.name, source.span, source.entity_id)
            outer = () if report.is_carried else report.via
            via = joined(
                () if inner.is_carried else inner.via,
                () if is_own(link.name, scene.own) else (link,),
                outer,
            )
            spoken = remember(scene, inner.source, via)
            return replace(inner, source=spoken, via=via, rule="report-in-report")
    return None
