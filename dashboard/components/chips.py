"""The active filters, each with its own way out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from core.selection import Selection, parts
from dashboard.components import dom, i18n, state
from dashboard.components.i18n import t

_FLAGS = ("copies", "undated")


def row(selection: Selection, names: Mapping[str, str]) -> dom.Node:
    """A chip for every value that is set, a link to the same view without it, and "clear all"."""
    active = parts(selection)
    chips = [_chip(selection, part, value, names) for part, value in active]
    if len(active) > 1:
        chips.append(
            dom.link(state.href(chosen=Selection()), t("chip.clear"), cls="rw-chip rw-clear")
        )
    return dom.el("nav", *chips, cls="rw-chips", aria_label=t("chip.heading"))


def _chip(selection: Selection, part: str, value: Any, names: Mapping[str, str]) -> dom.Node:
    what = _value(value, names)
    inside = [] if part in _FLAGS else [dom.el("bdi", what)]
    return dom.link(
        state.href(chosen=selection.without(part, value)),
        dom.el("small", t(f"chip.{part}")),
        *inside,
        dom.el("i", "×", aria_hidden="true"),
        cls="rw-chip",
        aria_label=t("chip.remove", what=f"{t(f'chip.{part}')} {what}".strip()),
    )


def _value(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return ""
    if isinstance(value, dt.date):
        return i18n.day(value)
    return names.get(value, value)
