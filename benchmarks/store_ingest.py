"""How fast pages become a store: articles a second, by one worker and by all, and a second time.

    python benchmarks/store_ingest.py [PATH] [LIMIT]     default: 400 invented articles

PATH may be anything ``rawi ingest`` reads; of a .jsonl or .jsonl.gz the first LIMIT records.
"""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import json
import os
import sys
import tempfile
from pathlib import Path

from core.ingest import ingest

AT = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
LIMIT = 400

_STORY = (
    "قال مدير المرفأ رقم {0} إن الرصيف رقم {0} سيفتح يوم الاثنين.\n"
    'وأضافت هالة السالم: "نعمل منذ {0} يوما على المشروع". وأكد مسؤول أن العمل مستمر.\n'
) * 4


def main() -> None:
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else LIMIT
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "archive.jsonl"
        n_articles = _write(source, Path(sys.argv[1]) if len(sys.argv) > 1 else None, limit)
        for workers in sorted({1, len(os.sched_getaffinity(0))}):
            store = Path(folder) / f"store{workers}"
            report = ingest([source], store, ingested_at=AT, workers=workers)
            rate = n_articles / report.seconds
            print(f"{workers} workers: {rate:,.0f} articles/s, {rate / workers:,.0f} a core")
        again = ingest([source], store, ingested_at=AT)
        print(f"the same again: {again.n_new} new, {again.seconds:.2f} s")


def _write(target: Path, source: Path | None, limit: int) -> int:
    if source is None:
        lines = [
            json.dumps({"id": str(number), "text": _STORY.format(number)}) + "\n"
            for number in range(limit)
        ]
    else:
        opened = gzip.open if source.suffix == ".gz" else open
        with opened(source, "rt", encoding="utf-8") as file:
            lines = list(itertools.islice(file, limit))
    target.write_text("".join(lines), encoding="utf-8")
    return len(lines)


if __name__ == "__main__":
    main()
