"""How sure a quote is: that its span and its speaker are both right.

The figures are shares of right ones by rule on the gold set, drawn together where a rule has few
cases and taken down where random quotes of other outlets, read by hand, were right less often
(subjects inside the verb or before it). Bodies, texts and the nameless are rightly named less often
than people, as 142 annotated articles showed. What makes a reading weaker is taken off: a bare noun
as content, a role nobody bears, a pair put together from titles, a speaker no sure name stands for,
few words between marks, words far from their cue or led by another word (رغم أن، لم يسبق أن).
"""

from __future__ import annotations

from collections.abc import Sequence

from core.model import QuoteKind, SpeakerKind
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.report import Report
from core.text.fold import fold_key

_BY_RULE = {
    "verb-subject": 0.95,
    "carried-by": 0.95,
    "subject-verb": 0.8,
    "subject-in-verb": 0.85,
    "contained": 0.92,
    "owner": 0.85,
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
_PAIR, _ONE_WORD, _NO_ENTITY, _FAR, _LED = 0.85, 0.9, 0.94, 0.92, 0.5
_BY_KIND: dict[tuple[SpeakerKind, QuoteKind | None], float] = {
    ("role", None): 0.7,
    ("document", None): 0.88,
    ("organisation", "indirect"): 0.95,
    ("unnamed", "indirect"): 0.95,
}
_SHORT, _VAGUE, _UNSURE_NAME = 0.9, 0.9, 0.93
_FAR_WORDS, _SHORT_WORDS, _SURE_NAME = 12, 5, 0.9
_NOBODY = folded("البعض بعضهم الكثيرون كثيرون آخرون الآخرون مواطنون")
_LEADS = folded(
    "حين رغم غير إلا سبق يسبق شرط تهمة بتهمة لدرجة درجة استطاع استطاعت استطاعوا يستطيع تستطيع يمكن "
    "ممكن يجب ينبغي قبل بعد دون الله مع لو أولهما ثانيهما أولها"
)


def confidence_of(
    kind: QuoteKind, report: Report, words: Sequence[Word], named: float | None, length: int
) -> float:
    """The share of quotes made in the same way that are right in span and speaker.

    ``words`` are those of the report's sentence; ``named`` says how sure the names of its speaker's
    phrase are, ``None`` when there is none; ``length`` is the number of words quoted.
    """
    source = report.source
    if source is None:
        return _UNKNOWN_SPEAKER
    sure = _BY_RULE.get(report.rule, 0.5)
    if kind == "indirect":
        sure *= _OPENING.get(report.opening, 0.9)
    sure *= _BY_KIND.get((source.kind, kind), _BY_KIND.get((source.kind, None), 1.0))
    if source.kind == "person" and " " not in source.name:
        sure *= _ONE_WORD
    if source.members:
        sure *= _PAIR
    elif source.kind in ("person", "organisation") and source.entity_id is None:
        sure *= _NO_ENTITY
    if named is not None and named < _SURE_NAME:
        sure *= _UNSURE_NAME
    if fold_key(source.name) in _NOBODY:
        sure *= _VAGUE
    if kind == "direct" and length <= _SHORT_WORDS:
        sure *= _SHORT
    if report.begin - report.head > _FAR_WORDS:
        sure *= _FAR
    if report.opening == "that" and report.begin > 1 and words[report.begin - 2].text in _LEADS:
        sure *= _LED
    return round(sure, 2)
