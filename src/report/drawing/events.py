"""Events on an axis of time: a dashed line each, and its label in a strip above what is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullLocator

from report.drawing import palette
from report.drawing.form import points

SIZE = 8.5
# Points: height of a row of labels, distance of a label from its line, width of a letter.
# Of lines, as multiples of their width and as drawings have it.
WIDTH, DASH = 0.9, (3, 3)
DASHES = ",".join(f"{WIDTH * part:g}" for part in DASH)
ROW, AWAY, LETTER = 12.0, 3.0, 0.6 * SIZE
# Names of lines take room beside axes when these are laid out.
NARROWED = 0.7


def rows(axes: Axes, events: Mapping[float, str]) -> list[int]:
    """Row of each label, from the top: no line of an event crosses one, and none touches another.

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
    scale = NARROWED * points(axes)[0] / (right - left)
    years, found = list(events), [0]
    for before, after in zip(years, years[1:]):
        is_near = (after - before) * scale < LETTER * len(events[before]) + 2 * AWAY
        found.append(found[-1] + is_near)
    return found[:len(years)]


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
    within = [_within(axes, events or {}) for axes in panels]
    if not any(within):
        return
    placed = [rows(axes, ordered) for axes, ordered in zip(panels, within)]
    for axes in _single(panels) if labels else ():
        _make_room(axes, 1 + max(max(one, default=-1) for one in placed))
    for axes, ordered, one in zip(panels, within, placed):
        limits = axes.get_xlim()
        for (year, label), row in zip(ordered.items(), one):
            top = 1 - (row * ROW / points(axes)[1] if labels else 0)
            axes.axvline(year, ymax=top, color=palette.MUTED, linewidth=WIDTH,
                         linestyle=(0, DASH), zorder=0)
            if labels:
                axes.annotate(label, (year, top), xycoords=("data", "axes fraction"),
                              xytext=(AWAY, 0), textcoords="offset points", va="top",
                              fontsize=SIZE, color=palette.MUTED, annotation_clip=False)
        axes.set_xlim(*limits)


def _within(axes: Axes, events: Mapping[float, str]) -> dict[float, str]:
    """Events of the years that axes show, in order."""
    left, right = axes.get_xlim()
    return {year: events[year] for year in sorted(events) if left <= year <= right}


def _single(panels: Sequence[Axes]) -> list[Axes]:
    """One of each group of axes that share a vertical axis."""
    seen, found = set(), []
    for axes in panels:
        if axes not in seen:
            found.append(axes)
            seen |= set(axes.get_shared_y_axes().get_siblings(axes))
    return found


def _make_room(axes: Axes, count: int) -> None:
    """Raise the upper limit so that nothing is drawn behind so many rows of labels."""
    share = min(count * ROW / points(axes)[1], 0.45)
    scale = axes.yaxis.get_transform()
    bottom, top = axes.get_ylim()
    low, high = scale.transform([bottom, top])
    ticks = [tick for tick in axes.get_yticks() if bottom <= tick <= top]
    axes.yaxis.set_major_locator(FixedLocator(ticks))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.set_ylim(bottom, scale.inverted().transform(low + (high - low) / (1 - share)))

