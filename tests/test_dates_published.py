"""The day of publication that ledes and agencies' datelines give, or do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from core.model import Record
from core.page import read_page
from core.text.fold import fold

CASES = Path(__file__).parent / "cases" / "dates_published.yaml"
HEADLINE = "ندوة في السوق القديم وسباق للدراجات"
MORE = "وأضاف سامر الأحمدي أن الدخول مجاني للجميع، وأن الأبواب تبقى مفتوحة."


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=case["label"])
        for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))
    ],
)
def test_day_of_publication(case: dict[str, Any]) -> None:
    text = "\n".join((HEADLINE, case["text"], MORE))
    (article,) = read_page(Record("case", "case.txt", text), fold(text)).articles
    assert article.published == case.get("day")
