"""Directive ``{citation}`` prints how to cite the report.

Files for reference managers (BibTeX, RIS) stand beside the pages, in the folder ``cite``.
"""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from report.bibliography import cff, reference
from report.sphinx import events

FOLDER = "cite"


class Citation(SphinxDirective):
    """The reference, its BibTeX entry and where to get it as a file."""

    def run(self) -> list[nodes.Node]:
        """Emit all of it as MyST text."""
        self.env.note_dependency(str(cff.FILE))
        report = cff.read()
        return self.parse_text_to_nodes(
            f"{reference.sentence(report)}\n\n```{{code-block}} bibtex\n"
            f":class: html-only\n\n{reference.bibtex(report)}\n```\n\n"
            f'```{{raw}} html\n<p class="html-only">Files: {self._files()}</p>\n```\n')

    def _files(self) -> str:
        up, stem = "../" * self.env.docname.count("/"), self.config.typst_pdf_name
        offered = {f"{stem}.pdf": "PDF (A4)", f"{stem}-letter.pdf": "PDF (US Letter)",
                   f"{FOLDER}/{stem}.bib": "BibTeX", f"{FOLDER}/{stem}.ris": "RIS"}
        if self.config.typst_brief:
            offered = {f"{stem}-brief.pdf": "Brief of four pages (PDF)", **offered}
        return " · ".join(f'<a class="download" href="{up}{path}" download>{name}</a>'
                          for path, name in offered.items())


def _write_files(app: Sphinx) -> None:
    """Write the reference as BibTeX and RIS beside the pages."""
    report, folder = cff.read(), Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    made = {"bib": f"{reference.bibtex(report)}\n", "ris": reference.ris(report)}
    for ending, content in made.items():
        path = folder / f"{app.config.typst_pdf_name}.{ending}"
        path.write_text(content, encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive("citation", Citation)
    events.when_html_is_done(app, _write_files)
    return events.PARALLEL
