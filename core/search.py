"""Word search: what is indexed of an article, and what a search means.

An article is indexed as the sequence of its folded words; a line end counts as a word, so that no
phrase runs over it. Clitics are dealt with when searching: ``stems`` lists what a written word may
stand for (without و ف ب ك ل and ال), and a search word finds every written word that shares a
stem with it. Pronouns at the end of words are not cut (ميناؤها does not find ميناء).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.text.article import ArticleText
from core.text.fold import fold_key
from core.text.tokens import readings, tokenize

LINE_END = "\n"
_MAX_WORDS = 12  # of one search: more is somebody's pasted paragraph
_SHORTEST_STEM = 3  # below it ال is part of the word: الله, الان
# A phrase stands in quotation marks of any sort; an unclosed one runs to the end.
_PHRASE = re.compile(r'["“”«»„](?P<phrase>[^"“”«»„]*)(?:["“”«»„]|$)')


@dataclass(frozen=True, slots=True)
class Search:
    """A parsed search: every term must occur; a term of several words is a phrase."""

    terms: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The different words of all terms, in order."""
        return tuple(dict.fromkeys(word for term in self.terms for word in term))


def parse_search(text: str) -> Search:
    """What a search box holds, as terms; words beyond the twelfth are left out.

    >>> parse_search('ميناء "مدينة صور"').terms
    (('ميناء',), ('مدينه', 'صور'))
    """
    terms: list[tuple[str, ...]] = []
    at = 0
    for match in _PHRASE.finditer(text):
        terms += _single_words(text[at : match.start()])
        terms.append(_words(match["phrase"]))
        at = match.end()
    terms += _single_words(text[at:])
    kept: list[tuple[str, ...]] = []
    left = _MAX_WORDS
    for term in dict.fromkeys(filter(None, terms)):
        kept += [term[:left]] if left else []
        left -= len(term[:left])
    return Search(tuple(kept))


def indexed_words(article: ArticleText) -> list[str]:
    """The folded words of an article in order, with ``LINE_END`` after each line.

    A headline that only the metadata have comes first.
    """
    headline = article.article.headline
    lines = [[token.text.lower() for token in words] for words in article.tokens]
    if headline and article.article.headline_span is None:
        lines.insert(0, list(_words(headline)))
    return [word for line in lines for word in (*line, LINE_END)]


def stems(word: str) -> frozenset[str]:
    """Everything a folded word may stand for: itself, and without proclitics and article.

    >>> sorted(stems("والميناء"))
    ['الميناء', 'ميناء', 'والميناء']
    """
    found = {reading.rest for reading in readings(word)}
    return frozenset(found | {_without_article(stem) for stem in found})


def search_stem(word: str) -> str:
    """The stem by which a search word finds others: without the article, otherwise as typed."""
    return _without_article(word)


def _without_article(word: str) -> str:
    if word.startswith("ال") and len(word) - 2 >= _SHORTEST_STEM:
        return word[2:]
    return word


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenize(fold_key(text).lower()))


def _single_words(text: str) -> list[tuple[str, ...]]:
    return [(word,) for word in _words(text)]
