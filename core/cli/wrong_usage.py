"""How wrong usage ends: one line on standard error and exit code 2, never a traceback."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from core.errors import PlainError


class OneLineErrors(click.Group):
    """A group whose wrong usage is one line on standard error, exit code 2."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command and leave with its exit code."""
        try:
            sys.exit(super().main(*args, **{**kwargs, "standalone_mode": False}) or 0)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            sys.exit(2)
        except click.ClickException as error:
            context = getattr(error, "ctx", None)
            command = context.command_path if context else "rawi"
            click.echo(f"{command}: {error.format_message()} (see {command} --help)", err=True)
            sys.exit(2)
        except PlainError as error:
            click.echo(f"rawi: {error}", err=True)
            sys.exit(2)
        except click.Abort:
            sys.exit(130)
        except BrokenPipeError:
            # The reader of our output has gone, as `head` does; nothing is left to be said.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
