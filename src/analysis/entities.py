"""One colour for each economy, market and body that figures draw, in the whole book.

A colour may serve two of them that never stand in one figure.
"""

from __future__ import annotations

from collections.abc import Iterable

from report.drawing.palette import BLUE, FOCUS, GREEN, INK, MUTED, OCHRE, PURPLE

COLOURS = {
    "Belarus": FOCUS, "The park": INK,
    "West": BLUE, "United States": BLUE, "Poland": BLUE,
    "European Union": GREEN, "EU": GREEN, "Europe": GREEN, "Germany": GREEN, "Ukraine": GREEN,
    "Georgia": GREEN,
    "Russia": OCHRE, "CIS": OCHRE,
    "Asia": PURPLE, "Lithuania": PURPLE,
    "Synthetic": INK, "Synthetic Belarus": INK,
    "Other EU": MUTED, "Median": MUTED, "Caucasus, Central Asia, Moldova": MUTED,
}


def colours(names: Iterable[str]) -> dict[str, str]:
    """Colour of each name, in the order given.

    Parameters
    ----------
    names : iterable of str

    Raises
    ------
    KeyError
        If a name has no colour in `COLOURS`.
    """
    return {name: COLOURS[name] for name in names}
