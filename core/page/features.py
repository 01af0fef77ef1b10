"""What a line is by itself: its words, its length, how it opens and how it ends.

Measured on the folded text, with HTML entities read as what they stand for. Of a very long line
only the ends are looked at word by word.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.page.lexicon import Words, phrases, words_of
from core.page.lines import RawLine
from core.text.fold import Folded

_HEAD = 1200  # folded characters of a line that are looked at word by word
_SPACES = re.compile(r"\s+")
# "• ", "» ", "- ", "* ", "» ": what a list puts before its items
_BULLET = re.compile(r"^[•·●▪■◄►▶‣∙○◦»›*+–—-]+ ?(?=\S)")
# "1 - ", "1. ", "1) ", "1- ", "1 بعد"
_NUMBER = re.compile(r"^\(?\d{1,2} ?[-–.):/]+ ?(?=[^\W\d])|^\d{1,2} (?=[^\W\d])")
# A sentence's end: full stop (not an ellipsis) and closing marks, or a closing quote after words.
_STOP = re.compile(r"(?:(?<![.…])[.؛]|[.][\"'”»’)\]])[\s\"'”»’)\]]*$")
_CLOSING = re.compile(r"[.؟?!…\"”»’)\]:]\s*$")
_ELLIPSIS = re.compile(r"(?:\.{2,}|…)[\s\]\"”»]*$")
_INNER_STOP = re.compile(r"[^\W\d_]{2,}[\"”»]?[.؟!][\"”»]? +[^\W\d_]{2,}")
# "وجهاء صعدة: ...": who says it and a colon, as headlines have it
_SAYS = re.compile(r"^[^:.،]{3,30}: [^.]+$")
_DIGITS = re.compile(r"\d+")
_AND = re.compile(r"^و(?=\w{2,})")

# A headline seldom has more words, a paragraph seldom fewer: of the 9,400 headlines of ANT's
# Sky News and BBC pages 99.9 % have at most 18, of its paragraphs 85 % have more.
TITLE_WORDS = 20
_NEAR_WORDS = 120
PROSE_WORDS = 21
# On pages that put no full stops, length alone must tell a short paragraph from a title.
_PROSE_WORDS_UNSTOPPED = 15


@dataclass(frozen=True, slots=True)
class Shape:
    """A line, measured. ``text`` is its folded lower-case text with blanks as one."""

    start: int
    end: int
    gap: int
    text: str
    words: Words
    n_words: int
    bullet: str
    number: bool
    stops: bool
    prose_words: int = PROSE_WORDS

    @property
    def is_arabic(self) -> bool:
        """Whether any of its words is written in Arabic letters."""
        return any("\u0621" <= word[0] <= "\u06ff" for word in self.words)

    @property
    def is_mojibake(self) -> bool:
        """Whether it looks like Arabic bytes read as Latin ones: "ÝíÓÈæß"."""
        letters = [char for char in self.text[:200] if char.isalpha()]
        high = sum("\u0080" <= char <= "\u024f" for char in letters)
        return high * 2 > len(letters)

    @property
    def ends_cut(self) -> bool:
        """Whether it ends in an ellipsis, as teasers do."""
        return _ELLIPSIS.search(self.text[-20:]) is not None

    @property
    def ends_colon(self) -> bool:
        """Whether it announces what follows."""
        return self.text.endswith(":")

    @property
    def opens_on(self) -> bool:
        """Whether it opens like a sentence that goes on with a story ("وأضاف", "كما")."""
        return self.words[:1] in phrases("openers") or self._opens_with_and

    @property
    def _opens_with_and(self) -> bool:
        return (
            bool(self.words)
            and _AND.match(self.words[0]) is not None
            and self.words[:1] not in phrases("wa_words")
            and not (self.n_words <= TITLE_WORDS and _SAYS.match(self.text))
        )

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence or paragraph for certain, by its length and its stops."""
        if self.n_words >= self.prose_words:
            return True
        if self.bullet or self.number:
            return self.stops and self.n_words >= 14
        if self.stops and (self.n_words >= 7 or (self.opens_on and self.n_words >= 4)):
            return True
        if self.n_words >= 10 and self.text[-1:] in "،,":
            return True
        if self.n_words >= 12 and self.words[:1] in phrases("lede_verbs"):
            return True
        if (self.n_words >= 9 and self.opens_on) or (self.n_words >= 7 and self.ends_colon):
            return True
        has_inner_stop = _INNER_STOP.search(self.text[:_HEAD]) is not None
        return has_inner_stop and (self.n_words >= 12 or (self.opens_on and self.n_words >= 5))


def measure_page(folded: Folded, lines: Sequence[RawLine]) -> tuple[Shape, ...]:
    """The shapes of all lines of a page, by the page's own habit of full stops."""
    shapes = tuple(measure(folded, line) for line in lines)
    long = [shape for shape in shapes if shape.n_words >= PROSE_WORDS]
    unstopped = sum(_CLOSING.search(shape.text[-4:]) is None for shape in long)
    if len(long) < 2 or unstopped * 2 <= len(long):
        return shapes
    return tuple(replace(shape, prose_words=_PROSE_WORDS_UNSTOPPED) for shape in shapes)


def measure(folded: Folded, line: RawLine) -> Shape:
    """The shape of one line of a folded page."""
    raw = folded.text[folded.index(line.start) : folded.index(line.end)]
    n_words = raw.count(" ") + 1
    head = raw if len(raw) <= 2 * _HEAD else f"{raw[:_HEAD]} {raw[-_HEAD:]}"
    if "&" in head:
        head = html.unescape(head)
    text = _SPACES.sub(" ", head).strip().lower()
    bullet = _BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    number = _NUMBER.match(rest)
    return Shape(
        start=line.start,
        end=line.end,
        gap=line.gap,
        text=text,
        words=words_of(text[:_HEAD]),
        n_words=n_words if len(raw) > 2 * _HEAD else text.count(" ") + 1,
        bullet=bullet.group() if bullet else "",
        number=number is not None,
        stops=_STOP.search(text[-12:]) is not None,
    )


def line_key(shape: Shape) -> str:
    """A line's words with every number alike."""
    return _DIGITS.sub("0", " ".join(shape.words))


_STEM = re.compile(r"^(?:[وف]?(?:ال|لل|بال|كال)|[وفبلك](?=\w{4}))")
_ENDING = re.compile(r"(?:ات|ين|ون|ان|يه|ها|هم|ه|ا|ي)$")
_FUNCTION_WORDS = frozenset(
    "في من علي عن الي مع ان ما لا لم هذا هذه ذلك التي الذي بعد قبل قال قالت خلال بين حول كما "
    "كل وفق بحسب ضد او ثم منذ عند لدي تم قد".split()
)


def stems(words: Sequence[str]) -> set[str]:
    """Rough stems of the content words: enough to tell whether two lines speak of one thing."""
    content = (word for word in words if len(word) > 2 and word not in _FUNCTION_WORDS)
    return {_ENDING.sub("", _STEM.sub("", word)) or word for word in content}


def words_near(shapes: Sequence[Shape]) -> tuple[str, ...]:
    """The first 120 words of a story: what its title speaks of stands among them."""
    return tuple(word for shape in shapes for word in shape.words)[:_NEAR_WORDS]


def overlap(title: Shape, story: Sequence[Shape]) -> float:
    """Share of a title's content words that stand in the first words of its story."""
    own = stems(title.words)
    return len(own & stems(words_near(story))) / len(own) if own else 0.0
