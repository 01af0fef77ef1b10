"""What the analyst has set, in the session and in the address: one selection, one view a page.

The address holds all of it, so that a link opened elsewhere shows the same, and Back undoes the
last step. Each run goes ``arrive`` (read an address that changed from outside), widgets and
links (``select``, ``see``, ``follow``, all in callbacks), ``leave`` (write what was changed
here, as one step of the history). An address that came from outside is never rewritten: that
would put a second step on the history, and Back could not get past it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from core.selection import Selection, decode_state, encode_state, from_query, id_param, to_query
from core.selection import choice_param as _choice
from dashboard.components.i18n import LANGUAGES
from dashboard.components.places import OF_THE_LIST, PLACES

Query = dict[str, list[str]]

_LANGUAGE = _choice("lang", LANGUAGES)
_SNAPSHOT = id_param("v", r"[\w.-]{1,64}")
_SHARED = (_LANGUAGE, _SNAPSHOT)
_STALE_SECONDS = 0.4
"""How long the address just replaced may still arrive with a rerun the browser had under way."""


def wake() -> None:
    """Settles the language before anything is drawn: the link's, the session's, the browser's."""
    named, _ = _LANGUAGE.decode(st.query_params.get("lang"))
    st.session_state.setdefault("lang", named or _browser_language())


def selection() -> Selection:
    """What is selected now."""
    return st.session_state.get("selection", Selection())


def view(name: str) -> Any:
    """The value of one of the current page's own parameters."""
    default = next(param.default for param in PLACES[_page()].params if param.key == name)
    return _views()[_page()].get(name, default)


def select(**parts: Any) -> None:
    """Replaces parts of the selection. For callbacks: the run that follows shows it."""
    st.session_state["selection"] = selection().with_(**parts)
    _forget_spot()
    _touch()


def see(**params: Any) -> None:
    """Sets parameters of the current page. For callbacks."""
    if not params.keys() & OF_THE_LIST:
        _forget_spot()
    _views()[_page()].update(params)
    _touch()


def speak(language: str) -> None:
    """Sets the interface's language. For callbacks."""
    st.session_state["lang"] = language
    _touch()


def href(page: str | None = None, chosen: Selection | None = None, **params: Any) -> str:
    """The address of a page with a selection (now's if none) and parameters, relative to the app.

    On the current page the other parameters stay as they are, but for the spot in a list.
    """
    target = page or _page()
    kept: Mapping[str, Any] = {}
    if target == _page():
        kept = {k: v for k, v in _views()[target].items() if k not in OF_THE_LIST}
    query = _query(target, selection() if chosen is None else chosen, {**kept, **params})
    return f"{target}?{urlencode(query, doseq=True)}"


def here() -> str:
    """The address of exactly what is on the screen, naming its snapshot: for sharing."""
    return f"{_page()}?{urlencode(query_of(_page()), doseq=True)}"


def query_of(page: str) -> Query:
    """The query of a page as it was last seen in this session, with the selection of now."""
    return _query(page, selection(), _views()[page])


def follow(address: str) -> None:
    """Goes to an address made by ``href``. For callbacks; anything odd in it is reported."""
    page, _, raw = address.partition("?")
    if page not in PLACES:
        return
    query = parse_qs(raw, keep_blank_values=True)
    if page == _page():
        _adopt(page, query)
        _touch()
    else:
        st.session_state["_destination"] = (page, query)


def destination() -> tuple[str, Query] | None:
    """Where a link followed in this run's callbacks leads, once."""
    return st.session_state.pop("_destination", None)


def arrive(page: str, snapshot: str) -> None:
    """Takes over the address when it came from outside: first visit, Back, a link."""
    session = st.session_state
    session["snapshot"] = snapshot
    now = _canonical(raw_query())
    replaced, when = session.get("_replaced", (None, 0.0))
    is_stale = now == replaced and time.monotonic() - when < _STALE_SECONDS
    is_changed = now != session.get("_address") and not session.get("_touched") and not is_stale
    if "_address" not in session or is_changed or session.get("page") != page:
        session["page"] = page
        session["_address"] = now
        session["_touched"] = False
        _adopt(page, raw_query())


def leave() -> None:
    """Writes what was changed in this run into the address, as one step of the history."""
    session = st.session_state
    if not session.get("_touched"):
        return
    session["_touched"] = False
    query = query_of(_page())
    written, current = _canonical(query), _canonical(raw_query())
    if written != current:
        session["_replaced"] = (current, time.monotonic())
        st.query_params.from_dict(query)
    session["_address"] = written


def problems() -> tuple[str, ...]:
    """What of the address could not be read, in sentences."""
    return st.session_state.get("_problems", ())


def stale_snapshot() -> str | None:
    """The snapshot the followed link was made on, when it is not the one served now."""
    named = st.session_state.get("_linked_snapshot")
    return named if named and named != st.session_state.get("snapshot") else None


def raw_query() -> Query:
    """The address's query as it stands."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def seed(name: str, value: Any) -> str:
    """The key of a widget that shows ``value``; put there only when it differs from the widget's.

    A widget is told nothing it already shows, so that a quick second click is not overwritten.
    """
    key = f"w_{name}"
    if st.session_state.get(key, _UNSET) != value:
        st.session_state[key] = value
    return key


_UNSET = object()


def _adopt(page: str, query: Mapping[str, Sequence[str]]) -> None:
    """Makes a query the state; without ``lang`` the language stays, or is the browser's."""
    session = st.session_state
    place = PLACES[page]
    shared, broken = decode_state(_SHARED, query)
    session["lang"] = shared["lang"] or session.get("lang") or _browser_language()
    own = {param.key for param in (*_SHARED, *place.params)}
    session["selection"], bad_parts = from_query(query, own, session["lang"])
    seen, bad_params = decode_state(place.params, query, session["lang"])
    _views()[page] = seen
    session["_problems"] = (*broken, *bad_parts, *bad_params)
    session["_linked_snapshot"] = shared["v"]


def _query(page: str, chosen: Selection, params: Mapping[str, Any]) -> Query:
    shared = {"lang": st.session_state.get("lang"), "v": st.session_state.get("snapshot")}
    return {
        **encode_state(_SHARED, shared),
        **to_query(chosen),
        **encode_state(PLACES[page].params, params),
    }


def _browser_language() -> str:
    locale = (st.context.locale or "ar").lower()
    return "ar" if locale.startswith("ar") else "en"


def _page() -> str:
    return st.session_state["page"]


def _views() -> dict[str, dict[str, Any]]:
    return st.session_state.setdefault("views", {page: {} for page in PLACES})


def _forget_spot() -> None:
    shown = _views()[_page()]
    for name in OF_THE_LIST:
        shown.pop(name, None)


def _touch() -> None:
    """Marks the state as ahead of the address; what the link said of itself no longer holds."""
    st.session_state["_touched"] = True
    st.session_state["_problems"] = ()
    st.session_state["_linked_snapshot"] = None


def _canonical(query: Mapping[str, Sequence[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((key, tuple(values)) for key, values in query.items()))
