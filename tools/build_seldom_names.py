"""Write ``core/lexicons/names/seldom_names.txt``: words that a news corpus hardly ever names with.

    python tools/build_seldom_names.py ../shared/corpora/ant-2018.jsonl.gz --articles 5000

The tagger, trained on text of 2005, takes words it never saw ("دارت", "جواسيس") for names now and
then. A word that stands often and is a name, by the product's own reading, in few of its places is
an ordinary one: alone it is not believed to be a name. Only words are written, no text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from pathlib import Path

from core.model import Article, Line
from core.names import gazetteer, tagger
from core.names.morphology import is_common, is_given
from core.names.recogniser import choose
from core.names.words import words_of
from core.text.article import ArticleText
from core.text.fold import fold

TARGET = Path(__file__).parents[1] / "core/lexicons/names/seldom_names.txt"
HEADER = """\
# Words that stand often in news and hardly ever in a name: alone they are not believed to be one.
# Made by tools/build_seldom_names.py from ANT corpus v2.1 (2018 news); words only, no text.
"""
LEAST_SEEN = 8
MOST_NAMED = 0.1


def article_of(text: str) -> ArticleText:
    """A text as an article with one line a paragraph."""
    lines, at = [], 0
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(at, at + len(row), "body", 1, "corpus"))
        at += len(row) + 1
    return ArticleText(fold(text), Article(1), tuple(lines))


def count(texts: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each folded word stands in the texts, and how often in a name."""
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    lists, labels_by = gazetteer.load(), tagger.load()
    for text in texts:
        words = words_of(article_of(text))
        seen.update(words.texts)
        for candidate in choose(words, lists, labels_by):
            named.update(words.texts[candidate.first : candidate.last])
    return seen, named


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=5000)
    arguments = parser.parse_args()
    with gzip.open(arguments.corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] or "" for line in lines]
    seen, named = count(random.Random(5).sample(texts, arguments.articles))
    lists = gazetteer.load().trie
    known = {word for word, count in seen.items() if count >= LEAST_SEEN and word.isalpha()}
    seldom = sorted(
        word
        for word in known
        if named[word] <= MOST_NAMED * seen[word]
        and not (is_common(word) or is_given(word) or lists.lookup((word,)))
    )
    TARGET.write_text(HEADER + "\n".join(seldom) + "\n", encoding="utf-8")
    print(len(seldom), "words")


if __name__ == "__main__":
    main()
