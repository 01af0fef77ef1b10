"""The day on which something was said: the time expression that governs the cue.

It stands between the cue and its content ("قال الوزير الثلاثاء إن"), or opens the sentence right
before the cue ("والثلاثاء، قال الوزير"). A day tells more than "earlier". Dates inside the content
and those ahead of the article are part of what was said.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left

from core.model import TimeExpression
from core.quotes.report import Scene

_MOST = 3  # expressions between a cue and its content
# Midnight lies a day apart in two zones.
_AHEAD = dt.timedelta(days=1)
_OPENS = re.compile(r"[«\"“]?[وف]?\s*(?:في\s+)?")
_COMMA = re.compile(r"\s*[،,]?\s*(?:قد\s+)?[وف]?")


def find_said_on(scene: Scene, at: int, gate: int) -> str | None:
    """The TIMEX3 value that governs the cue, the word ``at``; its content begins at ``gate``."""
    page = scene.article.page
    first, cue, content = (page.position(scene.sentence.words[n].start) for n in (0, at, gate))
    after = bisect_left(scene.dates, cue, key=lambda date: date.start)
    between = [
        date
        for date in scene.dates[after : after + _MOST]
        if date.end <= content and _may_be_said_on(scene, date)
    ]
    for date in sorted(between, key=lambda date: date.precision == "vague"):
        return date.value
    opening = scene.dates[after - 1] if after else None
    if opening is None or opening.begin is None or not _may_be_said_on(scene, opening):
        return None
    source = scene.article.source
    opens = first <= opening.start and _OPENS.fullmatch(source, first, opening.start)
    is_beside = opening.end <= cue and _COMMA.fullmatch(source, opening.end, cue)
    return opening.value if opens and is_beside else None


def _may_be_said_on(scene: Scene, date: TimeExpression) -> bool:
    published = scene.article.article.published
    is_ahead = published and date.begin and date.begin > published + _AHEAD
    return date.type in ("DATE", "TIME") and not is_ahead
