"""The data of an exhibit as an HTML table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from html import escape
from math import isfinite

# Rows of data that the page shows; the file has all.
ROWS_SHOWN = 300


def html(exhibit: dict, number: str) -> str:
    """Data of an exhibit as a table that scrolls in itself.

    Parameters
    ----------
    exhibit : dict
        As the ledger holds it; its data stand in ``csv``.
    number : str
        Such as ``Figure 2.1``.
    """
    heads, *rows = csv.reader(io.StringIO(exhibit["csv"]))
    sides = [' class="text-right"' if all(map(_is_number, column)) else ""
             for column in zip(*rows)]
    head = "".join(f'<th scope="col"{side}>{escape(text)}</th>'
                   for text, side in zip(heads, sides))
    body = "".join(_row(row, sides) for row in rows[:ROWS_SHOWN])
    left = len(rows) - ROWS_SHOWN
    more = f"<p>The file has {left:,} more rows.</p>" if left > 0 else ""
    return (f'<div class="exhibit-data" role="region" tabindex="0" aria-label="Data of {number}">'
            f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table></div>{more}")


def _row(row: Sequence[str], sides: Sequence[str]) -> str:
    cells = "".join(f"<td{side}>{_shown(value)}</td>" for value, side in zip(row, sides))
    return f"<tr>{cells}</tr>\n"


def _is_number(value: str) -> bool:
    with suppress(ValueError):
        return value == "" or isfinite(float(value))
    return False


def _shown(value: str) -> str:
    """Cell of the table: four digits are enough to read, six of what may be a date in years."""
    if value in ("", "True", "False"):
        return {"": "\N{EN DASH}", "True": "yes", "False": "no"}[value]
    if not _is_number(value):
        return escape(value)
    number = float(value)
    digits = 4 if abs(number) < 1000 else 6
    shown = f"{number:.0f}" if number.is_integer() else f"{number:.{digits}g}"
    return shown.replace("-", "\N{MINUS SIGN}")
