"""A row of named fields to a record: the usual names of columns, and dates as they are written.

Field names are compared in lower case without blanks and underscores; the first that is present
and not empty wins. A crawl time is no publication date and is never taken for one.
"""

from __future__ import annotations

import datetime as dt
import html
import math
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from core.model import Problem, Record

_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "docid", "uid", "guid", "recordid", "رقم", "المعرف"),
    "text": (
        *("text", "body", "content", "articletext", "fulltext", "maintext", "article", "story"),
        *("articlebody", "النص", "المتن", "المحتوى", "نص"),
    ),
    "headline": ("headline", "title", "heading", "العنوان", "عنوان"),
    "outlet": (
        *("outlet", "source", "publisher", "newspaper", "sitename", "site", "domain"),
        *("الصحيفة", "الموقع", "المصدر", "الناشر"),
    ),
    "url": ("url", "link", "href", "sourceurl", "الرابط", "رابط"),
    "published": (
        *("published", "publishedat", "publisheddate", "datepublished", "publishdate", "pubdate"),
        *("date", "datetime", "publicationdate", "timestamp", "التاريخ", "تاريخالنشر", "تاريخ"),
    ),
    "byline": ("byline", "author", "authors", "writer", "الكاتب", "كاتب", "المؤلف"),
}
_SEPARATORS = re.compile(r"[\s_\-]+")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


def record_of(
    row: Mapping[str, object], *, path: str, fallback_id: str, outlet: str | None = None
) -> tuple[Record | None, list[Problem]]:
    """The record of one row, and what was wrong with it; no record without text."""
    fields = _fields(row)
    text = fields["text"]
    if text is None:
        return None, [Problem(path, "reading", "no-text", _why_no_text(row, fallback_id))]
    published, problems = _published(fields["published"], path)
    headline = fields["headline"]
    record = Record(
        record_id=(fields["id"] or fallback_id).strip(),
        path=path,
        text=text,
        headline=html.unescape(headline).strip() if headline else None,
        outlet=_stripped(fields["outlet"]) or outlet,
        url=_stripped(fields["url"]),
        published=published,
        byline=_stripped(fields["byline"]),
        n_bytes=len(text.encode("utf-8", "surrogatepass")),
    )
    return record, problems


def parse_published(value: str) -> str | None:
    """A container's date as ISO text (day or instant, zone kept), or ``None`` when unreadable.

    ISO 8601, RFC 2822 as in feeds, Unix seconds, and numeric dates, which are day first.

    >>> parse_published("Tue, 24 Nov 2026 08:30:00 +0300")
    '2026-11-24T08:30:00+03:00'
    >>> parse_published("3/11/2026")
    '2026-11-03'
    """
    value = value.strip()
    try:
        instant = dt.datetime.fromisoformat(value)
        return value[:10] if len(value) <= 10 else instant.isoformat()
    except ValueError:
        pass
    if re.fullmatch(r"\d{9,10}(\.\d+)?", value):
        return dt.datetime.fromtimestamp(float(value), dt.UTC).isoformat()
    if re.fullmatch(r"\d{12,13}", value):
        return dt.datetime.fromtimestamp(int(value) / 1000, dt.UTC).isoformat()
    match = _DAY_FIRST.match(value)
    try:
        if match:
            day, month, year = (int(match[part]) for part in ("day", "month", "year"))
            return dt.date(year, month, day).isoformat()
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _why_no_text(row: Mapping[str, object], row_id: str) -> str:
    columns = [str(name) for name in row]
    column = next((name for name in columns if _plain(name) in _NAMES["text"]), None)
    if column is not None:
        return f"record {row_id} has nothing in its column {column!r}"
    return f"record {row_id} has no column of text; its columns are: {', '.join(columns) or 'none'}"


def _published(value: str | None, path: str) -> tuple[str | None, list[Problem]]:
    if value is None or not value.strip():
        return None, []
    published = parse_published(value)
    if published is not None:
        return published, []
    detail = f"the publication date {value[:60]!r} is none that can be read; left empty"
    return None, [Problem(path, "reading", "bad-published", detail)]


def _fields(row: Mapping[str, object]) -> dict[str, str | None]:
    by_name = {_plain(str(name)): value for name, value in row.items()}
    return {field: _first(by_name, names) for field, names in _NAMES.items()}


def _plain(name: str) -> str:
    return _SEPARATORS.sub("", name).lower().strip("\ufeff")


def _first(by_name: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = by_name.get(name)
        if isinstance(value, list | tuple):
            value = "، ".join(str(part) for part in value if part)
        if value is None or (isinstance(value, float) and math.isnan(value)):
            continue
        if str(value).strip():
            return str(value)
    return None


def _stripped(value: str | None) -> str | None:
    return value.strip() if value and value.strip() else None
