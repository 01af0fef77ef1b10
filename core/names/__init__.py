"""People, organisations and places: gazetteer, recogniser, propagation, canonical names."""

from __future__ import annotations

from core.model import Mention
from core.text.article import ArticleText


def find_mentions(article: ArticleText) -> tuple[Mention, ...]:
    """All mentions in the article's lines, in order, not overlapping, canonical names set."""
    return ()
