"""Parts of the timeline: published and said, days talked about, sentences, bursts."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pandas as pd

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import (
    article_list,
    charts,
    controls,
    dom,
    empty,
    figures,
    i18n,
    overview,
    sections,
    state,
)
from dashboard.components.i18n import t
from dashboard.components.period import Period, days_of, main_period

_MARGIN = dt.timedelta(days=45)
"""How far before and after the period of publication the days talked about are shown."""


def published_and_said(corpus: Corpus, selection: Selection) -> str:
    """Articles by day of publication, quotes by the day they were said; the bucket chosen."""
    period = main_period(corpus, selection)
    covered = overview.coverage_line(corpus.coverage(selection))
    with sections.head_with(
        "said",
        t("timeline.flow_title"),
        t("timeline.flow_note"),
        " · ".join(filter(None, (covered, period.note if period else ""))),
        rows=lambda: corpus.said(selection, bucket),
    ):
        bucket = controls.bucket(corpus, selection)
    published = corpus.volume(selection, bucket, by=None)
    said = corpus.said(selection, bucket)
    if not len(published) and not len(said):
        dom.show("flow_empty", [empty.because(corpus, "articles")])
        return bucket
    series = {
        "published": (t("timeline.published"), published),
        "said": (t("timeline.said"), said),
    }
    figure = figures.counts_over_time(series, bucket, rtl=i18n.is_arabic())
    pick = partial(_open, bucket=bucket)
    charts.show_over_time(
        figure, "flow", t("timeline.flow_title"), period=period, bucket=bucket, pick=pick
    )
    return bucket


def talked_about(corpus: Corpus, selection: Selection, bucket: str) -> None:
    """Days named in the texts, around the period of publication; how many lie beyond it."""
    days = corpus.talked_about(selection, bucket)
    shown = _near(days, main_period(corpus, selection))
    outside = int(days["n"].sum() - shown["n"].sum())
    sections.head(
        "talked-about",
        t("timeline.talked_title"),
        t("timeline.talked_note"),
        t("timeline.outside", n=i18n.count("date", outside)) if outside else "",
        rows=lambda: corpus.talked_about(selection, bucket),
    )
    if not len(shown):
        dom.show("talked_empty", [empty.because(corpus, "dates")])
        return
    series = {"talked": (t("timeline.talked"), shown)}
    figure = figures.counts_over_time(series, bucket, rtl=i18n.is_arabic(), height=220)
    charts.show(figure, "talked", t("timeline.talked_title"), partial(_open, bucket=bucket))


def _near(days: pd.DataFrame, period: Period | None) -> pd.DataFrame:
    if period is None:
        return days
    begin, end = pd.Timestamp(period.first - _MARGIN), pd.Timestamp(period.last + _MARGIN)
    return days[(days["bucket"] >= begin) & (days["bucket"] <= end)]


def _open(meant: str, bucket: str) -> str:
    """A bar opens what it counts: articles of its days, quotes said on them, sentences."""
    series, day = meant.split("\t")
    if series == "published":
        return overview.days_href(day, bucket)
    if series == "said":
        begin, end = days_of(dt.date.fromisoformat(day), bucket)
        chosen = state.selection().with_(said_begin=begin, said_end=end)
        return state.href("quotes", chosen, show="cards")
    return state.href(day=day)


def sentences(corpus: Corpus, selection: Selection, day: str, bucket: str) -> None:
    """The sentences that name a day, week or month, with the way to each in its article."""
    when = dt.date.fromisoformat(day)
    total = corpus.count_dated_passages(selection, (when, bucket))
    page = controls.page_number(total)
    found = corpus.dated_passages(selection, (when, bucket), page, controls.PAGE_SIZE)
    title = t("timeline.passages", what=i18n.days_between(*days_of(when, bucket)))
    close = dom.link(state.href(day=None), t("timeline.close"), cls="rw-all")
    body = article_list.passages(found) if total else empty.because(corpus, "passages")
    counted = dom.el("p", i18n.count("sentence", total), cls="rw-coverage")
    dom.show("passages", [dom.el("h2", title, close), counted, body])
    controls.pager(total)


def bursts(corpus: Corpus, selection: Selection) -> None:
    """Days on which a name was mentioned far more than is usual for it."""
    sections.head(
        "bursts",
        t("timeline.bursts_title"),
        t("timeline.bursts_note"),
        rows=lambda: corpus.bursts(selection, limit=None),
    )
    frame = corpus.bursts(selection)
    if not len(frame):
        dom.show("bursts", [dom.el("p", t("empty.bursts"), cls="rw-empty")])
        return
    rows = [dom.el("li", _burst(row, selection)) for row in frame.to_dict("records")]
    dom.show("bursts", [dom.el("ul", *rows, cls="rw-bursts")])


def _burst(row: dict, selection: Selection) -> dom.Node:
    begin, end = row["begin"].date(), row["end"].date()
    entities = tuple(dict.fromkeys((*selection.entities, row["entity_id"])))
    chosen = selection.with_(begin=begin, end=end, entities=entities)
    expected = f"{row['expected']:.1f}"
    return dom.link(
        state.href("articles", chosen),
        dom.el("bdi", i18n.name_of(row), cls="rw-label"),
        dom.el("time", i18n.days_between(begin, end)),
        dom.el("small", t("timeline.burst", n=i18n.count("article", row["n"]), expected=expected)),
        cls="rw-burst",
    )
