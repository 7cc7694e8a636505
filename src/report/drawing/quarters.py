"""Four panels that tell one story, two in a row."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from report import text
from report.drawing import charts, palette


def quarters(data: pd.DataFrame, panel: str, x: str, y: str, series: str, *,
             colours: Mapping[str, Mapping[str, str]],
             events: Mapping[float, str] | None = None) -> Figure:
    """Line charts in two rows of two, each with its own axis from nought.

    Parameters
    ----------
    data : DataFrame
        Long: one row a point.
    panel, x, y, series : str
        Columns: what a panel shows and its unit, years as numbers, values, name of the line.
    colours : mapping
        Panel to the colours of its lines, by rows.
    events : mapping, optional
        Year to label of a vertical line, two at most.
    """
    figure, grid = plt.subplots(2, 2, figsize=(charts.WIDTH, 5.8), sharex=True,
                                layout="constrained")
    figure.get_layout_engine().set(h_pad=0.09)
    for axes, (name, shades) in zip(grid.flat, colours.items()):
        part = data[data[panel] == name]
        axes.set_title(name, color=palette.INK, fontsize=10)
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: text.digits(value, ",.0f")))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=4))
        axes.tick_params(labelbottom=True)
        axes.set_ylim(0, 1.2 * part[y].max())  # room for the labels of events
        axes.set_xlim(data[x].min(), data[x].max())
        charts.draw_lines(axes, part, x, y, series, shades)
        _mark(axes, events or {})
    return figure


def _mark(axes: Axes, events: Mapping[float, str]) -> None:
    """Vertical lines at two years, the first labelled on its left and the second on its right."""
    for (year, label), (side, step) in zip(events.items(), (("right", -3), ("left", 3))):
        axes.axvline(year, color=palette.MUTED, linewidth=0.9, linestyle=(0, (3, 3)))
        axes.annotate(label, (year, 1), xycoords=("data", "axes fraction"), xytext=(step, -9),
                      textcoords="offset points", ha=side, fontsize=8.5, color=palette.MUTED)
