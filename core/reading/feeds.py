"""RSS and Atom files: one record an entry, its full content where the feed carries it."""

from __future__ import annotations

from collections.abc import Iterator

import feedparser

from core.model import Problem, Record
from core.reading.columns import record_of
from core.reading.sources import Source
from core.reading.web import html_to_text


def read_feed(source: Source) -> Iterator[Record | Problem]:
    """The entries of a feed; an XML file that is no feed is a problem."""
    with source.open() as stream:
        data = stream.read()
    # Given as bytes the parser would take a short string for an address; a response never is.
    feed = feedparser.parse(data, response_headers={"content-type": "application/xml"})
    if not feed.entries:
        detail = "the XML file is no RSS or Atom feed with entries"
        yield Problem(source.path, "reading", "no-feed", detail)
        return
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        detail = f"the feed is not well-formed, what could be read was: {feed.bozo_exception}"
        yield Problem(source.path, "reading", "feed-not-well-formed", detail)
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        path = f"{source.path}:{number}"
        record, problems = record_of(
            _row(entry), path=path, fallback_id=f"{source.stem}-{number}", outlet=outlet
        )
        yield from problems
        if record is not None:
            yield record


def _row(entry: feedparser.FeedParserDict) -> dict[str, object]:
    content = entry.get("content")
    markup = content[0].get("value", "") if content else entry.get("summary", "")
    return {
        "id": entry.get("id"),
        "text": html_to_text(markup),
        "headline": html_to_text(entry.get("title", "")),
        "url": entry.get("link"),
        "published": entry.get("published") or entry.get("updated"),
        "byline": entry.get("author"),
    }
