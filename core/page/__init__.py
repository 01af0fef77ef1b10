"""From a stored page to lines and articles: kinds, boundaries, credits, publication date."""

from core.page.furniture import FurnitureProfile
from core.page.learn import learn_furniture
from core.page.reader import PageReading, read_page

__all__ = ["FurnitureProfile", "PageReading", "learn_furniture", "read_page"]
