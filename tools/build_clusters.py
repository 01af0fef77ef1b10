"""Learn word clusters from the text of a news corpus: ``core/lexicons/names/clusters.tsv.gz``.

    python tools/build_clusters.py ../shared/corpora/ant-2018.jsonl.gz

Needs gensim and scikit-learn, at build time only. Words are folded and cut as the product does
it; skip-gram vectors of the words seen at least ``MIN_COUNT`` times are grouped by k-means into
fine clusters, and the centres of these into coarse ones. One seed and one worker: same text,
same file.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from gensim.models import Word2Vec
from sklearn.cluster import KMeans, MiniBatchKMeans

from core.text.fold import fold_key
from core.text.tokens import tokenize

OUT = Path(__file__).parents[1] / "core/lexicons/names/clusters.tsv.gz"
MIN_COUNT, SIZE, FINE, MIDDLE, COARSE = 6, 100, 800, 200, 50
HEADER = f"""\
# Word clusters for the name tagger: folded word, fine ({FINE}), middle ({MIDDLE}), coarse
# ({COARSE}) cluster, and how often the corpus holds the word.
# Made by tools/build_clusters.py from the text of ANT corpus v2.1 (29,384 news articles of 2018):
# skip-gram vectors of words seen at least {MIN_COUNT} times, k-means. Holds no text of the corpus.
"""


class Sentences:
    """The folded words of every line of a JSONL corpus, afresh at each pass."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[list[str]]:
        with gzip.open(self.path, "rt", encoding="utf-8") as rows:
            for row in rows:
                article = json.loads(row)
                for line in f"{article['headline']}\n{article['text']}".splitlines():
                    words = [token.text for token in tokenize(fold_key(line))]
                    if len(words) > 2:
                        yield ["0" if word.isdigit() else word for word in words]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args().corpus
    model = Word2Vec(
        Sentences(corpus),
        vector_size=SIZE,
        window=4,
        min_count=MIN_COUNT,
        sg=1,
        negative=6,
        epochs=4,
        workers=1,
        seed=1,
    )
    vectors = model.wv.get_normed_vectors()
    fine = MiniBatchKMeans(FINE, random_state=1, batch_size=4096, n_init=2).fit(vectors)
    middle = KMeans(MIDDLE, random_state=1, n_init=4).fit(fine.cluster_centers_)
    coarse = KMeans(COARSE, random_state=1, n_init=4).fit(fine.cluster_centers_)
    rows = sorted(
        (
            word,
            label,
            middle.labels_[label],
            coarse.labels_[label],
            model.wv.get_vecattr(word, "count"),
        )
        for word, label in zip(model.wv.index_to_key, fine.labels_, strict=True)
    )
    body = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    OUT.write_bytes(gzip.compress((HEADER + body).encode("utf-8"), mtime=0))
    print(f"{len(rows)} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
