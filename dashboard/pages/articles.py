"""Articles: the list, and the reader of one."""

from dashboard import data
from dashboard.components import article, articles, state

corpus = data.corpus()
selection = state.selection()

if state.view("art"):
    article.show(corpus, selection, state.view("art"), state.view("at"))
else:
    articles.show(corpus, selection)
