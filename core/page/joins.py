"""Marks that need the other lines of the page: bare labels and their values, repeated lines.

"المصدر" over "رويترز" is one credit on two lines, "كتب:" over a name one byline, and what stands
under "الكلمات الدالة" are tags. A line that stands three times on a page but for its numbers is
furniture, and so is the title of the browser's bar above the same title on the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from core.page.agencies import is_agencies
from core.page.features import Shape, line_key
from core.page.lexicon import Words
from core.page.mark import Mark

_VALUE_MARKS = frozenset({"short", "name", "place", "signature", "furniture"})
_MOST_TAGS = 20
_TAG_WORDS = 4
_REPEATS = 3
_TITLE_WORDS = 4  # fewer may stand on a page twice by chance
_SITE_WORDS = 5
_HEAD_LINES = 30
_LEDE_WORDS = 16


def join_marks(shapes: Sequence[Shape], marks: Sequence[Mark]) -> list[Mark]:
    """The marks, corrected by what the other lines of the page say."""
    joined = list(marks)
    _mark_repeated(shapes, joined)
    _mark_title_bar(shapes, joined)
    _mark_ledes(shapes, joined)
    for at, mark in enumerate(marks):
        if mark.name == "credit_label":
            _join_credit(at, shapes, joined)
        elif mark.rule == "author-label-alone":
            _join_author(at, shapes, joined)
        elif mark.rule == "tags-heading":
            _join_tags(at, shapes, joined)
    return joined


def _mark_repeated(shapes: Sequence[Shape], marks: list[Mark]) -> None:
    keys = [line_key(shape) for shape in shapes]
    counts = Counter(keys)
    for at, key in enumerate(keys):
        undecided = marks[at].name in ("short", "name", "place")
        if undecided and counts[key] >= _REPEATS and "0" in key:
            marks[at] = Mark("furniture", "repeats-on-page")


def _mark_title_bar(shapes: Sequence[Shape], marks: list[Mark]) -> None:
    """Lines of the head that hold another one and a few words more: the title bar, the crumbs.

    "العنوان - اسم الموقع", "أخبار » اقتصاد » العنوان".
    """
    undecided = ("short", "prose", "caption")
    head = [at for at, mark in enumerate(marks[:_HEAD_LINES]) if mark.name in undecided]
    for bar in head:
        for title in head:
            is_sentence = shapes[bar].stops or shapes[bar].opens_on
            if bar != title and not is_sentence and _holds(shapes[bar].words, shapes[title].words):
                marks[bar] = Mark("furniture", "title-bar")


def _holds(bar: Words, title: Words) -> bool:
    same = title in (bar[: len(title)], bar[-len(title) :])
    return same and len(title) >= _TITLE_WORDS and 0 < len(bar) - len(title) <= _SITE_WORDS


def _mark_ledes(shapes: Sequence[Shape], marks: list[Mark]) -> None:
    """Long lines without a full stop right above a sentence that goes on: first paragraphs."""
    for at in range(len(shapes) - 1):
        shape = shapes[at]
        long = shape.n_words >= _LEDE_WORDS and not shape.bullet and not shape.number
        goes_on = marks[at + 1].name == "prose" and shapes[at + 1].opens_on
        listed = at > 0 and marks[at - 1].name in ("cross_label", "related_label")
        if long and goes_on and not listed and marks[at].name == "short":
            marks[at] = Mark("prose", "lede-without-stop")


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
