"""Headings of a page's sections, with the note that says how to read them."""

from __future__ import annotations

from dashboard.components import dom


def head(title: str, note: str = "", coverage: str = "") -> None:
    """A heading; ``note`` explains, ``coverage`` says how much of the data stands behind it."""
    nodes = [dom.el("h2", title)]
    if note:
        nodes.append(dom.el("p", note, cls="rw-note"))
    if coverage:
        nodes.append(dom.el("p", coverage, cls="rw-coverage"))
    dom.show(f"head_{title}", [dom.el("div", *nodes, cls="rw-section")])
