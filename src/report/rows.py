"""Names of rows: which rows of which table a number rests on.

A published figure is named as in its table (``park.exports-2021-park2022``). A row of any other
table is named by the table and its key, ``permits:EU27/2019/valid``; ``*`` stands for any value
and parts at the end may be left out: ``github_activity:BY/*`` is every quarter of Belarus.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pandas as pd

from report import tables
from report.intervals import Interval
from report.tables import DATA, TableError

PUBLISHED = "published"


def behind(*parts: Iterable[object] | pd.DataFrame) -> list[str]:
    """Rows that intervals rest on, each once.

    Parameters
    ----------
    *parts : iterable or DataFrame
        Intervals, and anything else, which is passed over; of a table all cells, row by row.
    """
    cells = (one for part in parts
             for one in (part.to_numpy().ravel() if isinstance(part, pd.DataFrame) else part))
    return list(dict.fromkeys(row for one in cells if isinstance(one, Interval)
                              for row in one.rows))


def table_of(name: str) -> str:
    """Table that a row stands in."""
    return name.partition(":")[0] if ":" in name else PUBLISHED


def find(name: str, folder: Path = DATA) -> pd.DataFrame:
    """Rows that a name stands for.

    Parameters
    ----------
    name : str
        Figure, or table and key.
    folder : Path
        Folder of the data package.

    Returns
    -------
    DataFrame
        At least one row, all columns of the table.

    Raises
    ------
    TableError
        If the table is unknown or no row has this key.
    """
    table = table_of(name)
    frame, keys = _with_keys(table, folder)
    wanted = name.removeprefix(f"{table}:")
    found = frame[[fnmatchcase(k, wanted) or fnmatchcase(k, f"{wanted}/*") for k in keys]] \
        if "*" in wanted or "/" in wanted or ":" in name else frame[keys == wanted]
    if found.empty:
        what = "published figure" if ":" not in name else f"row of {table}"
        raise TableError(f"no {what} is called {wanted!r}")
    return found


@cache
def _with_keys(table: str, folder: Path) -> tuple[pd.DataFrame, pd.Series]:
    frame = tables.load(table, folder)
    parts = [_text(frame[column]) for column in tables.primary_key(table, folder)]
    return frame, parts[0].str.cat(parts[1:], sep="/")


def _text(column: pd.Series) -> pd.Series:
    return column.dt.strftime("%Y-%m-%d") if column.dtype.kind == "M" else column.astype(str)


def sources(names: list[str], folder: Path = DATA) -> list[str]:
    """BibTeX keys behind rows: of each row where it has its own, else of its table."""
    found = []
    for name in names:
        cited = tables.citation(table_of(name), folder)
        found += [cited] if cited else find(name, folder)["source"].to_list()
    return list(dict.fromkeys(found))
