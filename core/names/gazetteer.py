"""The gazetteer: entities known by name, the forms they go by, and who held which role when.

Two sorts of files, read once: ``places.tsv`` (built, with coordinates) and ``curated/*.tsv``
(written by hand; ``docs/names.md`` says how to add a name). A form is ambiguous when its file
marks it with ``?``; whether it counts is decided by context, elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import cast, get_args

from core.model import MentionType
from core.names import lexicon
from core.names.entities import Entity
from core.names.trie import NameTrie
from core.names.variants import name_key, spellings, words

_TYPES = get_args(MentionType)


@dataclass(frozen=True, slots=True)
class Form:
    """One way a known entity is written.

    ``skip`` leading words are a title the file wrote with the name ("الملك سلمان"): needed to
    recognise it, but no part of the mention. ``is_full`` is the canonical name or one as long.
    """

    entity_id: str
    type: MentionType
    is_ambiguous: bool
    skip: int = 0
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role somebody held: from ``begin`` to before ``end``; ``None`` is open."""

    entity_id: str
    begin: dt.date | None
    end: dt.date | None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the role was held on ``day``."""
        return (self.begin or dt.date.min) <= day < (self.end or dt.date.max)


@dataclass(frozen=True)
class Gazetteer:
    """Known entities by id, their forms as a trie, and roles by their key."""

    entities: dict[str, Entity]
    trie: NameTrie[Form]
    roles: dict[str, tuple[Tenure, ...]]
    keys: dict[tuple[str, str], Form]

    def by_key(self, kind: MentionType, name: str) -> Form | None:
        """The one known entity of a type whose name or unambiguous alias has this name's key."""
        return self.keys.get((kind, name_key(name)))

    @cached_property
    def offices(self) -> dict[str, frozenset[str]]:
        """Per entity the first words of its roles, without article: رئيس, وزير, ملك."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for role, tenures in self.roles.items():
            office = role.split()[0].removeprefix("ال")
            for tenure in tenures:
                found[tenure.entity_id].add(office)
        return {entity_id: frozenset(offices) for entity_id, offices in found.items()}

    def forms(self, name: str) -> tuple[Form, ...]:
        """The known entities that go by exactly this name."""
        return self.trie.lookup(tuple(words(name)))

    def holder(self, role: str, day: dt.date | None) -> Entity | None:
        """Who held the role on ``day``; without one only a role that knows a single holder.

        Exactly one holder or none: two people with one title stay apart.
        """
        tenures = self.roles.get(name_key(role), ())
        if day is not None:
            tenures = tuple(tenure for tenure in tenures if tenure.holds_on(day))
        ids = {tenure.entity_id for tenure in tenures}
        return self.entities[ids.pop()] if len(ids) == 1 else None


@cache
def load() -> Gazetteer:
    """The gazetteer of the package's own files."""
    curated = sorted((lexicon.FOLDER / "curated").glob("*.tsv"))
    return build(_read_places(lexicon.FOLDER / "places.tsv"), curated)


def build(places: Iterable[tuple[Entity, tuple[str, ...]]], curated: Iterable[Path]) -> Gazetteer:
    """A gazetteer of places and of curated files, in order of precedence.

    A curated place that is already known keeps its own id only when it has a name of its own.
    """
    entities: dict[str, Entity] = {}
    trie: NameTrie[Form] = NameTrie()
    tenures: defaultdict[str, list[Tenure]] = defaultdict(list)
    for entity, forms in places:
        entities[entity.entity_id] = entity
        _add_forms(trie, entity, forms)
    for path in curated:
        for entity, forms, roles in _read_curated(path):
            known = entities.get(entity.entity_id)
            merged = entity if known is None else _merge(known, entity)
            entities[entity.entity_id] = merged
            _add_forms(trie, entity, forms)
            for role, tenure in roles:
                tenures[name_key(role)].append(tenure)
    roles_held = {role: tuple(held) for role, held in tenures.items()}
    return Gazetteer(entities, trie, roles_held, _keys(entities, trie))


def _keys(entities: dict[str, Entity], trie: NameTrie[Form]) -> dict[tuple[str, str], Form]:
    """Keys of names and unambiguous aliases that lead to one entity only."""
    found: dict[tuple[str, str], Form | None] = {}
    for entity in entities.values():
        for name in (entity.name, *entity.aliases):
            for form in trie.lookup(tuple(words(name))):
                if form.entity_id != entity.entity_id or form.is_ambiguous or form.skip:
                    continue
                key = (entity.type, name_key(name))
                other = found.setdefault(key, form)
                if other is not None and other.entity_id != form.entity_id:
                    found[key] = None
    return {key: form for key, form in found.items() if form is not None}


def _merge(known: Entity, again: Entity) -> Entity:
    aliases = tuple(dict.fromkeys((*known.aliases, *again.aliases)))
    return replace(known, aliases=aliases)


def _add_forms(trie: NameTrie[Form], entity: Entity, forms: Iterable[str]) -> None:
    n_words = len(words(entity.name))
    for form in forms:
        parts = tuple(words(form.lstrip("?")))
        skip = 0
        if entity.type == "PER":
            skip = _titles_before(parts, is_name=form.lstrip("?") == entity.name)
        full = len(parts) - skip >= n_words
        for spelling in spellings(parts):
            value = Form(entity.entity_id, entity.type, form.startswith("?"), skip, full)
            known = trie.lookup(spelling)
            if not any(other.entity_id == value.entity_id for other in known):
                trie.add(spelling, value)


def _titles_before(parts: tuple[str, ...], *, is_name: bool) -> int:
    """How many titles an alias begins with; a name's own first word is one only with the article.

    خليفة حفتر is called Khalifa, البابا فرنسيس is not called Pope.
    """
    titles = lexicon.word_map("titles.tsv")
    count = 0
    while count < len(parts) - 1 and parts[count] in titles:
        if is_name and not parts[count].startswith("ال"):
            break
        count += 1
    return count


def _read_places(path: Path) -> Iterator[tuple[Entity, tuple[str, ...]]]:
    for place_id, name, name_en, country, lat, lon, wikidata, aliases in lexicon.read_rows(path):
        forms = (name, *filter(None, aliases.split("|")))
        entity = Entity(
            entity_id=place_id,
            type="LOC",
            name=name.lstrip("?"),
            name_en=name_en or None,
            aliases=_bare(forms[1:]),
            wikidata=wikidata or None,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            country=country or None,
        )
        yield entity, forms


def _read_curated(
    path: Path,
) -> Iterator[tuple[Entity, tuple[str, ...], list[tuple[str, Tenure]]]]:
    for row in lexicon.read_rows(path):
        entity_id, kind, name, name_en, country, begin, end, role, aliases = row + [""] * (
            9 - len(row)
        )
        if kind not in _TYPES:
            raise ValueError(f"{path.name}: {entity_id}: no such type: {kind!r}")
        forms = (name, *filter(None, aliases.split("|")))
        tenure = Tenure(entity_id, _day(begin, first=True), _day(end, first=False))
        entity = Entity(
            entity_id=entity_id,
            type=cast(MentionType, kind),
            name=name.lstrip("?"),
            name_en=name_en or None,
            aliases=_bare(forms[1:]),
            country=country or None,
        )
        yield entity, forms, [(text, tenure) for text in role.split("|") if text]


def _bare(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(form.lstrip("?") for form in forms)


def _day(text: str, *, first: bool) -> dt.date | None:
    """A day of the file; of a year or month its first day, or the day after its last."""
    if not text:
        return None
    year, *rest = (int(part) for part in text.split("-"))
    if len(rest) == 2:
        return dt.date(year, *rest)
    month = rest[0] if rest else 1
    if not first:
        year, month = (year, month + 1) if rest else (year + 1, 1)
        year, month = (year + 1, 1) if month > 12 else (year, month)
    return dt.date(year, month, 1)
