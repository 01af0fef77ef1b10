"""Driving the dashboard in headless Chromium: a server on the sample's store, settled pages.

For developing tests quickly, ``RAWI_TEST_URL`` names a server that runs already and
``RAWI_TEST_STORE`` its store.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
STORE = Path(os.environ.get("RAWI_TEST_STORE", ROOT / ".rawi" / "sample"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PAGES = ("overview", "timeline", "entities", "quotes", "articles", "compare", "corpus")

_SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  if (!app || app.dataset.testScriptState !== 'notRunning' || !document.querySelector('h1')?.offsetParent) {
    window.rawiStill = 0; return false;
  }
  const size = document.body.innerHTML.length;
  window.rawiStill = size === window.rawiSize ? (window.rawiStill || 0) + 1 : 0;
  window.rawiSize = size;
  return window.rawiStill >= 4;
}"""


@contextlib.contextmanager
def serving(script: str = "dashboard/server.py") -> Iterator[str]:
    """The address of a server that runs as long as the block."""
    running = os.environ.get("RAWI_TEST_URL")
    if running:
        yield running
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    environment = {**os.environ, "RAWI_STORE": str(STORE)}
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/_stcore/health", server)
        yield url
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 40) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.2)
    raise RuntimeError(f"no answer from {url} within {seconds} s")


def settle(page: Page) -> None:
    """Waits until the script has run and the document has been still for a while."""
    page.wait_for_function(_SETTLED, polling=100, timeout=30_000)


def visit(page: Page, address: str) -> None:
    """Opens an address and lets it settle."""
    page.goto(address)
    settle(page)


def seen(page: Page) -> str:
    """What a reader reads in the main part, charts and tables apart."""
    return "\n".join(page.locator("[data-testid=stMain] .rw").all_inner_texts())


def until_seen(page: Page, expected: str, seconds: float = 15) -> None:
    """Waits until ``expected`` is what is seen; fails with the difference."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and seen(page) != expected:
        time.sleep(0.2)
    assert seen(page) == expected
