"""Quotes: who said what, about whom, and through whom."""

from dashboard import data
from dashboard.components import controls, quotes, state
from dashboard.components.i18n import t

corpus = data.corpus()
selection = state.selection()

view = controls.choice("show", tuple(quotes.VIEWS), "quotes", t("quotes.view"))
quotes.VIEWS[view](corpus, selection)
