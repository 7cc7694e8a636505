"""Frames of charts: numbers and years on axes, titles, things in rows, grids of panels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from report import text
from report.drawing import palette
from report.drawing.form import WIDE, Form


def values(axis: Axis, spec: str) -> None:
    """Numbers of an axis as the text writes them.

    Parameters
    ----------
    axis : Axis
    spec : str
        Format spec; see `report.text.digits`.
    """
    axis.set_major_formatter(FuncFormatter(lambda value, _: text.digits(value, spec)))


def years(axes: Axes, most: int) -> None:
    """Whole years on the horizontal axis.

    Parameters
    ----------
    axes : Axes
    most : int
        Greatest number of intervals between ticks.
    """
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=most))


def title(axes: Axes, words: str, size: float = 9.5, *, form: Form = WIDE,
          columns: int = 1) -> None:
    """What is shown and its unit, above the axes.

    Parameters
    ----------
    axes : Axes
    words : str
    size : float
        Of the type, in points.
    form : Form
        Lines are as long as it allows.
    columns : int
        Panels that stand side by side.
    """
    share = (0.8 if form.stacked else 0.86) / columns
    axes.set_title(form.wrapped(words, size, share), color=palette.MUTED, fontsize=size)


def page(height: float, words: str, spec: str, form: Form = WIDE) -> tuple[Figure, Axes]:
    """One chart over time, as wide as a page.

    Parameters
    ----------
    height : float
        Inches.
    words : str
        What is shown and its unit; stands above the axes.
    spec : str
        Format spec of the vertical axis.
    form : Form
        Wide, or narrow for a phone.
    """
    figure, axes = plt.subplots(figsize=(form.width, height))
    title(axes, words, form=form)
    values(axes.yaxis, spec)
    years(axes, 5 if form.stacked else 9)
    return figure, axes


def heights(count: int) -> np.ndarray:
    """Places of things that stand in rows, from top to bottom.

    Parameters
    ----------
    count : int
        Number of rows.

    Returns
    -------
    ndarray, shape (count,)
    """
    return np.arange(count)[::-1]


def name_rows(axes: Axes, rows: np.ndarray, labels: Iterable[str], form: Form) -> None:
    """Names of things in rows: beside them, or above them where there is no room beside.

    Parameters
    ----------
    axes : Axes
    rows : ndarray, shape (count,)
        Their places.
    labels : iterable of str
    form : Form
        Wide, or narrow for a phone.
    """
    if not form.stacked:
        axes.set_yticks(rows, labels)
        return
    axes.set_yticks([])
    for row, label in zip(rows, labels):
        axes.annotate(label, (0, row), xycoords=("axes fraction", "data"), xytext=(0, 5),
                      textcoords="offset points", va="bottom", fontsize=8.5, color=palette.INK)


def horizontal(axes: Axes, spec: str) -> None:
    """Numbers on the horizontal axis, with a grid across the things that stand in rows.

    Parameters
    ----------
    axes : Axes
    spec : str
        Format spec of the horizontal axis.
    """
    values(axes.xaxis, spec)
    axes.grid(visible=True, axis="x")
    axes.grid(visible=False, axis="y")


def hide_unused(grid: Sequence[Axes], used: int) -> None:
    """Leave blank what a grid of panels has too many of.

    Parameters
    ----------
    grid : sequence of Axes
        Panels row by row.
    used : int
        How many of them show something.
    """
    for axes in grid[used:]:
        axes.set_visible(False)
