"""Copies of a story: found through shuffling, cuts and spellings; follow-ups are left alone."""

from __future__ import annotations

import datetime as dt
import random

from core.duplicates import Story, find_copies

PORT = (
    "استقبل ميناء صحار أول سفينة حاويات على الرصيف الشمالي بعد انتهاء أعمال التوسعة التي استمرت عامين كاملين.",
    "وقال مدير عمليات الميناء سالم البدواوي إن الرصيف الجديد يرفع الطاقة الاستيعابية بنحو الثلث في السنة الأولى.",
    "وأضاف البدواوي أن العمل جار على تركيب ثلاث رافعات جديدة تصل تباعا خلال الأشهر المقبلة من كوريا الجنوبية.",
    "ويمتد الرصيف على طول سبعمئة متر، وهو واحد من أربعة أرصفة يضمها الميناء الواقع على ساحل الباطنة.",
)
WATER = (
    "أعلنت هيئة مياه الساحل أن محطة التحلية الثانية بدأت ضخ المياه في شبكة المدينة بعد فترة تجريبية قصيرة.",
    "وأوضحت الهيئة أن المحطة تنتج تسعين ألف متر مكعب يوميا في مرحلتها الأولى، وأن الإنتاج يتضاعف العام المقبل.",
    "وأكدت المهندسة المشرفة على المشروع أن جودة المياه تطابق المعايير الوطنية بعد مئتي فحص في المختبر المركزي.",
)


def story(name: str, paragraphs: tuple[str, ...], day: int | None = None) -> Story:
    return Story(name, paragraphs, dt.date(2024, 10, day) if day else None)


def originals(*stories: Story) -> dict[str, str]:
    return find_copies(stories)


def test_the_first_to_publish_is_the_original_whatever_the_order() -> None:
    late, early = story("a", PORT, 12), story("b", PORT, 10)
    assert originals(late, early) == {"a": "b"}
    assert originals(early, late) == {"a": "b"}


def test_shuffled_cut_and_respelled_copy_is_found() -> None:
    respelled = tuple(
        paragraph.replace("أ", "ا").replace("ة ", "ه ") for paragraph in (PORT[2], PORT[0], PORT[1])
    )
    assert originals(story("first", PORT, 1), story("second", respelled, 2)) == {"second": "first"}


def test_other_stories_and_follow_ups_are_no_copies() -> None:
    follow_up = (
        *WATER[:1],
        *PORT[:1],
        "وبدأ سكان الأحياء الشرقية تقديم طلبات الوصل بالشبكة الجديدة أمس.",
    )
    assert originals(story("port", PORT, 1), story("water", WATER, 2)) == {}
    assert originals(story("port", PORT, 1), story("next", follow_up, 2)) == {}


def test_an_article_without_a_date_is_never_the_original_of_a_dated_one() -> None:
    assert originals(story("a", PORT), story("b", PORT, 20)) == {"a": "b"}


def test_short_texts_are_not_compared() -> None:
    flash = ("استئناف الملاحة في القناة صباح اليوم",)
    assert originals(story("a", flash, 1), story("b", flash, 2)) == {}


def test_every_copy_points_to_an_original_and_order_does_not_matter() -> None:
    stories = [
        story("p1", PORT, 1), story("p2", PORT[:3], 2), story("p3", PORT[1:], 3),
        story("w1", WATER, 4), story("w2", WATER[::-1], 5),
    ]  # fmt: skip
    expected = originals(*stories)
    assert set(expected.values()) == {"p1", "w1"}
    assert not set(expected) & set(expected.values())
    shuffled = stories[:]
    random.Random(3).shuffle(shuffled)
    assert originals(*shuffled) == expected


def test_nothing_in_nothing_out() -> None:
    assert find_copies([]) == {}
    assert find_copies([Story("a", ())]) == {}
