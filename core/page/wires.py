"""The dateline of an agency that opens a paragraph: "الخليل 14-3-2019 وفا- رحبت ...".

Places, agencies and a date, parted by signs, up to a dash, a colon or a closing slash. A town that
no list holds counts only where an agency stands with it: "مادبا (الأردن) 1 نوفمبر 2026 (قوافل) -".
Which day it is and what it is worth is the affair of ``published``.
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.lexicon import load_rows
from core.dates.months import month_names
from core.dates.tense import is_past_verb
from core.page.agencies import PREPOSITIONS
from core.page.lexicon import Words, phrases, words_of
from core.page.past import opens_in_the_past

# What may stand between the date and the sign that ends the dateline: "م واس -", " (ومع) --".
_END = re.compile(r"^[ \w().،,/]{0,25}?[-–—:)]|^ ?/ ?\w[\w ]{1,20}/")
_ENCLOSED = re.compile(r"[(/\[] ?(\w[\w ]{1,20}?) ?[)/\]]")
_PARTS = re.compile(r"[^\w ]+")
_NOT_A_TOWN = PREPOSITIONS | frozenset("منذ حرب معركه ثوره".split())
_MOST_UNKNOWN = 2  # a town and its country, or its agency
_NAME_WORDS = 3


def closing_sign(after: str) -> int | None:
    """Where the dateline ends in the text behind its date; ``None`` when nothing ends it."""
    match = _END.match(after)
    return match.end() if match else None


def is_wire_head(before: str, after: str, story: str) -> bool:
    """Whether ``before`` and ``after`` a date, up to where the ``story`` begins, are a dateline."""
    parts = [words_of(part) for part in _PARTS.split(before) if part.strip()]
    if parts and parts[-1][-1:] == ("في",):  # "الرباط في 2 نوفمبر 2026 --"
        parts[-1] = parts[-1][:-1]
        if parts == [()]:
            return False
    unknown = [part for part in parts if part and not is_place(part)]
    if not unknown:
        return True
    if len(unknown) > _MOST_UNKNOWN or not all(map(_may_be_a_name, unknown)):
        return False
    if _has_agency(parts) or _has_agency([words_of(after)]) or _agencies_in_signs(after):
        return True
    # Neither town nor agency is known: only a sentence in the past behind it makes it a dateline.
    return bool(_agencies_in_signs(before)) and _opens_with_a_known_verb(words_of(story[:60]))


def is_place(words: Words) -> bool:
    """Whether words are places, agencies and words of stamps, or none at all."""
    known = phrases("places", "agencies", "stamp_words")
    at = 0
    while at < len(words):
        length = known.at(words, at)
        if not length:
            return False
        at += length
    return True


def _may_be_a_name(words: Words) -> bool:
    """Whether a town or a country that no list holds may be called so."""
    if len(words) > _NAME_WORDS or set(words) & _NOT_A_TOWN:
        return False
    return not _opens_with_a_known_verb(words) and not any(word.isdecimal() for word in words)


def _opens_with_a_known_verb(words: Words) -> bool:
    is_known = words[:1] in phrases("lede_verbs") or (bool(words) and is_past_verb(words[0]))
    return is_known and opens_in_the_past(words)


def _has_agency(parts: list[Words]) -> bool:
    known = phrases("agencies")
    return any(known.inside(part) for part in parts)


def _agencies_in_signs(text: str) -> list[str]:
    """What stands in parentheses or between slashes and is neither a place nor a time."""
    return [
        name
        for name in _ENCLOSED.findall(text)
        if len(words_of(name)) <= _NAME_WORDS
        and not is_place(words_of(name))
        and not set(words_of(name)) & _times()
    ]


@cache
def _times() -> frozenset[str]:
    """Words of days and months, folded: "(الأحد)" names no agency."""
    days = {word for form, *_ in load_rows("weekdays.tsv") for word in (form, f"ال{form}")}
    deictics = {form for form, *_ in load_rows("deictics.tsv")}
    return frozenset(days | deictics | {word for name in month_names() for word in name.split()})
