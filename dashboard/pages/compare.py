"""Compare: outlets, speakers or periods side by side; statements and articles that travelled."""

from dashboard import data
from dashboard.components import compare, controls, state
from dashboard.components.i18n import t

corpus = data.corpus()
selection = state.selection()

view = controls.choice("show", tuple(compare.VIEWS), "compare", t("compare.view"))
compare.VIEWS[view](corpus, selection)
