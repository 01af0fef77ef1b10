"""The tables of a corpus that can be exported whole, by the names people give on a command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from core.corpus import Corpus
from core.selection import Selection

Question = Callable[[Corpus, Selection], pd.DataFrame]

QUESTIONS: Mapping[str, Question] = {
    "articles": lambda corpus, chosen: corpus.articles(chosen, page_size=None),
    "quotes": lambda corpus, chosen: corpus.quotes(chosen, page_size=None),
    "chain": lambda corpus, chosen: corpus.chain(
        corpus.quotes(chosen, page_size=None)["quote_id"].tolist()
    ),
    "entities": lambda corpus, chosen: corpus.entity_counts(chosen, limit=None),
    "speakers": lambda corpus, chosen: corpus.speakers(chosen, limit=None),
    "statements": lambda corpus, chosen: corpus.statements(chosen, limit=None),
    "unnamed": lambda corpus, chosen: corpus.unnamed(chosen),
    "volume": lambda corpus, chosen: corpus.volume(chosen),
    "wire-copies": lambda corpus, chosen: corpus.wire_copies(chosen, limit=None),
    "pages": lambda corpus, chosen: corpus.pages(page_size=None),
    "problems": lambda corpus, chosen: corpus.problems(page_size=None),
}
"""Each table by name; ``pages`` and ``problems`` are of the store and know no selection."""
