"""Write core/lexicons/dates/months_cldr.tsv: the months of every Arabic locale of CLDR.

Run by hand when Babel brings a new CLDR: ``python tools/build_month_tables.py``. The product
reads only the file, so Babel is not needed at run time. With ``--check`` nothing is written and
the exit code says whether the file is what this Babel would give.
"""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers

TARGET = Path(__file__).parent.parent / "core" / "lexicons" / "dates" / "months_cldr.tsv"
HEADER = """\
# Gregorian months as the Arabic locales of CLDR write them: form, month, locales.
# Source: Unicode CLDR through Babel {version}. Licence: Unicode License v3.
# Made by tools/build_month_tables.py; do not edit. Spellings CLDR lacks are in months.tsv.
"""


def month_forms() -> dict[tuple[int, str], set[str]]:
    """All (month, form) pairs, wide and abbreviated, with the locales that use them."""
    forms: dict[tuple[int, str], set[str]] = {}
    for identifier in sorted(locale_identifiers()):
        if identifier != "ar" and not identifier.startswith("ar_"):
            continue
        months = Locale.parse(identifier).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    # CLDR parts some two-word names with a no-break space; lists fold it anyway.
                    form = " ".join(name.split())
                    forms.setdefault((number, form), set()).add(identifier)
    return forms


def month_table() -> str:
    """The text of the data file."""
    rows = [
        f"{form}\t{number}\t{' '.join(sorted(locales))}"
        for (number, form), locales in sorted(month_forms().items())
    ]
    return HEADER.format(version=version("babel")) + "\n".join(rows) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    table = month_table()
    if parser.parse_args().check:
        return int(TARGET.read_text(encoding="utf-8") != table)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(table, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
