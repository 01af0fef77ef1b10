"""What an article says about whom an ambiguous name stands for.

An ambiguous form ("الأهلي", "عباس", "الاتفاق") is only joined to an entity of the gazetteer when
the article names that entity beyond doubt or, where several share the form, names the country of
exactly one of them. Everything else stays apart: a missing join is mended by one correction, a
false one spoils the counts of somebody else unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.names import lexicon
from core.names.bodies import country_of
from core.names.candidates import Candidate
from core.names.entities import Entity
from core.names.gazetteer import Form, Gazetteer
from core.names.words import Words
from core.text.fold import fold_key
from core.text.tokens import readings

_OFFICE_WINDOW = 4
_COUNTRY = re.compile("loc-[a-z]{2}")
_MARKS = re.compile("[\u064b-\u0652]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The entities an article names beyond doubt, and the countries it speaks of (ISO2).

    ``places`` holds the country of the place named at each word; ``homes`` also the countries of
    the people named.
    """

    named: frozenset[str]
    countries: frozenset[str]
    homes: frozenset[str]
    places: Mapping[int, str]
    words: Words
    gazetteer: Gazetteer

    def entity_of(self, candidate: Candidate, written: str) -> Form | None:
        """The form that ``written`` stands for; ``None`` where the article does not tell."""
        forms = candidate.forms
        if not forms:
            return None
        marked = self._as_marked(forms, written)
        if marked is not None:
            return marked
        at_home = [form for form in forms if self._country_of(form) in self.countries]
        named = [form for form in forms if form.entity_id in self.named]
        if len(at_home) > 1 and all(_is_country(form) for form in forms):
            return _only_sure(forms)
        if forms[0].type == "LOC" and self._are_nested(forms):
            return _only(named) or next(form for form in forms if not form.is_ambiguous)
        if named:
            return _only(named) or _first_if_sure(named)
        if len(forms) == 1 and _may_stand(forms[0], written):
            return forms[0]
        if forms[0].type == "PER":
            in_office = [form for form in forms if self._is_in_office(form, candidate.first)]
            return _only(in_office) or _only_sure(forms)
        if len(forms) > 1 and len(at_home) == 1:
            return at_home[0]
        return _only_sure(forms)

    def _are_nested(self, forms: tuple[Form, ...]) -> bool:
        """Whether the sure ones of several places lie in one country: Algeria and its capital."""
        homes = {self._country_of(form) for form in forms if not form.is_ambiguous}
        return len(forms) > 1 and len(homes) == 1 and None not in homes

    def place_at_home(self, name: str) -> Form | None:
        """The one place so called that lies in a country the article speaks of, if one does."""
        places = [form for form in self.gazetteer.forms(name) if form.type == "LOC"]
        return _only([form for form in places if self._country_of(form) in self.countries])

    @property
    def only_home(self) -> str | None:
        """The one country the article speaks of, by places, nationalities and people."""
        return next(iter(self.homes)) if len(self.homes) == 1 else None

    def _is_in_office(self, form: Form, first: int) -> bool:
        """Whether an office of the person stands before the name and its country in the article.

        Complement, nationality and title may stand between: "وزيرة الثقافة التونسية السيدة الحداد".
        """
        texts, plain = self.words.texts, self.words.plain
        if self._country_of(form) not in self.countries:
            return False
        offices = self.gazetteer.offices.get(form.entity_id, frozenset())
        for at in range(first - 1, max(-1, first - 1 - _OFFICE_WINDOW), -1):
            if not plain[at + 1]:
                return False
            if offices & {reading.rest.removeprefix("ال") for reading in readings(texts[at])}:
                return True
        return False

    def _as_marked(self, forms: tuple[Form, ...], written: str) -> Form | None:
        """The entity spelt with just these marks: "عُمان" is no "عمّان"."""
        if not _MARKS.search(written):
            return None
        entities = self.gazetteer.entities
        return _only([form for form in forms if written in _names(entities[form.entity_id])])

    def _country_of(self, form: Form) -> str | None:
        return self.gazetteer.entities[form.entity_id].country


def gather(words: Words, chosen: Sequence[Candidate], gazetteer: Gazetteer) -> Evidence:
    """The evidence of an article's words and names."""
    named = {
        form.entity_id
        for candidate in chosen
        for form in candidate.forms
        if _names_surely(words, candidate, form)
    }
    places = dict(_places(chosen, gazetteer))
    bearers = {at for c in chosen if c.type == "PER" for at in range(c.first, c.last)}
    spoken = {word for at, word in enumerate(words.texts) if at not in bearers}
    adjectives = {country_of(word) for word in spoken}  # "منصور التركي" is no Turk
    countries = {iso for iso in (*adjectives, *places.values()) if iso}
    people = {gazetteer.entities[entity_id] for entity_id in named}
    homes = countries | {entity.country for entity in people if entity.type == "PER"}
    return Evidence(
        frozenset(named),
        frozenset(countries),
        frozenset(home for home in homes if home),
        places,
        words,
        gazetteer,
    )


def _places(chosen: Sequence[Candidate], gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """The words of each place that lies in one country whichever it is, and that country."""
    for candidate in chosen:
        if candidate.type == "LOC" and candidate.forms:
            homes = {gazetteer.entities[form.entity_id].country for form in candidate.forms}
            home = homes.pop() if len(homes) == 1 else None
            if home:
                yield from ((at, home) for at in range(candidate.first, candidate.last))


def _names_surely(words: Words, candidate: Candidate, form: Form) -> bool:
    is_only = len(candidate.forms) == 1
    if not form.is_ambiguous:
        return form.is_full or is_only
    written = " ".join(words.texts[candidate.first : candidate.last])[candidate.cut :]
    return is_only and form.type == "ORG" and _may_stand(form, written)


def _is_country(form: Form) -> bool:
    """Whether the form is a country's, as "المملكة" is of several."""
    return _COUNTRY.fullmatch(form.entity_id) is not None


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def _may_stand(form: Form, written: str) -> bool:
    """Whether a name means its only listed bearer although the article has no fuller name.

    A surname may be anybody's, and a body that goes by an ordinary noun ("الاتحاد", "النصر") may
    be any such body; what passed as a place or body otherwise is the one that is known.
    """
    if not form.is_ambiguous or form.type == "LOC":
        return True
    word = fold_key(written)
    bare = word.removeprefix("ا").removeprefix("ل")  # "للاتحاد" has lost its alef
    is_ordinary = word.startswith(("ال", "ل")) and bare in lexicon.clustered()
    return form.type == "ORG" and not is_ordinary and " " not in word


def _only(forms: Sequence[Form]) -> Form | None:
    return forms[0] if len({form.entity_id for form in forms}) == 1 else None


def _first_if_sure(forms: Sequence[Form]) -> Form | None:
    """The first in order of the lists where one name is given to several without doubt."""
    if forms[0].type == "LOC" and not any(form.is_ambiguous for form in forms):
        return forms[0]
    return _only_sure(forms)


def _only_sure(forms: Sequence[Form]) -> Form | None:
    return _only([form for form in forms if not form.is_ambiguous])
