"""The reader in a real browser: the linked passage, letters that join, copying as stored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from driving import CHROMIUM, STORE, serving, settle, visit

from core.corpus import Corpus
from core.selection import Selection

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

_SELECT_LINES = """() => {
  const lines = [...document.querySelectorAll('.rw-reader [data-line]')];
  const range = document.createRange();
  range.setStartBefore(lines[0]); range.setEndAfter(lines[lines.length - 1]);
  getSelection().removeAllRanges(); getSelection().addRange(range);
}"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open(STORE)


@pytest.fixture(scope="module")
def page() -> Iterator:
    with playwright.sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = chromium.new_context(locale="ar", viewport={"width": 1366, "height": 700})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield context.new_page()
        chromium.close()


@pytest.fixture(scope="module")
def quote(corpus: Corpus) -> dict:
    """The direct quote that stands latest in its article: one must scroll to it."""
    quotes = corpus.quotes(Selection(kinds=("direct",)), page_size=None)
    return quotes.sort_values("start").iloc[-1].to_dict()


def test_the_linked_passage_is_marked_exactly_and_in_view(page, url: str, quote: dict) -> None:
    at = f"{quote['start']}-{quote['end']}"
    visit(page, f"{url}/articles?lang=ar&art={quote['article_id']}&at={at}")
    marked = page.locator(".rw-reader .rw-here").all_text_contents()
    assert "".join(marked) == quote["text"].replace("\r", "").replace("\n", "")
    page.wait_for_timeout(600)
    box = page.locator(".rw-reader [data-here]").bounding_box()
    assert 0 <= box["y"] <= 700


def test_a_headline_quote_leads_to_the_words_of_the_body(page, url: str, corpus: Corpus) -> None:
    quotes = corpus.quotes(Selection(), page_size=None).set_index("quote_id", drop=False)
    headline = quotes[quotes["headline_of"].notna()].iloc[0]
    body = quotes.loc[headline["headline_of"]]
    assert headline["article_id"] == body["article_id"]
    visit(page, f"{url}/quotes?lang=en&q={headline['headline']}")
    card = page.locator(".rw-card", has_text=headline["text"]).filter(has=page.locator("a.rw-tag"))
    card.locator("a.rw-tag").first.click()
    page.locator(".rw-reader .rw-here").first.wait_for()
    settle(page)
    marked = page.locator(".rw-reader .rw-here").all_text_contents()
    assert "".join(marked) == body["text"].replace("\r", "").replace("\n", "")


def test_copied_text_is_the_stored_text(page, url: str, corpus: Corpus, quote: dict) -> None:
    view = corpus.article(quote["article_id"])
    own = view.lines[view.lines["article_id"] == quote["article_id"]]
    rows = own[own["kind"].isin(["headline", "body"])].sort_values("start")
    stored = "\n".join(
        view.text[start:end] for start, end in zip(rows.start, rows.end, strict=True)
    )
    visit(page, f"{url}/articles?lang=ar&art={quote['article_id']}")
    page.evaluate(_SELECT_LINES)
    page.keyboard.press("Control+C")
    page.wait_for_timeout(200)
    assert page.evaluate("() => navigator.clipboard.readText()") == stored


def test_marks_do_not_change_the_width_of_a_line(page, url: str, quote: dict) -> None:
    """Letters join across the edge of a mark: the line is as wide as without marks."""
    visit(page, f"{url}/articles?lang=ar&art={quote['article_id']}")
    differences = page.evaluate("""() => [...document.querySelectorAll('.rw-reader p')].map(line => {
      const plain = line.cloneNode(); plain.textContent = line.textContent;
      for (const each of [line, plain]) {
        each.style.whiteSpace = 'nowrap'; each.style.inlineSize = 'max-content';
      }
      line.after(plain);
      const difference = Math.abs(line.getBoundingClientRect().width - plain.getBoundingClientRect().width);
      plain.remove();
      return difference;
    })""")
    assert differences
    assert max(differences) < 1.5


def test_a_name_in_the_text_leads_to_its_profile(page, url: str, quote: dict) -> None:
    visit(page, f"{url}/articles?lang=ar&art={quote['article_id']}")
    name = page.locator(".rw-reader a.rw-m").first
    name.click()
    page.wait_for_url("**/entities?*who=*")
    page.locator(".rw-block").first.wait_for()


def test_the_lines_left_out_stand_in_the_drawer(page, url: str, corpus: Corpus) -> None:
    articles = corpus.articles(Selection(), page_size=None)
    for article_id in articles["article_id"]:
        view = corpus.article(article_id)
        left_out = view.lines[~view.lines["kind"].isin(["headline", "body"])]
        if len(left_out) > 3:
            break
    visit(page, f"{url}/articles?lang=ar&art={article_id}")
    page.get_by_text("سطور تُركت خارج المقالة").click()
    page.locator(".rw-drawer li").first.wait_for()
    shown = page.locator(".rw-drawer .rw-stored").all_text_contents()
    assert shown == [
        view.text[start:end] for start, end in zip(left_out.start, left_out.end, strict=True)
    ]
