"""The sidebar's filters: the only place that reads filter widgets.

A widget shows a part of the selection and, in its callback, replaces that part. Names are not
chosen from a list of tens of thousands but found by typing: any spelling finds them, because the
corpus folds what is typed.
"""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.corpus import Corpus
from core.selection import DAYS, KINDS, STANCES, Selection
from dashboard.components import cards, dom, i18n, labels, state
from dashboard.components.i18n import t

_ROLES = ("entities", "speakers", "about", "carriers")
_FOUND = 8
_CHOSEN = "_chosen"


def sidebar(corpus: Corpus) -> None:
    """All filters, those most used first."""
    selection = state.selection()
    _words(selection)
    _days(corpus, selection, DAYS[0], st.columns(2, gap="small"))
    _outlets(corpus, selection)
    _finder(corpus)
    _quote_parts(corpus, selection)
    _flags(selection)


def _words(selection: Selection) -> None:
    st.text_input(
        t("filter.words"),
        key=state.seed("words", selection.words),
        type="search",
        placeholder=t("filter.words_hint"),
        help=t("filter.words_help"),
        on_change=_take,
        args=("words",),
    )


def _days(
    corpus: Corpus, selection: Selection, names: tuple[str, str], places: list[DeltaGenerator]
) -> None:
    known = corpus.coverage(Selection())
    for place, part in zip(places, names, strict=True):
        chosen = getattr(selection, part)
        days = [day for day in (known["first_day"], known["last_day"], chosen) if day]
        place.date_input(
            t(f"filter.{part}"),
            key=state.seed(part, chosen),
            value=None,
            min_value=min(days, default=None),
            max_value=max(days, default=None),
            format="DD/MM/YYYY",
            on_change=_take,
            args=(part,),
        )


def _outlets(corpus: Corpus, selection: Selection) -> None:
    names = labels.outlet_labels(corpus)
    _multiselect("outlets", list(names), names, selection, t("filter.outlets_hint"))


@st.fragment
def _finder(corpus: Corpus) -> None:
    """A field that finds names in any spelling; each finding is a link that adds it."""
    if st.session_state.pop(_CHOSEN, False):
        st.rerun()  # the whole page, not this fragment alone, shows what was chosen
    text = st.text_input(
        t("filter.find"),
        key="w_find",
        type="search",
        live="300ms",
        placeholder=t("filter.find_hint"),
    )
    role = st.segmented_control(
        t("filter.role"),
        _ROLES,
        key="w_role",
        default=_ROLES[0],
        required=True,
        format_func=lambda one: t(f"filter.role_{one}"),
        label_visibility="collapsed",
        width="stretch",
    )
    if text and text.strip():
        findings = _findings(corpus, text.strip(), role or _ROLES[0])
        dom.show("found", [findings], on_follow=_choose)


def _choose(address: str) -> None:
    state.follow(address)
    st.session_state[_CHOSEN] = True
    st.session_state["w_find"] = ""


def _findings(corpus: Corpus, text: str, role: str) -> dom.Node:
    if role == "speakers":
        found = corpus.find_speakers(text, limit=_FOUND).rename(columns={"speaker_id": "id"})
    elif role == "carriers":
        found = corpus.find_carriers(text, limit=_FOUND).rename(columns={"carrier_id": "id"})
    else:
        found = corpus.find_entities(text, limit=_FOUND).rename(columns={"entity_id": "id"})
    if not len(found):
        return dom.el("p", t("filter.find_none", text=text), cls="rw-empty")
    items = [dom.el("li", _finding(row, role)) for row in found.to_dict("records")]
    return dom.el("ul", *items, cls="rw-found")


def _finding(row: dict[str, Any], role: str) -> dom.Node:
    chosen = state.selection()
    already = row["id"] in getattr(chosen, role)
    address = state.href(chosen=chosen if already else chosen.adding(role, row["id"]))
    return dom.link(
        address,
        dom.el("bdi", i18n.name_of(row)),
        dom.el("small", " · ".join(filter(None, (_sort(row), i18n.number(row["n"]))))),
        cls="rw-finding rw-on" if already else "rw-finding",
    )


def _sort(row: dict[str, Any]) -> str:
    """What sort of name or speaker a finding is; a carrier is not told apart."""
    if "type" in row:
        return i18n.label("type", f"one_{row['type']}")
    return i18n.label("speaker_kind", row["kind"]) if cards.present(row.get("kind")) else ""


def _quote_parts(corpus: Corpus, selection: Selection) -> None:
    with st.expander(t("filter.quotes"), expanded=selection.chooses_quotes):
        st.pills(
            t("filter.kinds"),
            KINDS,
            key=state.seed("kinds", list(selection.kinds)),
            selection_mode="multi",
            format_func=lambda kind: i18n.label("kind", kind),
            on_change=_take,
            args=("kinds",),
        )
        stances = {stance: i18n.label("stance", stance) for stance in STANCES}
        _multiselect("stances", list(STANCES), stances, selection, t("filter.stances_hint"))
        classes = [str(one) for one in corpus.unnamed(Selection())["unnamed_class"]]
        names = {one: i18n.label("unnamed", one) for one in (*classes, *selection.unnamed)}
        _multiselect("unnamed", list(names), names, selection, t("filter.unnamed_hint"))
        _days(corpus, selection, DAYS[1], [st.container(), st.container()])


def _flags(selection: Selection) -> None:
    st.toggle(
        t("filter.copies"),
        key=state.seed("hide_copies", not selection.copies),
        help=t("filter.copies_help"),
        on_change=_take_copies,
    )
    st.toggle(
        t("filter.undated"),
        key=state.seed("undated", selection.undated),
        on_change=_take,
        args=("undated",),
    )


def _multiselect(
    part: str, options: list[str], names: dict[str, str], selection: Selection, hint: str
) -> None:
    chosen = list(getattr(selection, part))
    st.multiselect(
        t(f"filter.{part}"),
        [*options, *(one for one in chosen if one not in options)],
        key=state.seed(part, chosen),
        format_func=lambda one: names.get(one, one),
        placeholder=hint,
        filter_mode="contains",
        select_all=False,
        on_change=_take,
        args=(part,),
    )


def _take(part: str) -> None:
    value = st.session_state[f"w_{part}"]
    if isinstance(value, list):
        value = tuple(value)
    state.select(**{part: "" if part == "words" and value is None else value})


def _take_copies() -> None:
    state.select(copies=not st.session_state["w_hide_copies"])
