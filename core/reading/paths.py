"""Every stored page at or below some paths: each source to the reader of its format.

1. find the sources in order; 2. pick the format by the ending of the name; 3. read; 4. what
cannot be read becomes a problem, and the walk goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from core.model import Problem, Record
from core.reading.feeds import read_feed
from core.reading.outlets import outlet_of
from core.reading.sources import BROKEN_INPUT, Source, find_sources
from core.reading.tables import read_csv, read_jsonl, read_parquet
from core.reading.text import read_text
from core.reading.web import read_html

Reader = Callable[[Source], Iterator[Record | Problem]]

READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
}


def read_paths(
    paths: Iterable[str | Path],
    *,
    outlet: str | None = None,
    outlet_from_folder: bool = False,
    suffixes: Collection[str] | None = None,
) -> Iterator[Record | Problem]:
    """The records and problems of every source, in the order of the sources.

    ``outlet`` names the outlet of records that do not say theirs; with ``outlet_from_folder``
    it is the folder a file lies in. An ``outlets.tsv`` in the folder comes before both. With
    ``suffixes``, sources of other endings are passed over.
    """
    for source in find_sources(paths):
        if isinstance(source, Problem):
            yield source
            continue
        if suffixes is not None and source.suffix not in suffixes:
            continue
        named = outlet_of(source.root, source.folders)
        folder = source.folders[-1] if outlet_from_folder and source.folders else None
        default = named.name if named else folder or outlet
        for item in read_source(source):
            if isinstance(item, Record) and item.outlet is None:
                yield replace(item, outlet=default)
            else:
                yield item


def read_source(source: Source) -> Iterator[Record | Problem]:
    """The records and problems of one source."""
    reader = READERS.get(source.suffix)
    if reader is None:
        known = " ".join(READERS)
        detail = f"the ending {source.suffix or '(none)'!r} is none of {known}"
        yield Problem(source.path, "reading", "unknown-format", detail)
        return
    try:
        yield from reader(source)
    except BROKEN_INPUT as error:
        detail = f"reading stopped: {error or type(error).__name__}"
        yield Problem(source.path, "reading", "unreadable", detail)
