"""Parts of a day without the day: ``تجمعوا مساء في الساحة``, ``منذ الصباح``, ``بعد منتصف الليل``.

They belong to the day named last on the line, else to the day of writing (``finder``). Only what
happened or will happen once has such a day: ``يعمل ليلا``, ``صباحا ومساء`` tell a habit.
"""

from __future__ import annotations

import re

from core.dates import meaning
from core.dates.context import Context
from core.dates.lexicon import compile_pattern
from core.dates.meaning import Meaning
from core.dates.parts import LATE_PART, LATE_PARTS, late_part
from core.dates.rule import Rule, rule
from core.text.fold import fold_key

_ANY = r"(?:صباحا|صباح|فجرا|فجر|ظهرا|ظهر|عصرا|عصر|مساء|ليلا|ليل|نهارا|نهار)"
# "صباحا ومساء", "ليلا ونهارا": at any time
_AND_ANOTHER = compile_pattern(rf"_(?:و|أو_){_ANY}(?!\w)")
_BEHIND_ANOTHER = compile_pattern(rf"(?<!\w){_ANY}_(?:و~|أو_|إلى_)$")
# What may follow an adverb that is no construct: "مساء في الساحة", not "مساء عيد الأم".
_ENDS_PHRASE = compile_pattern(
    r"""~(?:[.،,؛:()!؟\"”»-]|$)|_(?:في|من|على|إلى|عن|عند|قرب|أمام|ضد|خلال|بعد|قبل|مع|حيث|قبيل|قبالة|بين
    |حتى|نحو|صوب|أن|إن|لدى|عقب|إثر|حول|داخل|خارج|شرق|غرب|شمال|جنوب|وسط|عندما|حين|كما|لم|لن|[بلوفك]\w+)(?!\w)"""
)
# "أن عاملين فجرا الصخرة", "بعد أن ظهرا على المسرح": duals of verbs, written without tanwin.
_LIKE_DUALS = frozenset(map(fold_key, ("فجرا", "ظهرا", "عصرا")))
_BEFORE_A_VERB = frozenset("ان قد اذ ثم حين عندما حيث كما الذين اللذين اللذان انهما لانهما".split())
_TANWIN = "\N{ARABIC FATHATAN}"

_ADVERB = rf"(?P<late>{LATE_PART})"


def _adverb(match: re.Match[str], context: Context) -> Meaning | None:
    late = fold_key(match["late"])
    if " " not in late and not _ENDS_PHRASE.match(context.text, match.end(), context.end):
        return None
    if late in _LIKE_DUALS and _TANWIN not in context.stored(*match.span()):
        before = context.words_before(match.start(), 2)
        if not before or _BEFORE_A_VERB & set(before) or before[-1].endswith("ين"):
            return None
    return _once(match, context, late_part(late))


# "في الصباح الباكر", "منذ المساء", "حتى منتصف الليل"; الصباح without a preposition is a surname.
_NOUNS = {"الصباح": "TMO", "الفجر": "TMO", "المساء": "TEV", "الليل": "TNI", "منتصف الليل": "TNI"}
_NOUN = r"""(?:في|منذ|حتى|خلال|من)_
    (?P<span>(?:ساعات_)?(?P<noun>الصباح|الفجر|المساء|الليل|منتصف_الليل)
    (?:_(?:الباكر|المبكر|الأولى|الباكرة|المبكرة|نفسه|ذاته))?)(?!\w)"""
_OF_FOLDED = {fold_key(noun): part for noun, part in _NOUNS.items()}


def _noun(match: re.Match[str], context: Context) -> Meaning | None:
    return _once(match, context, _OF_FOLDED[fold_key(match["noun"])])


_MIDNIGHT = fold_key("منتصف الليل")


def _once(match: re.Match[str], context: Context, part: str) -> Meaning | None:
    """The part of a day not known yet, unless a habit is told."""
    if _AND_ANOTHER.match(context.text, match.end(), context.end):
        return None
    if _BEHIND_ANOTHER.search(context.before(match.start(), 12)):
        return None
    is_point = _MIDNIGHT in match.group()
    once = context.tells_of_once(match.start(), otherwise=is_point)
    return meaning.clock(None, part) if once else None


RULES: tuple[Rule, ...] = (
    rule("part-of-a-day", LATE_PARTS, _ADVERB, _adverb),
    rule("part-of-a-day-after-preposition", {"في", "منذ", "حتى", "خلال", "من"}, _NOUN, _noun),
)
