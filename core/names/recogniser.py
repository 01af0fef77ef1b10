"""The names stage, in order:

1. cut the article into words; 2. find the gazetteer's names (``known``); 3. propose names by
pattern (``persons``, ``organisations``, ``places``) and by the tagger; 4. choose among those that
overlap (``candidates``); 5. spread what was found through the article (``propagation``); 6. join
the mentions of one entity and give them its name and id (``canonical``).
"""

from __future__ import annotations

from pathlib import Path

from core.model import Mention
from core.names import gazetteer, tagger, transformer
from core.names.candidates import Candidate, select, weigh
from core.names.canonical import resolve
from core.names.gazetteer import Form
from core.names.honoured import find_honoured
from core.names.known import as_candidates, find_known, is_no_place
from core.names.ordinary import is_other_phrase
from core.names.organisations import find_organisations
from core.names.persons import find_given, find_patronymics, find_titled
from core.names.places import find_places
from core.names.propagation import agree, spread
from core.names.quoted import find_quoted_media
from core.names.tagger import Tagger, find_tagged
from core.names.trie import Match
from core.names.words import Words, words_of
from core.text.article import ArticleText


def find_mentions(article: ArticleText, names_model: Path | None = None) -> tuple[Mention, ...]:
    """All mentions in the article's lines, in order, not overlapping, canonical names set.

    ``names_model`` is the folder of a transformer to ask in place of the CRF.
    """
    words = words_of(article)
    if not len(words):
        return ()
    lists = gazetteer.load()
    return resolve(article, words, choose(words, lists, _tagger_of(article, names_model)), lists)


def choose(words: Words, lists: gazetteer.Gazetteer, labels_by: Tagger | None) -> list[Candidate]:
    """The names of a row of words: proposed, chosen among, spread."""
    chosen = agree(words, select(propose(words, lists, labels_by)))
    return select([*chosen, *spread(words, chosen)])


def propose(words: Words, lists: gazetteer.Gazetteer, labels_by: Tagger | None) -> list[Candidate]:
    """Every reading of every recogniser, overlapping as they may be."""
    known = find_known(words, lists)
    patterns = find_patterns(words, known)
    tagged = list(find_tagged(words, known, patterns, labels_by))
    listed = list(as_candidates(words, known, tagged, lists))
    if tagged:
        patterns = list(weigh(patterns, tagged))
    listed += find_quoted_media(words, lists)
    spans = {(candidate.first, candidate.last) for candidate in listed}
    patterns = [c for c in patterns if (c.first, c.last) not in spans]
    tagged = [c for c in tagged if (c.first, c.last) not in spans and not _is_no_place(words, c)]
    return [*listed, *patterns, *tagged]


def _tagger_of(article: ArticleText, names_model: Path | None) -> Tagger | None:
    if names_model is None:
        return tagger.load()
    return transformer.TransformerTagger(transformer.load(names_model), article)


def find_patterns(words: Words, known: dict[int, Match[Form]]) -> list[Candidate]:
    """Names by titles and head nouns."""
    return [
        *find_titled(words, known),
        *find_given(words, known),
        *find_patronymics(words, known),
        *find_honoured(words),
        *find_organisations(words, known),
        *find_places(words, known),
    ]


def _is_no_place(words: Words, candidate: Candidate) -> bool:
    first = candidate.first
    if candidate.last - first > 1:
        return False
    if candidate.type != "LOC":
        return candidate.type == "ORG" and is_other_phrase(words, first)
    is_counted = first > 0 and words.plain[first] and words.texts[first - 1].isdigit()
    return (
        is_counted
        or first in words.unnamed
        or is_no_place(words, first)
        or is_other_phrase(words, first)
    )
