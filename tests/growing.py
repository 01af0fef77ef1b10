"""Whether work grows with the length of its input and no faster: a ratio in one run, never a time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

_TIMES = 4
_LEAST = 0.03
"""Seconds: below it a clock measures itself."""


def assert_linear(work: Callable[[str], object], unit: str, length: int) -> None:
    """Fails when ``work`` on a text four times as long takes far more than four times the CPU.

    Linear work gives about 4, n log n a little more, quadratic 16; ``length`` (characters of
    the shorter text) must be such that the longer one takes a good part of a second.
    """
    short = unit * max(1, length // len(unit))
    work(unit * 50)  # what is loaded once is not measured

    def seconds(text: str) -> float:
        """The best of three: other processes and the collector only ever add."""
        best = math.inf
        for _ in range(3):
            start = time.process_time()
            work(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(short * _TIMES) < 2.5 * _TIMES * max(seconds(short), _LEAST)
