"""Mending what was read wrongly: names and speakers, each in two clicks, each undoable.

A correction is a line in the log beside the store; the corpus lays it over what it serves from the
next run on. Nothing here changes a frame. All buttons act in callbacks, so that the run that
follows shows the mended data.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.corpus import ArticleView, Corpus
from core.corrections import (
    Correction,
    CorrectionError,
    merge,
    reject,
    reject_quote,
    rename,
    retype,
    set_speaker,
)
from dashboard.components import cards, i18n, labels, state
from dashboard.components.i18n import t
from dashboard.components.markdown import escape
from dashboard.components.places import TYPES

_CANDIDATES, _SHOWN = 30, 60
_WHO, _WHY, _DONE = "w_fix_who", "w_fix_why", "_corrected"


def of_entity(corpus: Corpus, profile: dict[str, Any]) -> None:
    """Merge into another name, rename, retype, reject."""
    one = profile["entity_id"]
    with st.expander(t("fix.title"), icon=":material/edit:"):
        st.caption(t("fix.note"))
        _merge(corpus, profile)
        _rename(corpus, profile)
        _retype(corpus, profile)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _signature()
            _button("reject", partial(_reject, corpus, one))


def of_quotes(corpus: Corpus, view: ArticleView) -> None:
    """Give one of an article's quotes another speaker, or say that it is none."""
    if not len(view.quotes):
        return
    rows = {row["quote_id"]: row for row in view.quotes.to_dict("records")}
    with st.expander(t("fix.title"), icon=":material/edit:"):
        st.caption(t("fix.note"))
        chosen = st.selectbox(
            t("fix.quote"),
            list(rows),
            key="w_fix_quote",
            format_func=lambda one: _short(rows[one]),
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            names = _names_in(corpus, view)
            speaker = st.selectbox(
                t("fix.speaker"),
                list(names),
                key="w_fix_speaker",
                index=None,
                format_func=lambda one: names.get(one, one),
                placeholder=t("fix.speaker_hint"),
                accept_new_options=True,
            )
            speak = partial(_set_speaker, corpus, chosen, names)
            _button("speaker", speak, disabled=speaker is None)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _signature()
            _button("reject_quote", partial(_reject_quote, corpus, chosen))


def log(corpus: Corpus) -> None:
    """Every correction, newest first, each with its undoing; the log to take along."""
    frame = corpus.corrections()
    if not len(frame):
        st.info(t("fix.none"), icon=":material/history_edu:")
    for row in frame.to_dict("records"):
        _line(corpus, row)
    _carry(corpus)


def _merge(corpus: Corpus, profile: dict[str, Any]) -> None:
    found = corpus.find_entities(profile["name"].split()[-1], limit=_CANDIDATES)
    near = pd.concat([found, corpus.find_entities("", profile["type"], limit=_CANDIDATES)])
    rows = near.drop_duplicates("entity_id").to_dict("records")
    names = {
        row["entity_id"]: f"{i18n.name_of(row)} ({i18n.number(row['n'])})"
        for row in rows
        if row["entity_id"] != profile["entity_id"]
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            t("fix.merge"),
            list(names),
            key="w_fix_merge",
            index=None,
            format_func=lambda one: names.get(one, one),
            placeholder=t("fix.candidates"),
            filter_mode="contains",
        )
        act = partial(_merge_into, corpus, profile["entity_id"])
        _button("merge", act, disabled=chosen is None)


def _rename(corpus: Corpus, profile: dict[str, Any]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(t("fix.rename"), key="w_fix_name", placeholder=profile["name"])
        english = profile["name_en"] if cards.present(profile["name_en"]) else ""
        st.text_input(t("table.name_en"), key="w_fix_name_en", placeholder=english)
        _button("rename", partial(_rename_to, corpus, profile["entity_id"]))


def _retype(corpus: Corpus, profile: dict[str, Any]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        others = [kind for kind in TYPES if kind != profile["type"]]
        st.segmented_control(
            t("fix.retype"),
            others,
            key="w_fix_type",
            required=True,
            default=others[0],
            format_func=lambda kind: t(f"type.one_{kind}"),
        )
        _button("retype", partial(_retype_to, corpus, profile["entity_id"]))


def _signature() -> None:
    st.text_input(t("fix.who"), key=_WHO, persist_state="session")
    st.text_input(t("fix.why"), key=_WHY)


def _button(name: str, act: Callable[[], None], *, disabled: bool = False) -> None:
    st.button(t(f"fix.{name}_button"), key=f"fix_{name}", on_click=act, disabled=disabled)


def _signed() -> dict[str, Any]:
    session = st.session_state
    return {
        "at": dt.datetime.now(dt.UTC),
        "who": session.get(_WHO, ""),
        "why": session.get(_WHY, ""),
    }


def _record(corpus: Corpus, make: Callable[..., Correction], *args: Any) -> bool:
    """Adds a correction to the log; what cannot be is told, not raised."""
    try:
        corpus.log.append(make(*args, **_signed()))
    except CorrectionError as error:
        st.session_state[_DONE] = ("error", str(error))
        return False
    st.session_state[_DONE] = ("done", t("fix.done"))
    return True


def _merge_into(corpus: Corpus, one: str) -> None:
    target = st.session_state["w_fix_merge"]
    if _record(corpus, merge, [one], target):
        state.see(who=target)


def _rename_to(corpus: Corpus, one: str) -> None:
    name, english = st.session_state["w_fix_name"], st.session_state["w_fix_name_en"]
    if name or english:
        _record(corpus, rename, one, name or None, english or None)
        st.session_state["w_fix_name"] = st.session_state["w_fix_name_en"] = ""


def _retype_to(corpus: Corpus, one: str) -> None:
    _record(corpus, retype, one, st.session_state["w_fix_type"])


def _reject(corpus: Corpus, one: str) -> None:
    if _record(corpus, reject, one):
        state.see(who=None)


def _set_speaker(corpus: Corpus, quote_id: str, names: dict[str, str]) -> None:
    chosen = st.session_state["w_fix_speaker"]
    target, name = (chosen, names[chosen]) if chosen in names else (None, chosen)
    _record(corpus, set_speaker, quote_id, target, name)


def _reject_quote(corpus: Corpus, quote_id: str) -> None:
    _record(corpus, reject_quote, quote_id)


def _names_in(corpus: Corpus, view: ArticleView) -> dict[str, str]:
    """Names of the article that can speak, those mentioned most first."""
    speaking = view.mentions[view.mentions["type"].isin(["PER", "ORG"])]
    return labels.entity_labels(corpus, list(speaking["entity_id"].value_counts().index))


def _short(row: dict[str, Any]) -> str:
    words = row["text"]
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return f"{cards.speaker_name(row) or t('quote.unknown')}: {shown}"


def tell() -> None:
    """Says, once, what became of the last correction."""
    kind, text = st.session_state.pop(_DONE, (None, ""))
    if kind:
        st.toast(escape(text), icon=":material/check:" if kind == "done" else ":material/error:")


def _line(corpus: Corpus, row: dict[str, Any]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        when = f"{i18n.day(row['at'])} {row['at']:%H:%M}"
        signed = " · ".join(filter(None, (when, row["who"], row["why"])))
        did = t(f"fix.did_{row['kind'].replace('-', '_')}")
        told = f"**{did}** {escape(_what(corpus, row))}"
        st.markdown(f"{told if row['is_active'] else f'~~{told}~~'}  \n{escape(signed)}")
        if row["is_active"] and row["kind"] != "undo":
            one = row["correction_id"]
            undo = partial(_undo, corpus, one)
            st.button(t("fix.undo"), key=f"undo_{one}", icon=":material/undo:", on_click=undo)


def _what(corpus: Corpus, row: dict[str, Any]) -> str:
    """What a correction concerns: names where the corpus knows them, else ids."""
    ids = [*row["entity_ids"], *([row["target"]] if cards.present(row["target"]) else ())]
    names = labels.entity_labels(corpus, ids)
    said = [names.get(one, one) for one in ids]
    said += [row[name] for name in ("name", "name_en", "quote_id") if cards.present(row[name])]
    said += [t(f"type.one_{row['type']}")] if cards.present(row["type"]) else []
    return " ← ".join(dict.fromkeys(said)) if i18n.is_arabic() else " → ".join(dict.fromkeys(said))


def _undo(corpus: Corpus, correction_id: str) -> None:
    corpus.log.undo(correction_id, at=dt.datetime.now(dt.UTC), who=st.session_state.get(_WHO, ""))
    st.session_state[_DONE] = ("done", t("fix.undone"))


def _carry(corpus: Corpus) -> None:
    """The log as a file, out and in."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        path = corpus.log.path
        st.download_button(
            t("fix.download"),
            data=lambda: path.read_bytes() if path.exists() else b"",
            file_name="rawi-corrections.jsonl",
            mime="application/x-ndjson",
            key="fix_download",
            icon=":material/download:",
            on_click="ignore",
        )
        with st.popover(t("fix.import"), icon=":material/upload:"):
            st.file_uploader(
                t("fix.import"),
                type=["jsonl"],
                key="fix_import",
                on_change=partial(_import, corpus),
                label_visibility="collapsed",
            )


def _import(corpus: Corpus) -> None:
    file = st.session_state["fix_import"]
    if file is None:
        return
    try:
        lines = corrections_of(file.getvalue())
        n = corpus.log.extend(lines)
    except CorrectionError as error:
        st.session_state[_DONE] = ("error", str(error))
        return
    st.session_state[_DONE] = ("done", t("fix.imported", n=i18n.number(n)))


def corrections_of(content: bytes) -> list[Correction]:
    """The corrections of an exported log; CorrectionError when it is none."""
    try:
        texts = content.decode("utf-8-sig").splitlines()
        return [Correction.from_json(json.loads(line)) for line in texts if line.strip()]
    except ValueError as error:
        raise CorrectionError(f"{t('fix.bad_log')} {error}") from error
