"""Reports passed on: "نقلت وكالة … عن … قوله", "نقلت عنه …", "ذكرت … نقلا عن …".

The one who passes on is a link of the chain, the speaker stands after عن. Who need not be a medium
(نقل البيان عن …); the outlet's own man is no link.
"""

from __future__ import annotations

from dataclasses import replace

from core.quotes.chain import find_via, joined
from core.quotes.clauses import find_content
from core.quotes.conjugate import Gender
from core.quotes.content import Content, is_that
from core.quotes.cues import CueReading, read_cue
from core.quotes.ends import content_end
from core.quotes.lexicon import folded
from core.quotes.media import is_inside_name
from core.quotes.nouns import bare, gender_of, head_key, is_source_head, unnamed_class
from core.quotes.passers import FROM_HIM, carrier_of, voiced_by
from core.quotes.referents import known
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source
from core.quotes.runs import remember
from core.quotes.venues import names_medium
from core.quotes.verbal import is_verbal_noun
from core.text.fold import fold_key

_FROM = fold_key("عن")
_TONGUE = fold_key("لسان")
_CARRIED = fold_key("نقلا")
PASS_ON = fold_key("نقل")
"""The lemma whose subject passes words on and whose speaker stands after عن."""
_ASCRIBE, _TO = fold_key("نسب"), fold_key("إلى")
_REMARKS = folded("قول تصريحات تصريح أقوال كلام تصريحا حديثا")
_ABOUT = folded("حول بشأن عن بخصوص فيها فيه")
_SAYINGS = folded("قال أكد صرح أضاف أوضح أعلن وصف")
_HELD = folded("جاء وجاء ورد وورد جاءت وردت ووردت وجاءت")
_MEDIA_WORDS = folded("وسائل تقارير مواقع")
_INSTEAD = folded("بدلا فضلا عوضا بعيدا ناهيك")
_MEETINGS = folded("جلسة اجتماع")
_REACH, _CONTENT_REACH, _MARKED_SOURCE = 16, 25, 4


def read_carried(scene: Scene, at: int, reading: CueReading) -> Report | None:
    """The report whose cue at word ``at`` passes on what somebody else said."""
    passes_on = reading.cue.lemma in (PASS_ON, _ASCRIBE)
    start = _speaker_place(scene, at) if passes_on else _after_carried(scene, at)
    if start is None:
        return None
    mid = start - 1 if passes_on else start - 2
    content, cue_at = _content_after(scene, at, _past_marked_source(scene, start))
    if content is None:
        return None
    end = content_end(scene.sentence, content, scene.reader, scene.frame_starts)
    if end <= content.begin:
        return None
    voice = voiced_by(scene, at, start)
    speaker = voice[0] if voice else _speaker(scene, at, start, content, cue_at)
    if speaker is None:
        return None
    begin = start if mid == at + 1 and scene.sentence.words[mid].text in FROM_HIM else at + 1
    limit = content.gate if begin == start else mid
    told = find_via(scene, cue_at + 1, content.begin) if cue_at > start else ()
    via = joined(told, voice[1:] if voice else carrier_of(scene, at, begin, limit))
    source = remember(scene, speaker, via)
    item = scene.sentence.words[cue_at]
    cut = next((found.cut for found in read_cue(item.text)), 0)
    return Report(
        content.begin,
        end,
        at,
        content.gate,
        content.marker,
        "carried-by",
        source,
        content.cut,
        scene.span(cue_at, cue_at + 1, cut),
        "reports",
        via,
    )


def read_contained(scene: Scene, at: int) -> Report | None:
    """جاء في البيان أن، ورد في التقرير: a text that holds the words is their speaker."""
    items = scene.sentence.words
    if items[at].text not in _HELD or at + 2 >= len(items) or items[at + 1].text != "في":
        return None
    phrase = scene.reader.read(scene.sentence, at + 2, len(items))
    content, _ = _content_after(scene, at, at + 2)
    if phrase is None or content is None or content.gate < at + 3:
        return None
    end = content_end(scene.sentence, content, scene.reader, scene.frame_starts)
    if end <= content.begin:
        return None
    source = known(scene, phrase, None, None)
    scene.memory.add(source)
    led = 1 if items[at].text.startswith(("وج", "وو")) else 0
    cue = scene.span(at, at + 1, led)
    return Report(
        content.begin,
        end,
        at,
        content.gate,
        content.marker,
        "contained",
        source,
        content.cut,
        cue,
        "reports",
        source.via,
    )


def _speaker_place(scene: Scene, at: int) -> int | None:
    """The word after عن, على لسان or تصريحات: where the speaker's phrase begins.

    After نسب it is إلى that leads to the speaker.
    """
    items = scene.sentence.words
    if at + 1 >= len(items):
        return None
    ascribed = any(r.cue.lemma == _ASCRIBE for r in read_cue(items[at].text))
    if ascribed and not names_medium(items, at + 1) and items[at + 1].text not in _MEDIA_WORDS:
        return None  # نسب is "rates", too: نسب الاستخدام
    leads = _TO if ascribed else _FROM
    for n in range(at + 1, min(at + _REACH, len(items) - 1)):
        if not scene.is_open(n) or items[n].after_colon:
            return None
        if items[n].text == _FROM and items[n - 1].text in _INSTEAD:
            return None
        if items[n].text in (leads, _TONGUE) or items[n].text in _REMARKS | FROM_HIM.keys():
            return n + 1
        if is_that(items[n].text) and items[n].mark < 0 and not is_inside_name(items, n):
            return None
    return None


def _speaker(scene: Scene, at: int, start: int, content: Content, cue_at: int) -> Source | None:
    """Whose words were passed on: the phrase after عن, or whom the pronoun of عنه stands for."""
    pronoun = FROM_HIM.get(scene.sentence.words[start - 1].text)
    if pronoun is not None:
        gender, number = pronoun
        return scene.memory.last(gender, number)
    after = _past_marked_source(scene, start)
    if after > start:
        return _marked_source(scene, start, after)
    if bare(scene.sentence.words[start].text) in _MEETINGS and start + 1 < content.gate:
        start += 1  # نقلت الوكالة عن جلسة المجلس: the body speaks, not its meeting
    phrase = scene.reader.read(scene.sentence, start, content.gate)
    if phrase is None or (phrase.kind == "unnamed" and is_verbal_noun(phrase.head)):
        return None  # نقلت عن نقص في المياه: news of a thing, nobody's words
    return known(scene, phrase, _told(scene, at, cue_at), None)


def _past_marked_source(scene: Scene, start: int) -> int:
    """The word after a source in marks (عن "مصدر أمني" أن …); ``start`` itself for any other."""
    items = scene.sentence.words
    if scene.is_open(start) or not is_source_head(items[start].text):
        return start
    end = start
    while end < len(items) and items[end].mark == items[start].mark:
        end += 1
    return end if end - start <= _MARKED_SOURCE else start


def _marked_source(scene: Scene, start: int, end: int) -> Source:
    texts = [word.text for word in scene.sentence.words[start:end]]
    span = scene.span(start, end)
    name = scene.reader.surface(*scene.article.folded_range(span))
    head = head_key(texts[0])
    keys = frozenset(map(head_key, texts))
    told = unnamed_class(texts)
    return Source(name, "unnamed", span, gender_of(texts[0]), None, None, keys, head, (), told)


def _after_carried(scene: Scene, at: int) -> int | None:
    """The word after نقلا عن, when the cue's own content has not begun before."""
    items = scene.sentence.words
    for n in range(at + 1, min(at + _REACH, len(items) - 2)):
        if not scene.is_open(n) or items[n].after_colon or is_that(items[n].text):
            return None
        if items[n].text == _CARRIED and items[n + 1].text == _FROM:
            return n + 2
    return None


def _content_after(scene: Scene, at: int, begin: int) -> tuple[Content | None, int]:
    """The content, and the word that is its cue: قوله where there is one, else the verb."""
    items = scene.sentence.words
    for n in range(begin, min(begin + _CONTENT_REACH, len(items))):
        word = items[n]
        for inner in read_cue(word.text):
            if inner.cue.lemma in _SAYINGS and inner.cue.mood == "masdar" and inner.suffix:
                content = find_content(scene.sentence, n, inner, scene.reader)
                if content is not None:
                    return replace(content, gate=n), n
        if is_that(word.text) and n + 1 < len(items):
            return Content(n + 1, 0, "that", n), at
        if not scene.is_open(n):
            return Content(n, 0, "marks", n), at
        if word.after_colon:
            return Content(n, 0, "colon", n), at
        if word.text in _ABOUT and n > begin and n + 1 < len(items) and not scene.is_open(n + 1):
            return Content(n + 1, 0, "marks", n), at
    return None, at


def _told(scene: Scene, at: int, cue_at: int) -> Gender | None:
    """The gender of the speaker, as the pronoun of قوله or قولها tells."""
    text = scene.sentence.words[cue_at].text
    if cue_at == at:
        return None
    return "f" if text.endswith("ها") else "m" if text.endswith("ه") else None
