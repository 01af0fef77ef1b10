"""A selection in, small frames out: every question the pages ask of a snapshot.

``Corpus.open(store)`` opens the current snapshot read-only. Each question is one Ibis
expression (the topic modules) over the tables of the serving file; ``engine`` runs it. All frames
keep the columns of ``columns``, also when they are empty. Where a method takes ``page_size`` or
``limit``, None means all rows.
"""

from __future__ import annotations

from core.corpus.chains import Chains
from core.corpus.compare import Compare
from core.corpus.pages import Pages
from core.corpus.passages import Passages
from core.corpus.reader import ArticleView

__all__ = ["ArticleView", "Corpus"]


class Corpus(Compare, Chains, Passages, Pages):
    """An opened snapshot with every question. Safe to share between threads."""
