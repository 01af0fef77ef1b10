"""Rawi's screens. ``core`` answers, ``dashboard`` shows; nothing is computed from text here.

``streamlit_app.py`` runs ``shell`` around one of ``pages``; a page names ``components`` in order;
a component takes small frames from ``data.corpus()`` and the state from ``components.state``.
Pages never import each other.
"""
