"""Entities: who and what is mentioned, when, with whom and where; a profile of one."""

from dashboard import data
from dashboard.components import controls, entities, profile, state

corpus = data.corpus()
selection = state.selection()

if state.view("who"):
    profile.show(corpus, selection, state.view("who"))
else:
    kind = controls.choice("type", entities.KINDS, "type", "type")
    entities.most_mentioned(corpus, selection, kind)
    entities.trend(corpus, selection, kind)
    entities.on_the_map(corpus, selection)
