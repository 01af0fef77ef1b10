"""Corrections from the screen."""

from __future__ import annotations

from typing import Any

from core.corpus import ArticleView, Corpus


def of_entity(corpus: Corpus, profile: dict[str, Any]) -> None:
    """Rename, merge, retype, reject."""


def of_quotes(corpus: Corpus, view: ArticleView) -> None:
    """Change a quote's speaker, reject it."""


def log(corpus: Corpus) -> None:
    """The log, with undo."""
