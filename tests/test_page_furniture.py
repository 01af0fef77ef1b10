"""What the corpus says of a page: recurring lines and other pages' headlines."""

from __future__ import annotations

from core.model import Line, Record
from core.page import FurnitureProfile, learn_furniture, read_page
from core.text.fold import fold

BODY = (
    "أعلن مدير {0} أن العمل في {0} بدأ صباح اليوم بعد توقف دام أسبوعين كاملين بسبب الصيانة.\n"
    "عبارة يكررها الموقع {1}\n"
    "وقال المدير إن {0} سيفتح أبوابه أمام الجمهور قبل نهاية الشهر من غير رسوم.\n"
)
NAMES = ("المتحف البحري", "الجسر القديم", "الملعب الكبير", "المسرح الصيفي", "السوق الشعبي")


def page(number: int, text: str | None = None) -> Record:
    name = NAMES[number]
    return Record(
        str(number),
        f"site/{number}.txt",
        text or BODY.format(name, number),
        f"افتتاح {name} قريبا جدا",
    )


def raw(number: int) -> Record:
    text = f"افتتاح {NAMES[number]} قريبا جدا\n" + BODY.format(NAMES[number], number)
    return Record(str(number), f"site/{number}.txt", text)


def lines(record: Record, profile: FurnitureProfile | None = None) -> tuple[Line, ...]:
    return read_page(record, fold(record.text), profile).lines


def test_a_line_on_most_pages_of_an_outlet_is_furniture_and_the_rule_says_why() -> None:
    profile = learn_furniture(page(n) for n in range(5))
    assert [line.kind for line in lines(page(1))] == ["body", "body", "body"]
    read = lines(page(1), profile)
    assert [line.kind for line in read] == ["body", "furniture", "body"]
    assert read[1].rule == "recurs-on-outlet"


def test_the_same_line_on_another_outlet_stays() -> None:
    profile = learn_furniture(page(n) for n in range(5))
    elsewhere = Record("x", "other/x.txt", page(1).text, "عنوان")
    assert [line.kind for line in lines(elsewhere, profile)] == ["body", "body", "body"]


def test_few_pages_teach_nothing() -> None:
    assert learn_furniture(page(n) for n in range(3)).recurring == {}
    assert learn_furniture([]) == FurnitureProfile()


def test_another_pages_headline_is_a_link_to_it() -> None:
    for records in ([page(n) for n in range(5)], [raw(n) for n in range(5)]):
        profile = learn_furniture(records)
        text = BODY.format(NAMES[0], 0).replace(
            "عبارة يكررها الموقع 0", "إفتتاح الجسر القديم قريباً جدا"
        )
        read = lines(page(0, text), profile)
        assert (read[1].kind, read[1].rule) == ("cross_link", "headline-of-another-page")
        below = lines(page(0, text + "فيسبوك\nافتتاح الملعب الكبير قريبا جدا\n"), profile)
        assert (below[-1].kind, below[-1].rule) == ("related", "headline-of-another-page")
