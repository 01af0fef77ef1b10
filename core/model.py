"""The values every stage takes and returns: read this first.

Offsets count the Unicode code points of a page's stored text (``Record.text``), the end excluded;
nothing ever changes that text. Absent is ``None``, never ``""`` or ``-1``.
Collections are tuples, rows are frozen: a stage returns new values and keeps nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Literal

LineKind = Literal[
    "headline",
    "byline",
    "dateline",
    "body",
    "cross_link",
    "credit",
    "related_heading",
    "related",
    "furniture",
]
"""What a line of a page is; names, quotes and dates are read in ``headline`` and ``body`` only."""

PublishedFrom = Literal["metadata", "dateline", "lede"]
"""What the publication date of an article was read from."""

MentionType = Literal["PER", "ORG", "LOC"]
QuoteKind = Literal["direct", "indirect"]
SpeakerKind = Literal["person", "organisation", "role", "unnamed", "document"]
Stance = Literal[
    "says",
    "announces",
    "claims",
    "denies",
    "confirms",
    "warns",
    "threatens",
    "promises",
    "demands",
    "asks",
    "accuses",
    "praises",
    "criticises",
    "expects",
    "admits",
    "reports",
]
"""How the cue puts the words: the class of the reporting verb or noun."""

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal[
    "time",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "vague",
]
Calendar = Literal["gregorian", "hijri"]
Stage = Literal["reading", "page", "dates", "names", "quotes", "store"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points of a page's stored text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The surface form: exactly what is stored there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Record:
    """One stored page as it was read: its text and what its container said of it.

    ``record_id`` is the container's own name for it (a file's stem, a JSON record's ``id``);
    ``path`` is where it was found, for people. ``published`` is what the container claims,
    an ISO date or instant. ``page_id`` follows from the content alone, so the same page has the
    same id wherever it lies and however often it is read.
    """

    record_id: str
    path: str
    text: str
    headline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    byline: str | None = None
    encoding: str = "utf-8"
    n_bytes: int = 0

    @property
    def sha256(self) -> str:
        """Hex digest of the text and the metadata, parted by a character neither may hold."""
        parts = (self.text, self.headline, self.outlet, self.url, self.published, self.byline)
        joined = "\0".join("" if part is None else part for part in parts)
        return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def page_id(self) -> str:
        """First 16 hex digits of ``sha256``."""
        return self.sha256[:16]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of the input: what could not be read or contradicts itself, in a sentence.

    ``code`` is a short kebab-case name (``"not-utf8"``, ``"weekday-contradicts-date"``), the same
    for every fault of one sort; ``detail`` is for people and names the value and the place.
    """

    path: str
    stage: Stage
    code: str
    detail: str
    page_id: str | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line of a page, without its line end and surrounding blanks.

    ``article`` is the 1-based position of the article on the page, or ``None``.
    """

    start: int
    end: int
    kind: LineKind
    article: int | None
    rule: str

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page: its place on it and what the page or the record says of it.

    ``headline_span`` is ``None`` when the headline came from metadata and is not in the text.
    ``published`` stays ``None`` unless this article's own lines or record tell the day; a
    neighbour's day does not count. ``credits`` stand in page order, split
    (``"المصدر: رويترز - وكالة المرفأ"`` is two).
    """

    position: int
    headline: str | None = None
    headline_span: Span | None = None
    byline: str | None = None
    place: str | None = None
    published: dt.date | None = None
    published_at: dt.datetime | None = None
    published_from: PublishedFrom | None = None
    outlet: str | None = None
    url: str | None = None
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name, without proclitics and titles.

    However a text calls somebody, his mentions in it share one ``name`` (the fullest) and one
    ``entity_id``, which stays the same over pages and re-ingest.
    """

    start: int
    end: int
    type: MentionType
    name: str
    entity_id: str
    rule: str
    confidence: float

    @property
    def span(self) -> Span:
        """Where the mention stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time: TIMEX3 ``type`` and ``value``, and the half-open days it covers.

    ``begin``/``end_before`` are ``None`` for durations, sets and vague references, and are never
    narrower than the text: October 2024 is ``2024-10``, 1 October to before 1 November.
    ``tolerance`` is the number of days the interval may be off (1 for Hijri days).
    """

    start: int
    end: int
    type: TimexType
    value: str
    precision: Precision
    calendar: Calendar
    rule: str
    begin: dt.date | None = None
    end_before: dt.date | None = None
    tolerance: int = 0

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of a source chain: through whom the words came. Without span: from the credits."""

    name: str
    span: Span | None = None
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it, by which word, and through whom.

    ``speaker_span`` marks the words beside the quote that say who speaks; ``speaker_name`` is
    that speaker's longest name in the article (several at once: joined with ``"؛ "``). ``via``
    runs from the speaker outwards. ``unknown_because`` says why a speaker is missing.
    """

    cue: Span | None = None
    stance: Stance | None = None
    speaker_span: Span | None = None
    speaker_name: str | None = None
    speaker_kind: SpeakerKind | None = None
    speaker_entity_id: str | None = None
    unnamed_class: str | None = None
    via: tuple[ChainLink, ...] = ()
    rule: str = "none"
    unknown_because: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote: the words at ``start:end`` of the stored text, and their attribution.

    A direct quote is the inside of its marks. ``said_on`` is a TIMEX3 value from the expression
    that governs the cue, else ``None``. ``about`` holds the ids of the entities named inside.
    ``headline_of`` is the span of the body quote whose words a headline quote gives; ``headline``
    the part of the headline, quote or not, that gives the words of a body quote.
    """

    start: int
    end: int
    kind: QuoteKind
    rule: str
    confidence: float
    attribution: Attribution = field(default_factory=Attribution)
    said_on: str | None = None
    in_headline: bool = False
    about: tuple[str, ...] = ()
    headline_of: Span | None = None
    headline: Span | None = None

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ArticleParse:
    """All that was read in one article, each tuple in order of the text.

    ``marked`` holds every marked span that is no quote (names, titles, words at a distance), so
    that nothing between quotation marks is ever without an account.
    """

    article: Article
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    scare: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Parse:
    """All that was read in one stored page."""

    record: Record
    lines: tuple[Line, ...]
    articles: tuple[ArticleParse, ...]
    problems: tuple[Problem, ...] = ()


def article_id(page_id: str, position: int) -> str:
    """An article's id: page and position on it."""
    return f"{page_id}-{position}"


def quote_id(article: str, quote: Quote) -> str:
    """A quote's id: its article and span."""
    return quote_id_at(article, quote.span)


def quote_id_at(article: str, span: Span) -> str:
    """The id of the quote that stands at ``span`` of an article."""
    return f"{article}-q{span.start}-{span.end}"
