"""From a stored page to lines and articles: kinds, boundaries, credits, publication date."""

from core.page.furniture import Learned
from core.page.learn import FurnitureProfile, SeenLine, SeenPage, learn_furniture, see_page
from core.page.reader import PageReading, read_page

__all__ = [
    "FurnitureProfile",
    "Learned",
    "PageReading",
    "SeenLine",
    "SeenPage",
    "learn_furniture",
    "read_page",
    "see_page",
]
