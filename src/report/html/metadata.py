"""How search engines, reference managers and messengers read the pages.

Each page says what it is in its head: description, Open Graph [1]_, Highwire [2]_ and Dublin
Core [3]_ tags, and JSON-LD (`report.html.linked_data`).

References
----------
.. [1] The Open Graph protocol. https://ogp.me
.. [2] Google Scholar. Inclusion guidelines for webmasters.
   https://scholar.google.com/intl/en/scholar/inclusion.html
.. [3] Dublin Core Metadata Initiative (2020). DCMI metadata terms.
   https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
"""

from __future__ import annotations

import json
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from report.bibliography import licences
from report.html.linked_data import LinkedData
from report.html.site import Page
from report.sphinx import events

LONGEST = 300  # characters of a description


def described(doctree: nodes.document) -> str:
    """First paragraph of a page in whole sentences, not much longer than search engines show.

    Parameters
    ----------
    doctree : docutils.nodes.document
        Page.
    """
    for paragraph in doctree.findall(nodes.paragraph):
        text = " ".join(paragraph.astext().split())
        if len(text) > 60:
            cut = text[:LONGEST].rfind(". ") + 1 if len(text) > LONGEST else len(text)
            return text[:cut] or f"{text[:LONGEST]}…"
    return ""


def head(page: Page) -> str:
    """All tags for the head of a page, as HTML.

    Parameters
    ----------
    page : Page
    """
    tags = [("name", *pair) for pair in (*_general(page), *_highwire(page), *_dublin(page))]
    tags += [("property", *pair) for pair in _open_graph(page)]
    lines = [f'<meta {kind}="{name}" content="{escape(str(value))}">'
             for kind, name, value in tags if value]
    linked = json.dumps(LinkedData(page).graph(), ensure_ascii=False).replace("</", "<\\/")
    return "\n".join([
        *lines, f'<link rel="license" href="{licences.address(page.licence)}">',
        f'<link rel="alternate" type="application/pdf" href="{page.address(page.pdf)}">',
        f'<script type="application/ld+json">{linked}</script>'])


def _general(page: Page) -> list[tuple[str, str]]:
    """What search engines show."""
    return [("description", page.description), ("author", "; ".join(page.report.names)),
            ("keywords", ", ".join(page.report.keywords))]


def _highwire(page: Page) -> list[tuple[str, str]]:
    """What Google Scholar and Zotero read; full addresses only."""
    report = page.report
    own = [("citation_inbook_title", report.title)]
    if page.is_front:
        own = [("citation_technical_report_institution", report.names[0]),
               ("citation_technical_report_number", f"Version {report.version}")]
    full = [("citation_pdf_url", page.address(page.pdf)), ("citation_public_url", page.own_address)]
    return [("citation_title", page.name_of_work),
            *(("citation_author", name) for name in report.sorted_names),
            ("citation_publication_date", f"{report.released:%Y/%m/%d}"), *own,
            ("citation_language", "en"), ("citation_doi", report.doi), *(full if page.base else []),
            *(("citation_keywords", word) for word in report.keywords)]


def _dublin(page: Page) -> list[tuple[str, str]]:
    """Dublin Core."""
    report = page.report
    return [("DC.title", page.name_of_work),
            *(("DC.creator", name) for name in report.sorted_names),
            ("DC.publisher", report.names[0]), ("DC.date", str(report.released)),
            ("DC.type", "Text"), ("DC.format", "text/html"), ("DC.language", "en"),
            ("DC.rights", licences.address(page.licence)), ("DC.description", page.description),
            ("DC.identifier", page.own_address if page.base else ""),
            ("DCTERMS.isPartOf", "" if page.is_front else report.title)]


def _open_graph(page: Page) -> list[tuple[str, str]]:
    """What messengers show; the first figure of the page is its picture."""
    drawn = next((e for e in page.exhibits or page.all_exhibits if e["drawing"]), None)
    picture = []
    if drawn and page.base:
        picture = [("og:image", page.address(f"exhibits/{drawn['id']}.png")),
                   ("og:image:alt", drawn["alt"])]
    return [("og:type", "article"), ("og:title", page.title), ("og:locale", "en"),
            ("og:description", page.description), ("og:site_name", page.report.title),
            ("og:url", page.own_address if page.base else ""), *picture]


def _add_tags(app: Sphinx, name: str, template: str, context: dict,
              doctree: nodes.document | None) -> None:
    """Put the tags into the head of a page of the book."""
    if doctree is not None:
        page = Page(app, name, app.env.titles[name].astext(), described(doctree))
        context["metatags"] = context.get("metatags", "") + head(page)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.connect("html-page-context", _add_tags)
    return events.PARALLEL
