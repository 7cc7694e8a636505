"""One economy among others: its line in front of theirs, or its row beside theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from report import text
from report.drawing import frame, palette
from report.drawing.events import mark
from report.drawing.form import WIDE, Form


def paths(data: pd.DataFrame, x: str, y: str, series: str, panel: str, focus: str, *,
          ylabel: str, ticks: Sequence[float], events: Mapping[float, str] | None = None,
          limits: tuple[float, float] | None = None, form: Form = WIDE) -> Figure:
    """Panels in two columns, each with one line in front of the lines of all others.

    Parameters
    ----------
    data : DataFrame
        Long: one row a point.
    x, y, series, panel : str
        Columns: years as numbers, values in logarithms, name of the line, title of the panel.
    focus : str
        Line in front.
    ylabel : str
        What is shown and its unit.
    ticks : sequence of float
        Of the axis, percent; those of the data are logarithms.
    events : mapping, optional
        Year to label of a vertical line.
    limits : pair of float, optional
        Of the axis; lines in the background may leave it.
    form : Form
        Wide, or narrow for a phone, where panels stand below one another.
    """
    columns = form.columns(2)
    names = list(dict.fromkeys(data[panel]))
    count = -(-len(names) // columns)
    figure, grid = plt.subplots(count, columns, figsize=(form.width, 0.4 + 2.35 * count),
                                sharex=True, sharey=True, squeeze=False)
    for axes, name in zip(grid.ravel(), names):
        _in_front(axes, data[data[panel] == name], x, y, series, focus)
        axes.set_title(name, color=palette.INK, fontsize=10)
        axes.set_yticks(*_percent(ticks))
        frame.years(axes, 4)
    frame.hide_unused(grid.ravel(), len(names))
    if limits:
        grid[0, 0].set_ylim(*limits)
    mark(list(grid.flat), events)
    figure.suptitle(form.wrapped(ylabel, 9.5), x=0.01, ha="left", color=palette.MUTED, fontsize=9.5)
    return figure


def _in_front(axes: Axes, data: pd.DataFrame, x: str, y: str, series: str, focus: str) -> None:
    """One line in front of all others."""
    for other, line in data.groupby(series):
        if other != focus:
            axes.plot(line[x], line[y], color=palette.FAINT, linewidth=0.7, alpha=0.7)
    front = data[data[series] == focus]
    axes.axhline(0, color=palette.MUTED, linewidth=0.9)
    axes.plot(front[x], front[y], color=palette.FOCUS, linewidth=2.2)


def changes(data: pd.DataFrame, focus: str, *, xlabel: str, ticks: Sequence[float],
            form: Form = WIDE) -> Figure:
    """Values of several economies, one panel a column, one row an economy.

    Parameters
    ----------
    data : DataFrame, shape (economies, panels)
        Names as labels; missing values are not drawn.
    focus : str
        Row that stands out.
    xlabel : str
        What is shown and its unit.
    ticks : sequence of float
        Of the axes, percent; values are logarithms.
    form : Form
        Wide, or narrow for a phone, where two panels stand in a row.
    """
    columns = 2 if form.stacked else data.shape[1]
    rows = -(-data.shape[1] // columns)
    figure, grid = plt.subplots(rows, columns, sharey=True, sharex=True, squeeze=False,
                                figsize=(form.width, (1.0 + 0.3 * len(data)) * rows))
    heights = frame.heights(len(data))
    shades = [palette.FOCUS if name == focus else palette.MUTED for name in data.index]
    for axes, name in zip(grid.flat, data):
        axes.axvline(0, color=palette.MUTED, linewidth=0.9)
        axes.hlines(heights, 0, data[name], color=shades, linewidth=1.6, alpha=0.6)
        axes.scatter(data[name], heights, color=shades, s=34, zorder=3)
        axes.set_title(form.wrapped(name, 9.5, 0.3 if form.stacked else 0.15),
                       color=palette.INK, fontsize=9.5)
        axes.grid(visible=True, axis="x")
        axes.grid(visible=False, axis="y")
        axes.set_xticks(*_percent(ticks))
    grid[0, 0].set_yticks(heights, data.index)
    figure.suptitle(form.wrapped(xlabel, 9.5), x=0.01, ha="left", color=palette.MUTED, fontsize=9.5)
    return figure


def _percent(ticks: Sequence[float]) -> tuple[np.ndarray, list[str]]:
    """Places on an axis of logarithms, and what stands there: changes in percent."""
    return (np.log1p(np.asarray(ticks) / 100),
            [("+" if tick > 0 else "") + text.digits(tick, ".0f") for tick in ticks])


def describe_changes(data: pd.DataFrame, unit: str, spec: str = ".1f") -> str:
    """Alt text of `changes`: each economy with its values.

    Parameters
    ----------
    data : DataFrame, shape (economies, panels)
        As drawn.
    unit : str
        Unit of the values, as `report.text.UNITS` has it.
    spec : str
        Format spec of the values.
    """
    said = []
    for name, row in data.iterrows():
        values = [f"{panel} {text.number(value, unit, spec)}" for panel, value in
                  row.dropna().items()]
        said.append(f"{name}: {', '.join(values)}")
    return "; ".join(said) + "."
