"""Addresses of the web pages: where the book stands, and where its parts stand in it.

The public address stands in one place, ``url`` in CITATION.cff. While there is none, addresses
are relative, and what needs a full one is left out.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from report.bibliography import cff, licences
from report.sphinx import events, state


class Page:
    """One web page and what it says of itself.

    Parameters
    ----------
    app : Sphinx
    name, title, description : str
        Document, its title, its first sentences.
    """

    def __init__(self, app: Sphinx, name: str, title: str, description: str):
        self.app, self.name, self.title, self.description = app, name, title, description
        self.base, self.report = app.config.html_baseurl, cff.read()
        self.is_front = name == app.config.root_doc
        self.pdf = f"{app.config.typst_pdf_name}.pdf"
        self.licence = licences.of_text(self.report.licences)

    def address(self, path: str) -> str:
        """Address of a file of the book: full where that is known, else as seen from the page.

        Parameters
        ----------
        path : str
            As seen from the folder of the book.
        """
        return (self.base or "../" * self.name.count("/")) + path

    @property
    def own_address(self) -> str:
        """Address of the page."""
        return self.address(f"{self.name}.html")

    @property
    def name_of_work(self) -> str:
        """Title of the report on its front page, of the chapter elsewhere."""
        return self.report.title if self.is_front else self.title

    @property
    def exhibits(self) -> list[dict]:
        """Exhibits that stand on the page."""
        chapter = self.name.rpartition("/")[2]
        return [exhibit for exhibit in self.all_exhibits if exhibit["chapter"] == chapter]

    @property
    def all_exhibits(self) -> list[dict]:
        """Exhibits of the whole book."""
        return list(state.build(self.app).exhibits.values())


def _take_citation(app: Sphinx, config: Config) -> None:
    """Take the public address from CITATION.cff, unless the configuration has its own.

    The file counts as configuration: every page shows what it says, so all are written again when
    it changes.
    """
    config.report_citation = cff.FILE.read_text(encoding="utf-8")
    base = config.html_baseurl or cff.read().url
    config.html_baseurl = f"{base.rstrip('/')}/" if base else ""


def sitemap(base: str, pages: list[str], day: str) -> str:
    """List of all pages for search engines [1]_.

    Parameters
    ----------
    base : str
        Public address of the book, with a slash at its end.
    pages : list of str
        Documents.
    day : str
        When they were last changed, as ``2026-11-23``.

    References
    ----------
    .. [1] Sitemaps XML format. https://www.sitemaps.org/protocol.html
    """
    rows = "".join(f"<url><loc>{escape(base + page)}.html</loc><lastmod>{day}</lastmod></url>\n"
                   for page in pages)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n')


def _write_sitemap(app: Sphinx) -> None:
    """Write the list of pages, where the public address is known."""
    target, base = Path(app.outdir, "sitemap.xml"), app.config.html_baseurl
    target.unlink(missing_ok=True)
    if base:
        day = str(cff.read().released)
        target.write_text(sitemap(base, sorted(app.env.found_docs), day), encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_config_value("report_citation", "", "html", str)
    app.connect("config-inited", _take_citation)
    events.when_html_is_done(app, _write_sitemap)
    return events.PARALLEL
