"""A trie of words that finds the names of a list in a row of words, clitics and all.

The first word of a name may carry proclitics (``وللبنك المركزي`` holds ``البنك المركزي``); the
others stand as they are. Every reading of the first word is tried; the longest name wins, then
the reading that cuts least. Names that hold others are the caller's matter: matches may overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from core.names.words import Words
from core.text.tokens import readings

T = TypeVar("T")
_CLITIC = frozenset("وفبكل")


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    values: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Words ``[first, last)`` spell a name; ``cut`` characters of the first are proclitics."""

    first: int
    last: int
    cut: int
    values: tuple[T, ...]


class NameTrie(Generic[T]):
    """Names as paths of folded words, each with one or more values."""

    def __init__(self, names: Iterable[tuple[tuple[str, ...], T]] = ()) -> None:
        """A trie of ``names``, each a row of folded words with its value."""
        self._root: _Node[T] = _Node()
        for words, value in names:
            self.add(words, value)

    def add(self, words: tuple[str, ...], value: T) -> None:
        """Let ``words`` (at least one) spell a name with ``value``; equal values count once."""
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        if words and value not in node.values:
            node.values = (*node.values, value)

    def find(self, words: Words) -> Iterator[Match[T]]:
        """The longest name at every word that starts one, in order, perhaps overlapping."""
        roots = self._root.children
        for index, text in enumerate(words.texts):
            if text[0] not in _CLITIC:
                node = roots.get(text)
                if node is not None:
                    last, values = self._walk(node, words, index)
                    if values:
                        yield Match(index, last, 0, values)
                continue
            best: Match[T] | None = None
            for reading in readings(text):
                node = roots.get(reading.rest)
                if node is None:
                    continue
                last, values = self._walk(node, words, index)
                if values and (best is None or last > best.last):
                    best = Match(index, last, reading.cut, values)
            if best is not None:
                yield best

    def lookup(self, words: tuple[str, ...]) -> tuple[T, ...]:
        """The values of exactly this name, or none."""
        node = self._root
        for word in words:
            following = node.children.get(word)
            if following is None:
                return ()
            node = following
        return node.values

    def _walk(self, node: _Node[T], words: Words, index: int) -> tuple[int, tuple[T, ...]]:
        last, values = index + 1, node.values
        texts, joined = words.texts, words.joined
        at = index + 1
        while node.children and at < len(texts) and joined[at]:
            following = node.children.get(texts[at])
            if following is None:
                break
            node = following
            at += 1
            if node.values:
                last, values = at, node.values
        return last, values
