"""Views of the compare page: side by side, the same statement, wire copies."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import (
    article_list,
    cards,
    charts,
    controls,
    dom,
    empty,
    figures,
    i18n,
    labels,
    overview,
    sections,
    state,
    tables,
)
from dashboard.components.i18n import t
from dashboard.components.period import days_of

_BY = ("outlet", "speaker", "period")
_MEASURES = ("entities", "quotes", "volume", "stances")
_AT_MOST, _BY_DEFAULT, _ITEMS = 6, 3, 12
_OFFERED_SPEAKERS = 60
_MONTHS_FROM = 70  # days from which months, not weeks, are compared


def side_by_side(corpus: Corpus, selection: Selection) -> None:
    """What outlets, speakers or periods speak of, in shares of each."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = controls.choice("by", _BY, "compare", t("compare.by"))
        measure = controls.choice("m", _MEASURES, "compare", t("compare.measure"))
    names = _options(corpus, selection, by)
    keys = _keys(names)
    if len(keys) < 2:
        dom.show("pick_two", [dom.el("p", t("compare.pick_two"), cls="rw-empty")])
        return
    frame = corpus.compare(selection, by, keys, measure, limit=_ITEMS)
    if not frame["n"].sum():
        dom.show("compare_empty", [empty.because(corpus, "articles")])
        return
    frame = frame.assign(label=[names.get(key, key) for key in frame["key"]])
    frame = frame.assign(item=_item_names(corpus, frame, measure))
    sections.head(
        "compare",
        t(f"compare.{measure}"),
        t("compare.share_note"),
        overview.coverage_line(corpus.coverage(selection)),
        rows=lambda: corpus.compare(selection, by, keys, measure, limit=500),
    )
    _chart(frame, by, measure, corpus.volume_bucket(selection))
    with tables.drawer(len(frame)):
        tables.show(_wide(frame), _wide(frame).columns, "compare_table")


def statements(corpus: Corpus, selection: Selection) -> None:
    """One speaker's statement as several outlets carried it, first carrier first."""
    sections.head(
        "statements",
        t("compare.statements"),
        t("compare.statements_note"),
        rows=lambda: corpus.statements(selection, limit=None),
    )
    frame = corpus.statements(selection, limit=20)
    if not len(frame):
        dom.show("statements", [empty.because(corpus, "statements")])
        return
    ids = [one for quote_ids in frame["quote_ids"] for one in quote_ids]
    quotes = corpus.quotes_by_id(ids).set_index("quote_id", drop=False)
    groups = [_statement(row, quotes) for row in frame.to_dict("records")]
    dom.show("statements", [dom.el("div", *groups, cls="rw-statements")])


def copies(corpus: Corpus, selection: Selection) -> None:
    """One article in several outlets, and who had it first."""
    sections.head(
        "wire-copies",
        t("compare.copies"),
        t("compare.copies_note"),
        rows=lambda: corpus.wire_copies(selection, limit=None),
    )
    frame = corpus.wire_copies(selection)
    if not len(frame):
        dom.show("copies", [empty.because(corpus, "copies")])
        return
    groups = [_story(row) for row in frame.to_dict("records")]
    dom.show("copies", [dom.el("div", *groups, cls="rw-statements")])


VIEWS = {"side": side_by_side, "statements": statements, "copies": copies}


def _options(corpus: Corpus, selection: Selection, by: str) -> dict[str, str]:
    """What can be compared, most frequent (or latest) first, with labels."""
    if by == "outlet":
        return labels.outlet_labels(corpus)
    if by == "speaker":
        rows = corpus.speakers(selection, limit=_OFFERED_SPEAKERS).to_dict("records")
        return {row["speaker_id"]: labels.speaker_label(row) for row in rows}
    return _periods(corpus.coverage(selection))


def _periods(covered: dict[str, Any]) -> dict[str, str]:
    first, last = covered["first_day"], covered["last_day"]
    if not first or not last:
        return {}
    sort = "M" if (last - first).days > _MONTHS_FROM else "W"
    spans = [
        (max(period.start_time.date(), first), min(period.end_time.date(), last))
        for period in pd.period_range(first, last, freq=sort)
    ]
    return {_period_key(*span): i18n.days_between(*span) for span in reversed(spans)}


def _period_key(begin: dt.date, end: dt.date) -> str:
    return f"{begin.isoformat()}..{end.isoformat()}"


def _keys(names: dict[str, str]) -> list[str]:
    """The chosen keys; the first few until some are chosen."""
    chosen = [key for key in state.view("k") if key in names]
    shown = chosen or list(names)[:_BY_DEFAULT]
    st.multiselect(
        t("compare.keys"),
        list(names),
        key=state.seed("k", shown),
        format_func=lambda key: names.get(key, key),
        placeholder=t("compare.keys_hint"),
        max_selections=_AT_MOST,
        filter_mode="contains",
        select_all=False,
        on_change=_take_keys,
    )
    return shown


def _take_keys() -> None:
    state.see(k=tuple(st.session_state["w_k"]))


def _item_names(corpus: Corpus, frame: pd.DataFrame, measure: str) -> list[str]:
    if measure == "stances":
        return [i18n.label("stance", item) for item in frame["item_id"]]
    if measure == "volume":
        return [i18n.day(item) for item in frame["item_id"]]
    if i18n.is_arabic():
        return list(frame["item"])
    ids = list(dict.fromkeys(frame["item_id"]))
    names = labels.entity_labels(corpus, ids)
    return [
        names.get(item, label) for item, label in zip(frame["item_id"], frame["item"], strict=True)
    ]


def _chart(frame: pd.DataFrame, by: str, measure: str, bucket: str) -> None:
    if measure == "volume":
        frame = frame.assign(bucket=pd.to_datetime(frame["item_id"]), entity_id=frame["key"])
        names = dict(zip(frame["key"], frame["label"], strict=True))
        figure = figures.trend(frame, names, bucket, rtl=i18n.is_arabic())
    else:
        items = dict(zip(frame["item_id"], frame["item"], strict=True))
        figure = figures.shares(frame, items, rtl=i18n.is_arabic())
    pick = partial(_rows_of, by, measure, bucket)
    charts.show(figure, f"compare_{measure}", t(f"compare.{measure}"), pick)


def _rows_of(by: str, measure: str, bucket: str, meant: str) -> str:
    """The rows a bar counts: the key and the item on top of the selection."""
    key, item = meant.split("\t")
    chosen = state.selection()
    if by == "period":
        begin, end = map(dt.date.fromisoformat, key.split(".."))
        chosen = chosen.with_(begin=begin, end=end)
    else:
        chosen = chosen.with_(**{f"{by}s": (key,)})
    if measure == "volume":
        begin, end = days_of(dt.date.fromisoformat(item[:10]), bucket)
        begin, end = max(begin, chosen.begin or begin), min(end, chosen.end or end)
        return state.href("articles", chosen.with_(begin=begin, end=end))
    if measure == "entities":
        entities = tuple(dict.fromkeys((*chosen.entities, item)))
        return state.href("articles", chosen.with_(entities=entities))
    part = "stances" if measure == "stances" else "speakers"
    return state.href("quotes", chosen.with_(**{part: (item,)}))


def _wide(frame: pd.DataFrame) -> pd.DataFrame:
    """One row an item, one column a key, "share (count)" in the cells."""
    cells = [
        f"{100 * share:.0f}% ({n})" for share, n in zip(frame["share"], frame["n"], strict=True)
    ]
    wide = frame.assign(cell=cells).pivot_table(
        index="item", columns="label", values="cell", aggfunc="first", sort=False
    )
    return wide.reset_index().rename(columns={"item": "name"})


def _statement(row: dict[str, Any], quotes: pd.DataFrame) -> dom.Node:
    carried = [quotes.loc[one].to_dict() for one in row["quote_ids"] if one in quotes.index]
    speaker = row["speaker"] if cards.present(row["speaker"]) else t("quote.unknown")
    return dom.el(
        "section",
        dom.el("h2", dom.el("bdi", speaker), _outlets(row["n_outlets"])),
        _first(row["first_outlet"], row["first_published"]),
        dom.el("ol", *(dom.el("li", _wording(quote)) for quote in carried), cls="rw-list"),
        cls="rw-card",
    )


def _wording(quote: dict[str, Any]) -> dom.Node:
    return dom.el(
        "article",
        dom.el("blockquote", quote["text"], dir="auto"),
        dom.facts(
            dom.el("bdi", quote["outlet"]) if cards.present(quote["outlet"]) else None,
            dom.el("time", i18n.day(quote["published"]) or t("quote.undated")),
            dom.link(cards.passage_href(quote), t("link.open")),
        ),
    )


def _story(row: dict[str, Any]) -> dom.Node:
    copied = pd.DataFrame(list(row["copies"])).assign(headline=row["headline"])
    title = article_list.article_title(row)
    return dom.el(
        "section",
        dom.el(
            "h2",
            dom.link(state.href("articles", art=row["article_id"]), dom.el("bdi", title)),
            _outlets(row["n_copies"] + 1),
        ),
        _first(row["outlet"], row["published"]),
        article_list.carriers(copied),
        cls="rw-card",
    )


def _outlets(n: int) -> dom.Node:
    return dom.el("small", i18n.count("outlet", int(n)), cls="rw-tag")


def _first(outlet: Any, published: Any) -> dom.Node:
    name = outlet if cards.present(outlet) else "–"
    when = i18n.day(published) or t("quote.undated")
    return dom.facts(t("compare.first"), dom.el("bdi", name), dom.el("time", when))
