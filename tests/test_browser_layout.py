"""How pages lie on screens of all sizes, in both directions, with nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from driving import CHROMIUM, PAGES, serving, settle, visit

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1366, 2560)
_TOO_WIDE = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return [document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth];
}"""
_CLIPPED = """() => [...document.querySelectorAll('.ytick text')].filter(text => {
  const box = text.getBoundingClientRect();
  const chart = text.closest('.js-plotly-plot').getBoundingClientRect();
  return box.left < chart.left - 1 || box.right > chart.right + 1;
}).map(text => text.textContent)"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator:
    with playwright.sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def profiles(browser) -> Iterator[dict]:
    """A profile for each language: what it has fetched once need not be fetched again."""
    opened = {language: browser.new_context(locale=language) for language in ("ar", "en")}
    yield opened
    for context in opened.values():
        context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("place", PAGES)
def test_a_page_fits_every_width_and_fetches_nothing_foreign(
    profiles, url: str, place: str, language: str
) -> None:
    page = profiles[language].new_page()
    page.set_viewport_size({"width": 1366, "height": 900})
    hosts: set[str] = set()
    broken: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on(
        "response",
        # Streamlit probes for its host below the page's own address first.
        lambda answer: (
            broken.append(f"{answer.status} {answer.url}")
            if answer.status >= 400 and "_stcore" not in answer.url
            else None
        ),
    )
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on(
        "console",
        lambda message: (
            broken.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    visit(page, f"{url}/{place}?lang={language}")
    assert page.evaluate("() => document.documentElement.lang") == language
    expected = "rtl" if language == "ar" else "ltr"
    assert page.evaluate("() => getComputedStyle(document.querySelector('h1')).direction") == (
        expected
    )
    assert page.evaluate(_CLIPPED) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(250)
        document, main = page.evaluate(_TOO_WIDE)
        assert document <= 0, f"{place} at {width} px is {document} px too wide"
        assert main <= 0, f"{place} at {width} px: the main part is {main} px too wide"
    page.close()
    assert hosts - {"", urlsplit(url).netloc} == set()
    assert broken == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_on_a_phone_the_sidebar_is_out_of_the_way_and_comes_when_called(
    browser, url: str, language: str
) -> None:
    context = browser.new_context(locale=language, viewport={"width": 390, "height": 844})
    page = context.new_page()
    visit(page, f"{url}/overview?lang={language}")
    sidebar = page.locator("[data-testid=stSidebar]")
    assert not sidebar.is_visible() or sidebar.bounding_box()["width"] == 0
    page.locator("[data-testid=stExpandSidebarButton]").click()
    page.wait_for_timeout(600)
    box = sidebar.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 391
    context.close()


def test_the_theme_follows_the_system(browser, url: str) -> None:
    context = browser.new_context(color_scheme="dark", viewport={"width": 1366, "height": 900})
    page = context.new_page()
    visit(page, f"{url}/overview?lang=en")
    colour = page.evaluate(
        "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    )
    assert colour == "rgb(18, 24, 26)"
    context.close()


def test_every_answer_carries_the_security_headers(url: str, browser) -> None:
    context = browser.new_context()
    answer = context.request.get(f"{url}/overview")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "img-src 'self' data: blob:" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    context.close()


def test_links_and_buttons_show_their_focus(browser, url: str) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    page = context.new_page()
    visit(page, f"{url}/quotes?lang=en&kind=direct")
    chip = page.locator(".rw-chip").first
    chip.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert chip.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_function("() => !location.search.includes('kind')")
    settle(page)
    context.close()
