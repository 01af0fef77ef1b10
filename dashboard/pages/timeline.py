"""Timeline: when it was published, when it was said, which days are talked about."""

from dashboard import data
from dashboard.components import controls, state, timeline

corpus = data.corpus()
selection = state.selection()

bucket = controls.bucket(corpus, selection)
timeline.published_and_said(corpus, selection, bucket)
timeline.talked_about(corpus, selection, bucket)
if state.view("day"):
    timeline.sentences(corpus, selection, state.view("day"))
timeline.bursts(corpus, selection)
