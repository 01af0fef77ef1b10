"""What belongs to the site and to no story: buttons, menus, addresses, counts, its own wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.page.agencies import is_agencies
from core.page.features import Shape
from core.page.labelled import after_label
from core.page.lexicon import Phrases, phrases, words_of
from core.page.mark import Mark
from core.page.stamps import find_stamps

_COPYRIGHT_WORDS = 14
_ADDRESS_WORDS = 28  # longer, and it is a story on privacy or a guide to an application
_URL = re.compile(
    r"^\W*(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$|^[\w.-]+\.(?:com|net|org|ae|sa|eg)\b\S*$"
)
_URL_INSIDE = re.compile(r"https?://|www\.|\S@\S+\.\w")
_WEATHER = re.compile(r"\d ?°|° ?[cf]\b|\d درجه(?: مءويه)?$")
_MENU_BAR = re.compile(r"\s*[|•·]\s*")
# "فاكس التحرير : 749 752 71"
_NUMBER_VALUE = re.compile(r"^[^:]{2,40}: ?[\d\s+()/-]{5,}$")
_CRUMB = re.compile(r"\s*[|>»/\\›←]+\s*|\s+[-–]\s+")
_END_WORDS = frozenset({("انتهي",), ("انتهت",), ("النهايه",)})
_COUNTED = frozenset(
    "تعليق تعليقات تعليقا مشاهده مشاهدات قراءه قراءات قارء زياره زيارات زاءر مشاركه مشاركات "
    "اعجاب اعجابات دقيقه دقاءق متابع متابعا مشترك views comments shares likes min read".split()
)


def read_signs(shape: Shape) -> Mark | None:
    """The mark of a line of nothing but signs, numbers, addresses or weather."""
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


def read_furniture(shape: Shape) -> Mark | None:
    """The mark of a line by the wording of sites."""
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


def _is_menu_bar(shape: Shape) -> bool:
    """Many short parts between bars: "الرئيسية | فيديو | العالم | اقتصاد"."""
    parts = [part for part in _MENU_BAR.split(shape.text) if part]
    return len(parts) >= 4 and shape.n_words <= 6 * len(parts)


def _words_of_site(shape: Shape) -> bool:
    """Whether a line holds wording of the site, not of a story."""
    if shape.n_words > 60:
        return False
    if phrases("furniture_phrase").inside(shape.words):
        return True
    if "©" in shape.text and shape.n_words <= _COPYRIGHT_WORDS:
        return True
    is_sentence = shape.opens_on or shape.bullet or shape.n_words > _ADDRESS_WORDS
    if is_sentence or not phrases("furniture_phrase_weak").inside(shape.words):
        return False
    return shape.n_words <= 6 or phrases("address_words").inside(shape.words)


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
