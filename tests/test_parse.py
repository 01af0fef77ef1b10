"""The stages together: what one page gives."""

from __future__ import annotations

import pytest

from core.model import Record
from core.parse import parse

BODY = "أعلنت هيئة الموانئ، {when}، بدء أعمال التوسعة في الرصيف الشرقي، وقالت إن العمل مستمر."


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("اليوم الثلاثاء", []),
        ("أمس الاثنين", []),
        ("أمس السبت", ["weekday-contradicts-published"]),
        ("الخميس 20 أكتوبر 2026", ["weekday-contradicts-date"]),
        ("الثلاثاء 20 أكتوبر 2026", []),
    ],
)
def test_days_that_contradict_each_other_are_problems(when: str, codes: list[str]) -> None:
    """The record says Tuesday 20 October 2026."""
    record = Record("a", "a", BODY.format(when=when), published="2026-10-20")
    found = [problem for problem in parse(record).problems if problem.stage == "dates"]
    assert [problem.code for problem in found] == codes
    assert all(problem.article_id == f"{record.page_id}-1" for problem in found)


def test_names_with_today_in_them_are_no_claim() -> None:
    text = "ذكرت قناة روسيا اليوم الثلاثاء أن العمل في الرصيف الجديد انتهى قبل موعده بشهرين."
    record = Record("a", "a", text, headline="عنوان", published="2015-08-12")
    assert parse(record).problems == ()
