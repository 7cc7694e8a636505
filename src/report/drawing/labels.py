"""Names of lines at their ends, moved apart where they would overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes


def spread(places: Iterable[float], gap: float) -> list[float]:
    """Heights of labels, moved apart where they would overlap.

    Parameters
    ----------
    places : iterable of float
        Wanted heights.
    gap : float
        Least distance, in the same unit.

    Returns
    -------
    list of float
        In the order given; their mean is kept.
    """
    wanted = np.asarray(list(places), dtype=float)
    order = np.argsort(wanted, kind="stable")
    placed = wanted[order]
    for i in range(1, len(placed)):
        placed[i] = max(placed[i], placed[i - 1] + gap)
    placed -= placed.mean() - wanted.mean()
    result = np.empty_like(placed)
    result[order] = placed
    return result.tolist()


def name_ends(axes: Axes, ends: Mapping[str, Sequence[float]], colours: Mapping[str, str], *,
              gap: float, aligned: bool) -> None:
    """Name beside the end of each line, in its colour.

    Parameters
    ----------
    axes : Axes
    ends : mapping
        Name of a line to its last point, in units of the data.
    colours : mapping
        Name of a line to its colour.
    gap : float
        Least distance between names, as a share of the height of the axes.
    aligned : bool
        Whether names stand under one another beside the longest line, or each beside its own.
    """
    # Heights are spread as shares of the axis, so that a logarithmic one works alike.
    place = axes.transData + axes.transAxes.inverted()
    points = {name: place.transform(end) for name, end in ends.items()}
    levels = spread([point[1] for point in points.values()], gap)
    right = max(point[0] for point in points.values())
    for (name, point), level in zip(points.items(), levels):
        axes.annotate(name, (right if aligned else point[0], level), xycoords="axes fraction",
                      xytext=(6, 0), textcoords="offset points", va="center",
                      color=colours[name], annotation_clip=False, fontsize=9)
