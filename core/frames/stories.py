"""An article as a story that other outlets may carry: its words without the headline."""

from __future__ import annotations

from core.duplicates import Shingles, shingle
from core.search import LINE_END


def story_shingles(words: str, *, has_headline: bool) -> Shingles:
    """The shingles of an article from its row of ``words``; the headline is its first line."""
    return shingle(words.split(LINE_END)[has_headline:])
