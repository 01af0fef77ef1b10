"""What a cue reports: where its content begins, and how it is introduced.

The content begins after أن/إن, after a colon, at marked words, at a question, or at a noun
(``nominal``). A further verb of speech before any of these means that the cue reports nothing,
save in a clause between commas.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.content import NOT_TO, Content, is_not_to, is_that
from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import folded
from core.quotes.media import is_inside_name
from core.quotes.nominal import GOVERNING, by_noun, by_preposition, held_to_be
from core.quotes.nouns import bare, is_source_head
from core.quotes.phrases import Reader
from core.quotes.venues import appears_on, carries_from_him
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

REACH = 45
"""How many words may stand between a cue and its content: a long subject with its titles."""

_CLAUSE = fold_key("أن")
# أن after these belongs to them, not to the cue (بعد أن، يمكن أن).
_OTHER_THAT = folded(
    "بعد قبل منذ رغم دون يمكن يجب ينبغي غير كما علما لا بيد حتى يتوقع المتوقع المفترض المقرر "
    "المنتظر شأنه شأنها بشرط شرط إلا مجرد تبين يتبين اتضح يتضح يبدو بدا ثبت يعني"
)
_WHERE, _WITH, _ON = fold_key("حيث"), "مع", fold_key("على")
_DESPITE = folded("الرغم بالرغم")
_NEW_CLAUSE = folded("فيما بينما حيث لكن ولكن لكنه لكنها")
_ADVERBS = folded("عبر عقب")
_TRANSPARENT = folded("قائلا قائلة قائلين بالقول بقوله بقولها يقول تقول")
_WHEN = folded("حين عندما بعدما حينما ولم ولن")
_RELATIVE = folded("الذي التي الذين ما")
# "قال رجل يدعى سليم": called, not claiming.
_CALLED = folded("يدعى ويدعى تدعى وتدعى")


def find_content(
    sentence: Sentence, at: int, reading: CueReading, reader: Reader
) -> Content | None:
    """The content of the cue at word ``at``, or ``None``: then it reports nothing.

    ``reader`` knows the names: those in marks belong to the subject, and none is a noun of action.
    """
    items = sentence.words
    takes = reading.cue.takes
    limit = min(len(items), at + REACH)
    if _is_charged(items, at, reading) or _is_callers(items, at, reading):
        return None
    regarded = held_to_be(items, at, reading, reader)
    if regarded is not None:
        return regarded
    j = at + 1
    while j < limit:
        word = items[j]
        if _is_medium_part(items, j, reader):
            j += 1
            continue
        if _is_question(items, j, reading):
            return Content(j, 0, "that", j)
        if _asks_about(items, j, reading):
            return Content(j + 1, 0, "preposition", j)
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
            if _is_on_that(items, at, j, takes):
                return None
            return _clause(items, at, j, takes)
        named = reader.around(word) is not None
        found = None
        if not named or reader.is_led(word):
            found = by_preposition(items, at, j, takes)
        if found is None and not named:
            found = by_noun(items, at, j, reading, reader)
        if found is not None:
            return None if any(_parts(word) for word in items[at + 1 : j]) else found
        if _blocks(items, at, j, reading):
            return None
        j += 1
    return None


def _parts(word: Word) -> bool:
    """Whether a noun behind the word is no content of a cue before it: "حين تغلب على …"."""
    return word.text in _WHEN or (word.is_definite and bare(word.text) in GOVERNING)


def _is_charged(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether اتهم is a passive: with nobody before ب he is charged, and charges nobody."""
    if reading.cue.lemma != _CHARGE or reading.suffix or at + 1 >= len(items):
        return False
    follows = items[at + 1]
    return reading.cue.is_finite and (
        follows.text == "ب" or (follows.text[:1] == "ب" and is_verbal_noun(follows.text[1:]))
    )


def _is_callers(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether دعاه is دعاة, those who call for what follows (دعاة السلام): no man called him."""
    if reading.cue.lemma != _CALL or reading.suffix != "ه" or at + 1 >= len(items):
        return False
    return items[at + 1].is_definite and not is_source_head(items[at + 1].text)


_CHARGE, _CALL = fold_key("اتهم"), fold_key("دعا")


def _is_question(items: Sequence[Word], j: int, reading: CueReading) -> bool:
    """Whether what is asked begins here: تساءل لماذا، سأل عما إذا."""
    if reading.cue.lemma not in _ASKING or not items[j].mark < 0:
        return False
    text = items[j].text
    follows = items[j + 1].text if j + 1 < len(items) else ""
    return text in _QUESTIONS or (text in _WHETHER and follows in ("اذا", "ان"))


def _asks_about(items: Sequence[Word], j: int, reading: CueReading) -> bool:
    """تساءل عن سبب …: what is asked about, where a noun follows."""
    about = reading.cue.lemma in _WONDERING and items[j].text == "عن"
    return about and j + 2 < len(items) and items[j + 1].mark < 0


_WONDERING = folded("تساءل استفسر")
_ASKING = folded("تساءل سأل استفسر")
_QUESTIONS = folded("هل لماذا كيف متى أين ماذا")
_WHETHER = folded("ما عما فيما")


def _past_relative(items: Sequence[Word], j: int, limit: int, takes: frozenset[str]) -> int:
    """Where a relative clause between commas ends that parts a subject from its أن; 0 for none.

    "وقالت زينب، التي عينت أخيرا ونشرت تقريرا، إن …": the verbs inside are not the sentence's.
    """
    if _CLAUSE not in takes or items[j].text not in _RELATIVE_PRONOUNS:
        return 0
    if not items[j].after_comma and not items[j].text.startswith("و"):
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
        return word.mark == before.mark or is_that(word.text)
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


def _is_other_that(items: Sequence[Word], at: int, j: int) -> bool:
    before = items[j - 1].text
    despite = before == "من" and items[j - 2].text in _DESPITE
    return j - 1 > at and (before in _OTHER_THAT or despite)


def _is_on_that(items: Sequence[Word], at: int, j: int, takes: frozenset[str]) -> bool:
    """Whether على أن is no clause of this cue: "نشرت تقريرا عن المشروع، على أن يبدأ …"."""
    on = j - 1 > at + 1 and items[j - 1].text == _ON
    return on and _ON not in takes and f"{_ON}!" not in takes


def _clause(items: Sequence[Word], at: int, j: int, takes: frozenset[str]) -> Content | None:
    before = items[j - 1].text
    if _CLAUSE not in takes and before not in takes and f"{before}!" not in takes:
        return None
    if items[j].text in NOT_TO:
        return Content(j, 0, "that", j)
    if j + 1 >= len(items):
        return None
    spoken = items[j + 1].after_colon and items[j + 1].mark < 0  # "أوضح أنه: لا أعلم"
    return Content(j + 1, 0, "colon" if spoken else "that", j)


def _blocks(items: Sequence[Word], at: int, j: int, reading: CueReading) -> bool:
    """Whether a new clause or another report begins before any content was found."""
    word = items[j]
    if j > at + 1 and word.after_comma and word.text in _NEW_CLAUSE:
        return True
    coordinated = reading.conjunction and reading.cue.mood == "imperfect"
    if coordinated and word.text[:1] == "و" and is_that(word.text[1:]):
        return True  # "أنه يقدر …، ويرى … وأنه …": a further clause of a report before
    if carries_from_him(items, j) or appears_on(items, j):
        return False
    if items[j - 1].text == _WHERE and any(r.cue.is_finite for r in read_cue(word.text)):
        return True
    if asks_anonymity(items, j):
        return False
    if items[j - 1].text == _WITH and any(
        r.cue.mood == "masdar" and r.suffix for r in read_cue(word.text)
    ):
        return True  # "ردت الوزارة، مع تأكيدها على أن": a report of its own
    says = j + 1 < len(items) and is_that(items[j + 1].text)
    if word.text in _CALLED and not says:
        return False
    if word.text in _TRANSPARENT or (j == at + 1 and reading.cue.is_finite and not says):
        return False
    if items[j - 1].text in _RELATIVE and not says:
        return False  # "قال الوزير الذي أعلن موعد المعرض إن": not "انتقد زيدا الذي قال إن"
    for other in read_cue(word.text):
        cue = other.cue
        if cue.is_finite and cue.person != 1 and not other.suffix and _is_verbal_cut(other, word):
            apart = word.after_comma and word.text not in _ADVERBS
            bare_verb = other.cut == 0 and cue.mood == "perfect" and not apart
            if says or not (bare_verb and len(word.text) <= 3):
                return True
    return False


def asks_anonymity(items: Sequence[Word], at: int) -> bool:
    """Whether the word only asks not to be named (طالبا عدم ذكر اسمه): it reports nothing."""
    if not any(r.cue.lemma in _ASKS_TO_HIDE for r in read_cue(items[at].text)):
        return False
    following = items[at + 1 : at + _HIDING_REACH]
    return any(word.text in _HIDDEN for word in following) and any(
        word.text in NOT_TOLD for word in following
    )


_ASKS_TO_HIDE = folded("طلب طالب اشترط رفض نبه شدد أصر فضل تمسك")
NOT_TOLD = folded("عدم حجب إخفاء دون كشف الكشف ذكر نشر الإفصاح إغفال بعدم بحجب")
_HIDDEN = folded("اسمه اسمها أسمائهم هويته هويتها هوياتهم هويتهم اسميهما أسماءهم")
_HIDING_REACH = 7


def _is_verbal_cut(reading: CueReading, word: Word) -> bool:
    """Whether what was cut off can stand before a verb: و ف س, not ب ل ك."""
    return reading.cut == 0 or word.text[:1] in "وفس"
