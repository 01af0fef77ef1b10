"""Source chains: the links of quotes, and the carriers that quotes came through."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import pandas as pd

from core.corpus import columns
from core.corpus.engine import Engine
from core.corpus.overview import folded, limited, matching
from core.corpus.scope import Scope
from core.corpus.tables import Table
from core.selection import Selection


class Chains(Engine):
    """Questions about who passed words on.

    A carrier's id is that of its entity or, where no entity stands for it, ``name:`` with its
    folded name.
    """

    def chain(self, quote_ids: Sequence[str]) -> pd.DataFrame:
        """The links of some quotes: quote_id, position, name, carrier_id, entity_id, start, end."""
        wanted = tuple(dict.fromkeys(quote_ids))
        return self.ask(columns.LINKS, Selection(), _links, wanted)

    def carriers(self, selection: Selection, limit: int | None = 50) -> pd.DataFrame:
        """Through whom the quotes came: carrier_id, name, name_en, entity_id, n (quotes)."""
        return self.ask(columns.CARRIERS, selection, _carriers, limit)

    def find_carriers(self, text: str, limit: int = 50) -> pd.DataFrame:
        """Carriers whose name holds ``text``, in any spelling; the columns of ``carriers``."""
        return self.ask(columns.CARRIERS, Selection(), _find_carriers, folded(text), limit)

    def carriers_by_id(self, carrier_ids: Sequence[str]) -> pd.DataFrame:
        """Some carriers with the columns of ``carriers``; unknown ids are left out."""
        wanted = tuple(dict.fromkeys(carrier_ids))
        return self.ask(columns.CARRIERS, Selection(), _carriers_of, wanted)


def _links(scope: Scope, quote_ids: tuple[str, ...]) -> Table:
    chain = scope.tables.chain
    found = chain.filter(chain.quote_id.isin(quote_ids))
    return found.order_by("quote_id", "position").select(columns.LINKS.names)


def _carriers(scope: Scope, limit: int | None) -> Table:
    return limited(_counted(scope).order_by(ibis.desc("n"), "carrier_id"), limit)


def _find_carriers(scope: Scope, key: str, limit: int) -> Table:
    carriers = _counted(scope)
    own = carriers.carrier_id.split(":")[1]
    found = matching(carriers, ibis.coalesce(carriers["keys"], own), key)
    return found.order_by(ibis.desc("match"), ibis.desc("n"), "carrier_id").limit(limit)


def _carriers_of(scope: Scope, carrier_ids: tuple[str, ...]) -> Table:
    carriers = _counted(scope)
    return carriers.filter(carriers.carrier_id.isin(carrier_ids)).order_by("carrier_id")


def _counted(scope: Scope) -> Table:
    """The carriers of the selected quotes, called as their entity is, else as mostly written."""
    links = scope.of_quotes(scope.tables.chain)
    counted = links.group_by("carrier_id").agg(
        written=links.name.mode(), entity_id=links.entity_id.min(), n=links.quote_id.nunique()
    )
    entities = scope.tables.entities.select("entity_id", "name_en", "keys", called="name")
    named = counted.left_join(entities, "entity_id")
    return named.select(
        "carrier_id",
        "name_en",
        "entity_id",
        "n",
        "keys",
        name=ibis.coalesce(named.called, named.written),
    )
