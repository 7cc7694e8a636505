"""Small multiples: the same lines in panels that stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from report.drawing import charts, frame
from report.drawing.lines import draw


def multiples(data: pd.DataFrame, panel: str, x: str, y: str, series: str, *,
              colours: Mapping[str, Mapping[str, str]], titles: Mapping[str, str] | None = None,
              band: tuple[str, str] | None = None, events: Mapping[float, str] | None = None,
              level: float | None = None, log: bool = False, share: bool = True,
              height: float = 3.6, spec: str = ",.0f") -> Figure:
    """Line charts in panels, each line labelled at its end.

    Parameters
    ----------
    data : DataFrame
        Long: one row a point.
    panel, x, y, series : str
        Columns: panel, years as numbers, values, name of the line.
    colours : mapping
        Panel to the colours of its lines; panels are drawn from left to right.
    titles : mapping, optional
        Panel to what its axis shows and its unit; the name of the panel by default.
    band, events, level, log, spec
        See `report.drawing.charts.lines`.
    share : bool
        Whether panels have one vertical axis, so that heights compare.
    height : float
        Inches; the width is that of the page.
    """
    figure, row = plt.subplots(1, len(colours), figsize=(frame.WIDTH, height), sharey=share)
    for axes, (name, shades) in zip(row, colours.items()):
        axes.margins(y=0.13)  # room for the labels of events
        frame.title(axes, (titles or {}).get(name, name), size=9)
        frame.values(axes.yaxis, spec)
        frame.years(axes, 5)
        draw(axes, data[data[panel] == name], x, y, series, shades, band=band, events=events,
             level=level, log=log, spec=spec)
    return figure


def describe(data: pd.DataFrame, panel: str, x: str, y: str, series: str, names: Iterable[str],
             unit: str, spec: str = ",.0f") -> str:
    """Alt text of panels: the name of each and what `report.drawing.charts.describe` says.

    Parameters
    ----------
    data, panel, x, y, series
        See `multiples`.
    names, unit, spec
        See `report.drawing.charts.describe`.
    """
    names = list(names)
    return " ".join(f"{name}: {charts.describe(part, x, y, series, names, unit, spec)}"
                    for name, part in data.groupby(panel, sort=False))
