"""Speech after a colon without marks that runs on: "قال زيد: أنا سعيد. لقد عملنا طويلا."

Nothing closes such speech but the paragraph or a sentence that is plainly the outlet's again: one
that reports, or goes on with و and none of the words of a speaker about himself (نحن، علينا). What
stands on another line is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.clauses import find_content
from core.quotes.cues import read_cue
from core.quotes.flow import Sentence, Word
from core.quotes.lexicon import folded
from core.quotes.phrases import Reader

_OWN = folded(
    "أنا نحن إننا أننا لأننا لكننا إنني أنني لأنني لكنني علينا لدينا لنا لي علي معنا معي عندنا "
    "عندي بيننا منا مني كنا أنت أنتم لديكم لكم عليكم"
)
_GOES_ON = folded("وهذا وهذه وهناك وهنا وللأسف ولكن ولا ولن ولم وسوف وسأ وليس وربما وإذا وبالتالي")
_OUTLETS = folded("يذكر يشار كما وكما بينما فيما وفيما لكن ولكن من")
_LONGEST = 250
"""Words: no sentence grows beyond it, and reading stays linear."""


def join_speech(sentences: Sequence[Sentence], reader: Reader) -> list[Sentence]:
    """The sentences, those that go on with speech after a colon joined to the one it began in."""
    joined: list[Sentence] = []
    speaking = False
    for sentence in sentences:
        before = joined[-1] if joined else None
        if before is not None and speaking and _goes_on(before, sentence, reader):
            joined[-1] = Sentence((*before.words, *sentence.words), before.in_headline)
            continue
        joined.append(sentence)
        speaking = _ends_in_speech(sentence, reader)
    return joined


def _ends_in_speech(sentence: Sentence, reader: Reader) -> bool:
    items = sentence.words
    colon = next((n for n, w in enumerate(items) if n and w.after_colon and w.mark < 0), 0)
    if not colon or any(not reader.is_open(word) for word in items):
        return False
    for at in range(colon):
        for reading in read_cue(items[at].text):
            content = find_content(sentence, at, reading, reader)
            if content is not None and content.marker == "colon" and content.begin == colon:
                return True
    return False


def _goes_on(before: Sentence, sentence: Sentence, reader: Reader) -> bool:
    items = sentence.words
    if items[0].line != before.words[-1].line or len(before.words) + len(items) > _LONGEST:
        return False
    if any(word.after_colon or not reader.is_open(word) for word in items):
        return False
    first = items[0].text
    if any(reading.cue.person == 3 for reading in read_cue(first)):
        return False
    if first in _GOES_ON or any(_is_own(word) for word in items):
        return True
    return not (first.startswith("و") or first in _OUTLETS)


def _is_own(word: Word) -> bool:
    """Whether a word speaks of the speaker: a pronoun of the first person, or one attached."""
    text = word.text
    return text in _OWN or (text.endswith("نا") and len(text) > len("هنا") and not word.is_definite)
