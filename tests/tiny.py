"""A corpus that can be checked by eye: four pages, five articles, parsed by hand.

==========  =====  =========  ==========================================================
article     outlet published  holds
==========  =====  =========  ==========================================================
A1          nile   2024-10-05 Nabil (direct, through Qawafil), Nabil again (indirect)
B1          atlas  2024-10-06 the same direct words by Nabil; an unnamed official
C1          nile   undated    the harbour authority denies
D1, D2      atlas  2024-10-12 a glued page: Salma and Nabil jointly; nothing said in D2
==========  =====  =========  ==========================================================

``parse(name)`` gives a page, ``article(name)`` and ``quote(name, number)`` the ids.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from core.frames import build_frames
from core.model import (
    Article,
    ArticleParse,
    Attribution,
    ChainLink,
    Line,
    Mention,
    MentionType,
    Parse,
    Problem,
    Quote,
    Record,
    Span,
    Stance,
    TimeExpression,
    article_id,
    quote_id,
)
from core.publish import Incoming, publish
from core.reading import Outlet
from core.store import Manifest, Store, stage

AT = dt.datetime(2024, 11, 1, 8, 0, tzinfo=dt.UTC)
PARSER = "tiny"

NABIL, SALMA = "per-xnabil", "per-xsalma"
AUTHORITY, QAWAFIL = "org-xauthority", "org-xqawafil"
BEIRUT, TYRE = "loc-beirut", "loc-xtyre"
NAMES: dict[str, tuple[MentionType, str]] = {
    NABIL: ("PER", "نبيل الشامي"),
    SALMA: ("PER", "سلمى عون"),
    AUTHORITY: ("ORG", "هيئة المرافئ"),
    QAWAFIL: ("ORG", "وكالة قوافل"),
    BEIRUT: ("LOC", "بيروت"),
    TYRE: ("LOC", "صور"),
}
OUTLETS = {
    "بريد النيل": Outlet("بريد النيل", "Nile Post", "EG", True),
    "أطلس": Outlet("أطلس", "Atlas", "MA", True),
}
NILE, ATLAS = "bryd-alnyl", "attls"

_TEXTS = {
    "A": (
        "توسعة ميناء صور تبدأ غدا\n"
        'قال نبيل الشامي لوكالة قوافل إن "العمل في الميناء يبدأ صباح الاثنين".\r\n'
        "وأضاف الشامي أن بيروت تنتظر الرصيف الجديد.\n"
        "شارك الخبر\n"
    ),
    "B": (
        "\ufeffرصيف جديد في صور\n"
        "أكد نبيل الشامي أن «العمل فى الميناء يبدأ صباح الإثنين» بعد زيارة بيروت. "
        "وقال مسؤول إن المال متوفر.\n"
    ),
    "C": "نفت هيئة المرافئ تأخر العمل في صور.\n",
    "D": (
        "معرض الكتاب في بيروت\n"
        'قالت سلمى عون ونبيل الشامي: "نرحب بالقراء".\n'
        "اقرأ أيضا\n"
        "أمطار على الساحل\n"
        "هطل المطر في تشرين الأول 2024 على صور ثم على بيروت.\n"
    ),
}
_PUBLISHED = {"A": dt.date(2024, 10, 5), "B": dt.date(2024, 10, 6), "D": dt.date(2024, 10, 12)}
_OUTLET_OF = {"A": "بريد النيل", "B": "أطلس", "C": "بريد النيل", "D": "أطلس"}


def record(page: str) -> Record:
    """The stored page ``A`` … ``D``."""
    return Record(
        record_id=page,
        path=f"tiny/{page}.txt",
        text=_TEXTS[page],
        outlet=_OUTLET_OF[page],
        n_bytes=len(_TEXTS[page].encode()),
    )


def article(name: str) -> str:
    """The id of article ``A1`` … ``D2``."""
    return article_id(record(name[0]).page_id, int(name[1:]))


def quote(name: str, number: int = 0) -> str:
    """The id of an article's quote, counted from 0."""
    read = parse(name[0]).articles[int(name[1:]) - 1]
    return quote_id(article(name), read.quotes[number])


def parse(page: str) -> Parse:
    """Everything read in a page, by hand."""
    return {"A": _page_a, "B": _page_b, "C": _page_c, "D": _page_d}[page]()


def parses() -> list[Parse]:
    """All four pages."""
    return [parse(page) for page in "ABCD"]


def tiny_store(
    root: Path, pages: Sequence[Parse] | None = None, problems: Sequence[Problem] = ()
) -> Store:
    """A store with the pages published."""
    store = Store(root)
    publish_pages(store, parses() if pages is None else pages, problems)
    return store


def publish_pages(
    store: Store,
    pages: Sequence[Parse],
    problems: Sequence[Problem] = (),
    reread: frozenset[str] = frozenset(),
) -> Manifest:
    """Add pages to a store as an ingest would."""
    frames = build_frames([*pages, *problems], ingested_at=AT, parser=PARSER)
    with store.writing():
        lot = stage(store.root / "staged" / PARSER, "lot", frames)
        incoming = Incoming([lot], reread, OUTLETS)
        manifest = publish(store, incoming, created_at=AT)
        store.clear_staged()
    return manifest


def _page_a() -> Parse:
    text = _TEXTS["A"]
    direct = Quote(
        *_inside(text, "العمل في الميناء يبدأ صباح الاثنين"),
        "direct",
        "marks",
        0.95,
        Attribution(
            cue=_span(text, "قال"),
            stance="says",
            speaker_span=_span(text, "نبيل الشامي"),
            speaker_name="نبيل الشامي",
            speaker_kind="person",
            speaker_entity_id=NABIL,
            via=(ChainLink("وكالة قوافل", _span(text, "وكالة قوافل"), QAWAFIL),),
            rule="verb-subject",
        ),
    )
    indirect = _said(
        text,
        "بيروت تنتظر الرصيف الجديد",
        "indirect",
        cue="أضاف",
        stance="says",
        speaker="الشامي",
        entity_id=NABIL,
        nth=1,
    )
    read = ArticleParse(
        Article(
            1,
            headline="توسعة ميناء صور تبدأ غدا",
            headline_span=_span(text, "توسعة ميناء صور تبدأ غدا"),
            published=_PUBLISHED["A"],
            published_from="dateline",
            credits=("وكالة قوافل",),
        ),
        mentions=(
            _mention(text, "صور", TYRE),
            _mention(text, "نبيل الشامي", NABIL),
            _mention(text, "وكالة قوافل", QAWAFIL),
            _mention(text, "الشامي", NABIL, nth=1),
            _mention(text, "بيروت", BEIRUT),
        ),
        quotes=(direct, indirect),
        dates=(
            TimeExpression(
                *_inside(text, "غدا"),
                "DATE",
                "2024-10-06",
                "day",
                "gregorian",
                "relative-day",
                dt.date(2024, 10, 6),
                dt.date(2024, 10, 7),
            ),
        ),
    )
    return Parse(record("A"), _lines(text, {0: "headline", 3: "furniture"}, {3: None}), (read,))


def _page_b() -> Parse:
    text = _TEXTS["B"]
    direct = _said(
        text,
        "العمل فى الميناء يبدأ صباح الإثنين",
        "direct",
        cue="أكد",
        stance="confirms",
        speaker="نبيل الشامي",
        entity_id=NABIL,
        said_on="2024-10-06",
    )
    official = Quote(
        *_inside(text, "المال متوفر"),
        "indirect",
        "complementiser",
        0.6,
        Attribution(
            cue=_span(text, "قال"),
            stance="says",
            speaker_span=_span(text, "مسؤول"),
            speaker_name="مسؤول",
            speaker_kind="unnamed",
            unnamed_class="official",
            rule="verb-subject",
        ),
    )
    read = ArticleParse(
        Article(
            1,
            headline="رصيف جديد في صور",
            headline_span=_span(text, "رصيف جديد في صور"),
            published=_PUBLISHED["B"],
            published_from="metadata",
        ),
        mentions=(
            _mention(text, "صور", TYRE),
            _mention(text, "نبيل الشامي", NABIL),
            _mention(text, "بيروت", BEIRUT),
        ),
        quotes=(direct, official),
    )
    return Parse(record("B"), _lines(text, {0: "headline"}), (read,))


def _page_c() -> Parse:
    text = _TEXTS["C"]
    denial = _said(
        text,
        "تأخر العمل في صور",
        "indirect",
        cue="نفت",
        stance="denies",
        speaker="هيئة المرافئ",
        entity_id=AUTHORITY,
    )
    read = ArticleParse(
        Article(1),
        mentions=(_mention(text, "هيئة المرافئ", AUTHORITY), _mention(text, "صور", TYRE)),
        quotes=(denial,),
    )
    problem = Problem(
        "tiny/C.txt", "page", "no-date", "nothing says when", record("C").page_id, article("C1")
    )
    return Parse(record("C"), _lines(text, {}), (read,), (problem,))


def _page_d() -> Parse:
    text = _TEXTS["D"]
    joint = Quote(
        *_inside(text, "نرحب بالقراء"),
        "direct",
        "marks",
        0.9,
        Attribution(
            cue=_span(text, "قالت"),
            stance="says",
            speaker_span=_span(text, "سلمى عون ونبيل الشامي"),
            speaker_name="سلمى عون؛ نبيل الشامي",
            speaker_kind="person",
            rule="verb-subject",
        ),
    )
    first = ArticleParse(
        Article(
            1,
            headline="معرض الكتاب في بيروت",
            headline_span=_span(text, "معرض الكتاب في بيروت"),
            published=_PUBLISHED["D"],
            published_from="metadata",
        ),
        mentions=(
            _mention(text, "بيروت", BEIRUT),
            _mention(text, "سلمى عون", SALMA),
            _mention(text, "نبيل الشامي", NABIL),
        ),
        quotes=(joint,),
    )
    second = ArticleParse(
        Article(
            2,
            headline="أمطار على الساحل",
            headline_span=_span(text, "أمطار على الساحل"),
            published=_PUBLISHED["D"],
            published_from="metadata",
        ),
        mentions=(_mention(text, "صور", TYRE), _mention(text, "بيروت", BEIRUT, nth=1)),
        dates=(
            TimeExpression(
                *_inside(text, "تشرين الأول 2024"),
                "DATE",
                "2024-10",
                "month",
                "gregorian",
                "month-year",
                dt.date(2024, 10, 1),
                dt.date(2024, 11, 1),
            ),
        ),
    )
    kinds = {0: "headline", 2: "cross_link", 3: "headline"}
    lines = _lines(text, kinds, {2: None, 3: 2, 4: 2})
    return Parse(record("D"), lines, (first, second))


def _said(
    text: str,
    words: str,
    kind: str,
    *,
    cue: str,
    stance: Stance,
    speaker: str,
    entity_id: str,
    nth: int = 0,
    said_on: str | None = None,
) -> Quote:
    about = tuple(one for one, (_, name) in NAMES.items() if name in words and one != entity_id)
    return Quote(
        *_inside(text, words),
        kind,  # type: ignore[arg-type]
        "marks" if kind == "direct" else "complementiser",
        0.8,
        Attribution(
            cue=_span(text, cue),
            stance=stance,
            speaker_span=_span(text, speaker, nth),
            speaker_name=NAMES[entity_id][1],
            speaker_kind="organisation" if entity_id.startswith("org") else "person",
            speaker_entity_id=entity_id,
            rule="verb-subject",
        ),
        said_on=said_on,
        about=about,
    )


def _mention(text: str, form: str, entity_id: str, nth: int = 0) -> Mention:
    span = _span(text, form, nth)
    kind, name = NAMES[entity_id]
    return Mention(span.start, span.end, kind, name, entity_id, "by-hand", 0.9)


def _span(text: str, form: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(form, at + 1)
    return Span(at, at + len(form))


def _inside(text: str, form: str) -> tuple[int, int]:
    span = _span(text, form)
    return span.start, span.end


def _lines(
    text: str, kinds: dict[int, str], articles: dict[int, int | None] | None = None
) -> tuple[Line, ...]:
    """A line for each line of the text: ``body`` of article 1 unless said otherwise."""
    lines, at = [], 0
    for number, raw in enumerate(text.splitlines(keepends=True)):
        body = raw.strip("\ufeff\r\n")
        start = at + raw.index(body)
        kind = kinds.get(number, "body")
        owner = (articles or {}).get(number, 1)
        lines.append(Line(start, start + len(body), kind, owner, "by-hand"))  # type: ignore[arg-type]
        at += len(raw)
    return tuple(lines)
