"""Which mentions of an article stand for one entity, and the name they all carry.

1. A form of the gazetteer stands for its entity; of several, for the one the article also names
   in full. 2. Names of one type with one orthographic key are one. 3. A shorter form joins the
   nearest earlier (else later) longer name it is part of: a person's surname or given name, the
   head of an organisation's or place's longer name. What fits two longer names equally stays
   apart unless one was named before it. The canonical name is the gazetteer's, else the fullest
   form in the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.model import Mention, MentionType
from core.names.bodies import country_beside, full_name, home_of, is_shared
from core.names.candidates import Candidate
from core.names.clitics import without_proclitics
from core.names.entities import derived_id
from core.names.evidence import Evidence, gather
from core.names.gazetteer import Form, Gazetteer
from core.names.morphology import is_given
from core.names.unclear import is_unclear, scope_of
from core.names.variants import loose_key, name_key
from core.names.words import Words
from core.text.article import ArticleText

_DECORATION = re.compile(r"[#\"«»“”]+")
_BLANKS = re.compile(r"[\s_]+")


@dataclass(slots=True)
class _Group:
    """Mentions of one entity while they are being gathered.

    ``country`` of a body that many countries have is the one spoken of beside it (``is_shared``);
    ``is_doubtful``: the gazetteer knows several, or nothing for sure, of this name; ``is_paired``:
    another given name is joined to this one ("طارق وياسر"), so that both are whole.
    """

    type: MentionType
    name: str
    key: tuple[str, ...]
    entity_id: str | None
    first: int
    country: str | None = None
    is_shared: bool = False
    is_doubtful: bool = False
    is_paired: bool = False


def resolve(
    article: ArticleText, words: Words, chosen: Sequence[Candidate], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """The chosen candidates as mentions with canonical names and ids."""
    names = [written_name(article, words, candidate) for candidate in chosen]
    evidence = gather(words, chosen, gazetteer)
    groups: list[_Group] = []
    assigned: list[_Group] = []
    for candidate, name in zip(chosen, names, strict=True):
        group = _direct_group(candidate, name, groups, evidence)
        assigned.append(group)
    final = [_settled(group, groups, evidence) for group in assigned]
    scope = scope_of(article)
    mentions = []
    for candidate, group in zip(chosen, final, strict=True):
        span = article.page.span(
            words.starts[candidate.first] + candidate.cut, words.ends[candidate.last - 1]
        )
        entity_id = group.entity_id
        if entity_id is None:
            within = (scope, group.country or "") if _is_unclear(group) else ()
            entity_id = derived_id(group.type, group.name, *within)
        mentions.append(
            Mention(
                start=span.start,
                end=span.end,
                type=group.type,
                name=group.name,
                entity_id=entity_id,
                rule=candidate.rule,
                confidence=round(candidate.score, 3),
            )
        )
    return tuple(mentions)


def _is_unclear(group: _Group) -> bool:
    return group.is_shared or is_unclear(group.type, group.name, is_doubtful=group.is_doubtful)


def written_name(article: ArticleText, words: Words, candidate: Candidate) -> str:
    """The name as the article writes it, without label, hash and marks, ``لل`` written out."""
    first = candidate.first + min(candidate.bare, candidate.last - candidate.first - 1)
    cut = candidate.cut if first == candidate.first else 0
    start = words.starts[first] + cut
    text = article.page.span(start, words.ends[candidate.last - 1]).of(article.source)
    text = _BLANKS.sub(" ", _DECORATION.sub("", text.replace("\u0640", ""))).strip()
    if without_proclitics(words.texts[first], cut) != words.texts[first][cut:]:
        text = "ا" + text
    return text


def _direct_group(
    candidate: Candidate,
    name: str,
    groups: list[_Group],
    evidence: Evidence,
) -> _Group:
    """The group a candidate belongs to by gazetteer or by key; a new one if there is none yet."""
    gazetteer = evidence.gazetteer
    form = evidence.entity_of(candidate, name)
    shared = candidate.type == "ORG" and is_shared(name)
    beside = country_beside(evidence.words, candidate, evidence.places) if shared else None
    if form is not None and beside not in (None, gazetteer.entities[form.entity_id].country):
        form = None
    if form is None and not candidate.forms and not _is_surname_alone(candidate):
        form = gazetteer.by_key(candidate.type, name)
    if form is not None:
        return _group_of(form, candidate, groups, gazetteer)
    if candidate.type == "LOC" and not candidate.forms:
        form = evidence.place_at_home(name)
        if form is not None:
            return _group_of(form, candidate, groups, gazetteer)
    key = _bare_key(name)
    for group in groups:
        is_same = (group.type, group.key, group.entity_id) == (candidate.type, key, None)
        if is_same and (beside is None or group.country in (None, beside)):
            group.country = group.country or beside
            group.is_doubtful |= bool(candidate.forms)
            return group
    first, doubtful = candidate.first, bool(candidate.forms)
    paired = _is_paired(evidence.words, candidate)
    groups.append(_Group(candidate.type, name, key, None, first, beside, shared, doubtful, paired))
    return groups[-1]


def _is_paired(words: Words, candidate: Candidate) -> bool:
    """Whether a given name stands alone beside another that و joins to it."""
    first, last = candidate.first, candidate.last
    if candidate.type != "PER" or last - first > 1:
        return False
    before = words.texts[first - 1] if first and candidate.cut else ""
    after = words.texts[last] if last < len(words) and words.plain[last] else ""
    return is_given(before) or (after.startswith("و") and is_given(after[1:]))


def _group_of(
    form: Form, candidate: Candidate, groups: list[_Group], gazetteer: Gazetteer
) -> _Group:
    """The group of a known entity, begun if this is its first mention."""
    entity = gazetteer.entities[form.entity_id]
    for group in groups:
        if group.entity_id == entity.entity_id:
            return group
    key = _bare_key(entity.name)
    groups.append(_Group(entity.type, entity.name, key, entity.entity_id, candidate.first))
    return groups[-1]


def _settled(group: _Group, groups: list[_Group], evidence: Evidence) -> _Group:
    """The group that a group's mentions belong to in the end."""
    host = _absorbing(group, groups, evidence)
    home = evidence.only_home
    if (
        host is not group
        or not group.is_shared
        or home is None
        or group.country not in (None, home)
    ):
        return host
    name = full_name(group.name, home)
    if name is None:
        return host
    form = evidence.gazetteer.by_key("ORG", name)
    if form is None:
        return replace(group, name=name, is_shared=False)
    entity = evidence.gazetteer.entities[form.entity_id]
    return replace(group, name=entity.name, entity_id=entity.entity_id)


def _bare_key(name: str) -> tuple[str, ...]:
    """The key's words without the article, which a surname has or has not when it stands alone."""
    return tuple(word.removeprefix("ال") or word for word in name_key(name).split())


def _is_surname_alone(candidate: Candidate) -> bool:
    """Whether a person goes by one word: what the lists do not hold as it stands, they lack."""
    return candidate.type == "PER" and candidate.last - candidate.first == 1


def _absorbing(group: _Group, groups: list[_Group], evidence: Evidence) -> _Group:
    """The group of the longer name that this one is a shorter form of, or the group itself."""
    if group.entity_id is not None:
        return group
    hosts = [other for other in groups if other is not group and _is_short_form(group, other)]
    if group.is_shared:
        hosts = [host for host in hosts if _may_be_of(group.country, host, evidence)]
        if len(hosts) > 1:
            return group
    if not hosts or _are_kin(group, hosts):
        return group
    earlier = [host for host in hosts if host.first < group.first]
    if earlier:
        host = max(earlier, key=lambda other: other.first)
    elif len(hosts) == 1:
        host = hosts[0]
    else:
        return group
    return host if host.entity_id is not None else _absorbing(host, groups, evidence)


def _are_kin(group: _Group, hosts: list[_Group]) -> bool:
    """Whether several people of one surname are named in full, before it stands alone."""
    if group.type != "PER" or len(group.key) > 1:
        return False
    bearers = [host for host in hosts if host.key[-1:] == group.key and host.first < group.first]
    return len({loose_key(host.name) for host in bearers}) > 1


def _may_be_of(country: str | None, host: _Group, evidence: Evidence) -> bool:
    """Whether a body spoken of beside ``country`` may be the one that is named in full."""
    if country is None:
        return True
    entities = evidence.gazetteer.entities
    home = entities[host.entity_id].country if host.entity_id else home_of(host.name)
    return home == country


def _is_short_form(short: _Group, long: _Group) -> bool:
    if short.type != long.type:
        return False
    if len(short.key) == len(long.key):
        return short.type == "PER" and short.first > long.first and _same_sound(short, long)
    if len(short.key) > len(long.key):
        return False
    if short.type == "PER":
        is_end = short.key == long.key[-len(short.key) :]
        is_patronym = is_end and long.key[-len(short.key) - 1] == "بن"
        is_start = short.key == long.key[: len(short.key)] and not short.is_paired
        return (is_end and not is_patronym) or is_start
    if len(short.key) < 2 or short.key != long.key[: len(short.key)]:
        return False
    return short.type == "ORG" or all(
        word.startswith("ال") for word in name_key(long.name).split()[len(short.key) :]
    )


def _same_sound(one: _Group, other: _Group) -> bool:
    """Whether two names of one article differ in long vowels that one of them leaves out."""
    key = loose_key(one.name)
    if key != loose_key(other.name) or len(key) < 5:
        return False
    shorter, longer = sorted((name_key(one.name), name_key(other.name)), key=len)
    letters = iter(longer)
    return all(letter in letters for letter in shorter)
