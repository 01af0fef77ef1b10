"""Every question on a corpus that can be checked by eye (``tiny``)."""

from __future__ import annotations

import datetime as dt
import inspect
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import tiny
from tiny import ATLAS, AUTHORITY, BEIRUT, NABIL, NILE, QAWAFIL, SALMA, TYRE, article, quote

from core.corpus import Corpus, columns
from core.corpus.bursts import find_bursts
from core.corpus.compare import period_days
from core.corpus.overview import Bucket
from core.frames import Schema
from core.model import Article, ArticleParse, Line, Parse, Record
from core.selection import Selection

ALL = Selection()
NOTHING = Selection(entities=("per-nobody",))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("corpus")
    tiny.tiny_store(root)
    return Corpus.open(root)


def test_coverage(corpus: Corpus) -> None:
    assert corpus.coverage(ALL) == {
        "n_articles": 5, "n_dated": 4, "n_undated": 1, "n_outlets": 2, "n_quotes": 6,
        "n_direct": 3, "n_indirect": 3, "n_attributed": 6, "n_unnamed": 1, "n_said_on": 1,
        "n_copies": 0, "n_problems": 1, "first_day": dt.date(2024, 10, 5),
        "last_day": dt.date(2024, 10, 12),
    }  # fmt: skip
    nothing = corpus.coverage(NOTHING)
    assert (nothing["n_articles"], nothing["n_undated"], nothing["first_day"]) == (0, 0, None)


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(), "A1 B1 C1 D1 D2"),
        (Selection(begin=dt.date(2024, 10, 6)), "B1 D1 D2"),
        (Selection(end=dt.date(2024, 10, 6)), "A1 B1"),
        (Selection(begin=dt.date(2024, 10, 6), end=dt.date(2024, 10, 6)), "B1"),
        (Selection(undated=True), "C1"),
        (Selection(outlets=(NILE,)), "A1 C1"),
        (Selection(outlets=(NILE, ATLAS)), "A1 B1 C1 D1 D2"),
        (Selection(entities=(NABIL,)), "A1 B1 D1"),
        (Selection(entities=(NABIL, TYRE)), "A1 B1"),
        (Selection(speakers=(SALMA,)), "D1"),
        (Selection(speakers=(SALMA, AUTHORITY)), "C1 D1"),
        (Selection(speakers=("unnamed:official",)), "B1"),
        (Selection(unnamed=("official",)), "B1"),
        (Selection(about=(TYRE,)), "C1"),
        (Selection(kinds=("indirect",)), "A1 B1 C1"),
        (Selection(stances=("denies", "confirms")), "B1 C1"),
        (Selection(kinds=("direct",), stances=("says",)), "A1 D1"),
        (Selection(speakers=(NABIL,), outlets=(NILE,)), "A1"),
        (Selection(words="الميناء", begin=dt.date(2024, 10, 6)), "B1"),
        (NOTHING, ""),
    ],
)
def test_articles_of_a_selection(corpus: Corpus, selection: Selection, found: str) -> None:
    articles = corpus.articles(selection, page_size=None)
    assert set(articles["article_id"]) == {article(name) for name in found.split()}
    assert corpus.count_articles(selection) == len(found.split())
    assert corpus.coverage(selection)["n_articles"] == len(found.split())


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        (Selection(), 6),
        (Selection(kinds=("direct",)), 3),
        (Selection(speakers=(NABIL,)), 4),
        (Selection(speakers=(NABIL,), kinds=("direct",)), 3),
        (Selection(entities=(SALMA,)), 1),
        (Selection(about=(BEIRUT,)), 1),
        (Selection(undated=True), 1),
        (NOTHING, 0),
    ],
)
def test_quotes_of_a_selection(corpus: Corpus, selection: Selection, count: int) -> None:
    assert corpus.count_quotes(selection) == count
    assert len(corpus.quotes(selection, page_size=None)) == count


def test_order_and_pages_of_articles(corpus: Corpus) -> None:
    newest = corpus.articles(ALL)["article_id"].tolist()
    assert newest[2:] == [article("B1"), article("A1"), article("C1")], "undated ones come last"
    oldest = corpus.articles(ALL, order="oldest")["article_id"].tolist()
    assert oldest[:2] == [article("A1"), article("B1")]
    assert oldest[-1] == article("C1")
    by_two = [
        corpus.articles(ALL, page=page, page_size=2)["article_id"].tolist() for page in (1, 2, 3)
    ]
    assert [one for part in by_two for one in part] == newest


def test_an_article_row(corpus: Corpus) -> None:
    row = corpus.articles(Selection(entities=(QAWAFIL,))).iloc[0]
    assert (row["outlet_id"], row["outlet"], row["n_quotes"]) == (NILE, "بريد النيل", 2)
    assert row["published"] == pd.Timestamp("2024-10-05")


def test_outlets_and_options(corpus: Corpus) -> None:
    outlets = corpus.outlets()
    assert outlets["outlet_id"].tolist() == [ATLAS, NILE]
    assert outlets["n_articles"].tolist() == [3, 2]
    assert outlets["name_en"].tolist() == ["Atlas", "Nile Post"]
    assert corpus.is_sample


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الشامي", [NABIL]),
        ("الشامى", [NABIL]),
        ("شام", [NABIL]),
        ("هيئة المرافىء", []),
        ("هيئه المرافئ", [AUTHORITY]),
        ("beirut", [BEIRUT]),
        ("صور", [TYRE]),
        ("لا أحد", []),
    ],
)
def test_entities_are_found_in_any_spelling(corpus: Corpus, text: str, found: list[str]) -> None:
    assert corpus.find_entities(text)["entity_id"].tolist() == found


def test_found_entities_come_by_type_and_frequency(corpus: Corpus) -> None:
    assert corpus.find_entities("", entity_type="LOC")["entity_id"].tolist() == [BEIRUT, TYRE]
    assert corpus.find_speakers("نبيل")["speaker_id"].tolist() == [NABIL]
    assert corpus.find_speakers("")["speaker_id"].tolist()[0] == NABIL
    assert corpus.names([TYRE, NABIL])["name"].tolist() == ["صور", "نبيل الشامي"]


def test_volume(corpus: Corpus) -> None:
    days = corpus.volume(ALL)
    assert list(map(tuple, days[["outlet_id", "n"]].to_numpy())) == [
        (NILE, 1),
        (ATLAS, 1),
        (ATLAS, 2),
    ]
    weeks = corpus.volume(ALL, bucket="week", by=None)
    assert weeks["bucket"].dt.strftime("%Y-%m-%d").tolist() == ["2024-09-30", "2024-10-07"]
    assert weeks["n"].tolist() == [2, 2]
    assert weeks["outlet_id"].isna().all()
    assert corpus.volume(ALL, bucket="month", by=None)["n"].tolist() == [4]


def test_entity_counts(corpus: Corpus) -> None:
    counts = corpus.entity_counts(ALL)
    rows = {row.entity_id: (row.n_articles, row.n_mentions) for row in counts.itertuples()}
    assert rows == {
        BEIRUT: (4, 4), TYRE: (4, 4), NABIL: (3, 4), AUTHORITY: (1, 1), QAWAFIL: (1, 1),
        SALMA: (1, 1),
    }  # fmt: skip
    people = corpus.entity_counts(ALL, "PER", limit=1)
    assert people["entity_id"].tolist() == [NABIL]


def test_trend_companions_places_spellings(corpus: Corpus) -> None:
    trend = corpus.entity_trend(ALL, [NABIL, TYRE], "week")
    assert sorted(map(tuple, trend[["entity_id", "n"]].to_numpy())) == sorted(
        [(NABIL, 2), (TYRE, 2), (NABIL, 1), (TYRE, 1)]
    )
    near = corpus.companions(ALL, NABIL)
    assert dict(zip(near["entity_id"], near["n"], strict=True)) == {
        BEIRUT: 3, TYRE: 2, QAWAFIL: 1, SALMA: 1,
    }  # fmt: skip
    nearer = corpus.companions(ALL, NABIL, within="sentence")
    assert dict(zip(nearer["entity_id"], nearer["n"], strict=True)) == {
        BEIRUT: 2, QAWAFIL: 1, SALMA: 1,
    }  # fmt: skip
    places = corpus.places(ALL)
    assert places[["entity_id", "n"]].to_numpy().tolist() == [[BEIRUT, 4]]
    assert places["lat"][0] == pytest.approx(33.89)
    assert corpus.spellings(ALL, NABIL).to_numpy().tolist() == [["نبيل الشامي", 3], ["الشامي", 1]]


def test_profile(corpus: Corpus) -> None:
    profile = corpus.profile(NABIL)
    assert profile is not None
    assert (profile["n_articles"], profile["n_mentions"], profile["n_quotes_by"]) == (3, 4, 4)
    assert profile["first_seen"] == pd.Timestamp("2024-10-05")
    assert corpus.profile("per-nobody") is None


def test_passages_show_the_sentence(corpus: Corpus) -> None:
    found = corpus.passages(ALL, NABIL, page_size=None)
    assert len(found) == corpus.count_passages(ALL, NABIL) == 4
    row = found[found["article_id"] == article("A1")].iloc[1]
    assert row["sentence"] == "وأضاف الشامي أن بيروت تنتظر الرصيف الجديد."
    at = row["start"] - row["sentence_start"]
    assert row["sentence"][at : at + row["end"] - row["start"]] == "الشامي"


@pytest.mark.parametrize("bucket", ["day", "week", "month"])
def test_a_bar_of_days_talked_about_opens_the_dates_it_counts(
    corpus: Corpus, bucket: Bucket
) -> None:
    bars = corpus.talked_about(ALL, bucket)
    assert len(bars)
    for bar in bars.itertuples():
        dates = (bar.bucket.date(), bucket)
        assert corpus.count_dated_passages(ALL, dates) == bar.n
        assert len(corpus.dated_passages(ALL, dates, page_size=None)) == bar.n


def test_a_day_is_not_talked_about_where_its_month_is(corpus: Corpus) -> None:
    october = dt.date(2024, 10, 1)
    assert corpus.dated_passages(ALL, (october, "day")).empty
    named = corpus.dated_passages(ALL, (october, "month"))
    assert named["article_id"].tolist() == [article("D2"), article("A1")]
    assert corpus.count_dated_passages(ALL, (dt.date(2024, 10, 6), "day")) == 1


def test_a_quote_row(corpus: Corpus) -> None:
    quotes = corpus.quotes(ALL, order="confidence").set_index("quote_id")
    row = quotes.loc[quote("A1")]
    assert row["text"] == "العمل في الميناء يبدأ صباح الاثنين"
    assert (row["speaker_id"], row["speaker_name"]) == (NABIL, "نبيل الشامي")
    assert (row["cue"], row["stance"], row["kind"]) == ("قال", "says", "direct")
    assert row["via"] == ("وكالة قوافل",)
    assert row["n_carriers"] == 2
    assert pd.isna(row["unnamed_class"])
    assert quotes.index[0] == quote("A1"), "most certain first"
    newest = corpus.quotes(ALL)["quote_id"].tolist()
    assert newest[0] == quote("D1")
    assert newest[-1] == quote("C1")


def test_speakers_stances_unnamed(corpus: Corpus) -> None:
    speakers = corpus.speakers(ALL)
    rows = {row.speaker_id: (row.n_quotes, row.n_articles) for row in speakers.itertuples()}
    assert rows == {NABIL: (4, 3), AUTHORITY: (1, 1), SALMA: (1, 1), "unnamed:official": (1, 1)}
    stances = corpus.stances(ALL)
    assert dict(zip(stances["stance"], stances["n"], strict=True)) == {
        "says": 4, "confirms": 1, "denies": 1,
    }  # fmt: skip
    assert corpus.unnamed(ALL).to_numpy().tolist() == [["official", 1, 1]]


def test_chains_and_carriers(corpus: Corpus) -> None:
    links = corpus.chain([quote("A1"), quote("D1")])
    assert links[["quote_id", "name", "entity_id"]].to_numpy().tolist() == [
        [quote("A1"), "وكالة قوافل", QAWAFIL]
    ]
    carriers = corpus.carriers(ALL)
    assert carriers[["carrier_id", "name", "entity_id", "n"]].to_numpy().tolist() == [
        [QAWAFIL, "وكالة قوافل", QAWAFIL, 1]
    ]
    assert corpus.find_carriers("وكاله").equals(carriers)
    assert corpus.carriers_by_id([QAWAFIL, "name:لا احد"]).equals(carriers)
    assert corpus.find_carriers("نبيل").empty, "a speaker carries nothing"


def test_every_carrier_counts_the_quotes_that_its_selection_opens(corpus: Corpus) -> None:
    for carrier in corpus.carriers(ALL, limit=None).itertuples():
        through = Selection(carriers=(carrier.carrier_id,))
        assert corpus.count_quotes(through) == carrier.n
    assert corpus.quotes(Selection(carriers=(QAWAFIL,)))["quote_id"].tolist() == [quote("A1")]
    assert corpus.count_quotes(Selection(carriers=("name:لا احد",))) == 0


def test_the_days_on_which_it_was_said_choose_quotes(corpus: Corpus) -> None:
    day = dt.date(2024, 10, 6)
    said = Selection(said_begin=day, said_end=day)
    (bar,) = corpus.said(ALL).itertuples()
    assert (bar.bucket.date(), corpus.count_quotes(said)) == (day, bar.n)
    assert corpus.count_quotes(Selection(said_begin=day + dt.timedelta(1))) == 0
    assert corpus.count_quotes(Selection(said_end=day - dt.timedelta(1))) == 0


def test_topics(corpus: Corpus) -> None:
    assert dict(corpus.topics(ALL)[["entity_id", "n"]].to_numpy()) == {BEIRUT: 1, TYRE: 1}
    assert corpus.topics(ALL, AUTHORITY)["entity_id"].tolist() == [TYRE]
    matrix = corpus.speaker_topic(ALL)
    assert matrix[["speaker_id", "entity_id", "n"]].to_numpy().tolist() == [
        [AUTHORITY, TYRE, 1], [NABIL, BEIRUT, 1],
    ]  # fmt: skip


def test_statements_over_outlets(corpus: Corpus) -> None:
    found = corpus.statements(ALL)
    assert len(found) == 1
    row = found.iloc[0]
    assert row["quote_ids"] == (quote("A1"), quote("B1"))
    assert (row["n_outlets"], row["first_outlet"]) == (2, "بريد النيل")
    assert row["first_published"] == pd.Timestamp("2024-10-05")


def test_times(corpus: Corpus) -> None:
    assert corpus.said(ALL).to_numpy().tolist() == [[pd.Timestamp("2024-10-06"), 1]]
    about = corpus.talked_about(ALL)
    assert about.to_numpy().tolist() == [[pd.Timestamp("2024-10-06"), 1]]
    months = corpus.talked_about(ALL, "month")
    assert months.to_numpy().tolist() == [[pd.Timestamp("2024-10-01"), 2]]
    assert corpus.bursts(ALL).empty


def test_a_burst_stands_out_against_the_day() -> None:
    days = pd.date_range("2024-10-01", periods=10)
    totals = pd.Series([20] * 9 + [60], index=days)
    rows = [(day, "steady", 4) for day in days[:9]] + [(days[9], "steady", 12)]
    rows += [(days[4], "sudden", 9), (days[5], "sudden", 9), (days[8], "sudden", 1)]
    counts = pd.DataFrame(rows, columns=["bucket", "entity_id", "n"])
    counts["total"] = counts.groupby("entity_id")["n"].transform("sum")
    found = find_bursts(totals, counts)
    assert found.to_numpy().tolist() == [
        [days[4], days[5], "sudden", 18, round(2 * 20 * 19 / 240, 2)]
    ]


def test_compare_outlets(corpus: Corpus) -> None:
    found = corpus.compare(ALL, "outlet", [NILE, ATLAS], limit=2)
    assert found[["key", "item_id", "n"]].to_numpy().tolist() == [
        [NILE, BEIRUT, 1], [NILE, TYRE, 2], [ATLAS, BEIRUT, 3], [ATLAS, TYRE, 2],
    ]  # fmt: skip
    assert found["share"].tolist() == pytest.approx([0.5, 1.0, 1.0, 2 / 3])
    assert found["label"].tolist()[::2] == ["بريد النيل", "أطلس"]


def test_compare_speakers_and_periods(corpus: Corpus) -> None:
    by_speaker = corpus.compare(ALL, "speaker", [NABIL, AUTHORITY], "stances")
    rows = {(r.key, r.item_id): r.n for r in by_speaker.itertuples()}
    assert rows == {
        (NABIL, "says"): 3, (NABIL, "confirms"): 1, (NABIL, "denies"): 0,
        (AUTHORITY, "says"): 0, (AUTHORITY, "confirms"): 0, (AUTHORITY, "denies"): 1,
    }  # fmt: skip
    by_period = corpus.compare(ALL, "period", ["2024-10-01..2024-10-06", "2024-11"], "quotes")
    assert by_period.groupby("key")["n"].sum().to_dict() == {
        "2024-10-01..2024-10-06": 4, "2024-11": 0,
    }  # fmt: skip
    volume = corpus.compare(ALL, "outlet", [NILE], "volume")
    assert volume[["item_id", "n"]].to_numpy().tolist() == [["2024-10-05", 1]]
    assert corpus.compare(ALL, "outlet", []).empty


@pytest.mark.parametrize("period", ["2024-13", "24", "2024-02-30", "x..y", ""])
def test_no_period(period: str) -> None:
    with pytest.raises(ValueError):
        period_days(period)


def test_an_article_to_read(corpus: Corpus) -> None:
    view = corpus.article(article("D1"))
    assert view is not None
    assert view.text == tiny.record("D").text
    assert len(view.lines) == 5
    assert view.neighbours["article_id"].tolist() == [article("D2")]
    assert view.meta["outlet_en"] == "Atlas"
    assert view.meta["byline"] is None
    for row in view.mentions.itertuples():
        assert view.text[row.start : row.end] == row.text
    assert view.mentions["name"].tolist() == ["بيروت", "سلمى عون", "نبيل الشامي"]
    assert view.quotes["speaker_name"].tolist() == ["سلمى عون؛ نبيل الشامي"]
    seen = corpus.article(article("A1"))
    assert seen is not None
    assert seen.credits["name"].tolist() == ["وكالة قوافل"]
    assert seen.dates["value"].tolist() == ["2024-10-06"]
    assert seen.chain["name"].tolist() == ["وكالة قوافل"]
    assert corpus.article("0000000000000000-1") is None
    assert corpus.article("'; DROP TABLE articles") is None


def test_copies_of_a_story(tmp_path: Path) -> None:
    words = " ".join(f"كلمة{number} تلي{number}" for number in range(40))

    def carrier(outlet: str, day: int) -> Parse:
        record = Record(outlet, f"{outlet}.txt", words, outlet=outlet)
        read = ArticleParse(Article(1, published=dt.date(2024, 10, day)))
        return Parse(record, (Line(0, len(words), "body", 1, "by-hand"),), (read,))

    second, first, third = carrier("أطلس", 6), carrier("بريد النيل", 5), carrier("Third", 7)
    tiny.tiny_store(tmp_path, [second, first, third])
    corpus = Corpus.open(tmp_path)
    found = corpus.wire_copies(ALL)
    assert found["article_id"].tolist() == [f"{first.record.page_id}-1"]
    assert [copy["outlet"] for copy in found["copies"][0]] == ["أطلس", "Third"]
    assert found["n_copies"].tolist() == [2]
    assert corpus.count_articles(Selection(copies=False)) == 1
    assert corpus.coverage(ALL)["n_copies"] == 2
    view = corpus.article(f"{first.record.page_id}-1")
    assert view is not None
    assert len(view.copies) == 2


def test_pages_problems_snapshots(corpus: Corpus) -> None:
    assert corpus.pages()["path"].tolist() == [f"tiny/{page}.txt" for page in "ABCD"]
    assert corpus.problems()["code"].tolist() == ["no-date"]
    assert corpus.count_problems("page", "no-date") == 1
    assert corpus.count_problems("names") == 0
    assert corpus.problem_codes().to_numpy().tolist() == [["page", "no-date", 1]]
    snapshots = corpus.snapshots()
    assert snapshots[["snapshot", "n_pages", "n_articles", "is_current"]].to_numpy().tolist() == [
        [corpus.snapshot, 4, 5, True]
    ]


_ASKED: dict[str, tuple[Any, ...]] = {
    "find_entities": ("لا أحد",), "find_speakers": ("لا أحد",), "names": (["per-nobody"],),
    "entity_trend": (NOTHING, [NABIL]), "companions": (NOTHING, NABIL),
    "spellings": (NOTHING, NABIL), "passages": (NOTHING, NABIL), "chain": (["x"],),
    "dated_passages": (NOTHING, (dt.date(2024, 10, 6), "day")),
    "find_carriers": ("لا أحد",), "carriers_by_id": (["x"],), "quotes_by_id": (["x"],),
    "compare": (NOTHING, "outlet", []), "outlets": (), "pages": (2, 50),
    "problems": ("names",), "problem_codes": (), "snapshots": (), "corrections": (),
}  # fmt: skip


def _questions() -> list[str]:
    return [
        name
        for name, method in inspect.getmembers(Corpus, inspect.isfunction)
        if not name.startswith("_")
        and str(inspect.signature(method).return_annotation) == "pd.DataFrame"
        and name not in ("ask", "frame")
    ]


@pytest.mark.parametrize("name", _questions())
def test_every_answer_has_its_columns_also_when_empty(corpus: Corpus, name: str) -> None:
    answer = getattr(corpus, name)(*_ASKED.get(name, (NOTHING,)))
    special = {"chain": columns.LINKS, "quotes_by_id": columns.QUOTES, "find_entities": columns.FOUND_ENTITIES,
               "find_speakers": columns.FOUND_SPEAKERS, "quotes_by_outlet": columns.OUTLET_QUOTES,
               "find_carriers": columns.CARRIERS, "carriers_by_id": columns.CARRIERS,
               "dated_passages": columns.PASSAGES}  # fmt: skip
    schema = special.get(name) or getattr(columns, name.upper())
    assert isinstance(schema, Schema)
    assert tuple(answer.columns) == schema.names
    assert [str(kind) for kind in answer.dtypes] == [str(kind) for kind in schema.empty().dtypes]
