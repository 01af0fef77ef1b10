"""The whole way of a quote to the reader: its own chain, the article's credits, the outlet.

The links named beside the words come first, from the speaker outwards; then the credits the article
closes with; last the outlet whose page it is. A medium stands once, where it is named first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.model import Article, Attribution, Span
from core.quotes.media import is_own, outlet_key
from core.quotes.own import names_of

Origin = Literal["text", "credit", "page"]
"""Where a step is named: beside the words, in the article's credits, or as the page's outlet."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way; only one that is named beside the words has a span."""

    name: str
    origin: Origin
    span: Span | None = None
    entity_id: str | None = None


def whole_chain(said: Attribution, article: Article) -> tuple[Step, ...]:
    """The steps from the speaker to the page, in order.

    The outlet of the page is its last step alone, also where a source spoke to it.

    >>> article = Article(1, outlet="صدى", credits=("رويترز", "صدى"))
    >>> [(step.name, step.origin) for step in whole_chain(Attribution(), article)]
    [('رويترز', 'credit'), ('صدى', 'page')]
    """
    own = names_of(article.outlet) if article.outlet else frozenset()
    told = [link for link in said.via if not is_own(link.name, own)]
    steps = [Step(link.name, "text", link.span, link.entity_id) for link in told]
    for credit in article.credits:
        taken = frozenset(outlet_key(step.name) for step in steps) | own
        if not is_own(credit, taken):
            steps.append(Step(credit, "credit"))
    if article.outlet:
        steps.append(Step(article.outlet, "page"))
    return tuple(steps)
