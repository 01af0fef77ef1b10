"""The quotes of an article: marks and cues brought together, sentence by sentence.

1. marked spans; 2. sentences of words; 3. names among the marked spans; then for each sentence:
4. frames, 5. reports of cues, 6. what frames add, 7. marked words that no cue before them claims;
8. every claimed mark is a direct quote, every report without one an indirect quote, every other
mark is in ``scare``. What is known of speakers grows from sentence to sentence (``resolve``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Attribution, Mention, Quote, QuoteKind, Span, TimeExpression
from core.quotes.confidence import confidence_of
from core.quotes.flow import Sentence, read_flow
from core.quotes.framed import apply_frames
from core.quotes.frames import find_frames, join_lone_frames
from core.quotes.headlines import headline_reports, match_headlines
from core.quotes.marks import find_marked
from core.quotes.occasions import note_occasion
from core.quotes.own import own_names
from core.quotes.phrases import Reader
from core.quotes.report import Report, Scene
from core.quotes.reports import read_reports
from core.quotes.resolve import Memory, Source
from core.quotes.speech import join_speech
from core.quotes.strays import stray_marks
from core.quotes.subheads import in_subheads, match_subheads
from core.quotes.texts import note_texts
from core.quotes.titles import find_bearers
from core.quotes.topics import sentence_subject
from core.quotes.verdict import name_marks
from core.text.article import ArticleText

_SAID_BY_SOMEBODY = frozenset({"announces", "confirms", "denies", "accuses"})


@dataclass(frozen=True, slots=True)
class Found:
    """Quotes in order and marked spans that are none."""

    quotes: tuple[Quote, ...]
    scare: tuple[Span, ...]


def find_in_article(
    article: ArticleText, mentions: Sequence[Mention], dates: Sequence[TimeExpression]
) -> Found:
    """All quotes of the article with their attribution."""
    marked = find_marked(article.source, article.lines)
    sentences = read_flow(article, marked)
    flow = [word for sentence in sentences for word in sentence.words]
    names = name_marks(article, marked, flow, mentions)
    reader = Reader(article, mentions, names)
    sentences = join_speech(join_lone_frames(sentences, reader), reader)
    memory = Memory(bearers=find_bearers(sentences, reader))
    own = own_names(article)
    dates = sorted(dates, key=lambda date: date.start)
    claimed: set[int] = set()
    quotes: list[Quote] = []
    for sentence in sentences:
        frames = {frame.at: frame for frame in find_frames(sentence, reader)}
        scene = Scene(article, sentence, reader, memory, names, own, dates, frames)
        for kind, span, report in _spans(scene, read_sentence(scene), marked, claimed):
            quotes.append(_quote(scene, kind, span, report))
    rest = [span for number, span in enumerate(marked) if number not in claimed]
    if article.lines and article.lines[0].kind == "headline":
        free = [marked[n] for n in _in_headlines(sentences) if n not in claimed and n not in names]
        quotes = match_headlines(article.source, quotes, mentions, free)
    named = claimed | names
    under = [marked[n] for n in in_subheads(article, sentences) if n not in named]
    quotes = [*quotes, *match_subheads(article.source, quotes, mentions, under)]
    direct = {quote.span for quote in quotes if quote.kind == "direct"}
    rest = [span for span in rest if span not in direct]
    quotes.sort(key=lambda quote: (quote.start, quote.end))
    return Found(tuple(quotes), tuple(rest))


def _in_headlines(sentences: Sequence[Sentence]) -> set[int]:
    """The numbers of the marked spans in headlines."""
    return {w.mark for s in sentences if s.in_headline for w in s.words if w.mark >= 0}


def read_sentence(scene: Scene) -> list[Report]:
    """The reports of a sentence in order of their words; sources are remembered."""
    note_texts(scene)
    note_occasion(scene)
    reports = apply_frames(scene, read_reports(scene))
    if scene.sentence.in_headline:
        reports = headline_reports(scene, reports)
    reports += stray_marks(scene, reports)
    if not reports and len(scene.sentence.words) > 1:
        subject = sentence_subject(scene, len(scene.sentence.words), None)
        if subject is not None and subject.kind != "role":
            scene.memory.add(subject, topic=True)
    return sorted(reports, key=lambda report: (report.begin, -report.end))


def _spans(
    scene: Scene, reports: Sequence[Report], marked: Sequence[Span], claimed: set[int]
) -> list[tuple[QuoteKind, Span, Report]]:
    """The spans of the quotes of a sentence; ``claimed`` marks are added to."""
    items = scene.sentence.words
    found: list[tuple[QuoteKind, Span, Report]] = []
    until = 0
    for report in reports:
        words = items[report.begin : report.end]
        marks = {word.mark: None for word in words if not scene.reader.is_open(word)}
        fresh = [mark for mark in marks if mark not in claimed]
        claimed.update(fresh)
        found += [("direct", marked[mark], report) for mark in fresh]
        if not marks and _is_indirect(report) and report.begin >= until:
            found.append(("indirect", scene.span(report.begin, report.end, report.cut), report))
        until = max(until, report.end)
    return found


def _is_indirect(report: Report) -> bool:
    """Whether words without marks are reported: a bare noun that nobody says is mostly not.

    What was announced, confirmed, denied or charged was so by somebody, known or not.
    """
    nominal = report.opening in ("noun", "preposition") and report.stance not in _SAID_BY_SOMEBODY
    return report.opening != "marks" and not (nominal and report.source is None)


def _quote(scene: Scene, kind: QuoteKind, span: Span, report: Report) -> Quote:
    source = report.source
    attribution = Attribution(
        report.cue,
        report.stance,
        source.span if source else None,
        source.name if source else None,
        source.kind if source else None,
        source.entity_id if source else None,
        source.unnamed_class if source else None,
        report.via,
        report.rule,
        report.unknown if source is None else None,
    )
    start, end = scene.article.folded_range(span)
    length = len(span.of(scene.article.source).split())
    inside = (name.mention.entity_id for name in scene.reader.inside(start, end))
    return Quote(
        span.start,
        span.end,
        kind,
        report.rule,
        confidence_of(kind, report, scene.sentence.words, _surety(scene, source), length),
        attribution,
        report.said_on,
        scene.sentence.in_headline,
        tuple(dict.fromkeys(inside)),
    )


def _surety(scene: Scene, source: Source | None) -> float | None:
    """How sure the least sure name in the speaker's phrase is; None without names."""
    if source is None:
        return None
    inside = scene.reader.inside(*scene.article.folded_range(source.span))
    return min((name.mention.confidence for name in inside), default=None)


__all__ = ["Found", "Sentence", "find_in_article", "own_names", "read_sentence"]
