"""Pictures of every page in both languages, light and dark, wide and narrow, to look at.

    python tools/screenshots.py --pages overview,quotes --only ar-light-1440

Expects the dashboard to run at ``--url``; writes into the ignored folder ``shots/``. ``--query``
adds to the address, e.g. ``--query "show=topics"``.
"""

from __future__ import annotations

import argparse
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PAGES = "overview timeline entities quotes articles compare corpus".split()
LANGUAGES, SCHEMES, WIDTHS = ("ar", "en"), ("light", "dark"), (1440, 390)
SHOTS = Path(__file__).parents[1] / "shots"
CHROMIUM = "/usr/bin/chromium"
_QUIET_MS = 900
_SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState === 'notRunning' && document.querySelector('.rw');
}"""


def settle(page: Page) -> None:
    """Waits until the script has run and the page has been still for a while."""
    page.wait_for_function(_SETTLED, timeout=20_000)
    page.wait_for_timeout(_QUIET_MS)


def shoot(browser: Browser, url: str, name: str, kind: tuple[str, str, int]) -> Path:
    """One picture of the whole page in a language, colour scheme and width."""
    language, scheme, width = kind
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale=language
    )
    page = context.new_page()
    page.goto(url)
    settle(page)
    main = page.locator("[data-testid=stMain]")
    height = int(main.evaluate("element => element.scrollHeight"))
    page.set_viewport_size({"width": width, "height": min(max(height, 700), 6000)})
    page.wait_for_timeout(_QUIET_MS)
    target = SHOTS / f"{name}-{language}-{scheme}-{width}.png"
    page.screenshot(path=target)
    context.close()
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", default="http://127.0.0.1:8501")
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("--only", default="", help="a part of the name, e.g. ar-light-1440")
    parser.add_argument("--query", default="")
    parser.add_argument("--name", default="", help="instead of the page in the file's name")
    options = parser.parse_args()
    SHOTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        kinds = product(options.pages.split(","), LANGUAGES, SCHEMES, WIDTHS)
        for place, *kind in kinds:
            language, scheme, width = kind
            if options.only not in f"{language}-{scheme}-{width}":
                continue
            url = f"{options.url}/{place}?lang={language}&{options.query}"
            print(shoot(browser, url, options.name or place, (language, scheme, width)))
        browser.close()


if __name__ == "__main__":
    main()
