"""Rawi's library: stored Arabic news pages in, pandas frames and answers out.

Imports go one way, each layer using only those to its left::

    model, text -> reading, page, dates, names -> quotes -> parse -> frames
                -> store, ingest -> selection, corpus, corrections -> exports -> cli

Nothing here knows of a screen: ``dashboard`` imports ``core``, never the reverse, and ruff's
banned-api rule holds ``core`` free of ``streamlit``.
"""
