"""How sure a quote is: that its span and its speaker are both right.

The figures are shares of right ones by rule on the gold set, drawn together where a rule has few
cases, with what makes a reading weaker taken off: a bare noun as content, a role nobody bears, a
pair put together from titles. Quotes at 0.9 and above were right in at least 97 of 100 cases.
"""

from __future__ import annotations

from core.model import QuoteKind
from core.quotes.report import Report

_BY_RULE = {
    "verb-subject": 0.95,
    "carried-by": 0.95,
    "subject-verb": 0.94,
    "subject-in-verb": 0.93,
    "contained": 0.92,
    "owner": 0.92,
    "cue-after": 0.92,
    "issued-by": 0.9,
    "participle": 0.89,
    "frame-before": 0.89,
    "frame-after": 0.88,
    "frame-after-report": 0.88,
    "frame-within": 0.85,
    "participle-verb": 0.85,
    "report-in-report": 0.85,
    "subject-of-sentence": 0.85,
    "name-colon": 0.8,
    "after-cut": 0.8,
    "participle-subject": 0.75,
    "participle-carried": 0.6,
    "colon": 0.6,
    "alone": 0.55,
    "long": 0.5,
    "nearest-name": 0.5,
}
_UNKNOWN_SPEAKER = 0.3
_OPENING = {"that": 0.98, "colon": 0.9, "preposition": 0.9, "noun": 0.88, "frame": 0.98}
_ROLE, _PAIR, _ONE_WORD = 0.7, 0.85, 0.9


def confidence_of(kind: QuoteKind, report: Report) -> float:
    """The share of quotes made in the same way that are right in span and speaker."""
    source = report.source
    if source is None:
        return _UNKNOWN_SPEAKER
    sure = _BY_RULE.get(report.rule, 0.5)
    if kind == "indirect":
        sure *= _OPENING.get(report.opening, 0.9)
    if source.kind == "role":
        sure *= _ROLE
    if source.kind == "person" and " " not in source.name:
        sure *= _ONE_WORD
    if source.members:
        sure *= _PAIR
    return round(sure, 2)
