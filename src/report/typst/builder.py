"""The whole book as one tagged PDF, written as Typst markup with the numbers that Sphinx gave.

The builder ``typst`` writes all pages in the order of the contents and compiles them with the
fonts of the compiler alone. The HTML builder ends by running it on the same environment
(`report.typst.beside_html`), so that both show the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.errors import ExtensionError

from report.bibliography import cff
from report.sphinx import events, state
from report.typst import title
from report.typst.book import Book
from report.typst.compiler import Compiler
from report.typst.markup import anchors, string
from report.typst.translator import TypstTranslator

TEMPLATE = Path(__file__).with_name("template.typ")
# Papers and what the name of the file says of them; page numbers that are cited are those of A4.
PAPERS = {"a4": "", "us-letter": "-letter"}
# The front page and some exhibits alone, on a few pages.
BRIEF = "brief"
MIME = {".csv": "text/csv", ".json": "application/json"}
# What a file of data is to the document; all others explain it.
DATA = {".csv": "data", ".json": "data"}


class TypstBuilder(Builder):
    """One PDF of all pages in the order of the contents."""

    name = format = "typst"
    epilog = "The PDF is in %(outdir)s."
    supported_image_types = ["image/svg+xml", "image/png", "image/jpeg"]
    default_translator_class = TypstTranslator

    def init(self) -> None:
        """Start with nothing collected."""
        folders = (self.srcdir, self.doctreedir, Path(self.outdir).parent)
        root = Path(os.path.commonpath([str(folder) for folder in folders]))
        self.book = Book(source=Path(self.srcdir), root=root)
        self.sources: dict[str, str] = {}
        self.compiling: list[Future] = []
        # Sphinx asks the builder for the numbers of the equations of the present page.
        self.fignumbers: dict[str, dict[str, tuple[int, ...]]] = {}

    def get_outdated_docs(self) -> str:
        """All pages are in one file."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Mark a link to a page of the book; see `sphinx.builders.Builder.get_target_uri`.

        Parameters
        ----------
        docname : str
        typ : str, optional
            Not used.
        """
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere; see `sphinx.builders.Builder.get_relative_uri`.

        Parameters
        ----------
        from_, to : str
            Pages.
        typ : str, optional
            Not used.
        """
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: set[str]) -> None:
        """Nothing to prepare.

        Parameters
        ----------
        docnames : set of str
            Not used.
        """

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Pages are not written one by one.

        Parameters
        ----------
        docname : str
        doctree : docutils.nodes.document
            Not used.
        """

    def write(self, *ignored: object) -> None:
        """Write all pages as one Typst source a paper, kept as `sources`.

        Parameters
        ----------
        *ignored
            Pages to write; they always are all.

        Raises
        ------
        ExtensionError
            If CITATION.cff cannot be used.
        """
        try:
            report = cff.read(Path(self.srcdir, self.config.typst_citation))
        except cff.CitationError as error:
            raise ExtensionError(str(error)) from error
        front, *others = [self.page(*found) for found in self.in_order()]
        parts = [front, *others, self.book.loose_ends(), self._attached()]
        template = TEMPLATE.read_text(encoding="utf-8")
        self.sources = {paper: "\n".join([template, self._opening(report, paper), *parts])
                        for paper in self.config.typst_papers}
        if self.config.typst_brief:
            shown = [self.book.exhibits[name] for name in self.config.typst_brief]
            opening = self._opening(report, "a4", brief=True)
            self.sources[BRIEF] = "\n".join([template, opening, front, *shown])
        self.compiler = Compiler(root=self.book.root, timestamp=title.timestamp(report))

    def _opening(self, report: cff.Report, paper: str, brief: bool = False) -> str:
        return title.preamble(
            report, self.book.abstract, self.book.abstract_text,
            lang=self.config.language or "en", paper=paper,
            carries_data=not brief and bool(self.attachments()), brief=brief)

    def attachments(self) -> list[Path]:
        """Files that the PDF carries."""
        found: list[Path] = []
        for pattern in self.config.typst_attachments:
            found += sorted(Path(self.srcdir).glob(pattern))
        return [path.resolve() for path in found]

    def _attached(self) -> str:
        """Calls that attach the files, each by its name."""
        return "\n".join(map(self._attachment, self.attachments()))

    def _attachment(self, path: Path) -> str:
        exhibit = state.build(self.app).exhibits.get(path.stem)
        about = (f"Data of the {exhibit['kind']} {exhibit['id']}" if exhibit
                 else self.config.typst_attachments_about.get(path.name, "Table of data"))
        kind = MIME.get(path.suffix, "text/plain")
        return (f"#pdf.attach({string(path.name)}, read({string(self.book.rooted(path))}, "
                f"encoding: none), relationship: {string(DATA.get(path.suffix, 'supplement'))}, "
                f"mime-type: {string(kind)}, "
                f"description: {string(about)})")

    def in_order(self) -> Iterator[tuple[str, int]]:
        """Pages in the order of the contents.

        Yields
        ------
        docname : str
        depth : int
            Levels below a chapter.
        """
        def below(docname: str, depth: int) -> Iterator[tuple[str, int]]:
            for child in self.env.toctree_includes.get(docname, ()):
                yield child, depth
                yield from below(child, depth + 1)

        yield self.config.root_doc, 0
        yield from (found for found in below(self.config.root_doc, 0)
                    if found[0] not in self.config.typst_left_out)

    def page(self, docname: str, depth: int) -> str:
        """One page as Typst markup.

        Parameters
        ----------
        docname : str
        depth : int
            Levels by which its headings move down.
        """
        doctree = self.env.get_doctree(docname)
        self.env.apply_post_transforms(doctree, docname)
        self.post_process_images(doctree)
        self.fignumbers = self.env.toc_fignumbers.get(docname, {})
        translator = self.create_translator(doctree, self, self.book, docname, depth)
        markup = translator.rendered(doctree.children)
        only_title = docname == self.config.root_doc and markup.count("\n") == 0
        # A front page that holds nothing beside its abstract still is a place to link to.
        if only_title:
            return anchors(self.book.places_of(docname))
        return f"#in-columns[{markup}]\n" if docname in self.config.typst_in_columns else markup

    def start(self) -> list[Future]:
        """Begin to compile for each paper, unless the PDF at hand was made from the same."""
        files = [*sorted(self.book.pictures), *self.attachments()]
        pool = ThreadPoolExecutor()
        self.compiling = [pool.submit(self.compiler.write, source, self.target(paper), files)
                          for paper, source in self.sources.items()]
        pool.shutdown(wait=False)
        return self.compiling

    def finish(self) -> None:
        """Wait until all is compiled.

        Raises
        ------
        ExtensionError
            See `report.typst.compiler.Compiler.compile`.
        """
        for job in self.compiling or self.start():
            job.result()

    def target(self, paper: str) -> Path:
        """Where the PDF for a paper is written.

        Parameters
        ----------
        paper : str
            One of `PAPERS`, or another name that Typst knows.
        """
        ending = PAPERS.get(paper, f"-{paper}")
        return Path(self.outdir, f"{self.config.typst_pdf_name}{ending}.pdf")


def _prefer_outputs(app: Sphinx, config: Config) -> None:
    """Let MyST-NB choose SVG, then PNG and text, where a cell shows no Markdown."""
    kinds = ("text/markdown", "image/svg+xml", "image/png", "text/latex", "text/plain")
    preferred = [("typst", kind, place) for place, kind in enumerate(kinds, 10)]
    config.nb_mime_priority_overrides = [*preferred, *config.nb_mime_priority_overrides]


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_builder(TypstBuilder)
    app.add_config_value("typst_pdf_name", "book", "", str)
    app.add_config_value("typst_papers", list(PAPERS), "", list)
    app.add_config_value("typst_attachments", [], "", list)
    app.add_config_value("typst_attachments_about", {}, "", dict)
    app.add_config_value("typst_brief", [], "", list)
    app.add_config_value("typst_left_out", [], "", list)
    app.add_config_value("typst_in_columns", [], "", list)
    app.add_config_value("typst_references", "references", "", str)
    app.add_config_value("typst_front_title", "Summary", "", str)
    app.add_config_value("typst_citation", "CITATION.cff", "", str)
    app.connect("config-inited", _prefer_outputs, priority=events.PREFER_OUTPUTS)
    return events.PARALLEL
