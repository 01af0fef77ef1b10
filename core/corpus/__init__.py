"""A selection in, small frames out: every question the pages ask of a snapshot.

``Corpus.open(store)`` opens the current snapshot read-only. Each question is one Ibis
expression (the topic modules) over the tables of the serving file; ``engine`` runs it. All frames
keep the columns of ``columns``, also when they are empty. Where a method takes ``page_size`` or
``limit``, None means all rows.
"""

from __future__ import annotations

from core.corpus.articles import Articles, ArticleView
from core.corpus.compare import Compare
from core.corpus.entities import Entities
from core.corpus.overview import Overview
from core.corpus.pages import Pages
from core.corpus.quotes import Quotes
from core.corpus.timeline import Timeline

__all__ = ["ArticleView", "Corpus"]


class Corpus(Overview, Articles, Entities, Quotes, Timeline, Compare, Pages):
    """An opened snapshot with every question. Safe to share between threads."""
