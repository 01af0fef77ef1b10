"""Who a pronoun or a role noun stands for: the speakers an article has named so far.

A verb with its subject inside ("وأضاف") goes on with the last speaker that agrees with it; a bare
title ("الوزير"، "المصدر"، "التقرير"، "المنظمة") goes back to the last one it was said of. What
agrees with nothing stays unresolved, and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from core.model import ChainLink, Span, SpeakerKind
from core.quotes.conjugate import Gender, Number
from core.quotes.lexicon import folded
from core.quotes.mentions import joined_key
from core.quotes.phrases import Phrase
from core.quotes.titles import Bearer, all_known, normal
from core.text.fold import fold_key


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker of the article as known so far. ``span`` is where it was last named."""

    name: str
    kind: SpeakerKind
    span: Span
    gender: Gender | None = None
    number: Number | None = None
    entity_id: str | None = None
    titles: frozenset[str] = frozenset()
    head: str = ""
    via: tuple[ChainLink, ...] = ()
    unnamed_class: str | None = None
    members: tuple[str, ...] = ()

    @property
    def link(self) -> ChainLink:
        """The source as a link of another's chain: through whom words came."""
        return ChainLink(self.name, self.span, self.entity_id)


@dataclass(frozen=True, slots=True)
class NamedMedium:
    """A news medium the article has named; ``sorts`` are the nouns it may be called by again."""

    name: str
    start: int
    sorts: frozenset[str]
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The last speaker's statement: through whom it came, and the number of its sentence."""

    name: str
    via: tuple[ChainLink, ...]
    turn: int


@dataclass(slots=True)
class Memory:
    """The sources of an article, the last named one at the end; ``turn`` counts its sentences.

    ``people`` are the names of single persons among them, ``chains`` the last chain that words of
    each name had, the latest at the end: so that no question goes over all sources again.
    """

    sources: list[Source] = field(default_factory=list)
    topics: list[bool] = field(default_factory=list)
    bearers: Sequence[Bearer] = ()
    media: list[NamedMedium] = field(default_factory=list)
    run: Run | None = None
    turn: int = 0
    people: set[str] = field(default_factory=set)
    chains: dict[str, tuple[ChainLink, ...]] = field(default_factory=dict)

    def add(self, source: Source, topic: bool = False) -> None:
        """Remember a source as the last one; a ``topic`` has not spoken, only acted."""
        self.sources.append(source)
        self.topics.append(topic)
        if source.kind == "person" and not source.members:
            self.people.add(source.name)
        if source.via:
            self.chains.pop(source.name, None)
            self.chains[source.name] = source.via

    def last(
        self, gender: Gender | None, number: Number | None, spoken: bool = False
    ) -> Source | None:
        """The nearest earlier source that a verb of this gender and number can have.

        ``spoken``: only one that has spoken, as "وأضاف" demands.
        """
        for at in range(len(self.sources) - 1, max(-1, len(self.sources) - 1 - _REACH), -1):
            if spoken and self.topics[at]:
                continue
            if agrees(self.sources[at], gender, number):
                return self.sources[at]
        return None

    def has_spoken(self, source: Source) -> bool:
        """Whether the source was last remembered as a speaker, not as one who acted."""
        for at in range(len(self.sources) - 1, -1, -1):
            if self.sources[at] is source:
                return not self.topics[at]
        return False

    def resolve(self, phrase: Phrase) -> Source | None:
        """The earlier source that a phrase without a name of its own stands for."""
        if phrase.kind == "person":
            return self._same_person(phrase)
        noted = next((s for s in reversed(self.sources[-_REACH:]) if s.span == phrase.span), None)
        if noted is not None:
            return noted
        keys = {normal(word) for word in phrase.titles} - _EMPTY
        head = normal(phrase.head)
        for source in reversed(self.sources[-_MEMORY:]):
            if self._stands_for(phrase, keys, head, source):
                return source
        return None

    def _same_person(self, phrase: Phrase) -> Source | None:
        recent = self.sources[-_MEMORY:]
        for source in reversed(recent):
            if source.kind == "person" and source.name == phrase.name:
                return source
        parts = set(joined_key(phrase.name).split())
        for source in reversed(recent):
            known = set(joined_key(source.name).split())
            if source.kind == "person" and not source.members and parts < known:
                return source
        return None

    def _stands_for(self, phrase: Phrase, keys: set[str], head: str, source: Source) -> bool:
        known = {normal(word) for word in (*source.titles, source.head)}
        if phrase.number == "d":
            return len(source.members) == 2 and head in known
        genders = {phrase.gender, source.gender}
        if source.kind == "person" and genders == {"m", "f"}:
            return False
        if phrase.kind in ("unnamed", "role") and head in _ANONYMOUS and phrase.is_definite:
            if source.kind == "unnamed" and source.members == () and phrase.number in (None, "s"):
                if phrase.head == _SOURCES:
                    return bool({_SOURCE, _SOURCES} & known)
                return keys - {head} <= known or head == _SOURCE or _loosely(keys - {head}, known)
            return source.kind == "person" and head in known and keys <= known
        if not phrase.is_definite:
            return False
        if phrase.kind == "document":
            return source.kind == "document" and head in known
        if phrase.kind == "organisation":
            return source.kind == "organisation" and keys <= known
        return source.kind in ("person", "role") and bool(keys) and all_known(keys, known)


_MEMORY = 60
"""How many sources back a name or title may point; an article seldom has more."""
_REACH = 8
"""How many sources back a pronoun may reach."""
_EMPTY = folded("نفسه نفسها ذاته ذاتها مذكور رسمي")
_ANONYMOUS = folded("مصدر مسؤول مصادر مسؤولون ناشط شاهد دبلوماسي ضابط")
_SOURCE, _SOURCES = fold_key("مصدر"), fold_key("مصادر")


def _loosely(keys: set[str], known: set[str]) -> bool:
    return not keys or bool(keys & known)


def agrees(source: Source, gender: Gender | None, number: Number | None) -> bool:
    """Whether a verb of this gender and number can have the source as its subject."""
    if number in ("d", "p"):
        plural = source.number in ("d", "p") or (source.number is None and source.kind != "person")
        return plural and (number != "d" or source.number == "d" or len(source.members) == 2)
    if source.number in ("d", "p") and source.kind == "person":
        return False
    return gender is None or source.gender is None or source.gender == gender


def source_of(phrase: Phrase, gender: Gender | None, number: Number | None) -> Source:
    """The source a phrase names; a verb before it tells the gender that a name does not show."""
    told = phrase.gender
    if phrase.kind in ("person", "organisation", "unnamed") and gender is not None:
        told = gender
    return Source(
        phrase.name,
        phrase.kind,
        phrase.span,
        told,
        phrase.number if phrase.number is not None else number,
        phrase.entity_id,
        phrase.titles,
        phrase.head,
        (),
        phrase.unnamed_class,
        phrase.members,
    )


def merged(earlier: Source, phrase: Phrase, gender: Gender | None) -> Source:
    """An earlier source named again by ``phrase``: its name and chain, the new place.

    Whoever is named anew speaks anew, unless his statement goes on (``runs``): the chain of what
    he said before does not hold by itself. The same nameless source or text keeps it.
    """
    return replace(
        earlier,
        span=phrase.span,
        titles=earlier.titles | phrase.titles,
        gender=gender or earlier.gender,
        name=longest((earlier.name, phrase.name)) if phrase.kind == "person" else earlier.name,
        via=earlier.via if earlier.kind in ("unnamed", "document") else (),
        entity_id=earlier.entity_id or phrase.entity_id,
    )


def longest(names: Iterable[str]) -> str:
    """The fullest of several forms of one name."""
    return max(names, key=len)
