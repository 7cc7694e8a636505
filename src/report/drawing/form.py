"""Two forms of each figure: as wide as a page, and narrow for a phone."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from matplotlib.axes import Axes


@dataclass(frozen=True)
class Form:
    """How much room a figure has.

    Attributes
    ----------
    name : str
        Part of the names of files.
    width : float
        Inches.
    stacked : bool
        Whether panels stand below one another, and names of rows above them.
    """

    name: str
    width: float
    stacked: bool

    def columns(self, most: int) -> int:
        """Panels in a row.

        Parameters
        ----------
        most : int
            Of the wide form.
        """
        return 1 if self.stacked else most

    def wrapped(self, words: str, size: float, share: float = 1.0) -> str:
        """Words in lines that fit.

        Parameters
        ----------
        words : str
        size : float
            Of the type, in points.
        share : float
            Of the width of the figure.
        """
        # A letter of the font is 0.57 of its size on average.
        letters = int(share * self.width * 72 / (0.57 * size))
        return "\n".join(textwrap.wrap(words, letters))


WIDE = Form("wide", 6.2, False)
# Smallest type, 8.5 points, is 11.5 pixels on a phone of 390 pixels.
NARROW = Form("narrow", 3.6, True)


def points(axes: Axes) -> tuple[float, float]:
    """Width and height of axes in points, before they are laid out.

    Parameters
    ----------
    axes : Axes
    """
    place, (width, height) = axes.get_position(), axes.get_figure().get_size_inches()
    return 72 * place.width * width, 72 * place.height * height
