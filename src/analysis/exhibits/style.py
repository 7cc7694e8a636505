"""Look of all figures: colours that keep apart for colour-blind readers, light and dark."""

from __future__ import annotations

import io
import re

import matplotlib as mpl
import seaborn as sns
from matplotlib.figure import Figure

# Each colour of the light page and its counterpart on the dark page.
LIGHT_TO_DARK = {
    "#1f2328": "#e6e8ea",  # ink
    "#5b6470": "#a8b1bb",  # muted ink
    "#e3e6ea": "#3b424b",  # grid
    "#c2410c": "#ff9566",  # Belarus, the focus
    "#1d6fa5": "#6cc0f0",  # blue
    "#2a7a52": "#6fd3a2",  # green
    "#a16207": "#e9c25f",  # ochre
    "#4a2574": "#dcc6fb",  # purple
    "#aab2bc": "#66707b",  # background lines
}
INK, MUTED, GRID, FOCUS, BLUE, GREEN, OCHRE, PURPLE, FAINT = LIGHT_TO_DARK
SERIES = (FOCUS, BLUE, GREEN, PURPLE, OCHRE, MUTED)

_SETTINGS = {
    "axes.edgecolor": MUTED, "axes.labelcolor": INK, "axes.grid": True, "axes.axisbelow": True,
    "axes.grid.axis": "y", "axes.labelsize": 9.5, "axes.spines.top": False,
    "axes.spines.right": False, "axes.spines.left": False, "axes.facecolor": "none",
    "axes.titlesize": 10, "axes.titlelocation": "left", "axes.titlecolor": INK,
    "figure.facecolor": "none", "figure.constrained_layout.use": True, "font.size": 9.5,
    "font.family": "DejaVu Sans", "grid.color": GRID, "grid.linewidth": 0.8,
    "legend.frameon": False, "lines.linewidth": 1.9, "patch.edgecolor": "none",
    "savefig.facecolor": "none", "svg.fonttype": "path", "svg.hashsalt": "exhibit",
    "text.color": INK, "xtick.color": MUTED, "xtick.labelcolor": INK, "ytick.color": MUTED,
    "ytick.labelcolor": INK, "ytick.major.size": 0,
}


def apply() -> None:
    """Set the style of all figures drawn from here on."""
    sns.set_theme(style="ticks", palette=list(SERIES), rc=_SETTINGS)


def svg(figure: Figure) -> str:
    """Figure as SVG: the same characters on each run, transparent, text as outlines."""
    # The salt names clip paths; it is set here since contexts of other code may reset it.
    with mpl.rc_context({"svg.hashsalt": "exhibit", "svg.fonttype": "path"}):
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return re.sub(r"^\s*<\?xml.*?<svg", "<svg", buffer.getvalue(), count=1, flags=re.S)


def darkened(drawing: str) -> str:
    """The same SVG for a dark page.

    Raises
    ------
    ValueError
        If it holds a colour that has no dark counterpart.
    """
    unknown = colours(drawing) - set(LIGHT_TO_DARK)
    if unknown:
        raise ValueError(f"colours without a dark counterpart: {', '.join(sorted(unknown))}")
    drawing = re.sub(r"#[0-9a-fA-F]{6}\b", lambda m: LIGHT_TO_DARK[m.group().lower()], drawing)
    # Outlines of text carry no colour where it is black: the page's ink is set on the root.
    return drawing


def colours(drawing: str) -> set[str]:
    """Colours that an SVG uses, in lower case."""
    return {c.lower() for c in re.findall(r"#[0-9a-fA-F]{6}\b", drawing)}
