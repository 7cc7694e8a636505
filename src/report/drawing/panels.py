"""Small multiples and timelines of published figures and of forecasts."""

from __future__ import annotations

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator, NullLocator

from report import text
from report.drawing import palette
from report.drawing.charts import WIDTH, describe, spread


def records(data: pd.DataFrame, panel: str, *, events: Mapping[float, str] | None = None,
            specs: Mapping[str, str] | None = None, height: float = 1.75) -> Figure:
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
    """
    names = list(dict.fromkeys(data[panel]))
    rows = -(-len(names) // 2)
    figure, grid = plt.subplots(rows, 2, figsize=(WIDTH, height * rows + 0.2), sharex=True)
    for axes, name in zip(grid.flat, names):
        _record(axes, data[data[panel] == name], name, (specs or {}).get(name, ",.0f"))
        _events(axes, events or {}, labels=name == names[0])
    for axes in grid.flat[len(names):]:
        axes.set_visible(False)
    return figure


def describe_records(data: pd.DataFrame, panel: str) -> str:
    """Alt text of `records`: the preferred values of each panel that has some."""
    joined = data[data["kind"] == "preferred"]
    names = [name for name in dict.fromkeys(data[panel]) if (joined[panel] == name).any()]
    return describe(joined, "period", "central", panel, names, "count")


def _record(axes: Axes, points: pd.DataFrame, title: str, spec: str) -> None:
    axes.vlines(points["middle"], points["low"], points["high"], color=palette.MUTED,
                linewidth=1.4, alpha=0.7)
    for kind, face, edge in (("other", palette.MUTED, palette.MUTED),
                             ("derived", "none", palette.BLUE),
                             ("preferred", palette.FOCUS, palette.FOCUS)):
        some = points[points["kind"] == kind]
        axes.scatter(some["middle"], some["central"], s=20, facecolors=face, edgecolors=edge,
                     linewidths=1.3, zorder=3)
    for piece in pieces(points[points["kind"] == "preferred"]):
        axes.plot(piece["middle"], piece["central"], color=palette.FOCUS)
    _page(axes, title, spec)
    axes.set_ylim(0, 1.14 * points["high"].max())


def _page(axes: Axes, title: str, spec: str) -> None:
    axes.set_title(title, color=palette.MUTED, fontsize=9.5)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: text.digits(value, spec)))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.tick_params(labelbottom=True)


def pieces(line: pd.DataFrame, gap: float = 1.5) -> list[pd.DataFrame]:
    """Runs of points with at most `gap` years between neighbours, so that gaps stay gaps."""
    ordered = line.sort_values("middle")
    return [piece for _, piece in ordered.groupby(ordered["middle"].diff().gt(gap).cumsum())]


def _events(axes: Axes, events: Mapping[float, str], *, labels: bool = True) -> None:
    """Dashed lines; a label stands to the left of its line where the next line is near."""
    years = sorted(events)
    low, high = axes.get_xlim()
    for year, following in zip(years, [*years[1:], np.inf]):
        axes.axvline(year, color=palette.MUTED, linewidth=0.9, linestyle=(0, (3, 3)), zorder=0)
        if labels:
            side = -1 if following - year < 0.2 * (high - low) else 1
            axes.annotate(events[year], (year, 1), xycoords=("data", "axes fraction"),
                          xytext=(3 * side, -2), textcoords="offset points", va="top",
                          ha="left" if side > 0 else "right", fontsize=8.5,
                          color=palette.MUTED)


def segments(data: pd.DataFrame, *, ylabel: str, colours: Mapping[str, str],
             group: str | None = None, events: Mapping[float, str] | None = None,
             level: float | None = None, height: float = 3.7, spec: str = ",.0f",
             years: tuple[float, float] | None = None) -> Figure:
    """Values that hold for a stretch of time, each drawn as long as its period.

    Parameters
    ----------
    data : DataFrame
        ``start``, ``end`` (years), ``low``, ``central``, ``high``; `group` chooses the colour.
    colours : mapping
        Group to colour; the last segment of each carries its name.
    level : float, optional
        Reference drawn as a horizontal line.
    years : pair of float, optional
        Limits of the axis of time; beyond the last segment there must be room for its name.
    """
    figure, axes = plt.subplots(figsize=(WIDTH, height))
    _page(axes, ylabel, spec)
    if level is not None:
        axes.axhline(level, color=palette.MUTED, linewidth=0.9)
    for row in data.to_dict("records"):
        colour = colours[row[group]] if group else palette.FOCUS
        axes.fill_between([row["start"], row["end"]], row["low"], row["high"], color=colour,
                          alpha=0.25, linewidth=0)
        axes.hlines(row["central"], row["start"], row["end"], color=colour, linewidth=2.2)
    if years:
        axes.set_xlim(*years)
    axes.margins(y=0.12)
    _events(axes, events or {})
    if group:
        last = data.sort_values("end").groupby(group).tail(1).set_index(group)
        _names(axes, {name: (last.loc[name, "end"], last.loc[name, "central"])
                      for name in colours}, colours)
    return figure


def _names(axes: Axes, ends: Mapping[str, tuple[float, float]],
           colours: Mapping[str, str]) -> None:
    """Names beside the ends of lines, moved apart where they would overlap."""
    place = axes.transData + axes.transAxes.inverted()
    points = {name: place.transform(end) for name, end in ends.items()}
    height = axes.figure.get_figheight() * axes.get_position().height
    levels = spread([point[1] for point in points.values()], gap=0.19 / height)
    for (name, point), level in zip(points.items(), levels):
        axes.annotate(name, (point[0], level), xycoords="axes fraction", xytext=(6, 0),
                      textcoords="offset points", va="center", color=colours[name],
                      annotation_clip=False, fontsize=9)


def fans(observed: pd.DataFrame, forecasts: pd.DataFrame, panel: str, *, band: str,
         colours: Mapping[str, str], ticks: list[float],
         events: Mapping[float, str] | None = None, height: float = 3.1) -> Figure:
    """Observed values and what models make of the years before a panel's base year.

    Parameters
    ----------
    observed : DataFrame
        ``year``, ``low``, ``central``, ``high`` and ``basis``; the same in every panel. Values
        that were not published stand as open marks off the line.
    forecasts : DataFrame
        Long: `panel`, ``model``, ``year``, ``median``, ``low``, ``high``; the base year itself
        stands in it with the observed value, so that lines start there.
    band : str
        Model whose interval is shaded.
    colours : mapping
        Model to colour.
    ticks : list of float
        Ticks of the logarithmic axis.
    height : float
        Inches of a panel.
    """
    names = list(dict.fromkeys(forecasts[panel]))
    figure, grid = plt.subplots(len(names), 1, figsize=(WIDTH, height * len(names)), sharex=True,
                                sharey=True, squeeze=False)
    for axes, name in zip(grid.flat, names):
        axes.set_yscale("log")
        _page(axes, name, ",.0f")
        axes.yaxis.set_major_locator(FixedLocator(ticks))
        axes.yaxis.set_minor_locator(NullLocator())
        axes.set_ylim(ticks[0], ticks[-1])
        axes.set_xlim(observed["year"].min() - 0.5, forecasts["year"].max() + 3.9)
        axes.set_xticks(np.arange(observed["year"].min(), forecasts["year"].max() + 1, 2))
        _fan(axes, forecasts[forecasts[panel] == name], band, colours)
        axes.vlines(observed["year"], observed["low"], observed["high"], color=palette.INK,
                    linewidth=1.6)
        printed = observed[observed["basis"] == "published"]
        axes.plot(printed["year"], printed["central"], color=palette.INK, linewidth=1.2)
        axes.scatter(observed["year"], observed["central"], s=18, zorder=3, linewidths=1.2,
                     edgecolors=palette.INK, facecolors=[
                         palette.INK if b == "published" else "none" for b in observed["basis"]])
        _events(axes, events or {}, labels=name == names[0])
    return figure


def describe_fans(forecasts: pd.DataFrame, panel: str, unit: str) -> str:
    """Alt text of `fans`: the median of each model in each panel."""
    models = list(dict.fromkeys(forecasts["model"]))
    return " ".join(f"{describe(part, 'year', 'median', 'model', models, unit)} ({name})."
                    for name, part in forecasts.groupby(panel, sort=False))


def _fan(axes: Axes, forecasts: pd.DataFrame, band: str, colours: Mapping[str, str]) -> None:
    ends = {}
    for model, colour in colours.items():
        line = forecasts[forecasts["model"] == model].sort_values("year")
        if model == band:
            axes.fill_between(line["year"], line["low"], line["high"], color=colour, alpha=0.16,
                              linewidth=0)
        axes.plot(line["year"], line["median"], color=colour, linewidth=1.6,
                  linestyle=(0, (4, 1.5)))
        ends[model] = tuple(line[["year", "median"]].iloc[-1])
    _names(axes, ends, colours)
