"""From the marks of lines to their kinds: which part of the page each undecided line stands in.

The page is parted into articles; each has a head (above its first sentence), a body and a tail
(below its last), read by the modules of those names. A short line without a mark is a title, an
author or a caption in the head, a sub-heading or an item of the story's own lists in the body, and
tags, a title of another story or the last words of the story in the tail. Where nothing decides, a
line of the body stays in it: a lost sentence costs more than a stray caption.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.model import Line
from core.page.body import read_body
from core.page.boundaries import Layout, Listing, find_comments, find_layout
from core.page.draft import Draft
from core.page.features import Shape
from core.page.head import read_head, story_start
from core.page.mark import Mark
from core.page.story import find_story
from core.page.tail import read_tail

_FEW_LINES = 2


@dataclass(frozen=True, slots=True)
class Kinds:
    """The lines of a page with their kinds, and the line of each article's headline, if any."""

    lines: tuple[Line, ...]
    headlines: dict[int, int]


def read_kinds(
    shapes: Sequence[Shape], marks: Sequence[Mark], headline: str | None = None
) -> Kinds:
    """The kind and article of every line; ``headline`` is the container's own, folded.

    1. comments, lists and the starts of further articles; then for each stretch between starts:
    2. its story's sentences; 3. lists; 4. head; 5. body; 6. tail.
    """
    draft = Draft(shapes, marks, headline)
    comments = find_comments(marks)
    layout = find_layout(shapes, marks, comments)
    number = 0
    for start, end in pairwise((0, *layout.starts, len(shapes))):
        listings = [listing for listing in layout.listings if start <= listing.label < end]
        listed = {at for listing in listings for at in (*listing.items, *listing.beside)}
        story = find_story(draft, start, end, comments | listed)
        if not story:
            number += _read_without_prose(draft, start, end, listings, number + 1)
            continue
        number += 1
        _read_listings(draft, listings, number, story)
        read_head(draft, start, story_start(draft, story), number)
        read_body(draft, story, number)
        read_tail(draft, story[-1] + 1, end, comments, number)
    _free_labels_above(draft, layout)
    lines = tuple(
        Line(shape.start, shape.end, *draft.decided[at]) for at, shape in enumerate(shapes)
    )
    return Kinds(lines, draft.headlines)


def _read_listings(
    draft: Draft, listings: Sequence[Listing], number: int, story: Sequence[int]
) -> None:
    for listing in listings:
        article = number if story[0] < listing.label < story[-1] else None
        for at in listing.beside:
            draft.set(at, "furniture", None, "beside-listed-title")
        if listing.is_bare_cross:
            _read_bare_cross(draft, listing, article)
        elif listing.items:
            draft.set(listing.label, "related_heading", None, draft.rule(listing.label))
            for at in listing.items:
                draft.set(at, "related", None, "title-under-heading")
        elif listing.label < story[0] or len(draft.shapes[listing.label].words) == 1:
            draft.set(listing.label, "furniture", None, "section-of-menu")
        else:
            draft.set(listing.label, "related_heading", None, "heading-of-nothing")


def _read_bare_cross(draft: Draft, listing: Listing, article: int | None) -> None:
    """A bare "read also" with one title below it, or with several: a list like any other."""
    if len(listing.items) == 1:
        draft.set(listing.label, "cross_link", article, "read-also-alone")
        draft.set(listing.items[0], "cross_link", article, "title-under-read-also")
        return
    draft.set(listing.label, "cross_link", None, "read-also-alone")
    for at in listing.items:
        draft.set(at, "related", None, "titles-under-read-also")


def _free_labels_above(draft: Draft, layout: Layout) -> None:
    """A bare label right above a further article belongs to none."""
    for start in layout.starts:
        if draft.name_at(start - 1) == "cross_label":
            draft.decided[start - 1] = ("cross_link", None, "read-also-above-article")


def _read_without_prose(
    draft: Draft, start: int, end: int, listings: Sequence[Listing], number: int
) -> bool:
    """Titles only, or a line of news: whether a stretch without a paragraph is an article."""
    _read_listings(draft, listings, number, (start, start))
    free = [at for at in range(start, end) if at not in draft.decided]
    shorts = [at for at in free if draft.names[at] in ("short", "name")]
    is_dated = any(draft.names[at] in ("stamp", "ago", "byline") for at in free)
    is_few = 0 < len(shorts) <= _FEW_LINES
    sentences = [at for at in shorts if draft.shapes[at].stops and len(draft.shapes[at].words) >= 3]
    if draft.is_article:
        sentences = shorts
    elif not sentences and is_few and not listings and not is_dated:
        sentences = shorts[-1:]
    if sentences:
        read_head(draft, start, sentences[0], number)
        read_body(draft, sentences, number)
        read_tail(draft, sentences[-1] + 1, end, frozenset(), number)
        return True
    if is_dated and is_few:
        read_head(draft, start, end, number)
        return True
    for at in free:
        name, rule = draft.names[at], draft.rule(at)
        if name == "short" and len(draft.shapes[at].words) >= 4:
            draft.set(at, "related", None, "page-of-titles")
        elif name == "cross":
            draft.set(at, "cross_link", None, rule)
        else:
            draft.set(at, "furniture", None, rule)
    return False
