"""Page reading end to end on a small glued page."""

from core.model import Record
from core.page import read_page
from core.text.fold import fold

PAGE = """أعلن مدير الميناء سامي الكرداوي، اليوم الخميس 10 أكتوبر 2024، افتتاح الرصيف الجديد أمام السفن التجارية.

إقرأ أيضاً: تفاصيل خطة توسعة الميناء

وقال الكرداوي: "الرصيف جاهز لاستقبال السفن".

المصدر : وكالة المرسى - بريد الساحل
"""


def test_lines_and_article_of_a_small_page() -> None:
    page = read_page(Record("p", "p.txt", PAGE), fold(PAGE))
    assert [line.kind for line in page.lines] == ["body", "cross_link", "body", "credit"]
    (article,) = page.articles
    assert str(article.published) == "2024-10-10"
    assert article.published_from == "lede"
    assert article.credits == ("وكالة المرسى", "بريد الساحل")
