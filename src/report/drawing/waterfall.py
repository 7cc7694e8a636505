"""Steps of an account, from one total to another."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from report import text
from report.drawing import frame, palette
from report.drawing.form import WIDE, Form


def waterfall(data: pd.DataFrame, colours: Mapping[str, str], *, xlabel: str,
              spec: str = ",.0f", form: Form = WIDE) -> Figure:
    """Bars that lead from one total to another, each with the bounds of its size.

    Parameters
    ----------
    data : DataFrame
        From top to bottom: ``key``, ``label``, ``start`` and ``end`` of the bar, ``low`` and
        ``high`` (bounds of the signed size, drawn from the start of the bar).
    colours : mapping
        Key to colour.
    xlabel : str
        What is shown and its unit.
    spec : str
        Format spec of the axis and of the bounds, which are written out.
    form : Form
        Wide, or narrow for a phone.
    """
    figure, axes = plt.subplots(figsize=(form.width, 0.8 + 0.54 * len(data)))
    heights = frame.heights(len(data))
    for height, row in zip(heights, data.to_dict("records")):
        _step(axes, height, row, colours[row["key"]], spec)
    ends = data["end"].to_numpy()
    for upper, lower, end in zip(heights[:-1], heights[1:], ends[:-1]):
        axes.vlines(end, lower + 0.6, upper - 0.23, color=palette.MUTED, linewidth=0.8,
                    linestyle=(0, (2, 2)))
    axes.set_yticks([])
    axes.set_ylim(-0.45, len(data) - 0.1)
    axes.set_xlim(left=0)
    axes.spines["left"].set_visible(False)
    frame.title(axes, xlabel, form=form)
    frame.horizontal(axes, spec)
    return figure


def _step(axes: Axes, height: int, row: dict, colour: str, spec: str) -> None:
    """Bar of one step with its bounds, and its name above."""
    axes.barh(height, row["end"] - row["start"], left=row["start"], height=0.46, color=colour,
              alpha=0.55)
    reach = (row["start"] + row["low"], row["start"] + row["high"])
    axes.hlines(height, *reach, color=colour, linewidth=2)
    axes.vlines(reach, height - 0.13, height + 0.13, color=colour, linewidth=2)
    axes.annotate(f"{row['label']}: {_signed(row, spec)}", (0, height + 0.31), xytext=(2, 0),
                  textcoords="offset points", va="bottom", fontsize=9, color=palette.INK,
                  fontweight="bold" if not row["start"] else "normal")


def _signed(row: dict, spec: str) -> str:
    """Bounds of a step in words that keep its sign; a total has none."""
    shown = spec if not row["start"] else "+" + spec
    return f"{text.digits(row['low'], shown)} to {text.digits(row['high'], shown)}"
