"""Words a second of the quotes stage alone, on prose of growing length: the figures must be flat.

python benchmarks/quotes_speed.py
"""

from __future__ import annotations

import time

from core.model import Article, Line
from core.quotes import find_quotes
from core.text.article import ArticleText
from core.text.fold import fold

PARAGRAPH = (
    'قال مدير الميناء سالم الأيوبي لوكالة الساحل إن "الرصيف جاهز"، مضيفا أن العمل يبدأ غدا. '
    "وبحسب وزارة المياه، ارتفع منسوب النهر مترا. وأكد مصدر مطلع أن الطريق سيفتح ليلا.\n"
)


def article_of(text: str) -> ArticleText:
    lines, at = [], 0
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(at, at + len(row), "body", 1, "benchmark"))
        at += len(row) + 1
    return ArticleText(fold(text), Article(1), tuple(lines))


def main() -> None:
    for paragraphs in (10, 100, 1000, 4000):
        article = article_of(PARAGRAPH * paragraphs)
        words = sum(map(len, article.tokens))
        start = time.process_time()
        reading = find_quotes(article, (), ())
        seconds = time.process_time() - start
        print(f"{words:>8} words  {len(reading.quotes):>6} quotes  {words / seconds:>9.0f} words/s")
    for name, unit in (("straight", '"'), ("spaced", '" '), ("mixed", '"«'), ("turned", "»«")):
        article = article_of(unit * (1_000_000 // len(unit)))
        start = time.process_time()
        find_quotes(article, (), ())
        print(f"1 MB of {name} marks: {time.process_time() - start:.2f} s")


if __name__ == "__main__":
    main()
