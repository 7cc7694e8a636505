"""Look of all figures, and how they are drawn as SVG."""

from __future__ import annotations

import io
import re

import matplotlib as mpl
import matplotlib.font_manager
import seaborn as sns
from matplotlib.figure import Figure

from report.drawing.palette import GRID, INK, MUTED, SERIES

_SETTINGS = {
    "axes.edgecolor": MUTED, "axes.labelcolor": INK, "axes.grid": True, "axes.axisbelow": True,
    "axes.grid.axis": "y", "axes.labelsize": 10, "axes.spines.top": False,
    "axes.spines.right": False, "axes.spines.left": False, "axes.facecolor": "none",
    "axes.titlesize": 10, "axes.titlelocation": "left", "axes.titlecolor": INK,
    "figure.facecolor": "none", "figure.constrained_layout.use": True, "font.size": 10,
    "font.family": "DejaVu Sans", "grid.color": GRID, "grid.linewidth": 0.8,
    "legend.frameon": False, "lines.linewidth": 1.9, "patch.edgecolor": "none",
    "savefig.facecolor": "none", "svg.fonttype": "none", "svg.hashsalt": "exhibit",
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
    """Figure as SVG: the same characters on each run, transparent, text as text.

    It is measured in the widest of these fonts, and shown in the font of the page
    and in print in that of the text there; see `FAMILIES`.

    Parameters
    ----------
    figure : Figure
    """
    # The salt names clip paths; it is set here since contexts of other code may reset it.
    with mpl.rc_context({"svg.hashsalt": "exhibit", "svg.fonttype": "none"}):
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return light(re.sub(r"^\s*<\?xml.*?<svg", "<svg", buffer.getvalue(), count=1, flags=re.S))


# Of the web page, as its theme names them, then the one that layout measures, and that of print.
FAMILIES = ("-apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', "
            "'Libertinus Serif', sans-serif")
_FONT = "; font-family: 'DejaVu Sans'"
_PLACE = re.compile(r'\s(?:d|x|y)="[^"]*"|translate\([^)]*\)')
_UPRIGHT = re.compile(r' transform="rotate\(-?0 [^)]*\)"')
_LINE = re.compile(r'(?<=\sd=")[^"]*')


def light(drawing: str) -> str:
    """SVG without metadata, places to tenths of a point, with the fonts of the page.

    Parameters
    ----------
    drawing : str
        SVG as Matplotlib writes it.
    """
    drawing = re.sub(r"\s*<metadata>.*?</metadata>|\s*<!--.*?-->", "", drawing, flags=re.S)
    drawing = _PLACE.sub(_tenths, _UPRIGHT.sub("", drawing.replace(_FONT, "")))
    drawing = drawing.replace("</style>", f"text{{font-family:{FAMILIES}}}</style>", 1)
    return _LINE.sub(lambda line: re.sub(r"\s*([A-Za-z])\s*", r"\1", line[0]), drawing)


def _tenths(place: re.Match[str]) -> str:
    return re.sub(r"-?\d+\.\d+", lambda n: f"{round(float(n[0]), 1) + 0:g}", place[0])
