"""Where the noun phrase of a speaker begins, and which noun heads it.

Adverbs and times before it are passed over, و and ف cut off; what is counted stands behind its
number ("أحد المسؤولين", "عدد من الخبراء", "آخر التقارير").
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.cues import read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.nouns import (
    bare,
    head_key,
    is_accusative,
    is_source_head,
)
from core.quotes.objects import ObjectEnds
from core.text.fold import fold_key

PREPOSITIONS = folded("في من على إلى مع بين لدى عن ل ب")
RELATIVES = folded("الذي التي الذين اللذان اللتان اللذين اللواتي اللاتي والذي والتي والذين ممن ما")
_FILLERS = folded(
    "قد أيضا كذلك بدوره بدورها هو هي فقد مجددا بدورهم كان كانت بها به فيه فيها لها له حينها "
    "آنذاك الماضي الماضية الجاري المقبل عليه عليها عليهم عنه عنها عنهم منه منها إليه إليها إليهم "
    "معه معها لديه لديها فيهم بهم"
)
_QUANTITIES = folded(
    "أحد إحدى بعض عدد عدة عشرات مئات آلاف معظم غالبية اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة "
    "أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر كبار آخر أحدث كل "
    "جميع أغلب نفس ذات"
)
_SHARE = fold_key("نسبة")
_LONGEST_COUNT = 5
_GROUPS = folded("مجموعة سلسلة جملة العديد عديد الكثير المزيد أكثر أزيد أقل")
OF_THESE = folded("من تلك هذه هؤلاء")


class PhraseStarts(ObjectEnds):
    """Finds where phrases begin."""

    def head_at(self, items: Sequence[Word], begin: int, limit: int, cut: int) -> int:
        """The noun that heads the phrase: what stands behind أحد، عدد من، خمسة، 45."""
        if self.around(items[begin]) or cut > conjunction(items[begin].text):
            return begin
        at = begin
        while at < limit and at - begin < _LONGEST_COUNT and self._is_quantity(items, at, begin):
            at += 1
        return at if at < limit and not items[at].after_comma else begin

    def _is_quantity(self, items: Sequence[Word], at: int, begin: int) -> bool:
        word = items[at]
        if word.text in _GROUPS:
            return at + 1 < len(items) and items[at + 1].text == "من"
        text = word.text[conjunction(word.text) :] if at == begin else word.text
        if text == _SHARE and at + 1 < len(items):
            return items[at + 1].text.isdigit()  # نسبة 90% من المشاركين
        if text.isdigit() or text in _QUANTITIES or bare(text) in _QUANTITIES:
            return True
        return at > begin and word.text in OF_THESE

    def is_filler(self, items: Sequence[Word], at: int, limit: int) -> bool:
        """Whether an adverb or a time stands before the phrase itself."""
        word = items[at]
        if self.around(word):
            return False
        text = word.text[1:] if word.text.startswith("وال") else word.text
        if bare(text) in _FILLERS or text in words("time_words"):
            return True
        return bare(text) in words("time_words") and text.startswith(("ال", "ول"))

    def is_verb(self, word: Word) -> bool:
        """Whether the word is a verb of speech in the imperfect (مضى يقول), and no name."""
        if self.around(word) or word.text[:1] not in ("ي", "ت"):
            return False
        return any(r.cue.mood == "imperfect" and not r.cut for r in read_cue(word.text))

    def may_begin(self, word: Word, cut: int) -> bool:
        """Whether a phrase can begin with the word: no preposition, no word of grammar."""
        if self.around(word):
            return cut > 0 or not self.is_led(word)
        if not self.is_open(word):
            return False
        text = word.text[cut:]
        if text[:1] in ("و", "ف") and text[1:] in PREPOSITIONS:
            return False  # "وفي لبنان، قال النائب": where, not who
        return not (text in words("stop_prepositions") or text in PREPOSITIONS or text in RELATIVES)


def conjunction(text: str) -> int:
    """1 when a phrase's first word carries و or ف (فجميع الخبراء، والوزير): no part of it."""
    if text[:1] not in ("و", "ف") or len(text) < 4:
        return 0
    rest = text[1:]
    if rest.startswith("ال") or rest in _QUANTITIES:
        return 1
    return 1 if head_key(text) == head_key(rest) != text and is_source_head(rest) else 0


def is_accusative_at(items: Sequence[Word], at: int) -> bool:
    """Whether an indefinite noun stands in the accusative, and is no dual (مؤلفا الكتاب)."""
    follows = items[at + 1] if at + 1 < len(items) else None
    governs = follows is not None and (follows.is_definite or follows.text in OF_THESE)
    return is_accusative(items[at].text) and not governs
