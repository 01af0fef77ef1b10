"""Views of the quotes page: cards, speakers, speakers × topics, sources, table."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pandas as pd

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import (
    cards,
    charts,
    controls,
    dom,
    empty,
    figures,
    i18n,
    labels,
    overview,
    ranking,
    sections,
    state,
    tables,
)
from dashboard.components.i18n import t
from dashboard.components.period import days_of, main_period

ORDERS = ("newest", "oldest", "confidence")
_LISTED, _TABLE_SIZE, _IN_TREND = 15, 100, 5
_COLUMNS = (
    "speaker text stance kind cue via published said_on outlet headline confidence rule".split()
)


def card_list(corpus: Corpus, selection: Selection) -> None:
    """The quotes themselves."""
    order = _order(corpus, selection)
    total = corpus.count_quotes(selection)
    page = controls.page_number(total)
    found = corpus.quotes(selection, order, page, controls.PAGE_SIZE)
    dom.show("cards", [cards.of(corpus, found) if total else empty.because(corpus, "quotes")])
    controls.pager(total)


def table(corpus: Corpus, selection: Selection) -> None:
    """The same as rows, a hundred at a time; a row opens its passage."""
    order = _order(corpus, selection)
    total = corpus.count_quotes(selection)
    if not total:
        dom.show("table_empty", [empty.because(corpus, "quotes")])
        return
    page = controls.page_number(total, _TABLE_SIZE)
    found = corpus.quotes(selection, order, page, _TABLE_SIZE)
    named = found.assign(speaker=[cards.speaker_name(row) for row in found.to_dict("records")])
    tables.show(named, _COLUMNS, "quotes_table", cards.passage_href)
    controls.pager(total, _TABLE_SIZE)


def speakers(corpus: Corpus, selection: Selection) -> None:
    """Who speaks most, in which manner, and when."""
    frame = corpus.speakers(selection, limit=_LISTED)
    if not len(frame):
        dom.show("speakers_empty", [empty.because(corpus, "quotes")])
        return
    sections.head(
        "speakers", t("quotes.speakers"), rows=lambda: corpus.speakers(selection, limit=None)
    )
    blocks = [
        ranking.block(t("quotes.speakers_title"), _speaker_rows(frame, selection)),
        ranking.block(t("quotes.stances_title"), _stance_rows(corpus.stances(selection))),
    ]
    dom.show("speakers", [dom.el("div", *blocks, cls="rw-columns")])
    _speakers_over_time(corpus, selection, list(frame["speaker_id"].head(_IN_TREND)))


def topics(corpus: Corpus, selection: Selection) -> None:
    """Who speaks about whom: a table of counts, each cell the quotes it counts."""
    sections.head(
        "speakers-topics",
        t("quotes.matrix_title"),
        t("quotes.matrix_note"),
        rows=lambda: corpus.speaker_topic(selection, 500, 500),
    )
    frame = corpus.speaker_topic(selection)
    if not len(frame):
        dom.show("topics_empty", [empty.because(corpus, "quotes")])
        return
    dom.show("topics", [_matrix(corpus, frame, selection)])


def sources(corpus: Corpus, selection: Selection) -> None:
    """Unnamed sources by class, and through whom the quotes came."""
    sections.head(
        "carriers", t("quotes.sources"), rows=lambda: corpus.carriers(selection, limit=None)
    )
    unnamed = corpus.unnamed(selection)
    carriers = corpus.carriers(selection, limit=_LISTED)
    blocks = [
        ranking.block(
            t("quotes.unnamed_title"), _unnamed_rows(unnamed, selection), empty=t("empty.unnamed")
        ),
        ranking.block(
            t("quotes.carriers_title"), _carrier_rows(carriers, selection), empty=t("empty.chain")
        ),
    ]
    dom.show("sources", [dom.el("div", *blocks, cls="rw-columns")])


VIEWS = {
    "cards": card_list,
    "speakers": speakers,
    "topics": topics,
    "sources": sources,
    "table": table,
}


def _order(corpus: Corpus, selection: Selection) -> str:
    """How many quotes are selected and how many have a speaker; the order chosen."""
    line = overview.coverage_line(corpus.coverage(selection))
    rows = partial(corpus.quotes, selection, page_size=None)
    with sections.head_with("quotes", "", coverage=line, rows=rows):
        return controls.selectbox("order", ORDERS, "quotes", t("quotes.order"))


def _speaker_rows(frame: pd.DataFrame, selection: Selection) -> list[ranking.Row]:
    return [
        ranking.Row(
            labels.speaker_label(row),
            int(row["n_quotes"]),
            _cards(selection.with_(speakers=(row["speaker_id"],))),
            note=i18n.label("speaker_kind", row["kind"]) if cards.present(row["kind"]) else "",
            is_active=row["speaker_id"] in selection.speakers,
        )
        for row in frame.to_dict("records")
    ]


def _stance_rows(frame: pd.DataFrame) -> list[ranking.Row]:
    chosen = state.selection()
    return [
        ranking.Row(
            i18n.label("stance", row["stance"]),
            int(row["n"]),
            _cards(chosen.with_(stances=(row["stance"],))),
            is_active=row["stance"] in chosen.stances,
        )
        for row in frame.to_dict("records")
        if cards.present(row["stance"])
    ]


def _unnamed_rows(frame: pd.DataFrame, selection: Selection) -> list[ranking.Row]:
    return [
        ranking.Row(
            i18n.label("unnamed", row["unnamed_class"]),
            int(row["n_quotes"]),
            _cards(selection.with_(unnamed=(row["unnamed_class"],))),
            is_active=row["unnamed_class"] in selection.unnamed,
        )
        for row in frame.to_dict("records")
    ]


def _carrier_rows(frame: pd.DataFrame, selection: Selection) -> list[ranking.Row]:
    return [
        ranking.Row(
            i18n.name_of(row),
            int(row["n"]),
            _cards(selection.with_(carriers=(row["carrier_id"],))),
            is_active=row["carrier_id"] in selection.carriers,
        )
        for row in frame.to_dict("records")
    ]


def _cards(chosen: Selection) -> str:
    return state.href("quotes", chosen, show="cards")


def _speakers_over_time(corpus: Corpus, selection: Selection, ids: list[str]) -> None:
    with sections.head_with("speakers_trend", t("quotes.period_title")):
        bucket = controls.bucket(corpus, selection)
    names = labels.speaker_labels(corpus, ids)
    frames = [
        corpus.volume(selection.with_(speakers=(one,)), bucket, by=None)
        .groupby("bucket", as_index=False)["n"]
        .sum()
        .assign(entity_id=one)
        for one in ids
    ]
    figure = figures.trend(
        pd.concat(frames), {one: names.get(one, one) for one in ids}, bucket, rtl=i18n.is_arabic()
    )
    period = main_period(corpus, selection)
    pick = partial(_spoken, bucket=bucket)
    charts.show_over_time(
        figure, "speakers_trend", t("quotes.period_title"), period=period, bucket=bucket, pick=pick
    )


def _spoken(meant: str, bucket: str) -> str:
    speaker, day = meant.split("\t")
    begin, end = days_of(dt.date.fromisoformat(day), bucket)
    return _cards(state.selection().with_(begin=begin, end=end, speakers=(speaker,)))


def _matrix(corpus: Corpus, frame: pd.DataFrame, selection: Selection) -> dom.Node:
    speaker_ids = tuple(dict.fromkeys(frame["speaker_id"]))
    topic_ids = tuple(dict.fromkeys(frame["entity_id"]))
    names = dict(zip(frame["speaker_id"], frame["speaker"], strict=True))
    names |= dict(zip(frame["entity_id"], frame["entity"], strict=True))
    if not i18n.is_arabic():
        names |= labels.labels_of(corpus, Selection(speakers=speaker_ids, about=topic_ids))
    counts = {(r.speaker_id, r.entity_id): int(r.n) for r in frame.itertuples()}
    largest = max(counts.values())

    def cell(speaker: str, topic: str) -> dom.Node:
        n = counts.get((speaker, topic))
        if not n:
            return dom.el("td")
        href = _cards(selection.with_(speakers=(speaker,), about=(topic,)))
        title = f"{names[speaker]} · {names[topic]}"
        linked = dom.bar("a", n / largest, i18n.number(n), cls="rw-cell", href=href, title=title)
        return dom.el("td", linked)

    header = [dom.el("th", dom.el("bdi", names[topic]), scope="col") for topic in topic_ids]
    body = [
        dom.el(
            "tr",
            dom.el("th", dom.el("bdi", names[speaker]), scope="row", title=names[speaker]),
            *(cell(speaker, topic) for topic in topic_ids),
        )
        for speaker in speaker_ids
    ]
    return dom.el(
        "div",
        dom.el(
            "table",
            dom.el("thead", dom.el("tr", dom.el("th"), *header)),
            dom.el("tbody", *body),
            cls="rw-matrix",
        ),
        cls="rw-scroll",
        tabindex="0",
    )
