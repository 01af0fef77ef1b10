"""The names stage, in order:

1. cut the article into words; 2. find the gazetteer's names (``known``); 3. propose names by
pattern (``persons``, ``organisations``, ``places``) and by the tagger; 4. choose among those that
overlap (``candidates``); 5. spread what was found through the article (``propagation``); 6. join
the mentions of one entity and give them its name and id (``canonical``).
"""

from __future__ import annotations

from core.model import Mention
from core.names import gazetteer
from core.names.candidates import Candidate, select
from core.names.canonical import resolve
from core.names.known import as_candidates, find_known
from core.names.organisations import find_organisations
from core.names.persons import find_given, find_titled
from core.names.places import find_places
from core.names.propagation import spread
from core.names.words import Words, words_of
from core.text.article import ArticleText


def find_mentions(article: ArticleText) -> tuple[Mention, ...]:
    """All mentions in the article's lines, in order, not overlapping, canonical names set."""
    words = words_of(article)
    if not len(words):
        return ()
    lists = gazetteer.load()
    chosen = select(propose(words, lists))
    chosen = select([*chosen, *spread(words, chosen)])
    return resolve(article, words, chosen, lists)


def propose(words: Words, lists: gazetteer.Gazetteer) -> list[Candidate]:
    """Every reading of every recogniser, overlapping as they may be."""
    known = find_known(words, lists)
    return [
        *as_candidates(words, known),
        *find_titled(words),
        *find_given(words),
        *find_organisations(words, known),
        *find_places(words, known),
    ]
