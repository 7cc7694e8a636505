"""Recorder of one chapter: one call shows and records a number, a figure or a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite
from numbers import Number

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from matplotlib.figure import Figure

from report import exhibit, rows as data_rows, tables as data_tables, text
from report.drawing import palette, style
from report.intervals import Interval
from report.ledger import NUMBER_KEY, LedgerError


class Recorded:
    """A number as a notebook cell shows it."""

    def __init__(self, record: dict):
        self.record = record

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        return ({"text/plain": f"{self.record['id']} = {self.record['text']}"},
                {NUMBER_KEY: self.record})


class Chapter:
    """Recorder of one chapter: its numbers, figures and tables.

    Parameters
    ----------
    name : str
        File name of the chapter without its ending; first part of all ids.
    """

    def __init__(self, name: str):
        self.name = name
        style.apply()

    def number(self, key: str, quantity: float | str | Interval, *, unit: str, meaning: str,
               tables: Sequence[str], spec: str = ",.0f", low: float | None = None,
               high: float | None = None, rows: Iterable[str] = (),
               tolerance: float = 1e-6) -> None:
        """Record one number that the text shows by its id.

        Parameters
        ----------
        key : str
            Rest of the id; the id is ``<chapter>.<key>``.
        quantity : float, str or Interval
            The number; text for a quarter or date. An `Interval` is shown by its bounds
            unless they are as good as equal.
        unit : str
            One of `report.text.UNITS`.
        meaning : str
            Definition, for the page that lists all numbers.
        tables : sequence of str
            Tables of ``data/`` that it rests on.
        spec : str
            Format spec of the text.
        low, high : float, optional
            Bounds of an estimate (95% unless `meaning` says otherwise).
        rows : iterable of str
            Rows that it rests on, beside those that an `Interval` carries: published figures by
            name, rows of other tables by key (see `report.rows`).
        tolerance : float
            Relative difference up to which a rerun counts as the same.

        Raises
        ------
        LedgerError
            If it is not a finite number, or a table is unknown.
        """
        record = {"id": f"{self.name}.{key}", "chapter": self.name, "unit": unit,
                  "format": spec, "meaning": meaning, "tables": _known(tables),
                  "tolerance": tolerance}
        if isinstance(quantity, Interval):
            record |= {"value": _plain(quantity.value), "low": _plain(quantity.low),
                       "high": _plain(quantity.high),
                       "text": text.interval(quantity, unit, spec)}
            rows = (*quantity.rows, *rows)
        else:
            record |= {"value": _plain(quantity), "low": _plain(low), "high": _plain(high),
                       "text": text.number(quantity, unit, spec)}
        _check_finite(record)
        rows = list(dict.fromkeys(rows))
        display(Recorded(record | {"rows": rows, "sources": sources(tables, rows)}))

    def figure(self, key: str, figure: Figure, data: pd.DataFrame, *, title: str, reading: str,
               alt: str, status: str, tables: Sequence[str], rows: Iterable[str] = (),
               tolerance: float = 1e-6) -> exhibit.Exhibit:
        """Exhibit from a drawn figure; see `report.exhibit.Exhibit`.

        Parameters
        ----------
        key : str
            Rest of the id; the id is ``<chapter>-<key>``.
        figure : Figure
            Closed once it is drawn.
        data : DataFrame
            Every number that is drawn.
        rows : iterable of str
            Rows that it rests on; see `number`.

        Raises
        ------
        LedgerError
            If alt text is missing or a table is unknown.
        ValueError
            If the drawing holds a colour that has no counterpart on the dark page.
        """
        drawing = style.svg(figure)
        plt.close(figure)
        palette.darkened(drawing)  # refused here, where the cell that drew it is at hand
        return self._exhibit(key, "figure", data, title, reading, alt, status, tables, rows,
                             tolerance, drawing=drawing)

    def table(self, key: str, data: pd.DataFrame, heads: dict[str, str],
              formats: dict[str, str] | None = None, *, title: str, reading: str, status: str,
              tables: Sequence[str], rows: Iterable[str] = (),
              tolerance: float = 1e-6) -> exhibit.Exhibit:
        """Exhibit from a table; see `report.exhibit.body` for `heads` and `formats`.

        An `Interval` in a cell is printed by its bounds and kept as two columns; of a reference in
        a cell its target is kept.
        """
        printed = exhibit.body(data, heads, formats or {})
        alt = f"Table with {len(data)} rows and the columns {', '.join(heads.values())}."
        kept = spread(data[list(heads)]).map(text.unmarked)
        return self._exhibit(key, "table", kept, title, reading, alt,
                             status, tables, rows, tolerance, body=printed)

    def _exhibit(self, key, kind, data, title, reading, alt, status, tables, rows, tolerance,
                 **content) -> exhibit.Exhibit:
        rows = list(rows)  # may be an iterator, and is used twice
        if not alt.strip() or "\n" in alt:
            raise LedgerError(f"{self.name}-{key}: alt text must be one line of text")
        return exhibit.Exhibit(
            id=f"{self.name}-{key}", kind=kind, chapter=self.name, title=title, reading=reading,
            alt=alt, status=status, data=data.reset_index(drop=True), tables=tuple(_known(tables)),
            sources=tuple(sources(tables, rows)), tolerance=tolerance,
            rows=tuple(dict.fromkeys(rows)), **content)


def spread(data: pd.DataFrame) -> pd.DataFrame:
    """Table whose columns of intervals stand as two columns, `_low` and `_high`."""
    columns = {}
    for name, cells in data.items():
        if any(isinstance(c, Interval) for c in cells):
            for end in ("low", "high"):
                columns[f"{name}_{end}"] = [
                    getattr(c, end) if isinstance(c, Interval) else c for c in cells]
        else:
            columns[name] = cells.to_list()
    return pd.DataFrame(columns)


def sources(names: Iterable[str], rows: Iterable[str] = ()) -> list[str]:
    """BibTeX keys behind tables and rows, each once.

    Raises
    ------
    LedgerError
        If a row is unknown.
    """
    try:
        keys = [data_tables.citation(name) for name in names] + data_rows.sources(list(rows))
    except data_tables.TableError as error:
        raise LedgerError(str(error)) from None
    return list(dict.fromkeys(filter(None, keys)))


def _known(names: Sequence[str]) -> list[str]:
    for name in names:
        try:
            data_tables.resource(name)
        except data_tables.TableError as error:
            raise LedgerError(str(error)) from None
    return list(names)


def _plain(value: object) -> object:
    return float(f"{float(value):.{exhibit.DIGITS}g}") if isinstance(value, Number) else value


def _check_finite(record: dict) -> None:
    for name in ("value", "low", "high"):
        held = record[name]
        if isinstance(held, float) and not isfinite(held):
            raise LedgerError(f"{record['id']}: {name} is not a finite number ({held})")
    if record["value"] is None:
        raise LedgerError(f"{record['id']}: value is missing")
