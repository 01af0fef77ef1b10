"""Where reported words end: before what is the outlet's own again.

They end with the sentence, or before a further report, a frame ("بحسب …") or a clause of
background ("، بينما …"). Whether a cue surely reports is decided here too, as only then does it
end what stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.clauses import find_content
from core.quotes.content import Content, is_that
from core.quotes.cues import ADVERBS, CueReading, read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.fronted import begins_main_clause, leaves_mood
from core.quotes.lexicon import folded, words
from core.quotes.nouns import bare
from core.quotes.owned import unfolds
from core.quotes.phrases import Reader
from core.quotes.venues import is_venue_tail
from core.text.fold import fold_key

_THEREBY, _REASONS = folded("وذلك"), folded("بالنظر لأن لأنه لأنها لكي كي")
_ON, _DESPITE, _WHERE = fold_key("على"), fold_key("الرغم"), folded("حيث إذ")
_SPLIT = folded("فيما بينما وسط ويأتي وتأتي ويذكر يذكر وجاء وجاءت")
_AFTER_COMMA = folded(
    "رغم برغم دون وسط لكنه لكنها لكن ولكن قبل ليصل علما وهو وهي الأمر وهم ما شاكرا شاكرة بعدما"
)
_CONCERNING = folded("يتعلق يخص بعد يبدو يتصل يشتبه يعتقد")
_SEEMED = folded("بدا يبدو بدت تبدو")
_IN_PHRASES = folded("حين وقت إشارة معرض")
_WITHOUT = folded("تقديم ذكر تحديد إعطاء الخوض توضيح أن")
_SO_THAT, _MAY = fold_key("مما"), folded("قد لا لم لن")  # مما دفع: it came of it; مما يعني: argued
_MATTER, _TO_COME = fold_key("الأمر"), ("سي", "ست", "قد")
_AND_NOT, _POSSIBLE = fold_key("ولم"), "يتسن"  # ولم يتسن الاتصال ب…: the outlet's own
_HENCE = folded("وبالتالي")
_AFTER_NOUN, _WHEN = folded("بعدما عقب إثر"), folded("عندما حينما")
_WHILE, _AS = folded("وهو وهي وهم"), fold_key("كما")
_ABOVE_ALL = folded("خصوصا وخصوصا خاصة وخاصة سيما لاسيما ولاسيما إلا")


def starts_report(sentence: Sentence, at: int, reader: Reader) -> bool:
    """Whether the word begins a further report of its own, so that content before it ends."""
    word = sentence.words[at]
    if word.mark >= 0:
        return False
    for reading in read_cue(word.text):
        cue = reading.cue
        if cue.mood == "masdar" or cue.person == 1 or word.text in ADVERBS:
            continue  # a pretext within a report is of its words
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
    if text in ADVERBS:
        return True
    if text.startswith("ال") or (reading.cut and text[:1] not in "وف"):
        return False
    if at and items[at - 1].text in _COPULAS:
        return False
    if at > 1 and items[at - 1].is_definite and _is_and_that(items[at - 2].text):
        return False  # "أن الشركة مطالبة ب…": what is said of her
    return text.endswith(("ا", "ه", "ين", "ات"))


def _is_and_that(text: str) -> bool:
    return is_that(text) or (text[:1] == "و" and is_that(text[1:]))


_RENEWED = folded("جدد جددت وجدد وجددت يجدد تجدد مجددا مجددة كرر كررت وكرر وكررت مكررا")
_NOUN_REACH, _BESIDE_NOUN = 8, folded("مع عبر")
_COPULAS = folded("كان كانت يكون تكون كنت كنا أكن ليس ليست لست لسنا ليسوا بات باتت أصبح أصبحت غير")
_DEMAND = fold_key("طالب")
_PLAIN_NOUN_PARTICIPLES = folded("دعا طالب حذر طلب")
# In the accusative of one man these are adverbs, with no comma before them too.
_ADVERBIAL = folded("هدد توعد تعهد حذر دعا نفى أكد أعلن رجح توقع استبعد لوح ذكر")
_ACTIVE = folded("توعد تعهد لوح")  # their feminine, too: it is no adjective of a thing


def is_firm(items: Sequence[Word], at: int, reading: CueReading, content: Content) -> bool:
    """Whether a cue with this content surely reports.

    A participle with a bare noun may be an adjective (رسوم مشددة على …): it needs a comma or a
    lemma that calls for something. A noun as cue (قوله) needs a clause or marks.
    """
    cue = reading.cue
    if cue.mood == "masdar":
        beside = at > 0 and items[at - 1].text in _BESIDE_NOUN
        renewed = any(word.text in _RENEWED for word in items[max(0, at - _NOUN_REACH) : at])
        if content.marker == "preposition" and (beside or renewed):
            return content.gate - at <= _NOUN_REACH
        if content.marker in ("noun", "preposition"):
            return unfolds(reading, content, at)
        return True
    if cue.mood == "participle" and content.marker in ("noun", "preposition"):
        adverb = items[at].text.endswith("ا") and cue.lemma in _ADVERBIAL
        adverb = adverb or (items[at].text.endswith("ه") and cue.lemma in _ACTIVE)
        asked = cue.lemma == _DEMAND and items[at].text.endswith("ه")  # اللجنة مطالبة ب…: of her
        plain = cue.lemma in _PLAIN_NOUN_PARTICIPLES and not asked
        return adverb or items[at].after_comma or plain
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
        if _corrects(items, content, at):
            continue
        if at in frames or starts_report(sentence, at, reader) or _denies_words(items, at):
            return at
        if _ends_here(items, at) and not _quotes_on(sentence, content, at, reader, frames):
            return at
        if word.after_comma and (
            leaves_mood(items, content, at) or begins_main_clause(sentence, content, at, reader)
        ):
            return at
        if nominal and _ends_noun(items, at):
            return at
    return len(items)


def _denies_words(items: Sequence[Word], at: int) -> bool:
    """ "…" ولم يقل قط "…": what was never said is nobody's report."""
    if items[at].text not in _NEVER_SAID or at + 1 >= len(items):
        return False
    said = any(r.cue.is_finite and '"' in r.cue.takes for r in read_cue(items[at + 1].text))
    return said and any(word.mark >= 0 for word in items[at + 2 : at + 4])


_NEVER_SAID = folded("ولم ولا ولن")


def _quotes_on(
    sentence: Sentence, content: Content, at: int, reader: Reader, frames: frozenset[int]
) -> bool:
    """Whether a clause that goes on in the speaker's sense leads to words of his in marks.

    "إنه يريد الحل، ولكن إذا فشل فلن «يبقى …»": to the marks no other report, frame or stop.
    """
    items = sentence.words
    if content.marker not in ("that", "noun") or not _is_speakers_own(items, at):
        return False
    for n in range(at + 1, min(len(items), at + _QUOTE_REACH)):
        if not reader.is_open(items[n]):
            return True
        if n in frames or starts_report(sentence, n, reader):
            return False
        if items[n].text in _OTHERS or any(_tells(r) for r in read_cue(items[n].text)):
            return False
    return False


def _is_speakers_own(items: Sequence[Word], at: int) -> bool:
    """Whether a clause hangs on what is reported: but …, although …, and that in order to …"""
    if items[at].text in _THEREBY:
        return at + 1 < len(items) and items[at + 1].text in _PURPOSE
    return items[at].text in _SPEAKERS_OWN


def _tells(reading: CueReading) -> bool:
    return reading.cue.mood != "masdar" and reading.cue.person != 1


_SPEAKERS_OWN, _QUOTE_REACH = folded("لكن ولكن لكنه لكنها على رغم برغم"), 16
_PURPOSE, _OTHERS = folded("من بهدف لأجل بغية لكي كي"), folded("بالقول الأخير الأخيرة")


def _corrects(items: Sequence[Word], content: Content, at: int) -> bool:
    """لم يكن يقصد زيدا، ولكن كان يقصد …: what a denial sets against itself is of the same words."""
    follows = items[at + 1].text if at + 1 < len(items) else ""
    denied = items[content.begin].text in _DENIALS and follows not in _DENIALS
    return items[at].text in _BUT and denied


_BUT, _DENIALS = folded("لكن ولكن بل"), folded("لم لا ليس ليست لن")


def _ends_here(items: Sequence[Word], at: int) -> bool:
    word = items[at]
    follows = items[at + 1].text if at + 1 < len(items) else ""
    if word.text in ("فيما", "بينما"):
        return follows not in _CONCERNING
    if word.text == "في" and follows == "ما" and at + 2 < len(items):
        return items[at + 2].text in _SEEMED
    if word.text == "في" and follows in _IN_PHRASES:
        return word.after_comma or follows == fold_key("إشارة")
    if word.text == "دون" and follows in _WITHOUT:
        return True
    if word.text == _AND_NOT and follows.startswith(_POSSIBLE):
        return True
    if word.text in _WHERE and follows and any(r.cue.is_finite for r in read_cue(follows)):
        return True
    if is_venue_tail(items, at):
        return True
    concessive = word.text == _ON and follows == _DESPITE
    if concessive and (word.after_comma or "(" in word.gap):
        return True
    if not word.after_comma:
        return False
    if word.text.endswith(("ا", "ه")) and any(
        _is_adverb(items, at, r) for r in read_cue(word.text)
    ):
        return True
    if word.text in _THEREBY:
        return follows not in _REASONS
    if word.text == _SO_THAT:
        return follows[:1] not in ("ي", "ت", "س") and follows not in _MAY
    if word.text == _MATTER and at + 2 < len(items) and items[at + 2].text[:2] in _TO_COME:
        return False  # "، الأمر الذي سيوفر …": argued, not told by the outlet
    if word.text in _SPLIT or word.text in _AFTER_COMMA:
        return True
    if word.text in ("اي", "الا") and is_that(follows):
        return True
    if word.text == "من" and follows in ("دون", "جهته", "جهتها", "جانبه", "جانبها"):
        return True
    return word.text in ("كما", "وكما", "ثم") and _any_cue(items, at + 1)


def _is_adverb(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether "، لافتا إلى …" goes on with the outlet's sentence, be it no report of its own."""
    if items[at].text in ADVERBS:
        return False
    return reading.cue.mood == "participle" and may_be_adverb(items, at, reading)


def _ends_noun(items: Sequence[Word], at: int) -> bool:
    """After a noun as content, "بعد مرور …" tells when it was said."""
    follows = items[at + 1].text if at + 1 < len(items) else ""
    text = items[at].text
    if "؛" in items[at].gap or text in _HENCE or (text == _ON and follows == _DESPITE):
        return True
    if text == "مع" and any(r.cue.mood == "masdar" and r.suffix for r in read_cue(follows)):
        return True
    timed = text in words("time_words") or bare(text) in words("time_words")
    if (
        text in _WHILE
        or (text == _AS and items[at].after_comma)
        or (items[at].after_comma and timed)
    ):
        return True
    if text in _WHEN:
        return items[at - 1].text not in _ABOVE_ALL
    return text in _AFTER_NOUN or (text == "بعد" and follows in ("مرور", "ان"))


def _any_cue(items: Sequence[Word], at: int) -> bool:
    if at < len(items) and is_that(items[at].text):
        at += 1
    return at < len(items) and any(r.cue.is_finite for r in read_cue(items[at].text))
