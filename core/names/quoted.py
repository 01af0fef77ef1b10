"""Papers and channels in quotation marks that somebody spoke to: "وقال لـ«الشرق الأوسط»".

A medium called by an ordinary word, or by a place's name, is one when it is quoted right after ل
or after a verb of telling. Only names of the list count; which medium it is, is for ``evidence``.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.names import lexicon
from core.names.candidates import Candidate
from core.names.gazetteer import Gazetteer
from core.names.words import Words

_OPEN = frozenset("\"«“”'‘‹(")
_CLOSE = frozenset("\"»“”'’›)")
_LONGEST = 3
_TOLD = frozenset("ل ابلغ ابلغت وابلغ اخبر علمت وعلمت كشفت صحيفه جريده".split())


def find_quoted_media(words: Words, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Media of the list in quotation marks behind ل or a verb of telling."""
    names = lexicon.word_set("media_words.txt")
    for index in range(1, len(words)):
        if words.texts[index - 1] not in _TOLD or not _OPEN & set(words.gaps[index]):
            continue
        for last in range(index + 1, min(len(words), index + _LONGEST + 1)):
            name = " ".join(words.texts[index:last])
            if last < len(words) and _CLOSE & set(words.gaps[last].rstrip()[:1] or " "):
                if name in names:
                    forms = tuple(f for f in gazetteer.forms(name) if f.type == "ORG")
                    yield Candidate(index, last, 0, "ORG", "quoted-medium", 0.99, 0, forms)
                break
