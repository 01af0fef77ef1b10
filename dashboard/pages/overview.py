"""Overview: what is here, and what is new."""

from dashboard import data
from dashboard.components import controls, overview, sections, state
from dashboard.components.i18n import t

corpus = data.corpus()
selection = state.selection()

overview.at_a_glance(corpus, selection)
sections.head(t("volume.title"), t("volume.note"))
overview.volume(corpus, selection, controls.bucket(corpus, selection))
overview.leading_names(corpus, selection)
overview.newest(corpus, selection)
