"""Links in a real browser: what the address holds is what is seen, and Back undoes a step."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from driving import CHROMIUM, PAGES, seen, serving, settle, until_seen, visit

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser


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
def context(browser) -> Iterator:
    """One profile for most tests: what it has fetched once need not be fetched again."""
    context = browser.new_context(locale="ar", viewport={"width": 1366, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context) -> Iterator:
    page = context.new_page()
    yield page
    page.close()


def fresh_view(browser, address: str, locale: str) -> tuple[str, str]:
    """What somebody else sees under the same address, in a profile of his own."""
    context = browser.new_context(locale=locale, viewport={"width": 1366, "height": 900})
    other = context.new_page()
    visit(other, address)
    result = seen(other), other.url
    context.close()
    return result


@pytest.mark.parametrize("place", PAGES)
def test_a_link_shows_the_same_in_a_fresh_profile(browser, page, url: str, place: str) -> None:
    """The first visitor of a new server, too: the module's server starts with this test."""
    visit(page, f"{url}/{place}?lang=ar&kind=direct&copies=0")
    address = page.evaluate("() => location.href")
    text, same = fresh_view(browser, address, "en-GB")
    assert text == seen(page)
    assert same == address
    assert "مباشر" in text


def test_the_root_leads_to_the_overview_with_its_query(page, url: str) -> None:
    visit(page, f"{url}/?lang=en&kind=direct")
    assert "/overview" in page.url
    assert page.locator("h1").inner_text() == "Overview"
    assert page.locator(".rw-chip").count() == 1


def test_plain_streamlit_serves_the_same(browser) -> None:
    if "RAWI_TEST_URL" in os.environ:
        pytest.skip("a server of its own is what is tested")
    with serving("streamlit_app.py") as plain:
        page = browser.new_page(locale="en")
        visit(page, f"{plain}/?kind=direct")
        page.wait_for_url("**/overview?kind=direct*")
        assert page.locator("h1").inner_text() == "Overview"
        assert page.evaluate("() => document.fonts.check('16px PlexArabic')")
        page.close()


def test_the_copied_link_is_absolute_and_whole(page, url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{url}/quotes?lang=ar&kind=direct")
    page.locator(".rw-masthead .rw-copy").click()
    page.wait_for_timeout(300)
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith(f"{url}/quotes?lang=ar&v=")
    assert "kind=direct" in copied


def test_back_undoes_the_last_filter_and_forward_redoes_it(page, url: str) -> None:
    visit(page, f"{url}/articles?lang=ar")
    everything = seen(page)
    words_field = page.get_by_role("searchbox", name="كلمات في النص")
    words_field.fill("الميناء")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    page.locator(".rw-chip").wait_for()
    settle(page)
    words = seen(page)
    page.locator("[data-testid=stSidebar]").get_by_text("إخفاء النسخ المكررة").click()
    page.wait_for_url("**copies=0*")
    settle(page)
    page.go_back()
    until_seen(page, words)
    page.go_back()
    until_seen(page, everything)
    assert words_field.input_value() == ""
    page.go_forward()
    until_seen(page, words)


def test_a_chip_takes_its_filter_away(page, url: str) -> None:
    visit(page, f"{url}/quotes?lang=en&kind=direct&copies=0")
    page.locator(".rw-chip", has_text="Direct").click()
    page.wait_for_function("() => !location.search.includes('kind')")
    settle(page)
    assert "copies=0" in page.url
    assert page.locator(".rw-chip").count() == 1


def test_navigation_keeps_the_filters(page, url: str) -> None:
    visit(page, f"{url}/overview?lang=ar&kind=direct")
    page.locator("[data-testid=stSidebar]").get_by_text("الأقوال", exact=True).click()
    page.wait_for_url("**/quotes?*kind=direct*")
    settle(page)
    assert page.locator(".rw-card").count()
    assert page.locator(".rw-card.rw-indirect").count() == 0
    page.go_back()
    page.get_by_role("heading", name="نظرة عامة").wait_for()
    assert "/overview?" in page.url


def test_what_a_link_says_wrongly_is_told(page, url: str) -> None:
    visit(page, f"{url}/overview?lang=en&kind=sung&colour=red&v=20000101-0")
    notices = page.locator("[data-testid=stAlert]")
    told = " ".join(notices.all_inner_texts())
    assert "sung" in told
    assert "colour" in told
    assert "20000101-0" in told


def test_a_name_found_in_any_spelling_becomes_a_filter(page, url: str) -> None:
    visit(page, f"{url}/overview?lang=ar")
    name = page.locator(".rw-block .rw-label").first.inner_text()
    field = page.get_by_role("searchbox", name="ابحث عن اسم")
    field.press_sequentially(name.replace("أ", "ا").replace("ة", "ه"))
    page.locator(".rw-finding").first.click()
    page.wait_for_url("**ent=*")
    settle(page)
    assert page.locator(".rw-chip").count() == 1


def test_a_bar_of_the_chart_narrows_to_its_days(page, url: str) -> None:
    visit(page, f"{url}/overview?lang=ar&g=week")
    box = page.locator(".barlayer .point path").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**d=*")
    settle(page)
    assert page.locator(".rw-chip").count() >= 2
