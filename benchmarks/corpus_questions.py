"""How long the questions of the pages take: first and warm medians, in milliseconds.

    python benchmarks/corpus_questions.py [STORE]     default: RAWI_STORE, else the sample's store

Each question is asked for the whole corpus, a month, a common word, direct quotes and a frequent
entity. Read the figures against each other: they depend on the machine.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from core.corpus import Corpus
from core.selection import Selection
from core.store import Store

ROUNDS = 5
GOAL = 250  # ms, warm

Question = Callable[[Selection], Any]


def main() -> None:
    default = os.environ.get("RAWI_STORE", ".rawi/sample")
    place = sys.argv[1] if len(sys.argv) > 1 else default
    if Store(place).current is None:
        print(f"there is no store in {place}: make one with `rawi ingest`, or `make run`")
        return
    corpus = Corpus.open(place)
    held = corpus.coverage(Selection())
    print(f"{held['n_articles']:,} articles, {held['n_quotes']:,} quotes; ms first/warm")
    selections = _selections(corpus)
    print(f"{'':24}" + "".join(f"{name:>14}" for name in selections))
    slow = []
    for name, question in _questions(corpus).items():
        cells = []
        for selection in selections.values():
            first, warm = _measure(question, selection)
            cells.append(f"{first:.0f}/{warm:.0f}")
            if warm > GOAL:
                slow.append(f"{name} {warm:.0f} ms")
        print(f"{name:24}" + "".join(f"{cell:>14}" for cell in cells))
    print(f"over {GOAL} ms warm: {', '.join(slow) or 'none'}")


def _selections(corpus: Corpus) -> dict[str, Selection]:
    last = corpus.coverage(Selection())["last_day"]
    assert isinstance(last, dt.date)
    entity = corpus.entity_counts(Selection(), limit=1)["entity_id"][0]
    return {
        "all": Selection(),
        "month": Selection(begin=last - dt.timedelta(30), end=last),
        "words": Selection(words="وزير"),
        "direct": Selection(kinds=("direct",)),
        "entity": Selection(entities=(entity,)),
    }


def _questions(corpus: Corpus) -> dict[str, Question]:
    entities = corpus.entity_counts(Selection(), limit=3)["entity_id"].tolist()
    outlets = corpus.outlets()["outlet_id"].tolist()[:3]
    return {
        "coverage": corpus.coverage,
        "articles": corpus.articles,
        "volume": corpus.volume,
        "entity_counts": corpus.entity_counts,
        "entity_trend": lambda chosen: corpus.entity_trend(chosen, entities),
        "companions": lambda chosen: corpus.companions(chosen, entities[0]),
        "companions, sentence": lambda chosen: corpus.companions(chosen, entities[0], "sentence"),
        "places": corpus.places,
        "passages": lambda chosen: corpus.passages(chosen, entities[0]),
        "quotes": corpus.quotes,
        "speakers": corpus.speakers,
        "stances": corpus.stances,
        "topics": corpus.topics,
        "speaker_topic": corpus.speaker_topic,
        "statements": corpus.statements,
        "talked_about": corpus.talked_about,
        "bursts": corpus.bursts,
        "wire_copies": corpus.wire_copies,
        "compare, entities": lambda chosen: corpus.compare(chosen, "outlet", outlets),
        "find_entities": lambda _: corpus.find_entities("رئيس"),
    }


def _measure(question: Question, selection: Selection) -> tuple[float, float]:
    times = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        question(selection)
        times.append(1000 * (time.perf_counter() - began))
    return times[0], statistics.median(times[1:])


if __name__ == "__main__":
    main()
