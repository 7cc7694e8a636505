"""Recorder of one chapter: one call shows and records numbers, a figure or a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from numbers import Number

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from matplotlib.figure import Figure

from report import declarations, exhibit, rows as data_rows, tables as data_tables, text
from report.drawing import palette, style
from report.drawing.form import NARROW, WIDE
from report.intervals import Interval
from report.ledger import NUMBER_KEY, LedgerError


@dataclass(frozen=True)
class Estimate:
    """A number that is shown by its value, with bounds or rows of its own.

    Attributes
    ----------
    value : float or str
        The number; text for a quarter or a date.
    low, high : float or None
        Bounds (95% unless its declared meaning says otherwise).
    rows : tuple of str
        Rows that it rests on, beside those that are declared; see `report.rows`.
    """

    value: float | str
    low: float | None = None
    high: float | None = None
    rows: tuple[str, ...] = ()

    @classmethod
    def of(cls, interval: Interval) -> Estimate:
        """Interval that is shown by its value."""
        return cls(interval.value, interval.low, interval.high, interval.rows)

    @classmethod
    def among(cls, results: pd.Series, main: str) -> Estimate:
        """One of several results, with the least and the greatest of them as bounds."""
        return cls(results[main], results.min(), results.max())


Quantity = float | str | Interval | Estimate


class Recorded:
    """A number as a notebook cell shows it."""

    def __init__(self, record: dict):
        self.record = record

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        return ({"text/plain": f"{self.record['id']} = {self.record['text']}"},
                {NUMBER_KEY: self.record})


class Chapter:
    """Recorder of one chapter: its numbers, figures and tables.

    What they are is declared beside the chapter; see `report.declarations`.

    Parameters
    ----------
    name : str
        File name of the chapter without its ending; first part of all ids.

    Raises
    ------
    report.declarations.DeclarationError
        If its declarations cannot be used.
    """

    def __init__(self, name: str):
        self.name = name
        self.declared = declarations.load(declarations.find(name))
        style.apply()

    def numbers(self, quantities: Mapping[str, Quantity], **words: object) -> None:
        """Record numbers that the text shows by their ids.

        Parameters
        ----------
        quantities : mapping
            Value by full id. An `Interval` is shown by its bounds unless they are as good as
            equal; an `Estimate` by its value.
        **words
            What the declared meanings leave open; see `report.declarations.filled`.

        Raises
        ------
        LedgerError
            If a value is not a finite number, or a row is unknown.
        report.declarations.DeclarationError
            If an id is not declared.
        """
        for name, quantity in quantities.items():
            display(Recorded(self._record(name, quantity, words)))

    def _record(self, name: str, quantity: Quantity, words: Mapping[str, object]) -> dict:
        declared = self.declared.number(name)
        held = quantity if isinstance(quantity, (Interval, Estimate)) else Estimate(quantity)
        record = {"id": name, "chapter": self.name, "unit": declared.unit,
                  "format": declared.format, "tolerance": declared.tolerance,
                  "meaning": declarations.filled(declared.meaning, words),
                  "value": _plain(held.value), "low": _plain(held.low), "high": _plain(held.high)}
        _check_finite(record)
        shown = text.interval(held, declared.unit, declared.format) \
            if isinstance(held, Interval) else text.number(held.value, declared.unit,
                                                           declared.format)
        return record | {"text": shown} | self._grounds(declared, held.rows, words)

    def _grounds(self, declared: declarations.Number | declarations.Exhibit,
                 rows: Iterable[str], words: Mapping[str, object]) -> dict[str, list[str]]:
        """Tables, rows and sources behind a number or an exhibit."""
        own = [declarations.filled(row, words) for row in declared.rows]
        named = list(dict.fromkeys([*rows, *own]))
        tables = declarations.tables_of(declared, named)
        if not tables:
            raise LedgerError(f"{declared.id}: neither its tables nor its rows are declared")
        try:
            return {"tables": tables, "rows": named, "sources": sources(tables, named)}
        except LedgerError as error:
            raise LedgerError(f"{declared.id}: {error}") from None

    def figure(self, name: str, draw: Callable[..., Figure], data: pd.DataFrame, *, alt: str,
               rows: Iterable[str] = (), **words: object) -> exhibit.Exhibit:
        """Exhibit from a figure in both forms; see `report.exhibit.Exhibit`.

        Parameters
        ----------
        name : str
            Full id.
        draw : callable
            Draws the figure in a ``form`` (`report.drawing.form`), once for each.
        data : DataFrame
            Every number that is drawn.
        alt : str
            What is drawn, in one line.
        rows : iterable of str
            Rows that it rests on, beside those that are declared.
        **words
            What the declared title and reading leave open.

        Raises
        ------
        LedgerError
            If alt text is missing or a row is unknown.
        ValueError
            If the drawing holds a colour that has no counterpart on the dark page.
        """
        wide, narrow = (_drawn(draw(form=form)) for form in (WIDE, NARROW))
        return self._exhibit(name, "figure", data, alt, rows, words, drawing=wide, narrow=narrow)

    def table(self, name: str, data: pd.DataFrame | None = None, *, rows: Iterable[str] = (),
              **words: object) -> exhibit.Exhibit:
        """Exhibit from a table with the declared columns.

        An `Interval` in a cell is printed by its bounds and kept as two columns; of a reference in
        a cell its target is kept. A column ``key``, and one that is declared with an empty head,
        is kept and not printed.

        Parameters
        ----------
        name, rows, **words
            As for `figure`; words may stand in heads too.
        data : DataFrame, optional
            One row a row of the table; without it the declared content stands. An index that is
            called ``key`` is that column.

        Raises
        ------
        LedgerError
            If a declared column is not in the data, or a row is unknown.
        """
        declared = self.declared.exhibit(name)
        columns = declared.columns
        data = pd.DataFrame(declared.content) if data is None else data
        data = data.reset_index() if data.index.name == KEY else data
        if absent := [c.name for c in columns if c.name not in data]:
            raise LedgerError(f"{name}: the data have no column {absent[0]!r}")
        heads = {c.name: declarations.filled(c.head, words) for c in columns if c.head}
        printed = exhibit.body(data, heads, {c.name: c.format for c in columns if c.format})
        alt = f"Table with {len(data)} rows and the columns {', '.join(heads.values())}."
        keys = [KEY] if KEY in data and KEY not in heads else []
        kept = spread(data[[*keys, *(c.name for c in columns)]]).map(text.unmarked)
        return self._exhibit(name, "table", kept, alt, rows, words, body=printed)

    def _exhibit(self, name: str, kind: str, data: pd.DataFrame, alt: str, rows: Iterable[str],
                 words: Mapping[str, object], **content: str) -> exhibit.Exhibit:
        declared = self.declared.exhibit(name)
        if not alt.strip() or "\n" in alt:
            raise LedgerError(f"{name}: alt text must be one line of text")
        grounds = self._grounds(declared, rows, words)
        return exhibit.Exhibit(
            id=name, kind=kind, chapter=self.name, alt=alt, status=declared.status,
            title=declarations.filled(declared.title, words),
            reading=declarations.filled(declared.reading, words),
            data=data.reset_index(drop=True), tolerance=declared.tolerance,
            **{part: tuple(found) for part, found in grounds.items()}, **content)


def _drawn(figure: Figure) -> str:
    """SVG of a figure, which is closed."""
    drawing = style.svg(figure)
    plt.close(figure)
    palette.darkened(drawing)  # refused here, where the cell that drew it is at hand
    return drawing


# Column of exhibits by which rules, checks and tests find a row; it is not printed.
KEY = "key"


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
        If a table or a row is unknown.
    """
    try:
        keys = [data_tables.citation(name) for name in names] + data_rows.sources(list(rows))
    except data_tables.TableError as error:
        raise LedgerError(str(error)) from None
    return list(dict.fromkeys(filter(None, keys)))


def _plain(value: object) -> object:
    return float(f"{float(value):.{exhibit.DIGITS}g}") if isinstance(value, Number) else value


def _check_finite(record: dict) -> None:
    for name in ("value", "low", "high"):
        held = record[name]
        if isinstance(held, float) and not isfinite(held):
            raise LedgerError(f"{record['id']}: {name} is not a finite number ({held})")
    if record["value"] is None:
        raise LedgerError(f"{record['id']}: value is missing")
