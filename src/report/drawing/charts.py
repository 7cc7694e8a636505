"""Charts of the report: DataFrame in, matplotlib figure out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from matplotlib.figure import Figure

from report import text
from report.drawing import frame, palette
from report.drawing.events import mark
from report.drawing.form import WIDE, Form
from report.drawing.lines import draw, name_lines, pieces


def lines(data: pd.DataFrame, x: str, y: str, series: str, *, ylabel: str,
          colours: Mapping[str, str], band: tuple[str, str] | None = None,
          events: Mapping[float, str] | None = None, level: float | None = None,
          log: bool = False, height: float = 3.7, spec: str = ",.0f",
          form: Form = WIDE) -> Figure:
    """Line chart with a direct label at the end of each line.

    Parameters
    ----------
    data : DataFrame
        Long: one row a point.
    x, y, series : str
        Columns: years as numbers, values, name of the line.
    ylabel : str
        What is shown and its unit; stands above the axis.
    colours : mapping
        Line to colour; lines that are not named are drawn in the background, without label.
    band : pair of str, optional
        Columns of the bounds drawn as a shade.
    events : mapping, optional
        Year to label of a vertical line.
    level : float, optional
        Reference drawn as a horizontal line.
    log : bool
        Logarithmic axis with a tick at each doubling, of `level` if that is given.
    height : float
        Inches; the width is that of the form.
    spec : str
        Format spec of the axis.
    form : Form
        Wide, or narrow for a phone.
    """
    figure, axes = frame.page(height, ylabel, spec, form)
    draw(axes, data, x, y, series, colours, band=band, level=level, log=log, spec=spec)
    mark(axes, events)
    name_lines(axes, data, x, y, series, colours, form)
    return figure


def ranges(data: pd.DataFrame, label: str, low: str, high: str, *, xlabel: str,
           value: str | None = None, group: str | None = None,
           colours: Mapping[str, str] | None = None, level: float | None = None,
           spec: str = ",.0f", form: Form = WIDE) -> Figure:
    """Horizontal ranges, one a row, with an optional central point.

    Parameters
    ----------
    data : DataFrame
        One row a range, drawn from top to bottom.
    label, low, high, value : str
        Columns: name of the row, its bounds, its central value.
    xlabel : str
        What is shown and its unit.
    group, colours : str and mapping, optional
        Column that chooses the colour, and the colour of each of its values.
    level : float, optional
        Reference drawn as a vertical line.
    spec : str
        Format spec of the axis and of the bounds, which are written out.
    form : Form
        Wide, or narrow for a phone.
    """
    pitch = 0.44 if form.stacked else 0.34
    figure, axes = plt.subplots(figsize=(form.width, 0.9 + pitch * len(data)))
    rows = frame.heights(len(data))
    shades = ([colours[g] for g in data[group]] if group else [palette.FOCUS] * len(data))
    axes.hlines(rows, data[low], data[high], color=shades, linewidth=6, alpha=0.45)
    if value:
        axes.scatter(data[value], rows, color=shades, s=30, zorder=3)
    if level is not None:
        axes.axvline(level, color=palette.MUTED, linewidth=0.9)
    for row, first, last in zip(rows, data[low], data[high]):
        # What ends below the reference has its bounds on the other side, clear of the line.
        below = level is not None and last < level
        axes.annotate(text.span(first, last, "count", spec), (first if below else last, row),
                      xytext=(-6 if below else 6, 0), textcoords="offset points", va="center",
                      ha="right" if below else "left", fontsize=8.5, color=palette.INK)
    frame.title(axes, xlabel, form=form)
    frame.horizontal(axes, spec)
    axes.margins(x=0.3 if form.stacked or level is not None else 0.14, y=0.08)
    frame.name_rows(axes, rows, data[label], form)
    return figure


def record(points: pd.DataFrame, line: pd.DataFrame, *, ylabel: str, colour: str = palette.FOCUS,
           events: Mapping[float, str] | None = None, height: float = 3.7,
           spec: str = ",.0f", form: Form = WIDE) -> Figure:
    """Every published value with its interval, and the preferred series as a line.

    Parameters
    ----------
    points : DataFrame
        Columns ``middle``, ``low``, ``central``, ``high``; one row a published value.
    line : DataFrame
        The preferred rows among them; gaps of more than a year and a half stay gaps.
    ylabel : str
        What is shown and its unit; stands above the axis.
    colour : str
        Of the line.
    events : mapping, optional
        Year to label of a vertical line.
    height : float
        Inches; the width is that of the form.
    spec : str
        Format spec of the axis.
    form : Form
        Wide, or narrow for a phone.
    """
    figure, axes = frame.page(height, ylabel, spec, form)
    axes.vlines(points["middle"], points["low"], points["high"], color=palette.MUTED, linewidth=1.4,
                alpha=0.7)
    sns.scatterplot(data=points, x="middle", y="central", color=palette.MUTED, s=18, ax=axes,
                    linewidth=0)
    for piece in pieces(line):
        axes.plot(piece["middle"], piece["central"], color=colour, marker="o", markersize=4.5)
    axes.set(xlabel="", ylabel="")
    axes.set_ylim(bottom=0)
    mark(axes, events)
    return figure


def describe(data: pd.DataFrame, x: str, y: str, series: str, names: Iterable[str], unit: str,
             spec: str = ",.0f", when: Callable[[object], str] = "in {}".format) -> str:
    """Alt text of lines: first, last, highest and lowest point of each.

    Parameters
    ----------
    data : DataFrame
        Long: one row a point.
    x, y, series : str
        Columns of position, value and name of the line.
    names : iterable of str
        Lines to describe.
    unit : str
        Unit of the values, as `report.text.UNITS` has it.
    spec : str
        Format spec of the values.
    when : callable
        Turns a position into its text, with a preposition.
    """
    def said(point: pd.Series) -> str:
        return f"{text.number(point[y], unit, spec)} {when(point[x])}"

    parts = []
    for name in names:
        line = data[(data[series] == name) & data[y].notna()].sort_values(x)
        highest, lowest = line.loc[line[y].idxmax()], line.loc[line[y].idxmin()]
        parts.append(f"{name} goes from {said(line.iloc[0])} to {said(line.iloc[-1])}; its highest "
                     f"is {said(highest)}, its lowest {said(lowest)}.")
    return " ".join(parts)


def describe_record(line: pd.DataFrame, unit: str, spec: str = ",.0f") -> str:
    """Alt text of `record`: what `describe` says of its line.

    Parameters
    ----------
    line
        See `record`; ``period`` says when, in words.
    unit : str
        Unit of the values, as `report.text.UNITS` has it.
    spec : str
        Format spec of the values.
    """
    name = "The preferred series"
    return describe(line.assign(series=name), "period", "central", "series", [name], unit, spec)


def describe_ranges(data: pd.DataFrame, label: str, low: str, high: str, unit: str,
                    spec: str = ",.0f") -> str:
    """Alt text of ranges: each row with its bounds.

    Parameters
    ----------
    data : DataFrame
        One row a range.
    label, low, high : str
        Columns: name of the row, its bounds.
    unit : str
        Unit of the bounds, as `report.text.UNITS` has it.
    spec : str
        Format spec of the bounds.
    """
    return "; ".join(f"{row[label]}: {text.span(row[low], row[high], unit, spec)}"
                     for row in data.to_dict("records")) + "."


def describe_among(data: pd.DataFrame, x: str, y: str, series: str, name: str, unit: str,
                   spec: str = ",.0f", *, rest: str,
                   when: Callable[[object], str] = "in {}".format) -> str:
    """Alt text of one line, and of the others in the background.

    Parameters
    ----------
    data, x, y, series, unit, spec, when
        See `describe`.
    name, rest : str
        The line that stands out, and what the others are, with an article.
    """
    return (describe(data, x, y, series, [name], unit, spec, when)
            + describe_rest(data, x, y, series, [name], unit, spec,
                            what=f" At the end {rest}"))


def describe_rest(data: pd.DataFrame, x: str, y: str, series: str, names: Iterable[str], unit: str,
                  spec: str = ",.0f", *, what: str) -> str:
    """Alt text of the lines in the background: between what their last points lie.

    Parameters
    ----------
    data, x, y, series, unit, spec
        See `describe`.
    names : iterable of str
        Lines that are not in the background.
    what : str
        Where and what they are, the beginning of the sentence.
    """
    last = data.loc[~data[series].isin(list(names)) & (data[x] == data[x].max()), y]
    least, most = (text.number(end, unit, spec) for end in (last.min(), last.max()))
    return f"{what} lie between {least} and {most}."
