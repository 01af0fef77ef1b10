"""The body of an article: its sentences, and what stands between them.

Between two sentences of one story a short line is a sub-heading, a question or an item of a list,
and stays; only what names itself (links, credits, captions) or stands in a box of the site is
taken out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.page.draft import Draft
from core.page.features import Shape
from core.page.furniture import OTHER_HEADLINE

_BOX_RULES = ("furniture-phrase", "furniture-wording", "furniture-opening", "buttons")
_MOST_LINKS = 5
_TITLE_WORDS = 5
_SUBHEADING_RULES = ("crumbs", "number-value", "repeats-on-page")


def read_body(draft: Draft, story: Sequence[int], number: int) -> None:
    """Decide the story's sentences and every line between the first and the last of them."""
    for at in story:
        draft.set(at, "body", number, draft.rule(at))
    for above, below in pairwise(story):
        _read_links(draft, above, below)
    for at in range(story[0], story[-1]):
        if at not in draft.decided:
            _read_line(draft, at, number)


def _read_links(draft: Draft, above: int, below: int) -> None:
    """Titles of other stories between two paragraphs, without a label above them.

    Of 25 such runs read in ANT all were links. Verse and questions of columnists look alike, so
    the story must plainly stop above and go on below.
    """
    run = range(above + 1, below)
    if not 2 <= len(run) <= _MOST_LINKS or any(draft.names[at] != "short" for at in run):
        return
    shapes = [draft.shapes[at] for at in run]
    is_known = any(draft.rule(at) == OTHER_HEADLINE for at in run)
    goes_on = draft.shapes[above].stops and draft.shapes[below].opens_on
    if not (is_known or goes_on) or all(shape.text.endswith("؟") for shape in shapes):
        return
    if all(_is_title(shape) for shape in shapes):
        for at in run:
            draft.set(at, "related", None, "titles-among-sentences")


def _is_title(shape: Shape) -> bool:
    is_item = bool(shape.bullet) or shape.number or shape.opens_on
    is_open = shape.stops or shape.ends_cut or shape.ends_colon
    return len(shape.words) >= _TITLE_WORDS and not is_item and not is_open


def _read_line(draft: Draft, at: int, number: int) -> None:
    rule = draft.rule(at)
    match draft.names[at]:
        case "short" if _is_in_box(draft, at):
            draft.set(at, "furniture", None, "in-box-of-site")
        case "short" if rule == OTHER_HEADLINE:
            draft.set(at, "cross_link", number, rule)
        case "short" | "name" | "place" | "prose":
            draft.set(at, "body", number, "between-sentences")
        case "furniture" | "number" if _may_be_subheading(draft, at):
            draft.set(at, "body", number, "between-sentences")
        case "stamp":
            is_labelled = rule == "labelled-date-line"
            draft.set(at, "dateline" if is_labelled else "body", number, rule)
        case "cross":
            draft.set(at, "cross_link", number, rule)
        case "credit" | "credit_label":
            draft.set(at, "credit", number, rule)
        case "byline":
            draft.set(at, "byline", number, rule)
        case _:
            draft.set(at, "furniture", None, rule)


def _is_in_box(draft: Draft, at: int) -> bool:
    """Whether a short line stands between two lines of the page's furniture."""
    beside = (draft.marks[at - 1], draft.marks[at + 1])
    return not draft.shapes[at].stops and all(
        mark.name == "furniture" and mark.rule in _BOX_RULES for mark in beside
    )


def _may_be_subheading(draft: Draft, at: int) -> bool:
    """Whether a line that looked like furniture stands among the story's own lines."""
    rule = draft.rule(at)
    if rule == "latin-only":
        return draft.is_article or len(draft.shapes[at].words) >= 5
    if rule == "number-only":
        return draft.is_article
    return rule in _SUBHEADING_RULES
