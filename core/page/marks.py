"""What a line says it is: the marks that decide without looking at its neighbours.

A line that opens with a label ("المصدر:", "اقرأ أيضا"), is nothing but a date, a number, an address
or a phrase of the page's furniture, or is a sentence for certain, gets its mark here. Everything
else is ``short``: a title, a tag, a name, a sub-heading or a caption, which only its place on the
page can tell (see ``core.page.kinds``). Labels count as whole lines or line heads, never inside
prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.page.features import TITLE_WORDS, Shape
from core.page.lexicon import Phrases, phrases, words_of
from core.page.stamps import find_stamps, is_ago, is_clock_line, rest_of_stamp_line

MarkName = Literal[
    "prose",  # a sentence or paragraph
    "short",  # undecided
    "cross",  # "read also" with its title
    "cross_label",  # the bare label
    "related_label",  # heading of a list of stories
    "credit",  # source credit with its value
    "credit_label",  # the bare label
    "signature",  # an agency in parentheses or alone in capitals: "(أ ف ب)"
    "byline",  # author line with a label
    "name",  # may be an author's name without a label
    "stamp",  # a date and nothing else
    "stamp_label",  # "تاريخ النشر:" alone
    "ago",  # relative stamp
    "place",  # place and/or agency and nothing else
    "caption",  # what belongs to a photograph
    "comments",  # heading of readers' comments
    "tags",  # label of tags
    "end",  # "// انتهى //", "***": the story is over
    "number",  # counts, ranks, clock times
    "furniture",  # any other part of the page
]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and the rule that gave it. ``label`` is the number of words its label takes up."""

    name: MarkName
    rule: str
    label: int = 0


_SIGN = r"[:：|>»«/\\–—…←=-]|\.{2,}|\.(?=\s|$)"  # no comma: prose has it after such words
_SEPARATOR = re.compile(rf"\s*(?:{_SIGN})[\s:|.…>»«–—-]*")
_URL = re.compile(
    r"^\W*(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$|^[\w.-]+\.(?:com|net|org|ae|sa|eg)\b\S*$"
)
_URL_INSIDE = re.compile(r"https?://|www\.|\S@\S+\.\w")
_WEATHER = re.compile(r"\d ?°|° ?[cf]\b|\d درجه(?: مءويه)?$")
_PARENTHESES = re.compile(r"^[\W_]*[(\[]([^()\[\]]{1,60})[)\]][\W_]*$")
_CAPTION_END = re.compile(r"[(\[][^()\[\]]{2,40}[)\]][\s.]*$")
_CAPTION_WORD = re.compile(
    r"(?<!\w)(?:ارشيفيه|(?:من )?ال?ارشيف$|ارشيف|تعبيريه|توضيحيه|(?:ال)?صوره ?:|getty)(?!\w)"
)
_END_WORDS = frozenset({("انتهي",), ("انتهت",), ("النهايه",)})
_PREPOSITIONS = frozenset("في من علي عن الي مع ان بين قرب خلال بعد قبل حول عند ضد لدي امام".split())
_MENU_BAR = re.compile(r"\s*[|•·]\s*")
# "فاكس التحرير : 749 752 71"
_NUMBER_VALUE = re.compile(r"^[^:]{2,40}: ?[\d\s+()/-]{5,}$")
_ANY_AUTHOR = Phrases.of(["بقلم", "بواسطة", "من إعداد", "تحرير من طرف", "by"])
_INITIALS = re.compile(r"^[\W_]*(?:[^\W\d_]\b[\W_]*)*(?=[(\[])")
_PARTS = re.compile(r"\s*[-–—/|:,،()•«»\"]+\s*")
_CRUMB = re.compile(r"\s*[|>»/\\›←]+\s*|\s+[-–]\s+")


def mark(shape: Shape) -> Mark:
    """The mark of one line. The order of the questions:

    1. nothing but signs, numbers, addresses, weather; 2. labels; 3. the phrases of furniture;
    4. dates, places and agencies, captions; 5. sentence or not.
    """
    for question in (_sign, _label, _furniture, _stamp, _photo):
        answer = question(shape)
        if answer is not None:
            return answer
    if shape.is_prose:
        return Mark("prose", "sentence")
    if _is_name(shape):
        return Mark("name", "given-name")
    return Mark("short", "short-line")


def after_label(text: str, label: Sequence[str]) -> tuple[int, bool]:
    """Where what follows the words of a label begins, and whether a sign stands between."""
    at = 0
    for word in label:
        at = text.index(word, at) + len(word)
    sign = _SEPARATOR.match(text, at)
    if sign:
        return sign.end(), True
    while at < len(text) and (text[at].isspace() or text[at] in ")]"):
        at += 1
    return at, False


def _sign(shape: Shape) -> Mark | None:
    if not shape.words:
        if re.fullmatch(r"[*=#~_. ـ-]{3,}", shape.text) and shape.text[0] in "*=#~":
            return Mark("end", "separator")
        return Mark("furniture", "signs-only")
    if all(word.isdigit() for word in shape.words) and not find_stamps(shape.text):
        return Mark("number", "number-only")
    if _URL.match(shape.text) or (shape.n_words <= 12 and _URL_INSIDE.search(shape.text)):
        return Mark("furniture", "address")
    if shape.n_words <= 12 and not shape.stops and _WEATHER.search(shape.text):
        return Mark("furniture", "weather")
    if _is_menu_bar(shape):
        return Mark("furniture", "menu-bar")
    if _NUMBER_VALUE.match(shape.text) and not find_stamps(shape.text):
        return Mark("furniture", "number-value")
    if shape.words in _END_WORDS:
        return Mark("end", "end-of-story")
    return None


def _is_menu_bar(shape: Shape) -> bool:
    """Many short parts between bars: "الرئيسية | فيديو | العالم | اقتصاد"."""
    parts = [part for part in _MENU_BAR.split(shape.text) if part]
    return len(parts) >= 4 and shape.n_words <= 6 * len(parts)


def _label(shape: Shape) -> Mark | None:
    if shape.n_words > 45:
        return None
    for question in (_cross, _related, _credit, _byline, _section_label):
        answer = question(shape)
        if answer is not None:
            return answer
    return None


def _labelled(shape: Shape, labels: Phrases) -> tuple[int, int, bool]:
    """Length of a label at the head (0: none), where its value begins, whether a sign stands."""
    length = labels.at(shape.words)
    if not length:
        return 0, 0, False
    value, signed = after_label(shape.text, shape.words[:length])
    return length, value, signed


def _cross(shape: Shape) -> Mark | None:
    length, _, _ = _labelled(shape, phrases("cross_link"))
    if length:
        if length == len(shape.words):
            return Mark("cross_label", "read-also-alone")
        if shape.n_words <= length + TITLE_WORDS + 6:
            return Mark("cross", "read-also-label", length)
        return None
    length, value, signed = _labelled(shape, phrases("cross_link_weak"))
    if length and length < len(shape.words) and signed and not _trails(shape.text[:value]):
        return Mark("cross", "read-also-sign", length)
    return None


def _trails(head: str) -> bool:
    """Whether a label trails off as headlines do: "شاهد.. مصادفة غريبة"."""
    return head.rstrip().endswith(("..", "…"))


def _related(shape: Shape) -> Mark | None:
    labels = phrases("related_heading")
    length, _, signed = _labelled(shape, labels)
    if length and length == len(shape.words):
        return Mark("related_label", "list-heading")
    if length and all(word.isdigit() or len(word) == 1 for word in shape.words[length:]):
        return Mark("related_label", "list-heading")
    if length and shape.words[length:] in (("نهايه",), ("انتهي",)):
        return Mark("furniture", "end-of-list")
    if length and signed and len(shape.words) - length >= 3 and length >= 2:
        return Mark("cross", "list-heading-with-title", length)
    length = phrases("related_heading_start").at(shape.words)
    if length and 0 < len(shape.words) - length <= 3 and not shape.stops and not signed:
        return Mark("related_label", "list-heading-of-section")
    if length and length == len(shape.words):
        return Mark("related_label", "list-heading")
    return None


def _credit(shape: Shape) -> Mark | None:
    length, _, signed = _labelled(shape, phrases("credit"))
    if length:
        n_value = len(shape.words) - length
        if n_value == 0:
            return Mark("credit_label", "source-label-alone")
        if signed and n_value <= 15:
            return Mark("credit", "source-label", length)
        alone = n_value <= 4 and not shape.stops and shape.words[0] in ("نقلا", "منقول")
        if alone or is_agencies(shape.words[length:]):
            return Mark("credit", "source-label", length)
        return None
    length, _, signed = _labelled(shape, phrases("credit_weak"))
    if length and is_agencies(shape.words[length:]):
        return Mark("credit", "weak-source-label", length)
    return None


def _byline(shape: Shape) -> Mark | None:
    if shape.words in phrases("byline_whole"):
        return Mark("byline", "desk")
    length, _, signed = _labelled(shape, phrases("byline"))
    rest = shape.words[length:]
    named = signed or (_is_person(rest) and len(rest) <= 5)
    named = named or (len(rest) <= 3 and shape.words[:length] in _ANY_AUTHOR)
    if length and rest and named and len(rest) <= 8 and not shape.stops:
        return Mark("byline", "author-label", length)
    if length and not rest and signed:
        return Mark("byline", "author-label-alone", length)
    length, _, signed = _labelled(shape, phrases("byline_weak"))
    rest = shape.words[length:]
    if length and 0 < len(rest) <= 6 and not shape.stops:
        known = _is_person(rest) or (signed and is_agencies(rest, with_places=True))
        if known and not set(rest) & _PREPOSITIONS:
            return Mark("byline", "weak-author-label", length)
    return None


def _section_label(shape: Shape) -> Mark | None:
    """Headings of comments and labels of tags."""
    for name, lexicon in (("comments", "comments_heading"), ("tags", "tags")):
        length, _, signed = _labelled(shape, phrases(lexicon))
        rest = shape.words[length:]
        if length and all(word.isdigit() for word in rest):
            if rest == ("0",):
                return Mark("furniture", "no-comments")
            return Mark("comments" if name == "comments" else "tags", f"{name}-heading", length)
        if length and signed and name == "tags" and not shape.stops and shape.n_words <= 25:
            return Mark("tags", "tags-line", length)
    return None


def _furniture(shape: Shape) -> Mark | None:
    words = tuple(word for word in shape.words if not word.isdigit())
    whole = phrases("furniture_whole")
    if words in whole:
        return Mark("furniture", "furniture-phrase")
    if _words_of_site(shape):
        return Mark("furniture", "furniture-wording")
    if _is_count(shape):
        return Mark("number", "count")
    if shape.n_words <= 12 and _covered(words, phrases("furniture_whole", "sections")):
        return Mark("furniture", "buttons")
    if _is_crumbs(shape):
        return Mark("furniture", "crumbs")
    length = phrases("furniture_start").at(words)
    if length and not shape.is_prose and (shape.n_words <= 14 or length >= 2):
        if words[0] in ("صوره", "صدر", "مصدر", "التعليق", "تعليق"):
            return Mark("caption", "caption-label")
        signed = (
            shape.words[:length] == words[:length] and after_label(shape.text, words[:length])[1]
        )
        if length >= 2 or signed or words[0].isascii():
            return Mark("furniture", "furniture-opening")
    foreign = not (shape.is_arabic or shape.is_mojibake or is_agencies(shape.words))
    if foreign and shape.n_words <= 12 and not find_stamps(shape.text):
        return Mark("furniture", "latin-only")
    return None


def _words_of_site(shape: Shape) -> bool:
    """Whether a line holds wording of the site, not of a story."""
    if shape.n_words > 60:
        return False
    if phrases("furniture_phrase").inside(shape.words):
        return True
    if shape.opens_on or not phrases("furniture_phrase_weak").inside(shape.words):
        return False
    return shape.n_words <= 6 or phrases("address_words").inside(shape.words)


_COUNTED = frozenset(
    "تعليق تعليقات تعليقا مشاهده مشاهدات قراءه قراءات قارء زياره زيارات زاءر مشاركه مشاركات "
    "اعجاب اعجابات دقيقه دقاءق متابع متابعا مشترك views comments shares likes min read".split()
)


def _is_count(shape: Shape) -> bool:
    """ "0 تعليق", "1,204 مشاهدة", "3 دقائق للقراءة"."""
    words = shape.words
    return (
        2 <= len(words) <= 4
        and words[0].isdigit()
        and any(word in _COUNTED for word in words[1:])
        and not shape.stops
    )


def _is_crumbs(shape: Shape) -> bool:
    """A section, or sections parted by signs ("لبنان > سياسة"), with or without the home page."""
    if shape.n_words > 14 or shape.stops:
        return False
    parts = [part for part in _CRUMB.split(shape.text) if part.strip()]
    known = phrases("sections", "furniture_whole")
    return bool(parts) and all(words_of(part) in known for part in parts)


def _covered(words: Sequence[str], known: Phrases) -> bool:
    """Whether at least two known phrases, and nothing else, make up ``words``."""
    at = count = 0
    while at < len(words):
        length = known.at(words, at)
        if not length:
            return False
        at, count = at + length, count + 1
    return count >= 2


def _stamp(shape: Shape) -> Mark | None:
    if shape.n_words > 22:
        return None
    stamps = find_stamps(shape.text)
    rest = rest_of_stamp_line(shape.text, stamps)
    if rest is not None and all(len(word) == 1 or word.isdigit() for word in rest):
        return Mark("stamp", "date-line")
    if rest is not None and len(rest) <= 4 and phrases("stamp_labels").at(shape.words):
        return Mark("stamp", "labelled-date-line")
    if is_ago(shape.words):
        return Mark("ago", "relative-stamp")
    if is_clock_line(shape.text):
        return Mark("number", "clock-line")
    if phrases("stamp_labels").at(shape.words) == len(shape.words):
        return Mark("stamp_label", "date-label-alone")
    return None


def _photo(shape: Shape) -> Mark | None:
    """Agencies, places, signatures, captions."""
    inside = _PARENTHESES.match(shape.text)
    if inside and (is_agencies(shape.words) or _has_outlet_word(shape.words)):
        return Mark("signature", "agency-in-parentheses")
    if all(len(word) == 1 for word in shape.words) and len(shape.words) <= 8:
        if is_agencies(shape.words):
            return Mark("place", "agency-line")
        return Mark("furniture", "initials")
    if len(shape.words) <= 8 and _is_dateline(shape):
        return Mark("place", "place-and-agency")
    initials = _INITIALS.match(shape.text)
    if initials and is_agencies(words_of(shape.text[initials.end() :])):
        return Mark("signature", "initials-and-agencies")
    if shape.n_words <= 14 and not shape.opens_on and _CAPTION_WORD.search(shape.text):
        return Mark("caption", "archive-photo")
    if 3 <= shape.n_words <= TITLE_WORDS and not shape.opens_on:
        credit = _CAPTION_END.search(shape.text)
        if credit and is_agencies(words_of(credit.group())):
            return Mark("caption", "photo-credit")
    return None


def is_agencies(words: Sequence[str], with_places: bool = False) -> bool:
    """Whether names of agencies and outlets (and places) make up ``words``, joined by و or not."""
    known = phrases("agencies", "places") if with_places else phrases("agencies")
    at = 0
    while at < len(words):
        length = known.at(words, at)
        if not length:
            bare = words[at][1:] if words[at].startswith("و") else ""
            length = known.at((bare, *words[at + 1 :])) if bare else 0
            if words[at] == "و":
                length = 1
        if not length:
            return False
        at += length
    return bool(words)


def _is_dateline(shape: Shape) -> bool:
    """Whether places, agencies and names of outlets, parted by signs, make up the line."""
    if is_agencies(shape.words, with_places=True):
        return True
    if shape.stops:
        return False
    parts = [words_of(part) for part in _PARTS.split(shape.text)]
    return all(
        is_agencies(part, with_places=True) or (len(part) <= 4 and _has_outlet_word(part))
        for part in parts
        if part
    )


def _has_outlet_word(words: Sequence[str]) -> bool:
    known = phrases("outlet_words")
    return len(words) >= 2 and bool(known.at(words) or known.at(words, len(words) - 1))


def _is_person(words: Sequence[str]) -> bool:
    return bool(words) and bool(phrases("given_names").at(words)) and not set(words) & _PREPOSITIONS


def _is_name(shape: Shape) -> bool:
    """A person's name alone, or beside a place or an outlet: "هسبريس - محمد الراجي"."""
    if not 2 <= len(shape.words) <= 8 or shape.stops or shape.number or shape.text[-1] in "!؟?:":
        return False
    if re.fullmatch(r"[^\W\d_]\. ?[^\W\d_]{3,}", shape.text):
        return True
    words = [part for part in map(words_of, _PARTS.split(shape.text)) if part]
    persons = [part for part in words if 2 <= len(part) <= 4 and _is_person(part)]
    others = [part for part in words if part not in persons]
    return bool(persons) and all(is_agencies(part, with_places=True) for part in others)
