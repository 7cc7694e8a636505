"""Drawings (SVG) in other formats, drawn by the Typst compiler."""

from __future__ import annotations

from pathlib import Path

import typst
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms.images import ImageConverter

from report.sphinx import events
from report.typst.markup import string


def convert(source: Path, target: Path, *, margin: str = "0pt", background: str = "none",
            **options: object) -> None:
    """Draw an SVG in the format that the name of the target ends with.

    Parameters
    ----------
    source, target : Path
        Drawing, and file to write.
    margin : str
        Around the drawing, as a length of Typst.
    background : str
        Colour of Typst, ``none`` for a transparent one.
    **options
        Of ``typst.compile``, such as ``ppi`` (dots an inch) of a PNG.

    Raises
    ------
    typst.TypstError
        If the drawing cannot be read.
    """
    page = (f"#set page(width: auto, height: auto, margin: {margin}, fill: {background})\n"
            f"#image({string('/' + source.name)})\n")
    typst.compile(page.encode(), output=str(target), root=str(source.parent),
                  format=target.suffix[1:], ignore_system_fonts=True, **options)


class SvgToPdf(ImageConverter):
    """SVG figures as PDF, for builders such as LaTeX that take no SVG."""

    default_priority = 190  # before converters that call programs
    conversion_rules = [("image/svg+xml", "application/pdf")]

    def is_available(self) -> bool:
        """The compiler is always at hand."""
        return True

    def convert(self, _from: str, _to: str) -> bool:
        """Convert one file.

        Parameters
        ----------
        _from, _to : str
            SVG, and PDF to write.
        """
        convert(Path(_from), Path(_to), timestamp=0)
        return True


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_post_transform(SvgToPdf)
    return events.PARALLEL
