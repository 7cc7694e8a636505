"""Coefficients under many treatments, one panel an effect."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from report import text
from report.drawing import frame, palette
from report.drawing.form import WIDE, Form


def panels(data: pd.DataFrame, panel: str, label: str, value: str, low: str, high: str, *,
           titles: Mapping[str, str], xlabel: str, clip: tuple[float, float],
           ticks: tuple[float, ...], height: float = 4.4, form: Form = WIDE) -> Figure:
    """Estimates in percent with intervals, on an axis of equal ratios.

    Parameters
    ----------
    data : DataFrame
        One row an estimate; the rows of a panel are drawn from top to bottom.
    panel, label, value, low, high : str
        Columns; values in percent, above -100.
    titles : mapping
        Panel to its heading, from left to right.
    xlabel : str
        What is shown and its unit.
    clip : pair of float
        Ends of the axis, percent; intervals that reach beyond are cut off there.
    ticks : tuple of float
        Percent.
    height : float
        Inches of a row of panels; the width is that of the form.
    form : Form
        Wide, or narrow for a phone, where two panels stand in a row.
    """
    columns = 2 if form.stacked else len(titles)
    rows = -(-len(titles) // columns)
    figure, grid = plt.subplots(rows, columns, figsize=(form.width, height * rows), sharey=True,
                                squeeze=False)
    for axes, (name, title) in zip(grid.flat, titles.items()):
        part = data[data[panel] == name]
        places = frame.heights(len(part))
        ends = [_ratio(part[column].clip(*clip)) for column in (low, high)]
        axes.hlines(places, *ends, color=palette.MUTED, linewidth=1.4)
        axes.scatter(_ratio(part[value]), places, color=palette.FOCUS, s=22, zorder=3)
        axes.axvline(0, color=palette.MUTED, linewidth=0.9)
        axes.set_xlim(*map(_ratio, clip))
        axes.set_xticks([_ratio(tick) for tick in ticks],
                        [text.digits(tick, ",.0f") for tick in ticks], fontsize=8.5)
        axes.set_yticks(places, [form.wrapped(words, 8.5, 0.45) for words in part[label]],
                        fontsize=8.5)
        axes.grid(visible=True, axis="x")
        axes.grid(visible=False, axis="y")
        axes.set_title(form.wrapped(title, 9, 0.3 if form.stacked else 0.13),
                       color=palette.MUTED, fontsize=9)
    figure.supxlabel(xlabel, fontsize=9, color=palette.MUTED)
    return figure


def _ratio(percent: pd.Series | float) -> pd.Series | float:
    return np.log1p(percent / 100)


def describe(data: pd.DataFrame, panel: str, value: str, low: str, high: str,
             titles: Mapping[str, str]) -> str:
    """Alt text of `panels`: range of the estimates of each panel, and how many exclude nought.

    Parameters
    ----------
    data, panel, value, low, high, titles
        See `panels`.
    """
    said = []
    for name, title in titles.items():
        part = data[data[panel] == name]
        apart = int(((part[low] > 0) | (part[high] < 0)).sum())
        said.append(f"{title}: {text.span(part[value].min(), part[value].max(), 'percent', ',.0f')}"
                    f", {apart} of {len(part)} intervals exclude nought")
    return "; ".join(said) + "."
