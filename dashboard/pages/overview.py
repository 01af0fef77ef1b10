"""Overview: what is here, and what is new."""

from dashboard import data
from dashboard.components import overview, state

corpus = data.corpus()
selection = state.selection()

overview.at_a_glance(corpus, selection)
overview.volume(corpus, selection)
overview.leading_names(corpus, selection)
overview.newest(corpus, selection)
