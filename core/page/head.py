"""The head of an article: headline, author, date and place above its first sentence.

The headline is the line most like a title of the story below: its words stand in the first
paragraphs, a date or author line stands under it. What else is short below it and has no mark is a
caption; above it, a part of the site.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.page.agencies import read_signed
from core.page.boundaries import is_listed_title
from core.page.draft import Draft
from core.page.features import Shape, stems, words_near
from core.page.furniture import OTHER_HEADLINE
from core.page.lexicon import Phrases, Words, phrases

_HEAD_SIGNS = frozenset({"stamp", "ago", "byline", "name", "place", "caption", "credit", "number"})
_DATED = frozenset({"stamp", "ago"})
_DECK_WORDS = 45
_LEDE_WORDS = 17  # captions above a story are shorter
_SITE_MARKS = frozenset({"short", "furniture", "credit", "place"})
_SITE_LINES = 5
_NAMED_IN_STORY = 0.34  # who wrote the story is not named in it
_NAME_LINES = 4  # of an article: an author stands among its first lines


@dataclass(frozen=True, slots=True)
class _Head:
    """The undecided lines above a story, and what the scores of all of them need."""

    lines: tuple[int, ...]
    story: frozenset[str]
    first_signed: int
    last_dated: int
    has_byline: bool


def read_head(draft: Draft, start: int, first: int, number: int) -> None:
    """Decide the lines of ``[start, first)``; ``first`` is the story's first sentence."""
    head = _survey(draft, start, first)
    title = _choose_headline(draft, head)
    if title is not None:
        draft.set(title, "headline", number, "title-above-story")
        draft.headlines[number] = title
    for at in head.lines:
        if at != title:
            _read_line(draft, at, title, head, number)


def story_start(draft: Draft, story: Sequence[int]) -> int:
    """The first sentence below the head: a deck above the date or author is of the head."""
    if len(story) < 2 or draft.shapes[story[0]].n_words > _DECK_WORDS:
        return story[0]
    signs = {"byline", "stamp", "ago"}
    between = draft.names[story[0] + 1 : story[1]]
    above = draft.names[max(0, story[0] - 6) : story[0]]
    return story[1] if signs & set(between) and not signs & set(above) else story[0]


def _survey(draft: Draft, start: int, first: int) -> _Head:
    lines = tuple(at for at in range(start, first) if at not in draft.decided)
    signed = [at for at in lines if draft.names[at] in ("stamp", "byline")]
    dated = [at for at in lines if draft.names[at] in _DATED]
    return _Head(
        lines=lines,
        story=frozenset(stems(words_near(draft.shapes[first : first + 3]))),
        first_signed=min(signed, default=first),
        last_dated=max(dated, default=-1),
        has_byline=any(draft.names[at] == "byline" for at in lines),
    )


def _choose_headline(draft: Draft, head: _Head) -> int | None:
    best, best_score = None, 0.0
    for at in head.lines:
        score = _headline_score(draft, at, head)
        if score is not None and (best is None or score > best_score):
            best, best_score = at, score
    return best


def _headline_score(draft: Draft, at: int, head: _Head) -> float | None:
    """How like the story's title a line is; ``None`` when it cannot be."""
    shape, name = draft.shapes[at], draft.names[at]
    if draft.is_article:
        same = " ".join(shape.words) == draft.own_headline
        return 9.0 if same and name in ("short", "prose", "cross", "name", "caption") else None
    own = stems(shape.words)
    near = len(own & head.story) / max(1, len(own))
    is_candidate = (
        name == "short"
        or (name == "name" and near >= _NAMED_IN_STORY)
        or is_listed_title(shape, draft.marks[at])
        or (name == "cross" and draft.rule(at) == "read-also-sign")
    )
    if not is_candidate or len(shape.words) < 2 or shape.ends_colon:
        return None
    score = 3 * near
    score += 1 if len(shape.words) >= 4 else -1
    score -= 1.5 if shape.n_words > _LEDE_WORDS else 0
    score += 0.75 if at == 0 else 0
    below = draft.name_at(at + 1)
    score += 2 if below in _DATED else 1 if below in ("byline", "name", "stamp_label") else 0
    score -= 2 if head.first_signed < at else 0
    score -= 1 if shape.stops else 0
    score -= 1.5 if " | " in shape.text or _has_site_suffix(shape) else 0
    return score


def _has_site_suffix(shape: Shape) -> bool:
    """Whether a title ends in the site's name, as a browser's title bar has it."""
    head, dash, tail = shape.text.rpartition(" - ")
    return bool(dash) and len(head.split()) >= 4 and (tail.isascii() or len(tail.split()) <= 2)


def _read_line(draft: Draft, at: int, title: int | None, head: _Head, number: int) -> None:
    """A line of the head that is not the title."""
    name, rule = draft.names[at], draft.rule(at)
    below_title = title is None or at > title
    match name:
        case "byline":
            draft.set(at, "byline", number, rule)
        case "name":
            if head.has_byline or (draft.is_article and at >= _NAME_LINES):
                draft.set(at, "furniture", number, "name-under-photo")
            else:
                draft.set(at, "byline", number, rule)
        case "stamp" | "stamp_label" | "ago":
            if below_title or _dates_title(draft, at, title, head):
                draft.set(at, "dateline", number, rule)
            else:
                draft.set(at, "furniture", None, "date-of-site")
        case "place":
            _read_place(draft, at, below_title, number)
        case "credit" | "credit_label":
            if below_title and _is_under_caption(draft, at, title):
                draft.set(at, "furniture", number, "source-of-photo")
            else:
                draft.set(at, "credit", number, rule)
        case "cross":
            draft.set(at, "cross_link", number, rule)
        case "short" | "prose":
            _read_short(draft, at, below_title, number)
        case "caption" | "signature" | "number" if below_title:
            draft.set(at, "furniture", number, rule)
        case _:
            draft.set(at, "furniture", None, rule)


def _dates_title(draft: Draft, at: int, title: int | None, head: _Head) -> bool:
    """Whether a date above the title is the story's: right above, and no other below."""
    if title is None:
        return True
    if head.last_dated > title or title - at > len(_HEAD_SIGNS):
        return False
    return all(name in _HEAD_SIGNS for name in draft.names[at + 1 : title])


def _read_place(draft: Draft, at: int, below_title: bool, number: int) -> None:
    shape = draft.shapes[at]
    beside = {draft.name_at(at - 1), draft.name_at(at + 1)}
    is_photo = not phrases("places").at(shape.words) and (
        shape.words[0].isascii() or "caption" in beside or _is_beside_short(draft, at)
    )
    if not below_title:
        draft.set(at, "furniture", None, "section")
    elif is_photo:
        draft.set(at, "furniture", number, "source-of-photo")
    else:
        draft.set(at, "dateline", number, draft.rule(at))


def _is_beside_short(draft: Draft, at: int) -> bool:
    """Whether the line above or below is a free short line under the title: a caption."""
    return any(
        draft.name_at(near) == "short" and draft.kind(near) != "headline"
        for near in (at - 1, at + 1)
    )


def _is_under_caption(draft: Draft, at: int, title: int | None) -> bool:
    return at - 1 != title and draft.name_at(at - 1) in ("caption", "short", "name")


def _read_short(draft: Draft, at: int, below_title: bool, number: int) -> None:
    shape, name = draft.shapes[at], draft.names[at]
    if draft.rule(at) == OTHER_HEADLINE and not draft.is_article:
        draft.set(at, "related", None, OTHER_HEADLINE)
        return
    is_sentence = shape.stops or shape.opens_on or name == "prose"
    if draft.is_article or (below_title and is_sentence):
        draft.set(at, "body", number, "line-above-story")
    elif below_title and shape.n_words >= _LEDE_WORDS and draft.name_at(at + 1) == "prose":
        draft.set(at, "body", number, "lede-without-stop")
    elif below_title and not _read_signed_line(draft, at, number):
        draft.set(at, "furniture", number, "caption-by-place")
    else:
        draft.set(at, "furniture", None, "above-title")


def _read_signed_line(draft: Draft, at: int, number: int) -> bool:
    """A place with an author or an outlet that no list knows, but that the page may name again."""
    signed = read_signed(draft.shapes[at])
    if signed is None:
        return False
    who, name = signed
    if who == "outlet" or _is_named_elsewhere(draft, at, name):
        draft.set(at, "dateline", number, "place-and-outlet")
    else:
        draft.set(at, "byline", number, "place-and-author")
    return True


def _is_named_elsewhere(draft: Draft, at: int, name: Words) -> bool:
    """Whether the site calls itself by a name: in its title, its credits, its copyright line."""
    site = Phrases.of([" ".join(name)])
    return any(
        line != at and draft.names[line] in _SITE_MARKS and site.inside(draft.shapes[line].words)
        for line in (*range(min(_SITE_LINES, len(draft.names))), *range(at + 1, len(draft.names)))
    )
