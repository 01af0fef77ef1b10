"""Shows figures: month names of the interface's language, clicks that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import plotly.graph_objects as go
import streamlit as st

from dashboard.components import figures, i18n, state
from dashboard.components.period import Period, days_of

Pick = Callable[[str], str | None]
"""From a clicked point's ``customdata`` to the address it leads to."""


def show_over_time(
    figure: go.Figure, key: str, alt: str, *, period: Period | None, bucket: str, pick: Pick
) -> None:
    """Draws a figure whose x axis is time, over ``period``."""
    if period is not None:
        first, _ = days_of(period.first, bucket)
        _, last = days_of(period.last, bucket)
        figures.within(figure, first, last)
    show(figure, key, alt, pick)


def show(figure: go.Figure, key: str, alt: str, pick: Pick | None = None) -> None:
    """Draws ``figure``; ``alt`` is its text for those who do not see it."""
    st.plotly_chart(
        figure,
        key=key,
        config=_config(),
        alt=alt,
        on_select=partial(_follow, key, pick) if pick else "ignore",
        selection_mode="points",
    )


def _follow(key: str, pick: Pick) -> None:
    points = st.session_state[key].selection.points
    if not points:
        return
    meant = points[0].get("customdata")
    address = pick(meant[0] if isinstance(meant, list) else str(meant))
    if address:
        state.follow(address)


def _config() -> dict[str, object]:
    config: dict[str, object] = {
        "displayModeBar": False,
        "topojsonURL": "app/static/topojson/",  # Plotly's default is a CDN
        "scrollZoom": False,
    }
    if i18n.is_arabic():
        months, days = i18n.months(), i18n.weekdays()
        names = {
            "days": days,
            "shortDays": days,
            "months": months,
            "shortMonths": months,
            "date": "%d/%m/%Y",
            "decimal": ".",
            "thousands": ",",
        }
        config |= {"locale": "ar", "locales": {"ar": {"dictionary": {}, "format": names}}}
    return config
