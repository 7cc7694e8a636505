"""The whole book as one tagged PDF (PDF/UA-1), made by Typst beside the HTML pages.

The builder ``typst`` writes the pages as Typst markup, with the numbers that Sphinx gave, and
compiles them with the fonts of the compiler alone. The HTML builder ends by running it on the
same environment, so that both show the same.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import typst
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.transforms.post_transforms.images import ImageConverter
from sphinx.util import logging
from sphinx.util.build_phase import BuildPhase
from sphinx.util.tags import Tags

from report.typst.markup import place, string
from report.typst.title import Report, preamble, read, timestamp
from report.typst.translator import TypstTranslator

logger = logging.getLogger(__name__)

TEMPLATE = Path(__file__).with_name("template.typ")
# Tagged for screen readers, and an archive that may carry its data.
STANDARDS = ["a-3a", "ua-1"]
# Papers and what the name of the file says of them; page numbers that are cited are those of A4.
PAPERS = {"a4": "", "us-letter": "-letter"}
MIME = {".csv": "text/csv", ".json": "application/json"}


class TypstBuilder(Builder):
    """One PDF of all pages in the order of the contents."""

    name = format = "typst"
    epilog = "The PDF is in %(outdir)s."
    supported_image_types = ["image/svg+xml", "image/png", "image/jpeg"]
    default_translator_class = TypstTranslator

    def init(self) -> None:
        """Start with nothing collected."""
        self.places: set[str] = set()
        self.links: dict[str, nodes.Node] = {}
        self.pictures: set[Path] = set()
        self.compiling: list[Future] = []
        self.abstract = self.abstract_text = ""
        self.fignumbers: dict[str, dict[str, tuple[int, ...]]] = {}
        folders = (self.srcdir, self.doctreedir, Path(self.outdir).parent)
        self.root = Path(os.path.commonpath([str(f) for f in folders]))

    def get_outdated_docs(self) -> str:
        """All pages are in one file."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Mark a link to a page of the book."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from everywhere."""
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: set[str]) -> None:
        """Nothing to prepare."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Pages are not written one by one."""

    def write(self, *ignored: object) -> None:
        """Write all pages as one Typst source, kept as `source`."""
        report = read(Path(self.srcdir, self.config.typst_citation))
        pages = "\n".join(self.page(*found) for found in self.reading_order())
        parts = [pages, self._loose_ends(), self._attached()]
        template = TEMPLATE.read_text(encoding="utf-8")
        self.sources = {paper: "\n".join([template, self._opening(report, paper), *parts])
                        for paper in self.config.typst_papers}
        self.timestamp = timestamp(report)

    def _opening(self, report: Report, paper: str) -> str:
        language = self.config.language or "en"
        return preamble(report, self.abstract, self.abstract_text, language, paper,
                        bool(self.attachments()))

    def attachments(self) -> list[Path]:
        """Files that the PDF carries."""
        found = (sorted(Path(self.srcdir).glob(p)) for p in self.config.typst_attachments)
        return [path.resolve() for paths in found for path in paths]

    def _attached(self) -> str:
        """Calls that attach the files, each by its name."""
        named = getattr(self.app, "ledger_exhibits", {})
        lines = []
        for path in self.attachments():
            kind = MIME.get(path.suffix, "text/plain")
            exhibit = named.get(path.stem)
            about = (f"Data of the {exhibit['kind']} {exhibit['id']}" if exhibit
                     else self.config.typst_attachments_about)
            lines.append(f"#pdf.attach({string(path.name)}, read({string(self._rooted(path))}, "
                         f"encoding: none), relationship: \"data\", mime-type: {string(kind)}, "
                         f"description: {string(about)})")
        return "\n".join(lines)

    def reading_order(self) -> Iterator[tuple[str, int]]:
        """Pages in the order of the contents, each with its depth below a chapter."""
        def below(docname: str, depth: int) -> Iterator[tuple[str, int]]:
            for child in self.env.toctree_includes.get(docname, ()):
                yield child, depth
                yield from below(child, depth + 1)

        yield self.config.root_doc, 0
        yield from below(self.config.root_doc, 0)

    def page(self, docname: str, depth: int) -> str:
        """One page as Typst markup."""
        doctree = self.env.get_doctree(docname)
        self.env.apply_post_transforms(doctree, docname)
        self.post_process_images(doctree)
        self.fignumbers = self.env.toc_fignumbers.get(docname, {})
        translator = TypstTranslator(doctree, self, docname, depth)
        markup = translator.rendered(doctree.children)
        only_title = docname == self.config.root_doc and markup.count("\n") == 0
        return self._places_only(docname) if only_title else markup

    def _places_only(self, docname: str) -> str:
        """Places of a front page that holds nothing beside its abstract."""
        mine = sorted(p for p in self.places if p.startswith(place(docname)))
        return "".join(f"#anchor({string(p)});" for p in mine if p not in self.abstract)

    def _loose_ends(self) -> str:
        """Warn of links that lead nowhere, and let them lead to the end."""
        missing = sorted(set(self.links) - self.places)
        for name in missing:
            logger.warning("typst: %s is not in the PDF", name, location=self.links[name])
        return "".join(f"#anchor({string(name)});" for name in missing)

    def image_path(self, node: nodes.image) -> str | None:
        """Path of a picture as Typst knows it, None if there is no such file."""
        path = Path(self.srcdir, node["uri"]).resolve()
        if not path.is_file() or not path.is_relative_to(self.root):
            logger.warning("typst: no picture %s", node["uri"], location=node)
            return None
        self.pictures.add(path)
        return self._rooted(path)

    def _rooted(self, path: Path) -> str:
        return "/" + path.relative_to(self.root).as_posix()

    def start(self) -> list[Future]:
        """Begin to compile for each paper, unless the PDF at hand was made from the same."""
        pool = ThreadPoolExecutor()
        self.compiling = [pool.submit(self._finish, paper) for paper in self.sources]
        pool.shutdown(wait=False)
        return self.compiling

    def finish(self) -> None:
        """Wait until all is compiled."""
        for job in self.compiling or self.start():
            job.result()

    def target(self, paper: str) -> Path:
        """Where the PDF for a paper is written."""
        ending = PAPERS.get(paper, f"-{paper}")
        return Path(self.outdir, f"{self.config.typst_pdf_name}{ending}.pdf")

    def _finish(self, paper: str) -> None:
        target = self.target(paper)
        stamp = target.with_suffix(".sha256")
        if target.exists() and stamp.exists() and stamp.read_text() == self.digest(paper):
            logger.info("typst: %s is up to date", target.name)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.compile(self.sources[paper]))
        stamp.write_text(self.digest(paper))

    def digest(self, paper: str) -> str:
        """Hash of all that the PDF for a paper is made from, and of the PDF itself."""
        state = hashlib.sha256(f"{typst.__version__} {STANDARDS} {self.timestamp}".encode())
        files = (*sorted(self.pictures), *self.attachments())
        for part in (self.sources[paper].encode(), *(p.read_bytes() for p in files)):
            state.update(hashlib.sha256(part).digest())
        made = hashlib.sha256(self.target(paper).read_bytes())
        return f"{state.hexdigest()} {made.hexdigest()}\n"

    def compile(self, source: str) -> bytes:
        """Compile the source.

        Raises
        ------
        ExtensionError
            With the compiler's own words, such as a character that no font has, a formula that
            it cannot read, or what PDF/UA-1 forbids.
        """
        compiler = typst.Compiler(root=str(self.root), ignore_system_fonts=True)
        try:
            data, warnings = compiler.compile_with_warnings(
                source.encode(), format="pdf", pdf_standards=STANDARDS, timestamp=self.timestamp)
        except typst.TypstError as error:
            self._keep_source(source)
            raise ExtensionError(f"the PDF cannot be made: {error.diagnostic}") from error
        for warning in warnings:
            logger.warning("typst: %s", warning.diagnostic)
        return data

    def _keep_source(self, source: str) -> None:
        """Leave the source for who looks for the error."""
        folder = Path(self.outdir)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{self.config.typst_pdf_name}.typ").write_text(source, encoding="utf-8")


@contextmanager
def builder_in_place(app: Sphinx) -> Iterator[TypstBuilder]:
    """The Typst builder in the place of the present one, which comes back in the end."""
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


def start_pdf(app: Sphinx, exception: Exception | None) -> None:
    """Begin the PDF when the HTML pages are written; it is made while they are repaired."""
    if exception or app.builder.name not in ("html", "dirhtml"):
        return
    with builder_in_place(app) as builder:
        builder.write()
    builder.start()
    app.typst_builder = builder


def end_pdf(app: Sphinx, exception: Exception | None) -> None:
    """Wait for the PDF and put it beside the pages, so that they can be served as one folder."""
    if exception or not hasattr(app, "typst_builder"):
        return
    app.typst_builder.finish()
    for made in map(app.typst_builder.target, app.typst_builder.sources):
        shutil.copyfile(made, Path(app.outdir, made.name))


class SvgToPdf(ImageConverter):
    """SVG figures as PDF, for builders such as LaTeX that take no SVG."""

    default_priority = 190  # before converters that call programs
    conversion_rules = [("image/svg+xml", "application/pdf")]

    def is_available(self) -> bool:
        """The compiler is always at hand."""
        return True

    def convert(self, _from: str, _to: str) -> bool:
        """Convert one file."""
        page = "#set page(width: auto, height: auto, margin: 0pt)\n"
        source = f"{page}#image({string('/' + Path(_from).name)})".encode()
        typst.compile(source, output=str(_to), root=str(Path(_from).parent), format="pdf",
                      ignore_system_fonts=True, timestamp=0)
        return True


def print_outputs(app: Sphinx, config: Config) -> None:
    """Let MyST-NB choose SVG, then PNG and text, where a cell shows no Markdown."""
    config.nb_mime_priority_overrides = [
        *(("typst", kind, place) for place, kind in enumerate(
            ("text/markdown", "image/svg+xml", "image/png", "text/latex", "text/plain"), 10)),
        *config.nb_mime_priority_overrides]


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_builder(TypstBuilder)
    app.add_config_value("typst_pdf_name", "book", "", str)
    app.add_config_value("typst_papers", list(PAPERS), "", list)
    app.add_config_value("typst_attachments", [], "", list)
    app.add_config_value("typst_attachments_about", "Part of the report", "", str)
    app.add_config_value("typst_front_title", "Summary", "", str)
    app.add_config_value("typst_citation", "CITATION.cff", "", str)
    app.add_post_transform(SvgToPdf)
    app.connect("config-inited", print_outputs, priority=400)
    app.connect("build-finished", start_pdf, priority=890)  # pages are repaired at 900
    app.connect("build-finished", end_pdf, priority=950)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
