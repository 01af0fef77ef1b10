"""A ``.txt`` file: one stored page as it was scraped."""

from __future__ import annotations

from collections.abc import Iterator

from core.model import Problem, Record
from core.reading.decoding import Decoded, decode
from core.reading.sources import Source


def read_text(source: Source) -> Iterator[Record | Problem]:
    """The page in ``source``; an empty or undecodable file is a problem instead."""
    with source.open() as stream:
        data = stream.read()
    decoded = decode(data)
    if decoded is None:
        yield undecodable(source)
        return
    yield from oddities(source, decoded)
    if not decoded.text.strip("\ufeff \t\r\n\u00a0"):
        yield Problem(source.path, "reading", "empty", "the file holds no text")
        return
    yield Record(
        source.stem, source.path, decoded.text, encoding=decoded.encoding, n_bytes=len(data)
    )


def undecodable(source: Source) -> Problem:
    """The problem of a source whose bytes are text in no encoding known."""
    detail = "the bytes are neither UTF-8 nor UTF-16 nor an Arabic code page"
    return Problem(source.path, "reading", "undecodable", detail)


def oddities(source: Source, decoded: Decoded) -> Iterator[Problem]:
    """What was odd about a decoded text, as a problem."""
    if decoded.oddity:
        code, detail = decoded.oddity
        yield Problem(source.path, "reading", code, detail)
