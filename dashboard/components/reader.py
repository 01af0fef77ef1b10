"""The reader: an article as it was published, with what was read in it marked.

A line of the stored page becomes a paragraph of its own direction. Marks are plain inline
elements without padding or isolates, so that letters join and order themselves as they do without
them, and what is copied is the stored text. Marks may cross: the line is cut at every edge, and
each piece carries the classes of all marks over it. Lines that are not the article's own
sentences stand in a drawer, each with its kind and the rule that decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from core.corpus import ArticleView
from core.text.bidi import base_direction
from dashboard.components import dom, i18n, state
from dashboard.components.cards import present, speaker_name
from dashboard.components.i18n import t

_READ = ("headline", "body")
"""Kinds of line that are the article itself."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked range of the stored text: its class, its hover text, where a click leads."""

    start: int
    end: int
    cls: str
    title: str = ""
    href: str | None = None


def text(view: ArticleView, at: tuple[int, int] | None) -> dom.Node:
    """The article's headline and body, with the passage ``at`` highlighted and scrolled to."""
    marks = all_marks(view)
    if at is not None:
        marks.append(Mark(*at, cls="rw-here"))
    lines = own_lines(view)
    rows = lines[lines["kind"].isin(_READ)].to_dict("records")
    shown = [_line(view.text, row, marks, at) for row in rows]
    headline = view.meta["headline"]
    if present(headline) and not any(row["kind"] == "headline" for row in rows):
        shown.insert(0, dom.el("h2", headline, dir="auto", cls="rw-line"))
    return dom.el("article", *shown, cls="rw-reader", lang="ar", dir="rtl")


def left_out(view: ArticleView) -> pd.DataFrame:
    """The page's lines that are no part of any article's text."""
    return view.lines[~view.lines["kind"].isin(_READ)]


def drawer(view: ArticleView) -> dom.Node:
    """The lines left out, as stored."""
    rows = left_out(view).to_dict("records")
    return dom.el("ol", *(_left_out(view.text, row) for row in rows), cls="rw-drawer")


def legend() -> dom.Node:
    """What the marks mean."""
    kinds = ("PER", "ORG", "LOC", "quote", "date", "chain", "here")
    marks = (dom.el("span", t(f"articles.mark_{kind}"), cls=CLASSES[kind]) for kind in kinds)
    return dom.el("p", *marks, cls="rw-legend", aria_label=t("articles.legend"))


CLASSES = {
    "PER": "rw-m rw-per",
    "ORG": "rw-m rw-org",
    "LOC": "rw-m rw-loc",
    "quote": "rw-q",
    "date": "rw-d",
    "chain": "rw-v",
    "here": "rw-here",
}


def own_lines(view: ArticleView) -> pd.DataFrame:
    """The lines of this article, in order."""
    own = view.lines["article_id"] == view.meta["article_id"]
    return view.lines[own].sort_values("start")


def all_marks(view: ArticleView) -> list[Mark]:
    """Everything that was read in the article, as marks."""
    return [
        *map(_quote_mark, view.quotes.to_dict("records")),
        *map(_date_mark, view.dates.to_dict("records")),
        *(_chain_mark(row) for row in view.chain.to_dict("records") if present(row["start"])),
        *map(_name_mark, view.mentions.to_dict("records")),
    ]


def pieces(line: tuple[int, int], marks: Iterable[Mark]) -> list[tuple[int, int, list[Mark]]]:
    """A line cut at every edge of a mark: start, end, and the marks over it.

    >>> cut = pieces((0, 9), [Mark(2, 5, "a"), Mark(4, 7, "b")])
    >>> [(start, end, [mark.cls for mark in over]) for start, end, over in cut]
    [(0, 2, []), (2, 4, ['a']), (4, 5, ['a', 'b']), (5, 7, ['b']), (7, 9, [])]
    """
    start, end = line
    over = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {start, end}
    for mark in over:
        edges |= {max(mark.start, start), min(mark.end, end)}
    cuts = sorted(edges)
    return [
        (left, right, [mark for mark in over if mark.start <= left and mark.end >= right])
        for left, right in pairwise(cuts)
    ]


def _line(
    stored: str, row: dict[str, Any], marks: list[Mark], at: tuple[int, int] | None
) -> dom.Node:
    start, end = int(row["start"]), int(row["end"])
    inside = [
        _piece(stored[left:right], over, is_first=at is not None and left == max(at[0], start))
        for left, right, over in pieces((start, end), marks)
    ]
    tag = "h2" if row["kind"] == "headline" else "p"
    direction = base_direction(stored[start:end]) or "rtl"
    return dom.el(tag, *inside, cls="rw-line", dir=direction, data_line="1")


def _piece(stored: str, over: list[Mark], *, is_first: bool) -> dom.Node:
    if not over:
        return stored
    classes = " ".join(dict.fromkeys(mark.cls for mark in over))
    titles = " · ".join(mark.title for mark in over if mark.title)
    href = next((mark.href for mark in over if mark.href), None)
    here = "1" if is_first and "rw-here" in classes else None
    return dom.el(
        "a" if href else "span", stored, cls=classes, title=titles, href=href, data_here=here
    )


def _quote_mark(row: dict[str, Any]) -> Mark:
    speaker = speaker_name(row) or t("quote.unknown")
    title = f"{i18n.label('kind', row['kind'])}: {speaker}"
    return Mark(int(row["start"]), int(row["end"]), f"rw-q rw-q-{row['kind']}", title)


def _date_mark(row: dict[str, Any]) -> Mark:
    return Mark(int(row["start"]), int(row["end"]), "rw-d", str(row["value"]))


def _chain_mark(row: dict[str, Any]) -> Mark:
    title = f"{t('articles.mark_chain')}: {row['name']}"
    return Mark(int(row["start"]), int(row["end"]), "rw-v", title)


def _name_mark(row: dict[str, Any]) -> Mark:
    kind = i18n.label("type", f"one_{row['type']}")
    name = row["name"] if present(row.get("name")) else row["text"]
    href = state.href("entities", who=row["entity_id"])
    return Mark(int(row["start"]), int(row["end"]), CLASSES[row["type"]], f"{kind}: {name}", href)


def _left_out(stored: str, row: dict[str, Any]) -> dom.Node:
    return dom.el(
        "li",
        dom.el("span", i18n.label("line_kind", row["kind"]), cls="rw-tag"),
        dom.el("span", stored[int(row["start"]) : int(row["end"])], dir="auto", cls="rw-stored"),
        dom.el("code", row["rule"]),
    )
