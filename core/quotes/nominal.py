"""Content that is a noun: "أعلن فرض رسوم", "دعا إلى الحوار", "طالب بإعادة …", "نفى أي صلة".

A noun is content when a clause could say it as well, or when the cue's preposition leads to it. A
bare topic ("تحدث عن السد") is none; what is denied may be any claim or tie.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.content import Content, is_not_to, is_that
from core.quotes.cues import CueReading
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.nouns import bare, is_head, is_source_head
from core.quotes.phrases import Reader
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

_RELATIVES = folded("الذي التي الذين اللذان اللتان اللذين اللتين اللواتي")
_PRONOUN_THAT = folded("هذا هذه ذلك تلك هؤلاء")


def by_preposition(items: Sequence[Word], at: int, j: int, takes: frozenset[str]) -> Content | None:
    """The content a preposition of the cue leads to at word ``j``."""
    text = items[j].text
    if j + 1 < len(items):
        follows = items[j + 1]
        clause = is_that(follows.text) or is_not_to(items, j + 1) or follows.mark >= 0
        noun = not clause and follows.text not in _PRONOUN_THAT
        if text == _ABOUT and _is_wish(items, j + 1):
            return Content(j + 3, 0, "preposition", j)
        if text == _TO and j - 1 > at and items[j - 1].text in _MOTIONS:
            return None  # "أثناء زيارته إلى المدينة"
        if text == _ON and (bare(follows.text) in _SITES or follows.text.startswith(_HIS_SITES)):
            return None  # "مؤكدا في صفحته على موقع …": where, not what
        unfolds = text != "عن" or is_verbal_noun(follows.text) or _is_plan(items, j + 1)
        if f"{text}!" in takes and noun and unfolds:
            return Content(j + 1, 0, "preposition", j)
        if "ب!" in takes and text == "ب" and follows.mark < 0:
            return Content(j + 1, 0, "preposition", j)
    if {"الي!", "X:"} <= takes and text not in _BESIDE and _is_called_for(items, at, j):
        return Content(j, 1, "preposition", j)  # "دعا الاتحاد للمساهمة في …"
    if "ب!" in takes and text[:1] == "ب" and len(text) > 3 and text != _EXCEPT:
        rest = text[1:]
        demanded = "X:" in takes and j > at + 1 and rest.isalpha() and len(rest) > 3
        demanded = demanded and text not in _BESIDE and not text.endswith("ا")
        if is_verbal_noun(rest) or _is_plain_masdar(rest) or demanded:
            return Content(j, 1, "preposition", j)
    if "ل!" in takes and text[:1] == "ل" and is_verbal_noun(text[1:]):
        return Content(j, 1, "preposition", j)  # تأسف لعدم حصول …
    return None


_ON, _SITES = fold_key("على"), folded("موقع صفحة منصة تويتر فيسبوك انستغرام تلغرام شاشة قناة")
_MOTIONS = folded(
    "زيارته زيارتها زيارة وصوله وصولها توجهه توجهها عودته عودتها رحلته رحلتها سفره جولته"
)
GOVERNING = folded("إبقاء حصول وصول توصل انسحاب قضاء سيطرة اعتماد حفاظ عثور تعرف اطلاع")
"""Acts that govern the preposition after them: it leads to no content of the cue before."""
_HIS_SITES = ("صفحت", "حسابه", "حسابها", "موقعه", "موقعها")
_TO, _CALL_REACH = fold_key("إلى"), 8
_ABOUT, _WISHES = fold_key("عن"), folded("تطلعه تطلعها تطلعهم رغبته رغبتها طموحه طموحها")
_TO_IT = folded("إليه إليها إليهم إليهما")


def _is_called_for(items: Sequence[Word], at: int, j: int) -> bool:
    """Whether ل leads to what is called for: no إلى does so further on, no إليه stands before."""
    if any(word.text in _TO_IT for word in items[at + 1 : j]):
        return False  # "مسيرة دعت إليها جمعيات داعمة ل…"
    text = items[j].text
    noun = text[2:] if text.startswith("لل") else text[1:]
    leads = text[:1] == "ل" or text.startswith("بال")
    if not leads or not (is_verbal_noun(noun) or bare(noun) in _CALLED_FOR):
        return False
    own = 1 if text[:1] == "ب" else 0  # "بالعودة إلى …": the masdar's own إلى
    return all(word.text != _TO for word in items[j + 1 + own : j + _CALL_REACH])


_CALLED_FOR = folded("حوار سلام هدوء هدنة وحدة مصالحة عصيان")

# ب that tells how or where, not what is demanded.
_BESIDE = folded(
    "بعد بين بشكل بسبب بشأن بحسب بلاده بلادها بيان بدوره بدورها بداية باسم بوضوح بقوة بشدة بالفعل "
    "بلد بنك بلدة بيروت بغداد برلمان بعض باريس بكين برلين بروكسل بريطانيا بلغاريا بولندا البحرين "
    "بدون بأنه بأنها بقيادة برئاسة بعنوان بموجب باعتبار باعتباره بايدن بوتين بشار بعدما بناء "
    "بحضور بمناسبة بينهم بينها بمشاركة بصفته بدل بالإضافة بالنسبة بالتزامن بالتعاون بحق بلدية "
    "بالتنسيق بالاشتراك بالإجماع بالاستناد"
)
_EXCEPT = fold_key("باستثناء")


def _is_plain_masdar(text: str) -> bool:
    """The pattern فعول (الوقوف، الخروج), too common among plurals to be one anywhere else."""
    stem = bare(text)
    return len(stem) == 4 and stem[2] == "و" and not is_source_head(text)


def by_noun(
    items: Sequence[Word], at: int, j: int, reading: CueReading, reader: Reader
) -> Content | None:
    """The content that is a noun of action at word ``j``, the cue being at ``at``."""
    word, before = items[j], items[j - 1]
    takes = reading.cue.takes
    if "+" not in takes:
        return None
    if reading.cue.lemma == _REQUEST and not _has_asked(items, at, j):
        return None
    if reading.cue.lemma == _SHOW and not _is_of_data(items, at, j, reading):
        return None
    if word.text in _CHARGES and reading.cue.lemma in _DENYING and _is_denied(items, j):
        return Content(j, 0, "noun", j)
    if word.text.startswith("ال") and word.text not in words("masdars"):
        return _definite_act(items, at, j, reading, reader) if word.is_definite else None
    if reading.cue.lemma in _DENYING and _is_denied(items, j):
        return Content(j, 0, "noun", j)
    if not is_verbal_noun(word.text) and not _is_plan(items, j):
        return None
    if j == at + 1:
        owned = has_owner(word, reader) and reading.cue.stance in ("denies", "announces")
        owned = owned or (reading.cue.lemma in _SHOWING and word.text.startswith(_SHOWN))
        owned = owned or word.text in words("masdars") or _has_had_subject(items, at, reading)
        owned = owned or _is_plan(items, j)
        return Content(j, 0, "noun", j) if owned else None
    settled = word.after_comma or _is_full(before, reader) or word.text in _HIS_OWN
    return Content(j, 0, "noun", j) if settled else None


# With its pronoun such a noun can be no part of the name before it.
_HIS_OWN = folded(
    "نيته نيتها عزمه عزمها رغبته رغبتها استقالته استقالتها اعتزاله اعتزالها انسحابه انسحابها "
    "استعداده استعدادها رفضه رفضها دعمه دعمها تأييده تأييدها مسؤوليته مسؤوليتها"
)


def has_owner(word: Word, reader: Reader) -> bool:
    """Whether a pronoun is attached (استقالته): ة is written like it when folded (مبادرة)."""
    his = word.text.endswith(("ها", "هم")) or word.text.endswith("ه")
    return his and not reader.surface(word.start, word.end).endswith("ة")


def _is_full(before: Word, reader: Reader) -> bool:
    """Whether a phrase can end with the word, so that what follows is no part of it."""
    return (
        (before.is_definite and before.text not in _RELATIVES)
        or before.text.startswith(_LED_DEFINITE)
        or before.mark >= 0
        or before.text.isdigit()
        or bare(before.text) in words("time_words")
        or before.text in _TIMES
        or before.text.endswith("يه")
        or before.text in _MANNERS
        or reader.around(before) is not None
    )


_TIMES = folded("أيام يومين أسابيع أسبوعين أشهر شهرين سنوات أعوام عامين ساعات ساعتين دقائق")
_LED_DEFINITE = ("بال", "لل", "كال")
_MANNERS = folded(
    "بشدة بقوة بوضوح رسميا مجددا علنا نهائيا قطعيا مرارا صراحة بعدها لاحقا حينها أيضا كذلك بذلك"
)


def _definite_act(
    items: Sequence[Word], at: int, j: int, reading: CueReading, reader: Reader
) -> Content | None:
    """أعلنت اللجنة الانسحاب من …، أعلن التوصل إلى …: an act with its article and preposition."""
    text, before = items[j].text, items[j - 1]
    follows = items[j + 1].text if j + 1 < len(items) else ""
    led = follows in _LEADING or (follows[:1] in "لب" and len(follows) > 3)
    if not led or items[j + 1].mark >= 0 or items[j + 1].after_comma:
        return None
    governs = text[2:] in GOVERNING and follows in _GOVERNED
    if not (governs or is_verbal_noun(text)) or is_head(text, "person"):
        return None
    if j == at + 1:
        known = text[2:] in _ACTS or _has_had_subject(items, at, reading)
        return Content(j, 0, "noun", j) if known else None
    # المشاركة في may be an adjective as well.
    joint = len(text) == _JOINT and text[2] == "م"
    settled = not joint and (governs or _is_full(before, reader))
    return Content(j, 0, "noun", j) if settled else None


_JOINT = len("المشاركة")
_GOVERNED = folded("من إلى على")
_LEADING = folded("من إلى على عن في مع ل ب")
_ACTS = folded("انسحاب توصل عثور تخلي تنحي إفراج قبض انضمام خروج تراجع دخول اتفاق")


def held_to_be(
    items: Sequence[Word], at: int, reading: CueReading, reader: Reader
) -> Content | None:
    """ما اعتبره خرقا، التي تعدها المعارضة منحازة: what somebody holds a thing to be."""
    led = at > 0 and (items[at - 1].text in _RELATIVES or items[at - 1].text in _WHAT)
    if not led or not reading.suffix or reading.cue.lemma not in _HOLDING:
        return None
    for j in range(at + 1, min(len(items), at + _HOLDER_REACH)):
        word = items[j]
        if word.mark >= 0 or word.after_comma or word.after_colon or is_that(word.text):
            return None
        if word.text[:1] == "ب" or reader.around(word) is not None or word.is_definite:
            continue
        if word.text.endswith("ا") or (j == at + 1 and word.text.endswith(("ه", "اء"))):
            return Content(j, 0, "noun", j)
    return None


_HOLDING, _WHAT = folded("اعتبر"), folded("ما مما بما وما فيما عما لما")
_HOLDER_REACH = 7


def _has_asked(items: Sequence[Word], at: int, j: int) -> bool:
    """طلب زيد من الهيئة تقديم …: whom he asked stands before what he asked for."""
    return any(word.text in _OF_THEM for word in items[at + 1 : j])


def _is_of_data(items: Sequence[Word], at: int, j: int, reading: CueReading) -> bool:
    """أظهرت بيانات ارتفاع …: figures and studies tell, pictures only show."""
    beside = (bare(word.text) in _DATA for word in (*items[max(0, at - 3) : at], *items[at:j]))
    return reading.cue.mood == "perfect" and any(beside)


_SHOW = fold_key("أظهر")
_DATA = folded(
    "بيانات نتائج أرقام مؤشرات إحصاءات إحصائيات استطلاع استطلاعات دراسة دراسات تقرير تقارير وثائق "
    "تحقيقات تحاليل أبحاث مسح تقديرات"
)
_REQUEST, _OF_THEM = fold_key("طلب"), folded("من منه منها منهم منهما إلى إليه إليها إليهم")


def _is_wish(items: Sequence[Word], j: int) -> bool:
    """أعرب عن تطلعه إلى تعاون …: what is looked forward to."""
    led = j + 2 < len(items) and items[j + 1].text == _TO and is_verbal_noun(items[j + 2].text)
    return led and items[j].text in _WISHES


def _has_had_subject(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """مؤكدا ترحيب …، كان زيد قد أعلن اعتزال …: the subject came before, so the noun is content."""
    stance = reading.cue.stance in _FIRM_STANCES
    before = items[at - 1].text if at else ""
    led = before == "قد" or before in _RELATIVES
    return stance and (reading.cue.mood == "participle" or led)


_FIRM_STANCES = ("confirms", "announces", "denies", "claims", "expects")


def _is_denied(items: Sequence[Word], j: int) -> bool:
    """What is denied without a noun of action: ما تردد عن …، أي صلة ب…، علاقته ب…."""
    text = items[j].text
    follows = items[j + 1].text if j + 1 < len(items) else ""
    if text == "ما":
        return follows not in ("اذا", "لم", "") and not items[j].after_comma
    if text in _ANY:
        return bool(follows)
    if text in _CHARGES:
        return follows[:1] == "ب" and len(follows) > 3
    return any(text.startswith(noun) and text[len(noun) :] in _OWNERS for noun in _TIES)


# What one shows is a word given or withheld, not a feeling (أبدى إعجابه).
_SHOWING = folded("أبدى")
_SHOWN = tuple(map(fold_key, ("عدم", "رغبت", "استعداد", "رفض", "معارضت", "موافقت", "التزام")))
_DENYING = folded("نفى أنكر كذب فند")
_ANY, _CHARGES = folded("أي أية"), folded("الاتهامات الاتهام التهم التهمة")
_TIES = tuple(
    map(
        fold_key,
        "كون علاقة علاقت صلة صلت ارتباط ضلوع تورط مسؤولية مسؤوليت".split(),
    )
)
_OWNERS = frozenset(map(fold_key, ("", "ه", "ها", "هم", "هما")))


def _is_plan(items: Sequence[Word], j: int) -> bool:
    """خطة لخفض، مبادرة لإنهاء: a plan with what it is for."""
    follows = items[j + 1].text if j + 1 < len(items) else ""
    aimed = follows.startswith("ل") and is_verbal_noun(follows[1:])
    return items[j].text in _PLANS and (aimed or follows in words("masdars"))


_PLANS = folded("خطة خطط مبادرة مشروع مشاريع حملة برنامج قرار اتفاق صفقة نية هدنة")
