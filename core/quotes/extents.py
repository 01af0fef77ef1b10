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
from core.quotes.nouns import (
    bare,
    head_key,
    is_head,
    is_source_head,
)
from core.quotes.starts import PREPOSITIONS, RELATIVES, PhraseStarts, is_accusative_at
from core.quotes.venues import is_told, names_medium
from core.quotes.verbal import is_verb_shaped
from core.text.fold import fold_key

# Heads whose bearer is somebody else than the name that follows at once (محامي زيد، زوجة زيد).
OF_ANOTHER = folded(
    "محامي محامية محام زوجة زوج خطيبة خطيب مستشار مستشارة مبعوث مساعد مساعدة نجل ابن ابنة "
    "شقيق شقيقة والد والدة أرملة إدارة حكومة مكتب فريق حملة مدير نظير باسم حزب جماعة عائلة "
    "أسرة عهد وكيل رئيس نائب صديق صديقة زميل قريب أنصار مناصري نظام ميليشيا قوات تنظيم شركة "
    "مؤسسة اسم"
)
# A text's clause that says who made it: "تقرير أصدره مكتب …".
_MADE_IT = folded("أصدره أصدرته أعده أعدته نشره نشرته أجراه أجرته أصدرها أعدها نشرها أجراها أجرتها")
_ISSUERS = folded("عن من")  # بيان رسمي عن الوزارة، بيانات من الجمارك
_MORE = folded("أكثر أزيد أقل")
_THEN = folded("فإن فإنه فإنها فقد")
_AWAY = folded("عن من على إلى مع")
_TONGUE = fold_key("لسان")
_TOWARDS = folded("إلى مع بين")
_ENVOYS = folded(
    "مبعوث مبعوثة سفير سفيرة موفد مندوب مندوبة ممثل ممثلة رئيس وسيط منسق منسقة مصدر مصادر"
)
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


class PhraseEnds(PhraseStarts):
    """Finds the extent of phrases in one article."""

    def extent(self, items: Sequence[Word], begin: int, limit: int, cut: int, head: int) -> Extent:
        """The words of the phrase that begins at ``begin`` with its head noun at ``head``."""
        commas: list[int] = []
        has_person = self.is_person(items[begin])
        at = head + 1
        brackets = False
        amount = head > begin and (items[begin].text in _MORE or items[head - 1].text.isdigit())
        if amount and at < limit and self.is_person(items[at]) and not items[head].is_definite:
            limit = at  # "أكثر من 70 امرأة زيدا": what is counted by figures is no construct
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
        if _is_addressee(items, at) or (is_told(items, at) and not self._is_one_name(items, at)):
            return True
        mention = self.around(word)
        if mention is not None:
            return self._is_other_name(items, at, begin, mention, has_person)
        text = word.text
        if text in _MADE_IT and not has_person:
            return True
        if is_accusative_at(items, begin) and not _goes_on_accusative(word):
            return True
        if self.is_object(items, at, begin):
            return True
        if text in PREPOSITIONS:
            return not self._runs_through(items, at, begin, limit, has_person)
        if text in words("stop_prepositions") or text in RELATIVES:
            return True
        if text in words("time_words"):
            return True
        return _is_report(text) and not text.startswith("ال")

    def _is_one_name(self, items: Sequence[Word], at: int) -> bool:
        """Whether a word and the one before are of one name."""
        mention = self.around(items[at])
        return mention is not None and mention is self.around(items[at - 1])

    def _continues(self, items: Sequence[Word], at: int, begin: int, has_person: bool) -> bool:
        """Whether an apposition or a further speaker follows a comma."""
        word = items[at]
        person = self.is_person(word)
        if word.text in _THEN:
            return False
        if has_person:
            of_another = head_key(items[begin].text) in OF_ANOTHER
            return person and (word.text.startswith("و") or of_another)
        if person or self.around(word):
            return not self.is_led(word)
        if word.text.startswith("و") and not is_head(word.text, "person"):
            return False
        if is_head(word.text, "person") or self.is_rank(items, at):
            return True
        if word.text in words("stop_prepositions") or word.text in PREPOSITIONS:
            return False
        if _is_addressee(items, at) or is_verb_shaped(word.text):
            return False
        return not word.text.startswith("ال") and not list(read_cue(word.text))

    def _is_other_name(
        self, items: Sequence[Word], at: int, begin: int, mention: Mention, has_person: bool
    ) -> bool:
        """Whether a name right after a name is no longer the speaker (طالبت لندن موسكو …)."""
        before = self.around(items[at - 1])
        bounded = items[at - 1].is_definite and not items[at].after_comma
        if before is None and mention.type == "LOC" and bounded:
            return not items[at].text.startswith("و") and items[begin].is_definite
        if before is None and mention.type == "PER" and not has_person:
            plain = all(word.text not in PREPOSITIONS for word in items[begin:at])
            return bounded and plain and self.is_institution(items[begin])
        if before is None or before is mention or items[at].text.startswith("و"):
            return False
        if has_person or items[at].after_comma:
            return False
        first = self.around(items[begin])
        return first is not None and first.type != "PER" and before.type != "PER"

    def _runs_through(
        self, items: Sequence[Word], at: int, begin: int, limit: int, has_person: bool
    ) -> bool:
        """Whether a preposition belongs to the phrase: an unnamed source's, or before its name."""
        if has_person or items[at].after_comma:
            return False
        follows = items[at + 1].text if at + 1 < limit else ""
        text = items[at].text
        away = text in _AWAY and follows != _TONGUE
        if away and self.is_institution(items[begin]):
            return False
        if text in _TOWARDS and head_key(items[begin].text) not in _ENVOYS:
            return False
        if bare(follows) in words("event_nouns") or follows in words("time_words"):
            return False
        if follows == "" or not self.is_open(items[at + 1]):
            return False
        head = items[begin].text
        if head.startswith("ل") and not is_source_head(head):
            head = head[1:]  # وفقا لمهندس: the proclitic is not the noun's
        anyone = is_head(head, "person") and not head.startswith("ال")
        if (is_head(head, "unnamed") or anyone) and items[at].text != "عن":
            # "الطلاب في مسيرة": all of them are meant, and where they are is the sentence's.
            scene = follows.endswith(("ه", "هم", "ها", "ات")) and not items[at + 1].is_definite
            named = self.around(items[at + 1]) is not None
            return named or not (scene and head.startswith("ال"))
        if text in _ISSUERS and is_head(head, "document") and not head.startswith("ال"):
            return items[at + 1].is_definite or self.around(items[at + 1]) is not None
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


def _goes_on_accusative(word: Word) -> bool:
    """Whether a word can follow "مصدرا": an adjective in ا, a preposition, or what it governs."""
    text = word.text
    led = text[:1] in "لب" or text.startswith(("ال", "وال"))
    return text.endswith("ا") or text in PREPOSITIONS or led


def _is_addressee(items: Sequence[Word], at: int) -> bool:
    """Whether the word names whom it was told: a medium (لرويترز، لـ"سكاي نيوز")."""
    text = items[at].text
    if text == "ل":
        return names_medium(items, at + 1)
    return text.startswith("ل") and names_medium(items, at, 1)


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
