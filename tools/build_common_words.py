"""Write ``core/lexicons/names/common_words.txt``: words that names of the news hardly ever hold.

    python tools/build_common_words.py ../shared/corpora

A word is common when the labelled corpora hold it at least twice outside names and never inside
one. The list guards against gazetteer entries and name tokens that are ordinary words.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from pathlib import Path

from core.text.fold import fold_key
from core.text.tokens import tokenize

LEXICONS = Path(__file__).parents[1] / "core/lexicons/names"
HEADER = """\
# Common words: folded words that the labelled news corpora (ANERcorp, Wojood) hold at least twice
# outside names of people, organisations and places and never inside one. Given names are left out.
# Made by tools/build_common_words.py; a list of ordinary words, holds no text of the corpora.
"""
NAMES_IN_WOJOOD = frozenset("PERS ORG GPE LOC FAC NORP".split())


def is_name(tag: str) -> bool:
    """Whether a BIO tag of either corpus marks a name of one of our types."""
    return tag != "O" and tag.partition("-")[2] in NAMES_IN_WOJOOD | {"PER", "MISC"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    corpora = parser.parse_args().corpora
    outside: Counter[str] = Counter()
    inside: set[str] = set()
    for name in ("anercorp-train.conll.gz", "wojood-sample.conll.gz"):
        with gzip.open(corpora / name, "rt", encoding="utf-8") as lines:
            for word, tag in (line.split() for line in lines if len(line.split()) == 2):
                tokens = [token.text for token in tokenize(fold_key(word))]
                if is_name(tag):
                    inside.update(tokens)
                else:
                    outside.update(tokens)
    given = {
        fold_key(line) for line in (LEXICONS / "given_names.txt").read_text("utf-8").splitlines()
    }
    words = sorted(
        word
        for word, count in outside.items()
        if count >= 2
        and word not in inside
        and word not in given
        and len(word) > 1
        and not word.isascii()
    )
    out = LEXICONS / "common_words.txt"
    out.write_text(HEADER + "\n".join(words) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
