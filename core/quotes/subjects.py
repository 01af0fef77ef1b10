"""Which phrase around a verb of speech can be its subject: after it, before it, right before it.

Agreement, kind and place decide: "الوزير قال", "أن زيدا أبلغ", "ناشطون يقولون". Whether another
phrase is rather meant, or the subject is inside the verb, is for ``speakers``.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.antecedents import RELATIVES
from core.quotes.conjugate import Gender
from core.quotes.content import Marker, is_that
from core.quotes.cues import CueReading
from core.quotes.flow import Word
from core.quotes.lexicon import folded
from core.quotes.mentions import joined_key
from core.quotes.nouns import is_broken_plural, is_head, is_plural, is_source_head, number_of
from core.quotes.phrases import Phrase
from core.quotes.report import Scene
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

OPENS_SUBJECT = folded(
    "كان كانت وكان وكانت لكن ولكن بينما فيما أما وأما غير حيث إذ بيد وكانا كانوا وفيما وبينما فإن"
)
OPENERS = folded(
    "لكن ولكن كان كانت وكان وكانت أما وأما هذا وقد قد لقد ولقد فيما وفيما بينما غير أن إن وإن "
    "كما وكما ثم حين وأن فإن ويذكر يذكر حيث بدوره بدورها من ومن جهته جهتها جانبه جانبها جهة "
    "جانب إلى أخرى آخر ذلك هكذا و وأنه أنه وبدوره وبدورها عنه لم ولم لن ولن"
)
"""Words that may stand before the first phrase of a sentence and are no part of it."""
_BETWEEN = folded("قد فقد أيضا كذلك نفسه نفسها ذاته ذاتها حينها آنذاك بدوره بدورها كان كانت سبق أن")
_ALREADY = fold_key("قد")
_SUBJECT_REACH = 30
_LONG_GAP, _CLAUSE_GAP, SHORT_GAP = 16, 10, 3


def _is_feminine_land(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase is the name of a country or town, save the few that are masculine."""
    start, end = scene.article.folded_range(phrase.span)
    names = scene.reader.inside(start, end)
    if len(names) != 1 or names[0].mention.type != "LOC" or names[0].start - start > 0:
        return False
    first = scene.article.page.text[start:end].split()[0]
    return first not in _MASCULINE_LANDS


_MASCULINE_LANDS = folded(
    "العراق لبنان الأردن المغرب اليمن السودان الصومال البيت الاتحاد قصر حي إقليم قطاع"
)
_ONE_OF = folded("أحد إحدى بعض")
_WRITING = folded("نشر كتب بث لفت وجد أظهر نفى سرد روى")
_POINTING = folded("هؤلاء هذا هذه ذلك تلك كلاهما جميعهم بعضهم شيء")
_INSIDE = folded("فيه فيها به بها فيهما عبره عبرها خلاله خلالها")


def may_be_subject(
    scene: Scene, at: int, phrase: Phrase, reading: CueReading, marker: Marker | None = None
) -> bool:
    """Whether a phrase after a verb can be its subject: of a kind that speaks, and agreeing.

    ``marker`` tells how the content begins, where that is known.
    """
    if _is_accusative_plural(scene, phrase, reading):
        return False
    if scene.sentence.words[at + 1].text in _ONE_OF and phrase.gender in (None, reading.cue.gender):
        return True
    definite_role = phrase.kind == "role" and phrase.is_definite
    nameless = phrase.kind in ("role", "unnamed") and not is_source_head(phrase.head)
    if nameless and is_surname(scene, phrase):
        return True
    if nameless and not (definite_role or is_plural(phrase.head)):
        return marker is not None and _is_some_noun(scene, phrase, reading, marker)
    told = reading.cue.gender
    if told == "f" and "X:" in reading.cue.takes and _is_masculine_body(phrase):
        return False  # "دعت المجتمع الدولي إلى …": she called on it
    if told == "m" and _is_feminine_land(scene, phrase):
        return False  # "يدعو تركيا إلى …": a land takes a feminine verb
    if phrase.kind == "person" or told is None or phrase.gender in (None, told):
        return True
    if told == "m" and phrase.head.endswith("ه") and is_head(phrase.head[:-1], "person"):
        return True  # "قال محاميه": his lawyer, not a woman
    if told == "m" and phrase.gender == "f":
        # A masculine verb before a feminine plural (قال خبيرات) is rare; before an object, usual.
        return "X:" not in reading.cue.takes and phrase.number is not None
    many = phrase.number == "p" or is_plural(phrase.head) or is_broken_plural(phrase.head)
    return phrase.kind == "organisation" or many


def _is_masculine_body(phrase: Phrase) -> bool:
    return phrase.kind == "organisation" and phrase.gender == "m" and phrase.number in (None, "s")


def _is_accusative_plural(scene: Scene, phrase: Phrase, reading: CueReading) -> bool:
    """Whether a phrase is no nominative by its ending: "دعت المتسابقين إلى …"."""
    words = fold_key(phrase.span.of(scene.article.source)).split()
    if phrase.kind == "person" or not words:
        return False
    noun = words[0]
    if noun in _ALL_OF and len(words) > 1 and reading.cue.gender == "f":
        return words[1].startswith("ال") and words[1].endswith("ين")  # ودعت جميع الراغبين
    return noun.startswith("ال") and noun.endswith("ين") and number_of(noun) == "p"


_ALL_OF = folded("جميع كل معظم كافة سائر أغلب")


def _is_some_noun(scene: Scene, phrase: Phrase, reading: CueReading, marker: Marker) -> bool:
    """Whether an unknown noun after a verb that takes no object is its subject.

    "قال طاقم تصوير إن", not "أكد ضرورة أن" nor "لفت انتباهي أن".
    """
    takes = reading.cue.takes
    if "X:" in takes or reading.cue.lemma in _WRITING or phrase.gender not in _any(reading):
        return False
    if marker == "noun" or ("+" in takes and marker == "marks"):
        return False
    start = scene.article.page.index(phrase.span.start)
    text = next(word.text for word in scene.sentence.words if word.end > start)
    if text[:1] in "بل" or text in _POINTING or is_verbal_noun(text):
        return False
    if text.endswith(("ا", "ه", "ي", "ها", "هم")) and not text.endswith(("يه", "ره", "له", "عه")):
        return False
    return len(text) > SHORT_GAP


def _any(reading: CueReading) -> tuple[Gender | None, ...]:
    return (None, reading.cue.gender)


def subject_before(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    """The subject before the verb, with nothing but adjuncts between (وكان الوزير قد قال)."""
    items = scene.sentence.words
    if reading.cut and not items[at].text.startswith("ف"):
        return None
    for begin in _subject_places(scene, at):
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is None or not (phrase.end >= at or _reaches(items, phrase.end, at)):
            continue
        if phrase.is_guess and phrase.end < at and not phrase.titles:
            continue
        nameless = phrase.kind in ("role", "unnamed") and not is_source_head(phrase.head)
        if not nameless or phrase.is_definite or is_surname(scene, phrase):
            return phrase
    return None


def is_surname(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is one word by which somebody was named before (وكان الأيوبي قد قال)."""
    word = joined_key(phrase.span.of(scene.article.source))
    return scene.reader.with_surname(word, phrase.span.start) is not None


def subject_right_before(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    """A name or a text that stands right before its verb (أن زيدا أبلغ، قرارا يطلب)."""
    if at == 0 or reading.cut:
        return None
    before = scene.sentence.words[at - 1]
    if before.text == _ALREADY:
        phrase = subject_before(scene, at, reading)  # "وكان الوزير قد توعد المدينة ب…"
        agreeing = phrase is not None and phrase.gender in (None, reading.cue.gender)
        return phrase if agreeing else None
    many = _people_before(scene, at, reading)
    if many is not None:
        return many
    indefinite = _is_text_before(scene, at)
    if not indefinite and scene.reader.around(before) is None:
        return None
    for begin in _subject_places(scene, at):
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is None or phrase.end < at or phrase.is_guess:
            continue
        if phrase.gender in (None, reading.cue.gender) or phrase.kind == "person":
            return phrase
    return None


def _people_before(scene: Scene, at: int, reading: CueReading) -> Phrase | None:
    """An indefinite plural right before its plural verb (ساسة يطالبون، ناشطون محليون يقولون).

    Or bodies before a feminine one (جمعيات تطالب).
    """
    items = scene.sentence.words
    if (reading.cue.number, reading.cue.gender) == ("s", "f"):
        return _bodies_before(scene, at)
    if reading.cue.number != "p":
        return None
    for begin in (at - 2, at - 1):
        if begin < 0 or items[begin].is_definite or not scene.is_open(begin):
            continue
        if not is_head(items[begin].text, "unnamed") or items[begin].after_comma:
            continue
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is not None and phrase.end == at and phrase.kind == "unnamed":
            return phrase
    return None


def _bodies_before(scene: Scene, at: int) -> Phrase | None:
    """Indefinite bodies or sources right before a feminine verb (جمعيات تطالب ب)."""
    word = scene.sentence.words[at - 1]
    if word.is_definite or not scene.is_open(at - 1) or scene.sentence.words[at].after_comma:
        return None
    speaks = is_head(word.text, "organisation") or is_head(word.text, "unnamed")
    if not speaks or not word.text.endswith("ات"):
        return None
    phrase = scene.reader.read(scene.sentence, at - 1, at)
    return phrase if phrase is not None and phrase.end == at else None


def _is_text_before(scene: Scene, at: int) -> bool:
    """Whether an indefinite text right before the verb is its subject: not in "شكوى يطالب فيها"."""
    items = scene.sentence.words
    if at == 0 or items[at].after_comma or items[at - 1].text.startswith("ال"):
        return False
    inside = at + 1 < len(items) and items[at + 1].text in _INSIDE
    return is_head(items[at - 1].text, "document") and not inside


def text_before(scene: Scene, at: int) -> Phrase | None:
    """The indefinite text nearest before ينص, also behind ل or ب (لاتفاق …، ينص على)."""
    items = scene.sentence.words
    for n in range(at - 1, max(-1, at - _LONG_GAP), -1):
        text = items[n].text
        led = text[:1] in "لب" and not is_head(text, "document")
        if not scene.is_open(n) or text.startswith(("ال", "وال", "بال", "لل")):
            continue
        if is_head(text[led:], "document"):
            return scene.reader.read(scene.sentence, n, at, int(led))
    return None


def _subject_places(scene: Scene, at: int) -> list[int]:
    """Where a subject before the verb may begin, the nearest first."""
    items = scene.sentence.words
    places = []
    if _is_text_before(scene, at):
        places.append(at - 1)
    for n in range(at - 1, max(-1, at - _SUBJECT_REACH), -1):
        if not scene.is_open(n):
            break
        if items[n].text in OPENS_SUBJECT or is_open_that(items[n].text):
            places.append(n + 1)
    begin = first_phrase(items, at)
    if at - begin <= _SUBJECT_REACH:
        places.append(begin)
    return [place for place in places if place < at]


def first_phrase(items: Sequence[Word], limit: int) -> int:
    """The first word that is no opener of a sentence."""
    begin = 0
    while begin < limit:
        if _opens_with_in(items, begin):
            begin += 2
        elif items[begin].text in OPENERS:
            begin += 1
        else:
            break
    return min(begin, limit)


def _opens_with_in(items: Sequence[Word], at: int) -> bool:
    """في حين، في المقابل: no place and no time of the sentence's own."""
    return items[at].text in _IN and at + 1 < len(items) and items[at + 1].text in _WHILE


_IN, _WHILE = folded("في وفي"), folded("حين المقابل الأثناء")


def _reaches(items: Sequence[Word], end: int, at: int) -> bool:
    """Whether nothing but a relative clause or adjuncts parts a subject from its verb."""
    if all(items[n].text in _BETWEEN for n in range(end, at)):
        return True
    if items[at].after_comma or " -" in items[at].gap or items[at - 1].text in ("قد", "فقد"):
        return at - end <= _LONG_GAP
    if items[end].text in RELATIVES:
        return at - end <= _CLAUSE_GAP
    return at - end <= SHORT_GAP


def is_open_that(text: str) -> bool:
    """Whether a subject may begin behind the word: أن, also with و."""
    return is_that(text) or (text[:1] == "و" and is_that(text[1:]))
