"""Streamlit's main script: the page's settings, the list of pages, and the frame around one.

It lies at the root because a ``pages/`` folder beside it would switch Streamlit's old multipage
mode on, which breaks deep links (docs/decisions).
"""

from pathlib import Path

import streamlit as st

from dashboard.components import shell

st.set_page_config(
    page_title="راوي · Rawi",
    page_icon=str(Path(__file__).parent / "static" / "favicon.png"),
    layout="wide",
    initial_sidebar_state=320,
)
pages = shell.pages()
page = st.navigation([shell.home(), *pages.values()], position="hidden")
shell.run(page, pages)
