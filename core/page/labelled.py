"""Labels at the head of a line, with a value behind them or alone.

"اقرأ أيضا: ...", "المصدر: ...", "كتب محمد ...", headings of lists, of comments and of tags. A label
counts as a whole line or a line's head, with a sign behind it where the words are ordinary ones
("شاهد: ...", "تقرير: ..."); the same words in a sentence are prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.page.agencies import PREPOSITIONS, is_agencies, is_person
from core.page.features import TITLE_WORDS, Shape
from core.page.lexicon import Phrases, phrases
from core.page.mark import Mark

_SIGN = r"[:：|>»«/\\–—…←=-]|\.{2,}|\.(?=\s|$)"  # no comma: prose has it after such words
_SEPARATOR = re.compile(rf"\s*(?:{_SIGN})[\s:|.…>»«–—-]*")
_ANY_AUTHOR = Phrases.of(["بقلم", "بواسطة", "من إعداد", "تحرير من طرف", "by"])
_LONGEST = 45  # words; a line with a label and its value is shorter
_LONGEST_TITLE = TITLE_WORDS + 6


def read_label(shape: Shape) -> Mark | None:
    """The mark of a labelled line, ``None`` when no label opens it."""
    if shape.n_words > _LONGEST:
        return None
    for question in (_cross, _related, _credit, _byline, _section_label):
        answer = question(shape)
        if answer is not None:
            return answer
    return None


def after_label(text: str, label: Sequence[str]) -> tuple[int, bool]:
    """Where what follows the words of a label begins, and whether a sign stands between."""
    at = 0
    for word in label:
        at = text.index(word, at) + len(word)
    sign = _SEPARATOR.match(text, at)
    if sign:
        return sign.end(), True
    while at < len(text) and (text[at].isspace() or text[at] in ")]"):
        at += 1
    return at, False


def _labelled(shape: Shape, labels: Phrases) -> tuple[int, int, bool]:
    """Length of a label at the head (0: none), where its value begins, whether a sign stands."""
    length = labels.at(shape.words)
    if not length:
        return 0, 0, False
    value, signed = after_label(shape.text, shape.words[:length])
    return length, value, signed


def _cross(shape: Shape) -> Mark | None:
    length, _, _ = _labelled(shape, phrases("cross_link"))
    if length:
        if length == len(shape.words):
            return Mark("cross_label", "read-also-alone")
        if shape.n_words <= length + _LONGEST_TITLE:
            return Mark("cross", "read-also-label", length)
        return None
    length, value, signed = _labelled(shape, phrases("cross_link_weak"))
    if length and length < len(shape.words) and signed and not _trails(shape.text[:value]):
        return Mark("cross", "read-also-sign", length)
    return None


def _trails(head: str) -> bool:
    """Whether a label trails off as headlines do: "شاهد.. مصادفة غريبة"."""
    return head.rstrip().endswith(("..", "…"))


def _related(shape: Shape) -> Mark | None:
    labels = phrases("related_heading")
    length, _, signed = _labelled(shape, labels)
    if length and length == len(shape.words):
        return Mark("related_label", "list-heading")
    if length and all(word.isdigit() or len(word) == 1 for word in shape.words[length:]):
        return Mark("related_label", "list-heading")
    if length and shape.words[length:] in (("نهايه",), ("انتهي",)):
        return Mark("furniture", "end-of-list")
    if length and signed and len(shape.words) - length >= 3 and length >= 2:
        return Mark("cross", "list-heading-with-title", length)
    length = phrases("related_heading_start").at(shape.words)
    if length and 0 < len(shape.words) - length <= 3 and not shape.stops and not signed:
        return Mark("related_label", "list-heading-of-section")
    if length and length == len(shape.words):
        return Mark("related_label", "list-heading")
    return None


def _credit(shape: Shape) -> Mark | None:
    length, _, signed = _labelled(shape, phrases("credit"))
    if length:
        n_value = len(shape.words) - length
        if n_value == 0:
            return Mark("credit_label", "source-label-alone")
        if signed and n_value <= 15:
            return Mark("credit", "source-label", length)
        alone = n_value <= 4 and not shape.stops and shape.words[0] in ("نقلا", "منقول")
        if alone or is_agencies(shape.words[length:]):
            return Mark("credit", "source-label", length)
        return None
    length, _, signed = _labelled(shape, phrases("credit_weak"))
    if length and is_agencies(shape.words[length:]):
        return Mark("credit", "weak-source-label", length)
    return None


def _byline(shape: Shape) -> Mark | None:
    if shape.words in phrases("byline_whole"):
        return Mark("byline", "desk")
    length, _, signed = _labelled(shape, phrases("byline"))
    rest = shape.words[length:]
    named = signed or (is_person(rest) and len(rest) <= 5)
    named = named or (len(rest) <= 3 and shape.words[:length] in _ANY_AUTHOR)
    if length and rest and named and len(rest) <= 8 and not shape.stops:
        return Mark("byline", "author-label", length)
    if length and not rest and signed:
        return Mark("byline", "author-label-alone", length)
    length, _, signed = _labelled(shape, phrases("byline_weak"))
    rest = shape.words[length:]
    if length and 0 < len(rest) <= 6 and not shape.stops:
        known = is_person(rest) or (signed and is_agencies(rest, with_places=True))
        if known and not set(rest) & PREPOSITIONS:
            return Mark("byline", "weak-author-label", length)
    return None


def _section_label(shape: Shape) -> Mark | None:
    """Headings of comments and labels of tags."""
    for name, lexicon in (("comments", "comments_heading"), ("tags", "tags")):
        length, _, signed = _labelled(shape, phrases(lexicon))
        rest = shape.words[length:]
        if length and all(word.isdigit() for word in rest):
            if rest == ("0",):
                return Mark("furniture", "no-comments")
            return Mark("comments" if name == "comments" else "tags", f"{name}-heading", length)
        if length and signed and name == "tags" and not shape.stops and shape.n_words <= 25:
            return Mark("tags", "tags-line", length)
    return None
