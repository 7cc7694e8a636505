"""Events in time, one lane a category."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from report.drawing import frame, palette
from report.drawing.events import mark
from report.drawing.form import WIDE, Form


def lanes(data: pd.DataFrame, lane: str, date: str, exact: str, *,
          events: Mapping[float, str] | None = None, height: float = 3.6,
          form: Form = WIDE) -> Figure:
    """A dot for each event in the lane of its category; rings where only the month is known.

    Parameters
    ----------
    data : DataFrame
        One row an event; lanes are drawn from top to bottom in order of appearance.
    lane, date, exact : str
        Columns: category, date in years, whether the day is known.
    events : mapping, optional
        Year to label of a vertical line.
    height : float
        Inches.
    form : Form
        Wide, or narrow for a phone.
    """
    figure, axes = plt.subplots(figsize=(form.width, height))
    names = list(dict.fromkeys(data[lane]))
    rows = data[lane].map({name: -i for i, name in enumerate(names)})
    axes.hlines(range(0, -len(names), -1), data[date].min() - 0.3, data[date].max() + 0.3,
                color=palette.GRID, linewidth=0.9, zorder=0)
    for known, face in ((True, palette.FOCUS), (False, "none")):
        some = data[exact] == known
        axes.scatter(data.loc[some, date], rows[some], s=34, facecolors=face,
                     edgecolors=palette.FOCUS, linewidths=1.2, alpha=0.75, zorder=3)
    frame.name_rows(axes, -np.arange(len(names)),
                    [f"{name} ({(data[lane] == name).sum()})" for name in names], form)
    axes.set_ylim(-len(names) + 0.4, 0.8)
    frame.years(axes, 5 if form.stacked else 10)
    axes.grid(visible=False)
    mark(axes, events)
    return figure
