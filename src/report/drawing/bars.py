"""Counts in stacked bars, one bar a kind of thing."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from report.drawing import palette
from report.drawing.form import WIDE, Form


def stacked(data: pd.DataFrame, label: str, part: str, count: str, *,
            colours: Mapping[str, str], xlabel: str, form: Form = WIDE) -> Figure:
    """Horizontal bars of counts, each part with its number.

    Parameters
    ----------
    data : DataFrame
        Long: one row a bar and part.
    label, part, count : str
        Columns: name of the bar (drawn from top to bottom), part, its size.
    colours : mapping
        Part to colour, from left to right; names of parts stand above in these colours.
    xlabel : str
        What is counted.
    form : Form
        Wide, or narrow for a phone.
    """
    wide = data.pivot(index=label, columns=part, values=count).loc[
        list(dict.fromkeys(data[label]))[::-1], list(colours)]
    figure, axes = plt.subplots(figsize=(form.width, 1.3 + 0.42 * len(wide)))
    left = wide.cumsum(axis=1) - wide
    for name, colour in colours.items():
        axes.barh(wide.index, wide[name], left=left[name], color=colour, height=0.7, label=name)
        for row, (size, start) in enumerate(zip(wide[name], left[name])):
            if size:
                axes.annotate(f"{size:.0f}", (start + size / 2, row), ha="center", va="center",
                              fontsize=9, color=palette.INK, bbox={
                                  "boxstyle": "circle,pad=0.2", "facecolor": palette.GRID,
                                  "edgecolor": "none"})
    axes.set_xlabel(xlabel, color=palette.MUTED, fontsize=9.5)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(visible=False, axis="y")
    figure.legend(loc="outside upper left", ncols=1 if form.stacked else 3, fontsize=9,
                  handlelength=1, columnspacing=1.2)
    return figure
