"""What frames of attribution ("بحسب …") add to a sentence: speakers, links, whole reports.

Right after a report a frame adds a link (a medium) or names whom a document had it from; before
one it adds a link; elsewhere it makes what it frames a report: the sentence or clause before it,
or what follows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.model import ChainLink
from core.quotes.antecedents import RELATIVES
from core.quotes.chain import find_via, joined, link_of
from core.quotes.content import Content
from core.quotes.ends import content_end
from core.quotes.flow import Word
from core.quotes.frames import Frame
from core.quotes.lexicon import folded
from core.quotes.media import is_medium
from core.quotes.referents import known
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source
from core.quotes.second_frames import frame_behind
from core.quotes.subjects import OPENERS
from core.quotes.topics import sentence_subject
from core.text.fold import fold_key

_AFTER_FRAME = folded("فقد قد فإن فإنه فإنها إن أن أيضا أمس اليوم فان")
_FRAME_CUES = folded("بحسب حسب وفق وفقا طبقا حسبما نقلا")
_NO_CONTENT = folded("يلي جاء وجاء جاءت وجاءت يأتي ويأتي تأتي وتأتي")
_CONNECTIVES = folded("لكن ولكن كما وكما فيما وفيما هذا حيث و أن إن وأن وإن فقد قد وقد ثم")
_NEAR, _RELATIVE_REACH, _TOLD_REACH = 3, 9, 6
_DASHES = "-–—"
_THEREBY = fold_key("وذلك")
# Words whose و is their own, so that a sentence's first letter is no conjunction.
_OWN_WAW = tuple(
    map(
        fold_key,
        "وزير وزراء وزارة وكال وفد وفاة وحدة وثائق وثيقة وسط وسائل واشنطن ولاية وقف وقع وصل "
        "وضع وافق  "
        "وجه واصل وقال وعد وجد وسيط وادي والد ورد وارسو ولي وكيل".split(),
    )
)


def apply_frames(scene: Scene, reports: Sequence[Report]) -> list[Report]:
    """The reports of the sentence, those of frames added and those beside frames completed."""
    done = list(reports)
    for frame in scene.frames.values():
        if any(report.head < frame.at < report.gate for report in done):
            continue
        if any(r.opening == "colon" and r.begin <= frame.at < r.end for r in done):
            continue  # inside speech without marks
        behind = frame_behind(scene, frame, done)
        if behind is not None:
            done[behind] = _linked(scene, frame, done[behind])
            continue
        before = [n for n, report in enumerate(done) if report.end in (frame.at, frame.at - 1)]
        if before:
            done[before[-1]] = _completed(scene, frame, done[before[-1]])
            if frame.medium:
                _link_all(scene, frame, done, range(len(done)), done[before[-1]].source)
            continue
        if _reaches_back(scene, frame, done):
            done[-1] = replace(done[-1], end=frame.at)
            continue
        begin = _content_begin(scene, frame)
        leading = _is_leading(scene, frame)
        after = next((n for n, report in enumerate(done) if report.head >= frame.end), None)
        if leading and after is not None and done[after].head - begin <= _NEAR:
            if frame.medium or _has_marks(scene, done[after]):
                done[after] = _linked(scene, frame, done[after])
                later = range(after + 1, len(done))
                _link_all(scene, frame, done, later, done[after].source)
                continue
            del done[after]
        report = _framed(scene, frame, begin, leading, done)
        if frame.medium:
            _cover(scene, frame, done, leading=leading, alone=report is None)
        if report is not None:
            done.append(report)
    return done


def _reaches_back(scene: Scene, frame: Frame, reports: Sequence[Report]) -> bool:
    """Whether "بحسب تعبيره" closes what the last report went on with ("…، لكن يجب …")."""
    if frame.phrase is not None or frame.has_verb or not reports:
        return False
    last = reports[-1]
    if last.opening != "that" or last.end >= frame.at:
        return False
    return scene.sentence.words[last.end].text in _BUT


_BUT = folded("لكن ولكن لكنه ولكنه لكنها ولكنها إلا")


def _cover(
    scene: Scene, frame: Frame, reports: list[Report], *, leading: bool, alone: bool
) -> None:
    """A medium's frame that opens or closes a sentence covers what others say in it.

    "وبحسب صحيفة … شبه أحدهم …، قائلا"; and after background: "…، وذلك بعد أشهر، حسب رويترز".
    """
    ends = frame.end >= len(scene.sentence.words)
    for n, report in enumerate(reports):
        others = report.source is not None and not is_medium(report.source.name)
        if others and ((leading and report.head >= frame.end) or (ends and alone)):
            reports[n] = _linked(scene, frame, report)


def _has_marks(scene: Scene, report: Report) -> bool:
    return any(not scene.is_open(n) for n in range(report.begin, report.end))


def _is_leading(scene: Scene, frame: Frame) -> bool:
    items = scene.sentence.words
    return all(items[n].text in OPENERS for n in range(frame.at))


def _content_begin(scene: Scene, frame: Frame) -> int:
    items = scene.sentence.words
    begin = frame.end
    while begin < len(items) and items[begin].text in _AFTER_FRAME:
        begin += 1
    return begin


def _linked(scene: Scene, frame: Frame, report: Report) -> Report:
    """A medium's frame beside a report is its chain, outside of whom the speaker spoke to."""
    links = frame_links(scene, frame)
    if not links:
        return report
    via = joined(() if report.is_carried else report.via, links)
    return replace(report, via=via, is_carried=False)


def _published(scene: Scene, frame: Frame, report: Report) -> Report:
    """بحسب البيان الذي نشرته وكالة …: who published the text that holds the words."""
    links = find_via(scene, frame.end, min(len(scene.sentence.words), frame.end + _RELATIVE_REACH))
    if not links:
        return report
    via = joined(() if report.is_carried else report.via, links)
    return replace(report, via=via, is_carried=False)


def _link_all(
    scene: Scene, frame: Frame, reports: list[Report], which: range, source: Source | None
) -> None:
    """A medium's frame covers its whole sentence: the speaker's other words in it, too."""
    for n in which:
        own = reports[n].source
        if source is not None and own is not None and own.name == source.name:
            reports[n] = _linked(scene, frame, reports[n])


def frame_links(scene: Scene, frame: Frame) -> tuple[ChainLink, ...]:
    """The media a frame names: whose it is, then who passed that on ("نقلت … عن وكالة …")."""
    places = [(frame.first, frame.cut)] if frame.medium else []
    if frame.carrier is not None:
        places.append(frame.carrier)
    links = (link_of(scene, at, cut) for at, cut in places)
    return tuple(link for link in links if link)


def _completed(scene: Scene, frame: Frame, report: Report) -> Report:
    """A frame right after a report adds a link, or names who the document had it from."""
    if frame.phrase is None:
        return report
    if frame.medium or frame.carrier is not None:
        report = _linked(scene, frame, report)
    elif frame.phrase.kind == "document":
        report = _published(scene, frame, report)
    if frame.medium:
        return report
    said = report.source
    replaces = said is None or said.kind == "document"
    if not (replaces or (report.opening == "marks" and said is not None and said.kind == "role")):
        return report
    source = known(scene, frame.phrase, None, None)
    via = frame_links(scene, frame) or (said.via if said else ()) or source.via
    source = replace(source, via=via)
    scene.memory.add(source)
    return replace(report, source=source, via=via, rule="frame-after-report", unknown=None)


def _framed(
    scene: Scene, frame: Frame, begin: int, leading: bool, reports: Sequence[Report]
) -> Report | None:
    """The report a frame makes of the words around it."""
    said = any(report.head < frame.at for report in reports)
    source = _source(scene, frame, leading, said=said)
    if source is None:
        return None
    begin, end, rule = _extent(scene, frame, begin, leading, reports)
    items = scene.sentence.words
    if rule == "frame-after" and begin < end and items[begin].text == _THEREBY:
        return None  # "…، وذلك بعد …، حسب رويترز": it hangs on the words before
    while begin < end and items[begin].text in _CONNECTIVES:
        begin += 1
    if end - begin < 2 or items[begin].text in _NO_CONTENT:
        return None
    scene.memory.add(source)
    cue = items[frame.cue]
    led = cue.text[:1] in "وف" and cue.text[1:] in _FRAME_CUES
    return Report(
        begin,
        end,
        frame.at,
        frame.end,
        "frame",
        rule,
        source,
        0 if rule == "frame-before" else _conjunction(items, begin),
        scene.span(frame.cue, frame.cue + 1, 1 if led else 0),
        "reports",
        source.via,
    )


def _source(scene: Scene, frame: Frame, leading: bool, *, said: bool) -> Source | None:
    """Whose frame it is; one without a phrase of its own points back ("على حد قوله").

    ``said`` tells that somebody has spoken before it in the sentence.
    """
    items = scene.sentence.words
    if frame.phrase is None:
        if leading:
            return None
        if frame.has_verb:
            return sentence_subject(scene, frame.at, None) or scene.memory.last(None, None)
        own = None if said else sentence_subject(scene, frame.at, None)
        return own or scene.memory.last(None, None)
    source = known(scene, frame.phrase, None, None)
    carriers = () if frame.carrier is None else frame_links(scene, replace(frame, medium=False))
    if frame.medium:
        return replace(source, via=carriers)
    end = min(len(items), frame.end + _TOLD_REACH)
    told = find_via(scene, frame.cue + 1, end, source=source)
    return replace(source, via=joined(told, carriers) or source.via)


def _extent(
    scene: Scene, frame: Frame, begin: int, leading: bool, reports: Sequence[Report]
) -> tuple[int, int, str]:
    """The words that are framed, and the rule by which."""
    items = scene.sentence.words
    if leading:
        content = Content(begin, 0, "that", begin)
        if begin >= len(items):
            return begin, begin, "frame-before"
        return (
            begin,
            content_end(scene.sentence, content, scene.reader, frozenset()),
            "frame-before",
        )
    first = max((report.end for report in reports if report.end <= frame.at), default=0)
    if _is_dashed(items, frame):
        return first, len(items), "frame-within"
    goes_on = frame.end < len(items) and items[frame.end].after_comma
    if goes_on and first == 0 and not _continues(items, frame.end):
        return 0, len(items), "frame-within"
    end = frame.at
    if end > first and items[end - 1].text == _THEREBY:
        end -= 1
    return first, end, "frame-after"


def _is_dashed(items: Sequence[Word], frame: Frame) -> bool:
    """Whether a frame stands between dashes, and its sentence goes on behind it."""
    ends = frame.end < len(items) and any(dash in items[frame.end].gap for dash in _DASHES)
    return ends and any(dash in items[frame.at].gap for dash in _DASHES)


def _continues(items: Sequence[Word], at: int) -> bool:
    """Whether what follows the frame is a clause of its own."""
    text = items[at].text
    if text in RELATIVES:
        return True
    return text.startswith("و") or text in ("فيما", "بينما", "لكن", "حيث", "في")


def _conjunction(items: Sequence[Word], begin: int) -> int:
    """1 when the first word carries the conjunction و, which is no part of the report."""
    text = items[begin].text
    first = begin == 0 and text.startswith("و") and len(text) > 3
    return 1 if first and not text.startswith(_OWN_WAW) else 0
