"""What a line says it is: the marks that decide without looking at its neighbours.

A line that opens with a label ("المصدر:", "اقرأ أيضا"), is nothing but a date, a number, an address
or a phrase of the page's furniture, or is a sentence for certain, gets its mark here. Everything
else is ``short``: a title, a tag, a name, a sub-heading or a caption, which only its place on the
page can tell (see ``core.page.kinds``). Labels count as whole lines or line heads, never inside
prose.
"""

from __future__ import annotations

import re

from core.page.agencies import has_outlet_word, is_agencies, is_dateline, is_name, is_person
from core.page.features import TITLE_WORDS, Shape
from core.page.labelled import read_label
from core.page.lexicon import phrases, words_of
from core.page.mark import Mark
from core.page.site import read_furniture, read_signs
from core.page.stamps import find_stamps, is_ago, is_clock_line, rest_of_stamp_line

IN_PARENTHESES = "in-parentheses"
_SIGNATURE_WORDS = 3
_PARENTHESES = re.compile(r"^[\W_]*[(\[]([^()\[\]]{1,60})[)\]][\W_]*$")
_CAPTION_END = re.compile(r"[(\[][^()\[\]]{2,40}[)\]][\s.]*$")
_CAPTION_WORD = re.compile(
    r"(?<!\w)(?:ارشيفيه|(?:من )?ال?ارشيف$|ارشيف|تعبيريه|توضيحيه|(?:ال)?صوره ?:|getty)(?!\w)"
)
_INITIALS = re.compile(r"^[\W_]*(?:[^\W\d_]\b[\W_]*)*(?=[(\[])")


def mark(shape: Shape) -> Mark:
    """The mark of one line. The order of the questions:

    1. nothing but signs, numbers, addresses, weather; 2. labels; 3. the phrases of furniture;
    4. dates, places and agencies, captions; 5. sentence or not.
    """
    for question in (read_signs, read_label, read_furniture, _stamp, _photo):
        answer = question(shape)
        if answer is not None:
            return answer
    if shape.is_prose:
        return Mark("prose", "sentence")
    if is_name(shape):
        return Mark("name", "given-name")
    return Mark("short", "short-line")


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
    if inside and (is_agencies(shape.words) or has_outlet_word(shape.words)):
        return Mark("signature", "agency-in-parentheses")
    if inside and len(shape.words) <= _SIGNATURE_WORDS and not is_person(shape.words):
        return Mark("short", IN_PARENTHESES)
    if all(len(word) == 1 for word in shape.words) and len(shape.words) <= 8:
        if is_agencies(shape.words):
            return Mark("place", "agency-line")
        return Mark("furniture", "initials")
    if len(shape.words) <= 8 and is_dateline(shape):
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
