"""People, organisations and places: gazetteer, recogniser, propagation, canonical names."""

from __future__ import annotations

from core.names.entities import Entity
from core.names.recogniser import find_mentions
from core.names.registry import describe, holder

__all__ = ["Entity", "describe", "find_mentions", "holder"]
