"""Colours of all figures, on the light page and on the dark one."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Each colour of the light page and its counterpart on the dark page.
LIGHT_TO_DARK = {
    "#1f2328": "#e6e8ea",  # ink
    "#5b6470": "#a8b1bb",  # muted ink
    "#e3e6ea": "#3b424b",  # grid
    # The four of the first lines are steps of grey as well: they keep apart in grey print.
    "#c83c08": "#f88754",  # Belarus, the focus
    "#00476e": "#78cbf6",  # blue
    "#12673e": "#a2edbf",  # green
    "#6f4300": "#e9c25f",  # ochre
    "#3b185f": "#a578db",  # purple
    "#aab2bc": "#66707b",  # background lines
}
INK, MUTED, GRID, FOCUS, BLUE, GREEN, OCHRE, PURPLE, FAINT = LIGHT_TO_DARK
SERIES = (FOCUS, BLUE, GREEN, PURPLE, OCHRE, MUTED)


def in_order(names: Iterable[str], shades: Iterable[str] = SERIES) -> dict[str, str]:
    """Colour of each name, in the order in which names first stand and colours keep apart best.

    Parameters
    ----------
    names : iterable of str
        May stand more than once.
    shades : iterable of str
        Colours of the palette, at least one for each name.

    Raises
    ------
    ValueError
        If there are fewer colours than names.
    """
    single, shades = list(dict.fromkeys(names)), list(shades)
    if len(shades) < len(single):
        raise ValueError(f"{len(shades)} colours for {len(single)} names")
    return dict(zip(single, shades))


def darkened(drawing: str) -> str:
    """The same SVG for a dark page.

    Parameters
    ----------
    drawing : str
        SVG in colours of the light page.

    Raises
    ------
    ValueError
        If it holds a colour that has no dark counterpart.
    """
    unknown = colours(drawing) - set(LIGHT_TO_DARK)
    if unknown:
        raise ValueError(f"colours without a dark counterpart: {', '.join(sorted(unknown))}")
    return re.sub(r"#[0-9a-fA-F]{6}\b", lambda m: LIGHT_TO_DARK[m.group().lower()], drawing)


def colours(drawing: str) -> set[str]:
    """Colours that an SVG uses, in lower case.

    Parameters
    ----------
    drawing : str
        SVG.
    """
    return {c.lower() for c in re.findall(r"#[0-9a-fA-F]{6}\b", drawing)}
