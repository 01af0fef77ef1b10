"""Small parts of the dashboard: examples in docstrings, strings, plurals, labels of charts."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from core.corpus.columns import QUOTES
from core.text.bidi import PDI, RLI
from dashboard.components import cards, figures, i18n, markdown, reader

DASHBOARD = Path(__file__).parents[1] / "dashboard"
STRINGS = tomllib.loads((DASHBOARD / "strings.toml").read_text("utf-8"))


@pytest.mark.parametrize("module", [markdown, reader])
def test_examples(module) -> None:
    assert doctest.testmod(module).failed == 0


def test_every_string_stands_in_both_languages() -> None:
    for section, strings in STRINGS.items():
        if section != "count":
            for name, pair in strings.items():
                assert len(pair) == 2, f"{section}.{name}"
                fields = [set(re.findall(r"{(\w+)}", text)) for text in pair]
                assert fields[0] == fields[1], f"{section}.{name}"


def test_every_string_asked_for_is_there() -> None:
    sources = [path.read_text("utf-8") for path in DASHBOARD.rglob("*.py")]
    asked = {key for source in sources for key in re.findall(r'\bt\(\s*"(\w+\.\w+)"', source)}
    missing = {key for key in asked if key.split(".")[1] not in STRINGS[key.split(".")[0]]}
    assert asked
    assert not missing


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "لا مقالات"),
        (1, "مقالة واحدة"),
        (2, "مقالتان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالة"),
        (100, "100 مقالة"),
        (103, "103 مقالات"),
        (1_211, "1,211 مقالة"),
    ],
)
def test_arabic_counts(n: int, words: str) -> None:
    assert i18n.count("article", n) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-10-10", "10 أكتوبر 2024"),
        ("2024-10-10T14:30", "10 أكتوبر 2024"),
        ("2024-10", "أكتوبر 2024"),
        ("2024", "2024"),
        ("2024-W40", "الأسبوع 40 من 2024"),
        ("P3D", "P3D"),
    ],
)
def test_time_values_in_words(value: str, words: str) -> None:
    assert i18n.timex(value) == words


def test_chart_labels_are_isolated_and_no_markup() -> None:
    frame = pd.DataFrame(
        {"bucket": pd.to_datetime(["2026-01-05"]), "outlet": ["ABC <b>الأميركية"], "n": [3]}
    )
    figure = figures.volume(frame, "day", "أخرى", "لا تُعلم", "مقالات", rtl=True)
    assert figure.data[0].name == f"{RLI}ABC &lt;b&gt;الأميركية{PDI}"
    assert list(figure.data[0].customdata) == ["2026-01-05"]
    assert figure.layout.yaxis.side == "right"


def test_volume_tells_other_outlets_from_unknown_ones() -> None:
    outlets = [*"ABCDEFGH", None]
    frame = pd.DataFrame(
        {
            "bucket": pd.to_datetime(["2026-01-05"] * 9),
            "outlet": outlets,
            "n": [9, 8, 7, 6, 5, 4, 3, 2, 1],
        }
    )
    figure = figures.volume(frame, "day", "others", "unknown", "articles", rtl=False)
    names = [re.sub("[^A-Za-z]", "", bar.name) for bar in figure.data]
    assert names == [*"ABCDEF", "others", "unknown"]
    assert [bar.y.tolist() for bar in figure.data] == [[9], [8], [7], [6], [5], [4], [5], [1]]


def test_the_card_of_a_quote_without_outlet_opens_with_its_day(monkeypatch) -> None:
    monkeypatch.setattr(cards, "passage_href", lambda row: "?")
    absent = dict.fromkeys((column.name for column in QUOTES.columns), None)
    row = absent | {"text": "نعم", "kind": "direct", "published": "2026-01-05", "confidence": 0.9}
    foot = next(node for node in cards.card(row, None)["children"] if node["tag"] == "footer")
    assert [fact["tag"] for fact in foot["children"][0]["children"]] == ["time"]
