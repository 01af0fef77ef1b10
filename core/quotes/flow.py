"""The article as sentences of words that know their marks: what all rules of this stage read.

A sentence here never ends inside a marked span, and runs on after a quote of several paragraphs
to the end of the closing line: the words that attribute it stand there. A word knows what stands
between it and the one before (``gap``), its marked span, and whether a sentence adverb is near.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Span
from core.quotes.marks import Marked
from core.text.article import ArticleText

_SENTENCE_END = re.compile(r"[.!?؟…](?:[\"'”“»’)\]]*)(?:\s|$)|[\n•▪●]")
_ABBREVIATION = frozenset("د ا م ص ت ط ه ق س ج".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word: ``text`` is folded, ``start``/``end`` are folded offsets.

    ``gap`` is the folded text between the word before and this one; ``mark`` the number of the
    marked span it stands in, -1 for none.
    """

    text: str
    start: int
    end: int
    gap: str
    mark: int
    line: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence; ``in_headline`` when its line is a headline."""

    words: tuple[Word, ...]
    in_headline: bool

    def has_comma(self, at: int) -> bool:
        """Whether a comma or the like stands before word ``at``."""
        return any(char in "،,؛;" for char in self.words[at].gap)


def read_flow(article: ArticleText, marked: Sequence[Marked]) -> list[Sentence]:
    """The sentences of the article's lines in order; every word is in exactly one."""
    words = _words(article, marked)
    sentences: list[Sentence] = []
    begin = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or _is_break(words, at):
            own = tuple(words[begin:at])
            if own:
                kind = article.lines[own[0].line].kind
                sentences.append(Sentence(own, kind == "headline"))
            begin = at
    return sentences


def _words(article: ArticleText, marked: Sequence[Marked]) -> list[Word]:
    page = article.page
    # The inside of a mark may begin or end with what folding deletes: compare stored offsets.
    starts = [span.inside.start for span in marked]
    words: list[Word] = []
    for number, tokens in enumerate(article.tokens):
        last = page.index(article.lines[number].start)
        head = "\n"
        for token in tokens:
            position = page.position(token.start)
            mark = bisect_right(starts, position) - 1
            if mark >= 0 and position >= marked[mark].inside.end:
                mark = -1
            gap = head + page.text[last : token.start]
            words.append(Word(token.text, token.start, token.end, gap, mark, number))
            last, head = token.end, ""
    return words


def _is_break(words: Sequence[Word], at: int) -> bool:
    word, before = words[at], words[at - 1]
    if word.mark >= 0 and word.mark == before.mark:
        return False
    match = _SENTENCE_END.search(word.gap)
    if match is None:
        return False
    if "\n" in word.gap:
        return True
    if before.mark >= 0 and (".." in word.gap and word.gap.lstrip("\"”“»'").startswith("..")):
        return False
    return not (match.group().startswith(".") and before.text in _ABBREVIATION)


def span_of(article: ArticleText, first: Word, last: Word, cut: int = 0) -> Span:
    """The stored span from ``first``, less ``cut`` folded letters, to ``last``."""
    return article.page.span(first.start + cut, last.end)
