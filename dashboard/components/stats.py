"""Figures at a glance: each opens the rows it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.components import dom, i18n


@dataclass(frozen=True, slots=True)
class Stat:
    """A number with its label and where it leads; ``detail`` stands small beneath."""

    label: str
    n: int
    href: str
    detail: str = ""


def row(stats: Sequence[Stat]) -> dom.Node:
    """The figures side by side, as many to a line as there is room for."""
    return dom.el("ul", *(dom.el("li", _stat(stat)) for stat in stats), cls="rw-stats")


def _stat(stat: Stat) -> dom.Node:
    return dom.link(
        stat.href,
        dom.el("b", i18n.number(stat.n)),
        dom.el("span", stat.label),
        dom.el("small", stat.detail) if stat.detail else None,
        cls="rw-stat",
    )
