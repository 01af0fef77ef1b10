"""Whether marked words are a name or title, or may be somebody's words.

Only the span and what stands beside it are judged here: heads of works and outlets before it,
known names, mentions, Latin letters and figures, repetition in the article. Marked words that are
no name are a quote only when a report claims them; otherwise they are words at a distance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.model import Mention, Span
from core.quotes.content import is_that
from core.quotes.cues import read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.media import is_medium
from core.quotes.named_media import PLATFORMS
from core.quotes.naming import (
    LONGEST_NAME,
    is_agent,
    is_called,
    is_cue,
    is_headed,
    is_label,
    opens_a_name,
)
from core.quotes.nouns import bare
from core.quotes.verbal import is_verb_shaped, is_verbal_noun
from core.text.article import ArticleText

_SHORT_NAME, _SHORTEST_NAME = 4, 3
_NO_LETTERS = re.compile(r"[^\W\d_]")
_LINKS = folded("و أو ثم")
_WHERE = folded("عبر على في بحسابه بحسابها حسابه حسابها حساب موقع لموقع بموقع منصة شبكة تطبيق صفحة")
_LIST_GAP = frozenset(" \"'“”«»‹›‘’،,\u0640")
_STOPS = frozenset(".،,\n؟!")
_CLOSING = " \"'“”«»‹›‘’"
_PREDICATES = folded("لم لن لا ليس ليست كان كانت هو هي قد سوف يمكن يجب")
_ARABIC = re.compile(r"[\u0621-\u064a]")


def name_marks(
    article: ArticleText,
    marked: Sequence[Span],
    flow: Sequence[Word],
    mentions: Sequence[Mention],
) -> frozenset[int]:
    """The numbers of the marked spans that are names or titles.

    ``flow`` are all words of the article in order.
    """
    inside = _ranges(flow)
    texts = {mark: _text(flow, own) for mark, own in inside.items()}
    counts = Counter(texts.values())
    covered = frozenset(mention.span for mention in mentions)
    found = {mark for mark in range(len(marked)) if mark not in inside}
    sure: set[str] = set()
    for mark, own in inside.items():
        span = marked[mark]
        if _is_listed(flow, own, found) or _is_name(
            span.of(article.source), texts[mark], flow, own, span in covered
        ):
            found.add(mark)
            sure.add(texts[mark])
    for mark, text in texts.items():
        again = text in sure or (len(inside[mark]) <= 3 and counts[text] > 2)
        if again and len(inside[mark]) <= LONGEST_NAME:
            found.add(mark)
    return frozenset(found)


def _is_listed(flow: Sequence[Word], numbers: range, names: set[int]) -> bool:
    """Whether a short span follows a name in a list of names: "النخيل" و"الشاطئ"."""
    at = numbers.start - 1
    if at > 0 and flow[at].text in _LINKS and flow[at].mark < 0:
        at -= 1
    if at < 0 or flow[at].mark not in names or len(numbers) > _SHORT_NAME:
        return False
    if at + 1 == numbers.start and _is_place_of_speech(flow, at):
        return False
    return all(set(flow[n].gap) <= _LIST_GAP for n in range(at + 1, numbers.start + 1))


def _is_place_of_speech(flow: Sequence[Word], at: int) -> bool:
    """Whether the name that ends at word ``at`` is where somebody spoke: عبر "تويتر"، "…"."""
    begin = at
    while begin > 0 and flow[begin - 1].mark == flow[at].mark:
        begin -= 1
    platform = any(bare(word.text) in PLATFORMS for word in flow[begin : at + 1])
    return platform and begin > 0 and flow[begin - 1].text in _WHERE


def _ranges(flow: Sequence[Word]) -> dict[int, range]:
    """The words of each marked span that has any: they stand together."""
    inside: dict[int, range] = {}
    for number, word in enumerate(flow):
        if word.mark >= 0:
            own = inside.get(word.mark)
            inside[word.mark] = range(number if own is None else own.start, number + 1)
    return inside


def _text(flow: Sequence[Word], numbers: range) -> str:
    if len(numbers) == 1:
        return flow[numbers.start].text
    return " ".join([flow[n].text for n in numbers])


def _is_name(
    stored: str, text: str, flow: Sequence[Word], numbers: range, is_mention: bool
) -> bool:
    """Whether the words ``numbers`` of ``flow`` are a name.

    ``stored`` is the marked span as it stands, ``text`` its folded words; ``is_mention`` says
    whether the names stage found a name in just this span.
    """
    if not _NO_LETTERS.search(stored) or not _ARABIC.search(stored):
        return len(numbers) <= LONGEST_NAME
    if len(numbers) <= _SHORT_NAME and (text in words("marked_names") or is_medium(stored)):
        return True
    if _is_spelt(flow, numbers):
        return True
    before = _before(flow, numbers.start)
    if before is None:
        return is_agent(flow, numbers) or (is_mention and not _led_by_report(flow, numbers))
    if before.text == "ل" and len(numbers) <= _SHORT_NAME and not _is_action(flow[numbers.start]):
        return True
    if _is_age(flow, numbers) or (len(numbers) <= _SHORTEST_NAME and _is_subject(flow, numbers)):
        return True
    if is_called(flow, numbers) or is_headed(flow, numbers) or opens_a_name(flow, numbers):
        return True
    if is_that(before.text):
        return _acts(flow, numbers) or (is_mention and _goes_on(flow, numbers[-1]))
    return is_mention and not (_led_by_report(flow, numbers) or is_label(flow, numbers.start))


def _is_spelt(flow: Sequence[Word], numbers: range) -> bool:
    """Whether the words are the letters of a foreign name: "جي بي إس", "إف-16"."""
    texts = [flow[n].text for n in numbers]
    letters = all(text in _LETTERS or text.isdigit() for text in texts)
    return letters and len(numbers) <= LONGEST_NAME and not _WORDS_TOO.issuperset(texts)


_LETTERS = folded(
    "إيه أيه آي أي بي سي دي إي إف أف جي إتش أتش جيه كيه كي إل ال إم ام إن ان أو بيه كيو آر ار إس "
    "اس تي يو في دبليو إكس اكس واي زد زي"
)
_WORDS_TOO = folded("إي أي آي إن ان أو في كي ال إل")


def _is_age(flow: Sequence[Word], numbers: range) -> bool:
    """سالم "22 عاما": nobody says an age in marks."""
    texts = [flow[n].text for n in numbers]
    return len(texts) == 2 and texts[0].isdigit() and texts[1] in _YEARS


_YEARS = folded("عاما عام سنة ربيعا أعوام سنوات")


def _is_action(word: Word) -> bool:
    """Whether ل leads to what is to be done (يسعى لـ"ترك أثر"), not to a name."""
    return not word.is_definite and is_verbal_noun(word.text)


def _is_subject(flow: Sequence[Word], numbers: range) -> bool:
    """قالت "النخيل" في بيان إن: marked words between a verb and its own clause are its subject.

    So are those before the colon of the verb's speech: وأضاف "الدون": "…".
    """
    first, last = numbers[0], numbers[-1]
    if ":" in flow[first].gap or last + 1 >= len(flow):
        return False
    if not any(r.cue.is_finite and r.cue.person != 1 for r in read_cue(flow[first - 1].text)):
        return False
    if flow[last + 1].after_colon and "\n" not in flow[last + 1].gap:
        return True
    if not _goes_on(flow, last):
        return False
    for at in range(last + 1, min(len(flow), last + 9)):
        if "\n" in flow[at].gap or "." in flow[at].gap or flow[at].mark >= 0:
            return False
        if is_that(flow[at].text):
            return flow[at].text == "ان" or len(flow[at].text) > 2
    return False


def _acts(flow: Sequence[Word], numbers: range) -> bool:
    """قالوا إن "الإيصال" انتزع منه: one definite noun, and its clause goes on with the verb."""
    first, after = flow[numbers.start], numbers.stop
    if len(numbers) > 1 or not first.is_definite or after >= len(flow):
        return False
    verb = flow[after]
    if verb.mark >= 0 or verb.gap.strip(_CLOSING):
        return False
    return verb.text in _PREDICATES or is_verb_shaped(verb.text) or _is_derived_verb(verb)


def _is_derived_verb(word: Word) -> bool:
    """Whether the word is a past verb like انتزع or انقطع, with no noun written alike."""
    text = word.text
    return word.first == "ا" and len(text) == 5 and (text[2] == "ت" or text[1] == "ن")


def _before(flow: Sequence[Word], at: int) -> Word | None:
    if at == 0 or "\n" in flow[at].gap:
        return None
    return flow[at - 1]


def _goes_on(flow: Sequence[Word], last: int) -> bool:
    """Whether the sentence goes on after the mark without a stop: its subject stood inside."""
    if last + 1 >= len(flow):
        return False
    return _STOPS.isdisjoint(flow[last + 1].gap)


def _led_by_report(flow: Sequence[Word], numbers: range) -> bool:
    """Whether a cue, أن or a colon stands right before the mark."""
    first = numbers[0]
    if ":" in flow[first].gap:
        return True
    before = _before(flow, first)
    if before is None:
        return False
    if is_that(before.text):
        return True
    return is_cue(before.text)
