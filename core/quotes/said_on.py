"""The day on which something was said: the time expression that governs the cue.

It stands between the cue and its content ("قال الوزير الثلاثاء إن"), or opens the sentence right
before the cue ("والثلاثاء، قال الوزير"). A day tells more than "earlier". Dates inside the content
and those ahead of the article are part of what was said; those of a relative clause are of
something else ("قال المدرب الذي كان لاعبا عام 1998"), save that of the interview or the speech.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left

from core.model import TimeExpression
from core.quotes.report import Scene

_REACH = 300  # characters in which a relative clause may still be open
_MOST = 3  # expressions between a cue and its content
# Midnight lies a day apart in two zones.
_AHEAD = dt.timedelta(days=1)
_OPENS = re.compile(r"[«\"“]?[وف]?\s*(?:في\s+)?")
_RELATIVE = re.compile(r"(?P<of>(?:\w{1,20}\s{1,4}){0,3})(?:الذي|التي|الذين|اللذين)\s[^،,]*")
_OCCASION = re.compile(
    r"(?:ال)?(?:مؤتمر|مقابلة|بيان|تصريح|تصريحات|كلمة|خطاب|تغريدة|حوار|حديث|لقاء|جلسة|رسالة|تقرير)(?!\w)"
)
_COMMA = re.compile(r"\s*[،,]?\s*(?:قد\s+)?[وف]?")


def find_said_on(scene: Scene, at: int, gate: int) -> str | None:
    """The TIMEX3 value that governs the cue, the word ``at``; its content begins at ``gate``."""
    page = scene.article.page
    first, cue, content = (page.position(scene.sentence.words[n].start) for n in (0, at, gate))
    after = bisect_left(scene.dates, cue, key=lambda date: date.start)
    between = [
        date
        for date in scene.dates[after : after + _MOST]
        if date.end <= content
        and _may_be_said_on(scene, date)
        and not _is_of_another(scene.article.source[max(cue, date.start - _REACH) : date.start])
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
    """Whether an expression names a point of time up to the day of publication."""
    if date.type not in ("DATE", "TIME") or "/" in date.value:
        return False
    if date.begin is None:
        return date.value not in ("PRESENT_REF", "FUTURE_REF")
    published = scene.article.article.published
    ahead = _AHEAD if date.precision in ("day", "time") else dt.timedelta()
    return published is None or date.begin <= published + ahead


def _is_of_another(between: str) -> bool:
    """Whether a relative clause that is still open stands between the cue and the date."""
    relative = _RELATIVE.search(between)
    while relative is not None and relative.end() < len(between):
        relative = _RELATIVE.search(between, relative.end())
    return relative is not None and not _OCCASION.search(relative["of"])
