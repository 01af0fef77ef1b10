"""What the analyst asked for, as one frozen value.

Article-level parts (dates, outlets, entities, words, copies, undated) choose articles in every
question; quote-level parts (speakers, about, kinds, stances, unnamed, carriers, days said) choose
quotes, and, where a question is about articles, those that hold such a quote. All parts must hold
together; within one part any value does, but an article must mention *all* ``entities``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

from core.model import QuoteKind, Stance
from core.selection.params import MAX_VALUES, clean_text

KINDS: tuple[str, ...] = get_args(QuoteKind)
STANCES: tuple[str, ...] = get_args(Stance)

OUTLET_ID = r"[a-z0-9][a-z0-9._-]{0,63}"
ENTITY_ID = r"[^\W_](?:[\w .:'’/+-]{0,118}[\w.'’+-])?"
UNNAMED_CLASS = r"[a-z][a-z_-]{0,39}"
_NAME_ID = r"name:[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,150}"
SPEAKER_ID = rf"(?:unnamed:{UNNAMED_CLASS}|{_NAME_ID}|{ENTITY_ID})"
CARRIER_ID = rf"(?:{_NAME_ID}|{ENTITY_ID})"

Part = tuple[str, Any]
"""A part's name and one of its values: what a chip stands for."""

_PATTERNS = {
    "outlets": OUTLET_ID,
    "entities": ENTITY_ID,
    "speakers": SPEAKER_ID,
    "about": ENTITY_ID,
    "kinds": "|".join(KINDS),
    "stances": "|".join(STANCES),
    "unnamed": UNNAMED_CLASS,
    "carriers": CARRIER_ID,
}
_ARTICLE_PARTS = ("begin", "end", "outlets", "entities", "words", "copies", "undated")
_QUOTE_PARTS = (
    *("speakers", "about", "kinds", "stances", "unnamed", "carriers"),
    *("said_begin", "said_end"),
)
DAYS = (("begin", "end"), ("said_begin", "said_end"))
"""Parts that are the first and the last of some days."""


@dataclass(frozen=True, slots=True)
class Selection:
    """One selection; every instance is in its one normal form and can be written into a link.

    ``begin`` and ``end`` are days of publication, ``said_begin`` and ``said_end`` days on which
    the text says something was said: both included, put in order. ``carriers`` are links of the
    source chain: quotes that came through one of them. ``words`` are searched folded and
    clitic-aware, all of them; ``"…"`` makes a phrase. ``copies=False`` hides articles that are
    copies of another; ``undated=True`` keeps only articles without a date. Doubled values are
    dropped, controls in ``words`` stripped; ids of a wrong shape raise ValueError.
    """

    begin: dt.date | None = None
    end: dt.date | None = None
    outlets: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    said_begin: dt.date | None = None
    said_end: dt.date | None = None
    words: str = ""
    copies: bool = True
    undated: bool = False

    def __post_init__(self) -> None:
        """Bring every part into normal form, or raise ValueError."""
        for first, last in DAYS:
            begin, end = getattr(self, first), getattr(self, last)
            if begin and end and begin > end:
                object.__setattr__(self, first, end)
                object.__setattr__(self, last, begin)
        for name, pattern in _PATTERNS.items():
            values = tuple(dict.fromkeys(getattr(self, name)))
            for value in values:
                if not re.fullmatch(pattern, value):
                    raise ValueError(f"Selection.{name}: {value!r} is not of the form {pattern}")
            if len(values) > MAX_VALUES:
                raise ValueError(f"Selection.{name}: {len(values)} values, at most {MAX_VALUES}")
            object.__setattr__(self, name, values)
        object.__setattr__(self, "words", clean_text(self.words))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked: everything is selected."""
        return self == Selection()

    @property
    def chooses_quotes(self) -> bool:
        """Whether a quote-level part is set."""
        return any(getattr(self, part) for part in _QUOTE_PARTS)

    def with_(self, **changes: Any) -> Selection:
        """A copy with some parts replaced."""
        return replace(self, **changes)

    def adding(self, part: str, value: str) -> Selection:
        """A copy with one value more in a part that takes several."""
        return self.with_(**{part: (*getattr(self, part), value)})

    def without(self, part: str, value: Any = None) -> Selection:
        """A copy without one value of a part, or, with no value, without the part.

        >>> Selection(outlets=("nile", "atlas")).without("outlets", "nile").outlets
        ('atlas',)
        """
        current = getattr(self, part)
        if isinstance(current, tuple) and value is not None:
            return self.with_(**{part: tuple(v for v in current if v != value)})
        return self.with_(**{part: getattr(Selection(), part)})

    def articles_only(self) -> Selection:
        """The article-level parts alone."""
        return Selection(**{part: getattr(self, part) for part in _ARTICLE_PARTS})


def parts(selection: Selection) -> list[Part]:
    """Every part that is set, one entry a value, in the order of the fields.

    >>> parts(Selection(outlets=("nile", "atlas"), copies=False))
    [('outlets', 'nile'), ('outlets', 'atlas'), ('copies', False)]
    """
    listed: list[Part] = []
    for field in fields(Selection):
        value = getattr(selection, field.name)
        if isinstance(value, tuple):
            listed += [(field.name, one) for one in value]
        elif value != field.default:
            listed.append((field.name, value))
    return listed
