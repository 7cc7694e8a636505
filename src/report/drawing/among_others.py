"""One economy among others: its line in front of theirs, or its row beside theirs."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from report import text
from report.drawing import frame, palette
from report.drawing.events import at_the_foot, mark

# Narrower than a page, so that words inside panels stay legible on a phone.
WIDTH = 5.4


def paths(data: pd.DataFrame, x: str, y: str, series: str, panel: str, focus: str, *,
          ylabel: str, events: Mapping[float, str] | None = None, spec: str = ".0f",
          limits: tuple[float, float] | None = None) -> Figure:
    """Panels in two columns, each with one line in front of the lines of all others.

    Parameters
    ----------
    data : DataFrame
        Long: one row a point.
    x, y, series, panel : str
        Columns: years as numbers, values, name of the line, title of the panel.
    focus : str
        Line in front.
    ylabel : str
        What is shown and its unit.
    events : mapping, optional
        Year to label of a vertical line.
    spec : str
        Format spec of the axis.
    limits : pair of float, optional
        Of the axis; lines in the background may leave it.
    """
    names = list(dict.fromkeys(data[panel]))
    count = -(-len(names) // 2)
    figure, grid = plt.subplots(count, 2, figsize=(WIDTH, 0.4 + 2.35 * count), sharex=True,
                                sharey=True, squeeze=False)
    for axes, name in zip(grid.ravel(), names):
        _in_front(axes, data[data[panel] == name], x, y, series, focus)
        axes.set_title(name, color=palette.INK, fontsize=10)
        frame.values(axes.yaxis, spec)
        frame.years(axes, 4)
        mark(axes, events, at_the_foot)
    frame.hide_unused(grid.ravel(), len(names))
    if limits:
        grid[0, 0].set_ylim(*limits)
    figure.suptitle(ylabel, x=0.01, ha="left", color=palette.MUTED, fontsize=9.5)
    return figure


def _in_front(axes: Axes, data: pd.DataFrame, x: str, y: str, series: str, focus: str) -> None:
    """One line in front of all others."""
    for other, line in data.groupby(series):
        if other != focus:
            axes.plot(line[x], line[y], color=palette.FAINT, linewidth=0.7, alpha=0.7)
    front = data[data[series] == focus]
    axes.axhline(0, color=palette.MUTED, linewidth=0.9)
    axes.plot(front[x], front[y], color=palette.FOCUS, linewidth=2.2)


def changes(data: pd.DataFrame, focus: str, *, xlabel: str, spec: str = ".0f") -> Figure:
    """Values of several economies, one panel a column, one row an economy.

    Parameters
    ----------
    data : DataFrame, shape (economies, panels)
        Names as labels; missing values are not drawn.
    focus : str
        Row that stands out.
    xlabel : str
        What is shown and its unit.
    spec : str
        Format spec of the axes.
    """
    figure, grid = plt.subplots(1, data.shape[1], figsize=(WIDTH, 1.0 + 0.3 * len(data)),
                                sharey=True, sharex=True)
    heights = frame.heights(len(data))
    shades = [palette.FOCUS if name == focus else palette.MUTED for name in data.index]
    for axes, name in zip(grid, data):
        axes.axvline(0, color=palette.MUTED, linewidth=0.9)
        axes.hlines(heights, 0, data[name], color=shades, linewidth=1.6, alpha=0.6)
        axes.scatter(data[name], heights, color=shades, s=34, zorder=3)
        axes.set_title(name, color=palette.INK, fontsize=9.5)
        frame.horizontal(axes, spec)
        axes.xaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    grid[0].set_yticks(heights, data.index)
    figure.suptitle(xlabel, x=0.01, ha="left", color=palette.MUTED, fontsize=9.5)
    return figure


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
