"""The mentions of an article by their places in its folded text, and how names are shown.

Marked spans that are names are transparent: what reads phrases runs through them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Mention
from core.quotes.flow import Word
from core.text.article import ArticleText
from core.text.fold import fold_key


@dataclass(frozen=True, slots=True)
class Name:
    """A mention with its folded ends."""

    mention: Mention
    start: int
    end: int


class MentionIndex:
    """The mentions of one article; ``names`` are the marked spans that are names."""

    def __init__(
        self, article: ArticleText, mentions: Sequence[Mention], names: frozenset[int]
    ) -> None:
        """Lay the mentions out in order of the folded text."""
        self.article = article
        self.names = names
        page = article.page
        ordered = sorted(mentions, key=lambda mention: mention.start)
        self._names = [Name(m, page.index(m.start), page.index(m.end)) for m in ordered]
        self._starts = [name.start for name in self._names]
        self._full = _full_names(article.source, ordered)
        self._surnames = _surnames(article.source, ordered)
        self._first = {m.entity_id: m for m in reversed(ordered)}

    def is_open(self, word: Word) -> bool:
        """Whether a word stands outside quotation marks, or in a name between them."""
        return word.mark < 0 or word.mark in self.names

    def inside(self, start: int, end: int) -> list[Name]:
        """The mentions that lie in a folded range."""
        at = bisect_left(self._starts, start)
        found = []
        while at < len(self._names) and self._starts[at] < end:
            if self._names[at].end <= end:
                found.append(self._names[at])
            at += 1
        return found

    def named(self, entity_id: str) -> Mention | None:
        """The first mention of an entity in the article."""
        return self._first.get(entity_id)

    def around(self, word: Word) -> Mention | None:
        """The mention that a word belongs to."""
        at = bisect_left(self._starts, word.end) - 1
        if at >= 0 and self._names[at].end > word.start:
            return self._names[at].mention
        return None

    def full_name(self, mention: Mention) -> str:
        """The fullest form of a name the article itself writes; its canonical form if it does."""
        return self._full.get(mention.entity_id, mention.name)

    def with_surname(self, word: str, before: int) -> Mention | None:
        """The person last named before a stored position with this folded word as a later name."""
        named = [m for m in self._surnames.get(joined_key(word), ()) if m.start < before]
        return named[-1] if named else None

    def surface(self, start: int, end: int) -> str:
        """The stored form of a folded range, cleaned for showing as a name."""
        return clean_name(self.article.page.span(start, end).of(self.article.source))

    def is_led(self, word: Word) -> bool:
        """Whether a name stands behind a preposition written with it (لرويترز، ببغداد)."""
        at = bisect_left(self._starts, word.end) - 1
        name = self._names[at] if at >= 0 else None
        led = name is not None and word.start < name.start < word.end
        return led and word.text[0] in "لبك"

    def is_person(self, word: Word) -> bool:
        """Whether the word belongs to a person's name."""
        mention = self.around(word)
        return mention is not None and mention.type == "PER"


def _surnames(source: str, mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    """The persons by each word of their name but the first; compounds are one word."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        parts = joined_key(mention.span.of(source)).split() if mention.type == "PER" else ()
        for part in parts[1:]:
            found.setdefault(part, []).append(mention)
    return found


def _full_names(source: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """The fullest written form of each entity: its canonical one where that is written."""
    full: dict[str, str] = {}
    settled: set[str] = set()
    for mention in mentions:
        key = mention.entity_id
        surface = clean_name(mention.span.of(source))
        canonical = fold_key(surface) == fold_key(mention.name)
        if canonical or (key not in settled and len(surface) > len(full.get(key, ""))):
            full[key] = surface
        if canonical:
            settled.add(key)
    return full


def joined_key(name: str) -> str:
    """The folded name with its compounds as one word: عبد السلام is عبدالسلام, أبو زيد أبوزيد.

    >>> joined_key("سالم عبد الله") == joined_key("سالم عبدالله")
    True
    >>> joined_key("سالم أبو زيد")
    'سالم ابوزيد'
    """
    key = f" {fold_key(name)}".replace("عبد ال", "عبدال")
    return key.replace(" ابو ", " ابو").strip()


def clean_name(surface: str) -> str:
    """A stored surface as a name: hashtags opened, marks and brackets off, blanks as one."""
    text = surface.replace("#", "").replace("_", " ")
    for mark in "\"“”«»„'’‘()":
        text = text.replace(mark, "")
    text = " ".join(text.split()).strip(" ،,-–|")
    # A preposition that stood before marks ("زيد لـ"القناة"") is no part of the name.
    return text[:-2] if text[-2:] in (" ل", " ب", " و") else text
