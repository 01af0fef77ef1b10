"""News media: which words name one, under which name its aliases meet, whether it is the outlet.

A medium is a listed name (رويترز، ABC) or a head noun with its name (وكالة، صحيفة، قناة …).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from core.quotes.flow import Word
from core.quotes.lexicon import folded, table, words
from core.quotes.nouns import bare
from core.text.fold import fold_key


@cache
def media_names() -> dict[tuple[str, ...], str]:
    """Folded words of every known media name and alias, with the shown name."""
    names: dict[tuple[str, ...], str] = {}
    for row in table("media"):
        aliases = row[1].split("|") if len(row) > 1 else []
        for alias in (row[0], *aliases):
            key = tuple(fold_key(alias.replace(".", " ")).split())
            names[key] = row[0]
            names[tuple(part.lower() for part in key)] = row[0]
    return names


def media_at(items: Sequence[Word], at: int, cut: int = 0) -> int:
    """The number of words that name a medium at word ``at``; 0 when none does.

    Either a known name, or a head noun (وكالة، صحيفة، قناة), which counts as one.
    """
    first = items[at].text[cut:]
    if cut and items[at].text[cut - 1 :].startswith("لل"):
        first = "ا" + first
    return _media_length((first, *(word.text for word in items[at + 1 : at + 4])))


def _media_length(parts: tuple[str, ...]) -> int:
    lowered = tuple(part.lower() for part in parts[:4])
    for length in range(len(lowered), 0, -1):
        key = lowered[:length]
        if key in media_names() or (bare(key[0]), *key[1:]) in media_names():
            return length
    if bare(parts[0]) not in words("heads_media"):
        return 0
    return 0 if len(parts) > 1 and bare(parts[1]) in _NO_MEDIA else 1


# وكالة الاستخبارات، شبكة الكهرباء، برنامج الأغذية: heads of media that name others here.
_NO_MEDIA = folded(
    "استخبارات مخابرات فضاء طاقة أمن تنمية غوث حماية كهرباء ذرية أدوية أغذية بناء حادث هجوم حكم "
    "قطارات تجسس أثري نووي دولية أوروبية وطنية فضائية أممي إصلاح عمل رياضي توليد وقود محطات حفر"
)


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether a medium is the outlet that published the article itself."""
    key = outlet_key(name)
    return any(other and (other in key or key in other) for other in own)


@lru_cache(maxsize=1 << 12)
def outlet_key(name: str) -> str:
    """A medium under the listed name for its aliases, folded, else its own name folded."""
    parts = tuple(fold_key(name.replace(".", " ")).lower().split())
    for begin in range(len(parts)):
        for end in range(len(parts), begin, -1):
            if parts[begin:end] in media_names():
                return fold_key(media_names()[parts[begin:end]])
    return " ".join(parts)


@lru_cache(maxsize=1 << 12)
def is_medium(name: str) -> bool:
    """Whether a speaker's name is that of a news medium."""
    parts = fold_key(name).split()
    return bool(parts) and _media_length(tuple(parts)) > 0
