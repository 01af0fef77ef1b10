"""Stored files in, records out: one module a format, and everything unreadable as a problem.

``read_paths`` walks files, folders and archives in a fixed order and yields a ``Record`` for
each stored page and a ``Problem`` for whatever could not be read; it never raises for what is
inside a file.
"""

from core.reading.outlets import Outlet, load_outlets
from core.reading.paths import read_paths
from core.reading.sources import Source, find_sources

__all__ = ["Outlet", "Source", "find_sources", "load_outlets", "read_paths"]
