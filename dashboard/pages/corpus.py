"""Corpus: what is loaded, adding pages, what could not be read, what was corrected."""

from dashboard import data
from dashboard.components import archive, controls
from dashboard.components.i18n import t

corpus = data.corpus()

view = controls.choice("show", tuple(archive.VIEWS), "corpus", t("corpus.view"))
archive.VIEWS[view](corpus)
