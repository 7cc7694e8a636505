"""Specification curve: all estimates in order, and the choices behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from report import text
from report.drawing import frame, palette
from report.drawing.form import WIDE, Form


def curve(table: pd.DataFrame, choices: Mapping[str, Sequence[str]], heads: Mapping[str, str], *,
          ylabel: str, main: int, height: float = 6.4, spec: str = ",.0f",
          form: Form = WIDE) -> Figure:
    """Estimates in ascending order above a board that marks the choices of each [1]_.

    Parameters
    ----------
    table : DataFrame
        One row a specification in order of ``estimate``; a column with labels for each choice.
    choices : mapping
        Column of each choice to its options, from top to bottom.
    heads : mapping
        Column of each choice to its heading.
    ylabel : str
        What is estimated and its unit.
    main : int
        Row of the specification that the text reports.
    height : float
        Inches; the width is that of the form.
    spec : str
        Format spec of the axis.
    form : Form
        Wide, or narrow for a phone.

    References
    ----------
    .. [1] Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis.
       Nature Human Behaviour, 4, 1208-1214.
    """
    lines = sum(len(options) + 1 for options in choices.values())
    height *= 1.45 if form.stacked else 1
    figure, (above, below) = plt.subplots(
        2, 1, figsize=(form.width, height), sharex=True,
        height_ratios=[1, lines / 11])
    order = np.arange(len(table))
    above.scatter(order, table["estimate"], s=7, color=palette.BLUE)
    above.scatter([main], table["estimate"].iloc[[main]], s=46, color=palette.FOCUS, zorder=3)
    above.annotate("main", (main, table["estimate"].iloc[main]), xytext=(0, 9),
                   textcoords="offset points", ha="center", color=palette.FOCUS, fontsize=9)
    above.axhline(0, color=palette.MUTED, linewidth=0.9)
    frame.title(above, ylabel, form=form)
    frame.values(above.yaxis, spec)
    _board(below, table, choices, heads, main, form)
    return figure


def _board(axes: Axes, table: pd.DataFrame, choices: Mapping[str, Sequence[str]],
           heads: Mapping[str, str], main: int, form: Form) -> None:
    places, labels, row = [], [], 0
    for column, options in choices.items():
        places.append(row)
        labels.append(heads[column].upper())
        for option in options:
            row -= 1
            chosen = np.flatnonzero(table[column] == option)
            axes.scatter(chosen, np.full(len(chosen), row), marker="|", s=22, linewidth=0.8,
                         color=palette.MUTED)
            if table[column].iloc[main] == option:
                axes.scatter([main], [row], marker="|", s=60, linewidth=2.4, color=palette.FOCUS)
            places.append(row)
            labels.append(option)
        row -= 1
    frame.name_rows(axes, np.asarray(places), labels, form)
    axes.tick_params(axis="y", labelsize=8.5)
    axes.set_xticks([])
    axes.grid(visible=False)
    axes.set_ylim(row + 0.4, 1.1)
    axes.spines["bottom"].set_visible(False)


def describe(table: pd.DataFrame, main: int, unit: str, spec: str = ",.0f") -> str:
    """Alt text of `curve`: how many estimates, their range and median, and the main one.

    Parameters
    ----------
    table, main
        See `curve`.
    unit : str
        Unit of the estimates, as `report.text.UNITS` has it.
    spec : str
        Format spec of the estimates.
    """
    def said(value: float) -> str:
        return text.number(value, unit, spec)

    found = table["estimate"]
    return (f"{len(table)} estimates from {said(found.min())} to {said(found.max())}, median "
            f"{said(found.median())}; the main one is {said(found.iloc[main])}.")
