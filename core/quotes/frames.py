"""Frames of attribution: "وفقا ل"، "بحسب"، "نقلا عن"، "على حد قول"، "كما قال"، "وفق ما أعلن".

Finds where a frame begins and whose it is. Whether it stands before, within or after its content,
and whether it names the speaker or the medium, is decided where the sentence is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.quotes.clauses import find_content
from core.quotes.cues import read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import folded
from core.quotes.media import LONGEST_NAME, known_name, media_at
from core.quotes.nouns import bare, is_source_head
from core.quotes.phrases import Phrase, Reader
from core.quotes.venues import names_medium
from core.text.fold import fold_key

_ACCORDING = folded("بحسب حسب وفق")
_ACCORDING_TO = folded("وفقا طبقا استنادا")
_WHAT = folded("ما لما مما")
_SAYING = folded("قول تعبير وصف كلام زعم تصريح تصريحات رأي رواية إفادة أقوال شهادة بيان")
_ALONE = folded("حسبما وفقما بحسبما")
_NOT_SOURCES = folded(
    "قانون التوقيت الحاجة الطلب القانون الأصول الخطة الاتفاق الاتفاقية الضوابط الشروط النظام "
    "معطيات الحجم الرؤية الجدول القواعد المعايير خطة قرار مشروع "
    "توصيات توجيهات تعليمات أوامر مبادئ قوانين بنود أحكام لوائح آلية نظام"
)
_PASSIVES = folded(
    "ورد جاء أوردته أوردت نقلته نقلت نشرته نشرت أوردتها نقله أورده بثته بثت نشره نقلتها "
    "نشرتها ذكرته ذكره أعلنته أعلنه قالته قاله أوردها نقلها بثها نشرها أكدته أفادت"
)


_THINGS = folded("وصف اشتبه سمى أسمى")
_TELLING = folded(
    "قال ذكر أفاد أعلن أكد أوضح صرح كشف وصف كتب أشار نقل روى زعم ادعى اعترف أقر نشر أورد أضاف بين "
    "أظهر أبلغ أخبر قدر توقع رأى عبر"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: it begins at word ``at``; ``cue`` is its reporting word; ``end`` the word after it.

    ``phrase`` is ``None`` when it points back to the speaker already named ("على حد قوله") or
    when its verb (``has_verb``) has its subject inside ("حسبما أعلنت"). ``first`` is the first word
    of the source, less ``cut`` letters; ``medium`` says that a news medium is named. ``carrier`` is
    where a medium that had it from the source is named ("ما نقلت رويترز عن مصدر"), and its cut.
    """

    at: int
    cue: int
    phrase: Phrase | None
    end: int
    first: int
    cut: int
    medium: bool
    has_verb: bool = False
    carrier: tuple[int, int] | None = None


def find_frames(sentence: Sentence, reader: Reader) -> list[Frame]:
    """All frames of a sentence in order."""
    found: list[Frame] = []
    at = 0
    items = sentence.words
    while at < len(items):
        word = items[at]
        frame = None
        if word.mark < 0 or word.mark in reader.names:
            frame = read_frame(sentence, at, reader)
        if frame is None:
            at += 1
            continue
        found.append(frame)
        at = max(frame.end, at + 1)
    return found


def join_lone_frames(sentences: Sequence[Sentence], reader: Reader) -> list[Sentence]:
    """The sentences, those that are a medium's frame alone joined to the one before.

    A full stop may stand before it: "… إن الرصيف جاهز. حسب رويترز." Only on the same line.
    """
    joined: list[Sentence] = []
    for sentence in sentences:
        before = joined[-1] if joined else None
        if before is not None and before.words[-1].line == sentence.words[0].line:
            frame = read_frame(sentence, 0, reader) if len(sentence.words) <= _LONE else None
            if frame and (frame.medium or frame.carrier) and frame.end >= len(sentence.words):
                joined[-1] = Sentence((*before.words, *sentence.words), before.in_headline)
                continue
        joined.append(sentence)
    return joined


def read_frame(sentence: Sentence, at: int, reader: Reader) -> Frame | None:
    """The frame that begins at word ``at``, if one does."""
    items = sentence.words
    text = items[at].text
    key = text
    if key not in _ACCORDING_TO and key not in _ACCORDING and text[:1] in "وف":
        key = text[1:]
    if key in _ALONE:
        return _with_verb(sentence, at, at, at + 1, reader)
    if key in _ACCORDING and at + 1 < len(items):
        if items[at + 1].text in _WHAT:
            return _with_verb(sentence, at, at, at + 2, reader)
        return _with_source(sentence, at, at, at + 1, reader)
    if key in _ACCORDING_TO and at + 1 < len(items):
        follows = items[at + 1].text
        if follows in _WHAT:
            return _with_verb(sentence, at, at, at + 2, reader)
        if follows == "ل" and at + 2 < len(items):
            return _with_source(sentence, at, at, at + 2, reader)
        if follows == fold_key("إلى") and at + 2 < len(items):
            return _with_source(sentence, at, at, at + 2, reader)
        if follows.startswith("ل") and len(follows) > 1:
            return _with_source(sentence, at, at, at + 1, reader, cut=1)
        return None
    if key == fold_key("نقلا") and at + 2 < len(items) and items[at + 1].text == "عن":
        return _with_source(sentence, at, at, at + 2, reader)
    return _other_frames(sentence, at, key, reader)


def _other_frames(sentence: Sentence, at: int, key: str, reader: Reader) -> Frame | None:
    items = sentence.words
    follows = items[at + 1].text if at + 1 < len(items) else ""
    if key == fold_key("على") and follows == "حد" and at + 2 < len(items):
        return _with_source(sentence, at, at + 2, at + 2, reader)
    if key == fold_key("على") and follows == "ما" and at + 2 < len(items):
        verb = read_cue(items[at + 2].text)  # "على ما وصفه، يشتبه بأنه": a thing, no telling
        told = all(r.cue.lemma not in _THINGS for r in verb)
        return _with_verb(sentence, at, at + 2, at + 2, reader) if told else None
    if key == "كما" and follows and at > 0:
        frame = _as_said(sentence, at, reader)
        if frame is not None and not _has_content(sentence, at + 1, reader):
            return frame
    return None


def _as_said(sentence: Sentence, at: int, reader: Reader) -> Frame | None:
    """كما قال زيد: only verbs of telling frame so; "كما اطلع الوفد" goes on with a tale."""
    verb = sentence.words[at + 1].text
    tells = verb in _PASSIVES or any(r.cue.lemma in _TELLING for r in read_cue(verb))
    return _with_verb(sentence, at, at + 1, at + 1, reader) if tells else None


def _has_content(sentence: Sentence, at: int, reader: Reader) -> bool:
    return any(
        find_content(sentence, at, reading, reader) is not None
        for reading in read_cue(sentence.words[at].text)
    )


def _with_verb(sentence: Sentence, at: int, cue: int, verb: int, reader: Reader) -> Frame | None:
    """وفق ما أعلن الوزير، حسبما نقلت وكالة …: the subject of the verb is the source."""
    items = sentence.words
    if verb >= len(items):
        return None
    if not _is_carrying_verb(items, verb):
        return None
    begin = verb + 1
    if begin < len(items) and _is_second_verb(items, begin):
        begin += 1  # وفق ما أعلنت ونقلت وكالة …
    if begin < len(items) and items[begin].text in _FROM_HIM:
        begin += 1
    elif begin < len(items) and names_medium(items, begin, 1) and items[begin].text[0] == "ل":
        begin = _past_told(items, begin)
    if begin < len(items) and items[begin].text in map(fold_key, ("في", "على", "عن")):
        begin += 1
    own = Frame(at, cue, None, begin, begin, 0, False, has_verb=True)
    if begin >= len(items) or any(char in "،." for char in items[begin].gap):
        return own
    return _with_source(sentence, at, cue, begin, reader) or own


def _is_second_verb(items: Sequence[Word], at: int) -> bool:
    """Whether a further verb is joined to a carrying one: ذكرت ونقلت."""
    text = items[at].text
    return text[:1] == "و" and text[1:] in _PASSIVES and not media_at(items, at)


def _is_carrying_verb(items: Sequence[Word], at: int) -> bool:
    text = items[at].text
    if text in _PASSIVES or (at + 1 < len(items) and media_at(items, at + 1)):
        return True
    return any(
        r.cue.is_finite and r.cue.person == 3 and r.cue.lemma not in _PREPOSITIONS_TOO
        for r in read_cue(text)
    )


_PREPOSITIONS_TOO = frozenset({"بين"})
_FROM = fold_key("عن")
_FROM_HIM = folded("عنه عنها عنهم عنهما")
_INSTEAD = folded("بدلا فضلا عوضا بعيدا ناهيك")
_PASSED_REACH = 6
_LONE = 12
"""Words: a sentence that only says who carried the one before is no longer."""


def _with_source(
    sentence: Sentence, at: int, cue: int, begin: int, reader: Reader, *, cut: int = 0
) -> Frame | None:
    items = sentence.words
    if begin >= len(items):
        return None
    text = items[begin].text
    saying = _saying(text)
    if saying is not None and cut == 0:
        if saying:
            return Frame(at, cue, None, begin + 1, begin, 0, False)
        if begin + 1 < len(items) and bare(text) != fold_key("بيان"):
            begin += 1
    word = items[begin]
    if bare(word.text[cut:]) in _NOT_SOURCES or word.text in _NOT_SOURCES:
        return None
    if word.mark >= 0 and word.mark not in reader.names:
        return None
    phrase = reader.read(sentence, begin, len(items), cut)
    medium = media_at(items, begin, cut) > 0
    if phrase is None or not _is_source(phrase, word, reader, cut, medium):
        return None
    frame = Frame(at, cue, phrase, _until_then(items, phrase.end), begin, cut, medium)
    return (_passed_on(sentence, frame, reader) or frame) if medium else frame


def _until_then(items: Sequence[Word], end: int) -> int:
    """The word at which the framed clause begins (… تحدث إلينا، فإن): all before it is the frame.

    "بحسب مصدر في الوزارة، فضل ألا يذكر اسمه، فإن السد جاهز".
    """
    for n in range(end, min(len(items), end + _THEN_REACH)):
        if items[n].after_colon or "\n" in items[n].gap:
            break
        if items[n].text in _THEN and (items[n].after_comma or n == end):
            return n
    return end


_THEN = folded("فإن فإنه فإنها فإنهم فقد")
_THEN_REACH = 25


def _passed_on(sentence: Sentence, frame: Frame, reader: Reader) -> Frame | None:
    """ما نقلت رويترز عن مصدر، ما ذكرته وكالة … نقلا عن صحيفة: the source behind the medium."""
    items = sentence.words
    limit = min(len(items) - 1, frame.end + _PASSED_REACH)
    for n in range(frame.first + 1, limit):
        if n >= frame.end and items[n].after_comma:
            return None
        if items[n].text != _FROM or items[n - 1].text in _INSTEAD:
            continue
        if items[n + 1].mark >= 0 and items[n + 1].mark not in reader.names:
            return None
        phrase = reader.read(sentence, n + 1, len(items))
        medium = media_at(items, n + 1) > 0
        if phrase is None or not _is_source(phrase, items[n + 1], reader, 0, medium):
            return None
        carrier = (frame.first, frame.cut)
        return Frame(
            frame.at, frame.cue, phrase, phrase.end, n + 1, 0, medium, frame.has_verb, carrier
        )
    return None


def _past_told(items: Sequence[Word], at: int) -> int:
    """The word after the medium one spoke to, when the verb's subject follows it."""
    end = at + max(1, media_at(items, at, 1))
    listed = known_name(tuple(word.text for word in items[end : end + LONGEST_NAME]))
    marked = items[end].mark if end < len(items) else -1
    if listed or marked < 0:
        return end + listed
    while end < len(items) and items[end].mark == marked:
        end += 1
    return end


def _saying(text: str) -> bool | None:
    """True for a saying with its owner attached (قوله), False for a bare one, else None."""
    if text in _SAYING:
        return False
    for suffix in ("هما", "هم", "ها", "ه"):
        if text.endswith(suffix) and text[: -len(suffix)] in _SAYING:
            return True
    return None


def _is_source(phrase: Phrase, word: Word, reader: Reader, cut: int, medium: bool) -> bool:
    if medium or phrase.kind in ("person", "organisation", "document"):
        return True
    text = word.text[cut:]
    if text.startswith("ل") and cut:
        text = "ا" + text
    return is_source_head(text) or bool(reader.inside(word.start + cut, word.end))
