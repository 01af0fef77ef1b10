"""What analysts mended: an append-only log beside the store, laid over every frame, undoable.

``log`` keeps it, ``apply`` lays it over frames. The snapshot itself is never changed, so
corrections survive every re-ingest and each can be taken back.
"""

from core.corrections.apply import apply
from core.corrections.log import (
    Correction,
    CorrectionError,
    CorrectionKind,
    CorrectionLog,
    active,
    add,
    merge,
    reject,
    reject_quote,
    rename,
    retype,
    set_speaker,
    split,
    undo,
)

__all__ = [
    "Correction",
    "CorrectionError",
    "CorrectionKind",
    "CorrectionLog",
    "active",
    "add",
    "apply",
    "merge",
    "reject",
    "reject_quote",
    "rename",
    "retype",
    "set_speaker",
    "split",
    "undo",
]
