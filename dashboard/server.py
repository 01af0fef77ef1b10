"""The dashboard as an ASGI application: compressed, with security headers, a page for health.

    streamlit run dashboard/server.py      or      rawi serve

serves the same as ``streamlit run streamlit_app.py`` in a third of the bytes, under a policy that
lets the browser load nothing from elsewhere, and sends "/" to the overview without a detour.
"""

from __future__ import annotations

import importlib
import sys
import threading
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # run from a checkout, `core` and `dashboard` lie there

_POLICY = "; ".join(
    (
        "default-src 'self'",
        # The hash is that of Streamlit 1.67's one inline script; without it nothing is lost.
        "script-src 'self' blob: 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
    )
)
_HEADERS = tuple(
    (name.encode("ascii"), value.encode("ascii"))
    for name, value in (
        ("content-security-policy", _POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("x-frame-options", "DENY"),
    )
)


class SecurityHeaders:
    """Adds the headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Wraps ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and the answer with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def health(request: Request) -> Response:
    """Whether the server answers."""
    return PlainTextResponse("ok")


def to_overview(request: Request) -> Response:
    """The root's way to the overview, with what the address asked for."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/overview{query}")


def warm_up() -> None:
    """Loads what the first visit needs while the browser still fetches the page."""
    for module in ("core.corpus", "plotly.graph_objects"):
        importlib.import_module(module)


threading.Thread(target=warm_up, daemon=True).start()
app = st.App(
    ROOT / "streamlit_app.py",
    middleware=[Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=1024)],
    routes=[Route("/health", health), Route("/", to_overview)],
)

if __name__ == "__main__":
    app.run()
