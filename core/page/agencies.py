"""Who stands on a page by name: agencies and outlets, places of datelines, authors.

Known names come from word lists; an unknown outlet is known by a word of its name ("نيوز",
"بوابة"), an unknown author by a given name. Names in running text are the affair of ``core.names``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from core.page.features import Shape
from core.page.lexicon import Words, phrases, words_of

_SIGNED_WORDS = 9
_NAME_WORDS = 4
PREPOSITIONS = frozenset("في من علي عن الي مع ان بين قرب خلال بعد قبل حول عند ضد لدي امام".split())
# "د. سعد", "أ. د. سعد", "م. سعد"
_TITLES = frozenset("د ا م دكتور الدكتور الاستاذ المهندس".split())
_SIGNED_PARTS = re.compile(r"[-–—/|:،(]")
_PARTS = re.compile(r"\s*[-–—/|:,،()•«»\"]+\s*")


def is_agencies(words: Sequence[str], with_places: bool = False) -> bool:
    """Whether names of agencies and outlets (and places) make up ``words``, joined by و or not."""
    known = phrases("agencies", "places") if with_places else phrases("agencies")
    at = 0
    while at < len(words):
        length = known.at(words, at)
        if not length:
            bare = words[at][1:] if words[at].startswith("و") else ""
            length = known.at((bare, *words[at + 1 :])) if bare else 0
            if words[at] == "و":
                length = 1
        if not length:
            return False
        at += length
    return bool(words)


def has_outlet_word(words: Sequence[str]) -> bool:
    """Whether a name of two words or more opens or ends with a word like "نيوز"."""
    known = phrases("outlet_words")
    return len(words) >= 2 and bool(known.at(words) or known.at(words, len(words) - 1))


def is_person(words: Sequence[str]) -> bool:
    """Whether ``words`` open with a given name and hold no preposition and no "and".

    A title may stand before it. Folded, على is the name علي as well.
    """
    while words and words[0] in _TITLES:
        words = words[1:]
    if not phrases("given_names").at(words) or set(words) & (PREPOSITIONS - {"علي"}):
        return False
    known = phrases("given_names", "wa_words")
    return all(not word.startswith("و") or (word,) in known for word in words[1:])


def is_dateline(shape: Shape) -> bool:
    """Whether places, agencies and names of outlets, parted by signs, make up the line."""
    if is_agencies(shape.words, with_places=True):
        return True
    if shape.stops:
        return False
    parts = [words_of(part) for part in _PARTS.split(shape.text)]
    return all(
        is_agencies(part, with_places=True) or (len(part) <= 4 and has_outlet_word(part))
        for part in parts
        if part
    )


def is_name(shape: Shape) -> bool:
    """A person's name alone, or beside a place or an outlet: "هسبريس - محمد الراجي"."""
    if not 2 <= len(shape.words) <= 8 or shape.stops or shape.number or shape.text[-1] in "!؟?:":
        return False
    if re.fullmatch(r"[^\W\d_]\. ?[^\W\d_]{3,}", shape.text):
        return True
    words = [part for part in map(words_of, _PARTS.split(shape.text)) if part]
    persons = [part for part in words if 2 <= len(part) <= 4 and is_person(part)]
    others = [part for part in words if part not in persons]
    return bool(persons) and all(is_agencies(part, with_places=True) for part in others)


SignedBy = Literal["author", "outlet"]


def read_signed(shape: Shape) -> tuple[SignedBy, Words] | None:
    """Who signs a line of two or three short parts: "جدة: نايف الزهراني", "عمّان – زاجل المشرق".

    An author when a part is a person or says so ("موفد ..."), or when two or more unknown words
    stand beside a place; an outlet when one unknown word does. The words are the part that is
    neither place nor agency, for the caller to look for on the page. ``None`` for other lines.
    """
    parts = [part for part in map(words_of, _SIGNED_PARTS.split(shape.text)) if part]
    is_short = len(shape.words) <= _SIGNED_WORDS and not shape.stops and not shape.bullet
    if not is_short or not 2 <= len(parts) <= 3:
        return None
    unknown = [part for part in parts if not is_agencies(part, with_places=True)]
    signers = [
        part
        for part in unknown
        if phrases("author_roles").at(part) or (len(part) <= _NAME_WORDS and is_person(part))
    ]
    others = [part for part in unknown if part not in signers]
    if signers and all(len(part) <= 2 for part in others):
        return "author", signers[-1]
    has_place = any(part in phrases("places") for part in parts)
    if not has_place or len(unknown) != 1 or set(unknown[0]) & PREPOSITIONS:
        return None
    (name,) = unknown
    if len(name) > _NAME_WORDS:
        return None
    return ("outlet" if len(name) == 1 or has_outlet_word(name) else "author"), name
