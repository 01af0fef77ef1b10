"""A stored page read: the steps in order, from lines to articles and problems.

1. cut into lines; 2. measure each; 3. mark each by itself, or as another page's headline; 4. join
bare labels with their values; 5. kinds and articles; 6. take out what recurs on the outlet's
pages; 7. what each article says of itself: headline, author, place, credits, day; 8. what
contradicts itself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from core.model import Article, Line, Problem, Record, Span, article_id
from core.page.credits import find_author, find_place, split_credit, value_span
from core.page.features import Shape, measure_page
from core.page.furniture import Learned
from core.page.joins import join_marks
from core.page.kinds import Kinds, read_kinds
from core.page.lexicon import words_of
from core.page.lines import cut_lines
from core.page.mark import Mark
from core.page.marks import mark
from core.page.published import (
    Publication,
    from_datelines,
    from_lede,
    from_metadata,
    from_prefix,
)
from core.page.stamps import shows_month_first
from core.text.fold import Folded, fold_key

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclasses.dataclass(frozen=True, slots=True)
class PageReading:
    """The lines of a page in order, its articles, and what contradicts itself."""

    lines: tuple[Line, ...]
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def read_page(record: Record, folded: Folded, learned: Learned | None = None) -> PageReading:
    """Every non-blank line with its kind and article, and the articles, in page order.

    ``folded`` is ``fold(record.text)``. With what the corpus taught of this page, what recurs on
    the outlet's pages and what is another page's headline is told apart as well.
    """
    shapes = measure_page(folded, cut_lines(record.text))
    own = " ".join(words_of(fold_key(record.headline))) if record.headline else None
    marks = [mark(shape) for shape in shapes]
    if learned:
        marks = learned.mark(shapes, marks)
    marks = join_marks(shapes, marks)
    kinds = read_kinds(shapes, marks, own)
    if learned:
        lines = learned.settle(shapes, marks, kinds.lines)
        kinds = dataclasses.replace(kinds, lines=lines)
    return _Articles(record, folded, shapes, marks, kinds).read()


class _Articles:
    """What the lines of each article say of it."""

    def __init__(
        self,
        record: Record,
        folded: Folded,
        shapes: Sequence[Shape],
        marks: Sequence[Mark],
        kinds: Kinds,
    ) -> None:
        self.record = record
        self.folded = folded
        self.shapes = shapes
        self.marks = marks
        self.kinds = kinds
        self.month_first = shows_month_first(folded.text)
        self.problems: list[Problem] = []

    def read(self) -> PageReading:
        numbers = sorted({line.article for line in self.kinds.lines if line.article is not None})
        if not numbers and self.record.headline:
            numbers = [1]
        articles = tuple(self._article(number) for number in numbers)
        return PageReading(self.kinds.lines, articles, tuple(self.problems))

    def _lines(self, number: int, kind: str) -> list[int]:
        return [
            at
            for at, line in enumerate(self.kinds.lines)
            if line.article == number and line.kind == kind
        ]

    def _surface(self, at: int) -> str:
        line = self.kinds.lines[at]
        return self.record.text[line.start : line.end]

    def _article(self, number: int) -> Article:
        is_first = number == 1
        title = self.kinds.headlines.get(number)
        span = None
        headline = self.record.headline if is_first else None
        if title is not None:
            line = self.kinds.lines[title]
            span = Span(line.start, line.end)
            headline = self._surface(title)
        published = self._published(number)
        return Article(
            position=number,
            headline=headline,
            headline_span=span,
            byline=self._byline(number) or (self.record.byline if is_first else None),
            place=self._place(number),
            published=published.date if published else None,
            published_at=published.at if published else None,
            published_from=published.ground if published else None,
            outlet=self.record.outlet,
            url=self.record.url,
            credits=self._credits(number),
        )

    def _value(self, at: int) -> str | None:
        span = value_span(self.folded, self.kinds.lines[at], self.marks[at])
        return None if span is None else span.of(self.record.text)

    def _byline(self, number: int) -> str | None:
        values = (self._value(at) for at in self._lines(number, "byline"))
        return next((find_author(value) for value in values if value), None)

    def _place(self, number: int) -> str | None:
        for at in (*self._lines(number, "dateline"), *self._lines(number, "byline")):
            place = find_place(self._surface(at))
            if place:
                return place
        return None

    def _credits(self, number: int) -> tuple[str, ...]:
        names: list[str] = []
        for at in self._lines(number, "credit"):
            if self.marks[at].name == "credit_label":
                continue
            value = self._value(at)
            names += split_credit(value) if value else ()
        return tuple(names)

    # the day of publication

    def _published(self, number: int) -> Publication | None:
        dated = [self.shapes[at].text for at in self._lines(number, "dateline")]
        paragraphs = [self.shapes[at].text for at in self._lines(number, "body")[:4]]
        found = self._from_record() if number == 1 else None
        own = from_datelines(dated, self.month_first)
        if own is None and paragraphs:
            own = from_prefix(paragraphs[0], self.month_first)
        if own is None and paragraphs:
            own = from_lede(paragraphs, self.month_first)
        if own is not None and own.stamp is not None and own.stamp.contradicts_weekday:
            self._weekday_problem(number, own)
        return found or own

    def _from_record(self) -> Publication | None:
        found = from_metadata(self.record.published)
        if found is None and self.record.published and self.record.published.strip():
            self._problem(
                1,
                "published-not-read",
                f"expected an ISO 8601 date or instant, not {self.record.published!r}",
            )
        return found

    def _weekday_problem(self, number: int, found: Publication) -> None:
        stamp = found.stamp
        assert stamp is not None and stamp.weekday is not None  # the caller has looked
        self._problem(
            number,
            "weekday-contradicts-date",
            f"{stamp.date.isoformat()} is a {_WEEKDAYS[stamp.date.weekday()]}, "
            f"the page calls it {_WEEKDAYS[stamp.weekday]}",
        )

    def _problem(self, number: int, code: str, detail: str) -> None:
        page = self.record.page_id
        self.problems.append(
            Problem(self.record.path, "page", code, detail, page, article_id(page, number))
        )
