"""Corrections laid over frames: pure, in the order of the log.

Works on the frames ``mentions``, ``quotes``, ``speakers``, ``chain``, ``about`` and ``entities`` of
a whole snapshot or of a part of it that holds every row of the entities and quotes concerned.
``add`` looks for its forms in the sentences it is given (``Sentence``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from core.corrections.log import Correction
from core.frames import FRAMES
from core.frames.entity_keys import entity_keys, join_names, part_names
from core.frames.ids import named_speaker_id
from core.text.fold import fold, fold_key

Frames = dict[str, pd.DataFrame]

_CONFIDENT = 1.0  # an analyst looked at it
_RULE = "correction"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in which an added name may stand: ``start`` is its offset in the page."""

    article_id: str
    position: int
    start: int
    text: str


def apply(
    frames: Mapping[str, pd.DataFrame],
    corrections: Iterable[Correction],
    sentences: Sequence[Sentence] = (),
) -> Frames:
    """The frames with every correction laid over them; the given ones are not changed."""
    held: Frames = dict(frames)
    for correction in corrections:
        _STEPS[correction.kind](held, correction, sentences)
    return {
        name: FRAMES[name].conform(frame) if name in _TOUCHED else frame
        for name, frame in held.items()
    }


def _merge(frames: Frames, by: Correction, _: Sequence[Sentence]) -> None:
    assert by.target is not None
    entities = frames["entities"]
    sources = entities["entity_id"].isin(by.entity_ids)
    target = entities["entity_id"] == by.target
    if target.any():
        row = entities[target].iloc[0]
        merged = entities[sources]
        aliases = [*part_names(row["aliases"]), *merged["name"]]
        for more in merged["aliases"]:
            aliases += part_names(more)
        keys = "\n".join([row["keys"], *merged["keys"]]).split("\n")
        entities = entities.copy()
        entities.loc[target, "aliases"] = join_names(aliases, without=row["name"])
        entities.loc[target, "keys"] = "\n".join(sorted(set(keys)))
    frames["entities"] = entities[~sources]
    _replace_ids(frames, by.entity_ids, by.target)


def _split(frames: Frames, by: Correction, _: Sequence[Sentence]) -> None:
    assert by.target is not None and by.type is not None
    old, forms = by.entity_ids[0], {fold_key(form) for form in by.forms}
    _add_entity(frames, by)
    mentions = frames["mentions"].copy()
    moved = (mentions["entity_id"] == old) & _is_form(mentions["text"], forms)
    mentions.loc[moved, "entity_id"] = by.target
    mentions.loc[moved, "name"] = by.name
    mentions.loc[moved, "type"] = by.type
    frames["mentions"] = mentions
    quotes = frames["quotes"].copy()
    said = quotes["speaker_entity_id"] == old
    said &= _is_form(quotes["speaker_text"], forms) | _is_form(quotes["speaker_name"], forms)
    quotes.loc[said, "speaker_entity_id"] = by.target
    quotes.loc[said, "speaker_name"] = by.name
    frames["quotes"] = quotes
    speakers = frames["speakers"].copy()
    spoke = (speakers["speaker_id"] == old) & speakers["quote_id"].isin(quotes["quote_id"][said])
    speakers.loc[spoke, "speaker_id"] = by.target
    speakers.loc[spoke, "name"] = by.name
    frames["speakers"] = speakers
    chain = frames["chain"].copy()
    chain.loc[(chain["entity_id"] == old) & _is_form(chain["name"], forms), "entity_id"] = by.target
    frames["chain"] = chain
    _recount_about(frames, (old, by.target))


def _rename(frames: Frames, by: Correction, _: Sequence[Sentence]) -> None:
    entity_id = by.entity_ids[0]
    entities = frames["entities"].copy()
    row_is = entities["entity_id"] == entity_id
    for at in entities.index[row_is]:
        row = entities.loc[at]
        if by.name:
            entities.loc[at, "aliases"] = join_names(
                [*part_names(row["aliases"]), row["name"]], without=by.name
            )
            entities.loc[at, "name"] = by.name
        if by.name_en:
            entities.loc[at, "name_en"] = by.name_en
            entities.loc[at, "is_transliterated"] = False
        more = entity_keys((by.name, by.name_en)).split("\n")
        entities.loc[at, "keys"] = "\n".join(sorted({*row["keys"].split("\n"), *more}))
    frames["entities"] = entities
    if by.name:
        quotes = frames["quotes"].copy()
        quotes.loc[quotes["speaker_entity_id"] == entity_id, "speaker_name"] = by.name
        frames["quotes"] = quotes


def _retype(frames: Frames, by: Correction, _: Sequence[Sentence]) -> None:
    for name in ("entities", "mentions"):
        frame = frames[name].copy()
        frame.loc[frame["entity_id"] == by.entity_ids[0], "type"] = by.type
        frames[name] = frame


def _reject(frames: Frames, by: Correction, _: Sequence[Sentence]) -> None:
    entity_id = by.entity_ids[0]
    mentions = frames["mentions"]
    gone = mentions["entity_id"] == entity_id
    if by.forms:
        gone &= _is_form(mentions["text"], {fold_key(form) for form in by.forms})
    frames["mentions"] = mentions[~gone]
    _recount_about(frames, (entity_id,))
    if by.forms:
        return
    entities = frames["entities"]
    frames["entities"] = entities[entities["entity_id"] != entity_id]
    for name, column in (("quotes", "speaker_entity_id"), ("chain", "entity_id")):
        frame = frames[name].copy()
        frame.loc[frame[column] == entity_id, column] = None
        frames[name] = frame
    speakers = frames["speakers"].copy()
    spoke = speakers["speaker_id"] == entity_id
    speakers.loc[spoke, "speaker_id"] = speakers.loc[spoke, "name"].map(named_speaker_id)
    frames["speakers"] = speakers


def _add(frames: Frames, by: Correction, sentences: Sequence[Sentence]) -> None:
    _add_entity(frames, by)
    pattern = _form_pattern(by.forms)
    taken = frames["mentions"].groupby("article_id")[["start", "end"]]
    spans = {article: list(map(tuple, group.to_numpy())) for article, group in taken}

    def is_free(article_id: str, start: int, end: int) -> bool:
        return all(end <= left or right <= start for left, right in spans.get(article_id, ()))

    rows = [
        (
            sentence.article_id,
            start,
            end,
            text,
            by.type,
            by.name,
            by.target,
            sentence.position,
            _RULE,
            _CONFIDENT,
        )
        for sentence in sentences
        for start, end, text in _find_forms(sentence, pattern)
        if is_free(sentence.article_id, start, end)
    ]
    if rows:
        schema = FRAMES["mentions"]
        frames["mentions"] = pd.concat(
            [schema.conform(frames["mentions"]), schema.frame(rows)], ignore_index=True
        ).sort_values(list(schema.key), ignore_index=True)


def _set_speaker(frames: Frames, by: Correction, _: Sequence[Sentence]) -> None:
    entities = frames["entities"]
    known = entities[entities["entity_id"] == by.target]
    name = by.name or (known["name"].iloc[0] if len(known) else None)
    kind = None
    if len(known):
        kind = "person" if known["type"].iloc[0] == "PER" else "organisation"
    quotes = frames["quotes"].copy()
    here = quotes["quote_id"] == by.quote_id
    values = {
        "speaker_entity_id": by.target if len(known) else None,
        "speaker_name": name,
        "speaker_kind": kind or ("person" if name else None),
        "speaker_text": None,
        "speaker_start": pd.NA,
        "speaker_end": pd.NA,
        "unnamed_class": None,
        "speaker_rule": _RULE,
        "confidence": _CONFIDENT,
        "unknown_because": None if name else _RULE,
    }
    for column, value in values.items():
        quotes.loc[here, column] = value
    frames["quotes"] = quotes
    speakers = frames["speakers"]
    others = speakers[speakers["quote_id"] != by.quote_id]
    if name and here.any():
        speaker_id = by.target if len(known) else named_speaker_id(name)
        row = FRAMES["speakers"].frame([(by.quote_id, 0, speaker_id, name, values["speaker_kind"])])
        others = pd.concat([FRAMES["speakers"].conform(others), row], ignore_index=True)
    frames["speakers"] = others


def _reject_quote(frames: Frames, by: Correction, _: Sequence[Sentence]) -> None:
    for name in ("quotes", "speakers", "chain", "about"):
        frame = frames[name]
        frames[name] = frame[frame["quote_id"] != by.quote_id]


_STEPS: Mapping[str, Callable[[Frames, Correction, Sequence[Sentence]], None]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "retype": _retype,
    "reject": _reject,
    "add": _add,
    "speaker": _set_speaker,
    "reject-quote": _reject_quote,
}
_TOUCHED = ("mentions", "quotes", "speakers", "chain", "about", "entities")


def _replace_ids(frames: Frames, old: Sequence[str], new: str) -> None:
    """Every reference to ``old`` points to ``new``; type and speaker's name follow it."""
    entities = frames["entities"]
    target = entities[entities["entity_id"] == new]
    columns = (
        ("mentions", "entity_id"),
        ("quotes", "speaker_entity_id"),
        ("speakers", "speaker_id"),
        ("chain", "entity_id"),
        ("about", "entity_id"),
    )
    for frame_name, column in columns:
        frame = frames[frame_name].copy()
        moved = frame[column].isin(old)
        frame.loc[moved, column] = new
        if frame_name == "mentions" and len(target):
            frame.loc[moved, "type"] = target["type"].iloc[0]
        frames[frame_name] = frame
    frames["about"] = frames["about"].drop_duplicates()
    quotes, speakers = frames["quotes"].copy(), frames["speakers"]
    spoken = speakers[(speakers["speaker_id"] == new) & (speakers["position"] == 0)]
    alone = ~spoken["quote_id"].isin(speakers.loc[speakers["position"] > 0, "quote_id"])
    said = quotes["quote_id"].isin(spoken.loc[alone, "quote_id"])
    if len(target):
        quotes.loc[said, "speaker_entity_id"] = new
        quotes.loc[said, "speaker_name"] = target["name"].iloc[0]
    frames["quotes"] = quotes


def _add_entity(frames: Frames, by: Correction) -> None:
    """A new row of ``entities``, unless there is one of that id."""
    entities = frames["entities"]
    if (entities["entity_id"] == by.target).any():
        return
    schema = FRAMES["entities"]
    name = by.name or by.forms[0]
    row = (
        by.target,
        by.type,
        name,
        by.name_en,
        False,
        join_names(by.forms, without=name),
        entity_keys((name, by.name_en, *by.forms)),
        None,
        None,
        None,
        None,
    )
    frames["entities"] = pd.concat(
        [schema.conform(entities), schema.frame([row])], ignore_index=True
    )


def _recount_about(frames: Frames, entity_ids: Sequence[str]) -> None:
    """``about`` of these entities anew, from the mentions that stand inside quotes."""
    mentions, quotes, about = frames["mentions"], frames["quotes"], frames["about"]
    theirs = mentions.loc[
        mentions["entity_id"].isin(entity_ids), ["article_id", "entity_id", "start", "end"]
    ]
    spans = quotes[["quote_id", "article_id", "start", "end"]]
    pairs = theirs.merge(spans, on="article_id", suffixes=("", "_quote"))
    inside = (pairs["start"] >= pairs["start_quote"]) & (pairs["end"] <= pairs["end_quote"])
    found = pairs.loc[inside, ["quote_id", "entity_id"]].drop_duplicates()
    known = about[about["entity_id"].isin(entity_ids)]
    kept = found[found["quote_id"].isin(known["quote_id"])]
    others = about[~about["entity_id"].isin(entity_ids)]
    frames["about"] = pd.concat([others, kept], ignore_index=True)


def _is_form(texts: pd.Series[str], forms: set[str]) -> pd.Series[bool]:
    return texts.map(lambda text: isinstance(text, str) and fold_key(text) in forms).astype(bool)


def _form_pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """Any of the forms as whole words of folded text, proclitics allowed before."""
    folded = sorted({fold_key(form) for form in forms if form.strip()}, key=len, reverse=True)
    listed = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in folded)
    return re.compile(rf"(?<!\w)[وف]?[بكل]?(?P<form>{listed})(?!\w)")


def _find_forms(sentence: Sentence, pattern: re.Pattern[str]) -> list[tuple[int, int, str]]:
    folded = fold(sentence.text)
    spans = [folded.span(*match.span("form")) for match in pattern.finditer(folded.text)]
    return [
        (sentence.start + span.start, sentence.start + span.end, span.of(sentence.text))
        for span in spans
    ]
