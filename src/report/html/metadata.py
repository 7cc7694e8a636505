"""How search engines, reference managers and messengers read the pages.

Each page says what it is: description, Open Graph, Highwire and Dublin Core tags, and JSON-LD for
the report, its chapters, exhibits and tables. Its public address stands in one place, ``url`` in
CITATION.cff; while there is none, addresses are relative, and what needs a full one is left out.
"""

from __future__ import annotations

import json
import re
import shutil
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform

from report.sphinx import citation
from report.sphinx.numbers import shown

DATA = "data"
PDF = f"{citation.STEM}.pdf"
LONGEST = 300  # characters of a description
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def address_pages(app: Sphinx, config: Config) -> None:
    """Take the public address from CITATION.cff, unless the configuration has its own."""
    base = config.html_baseurl or citation.read().get("url", "")
    config.html_baseurl = f"{base.rstrip('/')}/" if base else ""


def described(doctree: nodes.document) -> str:
    """First paragraph of a page in whole sentences, not much longer than search engines show."""
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if len(text) > 60:
            cut = text[:LONGEST].rfind(". ") + 1 if len(text) > LONGEST else len(text)
            return text[:cut] or f"{text[:LONGEST]}…"
    return ""


class Page:
    """What one page says of itself.

    Parameters
    ----------
    app : Sphinx
    name, title, description : str
        Document, its title, its first sentences.
    """

    def __init__(self, app: Sphinx, name: str, title: str, description: str):
        self.app, self.name, self.title, self.description = app, name, title, description
        self.base, self.facts = app.config.html_baseurl, citation.read()
        self.is_front = name == app.config.root_doc

    def address(self, path: str) -> str:
        """Address of a file of the book: full where that is known, else as seen from the page."""
        return (self.base or "../" * self.name.count("/")) + path

    @property
    def own_address(self) -> str:
        """Address of the page."""
        return self.address(f"{self.name}.html")

    @property
    def exhibits(self) -> list[dict]:
        """Exhibits that stand on the page."""
        chapter = self.name.rpartition("/")[2]
        return [e for e in self.app.ledger_exhibits.values() if e["chapter"] == chapter]

    def head(self) -> str:
        """All tags for the head of the page."""
        tags = [("name", *pair) for pair in (*self.general(), *self.highwire(), *self.dublin())]
        tags += [("property", *pair) for pair in self.open_graph()]
        lines = [f'<meta {kind}="{name}" content="{escape(str(value))}">'
                 for kind, name, value in tags if value]
        linked = json.dumps(self.linked(), ensure_ascii=False).replace("</", "<\\/")
        return "\n".join([
            *lines, '<link rel="license" href="' + LICENCE + '">',
            f'<link rel="alternate" type="application/pdf" href="{self.address(PDF)}">',
            f'<script type="application/ld+json">{linked}</script>'])

    def general(self) -> list[tuple[str, str]]:
        """What search engines show."""
        return [("description", self.description), ("author", "; ".join(self.authors)),
                ("keywords", ", ".join(self.facts.get("keywords", [])))]

    @property
    def authors(self) -> list[str]:
        """Authors, the family name first."""
        return citation.names(self.facts)

    @property
    def day(self) -> str:
        """Day of release."""
        return str(self.facts["date-released"])

    def highwire(self) -> list[tuple[str, str]]:
        """What Google Scholar and Zotero read; full addresses only."""
        report = self.facts["title"]
        own = ([("citation_technical_report_institution", self.authors[0]),
                ("citation_technical_report_number", f"Version {self.facts['version']}")]
               if self.is_front else [("citation_inbook_title", report)])
        full = ([("citation_pdf_url", self.address(PDF)),
                 ("citation_public_url", self.own_address)] if self.base else [])
        return [("citation_title", report if self.is_front else self.title),
                *(("citation_author", name) for name in self.authors),
                ("citation_publication_date", self.day.replace("-", "/")), *own,
                ("citation_language", "en"), ("citation_doi", self.facts.get("doi", "")), *full,
                *(("citation_keywords", word) for word in self.facts.get("keywords", []))]

    def dublin(self) -> list[tuple[str, str]]:
        """Dublin Core."""
        return [("DC.title", self.facts["title"] if self.is_front else self.title),
                *(("DC.creator", name) for name in self.authors),
                ("DC.publisher", self.authors[0]), ("DC.date", self.day), ("DC.type", "Text"),
                ("DC.format", "text/html"), ("DC.language", "en"), ("DC.rights", LICENCE),
                ("DC.description", self.description),
                ("DC.identifier", self.own_address if self.base else ""),
                ("DCTERMS.isPartOf", "" if self.is_front else self.facts["title"])]

    def open_graph(self) -> list[tuple[str, str]]:
        """What messengers show; the first figure of the page is its picture."""
        drawn = [e for e in (self.exhibits or self.app.ledger_exhibits.values()) if e["drawing"]]
        picture = [("og:image", self.address(f"exhibits/{drawn[0]['id']}.png")),
                   ("og:image:alt", drawn[0]["alt"])] if drawn and self.base else []
        return [("og:type", "article"), ("og:title", self.title), ("og:locale", "en"),
                ("og:description", self.description), ("og:site_name", self.facts["title"]),
                ("og:url", self.own_address if self.base else ""), *picture]

    def linked(self) -> dict:
        """JSON-LD in the vocabulary of schema.org."""
        graph = [self._report() if self.is_front else self._chapter()]
        labels = self.app.env.get_domain("std").anonlabels
        graph += [self._table(r) for r in package(self.app)["resources"]
                  if labels.get(_anchor(r), ("",))[0] == self.name]
        return {"@context": "https://schema.org", "@graph": graph}

    def _authors(self) -> list[dict]:
        return [{"@type": "Organization" if "name" in known else "Person", "name": name}
                for known, name in zip(self.facts["authors"], self.authors)]

    def _report(self) -> dict:
        pages = self.app.env.toctree_includes.get(self.name, ())
        return {
            "@type": "Report", "name": self.facts["title"], "url": self.own_address,
            "abstract": " ".join(self.facts.get("abstract", "").split()),
            "author": self._authors(), "publisher": self._authors()[0], "inLanguage": "en",
            "version": str(self.facts["version"]), "datePublished": self.day, "license": LICENCE,
            "keywords": self.facts.get("keywords", []), "isAccessibleForFree": True,
            "encoding": [{"@type": "MediaObject", "encodingFormat": "application/pdf",
                          "contentUrl": self.address(PDF)}],
            "hasPart": [{"@type": "Chapter", "name": self.app.env.titles[doc].astext(),
                         "url": self.address(f"{doc}.html")} for doc in pages]
            + [self._exhibit(e) for e in self.exhibits]}

    def _chapter(self) -> dict:
        front = self.address(f"{self.app.config.root_doc}.html")
        return {
            "@type": "Chapter", "name": self.title, "url": self.own_address,
            "description": self.description, "author": self._authors(), "inLanguage": "en",
            "datePublished": self.day, "license": LICENCE,
            "isPartOf": {"@type": "Report", "name": self.facts["title"], "url": front},
            "hasPart": [self._exhibit(e) for e in self.exhibits]}

    def _exhibit(self, exhibit: dict) -> dict:
        name, title = exhibit["id"], plain(exhibit["title"], self.app.ledger_numbers)
        return {
            "@type": "Dataset", "name": title, "identifier": name,
            "description": f"Data of the {exhibit['kind']} “{title}” in the report "
                           f"“{self.facts['title']}”. {exhibit['alt']}",
            "url": f"{self.own_address}#{exhibit['label']}", "creator": self._authors(),
            "license": LICENCE, "distribution": [self._file(f"exhibits/{name}.csv")]}

    def _table(self, resource: dict) -> dict:
        described = {
            "@type": "Dataset", "name": resource["title"], "identifier": resource["name"],
            "description": f"{resource['description']} Table of the report "
                           f"“{self.facts['title']}”.",
            "url": f"{self.own_address}#{_anchor(resource)}",
            "creator": {"@type": "Organization",
                        "name": resource.get("publisher") or self.authors[0]},
            "version": resource.get("edition"),
            "license": [licence.get("path") or licence.get("title") or licence["name"]
                        for licence in resource.get("licenses", [])],
            "variableMeasured": [f["name"] for f in resource["schema"]["fields"]],
            "distribution": [self._file(f"{DATA}/{resource['path']}")]}
        return {key: value for key, value in described.items() if value}

    def _file(self, path: str) -> dict:
        return {"@type": "DataDownload", "encodingFormat": "text/csv",
                "contentUrl": self.address(path)}


def plain(title: str, numbers: dict) -> str:
    """Title of an exhibit as readers see it, its recorded numbers filled in."""
    def filled(match: re.Match[str]) -> str:
        name, _, form = match[2].partition(" ")
        return shown(numbers[name], form) if match[1] == "v" else match[2]

    return re.sub(r"\{([\w:]+)\}`([^`]*)`", filled, title)


def _anchor(resource: dict) -> str:
    return f"table-{resource['name'].replace('_', '-')}"


def package(app: Sphinx) -> dict:
    """Description of the tables."""
    path = Path(app.srcdir, DATA, "datapackage.json")
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"resources": []}


def add_tags(app: Sphinx, name: str, template: str, context: dict,
             doctree: nodes.document | None) -> None:
    """Put the tags into the head of a page of the book."""
    if doctree is not None:
        title = app.env.titles[name].astext()
        context["metatags"] = context.get("metatags", "") + Page(
            app, name, title, described(doctree)).head()


class LinkTables(SphinxPostTransform):
    """Names of table files lead to the file."""

    default_priority = 195
    formats = ("html",)

    def run(self, **kwargs) -> None:
        """Make a link of each literal that is the name of a file in the folder of tables."""
        up = "../" * self.env.docname.count("/")
        for literal in list(self.document.findall(nodes.literal)):
            name = literal.astext().removeprefix(f"{DATA}/")
            known = "/" not in name and Path(self.app.srcdir, DATA, name).is_file()
            if known and not isinstance(literal.parent, nodes.reference):
                link = nodes.reference("", "", literal.deepcopy(), internal=True,
                                       refuri=f"{up}{DATA}/{name}")
                literal.replace_self(link)


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Put the tables beside the pages and, where the public address is known, a sitemap."""
    if exception or app.builder.format != "html":
        return
    folder = Path(app.outdir, DATA)
    shutil.rmtree(folder, ignore_errors=True)
    if Path(app.srcdir, DATA).is_dir():
        shutil.copytree(Path(app.srcdir, DATA), folder)
    target, base = Path(app.outdir, "sitemap.xml"), app.config.html_baseurl
    target.unlink(missing_ok=True)
    if base:
        target.write_text(sitemap(base, sorted(app.env.found_docs),
                                  str(citation.read()["date-released"])), encoding="utf-8")


def sitemap(base: str, pages: list[str], day: str) -> str:
    """List of all pages for search engines."""
    rows = "".join(f"<url><loc>{escape(base + page)}.html</loc><lastmod>{day}</lastmod></url>\n"
                   for page in pages)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n')


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.connect("config-inited", address_pages)
    app.connect("html-page-context", add_tags)
    app.add_post_transform(LinkTables)
    app.connect("build-finished", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
