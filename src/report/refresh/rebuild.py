"""Rebuild a table from its publisher's files, and write it as a table is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from report import tables
from report.refresh.store import Store

# From the store of files, the table of economies and the table as it stands, to the new table.
Builder = Callable[[Store, pd.DataFrame, pd.DataFrame], pd.DataFrame]


def known(builders: Mapping[str, Builder]) -> list[str]:
    """Tables of the project that code rebuilds.

    Parameters
    ----------
    builders : mapping
        Name of a table to what rebuilds it.
    """
    return [name for name in builders if name in tables.package()["resources"]]


def build(builder: Builder, name: str, store: Store, folder: Path = tables.DATA) -> str:
    """Rebuild one table as CSV text, in the order of its key and columns.

    Parameters
    ----------
    builder : callable
        What rebuilds it.
    name : str
        Of the table.
    store : Store
        Where the publishers' files come from.
    folder : Path
        Folder of the data package.

    Raises
    ------
    report.refresh.store.RefreshError
        If its files cannot be had or are not what they should be.
    """
    kept = tables.load(name, folder)
    made = builder(store, tables.load("economies", folder), kept)
    return as_csv(made, list(kept.columns), tables.primary_key(name, folder))


def as_csv(frame: pd.DataFrame, columns: list[str], key: list[str]) -> str:
    """Table as CSV text: rows by series, place and time, numbers as short as they are exact.

    Parameters
    ----------
    frame : DataFrame
        One row a record.
    columns : list of str
        Those that are written, in order.
    key : list of str
        Columns that name a row.
    """
    last = ("year", "quarter", "period_start", "period_end")
    order = sorted(key, key=lambda c: (c in last, c not in ("series", "indicator")))
    return frame.sort_values(order)[columns].map(_cell).to_csv(index=False, lineterminator="\n")


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if value != value else repr(value).removesuffix(".0")
    return str(value)
