"""Labelled cases of the quotes stage, its invariants on any text, and grouping of statements."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from growing import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model import Article, ArticleParse, Line, Mention, Parse, Quote, Record, Span
from core.names import Entity
from core.quotes import QuoteReading, find_quotes, referents
from core.quotes.account import describe
from core.quotes.cues import cue_table, read_cue
from core.quotes.lexicon import table
from core.quotes.marks import find_marked
from core.quotes.statements import Said, group_statements
from core.text.article import ArticleText
from core.text.fold import fold, fold_key

CASES = Path(__file__).parent / "cases"
CASE_FILES = [
    "quotes.yaml",
    "quotes_marks.yaml",
    "quotes_names.yaml",
    "quotes_nominal.yaml",
    "quotes_shapes.yaml",
    "quotes_speakers.yaml",
]
_TAGGED = re.compile(r"\[([^\]]*)\]\((direct|indirect|scare)\)")


def load(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def marked_text(tagged: str) -> tuple[str, list[tuple[str, Span]]]:
    """The plain text of ``[words](tag)`` marking, and its spans in order."""
    plain, spans, at = "", [], 0
    for match in _TAGGED.finditer(tagged):
        plain += tagged[at : match.start()]
        spans.append((match[2], Span(len(plain), len(plain) + len(match[1]))))
        plain += match[1]
        at = match.end()
    return plain + tagged[at:], spans


def article_of(text: str, outlet: str | None = None) -> ArticleText:
    lines, at = [], 0
    for row in text.split("\n"):
        if row.strip():
            start = at + len(row) - len(row.lstrip())
            lines.append(Line(start, at + len(row.rstrip()), "body", 1, "test"))
        at += len(row) + 1
    return ArticleText(fold(text), Article(1, outlet=outlet), tuple(lines))


def mentions_in(text: str, case: dict[str, Any]) -> list[Mention]:
    same = case.get("same", {})
    taken: list[Mention] = []
    named = [(kind, form) for kind, forms in case.get("names", {}).items() for form in forms]
    for kind, form in sorted(named, key=lambda pair: -len(pair[1])):
        for match in re.finditer(re.escape(form), text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in taken):
                name = same.get(form, form)
                taken.append(Mention(*match.span(), kind, name, f"e:{name}", "test", 1.0))
    return taken


def read(case: dict[str, Any]) -> tuple[str, list[tuple[str, Span]], QuoteReading]:
    text, spans = marked_text(case["text"])
    reading = find_quotes(article_of(text, case.get("outlet")), mentions_in(text, case), ())
    return text, spans, reading


@pytest.mark.parametrize(
    "case",
    [case for name in CASE_FILES for case in load(name)],
    ids=lambda case: case["label"],
)
def test_case(case: dict[str, Any]) -> None:
    text, spans, reading = read(case)
    if case.get("any"):
        assert reading.quotes
        return
    found = [(quote.kind, quote.span.of(text)) for quote in reading.quotes]
    expected = [(kind, span.of(text)) for kind, span in spans if kind != "scare"]
    assert [pair for pair in found if pair in expected or not case.get("loose")] == expected, found
    scare = [span.of(text) for kind, span in spans if kind == "scare"]
    assert set(scare) <= {span.of(text) for span in reading.scare}
    quotes = [q for q in reading.quotes if (q.kind, q.span.of(text)) in expected]
    for quote, wanted in zip(quotes, case["expect"], strict=True):
        assert_attribution(quote, wanted, text)


def test_an_office_stands_for_its_holder_whom_the_article_names(monkeypatch) -> None:
    holders = {"وزير الري الكندي": "سامر الحلو", "وزير الطاقة الكندي": "كريم النجار"}

    def holder(role: str, day: object) -> Entity | None:
        name = holders.get(role)
        return Entity(f"e:{name}", "PER", name) if name else None

    monkeypatch.setattr(referents, "holder", holder)
    case = {
        "text": "التقى الوفد سامر الحلو. وقال وزير الري الكندي إن [العمل مستمر](indirect). "
        "وقال وزير الطاقة الكندي إن [السد جاهز](indirect).",
        "names": {"PER": ["سامر الحلو"]},
    }
    _, _, reading = read(case)
    said = [quote.attribution for quote in reading.quotes]
    found = [(one.speaker_name, one.speaker_kind) for one in said]
    assert found == [("سامر الحلو", "person"), ("وزير الطاقة الكندي", "role")]


def assert_attribution(quote: Quote, wanted: dict[str, Any], text: str) -> None:
    said = quote.attribution
    actual = {
        "speaker": said.speaker_name,
        "kind": said.speaker_kind,
        "cue": said.cue.of(text) if said.cue else None,
        "stance": said.stance,
        "class": said.unnamed_class,
        "via": [link.name for link in said.via],
        "rule": quote.rule,
    }
    assert {key: actual[key] for key in wanted} == wanted
    if said.speaker_name is None:
        assert said.unknown_because


@pytest.mark.parametrize("case", load("quotes_cues.yaml"), ids=lambda case: case["form"])
def test_cue_form(case: dict[str, Any]) -> None:
    readings = [reading.cue for reading in read_cue(fold_key(case["form"]))]
    assert any(
        cue.lemma == fold_key(case["lemma"])
        and (cue.mood, cue.gender, cue.number, cue.stance)
        == (case["mood"], case["gender"], case["number"], case["stance"])
        for cue in readings
    ), readings


def test_the_lexicon_is_large_and_every_stance_has_words_and_an_example() -> None:
    cues = [cue for forms in cue_table().values() for cue in forms]
    words = {(cue.lemma, cue.mood == "masdar") for cue in cues}
    assert len(words) >= 250
    assert {cue.stance for cue in cues} == {row[0] for row in table("stances")}
    assert all(len(row) == 3 and row[2] for row in table("stances"))


# -- invariants -------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    "قال أضافت الوزير سالم إن أن بأنه: ، . \" « » “ ” ' بحسب وفقا للوزارة مضيفا الميناء "
    "جاهز نقلت رويترز عن قوله المصدر طالب بإعادة \n \u00a0 ( ) - .. … ؟ 11.7 CNN لـ".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=60).map(" ".join), st.text(max_size=40))
def test_any_text_keeps_the_invariants(prose: str, noise: str) -> None:
    text = f"{prose} {noise}".replace("\r", " ")
    article = article_of(text)
    reading = find_quotes(article, (), ())
    assert reading == find_quotes(article_of(text), (), ())
    marked = set(find_marked(text, article.lines))
    direct = [quote.span for quote in reading.quotes if quote.kind == "direct"]
    assert marked == {*direct, *reading.scare}
    assert len(marked) == len(direct) + len(reading.scare)
    for kind in ("direct", "indirect"):
        spans = [quote.span for quote in reading.quotes if quote.kind == kind]
        assert all(not a.overlaps(b) for a, b in pairwise(spans))
    inside = [line.span for line in article.lines]
    for quote in reading.quotes:
        assert quote.start < quote.end
        assert any(line.start <= quote.start < line.end for line in inside)
        assert any(line.start < quote.end <= line.end for line in inside)
        assert 0 <= quote.confidence <= 1


_PROSE = 'قال مدير الميناء سالم الأيوبي إن "الرصيف جاهز"، مضيفا أن العمل يبدأ غدا. '
_BACKWARD = (
    "وقال سالم في المقابلة إن الرصيف جاهز. ",
    "وقال اللاعب الكندي إن الموسم طويل. ",
)
"""What points back to anything said before, however long ago."""


@pytest.mark.parametrize(
    ("unit", "length"),
    [(unit, 30_000) for unit in (_PROSE, *_BACKWARD)]
    + [(unit, 250_000) for unit in ('"', '" ', '"«', "«", "'' ", "» «")]
    + [
        (unit, 20_000)
        for unit in ('"\n', '"ا" ', '"ا"\n', 'ا" "ا ', "'ا' ", 'قال "ا" ', '"الرصيف\n')
    ],
)
def test_reading_grows_with_the_length_only(unit: str, length: int) -> None:
    assert_linear(lambda text: find_quotes(article_of(text), (), ()), unit, length)


# -- statements and account -------------------------------------------------------------------


def test_the_same_statement_is_grouped_and_named_by_its_first_carrier() -> None:
    words = "الرصيف الجديد جاهز لاستقبال السفن ابتداء من يوم الأحد المقبل"
    carriers = [
        Said("late", "سالم الأيوبي", words.replace("أ", "ا"), "2024-05-03"),
        Said("first", "سالم الأيوبي", words, "2024-05-01"),
        Said("cut", "سالم الأيوبي", " ".join(words.split()[:7]), "2024-05-02"),
        Said("other", "سالم الأيوبي", "ميزانية العام المقبل لم تقر بعد في المجلس", "2024-05-02"),
        Said("someone", "ليلى الحمصي", words, "2024-05-02"),
        Said("unknown", None, words, "2024-05-02"),
    ]
    ids = group_statements(carriers)
    assert ids["late"] == ids["first"] == ids["cut"]
    assert len({ids["first"], ids["other"], ids["someone"], ids["unknown"]}) == 4
    assert ids == group_statements(reversed(carriers))
    assert ids["first"] == group_statements(carriers[1:2])["first"]


def test_the_account_names_speaker_cue_chain_and_rule() -> None:
    text = 'وقال مسؤول محلي لرويترز "الرصيف جاهز". وزار فيلم "البحر" المدينة.'
    article = article_of(text)
    reading = find_quotes(article, (), ())
    parsed = ArticleParse(article.article, (), reading.quotes, (), reading.scare)
    account = describe(Parse(Record("page", "page.txt", text), article.lines, (parsed,)))
    assert "«الرصيف جاهز»" in account
    assert "speaker: مسؤول محلي (unnamed, local)" in account
    assert "through: رويترز" in account
    assert "rule: verb-subject" in account
    assert "in marks, no quotes: «البحر»" in account
