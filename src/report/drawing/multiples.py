"""Small multiples: the same lines in panels that stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from report.drawing import charts, frame
from report.drawing.events import mark
from report.drawing.form import WIDE, Form
from report.drawing.lines import draw, name_lines


def multiples(data: pd.DataFrame, panel: str, x: str, y: str, series: str, *,
              colours: Mapping[str, Mapping[str, str]], titles: Mapping[str, str] | None = None,
              band: tuple[str, str] | None = None, events: Mapping[float, str] | None = None,
              level: float | None = None, log: bool = False, share: bool = True,
              height: float = 3.6, spec: str = ",.0f", form: Form = WIDE) -> Figure:
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
        Inches of a row of panels; the width is that of the form.
    form : Form
        Wide, or narrow for a phone, where panels stand below one another.
    """
    columns = form.columns(len(colours))
    rows = len(colours) // columns
    figure, grid = plt.subplots(rows, columns, figsize=(form.width, height * (
        0.85 * rows if form.stacked else 1)), sharey=share, squeeze=False)
    parts = [(axes, data[data[panel] == one], shades)
             for axes, (one, shades) in zip(grid.flat, colours.items())]
    for (axes, part, shades), one in zip(parts, colours):
        frame.title(axes, (titles or {}).get(one, one), size=9, form=form, columns=columns)
        frame.values(axes.yaxis, spec)
        frame.years(axes, 5 if form.stacked else 4)
        draw(axes, part, x, y, series, shades, band=band, level=level, log=log, spec=spec)
    mark([axes for axes, *_ in parts], events)
    for axes, part, shades in parts:
        name_lines(axes, part, x, y, series, shades, form, None if form.stacked else 0.2)
    return figure


def describe(data: pd.DataFrame, panel: str, x: str, y: str, series: str, names: Iterable[str],
             unit: str, spec: str = ",.0f",
             when: Callable[[object], str] = "in {}".format) -> str:
    """Alt text of panels: the name of each and what `report.drawing.charts.describe` says.

    Parameters
    ----------
    data, panel, x, y, series
        See `multiples`.
    names, unit, spec, when
        See `report.drawing.charts.describe`.
    """
    names = list(names)
    return " ".join(f"{one}: {charts.describe(part, x, y, series, names, unit, spec, when)}"
                    for one, part in data.groupby(panel, sort=False))
