"""The PDF is made at the end of each HTML build, on the same environment."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.build_phase import BuildPhase
from sphinx.util.tags import Tags

from report.sphinx import events
from report.typst.builder import TypstBuilder

# Builders that write page by page; on one long page exhibits and sections have other numbers.
PAGE_BY_PAGE = ("html", "dirhtml")


@contextmanager
def builder_in_place(app: Sphinx) -> Iterator[TypstBuilder]:
    """The Typst builder in the place of the present one, which comes back in the end.

    Parameters
    ----------
    app : Sphinx

    Yields
    ------
    TypstBuilder
        Set up; its PDFs go into the folder ``pdf`` beside that of the present builder.
    """
    present, phase, tags = app.builder, app.phase, set(app.tags)
    builder = app.registry.create_builder(app, TypstBuilder.name, app.env)
    added = set(app.tags) - tags
    own = {present.name, present.format, f"format_{present.format}", f"builder_{present.name}"}
    builder.tags = Tags([*(tags - own), *added])
    builder.outdir = type(app.outdir)(Path(app.outdir).parent / "pdf")
    app.builder, app.phase = builder, BuildPhase.RESOLVING
    try:
        builder.init()
        yield builder
    finally:
        app.builder, app.phase = present, phase
        for tag in added:
            app.tags.remove(tag)


class PdfBesideHtml:
    """The PDF of one build, from its beginning to its end."""

    def __init__(self) -> None:
        self.builder: TypstBuilder | None = None

    def start(self, app: Sphinx) -> None:
        """Begin the PDF when the HTML pages are written; it is made while they are repaired.

        Parameters
        ----------
        app : Sphinx

        Raises
        ------
        ExtensionError
            See `report.typst.builder.TypstBuilder.write`.
        """
        if app.builder.name not in PAGE_BY_PAGE:
            return
        with builder_in_place(app) as builder:
            builder.write()
        builder.start()
        self.builder = builder

    def end(self, app: Sphinx) -> None:
        """Wait for the PDF and put it beside the pages, so that they can be served as one folder.

        Parameters
        ----------
        app : Sphinx

        Raises
        ------
        ExtensionError
            See `report.typst.compiler.Compiler.compile`.
        """
        if self.builder is None:
            return
        self.builder.finish()
        for made in map(self.builder.target, self.builder.sources):
            shutil.copyfile(made, Path(app.outdir, made.name))


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    pdf = PdfBesideHtml()
    events.when_html_is_done(app, pdf.start, events.START_PDF)
    events.when_html_is_done(app, pdf.end, events.END_PDF)
    return events.PARALLEL
