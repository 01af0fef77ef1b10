"""``python -m core.cli`` is ``rawi``."""

from core.cli import main

if __name__ == "__main__":
    main(prog_name="python -m core.cli")
