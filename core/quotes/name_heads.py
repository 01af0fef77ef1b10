"""Nouns after which a name in marks stands, and the words read before a mark.

فيلم، سفينة، معسكر: with proclitic, article or owner (فيلمها "…"). What their names are is decided
in ``naming``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from core.quotes.flow import Word
from core.quotes.lexicon import folded, words

ART = folded("فيلم أفلام مسلسل مسلسلات كتاب كتب رواية أغنية ألبوم مسرحية قصيدة ديوان برنامج لعبة")
"""Works of art and letters."""
# With the article, only works are followed by their name: "الوكالة "…"" speaks.
DEFINITE_HEADS = folded(
    "الفيلم المسلسل الكتاب الرواية الأغنية البرنامج التطبيق اللعبة "
    "المسرحية الألبوم القصيدة السفينة الإعصار العاصفة الفيروس"
)


def word_back(flow: Sequence[Word], at: int, back: int) -> str:
    """The word ``back`` places before ``at`` in the same line and outside marks, or ""."""
    place = at - back
    if place < 0 or flow[place].mark >= 0:
        return ""
    if any("\n" in flow[n].gap for n in range(place + 1, at + 1)):
        return ""
    return flow[place].text


@lru_cache(maxsize=1 << 12)
def heads_work(text: str) -> bool:
    """Whether a folded word is a noun after which a name in marks stands, in any of its forms."""
    return text in DEFINITE_HEADS or bare_head(text) in words("heads_work")


@lru_cache(maxsize=1 << 12)
def bare_head(text: str) -> str:
    """A noun without proclitic, article and owner, if ``heads_work`` knows it so."""
    heads = words("heads_work")
    forms = [text]
    if text[:1] in ("و", "ب", "ل", "ف") and not text.startswith("لل"):
        forms.append(text[1:])
    for form in forms:
        if form in heads:
            return form
    for form in forms:
        for suffix in ("هما", "هم", "ها", "ه", "نا"):
            stem = form.removesuffix(suffix)
            for owned in (stem, f"{stem[:-1]}ه" if stem.endswith("ت") else stem):
                if stem != form and owned in heads:
                    return owned
    return next((one for form in forms for one in _singular(form) if one in ART), text)


def _singular(form: str) -> Iterator[str]:
    """The one work of a dual, with its owner or without: كتابيه، فيلمين، مسلسلي."""
    for ending in _DUALS:
        stem = form.removesuffix(ending)
        if stem != form:
            yield f"{stem[:-1]}ه" if stem.endswith("ت") else stem


_DUALS = ("يهما", "يها", "يه", "ين", "ان", "ي")
