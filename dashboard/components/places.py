"""The pages and the parameters each of them owns in a link, beside the selection they share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.selection import ENTITY_ID, Param, choice_param, id_param, ids_param, integer_param

PAGES = Path(__file__).parents[1] / "pages"

BUCKETS = ("day", "week", "month")
TYPES = ("PER", "ORG", "LOC")
_ID = r"[\w.:-]{1,80}"
_bucket = choice_param("g", BUCKETS)
_page_number = integer_param("pg", 1, 1, 999_999)

OF_THE_LIST = frozenset({"pg", "art", "at"})
"""Parameters that mean a spot in a list of results, and nothing once the selection changes."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its name in links and files, its icon, and its own parameters."""

    key: str
    icon: str
    params: tuple[Param[Any], ...] = ()

    @property
    def file(self) -> Path:
        """The script that draws it."""
        return PAGES / f"{self.key}.py"


PLACES = {
    place.key: place
    for place in (
        Place("overview", ":material/dashboard:", (_bucket,)),
        Place(
            "timeline",
            ":material/timeline:",
            (_bucket, id_param("day", r"\d{4}-\d\d-\d\d"), _page_number),
        ),
        Place(
            "entities",
            ":material/group:",
            (
                choice_param("type", ("all", *TYPES), "all"),
                id_param("who", ENTITY_ID),
                choice_param("within", ("article", "sentence"), "article"),
                _bucket,
                _page_number,
            ),
        ),
        Place(
            "quotes",
            ":material/format_quote:",
            (
                choice_param("show", ("cards", "speakers", "topics", "sources", "table"), "cards"),
                choice_param("order", ("newest", "oldest", "confidence"), "newest"),
                _bucket,
                _page_number,
            ),
        ),
        Place(
            "articles",
            ":material/article:",
            (
                choice_param("order", ("newest", "oldest", "relevance"), "newest"),
                id_param("art", _ID),
                id_param("at", r"\d{1,9}-\d{1,9}"),
                _page_number,
            ),
        ),
        Place(
            "compare",
            ":material/compare_arrows:",
            (
                choice_param("show", ("side", "statements", "copies"), "side"),
                choice_param("by", ("outlet", "speaker", "period"), "outlet"),
                ids_param("k", r"[^\x00-\x1f\x7f-\x9f]{1,150}", 6),
                choice_param("m", ("entities", "quotes", "volume", "stances"), "entities"),
            ),
        ),
        Place(
            "corpus",
            ":material/inventory_2:",
            (
                choice_param(
                    "show", ("loaded", "add", "problems", "undated", "corrections"), "loaded"
                ),
                _page_number,
            ),
        ),
    )
}
