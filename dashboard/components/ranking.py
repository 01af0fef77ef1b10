"""Ranked lists: a name, its count, a bar; each row leads to what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.components import dom, i18n


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a ranking. ``note`` stands small beside the label."""

    label: str
    n: int
    href: str
    note: str = ""
    is_active: bool = False


def block(title: str, rows: Sequence[Row], *, note: str = "", empty: str = "") -> dom.Node:
    """A titled ranking, longest bar first; ``empty`` stands in for no rows."""
    return dom.el(
        "section",
        dom.el("h2", title),
        dom.el("p", note, cls="rw-note") if note else None,
        bars(rows) if rows else dom.el("p", empty or i18n.t("empty.nothing"), cls="rw-empty"),
        cls="rw-block",
    )


def bars(rows: Sequence[Row]) -> dom.Node:
    """The rows themselves."""
    largest = max((row.n for row in rows), default=1) or 1
    return dom.el("ol", *(dom.el("li", _row(row, largest)) for row in rows), cls="rw-ranking")


def _row(row: Row, largest: int) -> dom.Node:
    label = dom.el("span", dom.el("bdi", row.label), cls="rw-label")
    note = dom.el("small", row.note) if row.note else None
    return dom.bar(
        "a",
        row.n / largest,
        label,
        note,
        dom.el("b", i18n.number(row.n)),
        cls="rw-bar rw-on" if row.is_active else "rw-bar",
        href=row.href,
        title=row.label,
    )
