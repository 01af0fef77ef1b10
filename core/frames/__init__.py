"""The frames: schemas, building them from parses, checking them."""

from core.frames.build import build_frames
from core.frames.schema import Schema, SchemaError
from core.frames.tables import FRAMES, PAGE_FRAMES, SNAPSHOT_FRAMES

__all__ = ["FRAMES", "PAGE_FRAMES", "SNAPSHOT_FRAMES", "Schema", "SchemaError", "build_frames"]
