"""Pages that only the web has: a table of all exhibits, and the sentences with their verdicts.

The PDF has lists of figures and tables, and the table of sentences in the chapter on claims.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup
from sphinx.application import Sphinx

from report.exhibit import STATUS
from report.html import page_facts
from report.html.linked_data import plain
from report.sphinx import events, state
from report.sphinx.claim_cards import anchor
from report.sphinx.numbers import numbered

PAGES = {"all-exhibits": "All exhibits", "sentences": "Sentences and verdicts"}


def _collect(app: Sphinx) -> Iterator[tuple[str, dict, str]]:
    """Hand the pages to Sphinx, each unless there is nothing to show."""
    for name, body in (("all-exhibits", exhibits(app)), ("sentences", sentences(app))):
        if body:
            title = PAGES[name]
            facts = page_facts.line(app, name, title)
            yield name, {"title": title, "parents": [], "display_toc": False, "toc": "",
                         "body": f"<section><h1>{title}</h1>\n{facts}\n{body}</section>"}, \
                "page.html"


def exhibits(app: Sphinx) -> str:
    """Table of all exhibits in the order of the book; '' where there is none.

    Parameters
    ----------
    app : Sphinx
    """
    recorded = state.build(app)
    rows = []
    for label, docname, number in _places(app):
        held = next((e for e in recorded.exhibits.values() if e["label"] == label), None)
        if held is None:
            continue
        chapter = escape(app.env.titles[docname].astext())
        title, name = escape(plain(held["title"], recorded.numbers)), held["id"]
        rows.append(
            f'<tr><th scope="row"><a href="{docname}.html#{label}">{number}</a></th>'
            f'<td>{title}</td><td><a href="{docname}.html">{chapter}</a></td>'
            f'<td>{escape(STATUS[held["status"]].rstrip("."))}</td>'
            f'<td><a href="exhibits/{name}.csv" download aria-label="CSV, data of {number}">CSV</a>'
            "</td></tr>")
    head = _head("Exhibit", "Title", "Chapter", "Kind of figures", "Data")
    said = (f"<p>{len(rows)} figures and tables, in the order of the book. Each leads to its place,"
            " where its source, drawing and code are offered too.</p>")
    return said + _table(head, rows) if rows else ""


def _places(app: Sphinx) -> Iterator[tuple[str, str, str]]:
    """Label, page and number of each exhibit, page by page."""
    root = app.config.root_doc
    for page in (root, *app.env.toctree_includes.get(root, ())):
        for kind, held in app.env.toc_fignumbers.get(page, {}).items():
            if kind in ("figure", "table"):
                for label, number in held.items():
                    yield label, page, numbered(kind, number)


def sentences(app: Sphinx) -> str:
    """Each sentence of the text that is tested, with the verdicts on its claims.

    Parameters
    ----------
    app : Sphinx
    """
    path = Path(app.srcdir, "data", "sentences.csv")
    found: dict[str, tuple] = {}
    for page, kept in state.pages(app.env):
        found |= {name: (page, held) for name, held in kept.claims.items()}
    if not path.exists() or not found:
        return ""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [_sentence(row, found) for row in csv.DictReader(file)]
    head = _head("No.", "Says", "Claims and verdicts", "Left out, and why")
    return ("<p>The news report sentence by sentence, in the words of this book, with the verdict "
            "on each statement of fact. A claim leads to its card.</p>" + _table(head, rows))


def _sentence(row: dict[str, str], found: dict[str, tuple[str, dict]]) -> str:
    said = []
    for name in filter(None, row["claims"].split(";")):
        page, held = found[name]
        word = escape(held["verdict"])
        said.append(f'<li><a href="{page}.html#{anchor(name)}">{escape(held["title"])}</a>: '
                    f'<span class="verdict" data-verdict="{word}">{word}</span></li>')
    verdicts = f'<ul class="plain">{"".join(said)}</ul>' if said else "\u2013"
    return (f'<tr><th scope="row">{row["position"]}</th><td>{escape(row["says"])}</td>'
            f'<td>{verdicts}</td><td>{escape(row["left"])}</td></tr>')


def _head(*names: str) -> str:
    cells = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _table(head: str, rows: list[str]) -> str:
    return ('<div class="pst-scrollable-table-container" tabindex="0" role="group" '
            'aria-label="Table"><table class="table overview">'
            f'{head}<tbody>{"".join(rows)}</tbody></table></div>')


def add_to_contents(soup: BeautifulSoup, folder: Path) -> None:
    """Name the pages in the contents of each page.

    Parameters
    ----------
    soup : BeautifulSoup
        Page, changed in place.
    folder : Path
        Of the book.
    """
    contents = soup.select_one("nav.bd-docs-nav .bd-toc-item")
    offered = [name for name in PAGES if (folder / f"{name}.html").exists()]
    if contents is None or not offered or contents.find(class_="overviews"):
        return
    up = soup.html.get("data-content_root", "")
    here = "".join(f'<li class="toctree-l1"><a class="reference internal" href="{up}{name}.html">'
                   f"{PAGES[name]}</a></li>" for name in offered)
    contents.append(BeautifulSoup(
        '<p aria-level="2" class="caption" role="heading"><span class="caption-text">Look up</span>'
        f'</p><ul class="nav bd-sidenav overviews">{here}</ul>', "html.parser"))


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.connect("html-collect-pages", _collect)
    return events.PARALLEL
