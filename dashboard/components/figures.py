"""Charts as pure functions: small frames in, Plotly figures out.

Every label passes through ``isolate``, each line of a hover text by itself, so that Arabic with
Latin names and numbers in it keeps its order. Time runs left to right in both languages; in a
right-to-left interface the value axis and the legend stand at the right. ``customdata`` carries
what a click means.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from core.text.bidi import isolate

FONT = "PlexArabic, sans-serif"
MAX_OUTLETS = 6
_FREQUENCY = {"day": "D", "week": "W-MON", "month": "MS"}
_IN_VIEW = 0.96  # share of the mentions whose places the map is fitted to
_WHEN = {"day": "%{x|%d %b %Y}", "week": "%{x|%d %b %Y}", "month": "%{x|%b %Y}"}


def safe(text: str) -> str:
    """A label from data: isolated, and nothing in it read as Plotly's markup."""
    return isolate(html.escape(text, quote=False))


def within(figure: go.Figure, first: dt.date, last: dt.date) -> go.Figure:
    """The figure drawn over these days, both included with their bars."""
    half = dt.timedelta(hours=12)
    begin = dt.datetime.combine(first, dt.time()) - half
    end = dt.datetime.combine(last, dt.time()) + half
    return figure.update_xaxes(range=[begin, end])


def volume(
    frame: pd.DataFrame, bucket: str, others: str, unknown: str, unit: str, *, rtl: bool
) -> go.Figure:
    """Articles over time, stacked by outlet: the largest six by name, the rest as ``others``.

    Articles whose outlet is not known are ``unknown``, on top.
    """
    totals = frame.groupby("outlet", observed=True)["n"].sum().sort_values(ascending=False)
    kept = list(totals.index[:MAX_OUTLETS])
    outlet = frame["outlet"].astype(object).fillna(unknown)
    named = frame.assign(outlet=outlet.where(outlet.isin([*kept, unknown]), others))
    summed = named.groupby(["outlet", "bucket"], as_index=False)["n"].sum()
    figure = go.Figure()
    for outlet in [*kept, others, unknown]:
        rows = summed[summed["outlet"] == outlet]
        if len(rows):
            figure.add_bar(
                x=rows["bucket"],
                y=rows["n"],
                name=safe(outlet),
                customdata=_days(rows["bucket"]),
                hovertemplate=_hover("%{fullData.name}: %{y} " + unit, _WHEN[bucket]),
            )
    figure.update_layout(barmode="stack")
    return _styled(figure, rtl=rtl, height=280)


def trend(
    frame: pd.DataFrame, names: Mapping[str, str], bucket: str, *, rtl: bool, height: int = 280
) -> go.Figure:
    """One line for each of ``names`` (column ``entity_id``), in that order."""
    first, last = frame["bucket"].min(), frame["bucket"].max()
    buckets = pd.date_range(first, last, freq=_FREQUENCY[bucket])
    figure = go.Figure()
    for entity_id, name in names.items():
        rows = frame[frame["entity_id"] == entity_id].set_index("bucket")["n"]
        counts = rows.reindex(buckets, fill_value=0)
        figure.add_scatter(
            x=counts.index,
            y=counts,
            name=safe(name),
            mode="lines+markers",
            line={"width": 2, "shape": "linear"},
            marker={"size": 5},
            customdata=[f"{entity_id}\t{day}" for day in _days(counts.index)],
            hovertemplate=_hover("%{fullData.name}: %{y}", _WHEN[bucket]),
        )
    figure.update_yaxes(rangemode="tozero")
    return _styled(figure, rtl=rtl, height=height)


def counts_over_time(
    series: Mapping[str, tuple[str, pd.DataFrame]], bucket: str, *, rtl: bool, height: int = 260
) -> go.Figure:
    """Bars side by side for each key: its label and a frame of ``bucket`` and ``n``."""
    figure = go.Figure()
    for key, (label, frame) in series.items():
        figure.add_bar(
            x=frame["bucket"],
            y=frame["n"],
            name=safe(label),
            customdata=[f"{key}\t{day}" for day in _days(frame["bucket"])],
            hovertemplate=_hover("%{fullData.name}: %{y}", _WHEN[bucket]),
        )
    figure.update_layout(barmode="group", showlegend=len(series) > 1)
    return _styled(figure, rtl=rtl, height=height)


def places(frame: pd.DataFrame, labels: Sequence[str]) -> go.Figure:
    """Dots on the map, their area by the count; fitted to where nearly all of the mentions are."""
    largest = max(frame["n"].max(), 1)
    figure = go.Figure(
        go.Scattergeo(
            lat=frame["lat"],
            lon=frame["lon"],
            customdata=frame["entity_id"],
            text=[safe(f"{label} ({n})") for label, n in zip(labels, frame["n"], strict=True)],
            hovertemplate="%{text}<extra></extra>",
            marker={
                "size": [6 + 26 * (n / largest) ** 0.5 for n in frame["n"]],
                "opacity": 0.75,
                "line": {"width": 1, "color": "rgba(255,255,255,0.8)"},
            },
        )
    )
    by_count = frame.sort_values("n", ascending=False)
    before = by_count["n"].cumsum() - by_count["n"]
    main = by_count[before < _IN_VIEW * by_count["n"].sum()]
    south, north = main["lat"].min(), main["lat"].max()
    west, east = main["lon"].min(), main["lon"].max()
    figure.update_geos(
        projection_type="natural earth",
        lataxis_range=[max(south - 6, -58), min(north + 6, 80)],
        lonaxis_range=[max(west - 8, -180), min(east + 8, 180)],
        showcountries=True,
        showland=True,
        showocean=True,
        showframe=False,
        landcolor="rgba(128,140,134,0.14)",
        oceancolor="rgba(128,140,134,0.04)",
        countrycolor="rgba(128,140,134,0.45)",
        coastlinecolor="rgba(128,140,134,0.55)",
        bgcolor="rgba(0,0,0,0)",
        resolution=50 if _in_asia(south, north, west, east) else 110,
        scope="asia" if _in_asia(south, north, west, east) else "world",
    )
    figure.update_layout(dragmode="pan")
    styled = _styled(figure, rtl=False, height=340)
    return styled.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})


def shares(frame: pd.DataFrame, labels: Mapping[str, str], *, rtl: bool) -> go.Figure:
    """Horizontal bars side by side: the share of each ``item`` within each ``label``."""
    figure = go.Figure()
    items = list(dict.fromkeys(frame["item_id"]))
    for key, rows in frame.groupby("key", sort=False, observed=True):
        by_item = rows.set_index("item_id").reindex(items)
        figure.add_bar(
            y=[safe(labels[item]) for item in items],
            x=by_item["share"],
            customdata=[f"{key}\t{item}" for item in items],
            text=[f"{n:.0f}" if pd.notna(n) else "" for n in by_item["n"]],
            name=safe(str(rows["label"].iloc[0])),
            orientation="h",
            textangle=0,
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{fullData.name}: %{x:.0%}<extra></extra>",
        )
    figure.update_yaxes(autorange="reversed", ticksuffix="  ", tickprefix="  ")
    figure.update_xaxes(tickformat=".0%", autorange="reversed" if rtl else True)
    figure.update_layout(barmode="group")
    height = 110 + len(items) * (14 + 13 * frame["key"].nunique())
    return _styled(figure, rtl=rtl, height=height)


def _in_asia(south: float, north: float, west: float, east: float) -> bool:
    return south > -8 and north < 75 and west > 27 and east < 140


def _days(values: pd.Series | pd.Index) -> list[str]:
    return [pd.Timestamp(value).date().isoformat() for value in values]


def _hover(*lines: str) -> str:
    return "<br>".join(isolate(line) for line in lines) + "<extra></extra>"


def _styled(figure: go.Figure, *, rtl: bool, height: int) -> go.Figure:
    align = "right" if rtl else "left"
    figure.update_layout(
        height=height,
        margin={"l": 4, "r": 4, "t": 8, "b": 4},
        font={"family": FONT, "size": 12},
        hoverlabel={"font": {"family": FONT}, "align": align},
        legend={
            "orientation": "h",
            "y": 1.02,
            "yanchor": "bottom",
            "x": 1 if rtl else 0,
            "xanchor": align,
            "title": None,
        },
        bargap=0.18,
        clickmode="event+select",
        dragmode=False if figure.layout.dragmode is None else figure.layout.dragmode,
    )
    figure.update_xaxes(automargin=True, title=None)
    figure.update_yaxes(automargin=True, title=None, side=align)
    return figure
