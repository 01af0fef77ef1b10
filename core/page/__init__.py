"""From a stored page to lines and articles: kinds, boundaries, credits, publication date."""

from __future__ import annotations

from dataclasses import dataclass

from core.model import Article, Line, Problem, Record
from core.text.fold import Folded


@dataclass(frozen=True, slots=True)
class PageReading:
    """The lines of a page in order, its articles, and what contradicts itself."""

    lines: tuple[Line, ...]
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def read_page(record: Record, folded: Folded) -> PageReading:
    """Every non-blank line with its kind and article, and the articles, in page order."""
    lines, at = [], 0
    for raw in record.text.splitlines(keepends=True):
        body = raw.strip("\ufeff \t\r\n\u00a0")
        if body:
            start = at + raw.index(body)
            lines.append(Line(start, start + len(body), "body", 1, "stub"))
        at += len(raw)
    article = Article(1, headline=record.headline, outlet=record.outlet, url=record.url)
    return PageReading(tuple(lines), (article,) if lines else ())
