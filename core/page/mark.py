"""The marks a line can have, each with the rule that gave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MarkName = Literal[
    "prose",  # a sentence or paragraph
    "short",  # undecided
    "cross",  # "read also" with its title
    "cross_label",  # the bare label
    "related_label",  # heading of a list of stories
    "credit",  # source credit with its value
    "credit_label",  # the bare label
    "signature",  # an agency in parentheses or alone in capitals: "(أ ف ب)"
    "byline",  # author line with a label
    "name",  # may be an author's name without a label
    "stamp",  # a date and nothing else
    "stamp_label",  # "تاريخ النشر:" alone
    "ago",  # relative stamp
    "place",  # place and/or agency and nothing else
    "caption",  # what belongs to a photograph
    "comments",  # heading of readers' comments
    "tags",  # label of tags
    "end",  # "// انتهى //", "***": the story is over
    "number",  # counts, ranks, clock times
    "furniture",  # any other part of the page
]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and the rule that gave it. ``label`` is the number of words its label takes up."""

    name: MarkName
    rule: str
    label: int = 0
