"""The noun phrase of a speaker: who or what it names.

Given the words after (or before) a cue, reads a phrase with titles, appositions and joint
speakers ("المتحدث باسم الوزارة، سالم الأيوبي"), and says whether it names a person, an institution,
something written, a role or somebody without a name. Persons come from the mentions; where those
have none, from the shape of the phrase (``guess``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Span, SpeakerKind
from core.names.lexicon import name_tokens
from core.quotes.conjugate import Gender, Number
from core.quotes.extents import LONGEST, OF_ANOTHER, Extent, PhraseEnds, end_after, word_at
from core.quotes.flow import Sentence, Word
from core.quotes.guess import guess_person
from core.quotes.inflection import is_oblique_plural, nominative, plural_nominative, without_us
from core.quotes.joint import joint_names
from core.quotes.lexicon import folded
from core.quotes.mentions import Name, clean_name
from core.quotes.nouns import (
    bare,
    gender_of,
    head_key,
    is_head,
    is_source_head,
    number_of,
    unnamed_class,
)
from core.quotes.starts import PREPOSITIONS, conjunction, is_accusative_at
from core.text.fold import fold_key

_ANONYMOUS = folded("مصدر مصادر")
_ITSELF = folded("نفسه نفسها نفسهم ذاته ذاتها")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who a noun phrase names.

    ``span`` covers what names the speaker, without proclitic; ``name`` is its fullest form;
    ``titles`` are the bare words of the phrase beside a person's name, for later references;
    ``end`` is the number of the first word after the phrase.
    """

    span: Span
    name: str
    kind: SpeakerKind
    end: int
    gender: Gender | None = None
    number: Number | None = None
    entity_id: str | None = None
    titles: frozenset[str] = frozenset()
    head: str = ""
    is_definite: bool = False
    unnamed_class: str | None = None
    members: tuple[str, ...] = ()
    is_guess: bool = False
    has_article: bool = False


_ONE: dict[str, Gender] = {fold_key("أحد"): "m", fold_key("إحدى"): "f"}


class Reader(PhraseEnds):
    """Reads phrases in one article."""

    def read(self, sentence: Sentence, begin: int, limit: int, cut: int = 0) -> Phrase | None:
        """The phrase that begins at word ``begin`` and ends before ``limit`` at the latest.

        ``cut`` folded letters of the first word are a proclitic (لمسؤول، للوزارة). Adverbs and
        times before the phrase are passed over.
        """
        items = sentence.words
        at = begin
        while at < limit and cut == 0 and self.is_filler(items, at, limit):
            at += 1
        if at < limit and cut == 0 and not self.around(items[at]):
            cut = conjunction(items[at].text)
        if at >= limit or not self.may_begin(items[at], cut) or self.is_verb(items[at]):
            return None
        limit = min(limit, at + LONGEST)
        head = self.head_at(items, at, limit, cut)
        extent = self.extent(items, at, limit, cut, head)
        return self._named(items, extent, head) if extent.end > head else None

    def _named(self, items: Sequence[Word], extent: Extent, head: int) -> Phrase | None:
        first = items[head]
        counted = head > extent.begin
        head_word = first.text if counted else first.text[extent.cut :]
        if extent.cut and not counted and first.text[extent.cut - 1 :].startswith("لل"):
            head_word = "ا" + head_word
        anonymous = is_head(head_word, "unnamed") and not head_word.startswith("ال")
        anonymous = anonymous and not self._is_office(items, extent, head, head_word)
        if counted:
            return self._other(items, extent, head_word, counted=True)
        persons = self._persons(items, extent)
        if persons and not (anonymous and persons[0].start > first.start and not extent.commas):
            return self._person_phrase(items, extent, persons, head_word)
        if (
            not persons
            and not is_head(head_word, "document")
            and not (anonymous and not extent.commas)
        ):
            guessed = self._guessed(items, extent, head_word)
            if guessed is not None:
                return guessed
        return self._other(items, extent, head_word)

    def _is_office(self, items: Sequence[Word], extent: Extent, head: int, head_word: str) -> bool:
        """Whether one person's noun is definite by what follows (طبيب النادي): an office."""
        if head_key(head_word) in _ANONYMOUS or not is_head(head_word, "person"):
            return False
        return head + 1 < extent.end and items[head + 1].is_definite

    def _persons(self, items: Sequence[Word], extent: Extent) -> list[Name]:
        """The persons named in the phrase, save those that only belong to its head."""
        start, stop = items[extent.begin].start, items[extent.end - 1].end
        free = []
        for name in self.inside(start, stop):
            if name.mention.type != "PER":
                continue
            at = word_at(items, extent, name.start)
            if at > extent.begin and not items[at].after_comma:
                before = items[at - 1].text
                led = items[at].text[:1] in "لب" and name.start == items[at].start + 1
                if led or before in PREPOSITIONS or before in OF_ANOTHER:
                    continue
            free.append(name)
        return free

    def _person_phrase(
        self, items: Sequence[Word], extent: Extent, persons: list[Name], head_word: str
    ) -> Phrase:
        head = head_key(head_word)
        chosen = [persons[0]]
        joined = len(persons) > 1 and self._is_joined(items, extent, persons[0], persons[-1])
        if head in OF_ANOTHER and len(persons) > 1 and not joined:
            chosen = [persons[-1]]
        for name in persons[persons.index(chosen[0]) + 1 :]:
            if self._is_joined(items, extent, chosen[-1], name):
                chosen.append(name)
        span = self.article.page.span(chosen[0].start, chosen[-1].end)
        names = tuple(dict.fromkeys(self.full_name(name.mention) for name in chosen))
        if len(names) == 2 and self._is_one_foreigner(items, extent, chosen):
            names = (clean_name(span.of(self.article.source)),)
        alone = len(names) == 1
        outside = [
            items[n].text
            for n in range(extent.begin, extent.end)
            if not chosen[0].start <= items[n].start < chosen[-1].end
        ]
        led = items[extent.begin].start < chosen[0].start
        return Phrase(
            span,
            "؛ ".join(names),
            "person",
            end_after(items, extent, chosen[-1].end),
            gender=gender_of(head_word) if alone and led else None,
            number="s" if alone else "d" if len(names) == 2 else "p",
            entity_id=chosen[0].mention.entity_id if alone else None,
            titles=frozenset(head_key(text) for text in outside),
            head=head,
            is_definite=True,
            members=() if alone else names,
        )

    def _is_one_foreigner(
        self, items: Sequence[Word], extent: Extent, chosen: Sequence[Name]
    ) -> bool:
        """Whether و is the first letter of a surname no list has without it (مايكل وايلدس)."""
        last = chosen[1]
        at = word_at(items, extent, last.start)
        single = all(" " not in self.full_name(name.mention) for name in chosen)
        beside = items[at].start == last.start - 1 and items[at].gap == " "
        if not single or not beside or chosen[0].end != items[at - 1].end:
            return False
        known = items[at].text[1:] in name_tokens()
        return not known and items[at - 1].text in name_tokens()

    def _is_joined(self, items: Sequence[Word], extent: Extent, last: Name, name: Name) -> bool:
        at = word_at(items, extent, name.start)
        if items[at].text.startswith("و") and name.start == items[at].start + 1:
            return True
        between = [
            items[n].text
            for n in range(extent.begin, extent.end)
            if last.end <= items[n].start < name.start
        ]
        return any(text.startswith("و") and is_head(text[1:], "person") for text in between)

    def _guessed(self, items: Sequence[Word], extent: Extent, head_word: str) -> Phrase | None:
        begin = extent.begin + 1 if extent.cut and is_source_head(head_word) else extent.begin
        found = guess_person(items, begin, extent.end, extent.commas, self.around)
        if found is None:
            return None
        start, stop = found
        cut = extent.cut if start == extent.begin else 0
        span = self.article.page.span(items[start].start + cut, items[stop - 1].end)
        titles = frozenset(
            bare(items[n].text) for n in range(extent.begin, extent.end) if not start <= n < stop
        )
        return Phrase(
            span,
            clean_name(span.of(self.article.source)),
            "person",
            extent.end,
            gender=gender_of(head_word) if start > extent.begin else None,
            number="s",
            titles=titles,
            head=head_key(head_word),
            is_definite=True,
            is_guess=True,
        )

    def _other(
        self, items: Sequence[Word], extent: Extent, head_word: str, counted: bool = False
    ) -> Phrase | None:
        """A phrase that names no person: an institution, a text, a role, somebody unnamed."""
        begin, cut = extent.begin, extent.cut
        stop = next((at for at in extent.commas if not self.around(items[at])), extent.end)
        own = items[begin:stop]
        while len(own) > 1 and own[-1].text in _ITSELF | PREPOSITIONS:
            own = own[:-1]
        start, end = own[0].start + cut, own[-1].end
        span = self.article.page.span(start, end)
        text = self.surface(start, end)
        if cut and own[0].text[cut - 1 :].startswith("لل"):
            text = "ا" + text
        if is_accusative_at(own, 0):
            text = nominative(text)
        if is_oblique_plural(head_word):
            text = plural_nominative(text)
        text = without_us(text)
        inside = [name for name in self.inside(start, end) if name.mention.type != "PER"]
        entity = next((name for name in inside if name.start - start <= 2), None)
        kind = self._kind(own, bare(head_word) if counted else head_word, entity)
        if counted and kind == "role" and all(word.text != "باسم" for word in own):
            kind = "unnamed"  # أحد محققي الشرطة
        if entity is None and kind == "organisation" and inside and inside[-1].end == end:
            entity = inside[-1] if len(inside) == 1 else None
        leads = entity is not None and kind == "organisation" and entity.start - start <= 2
        whole = entity is not None and (entity.end == end or not is_head(head_word, "organisation"))
        if entity is not None and leads and whole:
            text = self.full_name(entity.mention)
            span = self.article.page.span(entity.start, entity.end)
        joint = joint_names(self, items[begin:stop], start) if kind == "organisation" else ()
        if len(joint) > 1:
            text = "؛ ".join(joint)
            span = self.article.page.span(start, end)
            entity = None
        is_entity = kind == "organisation" and entity is not None
        return Phrase(
            span,
            text,
            kind,
            stop,
            gender=_ONE.get(items[begin].text[cut:]) if counted else gender_of(head_word),
            number=number_of(head_word) if len(joint) < 2 else "d" if len(joint) == 2 else "p",
            entity_id=entity.mention.entity_id if is_entity and entity else None,
            titles=frozenset(head_key(text) for text in (head_word, *(w.text for w in own[1:]))),
            head=head_key(head_word),
            is_definite=head_word.startswith("ال"),
            unnamed_class=unnamed_class(w.text for w in own) if kind == "unnamed" else None,
            has_article=any(w.text.startswith("ال") for w in own) or head_word.startswith("ال"),
            members=joint if len(joint) > 1 else (),
        )

    def _kind(self, own: Sequence[Word], head_word: str, entity: Name | None) -> SpeakerKind:
        definite = head_word.startswith("ال")
        if head_key(head_word) in _ANONYMOUS:
            return "unnamed"
        if is_head(head_word, "unnamed") and not definite:
            return "role" if any(word.text == "باسم" for word in own) else "unnamed"
        if is_head(head_word, "document") and entity is None:
            return "document"
        if entity is not None or is_head(head_word, "organisation"):
            return "organisation"
        if own[0].mark >= 0 and own[-1].mark == own[0].mark:
            return "organisation"  # a name in marks that no list holds: قالت "النخيل" إن
        if is_head(head_word, "person") and not any(
            word.is_definite or self.around(word) for word in own
        ):
            return "unnamed"
        if is_head(head_word, "person") or is_head(head_word, "unnamed") or definite:
            return "role"
        # A lone word that no list of nouns holds and the list of names does: ويقول أديب
        return "person" if len(own) == 1 and head_word in name_tokens() else "unnamed"
