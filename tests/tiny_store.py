"""A store of four articles that can be checked by eye, made without the recognisers.

What is on the screen can be tested exactly, whatever the recognisers learn: the parses are written
by hand. ``[…]`` below are article ids by short name.

    first   منبر الشرق  5 January   سالم الحداد says and (through وكالة البرق) warns; هدى الراوي
    second  منبر الشرق  6 January   هدى الراوي denies
    third   صدى الغرب   6 January   an unnamed official says
    undated صدى الغرب   no date     no quote
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from core.frames import build_frames
from core.model import (
    Article,
    ArticleParse,
    Attribution,
    ChainLink,
    Line,
    Mention,
    Parse,
    Quote,
    Record,
    Span,
    TimeExpression,
    article_id,
)
from core.publish import Incoming, publish
from core.store import Store, stage

NOW = dt.datetime(2026, 1, 10, 9, tzinfo=dt.UTC)
SALEM, HUDA, TANGIER, BOARD = "per-salem", "per-huda", "loc-tangier", "org-board"

EAST, WEST = "منبر الشرق", "صدى الغرب"

FIRST = Record(
    "first",
    "tiny/first.txt",
    "هيئة الجسور تفتح جسر طنجة\r\n"
    "طنجة - قال سالم الحداد: «الجسر جاهز منذ أمس»، وحيّا هدى الراوي.\r\n"
    'وحذر الحداد، بحسب وكالة البرق، من "زحام في طنجة".\r\n'
    "اقرأ أيضا: سباق القوارب\r\n",
    outlet=EAST,
)
SECOND = Record(
    "second",
    "tiny/second.txt",
    "الراوي تنفي\r\nنفت هدى الراوي أن يكون سالم الحداد قد استقال يوم 6 يناير 2026.\r\n",
    outlet=EAST,
)
THIRD = Record(
    "third",
    "tiny/third.txt",
    'الجسر مفتوح\r\nقال مسؤول في هيئة الجسور: "العبور مجاني".\r\n',
    outlet=WEST,
)
UNDATED = Record("undated", "tiny/undated.txt", "بلا خبر\r\nلا جديد في طنجة.\r\n", outlet=WEST)

IDS = {
    name: article_id(record.page_id, 1)
    for name, record in (
        ("first", FIRST),
        ("second", SECOND),
        ("third", THIRD),
        ("undated", UNDATED),
    )
}

_NAMES = {
    SALEM: ("PER", "سالم الحداد", ("سالم الحداد", "الحداد")),
    HUDA: ("PER", "هدى الراوي", ("هدى الراوي",)),
    TANGIER: ("LOC", "طنجة", ("طنجة",)),
    BOARD: ("ORG", "هيئة الجسور", ("هيئة الجسور",)),
}


def span(record: Record, words: str, nth: int = 0) -> Span:
    """Where ``words`` stand in the record's text, for the ``nth`` time."""
    at = -1
    for _ in range(nth + 1):
        at = record.text.index(words, at + 1)
    return Span(at, at + len(words))


def build(root: Path) -> Path:
    """Writes the store below ``root``."""
    store = Store(root)
    parses = [_first(), _second(), _third(), _undated()]
    with store.writing():
        frames = build_frames(parses, ingested_at=NOW, parser="by-hand")
        lot = stage(root / "staged" / "by-hand", "lot", frames)
        publish(store, Incoming(lots=[lot]), created_at=NOW)
        store.clear_staged()
    return root


def _first() -> Parse:
    cue = span(FIRST, "قال")
    said = _quote(
        FIRST,
        "الجسر جاهز منذ أمس",
        Attribution(cue, "says", *_speaker(FIRST, "سالم الحداد", SALEM), rule="cue-first"),
        said_on="2026-01-04",
    )
    link = ChainLink("وكالة البرق", span(FIRST, "وكالة البرق"))
    warned = _quote(
        FIRST,
        "زحام في طنجة",
        Attribution(
            span(FIRST, "حذر"),
            "warns",
            span(FIRST, "الحداد", 1),
            "سالم الحداد",
            "person",
            SALEM,
            via=(link,),
            rule="cue-first",
        ),
        about=(TANGIER,),
    )
    yesterday = TimeExpression(
        *_ends(span(FIRST, "أمس")),
        "DATE",
        "2026-01-04",
        "day",
        "gregorian",
        "deictic-day",
        dt.date(2026, 1, 4),
        dt.date(2026, 1, 5),
    )
    return _parse(FIRST, dt.date(2026, 1, 5), (said, warned), (yesterday,))


def _second() -> Parse:
    denied = _quote(
        SECOND,
        "يكون سالم الحداد قد استقال يوم 6 يناير 2026",
        Attribution(
            span(SECOND, "نفت"), "denies", *_speaker(SECOND, "هدى الراوي", HUDA), rule="masdar"
        ),
        kind="indirect",
        about=(SALEM,),
    )
    sixth = TimeExpression(
        *_ends(span(SECOND, "يوم 6 يناير 2026")),
        "DATE",
        "2026-01-06",
        "day",
        "gregorian",
        "day-month-year",
        dt.date(2026, 1, 6),
        dt.date(2026, 1, 7),
    )
    return _parse(SECOND, dt.date(2026, 1, 6), (denied,), (sixth,))


def _third() -> Parse:
    unnamed = Attribution(
        span(THIRD, "قال"),
        "says",
        span(THIRD, "مسؤول"),
        "مسؤول في هيئة الجسور",
        "unnamed",
        unnamed_class="official",
        rule="cue-first",
    )
    return _parse(THIRD, dt.date(2026, 1, 6), (_quote(THIRD, "العبور مجاني", unnamed),), ())


def _undated() -> Parse:
    return _parse(UNDATED, None, (), ())


def _quote(
    record: Record,
    words: str,
    attribution: Attribution,
    *,
    kind: str = "direct",
    said_on: str | None = None,
    about: tuple[str, ...] = (),
) -> Quote:
    start, end = _ends(span(record, words))
    return Quote(start, end, kind, "marks", 0.95, attribution, said_on, about=about)  # type: ignore[arg-type]


def _speaker(record: Record, name: str, entity: str) -> tuple[Span, str, str, str]:
    return span(record, name), name, "person", entity


def _parse(
    record: Record,
    published: dt.date | None,
    quotes: tuple[Quote, ...],
    dates: tuple[TimeExpression, ...],
) -> Parse:
    lines = tuple(_lines(record))
    article = Article(
        1,
        lines[0].span.of(record.text),
        lines[0].span,
        published=published,
        published_from="metadata" if published else None,
        outlet=record.outlet,
    )
    mentions = tuple(sorted(_mentions(record), key=lambda mention: mention.start))
    return Parse(record, lines, (ArticleParse(article, mentions, quotes, dates),))


def _lines(record: Record) -> list[Line]:
    lines, at = [], 0
    for number, text in enumerate(record.text.split("\r\n")):
        if text:
            kind = "headline" if number == 0 else "body"
            if text.startswith("اقرأ أيضا"):
                kind = "cross_link"
            rule = {"headline": "first-line", "body": "sentence"}.get(kind, "read-also")
            lines.append(Line(at, at + len(text), kind, 1, rule))  # type: ignore[arg-type]
        at += len(text) + 2
    return lines


def _mentions(record: Record) -> list[Mention]:
    found: dict[int, Mention] = {}
    for entity, (kind, name, forms) in _NAMES.items():
        for form in forms:
            for nth in range(record.text.count(form)):
                start, end = _ends(span(record, form, nth))
                if not any(m.start <= start < m.end for m in found.values()):
                    found[start] = Mention(start, end, kind, name, entity, "gazetteer", 0.9)  # type: ignore[arg-type]
    return list(found.values())


def _ends(place: Span) -> tuple[int, int]:
    return place.start, place.end
