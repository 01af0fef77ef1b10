"""What the dashboard serves from: one DuckDB file derived from a snapshot.

Sorted and pre-joined for the questions the pages ask, with a posting table for word search.
Nothing in it is new: it can be thrown away and built again from the snapshot.
"""

from core.serving.build import build_serving

__all__ = ["build_serving"]
