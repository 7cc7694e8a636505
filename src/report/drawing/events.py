"""Events on an axis of time: a dashed line each, and its label in a strip above what is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from report.drawing import palette
from report.drawing.form import points

SIZE = 8.5
# Points: height of a row of labels, distance of a label from its line, width of a letter.
ROW, AWAY, LETTER = 12.0, 3.0, 0.6 * SIZE


@dataclass(frozen=True)
class Place:
    """Where a label stands.

    Attributes
    ----------
    row : int
        From the top; the line ends there, below the labels of earlier events.
    side : {'left', 'right'}
        Side of the label that is nearest to the line.
    """

    row: int
    side: str


def places(axes: Axes, events: Mapping[float, str]) -> list[Place]:
    """Place of each label: no line of an event crosses one, and none touches another.

    A label stands on the right of its line. Where the next line is too near for that, the next
    label goes a row lower, and its line ends there.

    Parameters
    ----------
    axes : Axes
        With the limits that it keeps.
    events : mapping
        Year to label, in order of years.
    """
    left, right = axes.get_xlim()
    scale = points(axes)[0] / (right - left)
    years = list(events)
    found, row = [], 0
    for i, (year, label) in enumerate(events.items()):
        width = LETTER * len(label) + 2 * AWAY
        inside = (right - year) * scale >= width or (year - left) * scale < width
        if i and (year - years[i - 1]) * scale < (
                LETTER * len(events[years[i - 1]]) + 2 * AWAY + (0 if inside else width)):
            row += 1
        found.append(Place(row, "left" if inside else "right"))
    return found


def mark(panels: Axes | Sequence[Axes], events: Mapping[float, str] | None, *,
         labels: bool = True) -> None:
    """Vertical lines at years, with their labels; called when all else has been drawn.

    Parameters
    ----------
    panels : Axes or sequence of Axes
        Axes that share a vertical axis stand in one call.
    events : mapping or None
        Year to label; None for no events.
    labels : bool
        Whether there are any, or lines only.
    """
    panels = [panels] if isinstance(panels, Axes) else list(panels)
    ordered = dict(sorted((events or {}).items()))
    if not ordered:
        return
    placed = [places(axes, ordered) for axes in panels]
    rows = 1 + max(place.row for one in placed for place in one) if labels else 0
    for axes in _single(panels):
        _make_room(axes, rows)
    for axes, one in zip(panels, placed):
        limits = axes.get_xlim()
        for (year, label), place in zip(ordered.items(), one):
            top = 1 - (place.row * ROW / points(axes)[1] if labels else 0)
            axes.axvline(year, ymax=top, color=palette.MUTED, linewidth=0.9,
                         linestyle=(0, (3, 3)), zorder=0, gid="event")
            if labels:
                _label(axes, label, (year, top), place.side)
        axes.set_xlim(*limits)


def _single(panels: Sequence[Axes]) -> list[Axes]:
    """One of each group of axes that share a vertical axis."""
    seen, found = set(), []
    for axes in panels:
        if axes not in seen:
            found.append(axes)
            seen |= set(axes.get_shared_y_axes().get_siblings(axes))
    return found


def _make_room(axes: Axes, rows: int) -> None:
    """Raise the upper limit so that nothing is drawn behind labels."""
    share = min(rows * ROW / points(axes)[1], 0.45)
    scale = axes.yaxis.get_transform()
    low, high = scale.transform(axes.get_ylim())
    axes.set_ylim(axes.get_ylim()[0], scale.inverted().transform(
        low + (high - low) / (1 - share)))


def _label(axes: Axes, words: str, end: tuple[float, float], side: str) -> None:
    axes.annotate(words, end, xycoords=("data", "axes fraction"),
                  xytext=(AWAY if side == "left" else -AWAY, 0), textcoords="offset points",
                  ha=side, va="top", fontsize=SIZE, color=palette.MUTED, annotation_clip=False)
