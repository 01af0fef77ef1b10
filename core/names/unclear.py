"""Names that may be somebody else in the next article, and what keeps them apart.

"محمد" in two articles is two people; "الأهلي" of no country is any of ten clubs. One id for all of
them would be an entity that does not exist, and its counts nobody's. Such a name is one entity
within its article only; a merge in the corrections joins what an analyst knows to be one.
"""

from __future__ import annotations

import hashlib

from core.model import MentionType
from core.names import lexicon
from core.names.morphology import is_common, is_given
from core.names.variants import words
from core.text.article import ArticleText

# A word that as many people of the list are called is no name of one person.
_SEVERAL = 3
_KUNYA = frozenset("ابو ابي ابا ام".split())


def is_unclear(kind: MentionType, name: str, *, is_doubtful: bool) -> bool:
    """Whether a name that no list decides says too little beyond its article.

    ``is_doubtful``: the gazetteer has the name, but the article does not tell whose it is.
    """
    parts = words(name)
    if is_doubtful or not parts:
        return True
    if kind == "PER":
        if len(parts) == 2:
            return parts[0] in _KUNYA or (parts[0] == "عبد" and parts[1].startswith("ال"))
        return len(parts) == 1 and _has_several_bearers(parts[0])
    return len(parts) == 1 and is_common(parts[0])


def scope_of(article: ArticleText) -> str:
    """What tells this article from others, the same at every reading."""
    text = "\n".join(line.span.of(article.source) for line in article.lines)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _has_several_bearers(word: str) -> bool:
    if is_given(word):
        return True
    tokens = lexicon.name_tokens()
    _, count = tokens.get(word) or tokens.get(word.removeprefix("ال"), ("", 0))
    return count >= _SEVERAL
