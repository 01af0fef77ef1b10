"""Who bears which title in an article: "وزير الري، سالم الأيوبي" makes him later "الوزير".

Every person's name is read with the title before it and the apposition after it. A bare title is
resolved to the nearest bearer before it, or to the only one in the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.model import Mention
from core.quotes.cues import read_cue
from core.quotes.extents import OF_ANOTHER
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import folded, words
from core.quotes.nouns import head_key, is_head
from core.quotes.phrases import Phrase, Reader
from core.text.fold import fold_key

_REACH = 10
_WINDOW = 80
_WITHIN = folded("في باسم ل من")
# A club's "technical director" is its coach.
_FIRST_COACH, _COACH = frozenset(folded("مدير فني")), fold_key("مدرب")
_INVARIANT = folded("نفسه نفسها ذاته ذاتها مذكور حالي سابق جديد")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person with the head noun and all words of one of their titles."""

    mention: Mention
    head: str
    titles: frozenset[str]


def find_bearers(sentences: Sequence[Sentence], reader: Reader) -> tuple[Bearer, ...]:
    """All persons of the article that stand with a title, in order."""
    return tuple(bearer for sentence in sentences for bearer in _of_sentence(sentence, reader))


def resolve_title(phrase: Phrase, bearers: Sequence[Bearer]) -> Mention | None:
    """The person a phrase of titles stands for, or ``None`` when several or none could be meant."""
    keys = {normal(word) for word in phrase.titles} - _INVARIANT - _WITHIN
    head = normal(phrase.head)
    near = _near(bearers, phrase.span.start)
    fitting = [
        b
        for b in near
        if normal(b.head) == head
        and _is_feminine(b.head) == _is_feminine(phrase.head)
        and _fits(keys, b.titles, head)
    ]
    before = [b for b in fitting if b.mention.start < phrase.span.start]
    if before:
        return before[-1].mention
    if len({bearer.mention.name for bearer in fitting}) == 1 and len(keys) > 1:
        return fitting[0].mention
    return None


def _is_feminine(head: str) -> bool:
    return head.endswith("ه") and len(head) > 3


def bearers_of(head: str, bearers: Sequence[Bearer], before: int) -> list[Mention]:
    """The distinct persons with a title headed by ``head`` before a stored position."""
    found = {
        b.mention.name: b.mention
        for b in _near(bearers, before)
        if normal(b.head) == normal(head) and b.mention.start < before
    }
    return list(found.values())


def _near(bearers: Sequence[Bearer], start: int) -> Sequence[Bearer]:
    """The bearers around a stored position: those of any article, a window of a huge page."""
    at = bisect_left(bearers, start, key=lambda bearer: bearer.mention.start)
    return bearers[max(0, at - _WINDOW) : at + _WINDOW]


@lru_cache(maxsize=1 << 14)
def normal(word: str) -> str:
    """A title word so that its spellings and genders meet (الأميركية، أمريكي).

    >>> normal("الاميركيه") == normal("امريكي")
    True
    """
    led = word[:1] in "وفبكل" and (word[1:3] == "ال" or word.startswith("لل")) and len(word) > 5
    key = head_key(f"ال{word[3 if word[1:3] == 'ال' else 2 :]}" if led else word)
    key = key.replace("اميرك", "امريك")
    return key[:-1] if key.endswith("ه") and len(key) > 3 else key


def all_known(keys: set[str], known: set[str]) -> bool:
    """Whether all title words are among the known ones; لل may hide an ل of the name's own."""
    return all(key in known or f"ل{key}" in known for key in keys)


def _fits(keys: set[str], titles: frozenset[str], head: str) -> bool:
    known = {normal(word) for word in titles}
    if all_known(keys, known):
        return True
    return known <= keys and len(known) > 1 and head in known


def _of_sentence(sentence: Sentence, reader: Reader) -> list[Bearer]:
    items = sentence.words
    found = []
    for at, word in enumerate(items):
        mention = reader.around(word)
        if mention is None or mention.type != "PER":
            continue
        if at and reader.around(items[at - 1]) is mention:
            continue
        end = at + 1
        while end < len(items) and reader.around(items[end]) is mention:
            end += 1
        for begin, stop in (_before(sentence, at, reader), _after(items, end, reader)):
            if begin < stop:
                texts = [items[n].text for n in range(begin, stop)]
                if is_led_title(texts[0]):
                    texts[0] = _unled(texts[0])
                titles = frozenset(map(head_key, texts))
                found.append(Bearer(mention, head_key(texts[0]), titles))
                if titles >= _FIRST_COACH:
                    found.append(Bearer(mention, _COACH, titles | {_COACH}))
    return found


def _before(sentence: Sentence, at: int, reader: Reader) -> tuple[int, int]:
    items = sentence.words
    begin = at
    for n in range(at - 1, max(-1, at - _REACH - 1), -1):
        word = items[n]
        parted = n < at - 1 and items[n + 1].after_comma
        if parted or not reader.is_open(word) or _is_boundary(word, reader):
            break
        if is_head(word.text, "person") and _reaches(sentence, n, at, reader):
            begin = n
        elif begin == at and is_led_title(word.text) and _reaches(sentence, n, at, reader, 1):
            return n, at
    if begin and begin < at and _is_of_first(items, begin, reader):
        return at, at
    return begin, at


def is_led_title(text: str) -> bool:
    """Whether a preposition stands on a definite title (للرئيس، بالوزير)."""
    return text.startswith(("لل", "بال", "كال")) and is_head(_unled(text), "person")


def _unled(text: str) -> str:
    """A title without its preposition: للرئيس is الرئيس."""
    return "ال" + text[2 if text.startswith("لل") else 3 :]


def _reaches(sentence: Sentence, begin: int, at: int, reader: Reader, cut: int = 0) -> bool:
    """Whether one phrase runs from the title to the name at word ``at``."""
    phrase = reader.read(sentence, begin, at + 1, cut)
    return phrase is not None and phrase.end > at


def _is_of_first(items: Sequence[Word], begin: int, reader: Reader) -> bool:
    """Whether a title is the person's before it: "زيد محامي عمرو" makes زيد the lawyer."""
    word = items[begin]
    of_another = head_key(word.text) in OF_ANOTHER and not word.after_comma
    return of_another and reader.is_person(items[begin - 1])


def _after(items: Sequence[Word], end: int, reader: Reader) -> tuple[int, int]:
    if end >= len(items) or not is_head(items[end].text, "person"):
        return end, end
    if items[end].text.startswith("و"):
        return end, end
    stop = end + 1
    while stop < min(len(items), end + _REACH):
        word = items[stop]
        if word.after_comma or not reader.is_open(word) or _is_boundary(word, reader):
            break
        stop += 1
    return end, stop


def _is_boundary(word: Word, reader: Reader) -> bool:
    mention = reader.around(word)
    if mention is not None:
        return mention.type == "PER"
    if word.text in _WITHIN:
        return False
    if word.text in words("stop_prepositions") or word.text in words("time_words"):
        return True
    return any(r.cue.is_finite and r.cue.person != 1 for r in read_cue(word.text))
