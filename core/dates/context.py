"""What surrounds an expression and decides its reading: the anchor, the tense, what stands before.

A context belongs to one line of folded text. It never looks beyond the line, and for the tense
not beyond the sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from core.dates.lexicon import compile_pattern, load_words
from core.dates.meaning import Interval, Meaning
from core.dates.tense import is_future_verb, is_past_verb
from core.model import Precision
from core.text.fold import Folded

# How far back the verb that gives a date its tense may stand (measured in notes/arabic.md §2).
_TENSE_WINDOW = 110
# How many expressions back the day may be that a clock time or "the same month" refers to.
_LOOK_BACK = 50
# A verb in the present looks ahead to a date near by only.
_APPOINTMENT_WINDOW = 70
_SENTENCE_END = re.compile(r"[.!?؟…](?=\s)|[•▪●]")
_WORD = re.compile(r"\w+")

# Of the imperfects only those with ي: the ones with ت look like nouns (تجربة, تقرير).
_PRESENT_VERB = re.compile(r"ي\w{2,}")

# "المقرر أن تبدأ الكلية التي استضافت القمة، في 8 أكتوبر": a relative clause that is over.
_RELATIVE = re.compile(r"(?<!\w)(?:التي|الذي|الذين|اللذين|اللتين) $")

Outlook = Literal["ahead", "back", "open"]
"""Where the tense around an expression looks."""

# "على أن يفتح المسبح الأربعاء": with the plan that; but "أكد على أن" is speech.
_ON_CONDITION = compile_pattern(
    r"""(?<!شدد)(?<!أكد)(?<!شددت)(?<!أكدت)(?<!ينص)(?<!تنص)(?<!مؤكدا)(?<!مشددا)(?<!اتفق)
    _على_أن_[يت]\w+(?:_\w+){0,6}_$"""
)


@dataclass(slots=True)
class Context:
    """One line, ``[start, end)`` of a folded page, with the anchor and what the article named."""

    page: Folded
    start: int
    end: int
    anchor: dt.date | None
    earlier: list[Meaning] = field(default_factory=list)
    before_line: int = 0
    """How many of ``earlier`` stand on lines before this one."""

    @property
    def text(self) -> str:
        """The folded page."""
        return self.page.text

    def stored(self, start: int, end: int) -> str:
        """The words as they are stored, where hamza and vowels tell two words apart."""
        return self.page.span(start, end).of(self.page.source)

    def before(self, at: int, limit: int = _TENSE_WINDOW) -> str:
        """The text before ``at``, at most ``limit`` characters of the line."""
        return self.text[max(self.start, at - limit) : at]

    def after(self, at: int, limit: int = 40) -> str:
        """The text from ``at`` on, at most ``limit`` characters of the line."""
        return self.text[at : min(self.end, at + limit)]

    def words_before(self, at: int, count: int) -> list[str]:
        """The last words before ``at``, nearest last; a clitic cut off before ``at`` is one."""
        return _WORD.findall(self.before(at, 20 * count))[-count:]

    def word_before(self, at: int) -> str:
        """The word right before ``at``, with only blanks between, else ``""``."""
        before = self.before(at, 30).rstrip(" ")
        words = _WORD.findall(before)
        return words[-1] if words and before.endswith(words[-1]) else ""

    def word_after(self, at: int) -> str:
        """The word right after ``at``, with only blanks between, else ``""``."""
        match = _WORD.match(self.after(at).lstrip(" "))
        return match.group() if match else ""

    def outlook(self, match: re.Match[str]) -> Outlook:
        """Where the tense right behind a match, or the nearest in front of it, looks.

        ``back`` is certain (``منذ``); the past tense leaves it ``open``, as plans are told in it.
        """
        if self.word_before(match.start()).removeprefix("و") == "منذ":
            return "back"
        if is_future_verb(self.word_after(match.end())):
            return "ahead"
        return "ahead" if next(self._tenses(match.start()), False) else "open"

    def is_future(self, match: re.Match[str]) -> bool:
        """Whether the tense around a match looks ahead."""
        return self.outlook(match) == "ahead"

    def tells_of_once(self, at: int, otherwise: bool = False) -> bool:
        """Whether the verb nearest before ``at`` in its sentence is in the past or the future.

        A verb in the present tells a habit; without a verb that is known, a day named on the line
        decides, else ``otherwise``.
        """
        before = self.before(at)
        start = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
        for match in reversed(list(_WORD.finditer(before, start))):
            word = match.group()
            bare = word[1:] if word[0] in "وف" and len(word) > 3 else word
            if is_past_verb(bare) or is_past_verb(word) or is_future_verb(bare):
                return True
            if _PRESENT_VERB.fullmatch(bare):
                return False
        return otherwise or self.last("day", "time", here=True) is not None

    def last(
        self, *precisions: Precision, here: bool = False, told_back: bool = True
    ) -> Interval | None:
        """The days of the latest expression before this one with one of these precisions.

        ``here`` keeps to this line; without ``told_back`` those like "the year before" are passed
        over.
        """
        begin = max(len(self.earlier) - _LOOK_BACK, self.before_line if here else 0)
        for meaning in reversed(self.earlier[begin:]):
            if meaning.interval is None or meaning.precision not in precisions:
                continue
            if told_back or not meaning.is_told_back:
                return meaning.interval
        return None

    def _tenses(self, at: int) -> Iterator[bool]:
        """For each word of the sentence before ``at`` that has one, nearest first: is it future."""
        before = self.before(at)
        start = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
        future = load_words("future_cues.txt")
        appointments = load_words("appointments.txt")
        if _ON_CONDITION.search(before, start):
            yield True
        for match in reversed(list(_WORD.finditer(before, start))):
            word = match.group()
            bare = word[1:] if word[0] in "وف" and len(word) > 3 else word
            if is_past_verb(bare) or is_past_verb(word):
                relative = _RELATIVE.search(before, start, match.start())
                if relative is None or "،" not in before[match.end() :]:
                    yield False
            elif (
                bare in future
                or word in future
                or is_future_verb(bare)
                or (bare in appointments and len(before) - match.start() <= _APPOINTMENT_WINDOW)
            ):
                yield True
