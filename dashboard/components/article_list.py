"""Lists of articles and of sentences: each line leads to the article, at the passage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.components import dom, i18n, state
from dashboard.components.cards import outlet, present
from dashboard.components.i18n import t

Row = Mapping[str, Any]


def articles(frame: pd.DataFrame) -> dom.Node:
    """Headline, outlet, day, a taste of the text and what was read in it."""
    rows = frame.to_dict("records")
    return dom.el("ol", *(dom.el("li", _article(row)) for row in rows), cls="rw-list")


def passages(frame: pd.DataFrame) -> dom.Node:
    """Sentences with the passage in question marked."""
    rows = frame.to_dict("records")
    return dom.el("ol", *(dom.el("li", _passage(row)) for row in rows), cls="rw-list")


def carriers(frame: pd.DataFrame) -> dom.Node:
    """Articles in a line each: outlet, day, headline."""
    rows = frame.to_dict("records")
    return dom.el("ul", *(dom.el("li", _carrier(row)) for row in rows), cls="rw-carriers")


def article_title(row: Row) -> str:
    """The headline, or a word that says there is none."""
    return row["headline"] if present(row["headline"]) else t("articles.untitled")


def _article(row: Row) -> dom.Node:
    facts = [outlet(row), dom.el("time", i18n.day(row["published"]) or t("quote.undated"))]
    if row["n_quotes"]:
        facts.append(dom.el("span", i18n.count("quote", int(row["n_quotes"]))))
    facts.append(dom.el("span", i18n.count("word", int(row["n_words"]))))
    if present(row["duplicate_of"]):
        facts.append(dom.el("span", t("articles.copy_of"), cls="rw-tag"))
    return dom.el(
        "article",
        dom.link(state.href("articles", art=row["article_id"]), article_title(row), cls="rw-title"),
        dom.el("p", row["snippet"], dir="auto", cls="rw-snippet") if row["snippet"] else None,
        dom.facts(*facts),
    )


def _carrier(row: Row) -> dom.Node:
    carrier = outlet(row)
    when = i18n.day(row["published"]) or t("quote.undated")
    return dom.el(
        "span",
        dom.link(state.href("articles", art=row["article_id"]), dom.el("bdi", article_title(row))),
        dom.el("small", carrier, " · " if carrier else None, when),
    )


def _passage(row: Row) -> dom.Node:
    sentence, at = row["sentence"], int(row["sentence_start"])
    start, end = int(row["start"]) - at, int(row["end"]) - at
    address = state.href("articles", art=row["article_id"], at=f"{row['start']}-{row['end']}")
    return dom.el(
        "article",
        dom.el(
            "p",
            sentence[:start],
            dom.el("mark", sentence[start:end]),
            sentence[end:],
            dir="auto",
            cls="rw-sentence",
        ),
        dom.facts(
            outlet(row),
            dom.el("time", i18n.day(row["published"]) or t("quote.undated")),
            dom.link(address, t("link.open")),
        ),
    )
