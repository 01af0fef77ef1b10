"""The list of the selected articles."""

from __future__ import annotations

from functools import partial

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import (
    article_list,
    controls,
    dom,
    empty,
    i18n,
    sections,
)
from dashboard.components.i18n import t

_ORDERS = ("newest", "oldest", "relevance")


def show(corpus: Corpus, selection: Selection) -> None:
    """How many, in which order, and one page of them."""
    total = corpus.count_articles(selection)
    options = _ORDERS if selection.words else _ORDERS[:2]
    rows = partial(corpus.articles, selection, page_size=None)
    with sections.head_with("articles", "", coverage=i18n.count("article", total), rows=rows):
        order = controls.selectbox("order", options, "quotes", t("articles.order"))
    page = controls.page_number(total)
    found = corpus.articles(selection, order, page, controls.PAGE_SIZE)
    listed = article_list.articles(found) if total else empty.because(corpus, "articles")
    dom.show("articles", [listed])
    controls.pager(total)
