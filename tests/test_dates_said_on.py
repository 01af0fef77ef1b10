"""The day on which a quote was said: of the dates that stand between its cue and its words."""

from __future__ import annotations

import pytest

from core.model import Record
from core.parse import parse

HEADLINE = "مدير الميناء يعلن موعد الافتتاح"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (
            'قال المدير سامر الأحمدي الثلاثاء: "سنفتح الميناء قريبا بعد أعوام من العمل".',
            "2024-10-08",
        ),
        ('قال المدير سامر الأحمدي، مساء أمس: "سنفتح الميناء قريبا".', "2024-10-09TEV"),
        ('قال المدير سامر الأحمدي في وقت سابق الثلاثاء: "سنفتح الميناء قريبا".', "2024-10-08"),
        ('قال المدير سامر الأحمدي في وقت سابق: "سنفتح الميناء قريبا".', "PAST_REF"),
        ('قال المدير سامر الأحمدي: "سنفتح الميناء الثلاثاء المقبل".', None),
        (
            'والثلاثاء، أعلن المدير سامر الأحمدي أن الميناء "يفتح قريبا أمام السفن كلها".',
            "2024-10-08",
        ),
        ('وفي 3 أكتوبر الجاري، قال المدير سامر الأحمدي: "سنفتح الميناء قريبا".', "2024-10-03"),
        ('أغلق السوق الثلاثاء وقال المدير سامر الأحمدي: "سنفتح الميناء قريبا".', None),
        ('قال المدير سامر الأحمدي، الجمعة 11 أكتوبر 2024: "سنفتح الميناء قريبا".', "2024-10-11"),
        ('قال المدير سامر الأحمدي عن أفق عام 2030: "سنفتح الميناء قريبا".', None),
    ],
)
def test_said_on(said: str, value: str | None) -> None:
    record = Record("case", "case.txt", said, headline=HEADLINE, published="2024-10-10")
    (article,) = parse(record).articles
    assert [quote.said_on for quote in article.quotes] == [value]
