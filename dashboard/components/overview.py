"""Parts of the overview: figures, volume, leading names, the newest statements."""

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
    ranking,
    sections,
    state,
    stats,
)
from dashboard.components.i18n import t
from dashboard.components.period import days_of, main_period
from dashboard.components.places import TYPES

_LEADING, _NEWEST = 8, 6


def figures_of(covered: dict[str, object], selection: Selection) -> list[stats.Stat]:
    """The figures at a glance, each with the way to the rows it counts."""
    n = {key: int(value) for key, value in covered.items() if key.startswith("n_")}
    begin, end = i18n.day(covered["first_day"]), i18n.day(covered["last_day"])
    period = t("stat.period", begin=begin, end=end) if begin else ""
    direct = selection.with_(kinds=("direct",))
    attributed = i18n.percent(n["n_attributed"], n["n_quotes"])
    return [
        stats.Stat(t("stat.articles"), n["n_articles"], state.href("articles"), period),
        stats.Stat(t("stat.outlets"), n["n_outlets"], state.href("compare")),
        stats.Stat(
            t("stat.quotes"),
            n["n_quotes"],
            state.href("quotes"),
            f"{t('stat.attributed')} {attributed}",
        ),
        stats.Stat(t("stat.direct"), n["n_direct"], state.href("quotes", direct)),
        stats.Stat(
            t("stat.unnamed"), n["n_unnamed"], state.href("quotes", selection, show="sources")
        ),
        stats.Stat(
            t("stat.undated"),
            n["n_undated"],
            state.href("articles", selection.with_(undated=True)),
        ),
        stats.Stat(
            t("stat.copies"), n["n_copies"], state.href("compare", selection, show="copies")
        ),
        stats.Stat(
            t("stat.problems"), n["n_problems"], state.href("corpus", selection, show="problems")
        ),
    ]


def at_a_glance(corpus: Corpus, selection: Selection) -> None:
    """The row of figures."""
    dom.show("figures", [stats.row(figures_of(corpus.coverage(selection), selection))])


def coverage_line(covered: dict[str, object]) -> str:
    """How much of what is counted could be dated and attributed."""
    return t(
        "stat.coverage",
        dated=i18n.number(covered["n_dated"]),
        articles=i18n.count("article", covered["n_articles"]),
        attributed=i18n.number(covered["n_attributed"]),
        quotes=i18n.count("quote", covered["n_quotes"]),
    )


def volume(corpus: Corpus, selection: Selection) -> None:
    """Articles over time by outlet; a bar narrows the selection to its days."""
    period = main_period(corpus, selection)
    covered = corpus.coverage(selection)
    with sections.head_with(
        "volume",
        t("volume.title"),
        t("volume.note"),
        " · ".join(filter(None, (coverage_line(covered), period.note if period else ""))),
        rows=lambda: corpus.volume(selection, bucket),
    ):
        bucket = controls.bucket(corpus, selection)
    frame = corpus.volume(selection, bucket)
    if not len(frame):
        dom.show("volume_empty", [empty.because(corpus, "articles")])
        return
    rest = t("volume.others"), t("volume.unknown")
    figure = figures.volume(frame, bucket, *rest, t("volume.n"), rtl=i18n.is_arabic())
    pick = partial(days_href, bucket=bucket)
    charts.show_over_time(
        figure, "volume", t("volume.title"), period=period, bucket=bucket, pick=pick
    )


def days_href(day: str, bucket: str) -> str:
    """The view narrowed to the days of a bucket."""
    begin, end = days_of(dt.date.fromisoformat(day), bucket)
    return state.href(chosen=state.selection().with_(begin=begin, end=end))


def leading_names(corpus: Corpus, selection: Selection) -> None:
    """The people, organisations and places most articles mention."""
    blocks = [
        ranking.block(
            t(f"top.{kind}"),
            name_rows(corpus.entity_counts(selection, kind, limit=_LEADING)),
            empty=t("empty.entities"),
        )
        for kind in TYPES
    ]
    dom.show("leading", [dom.el("div", *blocks, cls="rw-columns")])


def name_rows(frame: pd.DataFrame, column: str = "n_articles") -> list[ranking.Row]:
    """Rows of a ranking of names, each leading to the name's profile."""
    return [
        ranking.Row(
            i18n.name_of(row),
            int(row[column]),
            state.href("entities", who=row["entity_id"]),
            is_active=row["entity_id"] in state.selection().entities,
        )
        for row in frame.to_dict("records")
    ]


def newest(corpus: Corpus, selection: Selection) -> None:
    """The newest statements as cards."""
    quotes = corpus.quotes(selection, page_size=_NEWEST)
    everything = dom.link(state.href("quotes"), t("link.all"), cls="rw-all")
    head = dom.el("h2", t("top.newest"), everything)
    body = cards.of(corpus, quotes) if len(quotes) else empty.because(corpus, "quotes")
    dom.show("newest", [head, body])
