"""Quotes in a headline: who speaks there, and which quote of the body says the same.

What stands before a colon speaks ("الوزير: «لن نرفع الأسعار»"). A headline shortens what the body
reports, so each of its quotes is linked with the body quote that shares most of its words, and
takes the speaker from there when it names none; marked words that only the body tells from words
at a distance are claimed by the same match. A label and a colon with no marks and no cue
("الوزير: لن نرفع الأسعار", but also "الأردن: إضراب عام") make no quote of their own: the body quote
that says it is told where the headline gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.model import Attribution, Mention, Quote, Span
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.referents import known
from core.quotes.report import Opening, Report, Scene
from core.quotes.resolve import Source
from core.text.fold import fold_key
from core.text.tokens import tokenize

RULE = "headline-colon"
MATCHED = "headline-match"
_PART = re.compile(r"\.\.|…|\|")
_LONGEST_LABEL = 8
_SHORTEST_UNMARKED = 2
# Rubrics of the page before a colon: nobody says what follows.
_RUBRICS = folded(
    "بالصور بالفيديو فيديو صور عاجل خاص خاصة شاهد مباشر رسميا تحديث حصري محدث متابعة تغطية "
    "بالأرقام بالأسماء بالتفاصيل بالتفصيل رأي مقال"
)
# What may stand between the speaker and the colon: the occasion or the medium told.
_OCCASION = re.compile(r"^(?:في|عبر|علي|خلال|بعد|عن|ل\w+|ل|ب\w+)$")
_SHARED, _SHARED_BY_SPEAKER, _SHARED_BY_OTHERS = 0.5, 0.34, 0.75
"""Share of a headline quote's words that must recur in the body quote: by whoever says it, by the
same speaker, by another one."""
_MATCH_WEIGHT = 0.95
_NO_CONTENT = folded(
    "من في على إلى عن مع أن إن لن لم لا ما هو هي هذا هذه ذلك تلك التي الذي كل قد "
    "قبل بعد حتى كما ليس"
)
_ENDINGS = ("هما", "هم", "ها", "ات", "ين", "ون", "نا", "ه", "ي", "ا")


def headline_reports(scene: Scene, reports: Sequence[Report]) -> list[Report]:
    """``reports`` of a headline's sentence, with those its colons make."""
    kept = list(reports)
    for begin, end in _parts(scene.sentence.words):
        colon = next((n for n in range(begin + 1, end) if _opens(scene, n)), None)
        if colon is None:
            continue
        label, source = _label(scene, begin, colon)
        if any(label <= report.head < end and report.end > colon for report in kept):
            continue
        report = _after_label(scene, colon, end, source)
        if report is not None:
            kept = [
                *(_before(other, label) for other in kept if not label <= other.begin < end),
                report,
            ]
    return kept


def _before(report: Report, label: int) -> Report:
    """A report that ends where the next label begins at the latest."""
    return replace(report, end=label) if report.begin < label < report.end else report


def _opens(scene: Scene, at: int) -> bool:
    """Whether a colon outside marks stands before a word."""
    word = scene.sentence.words[at]
    return word.after_colon and (word.mark < 0 or word.mark != scene.sentence.words[at - 1].mark)


def _parts(items: Sequence[Word]) -> list[tuple[int, int]]:
    """The parts of a headline between dots: a headline often gives two pieces of news."""
    cuts = [n for n in range(1, len(items)) if _PART.search(items[n].gap)]
    return list(zip([0, *cuts], [*cuts, len(items)], strict=True))


def _after_label(scene: Scene, colon: int, end: int, source: Source | None) -> Report | None:
    marked = not scene.is_open(colon)
    if not marked and (source is None or end - colon < _SHORTEST_UNMARKED):
        return None
    if source is not None:
        scene.memory.add(source)
    unknown = None if source else "the headline names no speaker"
    opening: Opening = "marks" if marked else "colon"
    return Report(colon, end, colon, colon, opening, RULE, source, unknown=unknown)


def _label(scene: Scene, begin: int, colon: int) -> tuple[int, Source | None]:
    """Where the words before a colon begin that name who speaks, and who it is.

    The label is one phrase, with an occasion or medium behind it at most; where other news stands
    before it, it begins with و or behind a comma.
    """
    items = scene.sentence.words
    for at in range(begin, colon):
        if at > begin and not (items[at].text.startswith("و") or items[at].after_comma):
            continue
        phrase = scene.reader.read(scene.sentence, at, colon)
        if phrase is None or colon - at > _LONGEST_LABEL or items[at].text in _RUBRICS:
            continue
        if phrase.end == colon or _OCCASION.match(items[phrase.end].text):
            return at, known(scene, phrase, None, None)
    return begin, None


# -- the body's words -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Said:
    """A body quote with its words for comparing."""

    quote: Quote
    stems: frozenset[str]


def match_headlines(
    text: str, quotes: Sequence[Quote], mentions: Sequence[Mention], unclaimed: Iterable[Span]
) -> list[Quote]:
    """``quotes`` with those of the headline linked to the body, completed and sifted.

    ``unclaimed`` are the marked spans of the headline that are no names and no quotes so far.
    """
    body = [_Said(q, stems(q.span.of(text))) for q in quotes if not q.in_headline]
    given: dict[Span, Span] = {}
    found: list[Quote] = []
    for quote in quotes:
        if not quote.in_headline:
            continue
        match = _match(stems(quote.span.of(text)), quote.attribution, body)
        if match is not None:
            given.setdefault(match.span, quote.span)
        if not _is_mere_label(quote):
            found.append(quote if match is None else _linked(quote, match))
    for span in unclaimed:
        holders = [said for said in body if _holds(said, span, text)]
        match = _match(stems(span.of(text)), Attribution(), holders)
        if match is not None:
            given.setdefault(match.span, span)
            found.append(claimed(span, match, mentions))
    return found + [replace(said.quote, headline=given.get(said.quote.span)) for said in body]


def _is_mere_label(quote: Quote) -> bool:
    """Whether a report has neither marks nor cue: only the body quote it gives is told of it."""
    return quote.rule == RULE and quote.kind == "indirect"


def stems(text: str) -> frozenset[str]:
    """The words of a text without clitics, endings and function words: what a paraphrase keeps.

    >>> sorted(stems("لن نرفع الأسعار")) == sorted(stems("نرفع أسعارنا"))
    True
    """
    words = [token.text for token in tokenize(fold_key(text))]
    return frozenset(_stem(word) for word in words if len(word) > 1 and word not in _NO_CONTENT)


def _stem(word: str) -> str:
    for prefix in ("وال", "بال", "لل", "فال", "كال", "ال", "و", "ب", "ل"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _match(own: frozenset[str], by: Attribution, body: Sequence[_Said]) -> Quote | None:
    """The body quote that shares most of the words ``own``, if enough of them."""
    best: tuple[float, int, Quote] | None = None
    for said in body:
        shared = len(own & said.stems)
        needed = _needed(by, said.quote.attribution)
        if not own or shared < min(2, len(own)) or shared < needed * len(own):
            continue
        score = (shared / len(own), -said.quote.start)
        if best is None or score > best[:2]:
            best = (*score, said.quote)
    return best[2] if best else None


def body_quote(
    own: frozenset[str], by: Attribution, body: Sequence[Quote], text: str
) -> Quote | None:
    """The quote of ``body`` that shares most of the words ``own``, if enough of them."""
    return _match(own, by, [_Said(quote, stems(quote.span.of(text))) for quote in body])


def _needed(headline: Attribution, body: Attribution) -> float:
    if headline.speaker_name is None or body.speaker_name is None:
        return _SHARED
    if headline.speaker_kind == "role" or _same(headline.speaker_name, body.speaker_name):
        return _SHARED_BY_SPEAKER
    return _SHARED_BY_OTHERS


def _same(one: str, other: str) -> bool:
    return bool(stems(one) & stems(other))


def _linked(quote: Quote, match: Quote) -> Quote:
    """A headline quote with its body quote, and its speaker where the headline gives none."""
    by, said = quote.attribution, match.attribution
    linked = replace(quote, headline_of=match.span)
    described = by.speaker_kind in ("role", "unnamed") and said.speaker_kind == "person"
    open_to = by.speaker_name is None or described
    longer = (
        by.speaker_name is not None
        and said.speaker_name is not None
        and " " not in by.speaker_name
        and by.speaker_name in said.speaker_name.split()
    )
    if said.speaker_name is None or not (open_to or longer):
        return linked
    return replace(
        linked,
        attribution=replace(
            said, cue=by.cue, stance=by.stance or said.stance, via=by.via or said.via
        ),
        confidence=round(match.confidence * _MATCH_WEIGHT, 2),
        said_on=quote.said_on or match.said_on,
    )


def _holds(said: _Said, span: Span, text: str) -> bool:
    """Whether the body quotes just these words, one after the other."""
    words = f" {' '.join(token.text for token in tokenize(fold_key(said.quote.span.of(text))))} "
    own = " ".join(token.text for token in tokenize(fold_key(span.of(text))))
    return f" {own} " in words


def claimed(span: Span, match: Quote, mentions: Sequence[Mention]) -> Quote:
    """Marked words as a direct quote of whoever says ``match`` in the body."""
    about = (m.entity_id for m in mentions if span.covers(m.span))
    return replace(
        match,
        start=span.start,
        end=span.end,
        kind="direct",
        rule=MATCHED,
        confidence=round(match.confidence * _MATCH_WEIGHT, 2),
        attribution=replace(match.attribution, cue=None, rule=MATCHED),
        in_headline=True,
        headline_of=match.span,
        about=tuple(dict.fromkeys(about)),
    )
