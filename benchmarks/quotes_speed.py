"""The quotes stage alone: words a second on growing prose, and pages made to be slow.

The figures of prose must be flat. Each hostile page is a million bytes; what is printed is its time
as a share of that of a million bytes of prose with a quote a sentence, read in the same run.

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


HOSTILE = {
    "a word between marks": '"ا" ',
    "one mark a line": '"\n',
    "one marked word a line": '"ا"\n',
    "opening marks only": "«",
    "turned marks": "» «",
    "straight marks only": '"',
    "two systems": '"«',
    "a cue and a mark that never closes": 'قال "ا ',
    "a cue and a mark that closes": 'قال "ا" ',
    "closing after closing": 'ا" "ا ',
    "straight marks inside words": 'اب"جد ',
    "single marks": "'ا' ",
    "reopened paragraphs": '"الرصيف جاهز للعمل\n',
}
BYTES = 1_000_000


def filled(unit: str) -> str:
    """``unit`` over and over, up to a million bytes of UTF-8."""
    return unit * (BYTES // len(unit.encode()))


def seconds(text: str) -> float:
    """Processor time of the quotes stage on a page of ``text``."""
    article = article_of(text)
    start = time.process_time()
    find_quotes(article, (), ())
    return time.process_time() - start


def main() -> None:
    for paragraphs in (10, 100, 1000):
        article = article_of(PARAGRAPH * paragraphs)
        words = sum(map(len, article.tokens))
        spent = seconds(PARAGRAPH * paragraphs)
        print(f"{words:>8} words of prose  {words / spent:>9.0f} words/s")
    prose = seconds(filled(PARAGRAPH))
    print(f"1 MB of prose: {prose:.2f} s")
    for name, unit in HOSTILE.items():
        print(f"1 MB of {name:<36} {seconds(filled(unit)) / prose:>6.2f} of the prose")


if __name__ == "__main__":
    main()
