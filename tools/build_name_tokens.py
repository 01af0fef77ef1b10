"""Write ``core/lexicons/names/name_tokens.tsv.gz``: words of people's names with a Latin spelling.

    python tools/build_name_tokens.py ../shared/corpora/name-tokens-wikidata.tsv.gz

Tokens are folded; of several Latin spellings the most frequent one is kept, with the count of
persons. Function words that the source holds (of, and) are dropped.
"""

from __future__ import annotations

import argparse
import gzip
from pathlib import Path

from core.text.fold import fold_key
from core.text.tokens import tokenize

LEXICONS = Path(__file__).parents[1] / "core/lexicons/names"
HEADER = """\
# Words of people's names: folded Arabic form, usual Latin spelling, how many persons bear it.
# Source: Wikidata labels (CC0), name-tokens-wikidata.tsv.gz; made by tools/build_name_tokens.py.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    source = parser.parse_args().source
    common = set((LEXICONS / "common_words.txt").read_text("utf-8").splitlines())
    total: dict[str, int] = {}
    best: dict[str, tuple[int, str]] = {}
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            latin, _, rest = line.rstrip("\n").partition("\t")
            arabic, _, count = rest.partition("\t")
            word = fold_key(arabic)
            if [token.text for token in tokenize(word)] != [word] or len(word) < 2:
                continue
            if (
                word.isascii()
                or (word in common and int(count) < 2)
                or latin in {"of", "and", "the"}
            ):
                continue
            total[word] = total.get(word, 0) + int(count)
            best[word] = max(best.get(word, (0, "")), (int(count), latin))
    rows = "".join(f"{word}\t{best[word][1]}\t{total[word]}\n" for word in sorted(total))
    out = LEXICONS / "name_tokens.tsv.gz"
    out.write_bytes(gzip.compress((HEADER + rows).encode("utf-8"), mtime=0))
    print(f"{len(total)} tokens, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
