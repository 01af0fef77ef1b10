"""What the corpus says of a page: recurring lines and other pages' headlines, no body line lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from core.model import Line, Record
from core.page import FurnitureProfile, learn_furniture, read_page, see_page
from core.text.fold import fold

NAMES = ("المتحف البحري", "الجسر القديم", "الملعب الكبير", "المسرح الصيفي", "السوق الشعبي")
LEAD = "أعلن مدير {0} أن العمل في {0} بدأ صباح اليوم بعد توقف دام أسبوعين كاملين بسبب الصيانة."
LAST = "وقال المدير إن {0} سيفتح أبوابه أمام الجمهور قبل نهاية الشهر من غير رسوم."


def page(number: int, between: str = "", below: str = "", folder: str = "site") -> Record:
    """A story of its own, with what stands between its two sentences and below them."""
    name = NAMES[number]
    lines = (f"افتتاح {name} قريبا جدا", LEAD.format(name), between, LAST.format(name), below)
    text = "\n".join(line for line in lines if line) + "\n"
    return Record(str(number), f"{folder}/{number}.txt", text)


def read_together(records: Sequence[Record]) -> list[tuple[Line, ...]]:
    """The lines of every page, read with what all of them teach."""
    seen = [see_page(record) for record in records]
    profile = learn_furniture(seen)
    return [
        read_page(record, fold(record.text), profile.of(sight)).lines
        for record, sight in zip(records, seen, strict=True)
    ]


def kinds(lines: Sequence[Line]) -> list[str]:
    return [line.kind for line in lines]


def test_a_line_beside_many_stories_is_furniture_and_the_rule_says_why() -> None:
    records = [page(number, f"عبارة يكررها الموقع {number}") for number in range(5)]
    alone = read_page(records[1], fold(records[1].text)).lines
    assert kinds(alone) == ["headline", "body", "body", "body"]
    read = read_together(records)[1]
    assert kinds(read) == ["headline", "body", "furniture", "body"]
    assert (read[2].rule, read[2].article) == ("recurs-on-outlet", None)


def test_the_same_line_on_another_outlet_stays() -> None:
    line = "عبارة يكررها الموقع"
    records = [page(number, line) for number in range(5)]
    elsewhere = page(1, line, folder="other")
    assert kinds(read_together([*records, elsewhere])[-1]) == ["headline", "body", "body", "body"]


def test_few_pages_teach_nothing() -> None:
    seen = [see_page(page(number, "عبارة يكررها الموقع")) for number in range(3)]
    assert learn_furniture(seen).recurring == {}
    assert learn_furniture([]) == FurnitureProfile()


def test_a_line_on_few_of_many_pages_stays() -> None:
    others = [
        Record(f"o{n}", f"site/o{n}.txt", f"خبر رقم {n}\nوصلت السفينة رقم {n} إلى المرفأ أمس.\n")
        for n in range(30)
    ]
    read = read_together([*(page(n, "عبارة يكررها الموقع") for n in range(4)), *others])
    assert kinds(read[0]) == ["headline", "body", "body", "body"]


def test_another_pages_headline_is_a_link_to_it() -> None:
    title = "إفتتاح الجسر القديم قريباً جدا"
    read = read_together([page(0, title), page(1), page(2, below=f"فيسبوك\n{title}")])
    assert (read[0][2].kind, read[0][2].rule) == ("cross_link", "headline-of-another-page")
    assert (read[2][-1].kind, read[2][-1].rule) == ("related", "headline-of-another-page")
    assert kinds(read[1])[0] == "headline", "on its own page it stays the headline"


def test_the_headline_of_another_outlet_is_no_link() -> None:
    title = "افتتاح الجسر القديم قريبا جدا"
    read = read_together([page(0, title), page(1, folder="other")])
    assert kinds(read[0]) == ["headline", "body", "body", "body"]


def test_what_heads_different_stories_is_no_link_to_any_of_them() -> None:
    column = "أسعار الخضار في سوق المدينة"
    texts = [f"{column}\n{LEAD.format(name)}\n{LAST.format(name)}\n" for name in NAMES[:2]]
    records = [Record(f"c{n}", f"site/c{n}.txt", text) for n, text in enumerate(texts)]
    read = read_together([page(3, column), *records])
    assert kinds(read[0]) == ["headline", "body", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "وكان العمل قد توقف في الربيع الماضي بعد أن أغلقت البلدية الطريق المؤدي إلى الشاطئ.",
        "ويقع المبنى على بعد كيلومترين من مركز المدينة القديمة وقد بني قبل نحو ستين عاما على"
        " أرض وهبها أهالي الحي للبلدية",
        "وجاء في البيان:",
        "وهذا ما حدث.",
    ],
    ids=["background", "paragraph-without-stop", "announces", "short-sentence"],
)
def test_sentences_that_recur_stay_in_the_body(line: str) -> None:
    for read in read_together([page(number, line) for number in range(5)]):
        assert kinds(read) == ["headline", "body", "body", "body"]


STORY = (
    "البلدية تعيد فتح الحديقة\n"
    "{0}قالت رئيسة البلدية إن الحديقة العامة ستفتح أبوابها من جديد يوم الجمعة المقبل للجميع.\n"
    "مواعيد جديدة للزوار\n"
    "وأضافت أن المواعيد ستكون من الثامنة صباحا حتى العاشرة مساء على مدار الأسبوع كله.\n"
    "ملاعب ومقاعد\n"
    "وأشارت إلى أن العمال ركبوا مقاعد جديدة وزرعوا نحو مئتي شجرة على جانبي الممشى.\n"
)


def test_a_story_published_again_loses_no_line() -> None:
    """Wire copies and pages stored twice share all their lines, sub-headings and title."""
    again = [
        STORY.format(f"نسخة رقم {number}: ") + f"فيسبوك\nمساهمة القارئ {'ابجده'[number]}\n"
        for number in range(5)
    ]
    leads = ("صباحا ", "مساء ", "ظهرا ", "فجرا ", "ليلا ")
    other_leads = [STORY.format(f"{lead}في المدينة ") for lead in leads]
    grown = [
        STORY.format("")
        + "".join(f"وأعلنت البلدية الخطوة رقم {n} من خطتها الطويلة.\n" for n in range(m))
        for m in range(5)
    ]
    for texts in (again, other_leads, grown):
        records = [Record(str(n), f"site/{n}.txt", text) for n, text in enumerate(texts)]
        for record, read in zip(records, read_together(records), strict=True):
            alone = read_page(record, fold(record.text)).lines
            assert kinds(read) == kinds(alone)
            assert kinds(read).count("body") >= 5


def test_a_title_that_returns_every_day_stays_the_headline() -> None:
    texts = [f"أسعار الخضار في سوق المدينة\n{LEAD.format(name)}\n" for name in NAMES]
    records = [Record(str(n), f"site/{n}.txt", text) for n, text in enumerate(texts)]
    for read in read_together(records):
        assert kinds(read) == ["headline", "body"]


def test_an_author_who_writes_every_day_stays_the_author() -> None:
    texts = [
        f"افتتاح {name} قريبا جدا\nسامي عبد الكريم\n{LEAD.format(name)}\n{LAST.format(name)}\n"
        for name in NAMES
    ]
    records = [Record(str(n), f"site/{n}.txt", text) for n, text in enumerate(texts)]
    alone = [kinds(read_page(record, fold(record.text)).lines) for record in records]
    assert [kinds(read) for read in read_together(records)] == alone
