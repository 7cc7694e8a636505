"""Four panels that tell one story, two in a row."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from report.drawing import frame, palette
from report.drawing.events import mark, outside_of_two
from report.drawing.lines import draw


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
    figure, grid = plt.subplots(2, 2, figsize=(frame.WIDTH, 5.8), sharex=True,
                                layout="constrained")
    figure.get_layout_engine().set(h_pad=0.09)
    for axes, (name, shades) in zip(grid.flat, colours.items()):
        part = data[data[panel] == name]
        axes.set_title(name, color=palette.INK, fontsize=10)
        frame.values(axes.yaxis, ",.0f")
        frame.years(axes, 4)
        axes.tick_params(labelbottom=True)
        axes.set_ylim(0, 1.2 * part[y].max())  # room for the labels of events
        axes.set_xlim(data[x].min(), data[x].max())
        draw(axes, part, x, y, series, shades)
        mark(axes, events, outside_of_two)
    return figure
