"""Elements described in Python and made in the browser: cards, rankings, chips, running text.

One component draws them all. It builds text nodes only, so nothing that was read from a page can
become markup. A link is an ``<a>`` with its full address (it opens in a new tab, it can be
copied); a plain click comes back to Python, which goes there without starting the session anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.components import state

Node = dict[str, Any] | str
"""An element (``tag``, ``class``, ``attrs``, ``children`` …) or a text."""

_WEB = Path(__file__).parents[1] / "web"
_component = st.components.v2.component(
    "rawi_dom",
    html='<div class="rw" hidden>\n</div>',  # until the stylesheet, which shows it, is there
    js=(_WEB / "dom.js").read_text("utf-8"),
    isolate_styles=False,  # one stylesheet for the whole page, and selections that cross elements
)


def el(tag: str, *children: Node | None, cls: str = "", **attrs: Any) -> Node:
    """An element. ``None`` children and attributes are left out; ``data_x`` becomes ``data-x``."""
    node: dict[str, Any] = {"tag": tag, "children": [child for child in children if child]}
    if cls:
        node["class"] = cls
    named = {name.replace("_", "-"): str(value) for name, value in attrs.items() if value}
    if named:
        node["attrs"] = named
    return node


def link(href: str, *children: Node | None, cls: str = "", **attrs: Any) -> Node:
    """A link within the dashboard (from ``state.href``) or to an http(s) address."""
    return el("a", *children, cls=cls, href=href, **attrs)


def copy_button(label: str, done: str, *, text: str | None = None, href: str | None = None) -> Node:
    """A button that copies a text, or the absolute form of a link within the dashboard."""
    node = el("button", label, cls="rw-copy", type="button")
    assert isinstance(node, dict)
    node["copy"] = {"done": done} | ({"text": text} if href is None else {"href": href})
    return node


def bar(tag: str, share: float, *children: Node | None, cls: str = "", **attrs: Any) -> Node:
    """An element that draws ``share`` (0 to 1) of its width as a bar, by the stylesheet."""
    node = el(tag, *children, cls=cls, **attrs)
    assert isinstance(node, dict)
    node["share"] = f"{share:.3f}"
    return node


def facts(*items: Node | None, tag: str = "p", cls: str = "") -> Node:
    """Short facts in one line, parted by dots that take the direction of none."""
    parted: list[Node] = []
    for item in filter(None, items):
        if parted:
            parted.append(el("i", "·", aria_hidden="true"))
        parted.append(item)
    return el(tag, *parted, cls=f"rw-facts {cls}".strip())


def show(key: str, nodes: Sequence[Node], on_follow: Callable[[str], None] = state.follow) -> None:
    """Draws the nodes here; a click on one of their links is followed."""
    callback = partial(_follow, key, on_follow)
    _component(key=key, data={"nodes": list(nodes)}, on_follow_change=callback)


def _follow(key: str, on_follow: Callable[[str], None]) -> None:
    href = st.session_state[key].follow
    if href:
        on_follow(str(href))
