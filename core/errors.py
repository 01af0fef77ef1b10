"""The error that is told to people in one line: no traceback would help them."""

from __future__ import annotations


class PlainError(Exception):
    """Something the person at the command line or the screen can mend; the message says how."""
