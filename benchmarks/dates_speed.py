"""Compare core.dates with dateparser.search on the same sentences: time per word, right values.

    python benchmarks/dates_speed.py [--gold FOLDER]

Without the gold sets of ``../shared`` (``--gold``, by default looked for beside the project) the
project's own labelled cases are the sentences. Both read every sentence with the same anchor in
one process. A value of dateparser, a datetime, is cut to the precision that was expected, a
week included; quarters and ranges it cannot give. Durations, sets and vague times are left out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from dateparser.search import search_dates

sys.path.insert(0, str(Path(__file__).parent.parent))

from core.dates import find_dates_in
from core.model import Span
from core.text.fold import fold

PROJECT = Path(__file__).parent.parent
_MARK = re.compile(r"\[([^\[\]]*)\]\(([^()]*)\)")

Found = list[tuple[str, str]]
"""Surface and value of what a system found in a sentence."""


@dataclass(frozen=True)
class Sentence:
    """A sentence, its anchor, and the expressions in it with their values."""

    text: str
    anchor: dt.date
    expected: tuple[tuple[str, str], ...]


def gold_sentences(folder: Path) -> list[Sentence]:
    """The sentences of the two TSV sets, rows of one sentence joined; optional rows left out."""
    rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name in ("made-up-60.tsv", "news-82.tsv"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            words, text, anchor, value = line.split("\t")
            expected = rows.setdefault((text, anchor), [])
            if words != "-" and not value.startswith("?"):
                expected.append((words, value))
    return [
        Sentence(text, dt.date.fromisoformat(anchor), tuple(expected))
        for (text, anchor), expected in rows.items()
    ]


def own_sentences() -> list[Sentence]:
    """The project's labelled cases of dates, those without a date included."""
    sentences = []
    for name in ("dates.yaml", "dates_none.yaml"):
        path = PROJECT / "tests" / "cases" / name
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            anchor = case.get("anchor", dt.date(2024, 10, 10))
            if anchor == "none":
                continue
            expected = tuple(
                (words, value) for words, value in _MARK.findall(case["text"]) if value[0].isdigit()
            )
            sentences.append(Sentence(_MARK.sub(r"\1", case["text"]), anchor, expected))
    return sentences


def by_core(sentence: Sentence) -> Found:
    text = sentence.text
    found = find_dates_in(fold(text), [Span(0, len(text))], sentence.anchor)
    return [(text[it.start : it.end], it.value) for it in found if it.value[0].isdigit()]


def by_dateparser(sentence: Sentence) -> Found:
    base = dt.datetime.combine(sentence.anchor, dt.time(12))
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    found = search_dates(sentence.text, languages=["ar"], settings=settings) or []
    return [(words, when.isoformat()) for words, when in found]


def count_right(sentence: Sentence, found: Found) -> int:
    """How many expected values were found at shared words, cut to the expected precision."""
    right, left = 0, list(found)
    for words, value in sentence.expected:
        for pair in left:
            shared = set(re.findall(r"\w+", pair[0])) & set(re.findall(r"\w+", words))
            if shared and (pair[1][: len(value)] == value or week_of(pair[1]) == value):
                left.remove(pair)
                right += 1
                break
    return right


def week_of(value: str) -> str | None:
    """The ISO week of a datetime: all that dateparser can say of a week."""
    if "T" not in value:
        return None
    year, week, _ = dt.date.fromisoformat(value[:10]).isocalendar()
    return f"{year}-W{week:02}"


def measure(
    name: str, sentences: Iterable[Sentence], find: Callable[[Sentence], Found]
) -> tuple[str, float, float, float, float]:
    sentences = list(sentences)
    find(sentences[0])  # lists and locales are loaded once, outside the time
    start = time.process_time()
    results = [find(sentence) for sentence in sentences]
    seconds = time.process_time() - start
    words = sum(len(sentence.text.split()) for sentence in sentences)
    right = sum(map(count_right, sentences, results))
    expected = sum(len(sentence.expected) for sentence in sentences)
    predicted = sum(map(len, results))
    precision, recall = right / max(predicted, 1), right / max(expected, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return name, 1e6 * seconds / words, precision, recall, f1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=PROJECT.parent / "shared" / "gold" / "dates")
    folder = parser.parse_args().gold
    sentences = gold_sentences(folder) if folder.is_dir() else own_sentences()
    warnings.filterwarnings("ignore", module="dateparser")
    words = sum(len(sentence.text.split()) for sentence in sentences)
    print(
        f"{len(sentences)} sentences, {words} words, {folder if folder.is_dir() else 'own cases'}"
    )
    print(f"{'system':<20}{'ms/1000 words':>14}{'P':>8}{'R':>8}{'F1':>8}")
    rows = [
        measure("core.dates", sentences, by_core),
        measure("dateparser.search", sentences, by_dateparser),
    ]
    for name, cost, precision, recall, f1 in rows:
        print(f"{name:<20}{cost:>14.1f}{precision:>8.3f}{recall:>8.3f}{f1:>8.3f}")
    print(f"core.dates is {rows[1][1] / rows[0][1]:.0f} times as fast per word")
    return 0


if __name__ == "__main__":
    sys.exit(main())
