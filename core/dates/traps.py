"""Words that look like a time and are none: names of outlets, feasts, ages, shares of a day.

Each function answers one question about a match and what stands around it; the rules of the
grammar ask it before they read the match.
"""

from __future__ import annotations

import re

from core.dates.context import Context
from core.dates.lexicon import compile_pattern, load_words

_QUOTE = "\"'“”«»‹›"


# "قناة روسيا اليوم", "صحيفة المصري اليوم", "«الشروق اليوم»", "رأي اليوم"; but "التقى وزير الخارجية
# المصري اليوم نظيره" has a date: the name counts in marks, behind a word for media, or when the
# words before it are nothing but a name.
_MEDIA_NOUN = compile_pattern(
    r"""(?:صحيفة|صحف|جريدة|قناة|قناتي|موقع|شبكة|وكالة|تلفزيون|بوابة|مؤسسة|مجلة|راديو|إذاعة|منصة|برنامج
    |صحيفتي|صحيفتا|بحسب|حسب|عن)_$"""
)


def is_a_name_with_today(match: re.Match[str], context: Context) -> bool:
    """Whether ``اليوم`` belongs to the name of an outlet."""
    following = context.after(match.end(), 12)
    if _SEVENTH_DAY.match(following):
        return True
    before = context.before(match.start(), 60).rstrip(" ")
    words = before.split()
    if not words:
        return False
    bare = words[-1].strip(_QUOTE + "(،,.:")
    if bare in load_words("outlets_today_always.txt"):
        return True
    candidates = (bare, bare[1:]) if bare[:1] in ("ل", "و", "ب") else (bare,)
    if not any(word in load_words("outlets_today.txt") for word in candidates):
        return False
    if len(words) == 1 and following.lstrip(" ")[:1] in ("-", "–", ":"):
        return True  # "عين اليوم – متابعات" opens a line
    marked = words[-1][0] in _QUOTE and following.lstrip(" ")[:1] in (*_QUOTE, *",،.)")
    led = bool(_MEDIA_NOUN.search(before[: len(before) - len(words[-1])]))
    return marked or led


# "صحيفة اليوم", "حزب الغد", "قناة الآن"; "صحف اليوم" are today's papers
_NAMED_TODAY = compile_pattern(
    r"(?<!\w)[وفبكل]?(?:صحيفة|جريدة|قناة|شبكة|وكالة|موقع|تلفزيون|راديو|إذاعة|حزب|تيار|قائمة)_[\"'“”«»‹›]?$"
)


def is_named_by_a_day(match: re.Match[str], context: Context) -> bool:
    """Whether ``اليوم``, ``الغد`` or ``الآن`` is all there is of an outlet's or a party's name."""
    return bool(_NAMED_TODAY.search(context.before(match.start(), 14))) or is_title(match, context)


_SEVENTH_DAY = compile_pattern(r"_السابع(?!\w)")

# "في اليوم الواحد", "اليوم الأول", "اليوم الذي", "لليوم الثالث", "لليوم 53", "طوال اليوم",
# "20 ساعة في اليوم"
_NO_DAY_AFTER = compile_pattern(
    r"""_(?:ال(?:أول|أولى|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|واحد|ذي|عالمي|وطني|دولي|أخير
    |مفتوح|دراسي|تالي|سابق|ختامي|افتتاحي|موعود|لاحق|موالي|عشرين|ثلاثين|أربعين|مئة)|\d{1,3}_(?:من|على|ل\w+)(?!\w)
    |عينه|(?:ال)?(?:عشرون|ثلاثون))"""
)
_WHOLE = frozenset("خلال طوال طيلة طول مدار باقي بقيه ذلك نفس ذات كل هذا".split())
_SHARE = compile_pattern(
    r"(?:\d|مرة|مرات|مرتين|ساعة|ساعات|دقيقة|دقائق|برميل|دولار|واحدا?|سيجارة|أكواب)"
)


def is_each_day(match: re.Match[str], context: Context) -> bool:
    """Whether ``اليوم`` is a day counted, shared out or described, not the day of writing."""
    if _NO_DAY_AFTER.match(context.text, match.end(), context.end):
        return True
    if match.group().startswith("ل") and context.after(match.end(), 2).strip().isdecimal():
        return True
    before = context.word_before(match.start())
    if before == "ب" and context.before(match.start(), 1) == "ب":
        return True  # "تفاحة باليوم"
    if before.removeprefix("و") in _WHOLE:
        return True
    if before != "في":
        return False
    return any(_SHARE.match(word) for word in context.words_before(match.start(), 5))


# "صلاة الجمعة", "خطبة الجمعة", "الجمعة السوداء", "خميس العهد", "سوق الأحد", "عبد الأحد"
_WORSHIP = frozenset("صلاه صلوات خطبه خطب خطيب خطباء ائمه جمعه سوق عيد".split())
_NAMED_AFTER = frozenset("مسجد حي جزيره قريه وادي عبد".split())
# "وقال عن الاثنين، وهما بريطانيان": the two of them
_THE_TWO = compile_pattern(r"(?<=ين)~،?_(?:و?هما|معا|اللذين|اللذان)(?!\w)")
_NAMED_WEEKDAY = compile_pattern(
    r"_(?:العظيمة|الحزينة|السوداء|البيضاء|الأسود|الأبيض|الدامي|العهد|الشعانين|السعف)(?!\w)"
)


def is_feast_day(match: re.Match[str], context: Context) -> bool:
    """Whether a weekday belongs to the name of a prayer, a feast, a sale, a place or a person."""
    if _NAMED_WEEKDAY.match(context.text, match.end(), context.end):
        return True
    before = context.word_before(match.start())
    if before.removeprefix("و") in _NAMED_AFTER:
        return True
    if _THE_TWO.match(context.text, match.end(), context.end):
        return True
    return before.lstrip("وبل").removeprefix("ال") in _WORSHIP


# "البالغ من العمر 21 عاما", "(23 عاما)", "تتراوح أعمارهم بين 8 سنوات و13 عاما", "دون سن 18 عاما"
_AGE_CUE = compile_pattern(
    r"""(?<!\w)[وف]?[بل]?(?:البالغة?|بالغة?|يبلغ|تبلغ|ناهزت?|يناهز|تناهز|عمره|عمرها|عمر|العمر
    |أعمارهم|أعمارهن|أعمارها|أعمار|الأعمار)(?!\w)"""
)
_AGE_NOUN = compile_pattern(
    r"(?<!\w)(?:[وفلب]?(?:سن|السن|سنه|سنها|دون|تحت|فوق|ابن|ابنة|ذو|ذات|ذي))(?:_(?:ال|من))?[ ]*$"
)
_AGE_WINDOW = 45
# What follows an age is no age again, unless joined to it: "بين 8 سنوات و13 عاما".
_AFTER_AN_AGE = compile_pattern(r"(?<!\w)(?:عاما|سنة|سنوات|أعوام)_(?!(?:و|أو|إلى)~\w*~$)")
_AGE_TAIL = compile_pattern(r"~(?:من_(?:العمر|عمره|عمرها)|من_عمر)")


def is_title(match: re.Match[str], context: Context) -> bool:
    """Whether the words alone stand in quotation marks: the programme "60 دقيقة"."""
    before, after = context.before(match.start(), 1), context.after(match.end(), 1)
    return bool(before and after) and before in _QUOTE and after in _QUOTE


_AGE_IN_MONTHS = compile_pattern(r"(?<!\w)[وفب]?(?:عمره|عمرها|العمر|عمر)_$")


def is_age_in_months(match: re.Match[str], context: Context) -> bool:
    """Whether a number of months is a small child's age: only right behind the word for age."""
    return bool(_AGE_IN_MONTHS.search(context.before(match.start(), 12)))


def is_age(match: re.Match[str], context: Context) -> bool:
    """Whether a number of years is somebody's age."""
    before = context.before(match.start(), _AGE_WINDOW)
    after = context.after(match.end(), 12)
    if _AGE_TAIL.match(after):
        return True
    opened, closed = before.rstrip(" ")[-1:], after.lstrip(" ")[:1]
    if opened == "(" and closed == ")":
        return True
    if opened in "،," and closed and closed in "،," and before.rstrip(" ،,"):
        return True
    clause = re.split(r"[.،:؛()]", before)[-1]
    clause = _AFTER_AN_AGE.split(clause)[-1]
    return bool(_AGE_CUE.search(clause) or _AGE_NOUN.search(before))
