"""The day an article was published, and what on the page says so.

1. What the container says of the record (``metadata``), for the first article only; 2. the
article's own date lines, a publication stamp before an update stamp, and a dateline that opens its
first paragraph ("الخليل 14-3-2019 وفا- ..."); 3. a full date that its lede calls today or
yesterday, or sets off by commas as the day of its main verb. A date without a year, one still to
come, one that only belongs to something the lede mentions, and one of another article are no
ground: of the dates with a weekday in ledes of Saudi papers, most are of the last kind.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from core.dates.tense import is_future_verb
from core.model import PublishedFrom
from core.page.lexicon import words_of
from core.page.past import opens_in_the_past
from core.page.stamps import Stamp, find_stamps, parse_clock
from core.page.wires import closing_sign, is_wire_head

_UPDATED = re.compile(r"(?:تحديث|تعديل|updated?|modified)\W*(?:في|on|:)?\W*$")
_TODAY = re.compile(
    r"(?<!\w)(?:(?P<before>اول) +(?:من +)?)?(?P<day>اليوم|امس|البارحه|الليله)"
    r"(?: +(?:من +)?(?:صباح|مساء|ظهر|فجر))?[ ,،]*(?:(?:الواقع +في|الموافق(?: +ل)?|ال)?)[ ,،:]*$"
)
_TO_COME = re.compile(r"(?<!\w)(?:المقبل|المقبله|القادم|القادمه|الجاري +حتي|غدا?)(?!\w)")
_DAY_PART = re.compile(r"(?:(?<!\w)(?:في|صباح|مساء|ظهر|فجر|ليله|يوم)[ ,]+)+$")
_RELATIVE = re.compile(r"(?<!\w)(?:التي|الذي|الذين|سبق|الصادر|المنشور|نشرته)(?!\w)")
_NOT_TODAY = ("روسيا", "المصري", "هذا", "ذلك", "مثل")  # names, and other days than this one
_PREFIX = 120
_LEDE_HEAD = 160  # the day of the main verb stands early


@dataclass(frozen=True, slots=True)
class Publication:
    """A day of publication and its ground; ``at`` only when the zone is known."""

    date: dt.date
    ground: PublishedFrom
    at: dt.datetime | None = None
    stamp: Stamp | None = None


def from_metadata(published: str | None) -> Publication | None:
    """The day a container claims; ISO 8601 and the format of RSS and e-mail are read."""
    value = (published or "").strip()
    if not value:
        return None
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError):
            return None
    return Publication(moment.date(), "metadata", moment if moment.tzinfo else None)


def from_datelines(lines: Sequence[str], month_first: bool) -> Publication | None:
    """The day on an article's own date lines (folded, lower case)."""
    published: list[tuple[str, Stamp]] = []
    updated: list[tuple[str, Stamp]] = []
    for line in lines:
        for stamp in find_stamps(line, month_first):
            is_update = _UPDATED.search(line[: stamp.start]) is not None
            (updated if is_update else published).append((line, stamp))
    for found in (published, updated):
        if found:
            line, stamp = next((x for x in found if not x[1].is_hijri), found[0])
            return Publication(stamp.date, "dateline", _moment(line, stamp), stamp)
    return None


def _moment(line: str, stamp: Stamp) -> dt.datetime | None:
    clock = parse_clock(line[stamp.end :])
    if clock is None or clock.tzinfo is None:
        return None
    return dt.datetime.combine(stamp.date, clock)


def from_prefix(paragraph: str, month_first: bool) -> Publication | None:
    """The day in a dateline that opens the first paragraph: "الخليل 14-3-2019 وفا- رحبت"."""
    head = paragraph[:_PREFIX]
    stamps = [stamp for stamp in find_stamps(head, month_first) if stamp.end < _PREFIX - 5]
    if not stamps:
        return None
    last = stamps[0]
    for stamp in stamps[1:]:
        if len(words_of(head[last.end : stamp.start])) <= 3:
            last = stamp
    before, after = head[: stamps[0].start], head[last.end :]
    end = closing_sign(after)
    if end is None or "منذ" in words_of(before):
        return None
    if not is_wire_head(before, after[:end], paragraph[last.end + end :]):
        return None
    stamp = next((x for x in stamps if not x.is_hijri), stamps[0])
    return Publication(stamp.date, "dateline", None, stamp)


def from_lede(paragraphs: Sequence[str], month_first: bool) -> Publication | None:
    """The day that the first paragraphs call today or yesterday, or that the lede happened on."""
    for number, paragraph in enumerate(paragraphs[:3]):
        text = paragraph[:1500]
        stamps = find_stamps(text, month_first)
        for stamp in stamps:
            back = _days_back(text[: stamp.start])
            if back is not None:
                day = _gregorian_beside(text, stamp, stamps).date + dt.timedelta(days=back)
                return Publication(day, "lede", None, stamp)
        if number == 0:
            for stamp in stamps:
                if stamp.weekday is not None and _has_happened(text, stamp):
                    return Publication(stamp.date, "lede", None, stamp)
    return None


def _days_back(before: str) -> int | None:
    """How many days before publication the words left of a date put it."""
    match = _TODAY.search(before[-45:])
    if match is None:
        return None
    if match["day"] in ("اليوم", "الليله"):
        name = before[: len(before) - len(match.group())].rstrip()
        return None if match["before"] or name.endswith(_NOT_TODAY) else 0
    return 2 if match["before"] else 1


def _gregorian_beside(text: str, stamp: Stamp, stamps: Sequence[Stamp]) -> Stamp:
    """The Gregorian twin of a Hijri date: "12 رجب 1440 هـ (19 مارس 2019)"."""
    if not stamp.is_hijri:
        return stamp
    return next(
        (x for x in stamps if not x.is_hijri and abs((x.date - stamp.date).days) <= 2), stamp
    )


def _has_happened(text: str, stamp: Stamp) -> bool:
    """Whether the day is that of the lede's main verb: "أعلنت الهيئة، الخميس 10 أكتوبر 2024، أن".

    Set off by commas, with no relative clause before it and nothing in the sentence to come.
    """
    sentence = re.split(r"(?<=[^\d])[.؟!] ", text, maxsplit=1)[0]
    before = _DAY_PART.sub("", text[: stamp.start]).rstrip()
    after = text[stamp.end :].lstrip()
    is_set_off = before.endswith(("،", ",")) and after.startswith(("،", ","))
    if not is_set_off or stamp.end > len(sentence) or _RELATIVE.search(before):
        return False
    words = words_of(sentence)
    is_to_come = _TO_COME.search(sentence) or any(map(is_future_verb, words))
    return not is_to_come and opens_in_the_past(words) and stamp.start < _LEDE_HEAD
