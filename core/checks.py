"""Are a store and the word lists sound? What ``rawi check`` asks, each fault in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from core.corrections.log import CorrectionError, CorrectionLog
from core.frames import FRAMES
from core.names.curated import find_faults
from core.store import Store, file_sha256

LEXICONS = Path(__file__).parent / "lexicons"
CURATED = LEXICONS / "names" / "curated"


def check_lexicons(extra: tuple[Path, ...] = ()) -> Iterator[str]:
    """Faults of the shipped word lists and of ``extra`` gazetteer files.

    Each list opens with a ``#`` header and is UTF-8; the gazetteer keeps its format.
    """
    for path in sorted(LEXICONS.rglob("*")):
        if path.suffix not in (".txt", ".tsv"):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            yield f"{path.relative_to(LEXICONS)}: not UTF-8: {error.reason}"
            continue
        if not text.startswith("#"):
            yield f"{path.relative_to(LEXICONS)}: no header that says what it is and whence"
    yield from map(str, find_faults((*CURATED.glob("*.tsv"), *extra)))


def check_store(root: Path) -> Iterator[str]:
    """Faults of a store: every kept snapshot against its manifest, and the corrections' log."""
    store = Store(root)
    current = store.current
    if current is None:
        yield f"{root}: nothing was ingested here yet"
        return
    if not (store.snapshot(current) / "manifest.json").is_file():
        yield f"{root}: CURRENT names {current}, which is not there"
        return
    for manifest in store.manifests():
        for frame, digest in manifest.sha256.items():
            yield from _check_frame(store, manifest.snapshot, frame, digest)
    try:
        CorrectionLog(store.corrections).load()
    except CorrectionError as error:
        yield str(error)


def _check_frame(store: Store, snapshot: str, frame: str, digest: str) -> Iterator[str]:
    path = store.frame_path(snapshot, frame)
    where = f"snapshot {snapshot}, {frame}"
    if not path.is_file():
        yield f"{where}: the file is missing"
    elif file_sha256(path) != digest:
        yield f"{where}: the file is not what was written: its SHA-256 differs"
    else:
        try:
            FRAMES[frame].from_arrow(pq.read_table(path))
        except (KeyError, ValueError, pa.ArrowException) as error:
            yield f"{where}: {error}"
