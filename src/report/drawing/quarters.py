"""Four panels that tell one story, two in a row."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from report.drawing import frame, palette
from report.drawing.events import mark
from report.drawing.form import WIDE, Form
from report.drawing.lines import draw, name_lines


def quarters(data: pd.DataFrame, panel: str, x: str, y: str, series: str, *,
             colours: Mapping[str, Mapping[str, str]],
             events: Mapping[float, str] | None = None, form: Form = WIDE) -> Figure:
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
    form : Form
        Wide, or narrow for a phone, where panels stand below one another.
    """
    columns = form.columns(2)
    figure, grid = plt.subplots(4 // columns, columns, sharex=True, layout="constrained",
                                figsize=(form.width, 8.8 if form.stacked else 5.8))
    figure.get_layout_engine().set(h_pad=0.09)
    for axes, (one, shades) in zip(grid.flat, colours.items()):
        part = data[data[panel] == one]
        axes.set_title(form.wrapped(one, 9.5), color=palette.INK, fontsize=9.5)
        frame.values(axes.yaxis, ",.0f")
        frame.years(axes, 4)
        axes.tick_params(labelbottom=True)
        axes.set_ylim(0, 1.04 * part[y].max())
        axes.set_xlim(data[x].min(), data[x].max())
        draw(axes, part, x, y, series, shades)
        mark(axes, events)
        name_lines(axes, part, x, y, series, shades, form, None if form.stacked else 0.2)
    return figure
