"""From the marks of lines to their kinds: which part of the page each undecided line stands in.

The page is parted into articles; each article has a head (above its first sentence), a body and a
tail (below its last). A short line without a mark is a title, an author or a caption in the head,
a sub-heading or an item of the story's own lists in the body, and tags, a title of another story
or the last words of the story in the tail. Where nothing decides, a line of the body stays in it:
a lost sentence costs more than a stray caption.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.model import Line, LineKind
from core.page.boundaries import Layout, Listing, find_comments, find_layout, is_listed_title
from core.page.features import Shape, overlap, stems
from core.page.lexicon import phrases
from core.page.marks import Mark

_STORY_OVER = frozenset({"credit", "signature", "end", "tags", "comments"})
_HEAD_SIGNS = frozenset({"stamp", "ago", "byline", "name", "place", "caption", "credit", "number"})
_FEW_LINES = 2
_BLURB_WORDS = 60
_DECK_WORDS = 45
_BOX_RULES = ("furniture-phrase", "furniture-wording", "furniture-opening", "buttons")
_ENDS_SENTENCE = '"”»)؟!:'
_LEDE_WORDS = 17  # captions above a story are shorter


@dataclass(frozen=True, slots=True)
class Kinds:
    """The lines of a page with their kinds, and the line of each article's headline, if any."""

    lines: tuple[Line, ...]
    headlines: dict[int, int]


def read_kinds(
    shapes: Sequence[Shape], marks: Sequence[Mark], headline: str | None = None
) -> Kinds:
    """The kind and article of every line.

    ``headline`` is the folded headline that the record's container gives; with it the text is
    taken for an article and not for a page: no line of it is guessed to be a title or a tag.
    """
    return _Reader(shapes, marks, headline).read()


class _Reader:
    """Decides line by line; holds what has been decided so far."""

    def __init__(
        self, shapes: Sequence[Shape], marks: Sequence[Mark], headline: str | None
    ) -> None:
        self.shapes = shapes
        self.marks = marks
        self.names = [mark.name for mark in marks]
        self.headline = headline
        self.decided: dict[int, tuple[LineKind, int | None, str]] = {}
        self.headlines: dict[int, int] = {}

    def read(self) -> Kinds:
        comments = find_comments(self.marks)
        layout = find_layout(self.shapes, self.marks, comments)
        edges = [0, *layout.starts, len(self.shapes)]
        number = 0
        for start, end in pairwise(edges):
            listings = [x for x in layout.listings if start <= x.label < end]
            text = self._text_of(start, end, listings, comments)
            if not text:
                self._without_prose(start, end, listings, number + 1)
                number += any(article for _, article, _ in self._decided_in(start, end))
                continue
            number += 1
            self._listings(listings, number, text)
            self._head(start, self._story_start(text), number)
            self._body(text, number)
            self._tail(text[-1] + 1, end, comments, number)
        self._labels_before_starts(layout)
        lines = tuple(
            Line(shape.start, shape.end, *self.decided[at]) for at, shape in enumerate(self.shapes)
        )
        return Kinds(lines, self.headlines)

    def _decided_in(self, start: int, end: int) -> list[tuple[LineKind, int | None, str]]:
        return [self.decided[at] for at in range(start, end) if at in self.decided]

    def _set(self, at: int, kind: LineKind, article: int | None, rule: str) -> None:
        self.decided.setdefault(at, (kind, article, rule))

    # which prose is the story's own

    def _text_of(
        self, start: int, end: int, listings: Sequence[Listing], comments: frozenset[int]
    ) -> list[int]:
        """The lines of prose that make up the story, in order."""
        listed = {at for listing in listings for at in (*listing.items, *listing.beside)}
        text: list[int] = []
        over = False
        for at in range(start, end):
            name = self.names[at]
            if at in comments or at in listed:
                continue
            if name in _STORY_OVER and text and self.marks[at].rule != "separator":
                over = self.headline is None
            elif name == "prose":
                if self._is_long_headline(at, end) and not text:
                    continue
                beside = bool(text) and text[-1] == at - 1
                after_credit = self.names[at - 1] in ("credit", "signature") if at else False
                if over and not beside and not after_credit and not self._goes_on(at, end):
                    continue
                if text and not beside and self._is_stray(at, end, text):
                    continue
                over = over and not (beside or after_credit)
                text.append(at)
        return text

    def _goes_on(self, at: int, end: int) -> bool:
        """Whether prose below the story's end is too much to be a blurb of the site."""
        near = [line for line in range(at, min(at + 12, end)) if self.names[line] == "prose"]
        words = sum(self.shapes[line].n_words for line in near)
        return len(near) >= 2 and words >= _BLURB_WORDS

    def _is_stray(self, at: int, end: int, text: Sequence[int]) -> bool:
        """A single paragraph apart from the story, the last of all, on another matter; a teaser."""
        shape = self.shapes[at]
        if shape.ends_cut and at + 1 < end and self.names[at + 1] in ("short", "cross_label"):
            return True
        if shape.opens_on or shape.n_words > 45 or len(text) < 3:
            return False
        between = self.names[text[-1] + 1 : at]
        if not {"furniture", "related_label", "tags"} & set(between):
            return False
        if any(self.names[later] == "prose" for later in range(at + 1, end)):
            return False
        known = {stem for line in text for stem in stems(self.shapes[line].words)}
        own = stems(shape.words)
        return len(own & known) < 0.2 * len(own)

    def _is_long_headline(self, at: int, end: int) -> bool:
        if not is_listed_title(self.shapes[at], self.marks[at]) or at + 2 >= end:
            return False
        below = self.names[at + 1]
        later = any(self.names[line] == "prose" for line in range(at + 2, end))
        return later and below in ("stamp", "byline", "ago", "name", "place", "caption")

    # lists

    def _listings(self, listings: Sequence[Listing], number: int, text: Sequence[int]) -> None:
        for listing in listings:
            inside = text[0] < listing.label < text[-1]
            article = number if inside else None
            for at in listing.beside:
                self._set(at, "furniture", None, "beside-listed-title")
            if listing.is_bare_cross:
                one = len(listing.items) == 1
                self._set(listing.label, "cross_link", article if one else None, "read-also-alone")
                for at in listing.items:
                    if one:
                        self._set(at, "cross_link", article, "title-under-read-also")
                    else:
                        self._set(at, "related", None, "titles-under-read-also")
            elif listing.items:
                self._set(listing.label, "related_heading", None, self.marks[listing.label].rule)
                for at in listing.items:
                    self._set(at, "related", None, "title-under-heading")
            elif listing.label < text[0] or len(self.shapes[listing.label].words) < _FEW_LINES:
                self._set(listing.label, "furniture", None, "section-of-menu")
            else:
                self._set(listing.label, "related_heading", None, "heading-of-nothing")

    def _labels_before_starts(self, layout: Layout) -> None:
        """A bare label right above a further article belongs to none."""
        for start in layout.starts:
            at = start - 1
            if at >= 0 and self.names[at] == "cross_label":
                self.decided[at] = ("cross_link", None, "read-also-above-article")

    # the head of an article

    def _head(self, start: int, first: int, number: int) -> None:
        free = [at for at in range(start, first) if at not in self.decided]
        title = self._choose_headline(free, first)
        if title is not None:
            self._set(title, "headline", number, "title-above-story")
            self.headlines[number] = title
        for at in free:
            if at != title:
                self._head_line(at, title, free, number)

    def _story_start(self, text: Sequence[int]) -> int:
        """The first sentence below the head: a deck above the date or author is of the head."""
        if len(text) < 2 or self.shapes[text[0]].n_words > _DECK_WORDS:
            return text[0]
        between = self.names[text[0] + 1 : text[1]]
        above = self.names[: text[0]][-6:]
        signs = {"byline", "stamp", "ago"}
        return text[1] if signs & set(between) and not signs & set(above) else text[0]

    def _choose_headline(self, free: Sequence[int], first: int) -> int | None:
        """The line of the head that is most like the title of the story below."""
        story = [self.shapes[at] for at in range(first, min(first + 3, len(self.shapes)))]
        best, best_score = None, 0.0
        for at in free:
            score = self._headline_score(at, free, story)
            if score is not None and (best is None or score > best_score):
                best, best_score = at, score
        return best

    def _headline_score(self, at: int, free: Sequence[int], story: Sequence[Shape]) -> float | None:
        shape, name = self.shapes[at], self.names[at]
        if self.headline is not None:
            same = " ".join(shape.words) == self.headline
            return 9.0 if same and name in ("short", "prose", "cross", "name", "caption") else None
        is_candidate = (
            name == "short"
            or is_listed_title(shape, self.marks[at])
            or (name == "cross" and self.marks[at].rule == "read-also-sign")
        )
        if not is_candidate or len(shape.words) < 2 or shape.ends_colon:
            return None
        score = 3 * overlap(shape, story)
        score += 1 if len(shape.words) >= 4 else -1
        score -= 1.5 if shape.n_words > _LEDE_WORDS else 0
        score += 0.75 if at == 0 else 0
        below = self.names[at + 1] if at + 1 < len(self.names) else ""
        score += 1 if below in ("stamp", "ago", "byline", "name", "stamp_label") else 0
        dated_above = any(self.names[line] in ("stamp", "byline") for line in free if line < at)
        score -= 1.5 if dated_above else 0
        score -= 1 if shape.stops else 0
        score -= 1.5 if " | " in shape.text or _site_suffix(shape) else 0
        return score

    def _head_line(self, at: int, title: int | None, free: Sequence[int], number: int) -> None:
        """A line of the head that is not the title."""
        name, rule = self.names[at], self.marks[at].rule
        below_title = title is None or at > title
        match name:
            case "byline":
                self._set(at, "byline", number, rule)
            case "name":
                labelled = any(self.names[line] == "byline" for line in free)
                if labelled or (self.headline is not None and at > 3):
                    self._set(at, "furniture", number, "name-under-photo")
                else:
                    self._set(at, "byline", number, rule)
            case "stamp" | "stamp_label" | "ago":
                if below_title or self._dates_title(at, title, free):
                    self._set(at, "dateline", number, rule)
                else:
                    self._set(at, "furniture", None, "date-of-site")
            case "place":
                self._place_in_head(at, below_title, number)
            case "credit" | "credit_label":
                if below_title and self._under_caption(at, title):
                    self._set(at, "furniture", number, "source-of-photo")
                else:
                    self._set(at, "credit", number, rule)
            case "cross":
                self._set(at, "cross_link", number, rule)
            case "short" | "prose":
                self._short_in_head(at, below_title, number)
            case "caption" | "signature" | "number" if below_title:
                self._set(at, "furniture", number, rule)
            case _:
                self._set(at, "furniture", None, rule)

    def _dates_title(self, at: int, title: int | None, free: Sequence[int]) -> bool:
        if title is None:
            return True
        later = any(self.names[line] in ("stamp", "ago") for line in free if line > title)
        between = all(self.names[line] in _HEAD_SIGNS for line in range(at + 1, title))
        return between and not later

    def _place_in_head(self, at: int, below_title: bool, number: int) -> None:
        shape = self.shapes[at]
        beside = {self.names[near] for near in (at - 1, at + 1) if 0 <= near < len(self.names)}
        is_photo = not phrases("places").at(shape.words) and (
            shape.words[0].isascii() or "caption" in beside or self._caption_near(at)
        )
        if not below_title:
            self._set(at, "furniture", None, "section")
        elif is_photo:
            self._set(at, "furniture", number, "source-of-photo")
        else:
            self._set(at, "dateline", number, self.marks[at].rule)

    def _caption_near(self, at: int) -> bool:
        """Whether the line above or below is a free short line under the title: a caption."""
        return any(
            self.names[near] == "short" and self.decided.get(near, ("", 0, ""))[0] != "headline"
            for near in (at - 1, at + 1)
            if 0 <= near < len(self.names)
        )

    def _under_caption(self, at: int, title: int | None) -> bool:
        above = at - 1
        return above >= 0 and above != title and self.names[above] in ("caption", "short", "name")

    def _short_in_head(self, at: int, below_title: bool, number: int) -> None:
        shape = self.shapes[at]
        if self.headline is not None or (
            below_title and (shape.stops or shape.opens_on or self.names[at] == "prose")
        ):
            self._set(at, "body", number, "line-above-story")
        elif below_title and shape.n_words >= _LEDE_WORDS and self._right_above_story(at):
            self._set(at, "body", number, "lede-without-stop")
        elif below_title:
            self._set(at, "furniture", number, "caption-by-place")
        else:
            self._set(at, "furniture", None, "above-title")

    def _right_above_story(self, at: int) -> bool:
        return at + 1 < len(self.names) and self.names[at + 1] == "prose"

    # the body of an article

    def _body(self, text: Sequence[int], number: int) -> None:
        for at in text:
            self._set(at, "body", number, self.marks[at].rule)
        for at in range(text[0], text[-1]):
            if at in self.decided:
                continue
            name, rule = self.names[at], self.marks[at].rule
            match name:
                case "short" if self._in_box(at):
                    self._set(at, "furniture", None, "in-box-of-site")
                case "short" | "name" | "place" | "prose":
                    self._set(at, "body", number, "between-sentences")
                case "furniture" | "number" if self._may_be_subheading(at):
                    self._set(at, "body", number, "between-sentences")
                case "stamp":
                    labelled = rule == "labelled-date-line"
                    self._set(at, "dateline" if labelled else "body", number, rule)
                case "cross" | "credit" | "byline":
                    kind: dict[str, LineKind] = {"cross": "cross_link"}
                    self._set(
                        at, kind.get(name, "credit" if name == "credit" else "byline"), number, rule
                    )
                case "credit_label":
                    self._set(at, "credit", number, rule)
                case _:
                    self._set(at, "furniture", None, rule)

    def _in_box(self, at: int) -> bool:
        """Whether a short line stands between two lines of the page's furniture."""
        beside = (self.marks[at - 1], self.marks[at + 1])
        return not self.shapes[at].stops and all(
            mark.name == "furniture" and mark.rule in _BOX_RULES for mark in beside
        )

    def _may_be_subheading(self, at: int) -> bool:
        """Whether a line that looked like furniture stands among the story's own lines."""
        rule = self.marks[at].rule
        if rule == "latin-only":
            return self.headline is not None or len(self.shapes[at].words) >= 5
        if rule == "number-only":
            return self.headline is not None
        return rule in ("crumbs", "number-value", "repeats-on-page")

    # the tail of an article

    def _tail(self, start: int, end: int, comments: frozenset[int], number: int) -> None:
        contiguous = True
        for at in range(start, end):
            name = self.names[at]
            if at in self.decided:
                contiguous = False
                continue
            if at in comments:
                self._set(at, "furniture", None, "comments")
                contiguous = False
            elif name in ("short", "name") and contiguous:
                contiguous = self._short_below_story(at, end, number)
            else:
                self._tail_line(at, start, number)
                contiguous = contiguous and name == "caption"

    def _short_below_story(self, at: int, end: int, number: int) -> bool:
        """A short line right below the story; whether the story went on with it."""
        shape, above = self.shapes[at], self.shapes[at - 1]
        goes_on = (
            self.headline is not None
            or (shape.stops and len(shape.words) >= 2)
            or shape.opens_on
            or above.ends_colon
            or shape.number
            or (bool(shape.bullet) and shape.bullet == above.bullet)
            or self._heads_sentences(at, end)
        )
        group = [] if goes_on else list(self._run_of_titles(at, end))
        if len(group) >= 2 and all(len(self.shapes[line].words) >= 4 for line in group):
            for line in group:
                self._set(line, "related", None, "titles-below-story")
            return False
        if goes_on or len(shape.words) >= 9 or shape.text[-1] in _ENDS_SENTENCE:
            self._set(at, "body", number, "end-of-story")
            return True
        self._set(at, "furniture", None, "words-below-story")
        return False

    def _heads_sentences(self, at: int, end: int) -> bool:
        """Whether the next short lines end as sentences: items of a list of the story."""
        following = self.shapes[at + 1 : min(at + 3, end)]
        shorts = self.names[at + 1 : at + 1 + len(following)]
        return len(following) == 2 and all(
            name == "short" and shape.stops for name, shape in zip(shorts, following, strict=True)
        )

    def _run_of_titles(self, at: int, end: int) -> Iterator[int]:
        while at < end and self.names[at] == "short" and not self.shapes[at].stops:
            yield at
            at += 1

    def _tail_line(self, at: int, start: int, number: int) -> None:
        name, rule = self.names[at], self.marks[at].rule
        right_below = self._right_below(at, start)
        match name:
            case "credit" | "credit_label":
                self._set(at, "credit", number, rule)
            case "signature" | "place":
                self._signature_below(at, right_below, number)
            case "byline":
                self._set(at, "byline", number, rule)
            case "name" if right_below:
                self._set(at, "byline", number, rule)
            case "cross":
                self._set(at, "cross_link", number, rule)
            case "stamp" if right_below or rule == "labelled-date-line":
                self._set(at, "dateline", number, rule)
            case "prose":
                self._set(at, "furniture", None, "text-apart-from-story")
            case "short":
                self._short_apart(at)
            case "furniture" | "number" | "end" | "caption":
                article = number if right_below and self._is_sign_off(at) else None
                self._set(at, "furniture", article, rule)
            case _:
                self._set(at, "furniture", None, rule)

    def _right_below(self, at: int, start: int) -> bool:
        """Whether only the story's own closing lines stand between it and this one."""
        return all(
            self.decided.get(line, ("", None, ""))[0] in ("body", "credit", "byline", "dateline")
            or self._is_sign_off(line)
            for line in range(start, at)
        )

    def _is_sign_off(self, at: int) -> bool:
        return self.names[at] in ("end", "number", "caption") or self.marks[at].rule in (
            "initials",
            "signs-only",
        )

    def _signature_below(self, at: int, right_below: bool, number: int) -> None:
        if right_below:
            self._set(at, "credit", number, "agency-below-story")
        else:
            self._set(at, "furniture", None, self.marks[at].rule)

    def _short_apart(self, at: int) -> None:
        """A short line below the page's other furniture: a title if it reads like one."""
        shape = self.shapes[at]
        above = self.decided.get(at - 1, ("", None, ""))
        if len(shape.words) >= 5 and above[0] in ("related", "related_heading"):
            self._set(at, "related", None, "title-in-list")
        elif len(shape.words) >= 6 and self._has_title_neighbour(at):
            self._set(at, "related", None, "titles-apart-from-story")
        else:
            self._set(at, "furniture", None, "words-apart-from-story")

    def _has_title_neighbour(self, at: int) -> bool:
        return any(
            0 <= near < len(self.names)
            and self.names[near] == "short"
            and len(self.shapes[near].words) >= 5
            for near in (at - 1, at + 1)
        )

    # a stretch without prose

    def _without_prose(
        self, start: int, end: int, listings: Sequence[Listing], number: int
    ) -> None:
        """A page, or the rest of one, that holds no paragraph: titles only, or a line of news."""
        self._listings(listings, number, (start, start))
        free = [at for at in range(start, end) if at not in self.decided]
        shorts = [at for at in free if self.names[at] in ("short", "name")]
        sentences = [
            at for at in shorts if self.shapes[at].stops and len(self.shapes[at].words) > 2
        ]
        dated = any(self.names[at] in ("stamp", "ago", "byline") for at in free)
        if self.headline is not None:
            sentences = shorts
        elif not sentences and 0 < len(shorts) <= _FEW_LINES and not (listings or dated):
            sentences = shorts[-1:]
        if sentences:
            self._head(start, sentences[0], number)
            self._body(range(sentences[0], sentences[-1] + 1), number) if len(
                sentences
            ) > 1 else self._set(sentences[0], "body", number, "sentence")
            self._tail(sentences[-1] + 1, end, frozenset(), number)
            return
        if dated and 0 < len(shorts) <= _FEW_LINES:
            self._head(start, end, number)
            return
        for at in free:
            name, rule = self.names[at], self.marks[at].rule
            if name == "short" and len(self.shapes[at].words) >= 4:
                self._set(at, "related", None, "page-of-titles")
            elif name == "cross":
                self._set(at, "cross_link", None, rule)
            else:
                self._set(at, "furniture", None, rule)


def _site_suffix(shape: Shape) -> bool:
    """Whether a title ends in the site's name, as a browser's title bar has it."""
    head, dash, tail = shape.text.rpartition(" - ")
    return bool(dash) and len(head.split()) >= 4 and (tail.isascii() or len(tail.split()) <= 2)
