"""How fast pages are read: lines, kinds, articles, credits and dates, without the later stages.

    python benchmarks/page_speed.py CORPUS.jsonl.gz [--pages 3000]

Prints pages and words per second on one core, folding included, and how each line was decided.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import time
from collections import Counter
from pathlib import Path

from core.model import Record
from core.page import read_page
from core.text.fold import fold


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--pages", type=int, default=3000)
    given = options.parse_args()
    with gzip.open(given.corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, given.pages)]
    records = [
        Record(row["id"], row["id"], f"{row['headline']}\n{row['text']}", outlet=row["outlet"])
        for row in rows
    ]
    n_words = sum(len(record.text.split()) for record in records)
    start = time.perf_counter()
    readings = [read_page(record, fold(record.text)) for record in records]
    seconds = time.perf_counter() - start
    print(f"{len(records) / seconds:.0f} pages/s, {n_words / seconds:.0f} words/s")
    rules = Counter((line.kind, line.rule) for reading in readings for line in reading.lines)
    for (kind, rule), count in rules.most_common(20):
        print(f"{count:>8}  {kind:<16} {rule}")


if __name__ == "__main__":
    main()
