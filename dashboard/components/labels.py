"""What ids are called: the labels of outlets, names and speakers in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import i18n

_UNNAMED = "unnamed:"


def labels_of(corpus: Corpus, selection: Selection) -> dict[str, str]:
    """A label for every id and vocabulary value in the selection."""
    labels = speaker_labels(corpus, selection.speakers)
    labels |= entity_labels(corpus, [*selection.entities, *selection.about])
    labels |= carrier_labels(corpus, selection.carriers)
    if selection.outlets:
        labels |= outlet_labels(corpus)
    labels |= {kind: i18n.label("kind", kind) for kind in selection.kinds}
    labels |= {stance: i18n.label("stance", stance) for stance in selection.stances}
    labels |= {one: unnamed_label(one) for one in selection.unnamed}
    return labels


def entity_labels(corpus: Corpus, ids: Sequence[str]) -> dict[str, str]:
    """Labels of entities; ids unknown to the corpus are left out."""
    if not ids:
        return {}
    rows = corpus.names(list(ids)).to_dict("records")
    return {row["entity_id"]: i18n.name_of(row) for row in rows}


def outlet_labels(corpus: Corpus) -> dict[str, str]:
    """Labels of all outlets."""
    return {row["outlet_id"]: i18n.name_of(row) for row in corpus.outlets().to_dict("records")}


def speaker_labels(corpus: Corpus, ids: Sequence[str]) -> dict[str, str]:
    """Labels of speakers: entities, bare names, and classes of unnamed sources."""
    unnamed = [one for one in ids if one.startswith(_UNNAMED)]
    named = [one for one in ids if not one.startswith(_UNNAMED)]
    labels = {one: unnamed_label(one.removeprefix(_UNNAMED)) for one in unnamed}
    if named:
        labels |= corpus.speaker_names(named)
    return labels | entity_labels(corpus, named)


def carrier_labels(corpus: Corpus, ids: Sequence[str]) -> dict[str, str]:
    """Labels of links of source chains."""
    if not ids:
        return {}
    rows = corpus.carriers_by_id(ids).to_dict("records")
    return {row["carrier_id"]: i18n.name_of(row) for row in rows}


def unnamed_label(unnamed_class: str) -> str:
    """What a class of unnamed sources is called."""
    return i18n.label("unnamed", unnamed_class)


def speaker_label(row: Mapping[str, Any]) -> str:
    """The label of a row with ``speaker_id``, ``name`` and ``name_en``."""
    speaker_id = row["speaker_id"]
    if speaker_id.startswith(_UNNAMED):
        return unnamed_label(speaker_id.removeprefix(_UNNAMED))
    return i18n.name_of(row)
