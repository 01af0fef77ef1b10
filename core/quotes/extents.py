"""Where the noun phrase of a speaker ends: before what says when, where, how, to whom, about what.

Titles with their prepositions, appositions between commas, brackets and joint speakers belong to
the phrase; a verb, an object, a further name or a dash do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Mention
from core.names.lexicon import name_tokens
from core.quotes.cues import read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.mentions import MentionIndex
from core.quotes.nouns import (
    bare,
    gender_of,
    head_key,
    is_accusative,
    is_head,
    is_source_head,
    number_of,
)
from core.quotes.venues import is_told, names_medium
from core.quotes.verbal import is_verb_shaped, is_verbal_noun
from core.text.fold import fold_key

PREPOSITIONS = folded("في من على إلى مع بين لدى عن ل ب")
_RELATIVES = folded("الذي التي الذين اللذان اللتان اللذين اللواتي اللاتي والذي والتي والذين ممن ما")
_FILLERS = folded(
    "قد أيضا كذلك بدوره بدورها هو هي فقد مجددا بدورهم كان كانت بها به فيه فيها لها له حينها "
    "آنذاك الماضي الماضية الجاري المقبل عليه عليها عليهم عنه عنها عنهم منه منها إليه إليها إليهم "
    "معه معها لديه لديها فيهم بهم"
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
    "أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر كبار آخر أحدث كل "
    "جميع أغلب نفس ذات"
)
# A text's clause that says who made it: "تقرير أصدره مكتب …".
_MADE_IT = folded("أصدره أصدرته أعده أعدته نشره نشرته أجراه أجرته أصدرها أعدها نشرها أجراها أجرتها")
_GROUPS = folded("مجموعة سلسلة جملة العديد عديد الكثير المزيد")
_OF_THESE = folded("من تلك هذه هؤلاء")
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


class PhraseEnds(MentionIndex):
    """Finds the extent of phrases in one article."""

    def head_at(self, items: Sequence[Word], begin: int, limit: int, cut: int) -> int:
        """The noun that heads the phrase: what stands behind أحد، عدد من، خمسة، 45."""
        if self.around(items[begin]) or cut > conjunction(items[begin].text):
            return begin
        at = begin
        while at < limit and at - begin < 3 and self._is_quantity(items, at, begin):
            at += 1
        return at if at < limit and not items[at].after_comma else begin

    def _is_quantity(self, items: Sequence[Word], at: int, begin: int) -> bool:
        word = items[at]
        if word.text in _GROUPS:
            return at + 1 < len(items) and items[at + 1].text == "من"
        text = word.text[conjunction(word.text) :] if at == begin else word.text
        if text.isdigit() or text in _QUANTITIES or bare(text) in _QUANTITIES:
            return True
        return at > begin and word.text in _OF_THESE

    def is_filler(self, items: Sequence[Word], at: int, limit: int) -> bool:
        """Whether an adverb or a time stands before the phrase itself."""
        word = items[at]
        if self.around(word):
            return False
        text = word.text[1:] if word.text.startswith("وال") else word.text
        if bare(text) in _FILLERS or text in words("time_words"):
            return True
        return bare(text) in words("time_words") and text.startswith(("ال", "ول"))

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
        if self._is_settled(items[at - 1]) and self._is_object(items, at, begin):
            return True
        if text in PREPOSITIONS:
            return not self._runs_through(items, at, begin, limit, has_person)
        if text in words("stop_prepositions") or text in _RELATIVES:
            return True
        if text in words("time_words"):
            return True
        return _is_report(text) and not text.startswith("ال")

    def _is_one_name(self, items: Sequence[Word], at: int) -> bool:
        """Whether a word and the one before are of one name."""
        mention = self.around(items[at])
        return mention is not None and mention is self.around(items[at - 1])

    def _is_object(self, items: Sequence[Word], at: int, begin: int) -> bool:
        """Whether a noun after a whole phrase is what its verb acts on."""
        word = items[at]
        if word.is_definite:
            if is_head(word.text, "person") and self._is_institution(items[begin]):
                return not _is_adjective(word)  # تتهم الدول الغربية الرئيس …
            if word.text.endswith("ين"):
                one = items[begin].is_definite and not items[begin].text.endswith("ين")
                if one or self.around(items[at - 1]):
                    return True  # إدارة ترامب الفلسطينيين: no nominative
            alone = at == begin + 1 and items[begin].is_definite
            head = items[begin].text
            if alone and (is_head(head, "organisation") or is_head(head, "document")):
                return not _is_adjective(word)
            if self._is_new_body(items, at):
                return True
            if not items[begin].is_definite:
                return False
            return _is_mutual_action(bare(word.text)) or self._disagrees(items, at, begin)
        if word.text.startswith("و") or word.text.endswith("ها"):
            return False  # "وقائدها": a further title of a joint speaker
        if is_verb_shaped(word.text):
            return True
        if word.text.endswith("ا") and len(word.text) > 3 and word.text not in name_tokens():
            # An accusative: مستقبلا، اجتماعا; not in "الرئيس المنتخب حديثا، سالم الأيوبي".
            return not (at + 1 < len(items) and self._is_apposed(items[at + 1]))
        stem = word.text[:-1]
        accusative = word.text.endswith("ا") or (word.text.endswith("ي") and len(stem) > 3)
        if is_verbal_noun(word.text) or (accusative and _is_people(stem)):
            return True  # تأجيل الموعد، مسؤولا، مسلحي المعارضة
        return self._is_bare_after_definite(items, at, begin)

    def _is_new_body(self, items: Sequence[Word], at: int) -> bool:
        """A definite body or thing after a definite noun (وزارة الخزانة الشركة): no adjective."""
        word, before = items[at], items[at - 1]
        if not before.is_definite or word.after_comma or _is_adjective(word):
            return False
        if before.text.endswith(("ين", "ون")) and word.text.endswith("ه"):
            return True
        return is_head(word.text, "organisation") and not is_head(before.text, "organisation")

    def _disagrees(self, items: Sequence[Word], at: int, begin: int) -> bool:
        """Whether the word is no further adjective, by its gender (الصحف الأردنية الرفض)."""
        between = items[begin + 1 : at]
        if not between or not all(word.is_definite for word in between):
            return False
        if any(self.around(word) for word in items[begin:at]) or _is_adjective(items[at]):
            return False
        gender = gender_of(items[begin].text)
        feminine = items[at].text.endswith(("ه", "ا", "ات"))
        return gender is not None and feminine != (gender == "f")

    def _is_apposed(self, word: Word) -> bool:
        return word.after_comma and self.is_person(word) and not self.is_led(word)

    def _is_institution(self, head: Word) -> bool:
        """Whether the head of a phrase is a body or the name of one, not a person's title."""
        mention = self.around(head)
        if mention is not None:
            return mention.type != "PER"
        return is_head(head.text, "organisation") and not _is_titled(head)

    def _is_bare_after_definite(self, items: Sequence[Word], at: int, begin: int) -> bool:
        """Whether an indefinite noun follows "الشركة": no adjective, and no name of a person."""
        word, before = items[at], items[at - 1]
        definite = before.is_definite or before.text.startswith("لل")
        if not definite or word.text[:1] in "ولبفك":
            return False
        if self.is_person(before):
            return False
        if word.gap == "." or (word.text.isdigit() and is_head(items[begin].text, "document")):
            return False  # العربية.نت، المادة 109
        titled = _is_titled(items[begin]) and number_of(items[begin].text) in (None, "s")
        return not (titled or word.text in _AFTER_DEFINITE or word.text in name_tokens())

    def _is_settled(self, word: Word) -> bool:
        """Whether a phrase may end with this word, so that a noun of action is its object."""
        return word.text.startswith(("ال", "لل")) or self.around(word) is not None

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
        if is_head(word.text, "person"):
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
            return bounded and plain and self._is_institution(items[begin])
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
        if away and self._is_institution(items[begin]):
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


def conjunction(text: str) -> int:
    """1 when a phrase's first word carries و or ف (فجميع الخبراء، والوزير): no part of it."""
    if text[:1] not in ("و", "ف") or len(text) < 4:
        return 0
    rest = text[1:]
    if rest.startswith("ال") or rest in _QUANTITIES:
        return 1
    return 1 if head_key(text) == head_key(rest) != text and is_source_head(rest) else 0


def _is_mutual_action(stem: str) -> bool:
    """تفاعل، تفعيل: what a definite noun after a title can only be acted on, never an adjective."""
    shaped = len(stem) == 5 and stem[0] == "ت" and (stem[2] == "ا" or stem[3] == "ي")
    return shaped and is_verbal_noun(stem)


def _goes_on_accusative(word: Word) -> bool:
    """Whether a word can follow "مصدرا": an adjective in ا, a preposition, or what it governs."""
    text = word.text
    led = text[:1] in "لب" or text.startswith(("ال", "وال"))
    return text.endswith("ا") or text in PREPOSITIONS or led


def _is_people(stem: str) -> bool:
    return is_source_head(stem) or is_head(f"{stem}ون", "unnamed")


def _is_titled(head: Word) -> bool:
    """Whether the head of a phrase is a title or a person without a name."""
    return is_head(head.text, "person") or is_head(head.text, "unnamed")


def _is_addressee(items: Sequence[Word], at: int) -> bool:
    """Whether the word names whom it was told: a medium (لرويترز، لـ"سكاي نيوز")."""
    text = items[at].text
    if text == "ل":
        return names_medium(items, at + 1)
    return text.startswith("ل") and names_medium(items, at, 1)


def _is_adjective(word: Word) -> bool:
    if is_head(word.text, "unnamed"):
        return False
    return word.text.endswith(("ي", "يه", "يون", "يين")) or word.text in _ADJECTIVES


_AFTER_DEFINITE = folded(
    "باسم نفسه نفسها ذاته ذاتها غير رفيع رفيعة متعدد متعددة ذو ذات شبه حسن طويل عالي عالية قيد "
    "سيئ كافة جميعا معا أيضا"
)
_ADJECTIVES = folded(
    "المنتخب المنتخبة "
    "العليا العامة العام الكبرى المتحدة المستقلة المختصة المنظمة الحاكم الحاكمة المعارض المعارضة "
    "المسلحة المشتركة الجديدة السابقة الأولى الثانية المعنية المذكورة نفسها نفسه الخاصة الأم "
    "المصنعة المشغلة المنتجة التابعة القائمة الناشئة الكبيرة المحتلة الموحدة المنبثقة"
)


def is_accusative_at(items: Sequence[Word], at: int) -> bool:
    """Whether an indefinite noun stands in the accusative, and is no dual (مؤلفا الكتاب)."""
    follows = items[at + 1] if at + 1 < len(items) else None
    governs = follows is not None and (follows.is_definite or follows.text in _OF_THESE)
    return is_accusative(items[at].text) and not governs


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
