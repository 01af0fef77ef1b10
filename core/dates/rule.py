"""What a rule of the grammar is: where it may begin, what it matches, and what that means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from core.dates.context import Context
from core.dates.lexicon import compile_pattern, first_words
from core.dates.meaning import Meaning

DIGITS = "#"
"""Stands among ``starts`` for any number in digits."""


class Verdict(Enum):
    """What a resolver may say instead of a meaning."""

    NAME = "name"
    """The words only look like a time; nothing inside them may be read as one either."""


Resolver = Callable[[re.Match[str], Context], "Meaning | Verdict | None"]
"""Reads a match; ``None`` when the rule does not hold here after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time expression.

    ``starts`` are the folded words with which a match can begin, proclitics cut off; the pattern
    is tried nowhere else. A group named ``span`` in the pattern narrows the expression to it.
    """

    name: str
    starts: frozenset[str]
    pattern: re.Pattern[str]
    resolve: Resolver


def rule(name: str, starts: Iterable[str], pattern: str, resolve: Resolver) -> Rule:
    """A rule from its pattern in the notation of ``compile_pattern``."""
    words = first_words(form for form in starts if form != DIGITS)
    if DIGITS in starts:
        words |= {DIGITS}
    return Rule(name, words, compile_pattern(pattern), resolve)
