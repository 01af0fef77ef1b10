"""An article's words in one row, with what stands between them.

Matching walks over words of several lines at once; ``joined`` and ``starts_sentence`` keep it from
walking over a line's end, a comma or a full stop.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.text.article import ArticleText

_SOFT = re.compile(r"[ \-_#\"'«»“”‘’]{1,4}")
_PLAIN = re.compile(r" +|_")
# Words of at most so many letters spell an abbreviation when only a full stop parts them: إف.بي.آي.
_INITIAL = 3
_FATHATAN = "\u064b"
_SENTENCE_END = re.compile(r"[.!?؟…\n•]")


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words with folded offsets; per word how it hangs together with the one before.

    ``joined``: a name may run over the gap (blank, hyphen, underscore, hash, quotation mark, the
    full stop between initials); ``plain``: nothing but blanks or one underscore stands in it;
    ``starts_sentence``: a sentence or line begins here; ``gaps``: the text of the gap;
    ``vocabulary``: all words of the article; ``unnamed``: the words written as names never
    are, with ``اً`` (adverbs), مني with its dots ("from me"), فإن with its hamza ("then").
    """

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]
    plain: tuple[bool, ...]
    starts_sentence: tuple[bool, ...]
    gaps: tuple[str, ...]
    vocabulary: frozenset[str]
    unnamed: frozenset[int] = frozenset()

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.texts)


def words_of(article: ArticleText) -> Words:
    """The words of the article's lines in order."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    joined, plain, fresh, gaps = [], [], [], []
    unnamed: set[int] = set()
    page = article.page.text
    for line in article.tokens:
        at = -1
        for token in line:
            gap = "\n" if at < 0 else page[at : token.start]
            texts.append(_unfolded(article, token.text, token.start))
            if _is_unnamed(article, token.text, token.start, token.end):
                unnamed.add(len(starts))
            starts.append(token.start)
            ends.append(token.end)
            single = gap == " "
            plain.append(single or _PLAIN.fullmatch(gap) is not None)
            spelt = gap == "." and len(token.text) <= _INITIAL >= len(texts[-2])
            joined.append(single or spelt or _SOFT.fullmatch(gap) is not None)
            fresh.append(not (single or spelt) and _SENTENCE_END.search(gap) is not None)
            gaps.append(gap)
            at = token.end
    return Words(
        tuple(texts),
        tuple(starts),
        tuple(ends),
        tuple(joined),
        tuple(plain),
        tuple(fresh),
        tuple(gaps),
        frozenset(texts),
        frozenset(unnamed),
    )


def _is_unnamed(article: ArticleText, word: str, start: int, end: int) -> bool:
    """Whether the word is spelt as no name is, though one folds to the same letters."""
    if word[-1] == "ا":
        return _is_nunated(article, end)
    if word == "مني":
        return article.source[article.page.position(end - 1)] == "ي"
    return word == "فان" and article.source[article.page.position(start + 1)] == "إ"


def _is_nunated(article: ArticleText, end: int) -> bool:
    """Whether the final alef of the word that ends at ``end`` bears or follows a fathatan."""
    last = article.page.position(end - 1)
    return _FATHATAN in (article.source[last - 1], *article.source[last + 1 : last + 2])


def _unfolded(article: ArticleText, word: str, start: int) -> str:
    """The word, but ``على`` ("on") with its own last letter: folded it is the name Ali."""
    if len(word) > 4 or not word.endswith("علي"):
        return word
    stored = article.source[article.page.position(start + len(word) - 1)]
    return word[:-1] + "ى" if stored in "ىی" else word
