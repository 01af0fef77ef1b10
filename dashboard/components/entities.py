"""Parts of the entities page: counts, trend, map."""

from __future__ import annotations

import datetime as dt
from functools import partial

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import (
    charts,
    controls,
    dom,
    empty,
    figures,
    i18n,
    overview,
    ranking,
    sections,
    state,
    tables,
)
from dashboard.components.i18n import t
from dashboard.components.period import days_of, main_period
from dashboard.components.places import TYPES

KINDS = ("all", *TYPES)
_LISTED, _IN_TREND = 100, 6


def most_mentioned(corpus: Corpus, selection: Selection, kind: str) -> None:
    """All names by the number of articles that mention them; a row opens its profile."""
    covered = corpus.coverage(selection)
    sections.head(
        "entities",
        t("entities.counts_title"),
        t("top.note"),
        overview.coverage_line(covered),
        rows=lambda: corpus.entity_counts(selection, _type(kind), limit=None),
    )
    counts = corpus.entity_counts(selection, _type(kind), limit=_LISTED)
    if not len(counts):
        dom.show("counts_empty", [empty.because(corpus, "entities")])
        return
    rows = overview.name_rows(counts.head(24))
    dom.show("counts", [dom.el("div", ranking.bars(rows), cls="rw-in-columns")])
    columns = ("name", "name_en", "type", "n_articles", "n_mentions")
    with tables.drawer(len(counts)):
        tables.show(counts, columns, "counts_table", _profile)


def trend(corpus: Corpus, selection: Selection, kind: str) -> None:
    """The most mentioned names over time; a point opens that name's articles of those days."""
    leading = corpus.entity_counts(selection, _type(kind), limit=_IN_TREND)
    names = {row["entity_id"]: i18n.name_of(row) for row in leading.to_dict("records")}
    with sections.head_with(
        "trend",
        t("entities.trend_title"),
        t("entities.trend_note"),
        rows=lambda: corpus.entity_trend(selection, list(names), bucket),
    ):
        bucket = controls.bucket(corpus, selection)
    frame = corpus.entity_trend(selection, list(names), bucket)
    if not len(frame):
        dom.show("trend_empty", [empty.because(corpus, "entities")])
        return
    figure = figures.trend(frame, names, bucket, rtl=i18n.is_arabic())
    period = main_period(corpus, selection)
    pick = partial(articles_of, bucket=bucket)
    charts.show_over_time(
        figure, "trend", t("entities.trend_title"), period=period, bucket=bucket, pick=pick
    )


def articles_of(meant: str, bucket: str) -> str:
    """The articles that mention an entity in the days of a bucket."""
    entity_id, day = meant.split("\t")
    begin, end = days_of(dt.date.fromisoformat(day), bucket)
    chosen = state.selection().with_(begin=begin, end=end)
    if entity_id not in chosen.entities:
        chosen = chosen.adding("entities", entity_id)
    return state.href("articles", chosen)


def on_the_map(corpus: Corpus, selection: Selection) -> None:
    """Places with coordinates; a dot opens the place's profile."""
    frame = corpus.places(selection)
    sections.head(
        "places",
        t("entities.map_title"),
        t("entities.map_note"),
        rows=lambda: corpus.places(selection, limit=None),
    )
    if not len(frame):
        dom.show("map_empty", [empty.because(corpus, "places")])
        return
    labels = [i18n.name_of(row) for row in frame.to_dict("records")]
    figure = figures.places(frame, labels)
    charts.show(
        figure, "map", t("entities.map_title"), lambda place: state.href("entities", who=place)
    )


def _type(kind: str) -> str | None:
    return None if kind == "all" else kind


def _profile(row: dict) -> str:
    return state.href("entities", who=row["entity_id"])
