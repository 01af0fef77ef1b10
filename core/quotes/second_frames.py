"""Frames behind frames: who passed on what the frame before ascribes to somebody.

"…، بحسب ما أعلن المركز، كما نقلت وكالة …". Leaves out frames right after a report or around one.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.frames import Frame
from core.quotes.media import is_medium
from core.quotes.named_media import is_speech
from core.quotes.report import Report, Scene

_REST = 3
"""Words: so much of the first frame's phrase may stand behind what was read of it."""


def frame_behind(scene: Scene, frame: Frame, reports: Sequence[Report]) -> int | None:
    """The report whose own frame a medium's frame follows: "بحسب ما أعلن المركز، كما نقلت وكالة …".

    The second says who passed on what the first ascribes; between them stands at most the rest of
    the first one's phrase.
    """
    if not frame.medium and frame.carrier is None:
        return None
    for n, report in enumerate(reports):
        if report.rule != "frame-after" or not report.gate <= frame.at <= report.gate + _REST:
            continue
        between = scene.sentence.words[report.gate : frame.at]
        if report.source is None or is_medium(report.source.name):
            continue
        if all(scene.is_open(k) for k in range(report.gate, frame.at)) and not any(
            word.after_comma or is_speech(word) for word in between
        ):
            return n
    return None
