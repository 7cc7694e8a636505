"""Lines on axes that are there: named at their ends, with gaps and on a logarithmic axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, LogLocator, NullLocator

from report.drawing import frame, palette
from report.drawing.form import WIDE, Form
from report.drawing.labels import name_ends


def draw(axes: Axes, data: pd.DataFrame, x: str, y: str, series: str,
         colours: Mapping[str, str], *, band: tuple[str, str] | None = None,
         level: float | None = None, log: bool = False, spec: str = ",.0f") -> None:
    """Draw lines; `name_lines` then writes their names, when the limits of the axes are final.

    Parameters
    ----------
    axes : Axes
    data, x, y, series, colours, band, level, log, spec
        See `report.drawing.charts.lines`.
    """
    if log:
        _log_axis(axes, data[y], spec, level)
    _background(axes, data, x, y, series, colours)
    for which, colour in colours.items():
        line = data[data[series] == which].sort_values(x)
        if band:
            axes.fill_between(line[x], line[band[0]], line[band[1]], color=colour, alpha=0.18,
                              linewidth=0)
        axes.plot(line[x], line[y], color=colour)
    if level is not None:
        axes.axhline(level, color=palette.MUTED, linewidth=0.9)


def name_lines(axes: Axes, data: pd.DataFrame, x: str, y: str, series: str,
         colours: Mapping[str, str], form: Form = WIDE,
               share: float | None = None) -> None:
    """Name of each line at its end.

    Parameters
    ----------
    axes : Axes
    data, x, y, series, colours, form
        See `report.drawing.charts.lines`.
    share : float, optional
        See `report.drawing.labels.name_ends`.
    """
    name_ends(axes, _ends(data, x, y, series, colours), colours, form, share)


def _background(axes: Axes, data: pd.DataFrame, x: str, y: str, series: str,
                colours: Mapping[str, str]) -> None:
    behind = data[~data[series].isin(list(colours))]
    for _, line in behind.groupby(series):
        axes.plot(line[x], line[y], color=palette.FAINT, linewidth=0.8, alpha=0.7)


def _log_axis(axes: Axes, values: pd.Series, spec: str, level: float | None = None) -> None:
    """Ticks at doublings, of the reference if there is one; ones and threes on a wide axis."""
    wide = values.max() / values.min() > 100
    axes.set_yscale("log", base=10 if wide else 2)
    if wide:
        axes.yaxis.set_major_locator(LogLocator(base=10, subs=(1, 3)))
        axes.yaxis.set_minor_locator(NullLocator())
    elif level:
        # more than any axis shows, since panels may share one
        axes.yaxis.set_major_locator(FixedLocator(level * 2.0 ** np.arange(-7, 8)))
        axes.yaxis.set_minor_locator(NullLocator())
    frame.values(axes.yaxis, spec)


def _ends(data: pd.DataFrame, x: str, y: str, series: str,
          names: Iterable[str]) -> dict[str, np.ndarray]:
    """Last point of each line that is named."""
    ends = {}
    for which in names:
        line = data[(data[series] == which) & data[y].notna()]
        ends[which] = line.loc[line[x].idxmax(), [x, y]].to_numpy(dtype=float)
    return ends


def pieces(line: pd.DataFrame, gap: float = 1.5) -> list[pd.DataFrame]:
    """Runs of points between which there are no gaps.

    Parameters
    ----------
    line : DataFrame
        ``middle``, years.
    gap : float
        Greatest distance between neighbours of one run, in years.
    """
    ordered = line.sort_values("middle")
    return [piece for _, piece in ordered.groupby(ordered["middle"].diff().gt(gap).cumsum())]
