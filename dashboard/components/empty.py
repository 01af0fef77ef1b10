"""One sentence for nothing to show, and why that may be."""

from __future__ import annotations

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import dom, i18n, state
from dashboard.components.i18n import t


def because(corpus: Corpus, what: str) -> dom.Node:
    """That there are no ``what`` under the selection, with the likely reasons and a way out."""
    selection = state.selection()
    reasons = _reasons(corpus, selection)
    clear = dom.link(state.href(chosen=Selection()), t("chip.clear"))
    return dom.el(
        "div",
        dom.el("p", t(f"empty.{what}")),
        *(dom.el("p", reason, cls="rw-note") for reason in reasons),
        None if selection.is_empty else dom.el("p", clear),
        cls="rw-empty",
    )


def _reasons(corpus: Corpus, selection: Selection) -> list[str]:
    everything = corpus.coverage(Selection())
    if not everything["n_articles"]:
        return [t("empty.corpus")]
    if selection.is_empty:
        return []
    reasons = [t("empty.because_filters")]
    if selection.begin or selection.end:
        begin, end = i18n.day(everything["first_day"]), i18n.day(everything["last_day"])
        reasons.append(t("empty.because_dates", begin=begin, end=end))
        if everything["n_undated"]:
            undated = i18n.count("article", everything["n_undated"])
            reasons.append(t("empty.because_undated", n=undated))
    return reasons
