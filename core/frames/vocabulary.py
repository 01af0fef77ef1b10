"""The closed vocabularies of the frames: one shared dtype each, from the types in ``model``."""

from __future__ import annotations

from typing import Any, get_args

import pandas as pd

from core import model


def _words(literal: Any) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(get_args(literal)), ordered=False)


LINE_KINDS = _words(model.LineKind)
PUBLISHED_FROM = _words(model.PublishedFrom)
ENTITY_TYPES = _words(model.MentionType)
QUOTE_KINDS = _words(model.QuoteKind)
SPEAKER_KINDS = _words(model.SpeakerKind)
STANCES = _words(model.Stance)
TIMEX_TYPES = _words(model.TimexType)
PRECISIONS = _words(model.Precision)
CALENDARS = _words(model.Calendar)
STAGES = _words(model.Stage)
