"""The tail of an article: its last words, credits and sign-off, and what the page puts below.

A short line right below the story belongs to it when it ends or opens like a sentence or goes on
with a list; two titles in a row are other stories, a few words are tags. Once something else has
come between, nothing short is the story's any more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from core.page.draft import Draft
from core.page.furniture import OTHER_HEADLINE
from core.page.marks import IN_PARENTHESES

_ENDS_SENTENCE = '"”»)؟!:'
_CLOSING_KINDS = frozenset({"body", "credit", "byline", "dateline"})
_SIGN_OFF_RULES = frozenset({"initials", "signs-only"})
_TITLE_WORDS = 4
_LONG_WORDS = 9  # more words than tags have


def read_tail(draft: Draft, start: int, end: int, comments: Collection[int], number: int) -> None:
    """Decide the lines of ``[start, end)``, below the story's last sentence."""
    joined, closing = True, True
    for at in range(start, end):
        name = draft.names[at]
        if at in draft.decided:
            joined = False
        elif at in comments:
            draft.set(at, "furniture", None, "comments")
            joined = False
        elif name in ("short", "name") and joined:
            joined = _read_short_below(draft, at, end, number)
        else:
            _read_line(draft, at, closing, number)
            joined = joined and name == "caption"
        closing = closing and (draft.kind(at) in _CLOSING_KINDS or _is_sign_off(draft, at))


def _read_short_below(draft: Draft, at: int, end: int, number: int) -> bool:
    """A short line right below the story; whether the story went on with it."""
    shape, above = draft.shapes[at], draft.shapes[at - 1]
    if draft.rule(at) == OTHER_HEADLINE:
        draft.set(at, "related", None, OTHER_HEADLINE)
        return False
    if draft.rule(at) == IN_PARENTHESES and not draft.is_article:
        draft.set(at, "credit", number, "name-in-parentheses-below-story")
        return False
    goes_on = (
        draft.is_article
        or (shape.stops and len(shape.words) >= 2)
        or shape.opens_on
        or above.ends_colon
        or shape.number
        or (bool(shape.bullet) and shape.bullet == above.bullet)
        or _heads_sentences(draft, at, end)
    )
    group = [] if goes_on else list(_run_of_titles(draft, at, end))
    if len(group) >= 2 and all(len(draft.shapes[line].words) >= _TITLE_WORDS for line in group):
        for line in group:
            draft.set(line, "related", None, "titles-below-story")
        return False
    if goes_on or len(shape.words) >= _LONG_WORDS or shape.text[-1] in _ENDS_SENTENCE:
        draft.set(at, "body", number, "end-of-story")
        return True
    draft.set(at, "furniture", None, "words-below-story")
    return False


def _heads_sentences(draft: Draft, at: int, end: int) -> bool:
    """Whether the next two short lines end as sentences: items of a list of the story."""
    following = range(at + 1, min(at + 3, end))
    return len(following) == 2 and all(
        draft.names[line] == "short" and draft.shapes[line].stops for line in following
    )


def _run_of_titles(draft: Draft, at: int, end: int) -> Iterator[int]:
    while at < end and draft.names[at] == "short" and not draft.shapes[at].stops:
        yield at
        at += 1


def _read_line(draft: Draft, at: int, closing: bool, number: int) -> None:
    """A line that is not right below; ``closing`` says that only closing lines stand between."""
    rule = draft.rule(at)
    match draft.names[at]:
        case "credit" | "credit_label":
            draft.set(at, "credit", number, rule)
        case "signature" | "place" if closing:
            draft.set(at, "credit", number, "agency-below-story")
        case "byline":
            draft.set(at, "byline", number, rule)
        case "name" if closing:
            draft.set(at, "byline", number, rule)
        case "cross":
            draft.set(at, "cross_link", number, rule)
        case "stamp" if closing or rule == "labelled-date-line":
            draft.set(at, "dateline", number, rule)
        case "prose":
            draft.set(at, "furniture", None, "text-apart-from-story")
        case "short" if closing and rule == IN_PARENTHESES:
            draft.set(at, "credit", number, "name-in-parentheses-below-story")
        case "short":
            _read_short_apart(draft, at)
        case _:
            article = number if closing and _is_sign_off(draft, at) else None
            draft.set(at, "furniture", article, rule)


def _is_sign_off(draft: Draft, at: int) -> bool:
    """Whether a line is one of those that close a story: "// انتهى //", initials, a number."""
    return draft.names[at] in ("end", "number", "caption") or draft.rule(at) in _SIGN_OFF_RULES


def _read_short_apart(draft: Draft, at: int) -> None:
    """A short line below the page's other furniture: a title if it reads like one."""
    words = len(draft.shapes[at].words)
    if draft.rule(at) == OTHER_HEADLINE:
        draft.set(at, "related", None, OTHER_HEADLINE)
    elif words >= 5 and draft.kind(at - 1) in ("related", "related_heading"):
        draft.set(at, "related", None, "title-in-list")
    elif words >= 6 and _has_title_beside(draft, at):
        draft.set(at, "related", None, "titles-apart-from-story")
    else:
        draft.set(at, "furniture", None, "words-apart-from-story")


def _has_title_beside(draft: Draft, at: int) -> bool:
    return any(
        draft.name_at(near) == "short" and len(draft.shapes[near].words) >= 5
        for near in (at - 1, at + 1)
    )
