"""Labels that stand alone on their line, joined with the value on the lines below.

"المصدر" over "رويترز" is one credit on two lines, "كتب:" over a name one byline, and what stands
under "الكلمات الدالة" are tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.page.features import Shape
from core.page.marks import Mark, is_agencies

_VALUE_MARKS = frozenset({"short", "name", "place", "signature", "furniture"})
_MOST_TAGS = 20
_TAG_WORDS = 4


def join_values(shapes: Sequence[Shape], marks: Sequence[Mark]) -> list[Mark]:
    """The marks, with the values of bare labels marked as what their label says."""
    joined = list(marks)
    for at, mark in enumerate(marks):
        if mark.name == "credit_label":
            _join_credit(at, shapes, joined)
        elif mark.rule == "author-label-alone":
            _join_author(at, shapes, joined)
        elif mark.rule == "tags-heading":
            _join_tags(at, shapes, joined)
    return joined


def _join_credit(label: int, shapes: Sequence[Shape], marks: list[Mark]) -> None:
    at = label + 1
    if at >= len(shapes) or marks[at].name not in _VALUE_MARKS:
        return
    shape = shapes[at]
    if is_agencies(shape.words) or (len(shape.words) <= 6 and not shape.stops):
        marks[at] = Mark("credit", "source-below-label")


def _join_author(label: int, shapes: Sequence[Shape], marks: list[Mark]) -> None:
    at = label + 1
    if at < len(shapes) and marks[at].name in ("short", "name") and len(shapes[at].words) <= 5:
        marks[at] = Mark("byline", "author-below-label")


def _join_tags(label: int, shapes: Sequence[Shape], marks: list[Mark]) -> None:
    for at in range(label + 1, min(label + 1 + _MOST_TAGS, len(shapes))):
        is_tag = marks[at].name in ("short", "name", "place", "furniture")
        if not is_tag or len(shapes[at].words) > _TAG_WORDS:
            return
        marks[at] = replace(marks[at], name="furniture", rule="tag")
