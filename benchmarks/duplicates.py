"""Pairs of copies found among real articles with made copies, against exact comparison.

    python benchmarks/duplicates.py CORPUS.jsonl.gz [--articles 2000] [--copies 200] [--seed 1]

Made copies have their paragraphs shuffled, their ends cut and their spellings changed, each by
chance. Right pairs are the made ones, and those the corpus holds already: two articles that exact
comparison of all pairs calls copies. Prints precision, recall and F1 of pairs, and the time taken.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import time
from collections import Counter, defaultdict
from pathlib import Path

from core.duplicates import Story, find_copies, is_copy, shingle

SPELLINGS = [
    ("أ", "ا"), ("إ", "ا"), ("ة ", "ه "), ("ى ", "ي "), ("نتنياهو", "نتانياهو"),
    ("أمريك", "أميرك"), ("ئ", "ء"), ("بوتين", "بوتن"), ("\"", "«"), ("مئة", "مائة"),
]  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--articles", type=int, default=2000)
    options.add_argument("--copies", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    with gzip.open(given.corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = chance.sample(rows, given.articles)
    stories = [Story(row["id"], tuple(row["text"].splitlines())) for row in rows]
    originals = chance.sample(stories, given.copies)
    made = [make_copy(story, chance) for story in originals]
    right = {frozenset((a.article_id, b.article_id)) for a, b in zip(originals, made, strict=True)}
    everything = [*stories, *made]
    chance.shuffle(everything)

    start = time.perf_counter()
    copies = find_copies(everything)
    seconds = time.perf_counter() - start
    found = pairs_of_groups(copies.items())
    held = {frozenset(pair) for pair in exact_pairs(stories)}
    # a copy of an article that has a twin in the corpus is a copy of the twin too
    right = pairs_of_groups(map(tuple, right | held))

    hits = len(found & right)
    precision, recall = hits / max(1, len(found)), hits / max(1, len(right))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{len(everything)} articles, {len(right)} right pairs, of which {len(held)} were there")
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  in {seconds:.1f} s")


def make_copy(story: Story, chance: random.Random) -> Story:
    """Shuffled, cut and respelled by chance; at least half of the text is kept."""
    paragraphs = list(story.paragraphs)
    if chance.random() < 0.6:
        chance.shuffle(paragraphs)
    if chance.random() < 0.6 and len(paragraphs) > 3:
        paragraphs = paragraphs[: -chance.randint(1, max(1, len(paragraphs) // 2))]
    for old, new in SPELLINGS:
        if chance.random() < 0.5:
            paragraphs = [paragraph.replace(old, new) for paragraph in paragraphs]
    return Story(f"{story.article_id}-copy", tuple(paragraphs))


def exact_pairs(stories: list[Story]) -> list[tuple[str, ...]]:
    """All pairs that are copies by exact comparison, through an inverted index."""
    sets = [shingle(story.paragraphs) for story in stories]
    holders: dict[int, list[int]] = defaultdict(list)
    for at, own in enumerate(sets):
        for value in own:
            holders[value].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        if 1 < len(members) < 50:
            shared.update(itertools.combinations(members, 2))
    return [
        (stories[a].article_id, stories[b].article_id)
        for (a, b), count in shared.items()
        if count > 5 and is_copy(sets[a], sets[b])
    ]


def pairs_of_groups(pairs: object) -> set[frozenset[str]]:
    """All pairs inside the groups that ``pairs`` join."""
    group: dict[str, set[str]] = {}
    for left, right in pairs:  # type: ignore[attr-defined]
        joined = group.get(left, {left}) | group.get(right, {right})
        for member in joined:
            group[member] = joined
    return {
        frozenset(pair) for joined in group.values() for pair in itertools.combinations(joined, 2)
    }


if __name__ == "__main__":
    main()
