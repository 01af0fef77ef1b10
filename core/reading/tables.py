"""Files of many records: JSON lines (or one JSON list), CSV and TSV, Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from core.model import Problem, Record
from core.reading.columns import record_of
from core.reading.decoding import decode
from core.reading.sources import Source
from core.reading.text import oddities, undecodable

# A whole article stands in one CSV field; the module's own limit is 128 KiB.
_LONGEST_FIELD = 64_000_000


def read_jsonl(source: Source) -> Iterator[Record | Problem]:
    """One record a line; a file that is one JSON list or object is read whole."""
    with source.open() as stream:
        start = stream.peek(64)[:64] if hasattr(stream, "peek") else b""
        if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") or source.suffix == ".json":
            yield from _json_whole(source, stream.read())
            return
        for number, line in enumerate(stream, 1):
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield from _json_row(source, number, line)


def _json_whole(source: Source, data: bytes) -> Iterator[Record | Problem]:
    decoded = decode(data)
    if decoded is None:
        yield undecodable(source)
        return
    try:
        value = json.loads(decoded.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        if source.suffix == ".json":  # a .json file of JSON lines is common
            for number, line in enumerate(data.splitlines(), 1):
                if line.strip():
                    yield from _json_row(source, number, line)
            return
        yield Problem(source.path, "reading", "bad-json", "the file is no valid JSON")
        return
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, 1):
        yield from _row(source, number, row)


def _json_row(source: Source, number: int, line: bytes) -> Iterator[Record | Problem]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        detail = f"line {number} is no JSON object: {error}"
        yield Problem(f"{source.path}:{number}", "reading", "bad-json", detail)
        return
    yield from _row(source, number, row)


def read_csv(source: Source) -> Iterator[Record | Problem]:
    """One record a row below a header row; comma, semicolon or tab apart."""
    with source.open() as stream:
        decoded = decode(stream.read())
    if decoded is None:
        yield undecodable(source)
        return
    yield from oddities(source, decoded)
    text = decoded.text.removeprefix("\ufeff")
    header = text.split("\n", 1)[0]
    delimiter = max(("\t", ";", ","), key=header.count)
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(reader, 1):
            yield from _row(source, number, {k: v for k, v in row.items() if k is not None})
    except csv.Error as error:
        yield Problem(source.path, "reading", "bad-csv", f"near row {reader.line_num}: {error}")


def read_parquet(source: Source) -> Iterator[Record | Problem]:
    """One record a row."""
    with source.open() as stream:
        data = stream.read()
    try:
        table = pq.ParquetFile(io.BytesIO(data))
        number = 0
        for batch in table.iter_batches(batch_size=1024):
            for row in batch.to_pylist():
                number += 1
                yield from _row(source, number, row)
    except (pa.ArrowException, OSError) as error:
        yield Problem(source.path, "reading", "bad-parquet", f"no readable Parquet: {error}")


def _row(source: Source, number: int, row: object) -> Iterator[Record | Problem]:
    path = f"{source.path}:{number}"
    if not isinstance(row, Mapping):
        detail = f"row {number} is no object with named fields but {type(row).__name__}"
        yield Problem(path, "reading", "bad-row", detail)
        return
    record, problems = record_of(row, path=path, fallback_id=f"{source.stem}-{number}")
    yield from problems
    if record is not None:
        yield record
