"""Which lines of prose are an article's own.

Not every sentence of a page is the story's: readers comment, the site speaks of itself, lists of
other stories tease with their first lines. Prose below the end of a story counts only when there
is too much of it for a blurb: a lost paragraph costs more than a stray one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from core.page.boundaries import is_listed_title
from core.page.draft import Draft
from core.page.features import stems

_STORY_OVER = frozenset({"credit", "signature", "end", "tags", "comments"})
_UNDER_HEADLINE = frozenset({"stamp", "byline", "ago", "name", "place", "caption"})
_BLURB_WORDS = 60  # a site's account of itself is shorter, two paragraphs of a story are not
_STRAY_WORDS = 45
_WITHIN = 12  # lines in which the story must go on


def find_story(draft: Draft, start: int, end: int, taken: Collection[int]) -> list[int]:
    """The lines of prose of ``[start, end)`` that make up the story, without those ``taken``."""
    story: list[int] = []
    over = False
    for at in range(start, end):
        name = draft.names[at]
        if at in taken:
            continue
        if name in _STORY_OVER and story and draft.rule(at) != "separator":
            over = not draft.is_article
        elif name == "prose":
            if not story and _is_long_headline(draft, at, end):
                continue
            above = draft.name_at(at - 1)
            joined = bool(story) and story[-1] == at - 1
            if over and not joined and above not in ("credit", "signature"):
                if not _goes_on(draft, at, end):
                    continue
            else:
                over = False
            if story and not joined and _is_stray(draft, at, end, story):
                continue
            story.append(at)
    return story


def _goes_on(draft: Draft, at: int, end: int) -> bool:
    """Whether prose below the story's end is too much to be a blurb of the site."""
    near = [line for line in range(at, min(at + _WITHIN, end)) if draft.names[line] == "prose"]
    words = sum(draft.shapes[line].n_words for line in near)
    return len(near) >= 2 and words >= _BLURB_WORDS


def _is_stray(draft: Draft, at: int, end: int, story: Sequence[int]) -> bool:
    """A teaser, or a single last paragraph apart from the story and on another matter."""
    shape = draft.shapes[at]
    if shape.ends_cut and at + 1 < end and draft.names[at + 1] in ("short", "cross_label"):
        return True
    if shape.opens_on or shape.n_words > _STRAY_WORDS or len(story) < 3:
        return False
    between = draft.names[story[-1] + 1 : at]
    if not {"furniture", "related_label", "tags"} & set(between):
        return False
    if "prose" in draft.names[at + 1 : end]:
        return False
    known = {stem for line in story for stem in stems(draft.shapes[line].words)}
    own = stems(shape.words)
    return len(own & known) < 0.2 * len(own)


def _is_long_headline(draft: Draft, at: int, end: int) -> bool:
    """Whether a long line right above a date or an author, with prose further below, is a title."""
    if not is_listed_title(draft.shapes[at], draft.marks[at]):
        return False
    below = draft.name_at(at + 1)
    return below in _UNDER_HEADLINE and "prose" in draft.names[at + 2 : end]
