"""What a cue reports: where its content begins, how it is introduced, and where it ends.

The content begins after أن/إن, after a colon, at marked words, at the noun a preposition of the
cue leads to, or at a noun that unfolds to a clause. It ends with the sentence, or before what is
the outlet's own again: a further report, a frame ("بحسب …"), or a clause of background.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import folded, words
from core.quotes.media import is_inside_name
from core.quotes.nouns import bare, is_source_head
from core.quotes.phrases import Reader
from core.quotes.venues import carries_from_him, is_venue_tail
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

Marker = Literal["that", "colon", "marks", "noun", "preposition"]
REACH = 45
"""How many words may stand between a cue and its content: a long subject with its titles."""

_CLAUSE = fold_key("أن")
_THAT = frozenset(
    form + suffix
    for form in map(fold_key, ("أن", "بأن"))
    for suffix in ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "ي", "نني", "ننا")
)
_NOT_TO = frozenset(map(fold_key, ("ألا", "بألا")))
# أن after these belongs to them, not to the cue (بعد أن، يمكن أن).
_OTHER_THAT = folded(
    "بعد قبل منذ رغم دون يمكن يجب ينبغي غير كما علما لا بيد حتى يتوقع المتوقع المفترض المقرر "
    "المنتظر شأنه شأنها بشرط شرط إلا مجرد"
)
_NEW_CLAUSE = folded("فيما بينما حيث لكن ولكن لكنه لكنها")
_TRANSPARENT = folded("قائلا قائلة قائلين بالقول بقوله بقولها يقول تقول")
_RELATIVE = folded("الذي التي الذين ما")
_PRONOUN_THAT = folded("هذا هذه ذلك تلك هؤلاء")
_THEREBY, _REASONS = folded("وذلك"), folded("بالنظر لأن لأنه لأنها لكي كي")
_SPLIT = folded("فيما بينما وسط ويأتي وتأتي ويذكر يذكر وجاء وجاءت")
_AFTER_COMMA = folded(
    "رغم برغم دون وسط لكنه لكنها لكن ولكن قبل ليصل علما مما وهو وهي الأمر وهم ما شاكرا شاكرة بعدما"
)
_CONCERNING = folded("يتعلق يخص بعد يبدو يتصل")
_IN_PHRASES = folded("حين وقت إشارة معرض")
_WITHOUT = folded("تقديم ذكر تحديد إعطاء الخوض توضيح أن")
_AFTER_NOUN, _BECAUSE = folded("بعدما عقب إثر"), folded("بسبب")


@dataclass(frozen=True, slots=True)
class Content:
    """Where content begins: ``gate`` is the word that introduces it, the subject stands before."""

    begin: int
    cut: int
    marker: Marker
    gate: int


def is_that(text: str) -> bool:
    """Whether a folded word is أن، إن، بأن … with or without a pronoun."""
    return text in _THAT


def find_content(
    sentence: Sentence, at: int, reading: CueReading, reader: Reader
) -> Content | None:
    """The content of the cue at word ``at``, or ``None``: then it reports nothing.

    ``reader`` knows the names: those in marks belong to the subject, and none is a noun of action.
    """
    items = sentence.words
    takes = reading.cue.takes
    limit = min(len(items), at + REACH)
    j = at + 1
    while j < limit:
        word = items[j]
        if _is_medium_part(items, j, reader):
            j += 1
            continue
        if _is_question(items, j, reading):
            return Content(j, 0, "that", j)
        beyond = _past_relative(items, j, limit, takes)
        if beyond:
            j = beyond
            continue
        if not reader.is_open(word):
            if _claims_marks(items, at, j, takes):
                return Content(j, 0, "marks", j)
            j = _after_mark(items, j)
            continue
        if word.after_colon and (word.mark < 0 or word.mark != items[j - 1].mark):
            if is_that(word.text) and j + 1 < len(items):
                return Content(j + 1, 0, "that", j)
            return Content(j, 0, "colon", j) if '"' in takes else None
        if (is_that(word.text) and word.first != "آ") or is_not_to(items, j):
            if _is_other_that(items, at, j):
                j += 1
                continue
            return _clause(items, at, j, takes)
        named = reader.around(word) is not None
        found = None
        if not named or reader.is_led(word):
            found = _by_preposition(items, at, j, takes)
        if found is None and not named:
            found = _by_noun(items, at, j, reading, reader)
        if found is not None:
            return found
        if _blocks(items, at, j, reading):
            return None
        j += 1
    return None


def _is_question(items: Sequence[Word], j: int, reading: CueReading) -> bool:
    """Whether what is asked begins here: تساءل لماذا، سأل عما إذا."""
    if reading.cue.lemma not in _ASKING or not items[j].mark < 0:
        return False
    text = items[j].text
    follows = items[j + 1].text if j + 1 < len(items) else ""
    return text in _QUESTIONS or (text in _WHETHER and follows in ("اذا", "ان"))


_ASKING = folded("تساءل سأل استفسر")
_QUESTIONS = folded("هل لماذا كيف متى أين ماذا")
_WHETHER = folded("ما عما فيما")


def _past_relative(items: Sequence[Word], j: int, limit: int, takes: frozenset[str]) -> int:
    """Where a relative clause between commas ends that parts a subject from its أن; 0 for none.

    "وقالت زينب، التي عينت أخيرا ونشرت تقريرا، إن …": the verbs inside are not the sentence's.
    """
    if _CLAUSE not in takes or items[j].text not in _RELATIVE_PRONOUNS or not items[j].after_comma:
        return 0
    for n in range(j + 1, limit):
        if items[n].mark >= 0 or items[n].after_colon:
            return 0
        if is_that(items[n].text) and items[n].after_comma:
            return n
    return 0


_RELATIVE_PRONOUNS = folded("الذي التي الذين اللذان اللتان والذي والتي والذين")


def _is_medium_part(items: Sequence[Word], j: int, reader: Reader) -> bool:
    """Whether the word belongs to a name in marks, or is إن of a medium's name."""
    word, before = items[j], items[j - 1]
    if word.mark >= 0 and reader.is_open(word):
        return word.mark == before.mark
    if word.text != _CLAUSE:
        return False
    return is_inside_name(items, j) or word.gap.rstrip().endswith("(")


def _after_mark(items: Sequence[Word], at: int) -> int:
    mark = items[at].mark
    while at < len(items) and items[at].mark == mark:
        at += 1
    return at


def _claims_marks(items: Sequence[Word], at: int, j: int, takes: frozenset[str]) -> bool:
    """Whether the marked words at ``j`` are what the cue says: not in an adjunct (في "…")."""
    before = items[j - 1].text
    if before in takes or f"{before}!" in takes:
        return True
    if items[j].after_colon or j == at + 1:
        return '"' in takes
    if (before in _ADJUNCT and not is_inside_name(items, j - 1)) or len(before) == 1:
        return False
    return '"' in takes


_ADJUNCT = folded("في من مع على إلى عن بشأن حول عبر خلال باسم ضد نحو بين")


def is_not_to(items: Sequence[Word], at: int) -> bool:
    """Whether the word is ألا (that … not), told from إلا (except) by its stored alef."""
    word = items[at]
    return word.text in _NOT_TO and (word.first == "أ" or word.text.startswith("ب"))


def _is_other_that(items: Sequence[Word], at: int, j: int) -> bool:
    return j - 1 > at and items[j - 1].text in _OTHER_THAT


def _clause(items: Sequence[Word], at: int, j: int, takes: frozenset[str]) -> Content | None:
    before = items[j - 1].text
    if _CLAUSE not in takes and before not in takes and f"{before}!" not in takes:
        return None
    if items[j].text in _NOT_TO:
        return Content(j, 0, "that", j)
    return Content(j + 1, 0, "that", j) if j + 1 < len(items) else None


def _by_preposition(
    items: Sequence[Word], at: int, j: int, takes: frozenset[str]
) -> Content | None:
    text = items[j].text
    if j + 1 < len(items):
        follows = items[j + 1]
        clause = is_that(follows.text) or is_not_to(items, j + 1) or follows.mark >= 0
        noun = not clause and follows.text not in _PRONOUN_THAT
        if f"{text}!" in takes and noun and (text != "عن" or is_verbal_noun(follows.text)):
            return Content(j + 1, 0, "preposition", j)
        if "ب!" in takes and text == "ب" and follows.mark < 0:
            return Content(j + 1, 0, "preposition", j)
    if {"الي!", "X:"} <= takes and _is_called_for(items, j):
        return Content(j, 1, "preposition", j)  # "دعا الاتحاد للمساهمة في …"
    if "ب!" in takes and text[:1] == "ب" and len(text) > 3:
        rest = text[1:]
        demanded = "X:" in takes and j > at + 1 and rest.isalpha() and len(rest) > 3
        demanded = demanded and text not in _BESIDE and not text.endswith("ا")
        if is_verbal_noun(rest) or _is_plain_masdar(rest) or demanded:
            return Content(j, 1, "preposition", j)
    return None


_TO, _CALL_REACH = fold_key("إلى"), 8


def _is_called_for(items: Sequence[Word], j: int) -> bool:
    """Whether ل leads to what is called for: no إلى does so further on."""
    text = items[j].text
    noun = text[2:] if text.startswith("لل") else text[1:]
    if text[:1] != "ل" or not is_verbal_noun(noun):
        return False
    return all(word.text != _TO for word in items[j + 1 : j + _CALL_REACH])


# ب that tells how or where, not what is demanded.
_BESIDE = folded(
    "بعد بين بشكل بسبب بشأن بحسب بلاده بلادها بيان بدوره بدورها بداية باسم بوضوح بقوة بشدة بالفعل "
    "بلد بنك بلدة بيروت بغداد برلمان بعض باريس بكين برلين بروكسل بريطانيا بلغاريا بولندا البحرين "
    "بدون بأنه بأنها بقيادة برئاسة بعنوان بموجب باعتبار باعتباره بايدن بوتين بشار بعدما بناء "
    "بحضور بمناسبة بينهم بينها بمشاركة بصفته بدل بالإضافة بالنسبة بالتزامن بالتعاون بحق بلدية"
)


def _is_plain_masdar(text: str) -> bool:
    """The pattern فعول (الوقوف، الخروج), too common among plurals to be one anywhere else."""
    stem = bare(text)
    return len(stem) == 4 and stem[2] == "و" and not is_source_head(text)


def _by_noun(
    items: Sequence[Word], at: int, j: int, reading: CueReading, reader: Reader
) -> Content | None:
    word, before = items[j], items[j - 1]
    takes = reading.cue.takes
    if "+" not in takes or word.text.startswith("ال"):
        return None
    if reading.cue.lemma in _DENYING and _is_denied(items, j):
        return Content(j, 0, "noun", j)
    if not is_verbal_noun(word.text) and not _is_plan(items, j):
        return None
    if j == at + 1:
        owned = word.text.endswith(("ها", "ه")) and reading.cue.stance in ("denies", "announces")
        owned = owned or (reading.cue.lemma in _SHOWING and word.text.startswith(_SHOWN))
        owned = owned or (reading.cue.lemma in _DENYING and word.text in words("masdars"))
        return Content(j, 0, "noun", j) if owned else None
    settled = (
        word.after_comma
        or before.text.startswith("ال")
        or before.mark >= 0
        or before.text.isdigit()
        or bare(before.text) in words("time_words")
        or before.text.endswith("يه")
        or reader.around(before) is not None
    )
    return Content(j, 0, "noun", j) if settled else None


def _is_denied(items: Sequence[Word], j: int) -> bool:
    """What is denied without a noun of action: ما تردد عن …، أي صلة ب…، علاقته ب…."""
    text = items[j].text
    follows = items[j + 1].text if j + 1 < len(items) else ""
    if text == "ما":
        return follows not in ("اذا", "لم", "") and not items[j].after_comma
    if text in _ANY:
        return bool(follows)
    return any(text.startswith(noun) and text[len(noun) :] in _OWNERS for noun in _TIES)


# What one shows is a word given or withheld, not a feeling (أبدى إعجابه).
_SHOWING = folded("أبدى")
_SHOWN = tuple(map(fold_key, ("عدم", "رغبت", "استعداد", "رفض", "معارضت", "موافقت", "التزام")))
_DENYING = folded("نفى أنكر كذب فند")
_ANY = folded("أي أية")
_TIES = tuple(map(fold_key, ("علاقة", "علاقت", "صلة", "صلت", "ارتباط", "ضلوع", "تورط", "مسؤولية")))
_OWNERS = frozenset(map(fold_key, ("", "ه", "ها", "هم", "هما")))


def _is_plan(items: Sequence[Word], j: int) -> bool:
    """خطة لخفض، مبادرة لإنهاء: a plan with what it is for."""
    follows = items[j + 1].text if j + 1 < len(items) else ""
    return items[j].text in _PLANS and follows.startswith("ل") and is_verbal_noun(follows[1:])


_PLANS = folded("خطة مبادرة مشروع حملة برنامج قرار اتفاق صفقة نية هدنة")


def _blocks(items: Sequence[Word], at: int, j: int, reading: CueReading) -> bool:
    """Whether a new clause or another report begins before any content was found."""
    word = items[j]
    if j > at + 1 and word.after_comma and word.text in _NEW_CLAUSE:
        return True
    if carries_from_him(items, j):
        return False
    if asks_anonymity(items, j):
        return False
    says = j + 1 < len(items) and is_that(items[j + 1].text)
    if word.text in _TRANSPARENT or (j == at + 1 and reading.cue.is_finite and not says):
        return False
    if items[j - 1].text in _RELATIVE and not says:
        return False  # "قال الوزير الذي أعلن موعد المعرض إن": not "انتقد زيدا الذي قال إن"
    for other in read_cue(word.text):
        cue = other.cue
        if cue.is_finite and cue.person != 1 and not other.suffix and _is_verbal_cut(other, word):
            bare_verb = other.cut == 0 and cue.mood == "perfect"
            if says or not (bare_verb and len(word.text) <= 3):
                return True
    return False


def asks_anonymity(items: Sequence[Word], at: int) -> bool:
    """Whether the word only asks not to be named (طالبا عدم ذكر اسمه): it reports nothing."""
    if not any(r.cue.lemma in _ASKS_TO_HIDE for r in read_cue(items[at].text)):
        return False
    following = items[at + 1 : at + _HIDING_REACH]
    return any(word.text in _HIDDEN for word in following) and any(
        word.text in _NOT_TOLD for word in following
    )


_ASKS_TO_HIDE = folded("طلب طالب اشترط رفض نبه شدد أصر فضل تمسك")
_NOT_TOLD = folded("عدم حجب إخفاء دون كشف الكشف ذكر نشر الإفصاح إغفال بعدم بحجب")
_HIDDEN = folded("اسمه اسمها أسمائهم هويته هويتها هوياتهم هويتهم اسميهما أسماءهم")
_HIDING_REACH = 7


def _is_verbal_cut(reading: CueReading, word: Word) -> bool:
    """Whether what was cut off can stand before a verb: و ف س, not ب ل ك."""
    return reading.cut == 0 or word.text[:1] in "وفس"


def starts_report(sentence: Sentence, at: int, reader: Reader) -> bool:
    """Whether the word begins a further report of its own, so that content before it ends."""
    word = sentence.words[at]
    if word.mark >= 0:
        return False
    for reading in read_cue(word.text):
        cue = reading.cue
        if cue.mood == "masdar" or cue.person == 1:
            continue
        if cue.mood == "participle":
            if not may_be_adverb(sentence.words, at, reading):
                continue
        elif not word.text.startswith("و") or reading.cut != 1:
            continue
        content = find_content(sentence, at, reading, reader)
        if content is not None and is_firm(sentence.words, at, reading, content):
            return True
    return False


def may_be_adverb(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether a participle can stand as an adverb (مضيفا، مشيرة، مؤكدين): bare and accusative."""
    text = items[at].text
    if text.startswith("ال") or (reading.cut and text[:1] not in "وف"):
        return False
    if at and items[at - 1].text in _COPULAS:
        return False
    return text.endswith(("ا", "ه", "ين", "ات"))


_NOUN_REACH, _BESIDE_NOUN = 8, folded("مع عبر")
_COPULAS = folded("كان كانت يكون تكون ليس ليست بات باتت أصبح أصبحت غير")
_PLAIN_NOUN_PARTICIPLES = folded("دعا طالب حذر طلب")
# In the accusative of one man these are adverbs, with no comma before them too.
_ADVERBIAL = folded("هدد توعد تعهد حذر دعا نفى أكد")


def is_firm(items: Sequence[Word], at: int, reading: CueReading, content: Content) -> bool:
    """Whether a cue with this content surely reports.

    A participle with a bare noun may be an adjective (رسوم مشددة على …): it needs a comma or a
    lemma that calls for something. A noun as cue (قوله) needs a clause or marks.
    """
    cue = reading.cue
    if cue.mood == "masdar":
        beside = at > 0 and items[at - 1].text in _BESIDE_NOUN
        called = beside and content.marker == "preposition" and content.gate - at <= _NOUN_REACH
        return called or content.marker in ("that", "marks", "colon")
    if cue.mood == "participle" and content.marker in ("noun", "preposition"):
        adverb = items[at].text.endswith("ا") and cue.lemma in _ADVERBIAL
        return adverb or items[at].after_comma or cue.lemma in _PLAIN_NOUN_PARTICIPLES
    if cue.mood == "participle" and _is_action_noun(items[at].text):
        return content.gate - at <= 1
    if cue.mood == "participle" and content.marker == "marks":
        return content.begin - at <= 6
    return True


def _is_action_noun(text: str) -> bool:
    """متابعة، محاولة، مخاطبة: the same letters are a noun of action, far oftener."""
    return len(text) == 6 and text[2] == "ا" and text.endswith("ه")


def content_end(
    sentence: Sentence, content: Content, reader: Reader, frames: frozenset[int]
) -> int:
    """The number of the word after the content. ``frames`` are the words where frames begin."""
    items = sentence.words
    nominal = content.marker in ("noun", "preposition")
    spoken = content.marker == "colon" and reader.is_open(items[content.begin])
    for at in range(content.begin + 1, len(items)):
        word = items[at]
        if not reader.is_open(word):
            continue
        if spoken:
            # Speech without marks: it ends only where an adverb of the cue goes on (": …، مضيفا").
            if word.after_comma and word.text[:1] == "م" and starts_report(sentence, at, reader):
                return at
            continue
        if at in frames or _ends_here(items, at) or starts_report(sentence, at, reader):
            return at
        if nominal and _ends_noun(items, at):
            return at
    return len(items)


def _ends_here(items: Sequence[Word], at: int) -> bool:
    word = items[at]
    follows = items[at + 1].text if at + 1 < len(items) else ""
    if word.text in ("فيما", "بينما"):
        return follows not in _CONCERNING
    if word.text == "في" and follows in _IN_PHRASES:
        return word.after_comma or follows == fold_key("إشارة")
    if word.text == "دون" and follows in _WITHOUT:
        return True
    if is_venue_tail(items, at):
        return True
    if not word.after_comma:
        return False
    if word.text in _THEREBY:
        return follows not in _REASONS
    if word.text in _SPLIT or word.text in _AFTER_COMMA:
        return True
    if word.text == "اي" and is_that(follows):
        return True
    if word.text == "من" and follows in ("دون", "جهته", "جهتها", "جانبه", "جانبها"):
        return True
    return word.text in ("كما", "وكما", "ثم") and _any_cue(items, at + 1)


def _ends_noun(items: Sequence[Word], at: int) -> bool:
    """After a noun as content, "بعد مرور …" tells when it was said."""
    follows = items[at + 1].text if at + 1 < len(items) else ""
    text = items[at].text
    if text in _BECAUSE and items[at].after_comma is False and at > 0:
        return True
    return text in _AFTER_NOUN or (text == "بعد" and follows in ("مرور", "ان"))


def _any_cue(items: Sequence[Word], at: int) -> bool:
    if at < len(items) and is_that(items[at].text):
        at += 1
    return at < len(items) and any(r.cue.is_finite for r in read_cue(items[at].text))
