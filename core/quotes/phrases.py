"""The noun phrase of a speaker: where it ends, and who or what it names.

Given the words after (or before) a cue, reads a phrase with titles, appositions and joint
speakers ("المتحدث باسم الوزارة، سالم الأيوبي"), and says whether it names a person, an institution,
something written, a role or somebody without a name. Persons come from the mentions; where those
have none, from the shape of the phrase: what follows titles and definite adjectives.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model import Mention, Span, SpeakerKind
from core.quotes.conjugate import Gender, Number
from core.quotes.cues import read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import mapping, words
from core.text.article import ArticleText
from core.text.fold import fold_key

_PREPOSITIONS = frozenset(map(fold_key, "في من على إلى مع بين لدى".split()))
_RELATIVES = frozenset(map(fold_key, "الذي التي الذين اللذان اللتان اللذين ممن ما من".split()))
_FILLERS = frozenset(
    map(fold_key, "قد أيضا كذلك بدوره بدورها هو هي أمس اليوم فقد مجددا بدورهم كان كانت".split())
)
_CONNECTIVES = frozenset(
    map(
        fold_key,
        "لكن ولكن فيما بينما كما وكما غير أن إلا أما وأما ثم حيث إذ وكان وكانت كان كانت قد وقد لقد "
        "فقد من جهته جهتها جانبه جانبها جهة جانب ناحيته ناحيتها بدوره بدورها وفي في ومن يذكر يشار "
        "هذا بالمقابل المقابل سياق متصل".split(),
    )
)
# Heads whose bearer is somebody else than the name that follows at once (محامي زيد، زوجة الرئيس).
_OF_ANOTHER = frozenset(
    map(
        fold_key,
        "محامي محامية زوجة زوج خطيبة خطيب مستشار مستشارة مبعوث مساعد مساعدة متحدث متحدثة ناطق ناطقة "
        "المتحدث المتحدثة الناطق الناطقة نجل ابن ابنة شقيق شقيقة والد والدة أرملة إدارة حكومة مكتب "
        "فريق حملة مدير نظير نظيره باسم حزب جماعة عائلة أسرة مناصرو أنصار محامو عهد وكيل رئيس نائب "
        "محاميا صديق صديقة زميل".split(),
    )
)
_SELF = frozenset(map(fold_key, "نفسه نفسها ذاته ذاتها عينه".split()))
_FEMININE_PLURALS = ("ات",)


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


@dataclass(slots=True)
class Reader:
    """Reads phrases in one article; knows its mentions by their folded places."""

    article: ArticleText
    mentions: Sequence[Mention]
    is_name: frozenset[int] = frozenset()
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        page = self.article.page
        self.mentions = sorted(self.mentions, key=lambda mention: mention.start)
        self._starts = [page.index(mention.start) for mention in self.mentions]
        self._ends = [page.index(mention.end) for mention in self.mentions]

    def mentions_between(self, start: int, end: int) -> list[tuple[Mention, int, int]]:
        """Mentions that lie in a folded range, with their folded ends."""
        found = []
        at = bisect_left(self._starts, start)
        while at < len(self._starts) and self._starts[at] < end:
            if self._ends[at] <= end:
                found.append((self.mentions[at], self._starts[at], self._ends[at]))
            at += 1
        return found

    def surface(self, start: int, end: int) -> str:
        """The stored form of a folded range on one line, cleaned for showing as a name."""
        return clean_name(self.article.page.span(start, end).of(self.article.source))

    def read(self, sentence: Sentence, begin: int, limit: int, cut: int = 0) -> Phrase | None:
        """The phrase that begins at word ``begin`` and ends before ``limit`` at the latest.

        ``cut`` folded letters of the first word are a proclitic (لمسؤول، للوزارة).
        """
        at = begin
        while at < limit and cut == 0 and bare(sentence.words[at].text) in _FILLERS:
            at += 1
        if at >= limit:
            return None
        end, commas = self._end_of(sentence, at, limit)
        if end <= at:
            return None
        return self._named(sentence, at, end, cut, commas)

    def _end_of(self, sentence: Sentence, begin: int, limit: int) -> tuple[int, list[int]]:
        """The end of the phrase, and the words before which it has a comma."""
        items = sentence.words
        stops, times, events = words("stop_prepositions"), words("time_words"), words("event_nouns")
        commas: list[int] = []
        has_person = False
        unnamed = _head_key(items[begin].text) in words("heads_unnamed")
        at = begin
        in_brackets = False
        while at < limit:
            word = items[at]
            if at > begin:
                if ")" in word.gap or "]" in word.gap:
                    in_brackets = False
                if "(" in word.gap or "[" in word.gap:
                    in_brackets = ")" not in word.gap.split("(")[-1]
                if in_brackets:
                    at += 1
                    continue
                if any(
                    dash in word.gap for dash in (" - ", " – ", "- ", " -", "—", "--", "؛", ":")
                ):
                    break
                covered = self._mention_around(word)
                if word.mark >= 0 and word.mark not in self.is_name:
                    break
                if not covered:
                    if word.text in stops or (word.text in _RELATIVES and word.text != "من"):
                        break
                    if word.text in times or (bare(word.text) in times and word.text[0] in "وف"):
                        break
                    if word.text in _PREPOSITIONS:
                        follows = items[at + 1].text if at + 1 < limit else ""
                        place = at + 1 < limit and self._mention_around(items[at + 1])
                        keeps = (unnamed and not has_person) or (place and not has_person)
                        if not keeps or bare(follows) in events or follows in times:
                            if follows not in events and word.text in ("في",) and place:
                                pass
                            else:
                                break
                    if _is_report(word.text) and not word.text.startswith("ال"):
                        break
                if "،" in word.gap or "," in word.gap:
                    if has_person and not self._begins_joint(word):
                        break
                    if not has_person and not self._may_be_apposition(items, at):
                        break
                    commas.append(at)
            if self._person_at(word):
                has_person = True
            at += 1
        return at, commas

    def _mention_around(self, word: Word) -> Mention | None:
        at = bisect_left(self._starts, word.end) - 1
        if at >= 0 and self._ends[at] > word.start:
            return self.mentions[at]
        return None

    def _person_at(self, word: Word) -> bool:
        mention = self._mention_around(word)
        return mention is not None and mention.type == "PER"

    def _begins_joint(self, word: Word) -> bool:
        return word.text.startswith("و") and self._person_at(word)

    def _may_be_apposition(self, items: Sequence[Word], at: int) -> bool:
        word = items[at]
        if self._mention_around(word):
            return True
        key = _head_key(word.text)
        if word.text[:1] == "و" and len(word.text) > 3 and not self._mention_around(word):
            return False
        if key in words("heads_person"):
            return True
        return not word.text.startswith("ال") and not list(read_cue(word.text))

    def _named(
        self, sentence: Sentence, begin: int, end: int, cut: int, commas: list[int]
    ) -> Phrase | None:
        items = sentence.words
        first, last = items[begin], items[end - 1]
        persons = self._persons(items, begin, end)
        head_word = first.text[cut:]
        if cut and head_word.startswith("ل") and first.text[cut - 1] == "ل":
            head_word = "ا" + head_word
        head = _head_key(head_word)
        if persons and not (
            head in words("heads_unnamed")
            and persons[0][1] > first.start
            and not commas
            and not head_word.startswith("ال")
        ):
            return self._person_phrase(items, begin, end, persons, head)
        if not persons:
            guessed = guess_person(items, begin, end, commas, self._mention_around)
            if (
                guessed
                and head not in words("heads_document")
                and not (
                    head in words("heads_unnamed") and not head_word.startswith("ال") and not commas
                )
            ):
                start, stop = guessed
                titles = _title_words(items, begin, end, {*range(start, stop)})
                span = self.article.page.span(
                    items[start].start + (cut if start == begin else 0), items[stop - 1].end
                )
                name = clean_name(span.of(self.article.source))
                gender = gender_of(items[begin].text[cut:]) if start > begin else None
                return Phrase(span, name, "person", end, gender, "s", None, titles, head, True)
        cut_end = next((at for at in commas if not self._mention_around(items[at])), end)
        if commas and cut_end > begin:
            last = items[cut_end - 1]
        return self._other(items, begin, end, cut, first, last, head, head_word)

    def _persons(
        self, items: Sequence[Word], begin: int, end: int
    ) -> list[tuple[Mention, int, int]]:
        start, stop = items[begin].start, items[end - 1].end
        found = [m for m in self.mentions_between(start, stop) if m[0].type == "PER"]
        free = []
        for mention, first, last in found:
            at = next(
                (n for n in range(begin, end) if items[n].start <= first < items[n].end), begin
            )
            before = items[at - 1].text if at > begin else ""
            if at > begin and not items[at].gap.strip('# \u0640"'):
                if before in _PREPOSITIONS or before in _OF_ANOTHER or bare(before) in _OF_ANOTHER:
                    continue
                if items[at].text[:1] in "لب" and first == items[at].start + 1:
                    continue
            free.append((mention, first, last))
        return free

    def _person_phrase(
        self,
        items: Sequence[Word],
        begin: int,
        end: int,
        persons: list[tuple[Mention, int, int]],
        head: str,
    ) -> Phrase:
        chosen = [persons[0]]
        if head in _OF_ANOTHER and len(persons) > 1:
            chosen = [persons[-1]]
        for item in persons[persons.index(chosen[0]) + 1 :]:
            word = next((w for w in items[begin:end] if w.start <= item[1] < w.end), None)
            between = [w for w in items[begin:end] if chosen[-1][2] <= w.start < item[1]]
            joined = word is not None and item[1] == word.start + 1 and word.text[0] == "و"
            joined = joined or any(
                w.text[0] == "و" and _head_key(w.text[1:]) in words("heads_person") for w in between
            )
            if joined:
                chosen.append(item)
        span = self.article.page.span(chosen[0][1], chosen[-1][2])
        names = tuple(dict.fromkeys(item[0].name for item in chosen))
        inside = {n for n in range(begin, end) if chosen[0][1] <= items[n].start < chosen[-1][2]}
        titles = _title_words(items, begin, end, inside)
        gender = gender_of(items[begin].text) if items[begin].start < chosen[0][1] else None
        return Phrase(
            span,
            "؛ ".join(names),
            "person",
            end,
            gender if len(names) == 1 else None,
            "s" if len(names) == 1 else "d" if len(names) == 2 else "p",
            chosen[0][0].entity_id if len(names) == 1 else None,
            titles,
            head,
            True,
            None,
            names if len(names) > 1 else (),
        )

    def _other(
        self,
        items: Sequence[Word],
        begin: int,
        end: int,
        cut: int,
        first: Word,
        last: Word,
        head: str,
        head_word: str,
    ) -> Phrase | None:
        start = first.start + cut
        definite = head_word.startswith("ال")
        span = self.article.page.span(start, last.end)
        text = self.surface(start, last.end)
        if cut and first.text[cut - 1] == "ل" and first.text[cut:].startswith("ل"):
            text = "ا" + text
        inside = [m for m in self.mentions_between(start, last.end) if m[0].type != "PER"]
        entity = next((m for m in inside if m[1] - start <= 2), None)
        if entity is None and inside and head in words("heads_organisation") and len(inside) == 1:
            entity = inside[0] if inside[0][1] > start and inside[0][2] == last.end else None
        gender, number = gender_of(head_word), number_of(head_word)
        titles = frozenset(bare(w.text) for w in items[begin:end])
        kind: SpeakerKind
        if head in words("heads_unnamed") and not definite:
            named = any(fold_key("باسم") == w.text for w in items[begin:end])
            kind = "role" if named else "unnamed"
        elif head in words("heads_document") and not (entity and entity[1] == start):
            kind = "document"
        elif entity is not None or head in words("heads_organisation"):
            kind = "organisation"
        elif head in words("heads_person") or head in words("heads_unnamed") or definite:
            kind = "role"
        else:
            kind = "unnamed"
        if entity is not None and kind == "organisation" and entity[1] - start <= 2:
            if entity[2] == last.end or head not in words("heads_organisation"):
                text = entity[0].name
                span = self.article.page.span(entity[1], entity[2])
        unnamed = unnamed_class(items[begin:end]) if kind == "unnamed" else None
        return Phrase(
            span,
            text,
            kind,
            end,
            gender,
            number,
            entity[0].entity_id if entity is not None and kind == "organisation" else None,
            titles,
            head,
            definite,
            unnamed,
        )


def clean_name(surface: str) -> str:
    """A stored surface as a name: hashtags opened, marks and brackets off, blanks as one."""
    text = surface.replace("#", "").replace("_", " ")
    for mark in "\"“”«»„'’‘()":
        text = text.replace(mark, "")
    return " ".join(text.split()).strip(" ،,-–")


def bare(word: str) -> str:
    """A folded word without و/ف and without the article.

    >>> bare("والوزير")
    'وزير'
    """
    if word[:1] in ("و", "ف") and word[1:3] == "ال" and len(word) > 4:
        word = word[1:]
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def _head_key(word: str) -> str:
    key = bare(word)
    if key in words("heads_person") or key in words("heads_unnamed"):
        return key
    if key[:1] in ("و", "ف") and len(key) > 3:
        inner = bare(key[1:])
        if any(inner in words(f"heads_{kind}") for kind in _HEAD_KINDS):
            return inner
    return key


_HEAD_KINDS = ("person", "unnamed", "document", "organisation")


def is_source_head(word: str) -> bool:
    """Whether a folded word can head the phrase of a speaker by itself."""
    key = _head_key(word)
    return any(key in words(f"heads_{kind}") for kind in _HEAD_KINDS)


def _is_report(word: str) -> bool:
    return any(r.cue.is_finite and not r.suffix and r.cue.person == 3 for r in read_cue(word))


def gender_of(word: str) -> Gender | None:
    """The gender a noun shows: ة and ات are feminine; a bare name shows none."""
    key = bare(word)
    if key.endswith("ه") or key.endswith("ات") or key in _FEMININE:
        return "f"
    if key in words("heads_person") or key in words("heads_unnamed") or key in _MASCULINE:
        return "m"
    if key in words("heads_document") or key in words("heads_organisation"):
        return "f" if key in _BROKEN_PLURALS else "m"
    return None


_BROKEN_PLURALS = frozenset(
    map(fold_key, "تقارير دراسات أبحاث بحوث وثائق أرقام أمم مصادر وسائل صحف وكالات تقديرات".split())
)
_FEMININE = _BROKEN_PLURALS | frozenset(map(fold_key, "أم عقيلة دار رئاسة نيابة".split()))
_MASCULINE = frozenset(map(fold_key, "بيت كرملين حلف".split()))


def number_of(word: str) -> Number | None:
    """The number a noun shows by its ending, ``None`` when the ending does not tell."""
    if word.endswith("ون") or (word.endswith("ين") and len(word) > 5):
        return "p"
    if word.endswith("ان") and len(word) > 5:
        return "d"
    return None


def unnamed_class(items: Sequence[Word]) -> str | None:
    """What sort of source an unnamed one is, by the most telling word of its description."""
    classes = mapping("unnamed_classes")
    found = [classes[w.text] for w in items if w.text in classes]
    found += [classes[bare(w.text)] for w in items if bare(w.text) in classes]
    telling = [name for name in found if name not in ("unspecified", "official")]
    return (telling or found or [None])[0]


def _title_words(items: Sequence[Word], begin: int, end: int, inside: set[int]) -> frozenset[str]:
    return frozenset(bare(items[n].text) for n in range(begin, end) if n not in inside)


def guess_person(
    items: Sequence[Word], begin: int, end: int, commas: Sequence[int], mention_around: object
) -> tuple[int, int] | None:
    """The words of a phrase that look like a person's name, where no mention says so.

    A run of two to five words that are no known nouns and lack the article at their head, first
    in the phrase, after a comma, or after a definite title or adjective.
    """
    find = mention_around if callable(mention_around) else (lambda _word: None)
    best: tuple[int, int] | None = None
    at = begin
    while at < end:
        if not _may_begin_name(items, at, begin, commas, find):
            at += 1
            continue
        stop = at + 1
        while (
            stop < end and stop not in commas and stop - at < 5 and _may_continue(items[stop], find)
        ):
            stop += 1
        alone = stop - at == 1
        after_title = at > begin and at not in commas
        if not alone or (after_title and _head_key(items[at - 1].text) in words("heads_person")):
            best = (at, stop)
            break
        at = stop
    return best


def _may_begin_name(items, at, begin, commas, find) -> bool:  # type: ignore[no-untyped-def]
    word = items[at]
    if word.text.startswith("ال") or find(word) or _is_common(word.text):
        return False
    if word.text[0] in "بلو" and _is_common(word.text[1:]):
        return False
    if at == begin or at in commas:
        return True
    before = items[at - 1].text
    if before.startswith("ال"):
        return True
    return before in ("د", "ا")


def _may_continue(word: Word, find) -> bool:  # type: ignore[no-untyped-def]
    if find(word):
        return False
    text = word.text
    if text.startswith("ال"):
        return not _is_common(text)
    return not _is_common(text) and text not in _PREPOSITIONS


def _is_common(text: str) -> bool:
    key = bare(text)
    if any(key in words(f"heads_{kind}") for kind in _HEAD_KINDS):
        return True
    if key in words("masdars") or key in words("stop_prepositions") or key in words("time_words"):
        return True
    return text in _PREPOSITIONS or text in _RELATIVES or text in _FILLERS or text in _CONNECTIVES
