"""Train the name tagger: ``core/lexicons/names/tagger.crfsuite``.

    python tools/train_names.py ../shared/corpora                 write the weights
    python tools/train_names.py ../shared/corpora --folds 5       exact-span F1 inside ANERcorp

Sentences of ANERcorp's training part (BIO; MISC counts as outside). With ``--silver N`` also N
articles of ANT 2018, labelled by the product as it stands, weights included: sentences in which
it is unsure of something are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from core.model import Article, Line
from core.names import gazetteer
from core.names.features import place_marks, sentence_features, sentences
from core.names.known import find_known
from core.names.recogniser import choose, find_patterns
from core.names.tagger import MODEL, spans
from core.names.tagger import load as load_tagger
from core.names.words import Words, words_of
from core.text.article import ArticleText
from core.text.fold import fold, fold_key
from core.text.tokens import tokenize

OUTSIDE = {"MISC"}
TYPES = {"PERS": "PER"}
OPTIONS = {
    "c1": 0.12,
    "c2": 0.08,
    "max_iterations": 140,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}


@dataclass(frozen=True)
class Example:
    """A sentence as the tagger sees it, and its right labels."""

    rows: list[list[str]]
    labels: list[str]


def read_conll(path: Path) -> list[list[tuple[str, str]]]:
    """Sentences of (word, tag), in order."""
    found: list[list[tuple[str, str]]] = [[]]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) == 2:
                kind = parts[1].partition("-")[2]
                tag = "O" if kind in OUTSIDE else parts[1].replace(kind, TYPES.get(kind, kind))
                found[-1].append((parts[0], tag))
            elif found[-1]:
                found.append([])
    return [sentence for sentence in found if sentence]


def as_words(sentence: list[tuple[str, str]]) -> tuple[Words, list[str]]:
    """The sentence in the product's words, with a label each."""
    texts, gaps, labels = [], [], []
    gap = "\n"
    for word, tag in sentence:
        tokens = tokenize(fold_key(word))
        if not tokens:
            gap += word
            continue
        for part, token in enumerate(tokens):
            text = token.text
            if tag == "O" and text in ("علي", "وعلي"):  # the corpus writes على so
                text = text[:-1] + "ى"
            texts.append(text)
            gaps.append(gap + " " if part == 0 else "-")
            labels.append(tag if part == 0 or tag == "O" else "I" + tag[1:])
            gap = ""
    plain = tuple(gap == " " for gap in gaps)
    fresh = tuple(at == 0 for at in range(len(texts)))
    zeros = (0,) * len(texts)
    words = Words(tuple(texts), zeros, zeros, plain, plain, fresh, tuple(gaps), frozenset())
    return words, labels


def anercorp(corpora: Path) -> list[Example]:
    lists = gazetteer.load()
    examples = []
    for sentence in read_conll(corpora / "anercorp-train.conll.gz"):
        words, labels = as_words(sentence)
        if len(words):
            known = find_known(words, lists)
            marks = place_marks(words, known, find_patterns(words, known))
            examples.append(Example(sentence_features(words, 0, len(words), marks), labels))
    return examples


def silver(corpora: Path, count: int) -> Iterator[Example]:
    """Sentences of ``count`` random articles as the product labels them now."""
    with gzip.open(corpora / "ant-2018.jsonl.gz", "rt", encoding="utf-8") as rows:
        articles = random.Random(7).sample([json.loads(row)["text"] for row in rows], count)
    lists = gazetteer.load()
    for text in articles:
        words = words_of(as_article(text))
        labels, scores = ["O"] * len(words), [1.0] * len(words)
        for candidate in choose(words, lists, load_tagger()):
            for at in range(candidate.first, candidate.last):
                labels[at] = ("B-" if at == candidate.first else "I-") + candidate.type
                scores[at] = candidate.score
        known = find_known(words, lists)
        marks = place_marks(words, known, find_patterns(words, known))
        for first, last in sentences(words):
            named = labels[first:last].count("O") < last - first
            if last - first > 4 and min(scores[first:last]) > 0.7 and named:
                yield Example(sentence_features(words, first, last, marks), labels[first:last])


def as_article(text: str) -> ArticleText:
    lines, at = [], 0
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(at, at + len(row), "body", 1, ""))
        at += len(row) + 1
    return ArticleText(fold(text), Article(1), tuple(lines))


def train(examples: Iterable[Example], path: Path) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for example in examples:
        trainer.append(example.rows, example.labels)
    trainer.set_params(OPTIONS)
    trainer.train(str(path))


def folds(examples: list[Example], count: int) -> None:
    """Exact-span scores over ``count`` contiguous folds."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for fold_number in range(count):
        lower = len(examples) * fold_number // count
        upper = len(examples) * (fold_number + 1) // count
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "fold.crfsuite"
            train([*examples[:lower], *examples[upper:]], path)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
            for example in examples[lower:upper]:
                gold = set(spans(example.labels))
                predicted = set(spans(tagger.tag(example.rows)))
                for counter, some in (
                    (right, gold & predicted),
                    (found, predicted),
                    (wanted, gold),
                ):
                    counter.update(kind for _, _, kind in some)
    for kind in ("PER", "ORG", "LOC", "all"):
        tp, p, g = (sum(c.values()) if kind == "all" else c[kind] for c in (right, found, wanted))
        precision, recall = tp / max(p, 1), tp / max(g, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind:4} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({g} names)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--silver", type=int, default=0)
    arguments = parser.parse_args()
    examples = anercorp(arguments.corpora)
    if arguments.folds:
        folds(examples, arguments.folds)
        return
    examples += silver(arguments.corpora, arguments.silver)
    train(examples, MODEL)
    print(f"{len(examples)} sentences, {MODEL.stat().st_size} bytes")


if __name__ == "__main__":
    main()
