"""A person's name by the shape of its phrase, where no mention says so.

In "المدير العام للميناء سالم الأيوبي" what follows the title and its adjectives and is itself no
known noun is the name. Misses on purpose names after a construct ("رئيس بلدية نابلس": a town).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.model import Mention
from core.names.lexicon import name_tokens
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.nouns import bare, head_key, is_source_head

_LONGEST = 5
_FUNCTION_WORDS = folded(
    "في من على إلى مع بين لدى عن ل ب الذي التي الذين ممن ما قد أيضا كذلك هو هي كان كانت لكن "
    "ولكن فيما بينما كما غير أن إلا أما ثم حيث إذ باسم هذا هذه ذلك تلك كل جميع معظم نفسه "
    "نفسها ذاته ذات السابق السابقة الحالي الحالية آخر أخرى الأول الثاني العام العامة أكثر نحو "
    "أي أحد إحدى"
)

AroundWord = Callable[[Word], Mention | None]


def guess_person(
    items: Sequence[Word], begin: int, end: int, commas: Sequence[int], around: AroundWord
) -> tuple[int, int] | None:
    """The words of a phrase that look like a person's name.

    Two to five words that are no known nouns and lack the article at their head: first in the
    phrase, after a comma, or after a definite title or adjective; a single one only after a title.
    """
    at = begin
    while at < end:
        if not _may_begin(items, at, begin, commas, around):
            at += 1
            continue
        stop = at + 1
        while (
            stop < end
            and stop not in commas
            and stop - at < _LONGEST
            and _may_continue(items[stop], around)
        ):
            stop += 1
        titled = at > begin and head_key(items[at - 1].text) in words("heads_person")
        named = sum(_name_form(items[n].text) in name_tokens() for n in range(at, stop))
        enough = named > 0 if at in commas else named * 2 >= stop - at
        if enough and (stop - at > 1 or (titled and at not in commas)):
            return at, stop
        at = stop
    return None


def _name_form(text: str) -> str:
    """A word of a name as the list has it: without و before a second name."""
    return text[1:] if text.startswith("و") and text not in name_tokens() else text


def _may_begin(
    items: Sequence[Word], at: int, begin: int, commas: Sequence[int], around: AroundWord
) -> bool:
    word = items[at]
    if word.is_definite or word.text[1:3] == "ال" or around(word) or _is_common(word.text):
        return False
    if word.text[0] in "بلوفك" and len(word.text) > 2 and _is_common(word.text[1:]):
        return False
    if word.text.isdigit() or len(word.text) < 2:
        return False
    if at == begin or at in commas:
        return True
    before = items[at - 1]
    return before.is_definite or before.text in ("د", "ا")


def _may_continue(word: Word, around: AroundWord) -> bool:
    if around(word) or word.text.isdigit() or "(" in word.gap:
        return False
    return not _is_common(word.text)


def _is_common(text: str) -> bool:
    if is_source_head(text) or text in _FUNCTION_WORDS:
        return True
    key = bare(text)
    return any(
        key in words(name) for name in ("masdars", "stop_prepositions", "time_words", "event_nouns")
    )
