"""Words a second of the names stage, of its trie alone, and of a regex of the same gazetteer.

    python benchmarks/names_speed.py ../shared/corpora/ant-2018.jsonl.gz [articles]

CPU time of one process, one run, same articles for all three; the regex gets only the first few,
being slow.
"""

from __future__ import annotations

import gzip
import itertools
import json
import re
import sys
import time
from pathlib import Path

from core.model import Article, Line
from core.names import find_mentions, gazetteer
from core.names.variants import words
from core.names.words import words_of
from core.text.article import ArticleText
from core.text.fold import fold

REGEX_ARTICLES = 3


def load_articles(path: Path, count: int) -> list[ArticleText]:
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in itertools.islice(rows, 0, count * 20, 20):
            text = json.loads(row)["text"]
            lines, at = [], 0
            for piece in text.split("\n"):
                if piece.strip():
                    lines.append(Line(at, at + len(piece), "body", 1, ""))
                at += len(piece) + 1
            found.append(ArticleText(fold(text), Article(1), tuple(lines)))
    return found


def main() -> None:
    path, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    articles = load_articles(path, count)
    n_words = [sum(map(len, article.tokens)) for article in articles]
    find_mentions(articles[0])
    lists = gazetteer.load()

    def report(name: str, started: float, done: int) -> None:
        seconds = time.process_time() - started
        print(f"{name:24}{sum(n_words[:done]) / seconds:12,.0f} words/s  ({done} articles)")

    started = time.process_time()
    mentions = sum(len(find_mentions(article)) for article in articles)
    report("names stage", started, len(articles))
    started = time.process_time()
    for article in articles:
        list(lists.trie.find(words_of(article)))
    report("trie alone", started, len(articles))
    forms = {
        " ".join(words(form)) for e in lists.entities.values() for form in (e.name, *e.aliases)
    }
    alternation = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
    pattern = re.compile(rf"(?<!\w)(?:[وف]?[بكل]?)(?:{alternation})(?!\w)")
    started = time.process_time()
    for article in articles[:REGEX_ARTICLES]:
        pattern.findall(article.page.text)
    report("regex alternation", started, REGEX_ARTICLES)
    print(f"{mentions} mentions, {len(forms)} forms")


if __name__ == "__main__":
    main()
