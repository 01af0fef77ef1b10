"""A stored web page: main text by trafilatura, the rest from the page's own metadata."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import trafilatura

from core.model import Problem, Record
from core.reading.columns import parse_published
from core.reading.decoding import decode
from core.reading.sources import Source
from core.reading.text import undecodable

# The date the page states of itself: no guess from the running text, and no bound at today,
# which would let the clock decide what is read.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_html(source: Source) -> Iterator[Record | Problem]:
    """The article in an HTML file: the text is what trafilatura takes for the main text.

    Offsets of all that is read in it index that text, one paragraph a line.
    """
    with source.open() as stream:
        data = stream.read()
    decoded = decode(data)
    if decoded is None:
        yield undecodable(source)
        return
    document = trafilatura.bare_extraction(
        decoded.text,
        include_comments=False,
        include_tables=False,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    text = document.text if document is not None else None
    if document is None or not text:
        detail = "no main text was found in the HTML page"
        yield Problem(source.path, "reading", "no-main-text", detail)
        return
    url = document.url or None
    yield Record(
        source.stem,
        source.path,
        text,
        headline=document.title or None,
        outlet=document.sitename or (urlsplit(url).hostname if url else None),
        url=url,
        published=parse_published(document.date) if document.date else None,
        byline=document.author or None,
        encoding=decoded.encoding,
        n_bytes=len(data),
    )


def html_to_text(fragment: str) -> str:
    """The plain text of an HTML fragment, one block a line."""
    if "<" not in fragment:
        return fragment
    text = trafilatura.html2txt(f"<html><body>{fragment}</body></html>", clean=False)
    return str(text)
