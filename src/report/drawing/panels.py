"""Small multiples and timelines of published figures and of forecasts."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator

from report.drawing import frame, palette
from report.drawing.charts import describe
from report.drawing.events import mark
from report.drawing.form import WIDE, Form
from report.drawing.labels import name_ends
from report.drawing.lines import pieces


def records(data: pd.DataFrame, panel: str, *, events: Mapping[float, str] | None = None,
            specs: Mapping[str, str] | None = None, height: float = 1.75,
            form: Form = WIDE) -> Figure:
    """Published values of several indicators, a panel each, two in a row.

    Parameters
    ----------
    data : DataFrame
        ``middle`` (years), ``low``, ``central``, ``high``; ``kind``: ``preferred`` (joined by a
        line), ``other`` or ``derived`` (open marks).
    panel : str
        Column that names the panel; its text stands above the axis.
    events : mapping, optional
        Year to label of a vertical line; labels stand in the first panel only.
    specs : mapping, optional
        Panel to format spec of its axis; ``,.0f`` by default.
    height : float
        Inches of a row of panels.
    form : Form
        Wide, or narrow for a phone, where panels stand below one another.
    """
    columns = form.columns(2)
    names = list(dict.fromkeys(data[panel]))
    count = -(-len(names) // columns)
    figure, grid = plt.subplots(count, columns, figsize=(form.width, height * count + 0.2),
                                sharex=True, squeeze=False)
    for axes, name in zip(grid.flat, names):
        _record(axes, data[data[panel] == name], name, (specs or {}).get(name, ",.0f"), form)
    for axes, name in zip(grid.flat, names):
        mark(axes, events, labels=name == names[0])
    frame.hide_unused(grid.flat, len(names))
    return figure


def describe_records(data: pd.DataFrame, panel: str) -> str:
    """Alt text of `records`: the preferred values of each panel that has some.

    Parameters
    ----------
    data, panel
        See `records`.
    """
    joined = data[data["kind"] == "preferred"]
    names = [name for name in dict.fromkeys(data[panel]) if (joined[panel] == name).any()]
    return describe(joined, "period", "central", panel, names, "count")


def _record(axes: Axes, points: pd.DataFrame, title: str, spec: str, form: Form) -> None:
    axes.vlines(points["middle"], points["low"], points["high"], color=palette.MUTED,
                linewidth=1.4, alpha=0.7)
    for kind, face, edge in (("other", palette.MUTED, palette.MUTED),
                             ("derived", "none", palette.BLUE),
                             ("preferred", palette.INK, palette.INK)):
        some = points[points["kind"] == kind]
        axes.scatter(some["middle"], some["central"], s=20, facecolors=face, edgecolors=edge,
                     linewidths=1.3, zorder=3)
    for piece in pieces(points[points["kind"] == "preferred"]):
        axes.plot(piece["middle"], piece["central"], color=palette.INK)
    _page(axes, title, spec, form)
    axes.set_ylim(0, 1.14 * points["high"].max())


def _page(axes: Axes, title: str, spec: str, form: Form) -> None:
    frame.title(axes, title, form=form)
    frame.values(axes.yaxis, spec)
    frame.years(axes, 5)
    axes.tick_params(labelbottom=True)


def segments(data: pd.DataFrame, *, ylabel: str, colours: Mapping[str, str],
             group: str | None = None, events: Mapping[float, str] | None = None,
             level: float | None = None, height: float = 3.7, spec: str = ",.0f",
             years: tuple[float, float] | None = None, form: Form = WIDE) -> Figure:
    """Values that hold for a stretch of time, each drawn as long as its period.

    Parameters
    ----------
    data : DataFrame
        ``start``, ``end`` (years), ``low``, ``central``, ``high``.
    ylabel : str
        What is shown and its unit; stands above the axis.
    colours : mapping
        Group to colour; the last segment of each carries its name.
    group : str, optional
        Column that chooses the colour.
    events : mapping, optional
        Year to label of a vertical line.
    level : float, optional
        Reference drawn as a horizontal line.
    height : float
        Inches; the width is that of the page.
    spec : str
        Format spec of the axis.
    years : pair of float, optional
        Limits of the axis of time; beyond the last segment there must be room for its name.
    form : Form
        Wide, or narrow for a phone.
    """
    figure, axes = plt.subplots(figsize=(form.width, height))
    _page(axes, ylabel, spec, form)
    if level is not None:
        axes.axhline(level, color=palette.MUTED, linewidth=0.9)
    for row in data.to_dict("records"):
        colour = colours[row[group]] if group else palette.FOCUS
        axes.fill_between([row["start"], row["end"]], row["low"], row["high"], color=colour,
                          alpha=0.25, linewidth=0)
        axes.hlines(row["central"], row["start"], row["end"], color=colour, linewidth=2.2)
    if years:
        axes.set_xlim(*years)
    axes.margins(y=0.05)
    mark(axes, events)
    if group:
        last = data.sort_values("end").groupby(group).tail(1)
        for row in last.to_dict("records"):
            axes.annotate(row[group], (row["end"], row["central"]), xytext=(0, 3),
                          textcoords="offset points", ha="right", fontsize=9,
                          color=colours[row[group]])
    return figure


def describe_segments(data: pd.DataFrame, when: str, what: str, unit: str) -> str:
    """Alt text of `segments` without groups: what `report.drawing.charts.describe` says.

    Parameters
    ----------
    data : DataFrame
        See `segments`.
    when : str
        Column of the period, as text that sorts.
    what : str
        Name of the series.
    unit : str
        Unit of the values.
    """
    return describe(data.assign(series=what), when, "central", "series", [what], unit)


def fans(observed: pd.DataFrame, forecasts: pd.DataFrame, panel: str, *, band: str,
         colours: Mapping[str, str], ticks: list[float],
         events: Mapping[float, str] | None = None, height: float = 3.1,
         form: Form = WIDE) -> Figure:
    """Observed values and what models make of the years before a panel's base year.

    Parameters
    ----------
    observed : DataFrame
        ``year``, ``low``, ``central``, ``high`` and ``basis``; the same in every panel. Values
        that were not published stand as open marks off the line.
    forecasts : DataFrame
        Long: the panel, ``model``, ``year``, ``median``, ``low``, ``high``; the base year itself
        stands in it with the observed value, so that lines start there.
    panel : str
        Column of `forecasts` that names the panel; its text stands above the axis.
    band : str
        Model whose interval is shaded.
    colours : mapping
        Model to colour; a panel may lack some models.
    ticks : list of float
        Ticks of the logarithmic axis.
    events : mapping, optional
        Year to label of a vertical line; labels stand in each panel.
    height : float
        Inches of a panel, in the wide form.
    form : Form
        Wide, or narrow for a phone.
    """
    names = list(dict.fromkeys(forecasts[panel]))
    figure, grid = plt.subplots(len(names), 1, figsize=(form.width, height * len(names) *
                                                         (1.2 if form.stacked else 1)),
                                sharex=True, sharey=True, squeeze=False)
    for axes, name in zip(grid.flat, names):
        axes.set_yscale("log")
        _page(axes, name, ",.0f", form)
        axes.yaxis.set_major_locator(FixedLocator(ticks))
        axes.yaxis.set_minor_locator(NullLocator())
        axes.set_ylim(ticks[0], ticks[-1])
        axes.set_xlim(observed["year"].min() - 0.5, forecasts["year"].max() + 0.5)
        axes.set_xticks(np.arange(int(observed["year"].min()), forecasts["year"].max() + 1,
                                  4 if form.stacked else 2))
        _fan(axes, forecasts[forecasts[panel] == name], band, colours)
        _observed(axes, observed)
    mark(list(grid.flat), events)
    for axes, name in zip(grid.flat, names):
        _name_fan(axes, forecasts[forecasts[panel] == name], colours, form)
    return figure


def _observed(axes: Axes, observed: pd.DataFrame) -> None:
    """Values with their bounds; those that were not published are open marks off the line."""
    axes.vlines(observed["year"], observed["low"], observed["high"], color=palette.INK,
                linewidth=1.6)
    is_published = observed["basis"] == "published"
    printed = observed[is_published]
    axes.plot(printed["year"], printed["central"], color=palette.INK, linewidth=1.2)
    faces = is_published.map({True: palette.INK, False: "none"}).to_list()
    axes.scatter(observed["year"], observed["central"], s=18, zorder=3, linewidths=1.2,
                 edgecolors=palette.INK, facecolors=faces)


def describe_fans(forecasts: pd.DataFrame, panel: str, unit: str) -> str:
    """Alt text of `fans`: the median of each model in each panel.

    Parameters
    ----------
    forecasts, panel
        See `fans`.
    unit : str
        Unit of the values, as `report.text.UNITS` has it.
    """
    return " ".join(
        f"{describe(part, 'year', 'median', 'model', part['model'].unique(), unit)} ({name})."
        for name, part in forecasts.groupby(panel, sort=False))


def _fan(axes: Axes, forecasts: pd.DataFrame, band: str, colours: Mapping[str, str]) -> None:
    for model, colour in colours.items():
        line = forecasts[forecasts["model"] == model].sort_values("year")
        if line.empty:
            continue
        if model == band:
            axes.fill_between(line["year"], line["low"], line["high"], color=colour, alpha=0.16,
                              linewidth=0)
        axes.plot(line["year"], line["median"], color=colour, linewidth=1.6,
                  linestyle=(0, (4, 1.5)))


def _name_fan(axes: Axes, forecasts: pd.DataFrame, colours: Mapping[str, str],
              form: Form) -> None:
    last = forecasts.sort_values("year").groupby("model").tail(1).set_index("model")
    name_ends(axes, {model: tuple(last.loc[model, ["year", "median"]]) for model in colours
                     if model in last.index}, colours, form)
