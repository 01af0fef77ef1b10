"""Running the dashboard without a browser on the tiny store: addresses in, nodes out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]


class Screen:
    """One page as it was drawn."""

    def __init__(self, app: AppTest) -> None:
        """Of an app that has run; an exception in it fails the test first."""
        assert not app.exception, [error.value for error in app.exception]
        self.app = app

    @classmethod
    def open(cls, address: str, **context: Any) -> Screen:
        """The page at ``page?query``, in a session of its own."""
        page, _, query = address.partition("?")
        app = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=30)
        app.context.update(context) if context else None
        for key, values in parse_qs(query, keep_blank_values=True).items():
            app.query_params[key] = values
        app.run()
        if page != "overview":
            # AppTest knows pages only after a run; the address is the visitor's, set anew.
            app = app.switch_page(f"dashboard/pages/{page}.py").run()
        return cls(app)

    def run(self) -> Screen:
        """After what was set is sent."""
        return Screen(self.app.run())

    @property
    def query(self) -> dict[str, list[str]]:
        """The address's query now."""
        params = self.app.query_params
        return {
            key: values if isinstance(values, list) else [values] for key, values in params.items()
        }

    def nodes(self, key: str | None = None) -> Iterator[dict[str, Any]]:
        """Every element of our own, in order, of all components or of one."""
        for element in self.app.get("bidi_component"):
            if key is None or element.key == key:
                for node in json.loads(element.proto.json or "{}").get("nodes", ()):
                    yield from _walk(node)

    def texts(self, cls: str, key: str | None = None) -> list[str]:
        """The text of each element that carries a class."""
        return [text_of(node) for node in self.nodes(key) if cls in node.get("class", "").split()]

    def hrefs(self, cls: str = "", key: str | None = None) -> list[str]:
        """Where the links of a class lead."""
        found = (node for node in self.nodes(key) if node["tag"] == "a")
        return [n["attrs"]["href"] for n in found if not cls or cls in n.get("class", "").split()]


def text_of(node: Any) -> str:
    """All text within a node."""
    if isinstance(node, str):
        return node
    return "".join(text_of(child) for child in node.get("children", ()))


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for child in node.get("children", ()):
            yield from _walk(child)
