"""Events on an axis of time: a dashed line each, and its label where there is room for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from report.drawing import palette


@dataclass(frozen=True)
class Place:
    """Where a label stands, as seen from the end of its line.

    Attributes
    ----------
    x, y : float
        Points to the right of the line and above its end.
    side : {'left', 'right'}
        Side of the label that is nearest to the line.
    foot : bool
        Whether it is the lower end of the line.
    va : str
        Part of the label that stands at that height, as Matplotlib names it.
    """

    x: float
    y: float
    side: str = "left"
    foot: bool = False
    va: str = "top"


# From the axes and the years, in order, to the place of each label.
Placement = Callable[[Axes, Sequence[float]], list[Place]]


def one_below_another(axes: Axes, years: Sequence[float]) -> list[Place]:
    """At the top; a label less than an inch from the last one goes one lower.

    Parameters
    ----------
    axes : Axes
    years : sequence of float
        In order.
    """
    left, right = axes.get_xlim()
    inches = np.diff([-np.inf, *years]) / (right - left) * axes.get_figure().get_figwidth()
    places, drop = [], 0
    for distance in inches:
        drop = drop + 1 if distance < 1.0 else 0
        places.append(Place(x=3, y=-2 - 11 * drop))
    return places


def on_both_sides(axes: Axes, years: Sequence[float]) -> list[Place]:
    """At the top; a label stands to the left of its line where the next line is near.

    Parameters
    ----------
    axes : Axes
    years : sequence of float
        In order.
    """
    low, high = axes.get_xlim()
    near = np.diff([*years, np.inf]) < 0.2 * (high - low)
    return [Place(x=-3, y=-2, side="right") if crowded else Place(x=3, y=-2)
            for crowded in near]


def outside_of_two(axes: Axes, years: Sequence[float]) -> list[Place]:
    """At the top: the first label on the left of its line, the other on the right.

    Parameters
    ----------
    axes : Axes
        Not used.
    years : sequence of float
        In order, two at most.
    """
    first = Place(x=-3, y=-9, side="right", va="baseline")
    second = Place(x=3, y=-9, va="baseline")
    return [first, second][:len(years)]


def at_the_foot(axes: Axes, years: Sequence[float]) -> list[Place]:
    """At the bottom, on the right of the lines.

    Parameters
    ----------
    axes : Axes
        Not used.
    years : sequence of float
    """
    return [Place(x=3, y=2, foot=True, va="bottom")] * len(years)


def mark(axes: Axes, events: Mapping[float, str] | None,
         placement: Placement = one_below_another, *, labels: bool = True,
         behind: bool = False) -> None:
    """Vertical lines at years, with their labels.

    Parameters
    ----------
    axes : Axes
    events : mapping or None
        Year to label; None for no events.
    placement : callable
        Where labels stand: one of the functions above.
    labels : bool
        Whether there are any, or lines only.
    behind : bool
        Whether lines stand behind everything else that is drawn.
    """
    years = sorted(events or {})
    order = {"zorder": 0} if behind else {}
    for year, place in zip(years, placement(axes, years)):
        axes.axvline(year, color=palette.MUTED, linewidth=0.9, linestyle=(0, (3, 3)), **order)
        if labels:
            axes.annotate(events[year], (year, 0 if place.foot else 1),
                          xycoords=("data", "axes fraction"), xytext=(place.x, place.y),
                          textcoords="offset points", ha=place.side, va=place.va, fontsize=8.5,
                          color=palette.MUTED)
