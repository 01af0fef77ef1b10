"""The article as sentences of words that know their marks: what all rules of this stage read.

A sentence here never ends inside a marked span, and runs on after a quote of several paragraphs
to the end of the closing line: the words that attribute it stand there. A line that ends in a
colon goes on into the marked words below it. A dateline ("القاهرة (وكالة) -") is parted off.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.model import Span
from core.quotes.lexicon import folded
from core.text.article import ArticleText

_SENTENCE_END = re.compile(r"[.!?؟…](?:[\"'”“»’)\]]*)\s|[\n•▪●]")
# A full stop with no blank after it ("الأمر.وقال") parts two Arabic words, not figures or letters.
_TIGHT_END = re.compile(r"^[\"'”“»’)\]]*[.؟!]$")
_ABBREVIATION = frozenset("د ا م ص ت ط ه ق س ج".split())
_DATELINE_END = re.compile(r"\)\s*[-–—ـ]+\s*$|\s--\s*$")
_DATELINE_WORDS = 12
_LONGEST = 250
"""Words outside marks: no sentence of prose is longer, and reading stays linear."""
_COLON_LINE = re.compile(r":\s*\n")
_NO_BEGINNING = folded("لأن لأنه لأنها لأنهم لكي كي الذي التي الذين بدلا ضد")
_COMMAS = frozenset("،,؛;")
_NOWHERE = sys.maxsize


class Word(NamedTuple):
    """A word: ``text`` is folded, ``start``/``end`` are folded offsets.

    ``first`` is its first letter as stored (أ and إ differ there); ``gap`` the folded text
    between the word before and this one; ``mark`` the number of its marked span, -1 for none.
    ``after_comma`` and ``after_colon`` say whether such a mark stands in the gap.
    """

    text: str
    start: int
    end: int
    first: str
    gap: str
    mark: int
    line: int
    after_comma: bool
    after_colon: bool

    @property
    def is_definite(self) -> bool:
        """Whether it carries the article: ال with a plain alef (not أليس، إلياس)."""
        return self.text.startswith("ال") and self.first not in "أإآ"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence; ``in_headline`` when its line is a headline."""

    words: tuple[Word, ...]
    in_headline: bool


def read_flow(article: ArticleText, marked: Sequence[Span]) -> list[Sentence]:
    """The sentences of the article's lines in order; every word is in exactly one."""
    words = _words(article, marked)
    sentences: list[Sentence] = []
    begin = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or _is_break(words, begin, at):
            own = tuple(words[begin:at])
            if own:
                kind = article.lines[own[0].line].kind
                sentences.append(Sentence(own, kind == "headline"))
            begin = at
    return sentences


def _words(article: ArticleText, marked: Sequence[Span]) -> list[Word]:
    words: list[Word] = []
    last = 0
    spans = iter((*marked, Span(_NOWHERE, _NOWHERE)))
    mark, span = 0, next(spans)
    text, source, offsets = article.page.text, article.source, article.page.offsets
    for number, tokens in enumerate(article.tokens):
        lead: tuple[str, int] | None = _line_lead(article, number, last)
        for token in tokens:
            position = offsets[token.start]
            while position >= span.end:
                mark, span = mark + 1, next(spans)
            if lead is None:
                gap = text[last : token.start]
            else:
                gap, lead = f"{lead[0]}\n{text[lead[1] : token.start]}", None
            words.append(
                Word(
                    token.text,
                    token.start,
                    token.end,
                    source[position],
                    gap,
                    mark if position >= span.start else -1,
                    number,
                    gap != " " and not _COMMAS.isdisjoint(gap),
                    ":" in gap,
                )
            )
            last = token.end
    return words


def _line_lead(article: ArticleText, number: int, last: int) -> tuple[str, int]:
    """What follows the word before a line on its own line, and where the new line begins."""
    page = article.page
    start = page.index(article.lines[number].start)
    tail = page.text[last : page.index(article.lines[number - 1].end)] if last else ""
    return tail, start


def _is_break(words: Sequence[Word], begin: int, at: int) -> bool:
    word, before = words[at], words[at - 1]
    if word.mark >= 0 and word.mark == before.mark:
        return False
    if at - begin > _LONGEST and word.mark < 0:
        return True
    if at - begin <= _DATELINE_WORDS and _DATELINE_END.search(word.gap) and word.mark < 0:
        return "\n" in words[begin].gap
    match = _SENTENCE_END.search(word.gap)
    if match is None:
        return bool(_TIGHT_END.match(word.gap)) and _are_words(before.text, word.text)
    if before.mark >= 0 and word.text in _NO_BEGINNING and "\n" not in word.gap:
        return False  # قال إن "ما أجملها!" لأن …: the stop is the marked words' own
    if "\n" in word.gap:
        return not (word.mark >= 0 and _COLON_LINE.search(word.gap))
    if before.mark >= 0 and word.gap.lstrip("\"”“»'").startswith(".."):
        return False
    if word.mark >= 0 and (".." in word.gap or "…" in word.gap):
        return False  # words left out before the quotation, which goes on with the sentence
    return not (match.group().startswith(".") and before.text in _ABBREVIATION)


def _are_words(before: str, after: str) -> bool:
    """Whether both are Arabic words of some length: no figures, no letters of an abbreviation."""
    return all(len(text) > 2 and "\u0621" <= text[0] <= "\u064a" for text in (before, after))


def span_of(article: ArticleText, first: Word, last: Word, cut: int = 0) -> Span:
    """The stored span from ``first``, less ``cut`` folded letters, to ``last``."""
    return article.page.span(first.start + cut, last.end)
