"""One figure or table with all that belongs to it, as a notebook cell shows it."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

import pandas as pd

from report import anchors, markdown, tables, text

# Where the outputs of a cell carry the record of an exhibit.
KEY = "report.exhibit"
FOLDER = "/_build/exhibits"
# Significant digits that are kept: those beyond differ between builds of the same libraries.
DIGITS = 10


@dataclass(frozen=True)
class Exhibit:
    """A figure or table ready to be shown and recorded.

    Attributes
    ----------
    id : str
        Permanent name, such as ``exodus-pushes``.
    kind : {'figure', 'table'}
    chapter, title, reading, alt : str
        Chapter; caption; what to see (MyST text); what is drawn (plain text).
    status : {'published', 'derived', 'modelled'}
        Whether its numbers were printed by others, computed from them, or estimated.
    data : DataFrame
        Every number that is drawn or printed, one column a variable.
    tables : tuple of str
        Tables of ``data/`` that it rests on.
    sources : tuple of str
        BibTeX keys of the data sets and publications behind it.
    tolerance : float
        Relative difference up to which a rerun counts as the same.
    drawing : str
        SVG of a figure as wide as a page, '' for a table.
    narrow : str
        SVG of the same figure for a phone.
    body : str
        Markdown rows of a table, '' for a figure.
    rows : tuple of str
        Rows of the tables that it rests on, where they are named.
    """

    id: str
    kind: str
    chapter: str
    title: str
    reading: str
    alt: str
    status: str
    data: pd.DataFrame
    tables: tuple[str, ...]
    sources: tuple[str, ...]
    tolerance: float = 1e-6
    drawing: str = ""
    narrow: str = ""
    body: str = field(default="", repr=False)
    rows: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Target of cross references, such as ``fig-exodus-pushes``."""
        return f"{'fig' if self.kind == 'figure' else 'tab'}-{self.id}"

    def record(self) -> dict:
        """What is kept of it: all fields, the data as columns and rows."""
        kept = ("id", "kind", "chapter", "title", "alt", "status", "tolerance")
        return ({name: getattr(self, name) for name in kept}
                | {"label": self.label, "tables": list(self.tables),
                   "sources": list(self.sources), "rows": list(self.rows),
                   "data": _split(self.data)})

    def markdown(self) -> str:
        """MyST text that makes it a numbered, captioned exhibit of the book."""
        return self._figure() if self.kind == "figure" else self._table()

    def _figure(self) -> str:
        return "\n".join([
            "::::{container} exhibit", "", f":::{{figure}} {FOLDER}/{self.id}.*",
            f":name: {self.label}", f":alt: {self.alt}", ":width: 100%", "", self.title, ":::", "",
            self._notes(), "::::", ""])

    def _table(self) -> str:
        return "\n".join([
            "::::{container} exhibit", "", f":::{{table}} {self.title}",
            f":name: {self.label}", ":align: left", "", self.body, ":::", "", self._notes(),
            "::::", ""])

    def _notes(self) -> str:
        """What to see and where it is from; the web page adds claims, data, code and citation.

        Claims are not looked up here: one that is edited would run every chapter again.
        """
        return "\n".join([
            ":::{container} exhibit-note", "", self.reading, "", f"*{STATUS[self.status]}* "
            + source_line(self.tables, self.sources, self.rows), ":::", "",
            f":::{{claims-line}} {self.label}", ":::", "",
            f":::{{exhibit-tools}} {self.id}", ":::", ""])

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        payload = self.record() | {"drawing": self.drawing, "narrow": self.narrow,
                                    "csv": csv(self.data)}
        shown = self.drawing or self.data.to_html(index=False)
        return {"text/plain": f"{self.kind} {self.id}: {self.title}",
                "text/html": f"{shown}<p>{html.escape(self.title)}</p>",
                "text/markdown": self.markdown()}, {KEY: payload}


STATUS = {"published": "Published figures.", "derived": "Derived from published figures.",
          "modelled": "Modelled."}


def source_line(names: tuple[str, ...], sources: tuple[str, ...],
                rows: tuple[str, ...] = ()) -> str:
    """Sources and licences behind an exhibit, as MyST text with citations.

    Where an exhibit rests on every row of a table, the table names them.
    """
    licences = dict.fromkeys(tables.licence(name) for name in names)
    whole = [anchors.to_table(name) for name in names if f"{name}:*" in rows]
    cited = [f"Sources {{cite:p}}`{','.join(sources)}`"] if sources else []
    if whole:
        cited = [f"Sources ({len(sources)}, named row by row in {' and '.join(whole)})"]
    parts = [*cited, f"Licence: {'; '.join(filter(None, licences))}"]
    return ". ".join(parts) + "."


def csv(data: pd.DataFrame) -> str:
    """Data of an exhibit as CSV text."""
    return data.to_csv(index=False, lineterminator="\n", float_format=f"%.{DIGITS}g")


def _split(data: pd.DataFrame) -> dict:
    """Columns and rows as JSON holds them; a missing value is None."""
    rows = data.astype(object).where(data.notna(), None).to_numpy().tolist()
    return {"columns": list(data.columns), "rows": [[_plain(c) for c in row] for row in rows]}


def _plain(value: object) -> object:
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    plain = value.item() if hasattr(value, "item") else value
    return float(f"{plain:.{DIGITS}g}") if isinstance(plain, float) else plain


def body(data: pd.DataFrame, heads: dict[str, str], formats: dict[str, str]) -> str:
    """Rows of a Markdown table.

    Parameters
    ----------
    data : DataFrame
        What to print, one column a variable.
    heads : dict
        Column name to printed head, in printed order; other columns are left out.
    formats : dict
        Column name to format spec; a column that has one is aligned to the right.
    """
    sides = ["right" if column in formats else "left" for column in heads]
    cells = [_cells(row, heads, formats) for row in data.to_dict("records")]
    return markdown.table(list(heads.values()), cells, sides)


def _cells(row: dict, heads: dict[str, str], formats: dict[str, str]) -> list[str]:
    # A dollar sign is one, and opens no formula.
    shown = [text.cell(row[column], formats.get(column, "")) for column in heads]
    return [cell.replace("$", "\\$") for cell in shown]
