"""The noun phrase of a speaker: where it ends, and who or what it names.

Given the words after (or before) a cue, reads a phrase with titles, appositions and joint
speakers ("المتحدث باسم الوزارة، سالم الأيوبي"), and says whether it names a person, an institution,
something written, a role or somebody without a name. Persons come from the mentions; where those
have none, from the shape of the phrase (``guess``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Mention, Span, SpeakerKind
from core.quotes.conjugate import Gender, Number
from core.quotes.cues import read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.guess import guess_person
from core.quotes.lexicon import folded, words
from core.quotes.media import media_at
from core.quotes.nouns import (
    bare,
    gender_of,
    head_key,
    is_head,
    is_source_head,
    number_of,
    unnamed_class,
)
from core.quotes.verbal import is_verbal_noun
from core.text.article import ArticleText
from core.text.fold import fold_key

_PREPOSITIONS = folded("في من على إلى مع بين لدى عن ل ب")
_RELATIVES = folded("الذي التي الذين اللذان اللتان اللذين ممن ما")
_FILLERS = folded(
    "قد أيضا كذلك بدوره بدورها هو هي فقد مجددا بدورهم كان كانت بها به فيه فيها لها له حينها "
    "آنذاك الماضي الماضية الجاري المقبل"
)
# Heads whose bearer is somebody else than the name that follows at once (محامي زيد، زوجة زيد).
_OF_ANOTHER = folded(
    "محامي محامية محام زوجة زوج خطيبة خطيب مستشار مستشارة مبعوث مساعد مساعدة نجل ابن ابنة "
    "شقيق شقيقة والد والدة أرملة إدارة حكومة مكتب فريق حملة مدير نظير باسم حزب جماعة عائلة "
    "أسرة عهد وكيل رئيس نائب صديق صديقة زميل قريب أنصار مناصري نظام ميليشيا قوات تنظيم شركة "
    "مؤسسة اسم"
)
_QUANTITIES = folded(
    "أحد إحدى بعض عدد عدة عشرات مئات آلاف معظم غالبية اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة "
    "أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر كبار"
)
_OF_THESE = folded("من تلك هذه هؤلاء")
_ANONYMOUS = folded("مصدر مصادر")
_DASHES = (" - ", " – ", " — ", "- ", " -", "—", "--", " –", "– ")
_LOOK_AHEAD = 12
_LONGEST = 40
"""Words: no phrase of a speaker is longer, and reading stays linear."""


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


@dataclass(frozen=True, slots=True)
class _Name:
    """A mention with its folded ends."""

    mention: Mention
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Extent:
    """The words of a phrase; ``commas`` are those with a comma before them."""

    begin: int
    end: int
    cut: int
    commas: tuple[int, ...]


class Reader:
    """Reads phrases in one article; knows its mentions by their folded places.

    ``names`` are the marked spans that are names: a phrase runs through them.
    """

    def __init__(
        self, article: ArticleText, mentions: Sequence[Mention], names: frozenset[int]
    ) -> None:
        """Lay the mentions out in order of the folded text."""
        self.article = article
        self.names = names
        page = article.page
        ordered = sorted(mentions, key=lambda mention: mention.start)
        self._names = [_Name(m, page.index(m.start), page.index(m.end)) for m in ordered]
        self._starts = [name.start for name in self._names]
        self._full = _full_names(article.source, ordered)

    def is_open(self, word: Word) -> bool:
        """Whether a word stands outside quotation marks, or in a name between them."""
        return word.mark < 0 or word.mark in self.names

    def inside(self, start: int, end: int) -> list[_Name]:
        """The mentions that lie in a folded range."""
        at = bisect_left(self._starts, start)
        found = []
        while at < len(self._names) and self._starts[at] < end:
            if self._names[at].end <= end:
                found.append(self._names[at])
            at += 1
        return found

    def around(self, word: Word) -> Mention | None:
        """The mention that a word belongs to."""
        at = bisect_left(self._starts, word.end) - 1
        if at >= 0 and self._names[at].end > word.start:
            return self._names[at].mention
        return None

    def full_name(self, mention: Mention) -> str:
        """The fullest form of a name the article itself writes; its canonical form if it does."""
        return self._full.get(mention.entity_id, mention.name)

    def surface(self, start: int, end: int) -> str:
        """The stored form of a folded range, cleaned for showing as a name."""
        return clean_name(self.article.page.span(start, end).of(self.article.source))

    def read(self, sentence: Sentence, begin: int, limit: int, cut: int = 0) -> Phrase | None:
        """The phrase that begins at word ``begin`` and ends before ``limit`` at the latest.

        ``cut`` folded letters of the first word are a proclitic (لمسؤول، للوزارة). Adverbs and
        times before the phrase are passed over.
        """
        items = sentence.words
        at = begin
        while at < limit and cut == 0 and self._is_filler(items, at, limit):
            at += 1
        if at >= limit or not self._may_begin(items[at], cut):
            return None
        limit = min(limit, at + _LONGEST)
        head = self._head_at(items, at, limit, cut)
        extent = self._extent(items, at, limit, cut, head)
        return self._named(items, extent, head) if extent.end > head else None

    def _head_at(self, items: Sequence[Word], begin: int, limit: int, cut: int) -> int:
        """The noun that heads the phrase: what stands behind أحد، عدد من، خمسة، 45."""
        if cut or self.around(items[begin]):
            return begin
        at = begin
        while at < limit and at - begin < 3 and self._is_quantity(items, at, begin):
            at += 1
        return at if at < limit and not items[at].after_comma else begin

    def _is_quantity(self, items: Sequence[Word], at: int, begin: int) -> bool:
        word = items[at]
        if word.text.isdigit() or word.text in _QUANTITIES or bare(word.text) in _QUANTITIES:
            return True
        return at > begin and word.text in _OF_THESE

    # -- where the phrase ends --------------------------------------------------------------

    def _is_filler(self, items: Sequence[Word], at: int, limit: int) -> bool:
        word = items[at]
        if self.around(word):
            return False
        if bare(word.text) in _FILLERS or word.text in words("time_words"):
            return True
        return bare(word.text) in words("time_words") and word.text.startswith(("ال", "ول"))

    def _may_begin(self, word: Word, cut: int) -> bool:
        if self.around(word):
            return cut > 0 or not self._is_led(word)
        if not self.is_open(word):
            return False
        text = word.text[cut:]
        return not (
            text in words("stop_prepositions") or text in _PREPOSITIONS or text in _RELATIVES
        )

    def _is_led(self, word: Word) -> bool:
        """Whether a name stands behind a preposition written with it (لرويترز، ببغداد)."""
        at = bisect_left(self._starts, word.end) - 1
        name = self._names[at] if at >= 0 else None
        led = name is not None and word.start < name.start < word.end
        return led and word.text[0] in "لبك"

    def _extent(
        self, items: Sequence[Word], begin: int, limit: int, cut: int, head: int
    ) -> _Extent:
        commas: list[int] = []
        has_person = self._is_person(items[begin])
        at = head + 1
        brackets = False
        while at < limit:
            word = items[at]
            if "(" in word.gap or "[" in word.gap:
                brackets = True
            if ")" in word.gap or "]" in word.gap:
                brackets = "(" in word.gap.split(")")[-1]
            if not brackets:
                if self._stops(items, at, head, limit, has_person):
                    break
                if word.after_comma:
                    commas.append(at)
            has_person = has_person or self._is_person(word)
            at += 1
        return _Extent(begin, at, cut, tuple(commas))

    def _stops(
        self, items: Sequence[Word], at: int, begin: int, limit: int, has_person: bool
    ) -> bool:
        """Whether the phrase ends before word ``at``."""
        word = items[at]
        if any(dash in word.gap for dash in _DASHES) or "؛" in word.gap or word.after_colon:
            return True
        if not self.is_open(word) or "\n" in word.gap:
            return True
        if word.after_comma and not self._continues(items, at, begin, has_person):
            return True
        mention = self.around(word)
        if mention is not None:
            return self._is_other_name(items, at, begin, mention, has_person)
        text = word.text
        if self._is_settled(items[at - 1]) and self._is_object(items, at, begin):
            return True
        if text.startswith("ل") and media_at(items, at, 1):
            return True
        if text in _PREPOSITIONS:
            return not self._runs_through(items, at, begin, limit, has_person)
        if text in words("stop_prepositions") or text in _RELATIVES:
            return True
        if text in words("time_words"):
            return True
        return _is_report(text) and not text.startswith("ال")

    def _is_object(self, items: Sequence[Word], at: int, begin: int) -> bool:
        """Whether a noun after a whole phrase is what its verb acts on."""
        word = items[at]
        if word.is_definite:
            alone = at == begin + 1 and items[begin].is_definite
            return alone and is_head(items[begin].text, "organisation") and not _is_adjective(word)
        if word.text.startswith("و") or word.text.endswith("ها"):
            return False  # "وقائدها": a further title of a joint speaker
        stem = word.text[:-1] if word.text.endswith("ا") else word.text
        return is_verbal_noun(word.text) or (stem != word.text and is_source_head(stem))

    def _is_settled(self, word: Word) -> bool:
        """Whether a phrase may end with this word, so that a noun of action is its object."""
        return word.text.startswith("ال") or self.around(word) is not None

    def _continues(self, items: Sequence[Word], at: int, begin: int, has_person: bool) -> bool:
        """Whether an apposition or a further speaker follows a comma."""
        word = items[at]
        person = self._is_person(word)
        if has_person:
            of_another = head_key(items[begin].text) in _OF_ANOTHER
            return person and (word.text.startswith("و") or of_another)
        if person or self.around(word):
            return True
        if word.text.startswith("و") and not is_head(word.text, "person"):
            return False
        if is_head(word.text, "person"):
            return True
        if word.text in words("stop_prepositions") or word.text in _PREPOSITIONS:
            return False
        return not word.text.startswith("ال") and not list(read_cue(word.text))

    def _is_other_name(
        self, items: Sequence[Word], at: int, begin: int, mention: Mention, has_person: bool
    ) -> bool:
        """Whether a name right after a name is no longer the speaker (طالبت لندن موسكو …)."""
        before = self.around(items[at - 1])
        if before is None or before is mention or items[at].text.startswith("و"):
            return False
        if has_person or items[at].after_comma:
            return False
        first = self.around(items[begin])
        return first is not None and mention.type != "PER" and before.type != "PER"

    def _runs_through(
        self, items: Sequence[Word], at: int, begin: int, limit: int, has_person: bool
    ) -> bool:
        """Whether a preposition belongs to the phrase: an unnamed source's, or before its name."""
        if has_person or items[at].after_comma:
            return False
        follows = items[at + 1].text if at + 1 < limit else ""
        if bare(follows) in words("event_nouns") or follows in words("time_words"):
            return False
        if follows == "" or not self.is_open(items[at + 1]):
            return False
        head = items[begin].text
        if head.startswith("ل") and not is_source_head(head):
            head = head[1:]  # وفقا لمهندس: the proclitic is not the noun's
        anyone = is_head(head, "person") and not head.startswith("ال")
        if (is_head(head, "unnamed") or anyone) and items[at].text != "عن":
            return True
        return self._person_ahead(items, at + 1, min(limit, at + _LOOK_AHEAD))

    def _person_ahead(self, items: Sequence[Word], at: int, limit: int) -> bool:
        """Whether a person's name stands further on, in apposition to the title before."""
        for n in range(at, limit):
            word = items[n]
            if not self.is_open(word) or any(dash in word.gap for dash in _DASHES):
                return False
            if word.after_colon:
                return False
            if self._is_person(word) and (n > at or word.after_comma):
                before = bare(items[n - 1].text)
                return not (before in _PREPOSITIONS or before in _OF_ANOTHER) or word.after_comma
            if word.text in words("stop_prepositions") or _is_report(word.text):
                return False
        return False

    def _is_person(self, word: Word) -> bool:
        mention = self.around(word)
        return mention is not None and mention.type == "PER"

    # -- what the phrase names --------------------------------------------------------------

    def _named(self, items: Sequence[Word], extent: _Extent, head: int) -> Phrase | None:
        first = items[head]
        head_word = first.text[extent.cut :]
        if extent.cut and first.text[extent.cut - 1 :].startswith("لل"):
            head_word = "ا" + head_word
        counted = head > extent.begin
        anonymous = is_head(head_word, "unnamed") and not head_word.startswith("ال")
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

    def _persons(self, items: Sequence[Word], extent: _Extent) -> list[_Name]:
        """The persons named in the phrase, save those that only belong to its head."""
        start, stop = items[extent.begin].start, items[extent.end - 1].end
        free = []
        for name in self.inside(start, stop):
            if name.mention.type != "PER":
                continue
            at = _word_at(items, extent, name.start)
            if at > extent.begin and not items[at].after_comma:
                before = items[at - 1].text
                led = items[at].text[:1] in "لب" and name.start == items[at].start + 1
                if led or before in _PREPOSITIONS or bare(before) in _OF_ANOTHER:
                    continue
            free.append(name)
        return free

    def _person_phrase(
        self, items: Sequence[Word], extent: _Extent, persons: list[_Name], head_word: str
    ) -> Phrase:
        head = head_key(head_word)
        chosen = [persons[0]]
        joined = len(persons) > 1 and self._is_joined(items, extent, persons[0], persons[-1])
        if head in _OF_ANOTHER and len(persons) > 1 and not joined:
            chosen = [persons[-1]]
        for name in persons[persons.index(chosen[0]) + 1 :]:
            if self._is_joined(items, extent, chosen[-1], name):
                chosen.append(name)
        span = self.article.page.span(chosen[0].start, chosen[-1].end)
        names = tuple(dict.fromkeys(self.full_name(name.mention) for name in chosen))
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
            _end_after(items, extent, chosen[-1].end),
            gender=gender_of(head_word) if alone and led else None,
            number="s" if alone else "d" if len(names) == 2 else "p",
            entity_id=chosen[0].mention.entity_id if alone else None,
            titles=frozenset(head_key(text) for text in outside),
            head=head,
            is_definite=True,
            members=() if alone else names,
        )

    def _is_joined(self, items: Sequence[Word], extent: _Extent, last: _Name, name: _Name) -> bool:
        at = _word_at(items, extent, name.start)
        if items[at].text.startswith("و") and name.start == items[at].start + 1:
            return True
        between = [
            items[n].text
            for n in range(extent.begin, extent.end)
            if last.end <= items[n].start < name.start
        ]
        return any(text.startswith("و") and is_head(text[1:], "person") for text in between)

    def _guessed(self, items: Sequence[Word], extent: _Extent, head_word: str) -> Phrase | None:
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
        self, items: Sequence[Word], extent: _Extent, head_word: str, counted: bool = False
    ) -> Phrase | None:
        """A phrase that names no person: an institution, a text, a role, somebody unnamed."""
        begin, cut = extent.begin, extent.cut
        stop = next((at for at in extent.commas if not self.around(items[at])), extent.end)
        own = items[begin:stop]
        start, end = own[0].start + cut, own[-1].end
        span = self.article.page.span(start, end)
        text = self.surface(start, end)
        if cut and own[0].text[cut - 1 :].startswith("لل"):
            text = "ا" + text
        inside = [name for name in self.inside(start, end) if name.mention.type != "PER"]
        entity = next((name for name in inside if name.start - start <= 2), None)
        kind = self._kind(own, bare(head_word) if counted else head_word, entity)
        if entity is None and kind == "organisation" and inside and inside[-1].end == end:
            entity = inside[-1] if len(inside) == 1 else None
        leads = entity is not None and kind == "organisation" and entity.start - start <= 2
        whole = entity is not None and (entity.end == end or not is_head(head_word, "organisation"))
        if entity is not None and leads and whole:
            text = self.full_name(entity.mention)
            span = self.article.page.span(entity.start, entity.end)
        is_entity = kind == "organisation" and entity is not None
        return Phrase(
            span,
            text,
            kind,
            stop,
            gender=gender_of(head_word),
            number=number_of(head_word),
            entity_id=entity.mention.entity_id if is_entity and entity else None,
            titles=frozenset(head_key(word.text) for word in own),
            head=head_key(head_word),
            is_definite=head_word.startswith("ال"),
            unnamed_class=unnamed_class(w.text for w in own) if kind == "unnamed" else None,
            has_article=any(w.text.startswith("ال") for w in own) or head_word.startswith("ال"),
        )

    def _kind(self, own: Sequence[Word], head_word: str, entity: _Name | None) -> SpeakerKind:
        definite = head_word.startswith("ال")
        if head_key(head_word) in _ANONYMOUS:
            return "unnamed"
        if is_head(head_word, "unnamed") and not definite:
            return "role" if any(word.text == "باسم" for word in own) else "unnamed"
        if is_head(head_word, "document") and entity is None:
            return "document"
        if entity is not None or is_head(head_word, "organisation"):
            return "organisation"
        if is_head(head_word, "person") and not any(word.is_definite for word in own):
            return "unnamed"
        if is_head(head_word, "person") or is_head(head_word, "unnamed") or definite:
            return "role"
        return "unnamed"


def _is_adjective(word: Word) -> bool:
    if is_head(word.text, "unnamed"):
        return False
    return word.text.endswith(("ي", "يه", "يون", "يين")) or word.text in _ADJECTIVES


_ADJECTIVES = folded(
    "العليا العامة العام الكبرى المتحدة المستقلة المختصة المنظمة الحاكم الحاكمة المعارض المعارضة "
    "المسلحة المشتركة الجديدة السابقة الأولى الثانية المعنية المذكورة نفسها نفسه الخاصة الأم "
    "المصنعة المشغلة المنتجة التابعة القائمة الناشئة الكبيرة المحتلة الموحدة المنبثقة"
)


def _full_names(source: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """The fullest written form of each entity: its canonical one where that is written."""
    full: dict[str, str] = {}
    settled: set[str] = set()
    for mention in mentions:
        key = mention.entity_id
        surface = clean_name(mention.span.of(source))
        canonical = fold_key(surface) == fold_key(mention.name)
        if canonical or (key not in settled and len(surface) > len(full.get(key, ""))):
            full[key] = surface
        if canonical:
            settled.add(key)
    return full


def _end_after(items: Sequence[Word], extent: _Extent, end: int) -> int:
    """Where a phrase ends whose last name ends at ``end``: at the next comma, if it has one."""
    later = (at for at in extent.commas if items[at].start >= end)
    return next(later, extent.end)


def _word_at(items: Sequence[Word], extent: _Extent, start: int) -> int:
    for at in range(extent.begin, extent.end):
        if items[at].start <= start < items[at].end:
            return at
    return extent.begin


def clean_name(surface: str) -> str:
    """A stored surface as a name: hashtags opened, marks and brackets off, blanks as one."""
    text = surface.replace("#", "").replace("_", " ")
    for mark in "\"“”«»„'’‘()":
        text = text.replace(mark, "")
    text = " ".join(text.split()).strip(" ،,-–|")
    # A preposition that stood before marks ("زيد لـ"القناة"") is no part of the name.
    return text[:-2] if text[-2:] in (" ل", " ب", " و") else text


def _is_report(word: str) -> bool:
    return any(r.cue.is_finite and not r.suffix and r.cue.person == 3 for r in read_cue(word))
