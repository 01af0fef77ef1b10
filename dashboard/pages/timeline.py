"""Timeline: when it was published, when it was said, which days are talked about."""

from dashboard import data
from dashboard.components import state, timeline

corpus = data.corpus()
selection = state.selection()

bucket = timeline.published_and_said(corpus, selection)
timeline.talked_about(corpus, selection, bucket)
if state.view("day"):
    timeline.sentences(corpus, selection, state.view("day"), bucket)
timeline.bursts(corpus, selection)
