"""Where the noun phrase of a speaker ends: before what says when, where, how, to whom, about what.

Titles with their prepositions, appositions between commas, brackets and joint speakers belong to
the phrase; a verb, an object, a further name or a dash do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Mention
from core.quotes.cues import read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.media import media_at
from core.quotes.mentions import MentionIndex
from core.quotes.nouns import bare, head_key, is_head, is_source_head
from core.quotes.verbal import is_verbal_noun

PREPOSITIONS = folded("في من على إلى مع بين لدى عن ل ب")
_RELATIVES = folded("الذي التي الذين اللذان اللتان اللذين ممن ما")
_FILLERS = folded(
    "قد أيضا كذلك بدوره بدورها هو هي فقد مجددا بدورهم كان كانت بها به فيه فيها لها له حينها "
    "آنذاك الماضي الماضية الجاري المقبل"
)
# Heads whose bearer is somebody else than the name that follows at once (محامي زيد، زوجة زيد).
OF_ANOTHER = folded(
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
_DASHES = (" - ", " – ", " — ", "- ", " -", "—", "--", " –", "– ")
_LOOK_AHEAD = 12
LONGEST = 40
"""Words: no phrase of a speaker is longer, and reading stays linear."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The words of a phrase; ``commas`` are those with a comma before them."""

    begin: int
    end: int
    cut: int
    commas: tuple[int, ...]


class PhraseEnds(MentionIndex):
    """Finds the extent of phrases in one article."""

    def head_at(self, items: Sequence[Word], begin: int, limit: int, cut: int) -> int:
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

    def is_filler(self, items: Sequence[Word], at: int, limit: int) -> bool:
        """Whether an adverb or a time stands before the phrase itself."""
        word = items[at]
        if self.around(word):
            return False
        if bare(word.text) in _FILLERS or word.text in words("time_words"):
            return True
        return bare(word.text) in words("time_words") and word.text.startswith(("ال", "ول"))

    def may_begin(self, word: Word, cut: int) -> bool:
        """Whether a phrase can begin with the word: no preposition, no word of grammar."""
        if self.around(word):
            return cut > 0 or not self.is_led(word)
        if not self.is_open(word):
            return False
        text = word.text[cut:]
        return not (
            text in words("stop_prepositions") or text in PREPOSITIONS or text in _RELATIVES
        )

    def extent(self, items: Sequence[Word], begin: int, limit: int, cut: int, head: int) -> Extent:
        """The words of the phrase that begins at ``begin`` with its head noun at ``head``."""
        commas: list[int] = []
        has_person = self.is_person(items[begin])
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
            has_person = has_person or self.is_person(word)
            at += 1
        return Extent(begin, at, cut, tuple(commas))

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
        if text in PREPOSITIONS:
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
        person = self.is_person(word)
        if has_person:
            of_another = head_key(items[begin].text) in OF_ANOTHER
            return person and (word.text.startswith("و") or of_another)
        if person or self.around(word):
            return True
        if word.text.startswith("و") and not is_head(word.text, "person"):
            return False
        if is_head(word.text, "person"):
            return True
        if word.text in words("stop_prepositions") or word.text in PREPOSITIONS:
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
            if self.is_person(word) and (n > at or word.after_comma):
                before = bare(items[n - 1].text)
                return not (before in PREPOSITIONS or before in OF_ANOTHER) or word.after_comma
            if word.text in words("stop_prepositions") or _is_report(word.text):
                return False
        return False


def _is_adjective(word: Word) -> bool:
    if is_head(word.text, "unnamed"):
        return False
    return word.text.endswith(("ي", "يه", "يون", "يين")) or word.text in _ADJECTIVES


_ADJECTIVES = folded(
    "العليا العامة العام الكبرى المتحدة المستقلة المختصة المنظمة الحاكم الحاكمة المعارض المعارضة "
    "المسلحة المشتركة الجديدة السابقة الأولى الثانية المعنية المذكورة نفسها نفسه الخاصة الأم "
    "المصنعة المشغلة المنتجة التابعة القائمة الناشئة الكبيرة المحتلة الموحدة المنبثقة"
)


def end_after(items: Sequence[Word], extent: Extent, end: int) -> int:
    """Where a phrase ends whose last name ends at ``end``: at the next comma, if it has one."""
    later = (at for at in extent.commas if items[at].start >= end)
    return next(later, extent.end)


def word_at(items: Sequence[Word], extent: Extent, start: int) -> int:
    """The number of the word in which a folded place lies."""
    for at in range(extent.begin, extent.end):
        if items[at].start <= start < items[at].end:
            return at
    return extent.begin


def _is_report(word: str) -> bool:
    return any(r.cue.is_finite and not r.suffix and r.cue.person == 3 for r in read_cue(word))
