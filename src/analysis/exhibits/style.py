"""Look of all figures, and how they are drawn as SVG."""

from __future__ import annotations

import io
import re

import matplotlib as mpl
import matplotlib.font_manager
import seaborn as sns
from matplotlib.figure import Figure

from analysis.exhibits.palette import GRID, INK, MUTED, SERIES

_SETTINGS = {
    "axes.edgecolor": MUTED, "axes.labelcolor": INK, "axes.grid": True, "axes.axisbelow": True,
    "axes.grid.axis": "y", "axes.labelsize": 10, "axes.spines.top": False,
    "axes.spines.right": False, "axes.spines.left": False, "axes.facecolor": "none",
    "axes.titlesize": 10, "axes.titlelocation": "left", "axes.titlecolor": INK,
    "figure.facecolor": "none", "figure.constrained_layout.use": True, "font.size": 10,
    "font.family": "DejaVu Sans", "grid.color": GRID, "grid.linewidth": 0.8,
    "legend.frameon": False, "lines.linewidth": 1.9, "patch.edgecolor": "none",
    "savefig.facecolor": "none", "svg.fonttype": "path", "svg.hashsalt": "exhibit",
    "text.color": INK, "xtick.color": MUTED, "xtick.labelsize": 9.5,
    "ytick.labelsize": 9.5, "xtick.labelcolor": INK, "ytick.color": MUTED,
    "ytick.labelcolor": INK, "ytick.major.size": 0,
}


def apply() -> None:
    """Set the style of all figures drawn from here on.

    Raises
    ------
    LookupError
        If the font is missing: another one would give other drawings, without a word.
    """
    font = _SETTINGS["font.family"]
    if font not in mpl.font_manager.get_font_names():
        raise LookupError(f"the font {font} is missing; it comes with matplotlib")
    sns.set_theme(style="ticks", palette=list(SERIES), rc=_SETTINGS)


def svg(figure: Figure) -> str:
    """Figure as SVG: the same characters on each run, transparent, text as outlines."""
    # The salt names clip paths; it is set here since contexts of other code may reset it.
    with mpl.rc_context({"svg.hashsalt": "exhibit", "svg.fonttype": "path"}):
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return light(re.sub(r"^\s*<\?xml.*?<svg", "<svg", buffer.getvalue(), count=1, flags=re.S))


def light(drawing: str) -> str:
    """SVG without its metadata, places rounded to hundredths of a point: a quarter lighter."""
    def rounded(match: re.Match[str]) -> str:
        return re.sub(r"-?\d+\.\d{3,}", lambda n: f"{float(n[0]):.2f}", match[0])

    drawing = re.sub(r"\s*<metadata>.*?</metadata>|\s*<!--.*?-->", "", drawing, flags=re.S)
    return re.sub(r'\s(?:d|x|y)="[^"]*"|translate\([^)]*\)', rounded, drawing)
