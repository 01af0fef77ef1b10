"""Where lists of other stories begin and end, and where a further article begins on the page.

A heading ("مقالات مشابهة") or a bare label ("اقرأ أيضا") opens a list; short lines below it are its
items until prose, another heading or other furniture. The last title of such a list, or a title
that stands between two stretches of prose, opens an article of its own when prose follows that is
its story: after the end of the story before (credit, signature, rule), with a date or author line
under it, with the title's words in its first sentences. One sign alone is never enough, as a link
to a story of the same matter in mid-body looks nearly the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from core.page.features import TITLE_WORDS, Shape, overlap
from core.page.mark import Mark

CLOSERS = frozenset({"credit", "credit_label", "signature", "end", "comments", "tags"})
"""Marks after which a story is over."""
UNDER_TITLE = frozenset(
    {"stamp", "stamp_label", "ago", "byline", "name", "place", "caption", "credit", "signature"}
    | {"number", "furniture"}
)
"""Marks that may stand between a title and the first sentence of its story."""
_DATED = frozenset({"stamp", "ago", "byline"})
_AFTER_COMMENTS = frozenset({"related_label", "cross_label", "end"})
_ITEM_MARKS = frozenset({"short", "name", "caption", "place"})
_BESIDE_ITEMS = frozenset({"number", "stamp", "ago", "signature"})
_TEASER_WORDS = 10
_LONG_TITLE = 26  # words; only where bullets or the lines below say that it is a title


@dataclass(frozen=True, slots=True)
class Listing:
    """A label or heading, the titles under it, and the numbers and dates beside those."""

    label: int
    is_bare_cross: bool
    items: tuple[int, ...]
    beside: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Lists of a page, and the lines at which its second and further articles begin."""

    listings: tuple[Listing, ...]
    starts: tuple[int, ...]


def find_comments(marks: Sequence[Mark]) -> frozenset[int]:
    """Lines of readers' comments: from their heading below a story to what ends them."""
    inside, seen_prose, lines = False, False, set()
    for at, mark in enumerate(marks):
        if mark.name == "comments" and seen_prose:
            inside = True
        elif mark.name in _AFTER_COMMENTS or mark.rule == "furniture-wording":
            inside = False
        if inside:
            lines.add(at)
        seen_prose |= mark.name == "prose"
    return frozenset(lines)


def find_layout(
    shapes: Sequence[Shape], marks: Sequence[Mark], comments: frozenset[int] = frozenset()
) -> Layout:
    """Lists and article starts of a page; comments hold neither."""
    return _Finder(shapes, marks, comments).layout()


def is_listed_title(shape: Shape, mark: Mark) -> bool:
    """Whether a line that counts as prose by its length may be a long title."""
    return (
        mark.name == "prose"
        and not shape.stops
        and not shape.opens_on
        and shape.n_words <= _LONG_TITLE
    )


class _Finder:
    def __init__(
        self, shapes: Sequence[Shape], marks: Sequence[Mark], comments: frozenset[int]
    ) -> None:
        self.shapes = shapes
        self.marks = marks
        self.names = ["comments" if at in comments else mark.name for at, mark in enumerate(marks)]
        self.copies = Counter(shape.words for shape in shapes if len(shape.words) >= 4)
        self.next_prose = self._next_prose()

    def layout(self) -> Layout:
        listings: list[Listing] = []
        starts: list[int] = []
        at, last_prose = 0, -1
        while at < len(self.shapes):
            if self.names[at] in ("related_label", "cross_label"):
                listing, start = self._listing(at, last_prose)
                listings.append(listing)
                if start is not None and last_prose >= 0:
                    starts.append(start)
                at = start + 1 if start is not None else max(self._members(listing)) + 1
                continue
            if self.names[at] == "prose":
                last_prose = at
            elif self._may_open(at) and last_prose >= 0:
                prose = self._story_of(at)
                if prose is not None and self._opens(at, prose, last_prose, via=None):
                    starts.append(at)
            at += 1
        return Layout(tuple(listings), tuple(starts))

    def _members(self, listing: Listing) -> tuple[int, ...]:
        return (listing.label, *listing.items, *listing.beside)

    def _next_prose(self) -> list[int | None]:
        """For every line the next line of prose after it."""
        following: list[int | None] = [None] * len(self.names)
        coming: int | None = None
        for at in range(len(self.names) - 1, -1, -1):
            following[at] = coming
            if self.names[at] == "prose":
                coming = at
        return following

    def _listing(self, label: int, last_prose: int) -> tuple[Listing, int | None]:
        """The list under ``label``, and the title in it that opens an article, if one does."""
        items: list[int] = []
        beside: list[int] = []
        at = label + 1
        while at < len(self.shapes):
            shape, name = self.shapes[at], self.names[at]
            if self._is_item(at, items) and not (items and self._is_teaser(at)):
                items.append(at)
            elif (
                name in _BESIDE_ITEMS
                or _is_list_meta(shape)
                or self._is_tag_of_item(at)
                or (items and self._is_teaser(at))
            ):
                beside.append(at)
            else:
                break
            at += 1
        if at < len(self.shapes) and self.names[at] == "prose" and self._is_subheading(items):
            items.pop()
        start = self._start_among(label, items, last_prose)
        if start is None and last_prose < 0:
            beside = self._without_dateline(items, beside)
        if start is not None:
            items = [item for item in items if item < start]
            beside = [item for item in beside if item < start]
        bare = self.names[label] == "cross_label"
        return Listing(label, bare, tuple(items), tuple(beside)), start

    def _without_dateline(self, items: Sequence[int], beside: list[int]) -> list[int]:
        """What stands beside the titles; a date below a list without dates is the story's own."""
        last = max(items, default=-1)
        within = [at for at in beside if at < last]
        if not items or any(self.names[at] in _DATED for at in within):
            return beside
        return [at for at in beside if at < last or self.names[at] not in _DATED]

    def _is_subheading(self, items: Sequence[int]) -> bool:
        """Whether the last of a list, right above prose, is too short for a title of its like."""
        if len(items) < 2:
            return False
        lengths = [len(self.shapes[item].words) for item in items]
        return lengths[-1] <= 3 and min(lengths[:-1]) >= 4

    def _is_teaser(self, at: int) -> bool:
        """Whether a line is the beginning of a story, cut short below its title."""
        shape = self.shapes[at]
        is_cut = shape.ends_cut and not shape.opens_on and shape.n_words >= _TEASER_WORDS
        return is_cut and self.names[at] in ("short", "prose")

    def _is_tag_of_item(self, at: int) -> bool:
        """Whether a few words of furniture stand between titles: the section of each, a button."""
        return (
            self.names[at] == "furniture"
            and len(self.shapes[at].words) <= 3
            and at + 1 < len(self.names)
            and self.names[at + 1] == "short"
            and len(self.shapes[at + 1].words) >= 4
        )

    def _is_item(self, at: int, items: Sequence[int]) -> bool:
        shape = self.shapes[at]
        if items:
            first = self.shapes[items[0]]
            if first.bullet and len(items) >= 2 and not shape.bullet:
                return False
            if first.bullet and shape.bullet == first.bullet and shape.n_words <= 40:
                return True
        if self.names[at] == "cross":
            return bool(items) and (bool(shape.bullet) or self.marks[at].rule == "read-also-sign")
        return self.names[at] in _ITEM_MARKS or (
            self.names[at] == "prose"
            and bool(items)
            and not shape.stops
            and shape.n_words <= (TITLE_WORDS if shape.opens_on else _LONG_TITLE)
            and self.names[at + 1 : at + 2] != ["prose"]
        )

    def _start_among(self, label: int, items: Sequence[int], last_prose: int) -> int | None:
        title = next((at for at in reversed(items) if self.names[at] in ("short", "prose")), None)
        prose = self._story_of(title) if title is not None else None
        if title is None or prose is None or not self._may_open(title):
            return None
        via = self.names[label]
        if last_prose < 0:
            dated = any(name in _DATED for name in self.names[title + 1 : prose])
            near = overlap(self.shapes[title], self._prose_from(prose))
            return title if near >= (0.15 if dated else 0.25) else None
        return title if self._opens(title, prose, last_prose, via) else None

    def _may_open(self, at: int) -> bool:
        shape = self.shapes[at]
        is_title = self.names[at] == "short" or is_listed_title(shape, self.marks[at])
        return is_title and len(shape.words) >= 3 and not shape.stops and not shape.ends_colon

    def _story_of(self, title: int) -> int | None:
        """The prose under a title, with only author lines, dates and captions between."""
        prose = self.next_prose[title]
        if prose is None or prose - title > 9:
            return None
        between = self.names[title + 1 : prose]
        if any(name not in UNDER_TITLE and name != "short" for name in between):
            return None
        if "short" not in between:
            return prose
        caption = title + 1 + between.index("short")
        dated = any(name in _DATED for name in self.names[title + 1 : caption])
        if between.count("short") > 1 or not dated:
            return None
        story = self._prose_from(prose)
        nearer = overlap(self.shapes[caption], story) > overlap(self.shapes[title], story)
        return None if nearer else prose

    def _opens(self, title: int, prose: int, last_prose: int, via: str | None) -> bool:
        """Whether a title and the prose under it are an article of their own.

        A sum of signs: dated or signed (3), the story before closed (2) or its place left (1), a
        bare label above (1), words of the title in its story (up to 3), the title listed again
        (2), two paragraphs or more (1); a first sentence that goes on with a story ("وأضاف") or
        prose that knows nothing of the title speaks against it.
        """
        before = self.names[last_prose + 1 : title]
        story = self._prose_from(prose)
        near = overlap(self.shapes[title], story)
        score = 0
        score += 3 * any(name in _DATED for name in self.names[title + 1 : prose])
        closed = any(name in CLOSERS for name in before)
        score += 2 if closed else int("furniture" in before)
        score += {"cross_label": 1, "related_label": -1, None: 0}.get(via, 0)
        score += 3 if near >= 0.7 else 2 if near >= 0.5 else 1 if near >= 0.25 else 0
        score -= 2 * (near < 0.12)
        score += 2 * (self.copies[self.shapes[title].words] > 1)
        score += len(story) >= 2
        score -= 4 * self.shapes[prose].opens_on
        return score >= (3 if closed else 5)

    def _prose_from(self, prose: int) -> list[Shape]:
        story: list[Shape] = []
        for at in range(prose, min(prose + 4, len(self.names))):
            if self.names[at] != "prose":
                break
            story.append(self.shapes[at])
        return story


def _is_list_meta(shape: Shape) -> bool:
    """What a screen reader is told of a list: "list 1 of 3", "end of list"."""
    return shape.words[:1] == ("list",) or shape.words == ("end", "of", "list")
