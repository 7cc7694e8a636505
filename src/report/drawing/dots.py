"""Dots with ranges: effects by period, and one thing at two dates."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from report import text
from report.drawing import frame, palette
from report.drawing.events import mark
from report.drawing.form import WIDE, Form


def effects(data: pd.DataFrame, panel: str, x: str, y: str, wide: tuple[str, str],
            narrow: tuple[str, str], *, titles: Mapping[str, str],
            events: Mapping[float, str] | None = None, height: float = 3.4,
            spec: str = ".1f", form: Form = WIDE) -> Figure:
    """Effect in each period with two intervals, one panel an outcome.

    Parameters
    ----------
    data : DataFrame
        Long: one row a period and panel.
    panel, x, y : str
        Columns: panel, period in years, effect.
    wide, narrow : pair of str
        Columns of the bounds drawn as a thin and as a thick line.
    titles : mapping
        Panel to what it shows and its unit, from left to right.
    events : mapping, optional
        Year to label of a vertical line.
    height : float
        Inches of a row of panels; the width is that of the form.
    spec : str
        Format spec of the axis.
    form : Form
        Wide, or narrow for a phone, where panels stand below one another.
    """
    columns = form.columns(len(titles))
    rows = len(titles) // columns
    figure, grid = plt.subplots(rows, columns, figsize=(form.width, height * (
        0.85 * rows if form.stacked else 1)), sharey=True, squeeze=False)
    for axes, (name, title) in zip(grid.flat, titles.items()):
        part = data[data[panel] == name]
        axes.vlines(part[x], part[wide[0]], part[wide[1]], color=palette.MUTED, linewidth=0.9)
        axes.vlines(part[x], part[narrow[0]], part[narrow[1]], color=palette.FOCUS, linewidth=3.2,
                    alpha=0.5)
        axes.scatter(part[x], part[y], color=palette.FOCUS, s=16, zorder=3)
        axes.axhline(0, color=palette.MUTED, linewidth=0.9)
        frame.title(axes, title, size=9, form=form, columns=columns)
        frame.values(axes.yaxis, spec)
        frame.years(axes, 6)
    mark(list(grid.flat), events)
    return figure


def dumbbells(data: pd.DataFrame, label: str, before: str, after: str, *, xlabel: str,
              names: tuple[str, str], spec: str = ",.0f", form: Form = WIDE) -> Figure:
    """One row a thing, its value at two dates, on a logarithmic axis.

    Parameters
    ----------
    data : DataFrame
        One row a thing, drawn from top to bottom; positive values.
    label, before, after : str
        Columns.
    xlabel : str
        What is shown and its unit.
    names : pair of str
        Names of the two dates; they stand over the first row.
    spec : str
        Format spec of the axis.
    form : Form
        Wide, or narrow for a phone.
    """
    pitch = 0.42 if form.stacked else 0.27
    figure, axes = plt.subplots(figsize=(form.width, 1.1 + pitch * len(data)))
    rows = frame.heights(len(data))
    axes.hlines(rows, data[before], data[after], color=palette.FAINT, linewidth=2.4)
    for column, colour in ((before, palette.MUTED), (after, palette.FOCUS)):
        axes.scatter(data[column], rows, color=colour, s=30, zorder=3)
    for row, first, last in zip(rows, data[before], data[after]):
        axes.annotate(f"× {text.digits(last / first, '.1f')}", (max(first, last), row),
                      xytext=(8, 0), textcoords="offset points", va="center", fontsize=8.5,
                      color=palette.INK)
    for column, colour, name, side in ((before, palette.MUTED, names[0], "right"),
                                       (after, palette.FOCUS, names[1], "left")):
        axes.annotate(name, (data[column].iloc[0], rows[0]), xytext=(0, 9),
                      textcoords="offset points", ha=side, fontsize=8.5, color=colour)
    axes.set_xscale("log")
    frame.name_rows(axes, rows, data[label], form)
    frame.title(axes, xlabel, form=form)
    frame.horizontal(axes, spec)
    axes.margins(x=0.12, y=0.06)
    return figure


def describe_dumbbells(data: pd.DataFrame, label: str, before: str, after: str,
                       spec: str = ",.0f") -> str:
    """Alt text of `dumbbells`: each row with its value at both dates.

    Parameters
    ----------
    data, label, before, after
        See `dumbbells`.
    spec : str
        Format spec of the values.
    """
    return "; ".join(f"{row[label]} from {text.digits(row[before], spec)} to "
                     f"{text.digits(row[after], spec)}" for row in data.to_dict("records")) + "."


def compared(data: pd.DataFrame, label: str, value: str, low: str, high: str, other: str, *,
             xlabel: str, names: tuple[str, str], clip: tuple[float, float],
             spec: str = ",.0f", form: Form = WIDE) -> Figure:
    """One row a thing: its value with a range, and its value at another time as a ring.

    Parameters
    ----------
    data : DataFrame
        One row a thing, drawn from top to bottom.
    label, value, low, high, other : str
        Columns.
    xlabel : str
        What is shown and its unit.
    names : pair of str
        Names of `value` and of `other`; they stand in the upper corners.
    clip : pair of float
        Ends of the axis; ranges that reach beyond are cut off there.
    spec : str
        Format spec of the axis.
    form : Form
        Wide, or narrow for a phone.
    """
    pitch = 0.38 if form.stacked else 0.25
    figure, axes = plt.subplots(figsize=(form.width, 1.1 + pitch * len(data)))
    rows = frame.heights(len(data))
    axes.hlines(rows, data[low], data[high], color=palette.BLUE, linewidth=5, alpha=0.35)
    axes.scatter(data[value], rows, color=palette.BLUE, s=26, zorder=3)
    axes.scatter(data[other], rows, facecolor="none", edgecolor=palette.FOCUS, s=26, zorder=3)
    for place, name, colour in ((0.01, f"\N{BLACK CIRCLE} {names[0]}", palette.BLUE),
                                (0.99, f"\N{WHITE CIRCLE} {names[1]}", palette.FOCUS)):
        axes.annotate(name, (place, 1), xycoords="axes fraction", xytext=(0, -9), fontsize=8.5,
                      textcoords="offset points", ha="left" if place < 0.5 else "right",
                      color=colour)
    axes.axvline(0, color=palette.MUTED, linewidth=0.9)
    axes.set_xlim(*clip)
    axes.set_ylim(-0.8, len(data) + 0.5)
    frame.name_rows(axes, rows, data[label], form)
    frame.title(axes, xlabel, form=form)
    frame.horizontal(axes, spec)
    return figure


def describe_compared(data: pd.DataFrame, label: str, value: str, low: str, high: str,
                      other: str, *, name: str, unit: str, spec: str = ",.0f") -> str:
    """Alt text of `compared`: each row with its range, its value and its value at `name`.

    Parameters
    ----------
    data, label, value, low, high, other
        See `compared`.
    name : str
        Name of the other time.
    unit : str
        Unit of the values, as `report.text.UNITS` has it.
    spec : str
        Format spec of the values.
    """
    return "; ".join(
        f"{row[label]} {text.span(row[low], row[high], unit, spec)} around "
        f"{text.number(row[value], unit, spec)}, in {name} {text.number(row[other], unit, spec)}"
        for row in data.to_dict("records")) + "."
