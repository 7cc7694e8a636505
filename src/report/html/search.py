"""Search: sections, exhibits, numbers, claims, terms, sources and rows as places to go to.

The search of Sphinx finds pages, and fetches them to show excerpts, which a browser does not do in
a folder. This one has one script with all places and their words, for the search page alone; its
stems of words are Sphinx's.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from sphinx.application import Sphinx

from report.html.previews import ARTICLE
from report.sphinx import events

PLACES, PROGRAM = "search-places.js", "search.js"
# What is no text of a page, or is found under a place of its own.
_LEFT_OUT = ("headerlink", "exhibit-tools", "exhibit-links", "page-tools", "html-only",
             "cell_input", "tag_hide-input-summary", "claim-more")
_BLOCKS = ("p", "li", "td", "th", "dt", "dd", "caption", "figcaption", "div", "h1", "h2", "h3",
           "h4", "summary", "figure", "table")
# Kind of a place by the beginning of its id, and what stands around it.
_KINDS = {"number-": "Number", "row-": "Row", "claim-": "Claim", "term-": "Term",
          "fig-": "Figure", "tab-": "Table"}


def places(page: str, text: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Places of one page.

    Parameters
    ----------
    page : str
        Document.
    text : str
        The finished page.

    Yields
    ------
    kind, title, page, target, text : str
        ``target`` is '' for the page itself.
    """
    found = ARTICLE.search(text)
    if found is None:
        return
    article = html.fromstring(found[0])
    for part in _classed(article, *_LEFT_OUT):
        part.drop_tree()
    for block in article.iter(*_BLOCKS):  # words of neighbours stay apart
        block.tail = f" {block.tail or ''}"
    own = []
    for part in article.xpath(".//*[@id]"):
        kind = _kind(part)
        if kind:
            own.append(part)
            yield _place(kind, part, page)
    for part in own:  # what is told under its own place is not told again under its section
        around = _around(part)
        if around.getparent() is not None:
            around.drop_tree()
    yield from _sections(article, page)


def _classed(article: html.HtmlElement, *names: str) -> list[html.HtmlElement]:
    has = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in names)
    return [part for part in article.xpath(f".//*[{has}]") if part.getparent() is not None]


def _kind(part: html.HtmlElement) -> str:
    if "citation" in part.get("class", "").split():
        return "Source"
    wanted = {"number-": "dl", "row-": "dl", "claim-": "div", "term-": "tr", "fig-": "figure",
              "tab-": "table"}
    return next((kind for start, kind in _KINDS.items()
                 if part.get("id").startswith(start) and part.tag == wanted[start]), "")


def _around(part: html.HtmlElement) -> html.HtmlElement:
    """The exhibit around a figure or table, else the part itself."""
    cards = part.xpath("ancestor::div[contains(concat(' ', @class, ' '), ' exhibit ')]")
    return cards[-1] if cards else part


def _place(kind: str, part: html.HtmlElement, page: str) -> tuple[str, str, str, str, str]:
    text = _text(_around(part))
    head = {"Number": "dt", "Row": "dt", "Claim": "h3", "Term": "td", "Figure": "figcaption",
            "Table": "caption"}.get(kind)
    titles = part.xpath(f".//{head}") if head else []
    title = _text(titles[0]) if titles else text.partition(").")[0] + ")"
    said = text.removeprefix(title).strip()
    if kind == "Number":
        title += f": {_text(part.xpath('.//dd//strong')[0])}"
    alt = " ".join(part.xpath(".//img/@alt")[:1]) if kind == "Figure" else ""
    return kind, title, page, part.get("id"), f"{said} {alt}".strip()


def _sections(article: html.HtmlElement, page: str) -> Iterator[tuple[str, str, str, str, str]]:
    for section in reversed(article.xpath(".//section[@id]")):  # inner ones first
        heads = section.xpath("./h1|./h2|./h3|./h4")
        if heads:
            title = re.sub(r"^[\d.]+ ", "", _text(heads[0]))
            target = "" if heads[0].tag == "h1" else section.get("id")
            heads[0].drop_tree()
            yield "Section", title, page, target, _text(section)
        if section.getparent() is not None:
            section.drop_tree()


def _text(part: html.HtmlElement) -> str:
    return " ".join("".join(part.itertext()).split())


def serve(text: str) -> str:
    """The search page with the present search in place of Sphinx's.

    Parameters
    ----------
    text : str
        Page as HTML; a second call changes nothing.
    """
    text = re.sub(r'\s*<script[^>]* src="_static/searchtools\.js[^"]*"></script>', "", text)
    scripts = "".join(f'<script src="{name}"></script>' for name in (PROGRAM, PLACES))
    return re.sub(r'<script[^>]* src="searchindex\.js[^"]*"></script>', scripts, text)


def _write(app: Sphinx) -> None:
    """Write all places and the program, and have the search page use them."""
    found = []
    for docname in sorted(app.env.found_docs):
        page = Path(app.outdir, f"{docname}.html").read_text(encoding="utf-8")
        found += places(docname, page)
    lines = ",\n".join(json.dumps(place, ensure_ascii=False) for place in found)
    Path(app.outdir, PLACES).write_text(f"reportPlaces([\n{lines}\n]);\n", encoding="utf-8")
    shutil.copyfile(Path(__file__).with_name(PROGRAM), Path(app.outdir, PROGRAM))
    page = Path(app.outdir, "search.html")
    page.write_text(serve(page.read_text(encoding="utf-8")), encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    events.when_html_is_done(app, _write, events.READ_PAGES)
    return events.PARALLEL
