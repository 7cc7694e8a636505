"""Names of lines at their ends, moved apart where they would overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from report.drawing.form import WIDE, Form, points as size_of

# Points.
SIZE = 9.0


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


def name_ends(axes: Axes, ends: Mapping[str, Sequence[float]], colours: Mapping[str, str],
              form: Form = WIDE, share: float | None = None) -> None:
    """Name beside the end of each line, in its colour.

    Parameters
    ----------
    axes : Axes
    ends : mapping
        Name of a line to its last point, in units of the data.
    colours : mapping
        Name of a line to its colour.
    form : Form
        Names are broken where it is narrow.
    share : float, optional
        Of the width of the figure, that a name may take.
    """
    axes.get_xlim(), axes.get_ylim()  # settled now, for they are read below
    # Heights are spread as shares of the axis, so that a logarithmic one works alike.
    place = axes.transData + axes.transAxes.inverted()
    points = {name: place.transform(end) for name, end in ends.items()}
    share = share or (0.3 if form.stacked else 1)
    words = {name: form.wrapped(name, SIZE, share) for name in points}
    tall = max(word.count("\n") + 1 for word in words.values())
    gap = 1.25 * SIZE * tall / size_of(axes)[1]
    levels = np.asarray(spread([point[1] for point in points.values()], gap))
    levels += max(0, gap / 2 - levels.min())  # none stands below the axis
    for (name, point), level in zip(points.items(), levels):
        axes.annotate(words[name], (point[0], level), xycoords="axes fraction",
                      xytext=(6, 0), textcoords="offset points", va="center",
                      color=colours[name], annotation_clip=False, fontsize=SIZE)
