"""Where a speaker's phrase ends before what its verb acts on, or before a verb.

"طالبت الحكومة اللاجئين", "كشفت الشركة أرباحا", "وزارة الخزانة الشركة": what follows is no adjective
and no title, by its case, its gender or its sort. Names that end a phrase are for ``extents``.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.names.lexicon import name_tokens
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.mentions import MentionIndex
from core.quotes.nouns import (
    bare,
    gender_of,
    is_broken_plural,
    is_head,
    is_source_head,
    number_of,
)
from core.quotes.verbal import is_verb_shaped, is_verbal_noun

_AFTER_DEFINITE = folded(
    "باسم نفسه نفسها ذاته ذاتها غير رفيع رفيعة متعدد متعددة ذو ذات شبه حسن طويل عالي عالية قيد "
    "سيئ كافة جميعا معا أيضا"
)
_RANKS = folded(
    "العقيد اللواء العميد المقدم الرائد الفريق النقيب الملازم المشير الجنرال العماد الدكتور "
    "المهندس الشيخ الأستاذ المستشار السيد السيدة الدكتورة المهندسة الأستاذة"
)
"""Honorifics and ranks that stand between an office and its bearer's name."""
_ADJECTIVES = folded(
    "المنتخب المنتخبة "
    "العليا العامة العام الكبرى المتحدة المستقلة المختصة المنظمة الحاكم الحاكمة المعارض المعارضة "
    "المسلحة المشتركة الجديدة السابقة الأولى الثانية المعنية المذكورة نفسها نفسه الخاصة الأم "
    "المصنعة المشغلة المنتجة التابعة القائمة الناشئة الكبيرة المحتلة الموحدة المنبثقة"
)


class ObjectEnds(MentionIndex):
    """Knows objects from further words of a phrase."""

    def is_object(self, items: Sequence[Word], at: int, begin: int) -> bool:
        """Whether a noun after a whole phrase is what its verb acts on."""
        if not self._is_settled(items[at - 1]):
            return False
        if items[at].is_definite:
            return self._is_definite_object(items, at, begin)
        return self._is_indefinite_object(items, at, begin)

    def _is_definite_object(self, items: Sequence[Word], at: int, begin: int) -> bool:
        """A definite noun that can be no adjective of the phrase: by sort, case or gender."""
        word, head = items[at], items[begin]
        if is_titled(head) and self.is_rank(items, at):
            return False  # مدير الشرطة اللواء سالم الأيوبي
        if is_head(word.text, "person") and self.is_institution(head):
            return not _is_adjective(word)  # تتهم الدول الغربية الرئيس …
        if word.text.endswith("ين"):
            one = head.is_definite and not head.text.endswith("ين")
            if one or self.around(items[at - 1]):
                return True  # إدارة ترامب الفلسطينيين: no nominative
        alone = at == begin + 1 and head.is_definite
        if alone and (is_head(head.text, "organisation") or is_head(head.text, "document")):
            return not _is_adjective(word)
        if self._is_new_body(items, at):
            return True
        if not head.is_definite:
            return False
        return _is_mutual_action(bare(word.text)) or self._disagrees(items, at, begin)

    def is_rank(self, items: Sequence[Word], at: int) -> bool:
        """Whether a rank or honorific stands right before a person's name (المقدم فايز الحلو)."""
        if items[at].text not in _RANKS or at + 1 >= len(items):
            return False
        return self.is_person(items[at + 1]) and not items[at + 1].after_comma

    def _is_indefinite_object(self, items: Sequence[Word], at: int, begin: int) -> bool:
        """A verb, an accusative, a noun of action, or a bare noun after a definite one."""
        word = items[at]
        if word.text.startswith("و"):
            return False  # "وقائدها": a further title of a joint speaker
        if word.text.endswith("ها"):
            acted_on = word.text not in _AFTER_DEFINITE and not is_titled(word)
            return (
                acted_on and items[at - 1].is_definite and not word.after_comma
            )  # النقابة برنامجها
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
        if word.text.endswith("ات") and not before.text.endswith("ات"):
            # "رابطة الدرجة الأولى المباريات": nothing before it is a plural that it could describe
            return at - 2 >= 0 and items[at - 2].is_definite and not is_titled(word)
        if is_broken_plural(bare(word.text)) and not is_broken_plural(bare(before.text)):
            return items[at - 2].is_definite if at > 1 else False  # المبعوث الأممي الأطراف
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

    def is_institution(self, head: Word) -> bool:
        """Whether the head of a phrase is a body or the name of one, not a person's title."""
        mention = self.around(head)
        if mention is not None:
            return mention.type != "PER"
        return is_head(head.text, "organisation") and not is_titled(head)

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
        titled = is_titled(items[begin]) and number_of(items[begin].text) in (None, "s")
        return not (titled or word.text in _AFTER_DEFINITE or word.text in name_tokens())

    def _is_settled(self, word: Word) -> bool:
        """Whether a phrase may end with this word, so that a noun of action is its object."""
        return word.text.startswith(("ال", "لل")) or self.around(word) is not None


def is_titled(head: Word) -> bool:
    """Whether the head of a phrase is a title or a person without a name."""
    return is_head(head.text, "person") or is_head(head.text, "unnamed")


def _is_adjective(word: Word) -> bool:
    if is_head(word.text, "unnamed"):
        return False
    return word.text.endswith(("ي", "يه", "يون", "يين")) or word.text in _ADJECTIVES


def _is_mutual_action(stem: str) -> bool:
    """تفاعل، تفعيل: what a definite noun after a title can only be acted on, never an adjective."""
    shaped = len(stem) == 5 and stem[0] == "ت" and (stem[2] == "ا" or stem[3] == "ي")
    return shaped and is_verbal_noun(stem)


def _is_people(stem: str) -> bool:
    return is_source_head(stem) or is_head(f"{stem}ون", "unnamed")
