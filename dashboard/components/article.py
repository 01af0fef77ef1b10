"""One article: the reader, what was read in it, who else carried it, the lines left out."""

from __future__ import annotations

from typing import Any

import streamlit as st

from core.corpus import ArticleView, Corpus
from core.selection import Selection
from dashboard.components import (
    article_list,
    cards,
    corrections,
    dom,
    downloads,
    i18n,
    reader,
    state,
)
from dashboard.components.cards import present
from dashboard.components.i18n import t

_FROM = {"metadata": "from_metadata", "dateline": "from_dateline", "lede": "from_lede"}


def show(corpus: Corpus, selection: Selection, article_id: str, at: str | None) -> None:
    """The article with the passage ``at`` ("start-end") highlighted, or that there is none."""
    view = corpus.article(article_id)
    if view is None:
        unknown = dom.el("p", t("articles.unknown", id=article_id))
        dom.show("article", [dom.el("div", unknown, _back(), cls="rw-empty")])
        return
    text, aside = st.columns([7, 4], gap="large")
    with text:
        shown = [dom.facts(_back()), _facts(view), reader.legend(), reader.text(view, _span(at))]
        dom.show("reader", shown)
        _drawer(view)
    with aside:
        _read(corpus, view)
    corrections.of_quotes(corpus, view)


def _span(at: str | None) -> tuple[int, int] | None:
    if at is None:
        return None
    start, end = map(int, at.split("-"))
    return (start, end) if start < end else None


def _back() -> dom.Node:
    return dom.link(state.href("articles", art=None), t("link.back_list"), cls="rw-all")


def _facts(view: ArticleView) -> dom.Node:
    meta = view.meta
    when = i18n.day(meta["published"])
    if when and present(meta["published_from"]):
        where = t(f"articles.{_FROM[meta['published_from']]}")
        dated = dom.el("time", when, title=t("articles.published_from", where=where))
    else:
        dated = dom.el("time", when or t("articles.no_date"))
    byline, place = meta.get("byline"), meta.get("place")
    facts = [
        _outlet(meta),
        dated,
        dom.el("bdi", place) if present(place) else None,
        dom.el("bdi", byline) if present(byline) else None,
        dom.el("span", i18n.count("word", int(meta["n_words"]))),
        *(dom.el("bdi", name) for name in view.credits["name"]),
        _original(meta),
    ]
    return dom.facts(*facts, cls="rw-article-facts")


def _outlet(meta: dict[str, Any]) -> dom.Node | None:
    if not present(meta["outlet"]):
        return None
    chosen = Selection(outlets=(meta["outlet_id"],))
    return dom.link(state.href("articles", chosen, art=None), dom.el("bdi", meta["outlet"]))


def _original(meta: dict[str, Any]) -> dom.Node | None:
    url = meta.get("url")
    if not present(url) or not url.startswith(("http://", "https://")):
        return None
    return dom.link(url, t("articles.original"))


def _drawer(view: ArticleView) -> None:
    lines = reader.left_out(view)
    title = f"{t('articles.left_out')} ({i18n.number(len(lines))})"
    with st.expander(title, icon=":material/visibility_off:"):
        st.caption(t("articles.left_out_note"))
        dom.show("left_out", [reader.drawer(view)])


def _read(corpus: Corpus, view: ArticleView) -> None:
    quotes = view.quotes
    nodes = [dom.el("h2", t("articles.quotes")), _quote_cards(view)]
    if len(view.copies):
        nodes += [dom.el("h2", t("articles.carriers")), article_list.carriers(view.copies)]
    if len(view.neighbours):
        nodes += [dom.el("h2", t("articles.neighbours")), article_list.carriers(view.neighbours)]
    nodes += [dom.el("h2", t("articles.names")), _names(corpus, view)]
    if len(view.dates):
        nodes += [dom.el("h2", t("articles.dates")), _dates(view)]
    dom.show("read", nodes)
    downloads.offer("article-quotes", lambda: quotes)


def _quote_cards(view: ArticleView) -> dom.Node:
    if not len(view.quotes):
        return dom.el("p", t("empty.nothing"), cls="rw-empty")
    return cards.column(view.quotes, view.chain, beside_text=True)


def _names(corpus: Corpus, view: ArticleView) -> dom.Node:
    counts = view.mentions["entity_id"].value_counts()
    rows = corpus.names(list(counts.index)).to_dict("records") if len(counts) else []
    names = [
        dom.link(
            state.href("entities", who=row["entity_id"]),
            dom.el("bdi", i18n.name_of(row)),
            f" {counts[row['entity_id']]}" if counts[row["entity_id"]] > 1 else None,
            cls=f"rw-name-chip {reader.CLASSES[row['type']]}",
        )
        for row in rows
    ]
    return dom.el("p", *names, cls="rw-names")


def _dates(view: ArticleView) -> dom.Node:
    rows = [
        dom.el(
            "li",
            dom.link(
                state.href(art=view.meta["article_id"], at=f"{row['start']}-{row['end']}"),
                dom.el("bdi", row["text"]),
            ),
            dom.el("code", row["value"]),
        )
        for row in view.dates.to_dict("records")
    ]
    return dom.el("ul", *rows, cls="rw-dates")
