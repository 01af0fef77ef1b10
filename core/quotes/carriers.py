"""Reports passed on: "نقلت وكالة … عن … قوله", "نقلت عنه …", "ذكرت … نقلا عن …".

The one who passes on is a link of the chain, the speaker stands after عن. Who need not be a medium
(نقل البيان عن …); the outlet's own man is no link.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.model import ChainLink
from core.quotes.chain import find_via, joined
from core.quotes.clauses import find_content
from core.quotes.conjugate import Gender, Number
from core.quotes.content import Content, is_that
from core.quotes.cues import CueReading, read_cue
from core.quotes.ends import content_end
from core.quotes.lexicon import folded
from core.quotes.media import is_inside_name, is_own
from core.quotes.named_media import read_medium
from core.quotes.nouns import bare, gender_of, head_key, is_source_head, unnamed_class
from core.quotes.phrases import Phrase
from core.quotes.referents import known
from core.quotes.report import Report, Scene
from core.quotes.resolve import Source
from core.quotes.runs import remember
from core.quotes.topics import sentence_subject
from core.quotes.venues import STAFF, names_medium
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
_OUR_STAFF = folded("مراسلنا مراسلتنا مراسلونا موفدنا موفدتنا")
_SOURCE = fold_key("مصدر")
_MEDIA_WORDS = folded("وسائل تقارير مواقع")
_INSTEAD = folded("بدلا فضلا عوضا بعيدا ناهيك")
_FROM_HIM_GENDER: dict[str, tuple[Gender | None, Number]] = {
    fold_key("عنه"): ("m", "s"),
    fold_key("عنها"): ("f", "s"),
    fold_key("عنهم"): ("m", "p"),
}
_FROM_HIM = frozenset(_FROM_HIM_GENDER)
_MEETINGS = folded("جلسة اجتماع")
_REACH, _CONTENT_REACH, _SUBJECT_REACH, _MARKED_SOURCE = 16, 25, 4, 4


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
    speaker = _speaker(scene, at, start, content, cue_at)
    if speaker is None:
        return None
    begin = start if mid == at + 1 and scene.sentence.words[mid].text in _FROM_HIM else at + 1
    limit = content.gate if begin == start else mid
    told = find_via(scene, cue_at + 1, content.begin) if cue_at > start else ()
    via = joined(told, _carrier(scene, at, begin, limit))
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
        if items[n].text in (leads, _TONGUE) or items[n].text in _REMARKS | _FROM_HIM:
            return n + 1
        if is_that(items[n].text) and items[n].mark < 0 and not is_inside_name(items, n):
            return None
    return None


def _speaker(scene: Scene, at: int, start: int, content: Content, cue_at: int) -> Source | None:
    """Whose words were passed on: the phrase after عن, or whom the pronoun of عنه stands for."""
    pronoun = _FROM_HIM_GENDER.get(scene.sentence.words[start - 1].text)
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


def _carrier(scene: Scene, at: int, begin: int, mid: int) -> tuple[ChainLink, ...]:
    """Who passed it on: the subject after the verb (before عن, or after عنه), else before it.

    It is remembered as a speaker too: "وأضافت" may be the agency's own.
    """
    items = scene.sentence.words
    if begin >= mid or items[begin].after_comma:
        return _carrier_before(scene, at)
    found = read_medium(scene, begin, mid) if names_medium(items, begin) else None
    phrase = scene.reader.read(scene.sentence, begin, mid)
    if found is None and phrase is None:
        return ()
    if phrase is not None:
        gender = next((r.cue.gender for r in read_cue(items[at].text)), None)
        scene.memory.add(known(scene, phrase, gender, None))
    links = [found[0]] if found else list(_unlisted(scene, phrase))
    if found and found[1] < mid and items[found[1]].text[:1] == "و":
        also = read_medium(scene, found[1], mid, 1)
        links += [also[0]] if also else []
    return tuple(link for link in links if not is_own(link.name, scene.own))


def _unlisted(scene: Scene, phrase: Phrase | None) -> Iterator[ChainLink]:
    """Who passed words on and is no medium: نقل البيان، نقل النائب، and المصدر, the one named last.

    The outlet's own man (مراسلنا) is no link; nor is a noun that names nobody.
    """
    if phrase is None or phrase.is_guess or phrase.head in _OUR_STAFF | STAFF:
        return
    media = scene.memory.media
    if phrase.head == _SOURCE and phrase.is_definite and media:
        yield ChainLink(media[-1].name, phrase.span, media[-1].entity_id)
    elif phrase.entity_id or phrase.is_definite or is_source_head(phrase.head):
        yield from known(scene, phrase, None, None).via or (_link(scene, phrase),)


def _carrier_before(scene: Scene, at: int) -> tuple[ChainLink, ...]:
    """Who passed it on when nothing follows the verb: كانت وكالة … قد نقلت، أمس، عن …"""
    for begin in range(max(0, at - _SUBJECT_REACH), at):
        phrase = scene.reader.read(scene.sentence, begin, at)
        if phrase is None or phrase.end != at or not is_source_head(phrase.head):
            continue
        if begin and names_medium(scene.sentence.words, begin - 1):
            continue  # وكالة أنباء …: the head is before
        if phrase.kind in ("document", "unnamed"):
            return (_link(scene, phrase),)  # تقارير إعلامية نقلت عن …
    reading = next(iter(read_cue(scene.sentence.words[at].text)), None)
    follows = scene.sentence.words[at + 1].text
    if reading is not None and (reading.cue.mood == "participle" or follows in _FROM_HIM):
        return _goes_on_passing(scene, reading)
    source = sentence_subject(scene, at, reading)
    if source is None or source.kind == "person" or is_own(source.name, scene.own):
        return ()
    scene.memory.add(source)
    return (ChainLink(source.name, source.span, source.entity_id),)


def _goes_on_passing(scene: Scene, reading: CueReading) -> tuple[ChainLink, ...]:
    """ونقلت عنه قوله، ناقلة عنه قوله: who spoke last in the verb's gender."""
    source = scene.memory.last(reading.cue.gender, reading.cue.number, spoken=True)
    if source is None or source.gender != reading.cue.gender or is_own(source.name, scene.own):
        return ()
    return (ChainLink(source.name, source.span, source.entity_id),)


def _link(scene: Scene, phrase: Phrase) -> ChainLink:
    source = known(scene, phrase, None, None)
    return ChainLink(source.name, phrase.span, source.entity_id)
