"""What ids are called: the labels of outlets, names and speakers in the interface's language."""

from __future__ import annotations

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import i18n


def labels_of(corpus: Corpus, selection: Selection) -> dict[str, str]:
    """A label for every id and vocabulary value in the selection."""
    ids = {*selection.entities, *selection.about, *selection.speakers}
    labels = {one: speaker_label(one) for one in ids}
    labels |= entity_labels(corpus, [one for one in ids if not _is_description(one)])
    if selection.outlets:
        labels |= outlet_labels(corpus)
    labels |= {kind: i18n.label("kind", kind) for kind in selection.kinds}
    labels |= {stance: i18n.label("stance", stance) for stance in selection.stances}
    labels |= {one: i18n.label("unnamed", one) for one in selection.unnamed}
    return labels


def entity_labels(corpus: Corpus, ids: list[str]) -> dict[str, str]:
    """Labels of entities; ids unknown to the corpus are left out."""
    if not ids:
        return {}
    rows = corpus.names(ids).to_dict("records")
    return {row["entity_id"]: i18n.name_of(row) for row in rows}


def outlet_labels(corpus: Corpus) -> dict[str, str]:
    """Labels of all outlets."""
    return {row["outlet_id"]: i18n.name_of(row) for row in corpus.outlets().to_dict("records")}


def speaker_label(speaker_id: str) -> str:
    """A speaker's label as far as the id itself tells: a class of unnamed source, a bare name."""
    kind, _, rest = speaker_id.partition(":")
    if kind == "unnamed":
        return i18n.label("unnamed", rest)
    return rest if kind == "name" else speaker_id


def _is_description(speaker_id: str) -> bool:
    return speaker_id.startswith(("unnamed:", "name:"))
