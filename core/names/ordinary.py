"""Whether a single word that a list holds is an ordinary word where it stands, and no name.

A function word, a month after its day, a word whose first letter is its own and no proclitic, a
part of something else's name.
"""

from __future__ import annotations

from core.names import lexicon
from core.names.gazetteer import Form
from core.names.morphology import is_common, is_name_word
from core.names.trie import Match
from core.names.words import Words


def is_ordinary_here(words: Words, match: Match[Form]) -> bool:
    """Whether a single word is an ordinary one here: a function word, a month after its day."""
    text = words.texts[match.first]
    if match.first in words.unnamed or is_other_phrase(words, match.first):
        return True
    if match.cut and (_is_like(words, match) or _is_whole_name(text, match)):
        return True
    if match.cut:
        is_place = any(form.type == "LOC" and not form.is_ambiguous for form in match.values)
        return is_common(text) and not is_place
    if text in lexicon.word_set("stop_words.txt"):
        return True
    is_after_number = match.first > 0 and words.texts[match.first - 1].isdigit()
    return is_after_number and all(form.type == "ORG" for form in match.values)


def _is_whole_name(text: str, match: Match[Form]) -> bool:
    """Whether the letter before a name is its own: فوزان is no ف before وزان."""
    return is_name_word(text) and not is_name_word(text[match.cut :])


def _is_like(words: Words, match: Match[Form]) -> bool:
    """Whether a person's single name would stand behind ك ("like") that the article never drops.

    Foreign names that begin with it are many more: كاسو is not "like Aso".
    """
    text = words.texts[match.first]
    if text[match.cut - 1] != "ك" or any(form.type != "PER" for form in match.values):
        return False
    return text[match.cut :] not in words.vocabulary


def is_other_phrase(words: Words, at: int) -> bool:
    """Whether the word, or a pair it is part of, names something else ("كوبا أميركا")."""
    phrases = lexicon.word_set("no_names.txt")
    texts = words.texts
    after = texts[at + 1] if at + 1 < len(texts) else ""
    before = texts[at - 1] if at else ""
    return any(
        own in phrases or f"{own} {after}" in phrases or f"{before} {own}" in phrases
        for own in (texts[at], texts[at][1:] if texts[at][0] in "وفبلك" else texts[at])
    )
