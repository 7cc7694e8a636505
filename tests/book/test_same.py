"""The PDF shows what the web pages show: every number, exhibit and cell, chapter by chapter."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import normalize
from urllib.parse import urldefrag

import pypdf
import pytest
import yaml
from bs4 import BeautifulSoup
from pdftags import Element, Tags


def squeezed(text: str) -> str:
    """Without spaces, hyphens at the ends of lines, forms of letters and of quotation marks.

    Typst writes the letters of formulas with characters of their own, pages with plain ones.
    """
    text = re.sub(r"[\s\u00ad\u2010\u2060-]+", "", normalize("NFKC", text))
    return text.translate(str.maketrans("’‘“”", "''\"\""))


def documents(node: object) -> list[str]:
    """Pages of the book, in the order of its contents."""
    if isinstance(node, list):
        return [name for part in node for name in documents(part)]
    own = [node[key] for key in ("root", "file") if key in node]
    return own + [name for key in ("parts", "chapters", "sections") if key in node
                  for name in documents(node[key])]


@pytest.fixture(scope="module")
def web(root, built_html) -> dict[str, BeautifulSoup]:
    """Text of each page, without what belongs to the web only."""
    pages = {}
    for name in documents(yaml.safe_load((root / "_toc.yml").read_text("utf-8"))):
        soup = BeautifulSoup((built_html / f"{name}.html").read_text("utf-8"), "html.parser")
        article = soup.select_one("article")
        for part in article.select(
                ".exhibit-tools, .html-only, .page-tools, .headerlink, details.hide, .cell_input"):
            part.decompose()
        pages[name] = article
    return pages


@pytest.fixture(scope="module", params=["", "-letter"], ids=["A4", "Letter"])
def print_(request, built_pdf, web) -> dict[str, list[Element]]:
    """Outermost elements of each page of the book in the PDF."""
    path = built_pdf.with_stem(built_pdf.stem + request.param)
    chapters = {re.sub(r"^(\d+|[A-Z])\.", "", squeezed(page.h1.get_text()))[:40]: name
                for name, page in web.items()}
    front = next(iter(web))
    parts, now = {name: [] for name in web}, front
    document = Tags(pypdf.PdfReader(path)).root.find("/Document")[0]
    for element in document.children:
        for heading in element.find("/H1"):
            title = squeezed(heading.text)
            now = {"Contents": None, "Figures": None, "Tables": None, "Summary": front}.get(
                title, chapters.get(re.sub(r"^(\d+|[A-Z](?=[A-Z]))", "", title)[:40], now))
        if now:
            parts[now].append(element)
    return parts


def inside(elements: list[Element]) -> list[Element]:
    """Some elements of a chapter and all below them, in reading order."""
    return [e for element in elements for e in element.walk()]


def test_every_page_of_the_web_stands_in_the_pdf(print_, root):
    settings = yaml.safe_load((root / "_config.yml").read_text("utf-8"))["sphinx"]["config"]
    assert [name for name, elements in print_.items() if not elements] == \
        settings["typst_left_out"]


SOURCES_SHOWN = 4
# Points from the left: the second column of an index begins beyond it on both papers.
MIDDLE = 250


def numbers(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Links of a page to entries of numbers: entry that each leads to, and what is shown."""
    return [(urldefrag(link["href"])[1], squeezed(link.get_text()))
            for link in page.select("a.reference.internal[href*='#number-']")]


def entries(web, print_) -> dict[tuple, str]:
    """Places of the entries of numbers in the PDF, in the order that the web page has them."""
    shown = {pair for page in web.values() for pair in numbers(page)}
    home = next(n for n, page in web.items() if page.select_one("[id^=number-]"))
    listed = [e["id"] for e in web[home].select("[id^=number-]")]
    used = [name for name in listed if name in {name for name, _ in shown}]
    texts = {text for _, text in shown}
    pages = {e.page for e in inside(print_[home]) if e.page is not None}
    # Entries stand in two columns: page, column, height.
    places = sorted({e.targets[0] for elements in print_.values() for e in inside(elements)
                     if e.kind == "/Link" and e.targets and e.targets[0][0] in pages
                     and squeezed(e.text) in texts},
                    key=lambda place: (place[0], place[2] > MIDDLE, place[1]))
    assert len(places) == len(used) > 60
    return dict(zip(places, used))


def test_marked_numbers_are_the_same(web, print_):
    """Each with its value and with the entry that it leads to."""
    names = entries(web, print_)
    for name, page in web.items():
        if not print_[name]:
            continue
        printed = [(names[e.targets[0]], squeezed(e.text)) for e in inside(print_[name])
                   if e.kind == "/Link" and e.targets and e.targets[0] in names]
        assert Counter(printed) == Counter(numbers(page)), name


def test_exhibits_have_the_same_numbers_and_titles(web, print_):
    for name, page in web.items():
        shown = [squeezed(c.get_text()) for c in page.select(
            ".exhibit > figure > figcaption, .exhibit caption")]
        printed = [squeezed(e.text) for e in inside(print_[name]) if e.kind == "/Caption"]
        assert sorted(printed) == sorted(shown), name


def test_tables_have_the_same_cells(web, print_):
    """Also those of the appendices; heads that are repeated on a later page count once."""
    seen = 0
    for name, page in web.items():
        shown = [tuple(tuple(squeezed(c.get_text()) for c in row.select("th, td"))
                       for row in table.select("tr")) for table in page.select("table")]
        printed = [tuple(tuple(squeezed(c.text) for c in row.find("/TH", "/TD"))
                         for row in table.find("/TR"))
                   for table in inside(print_[name]) if table.kind == "/Table"]
        assert sorted(printed) == sorted(shown), name
        seen += sum(len(row) for table in shown for row in table)
    assert seen > 500


def test_every_paragraph_is_the_same(web, print_):
    """Formulas aside, which each shows in its own way, and the index of numbers.

    A long list of the sources of an exhibit is told by their number in print.
    """
    for name, page in web.items():
        if not print_[name]:
            continue
        printed = squeezed("".join(element.text for element in print_[name]))
        for paragraph in page.select("p"):
            if not paragraph.find("math") and not paragraph.find_parent(
                    ["table", "div"], class_=["table", "number-index"]):
                assert squeezed(said_in_print(paragraph)) in printed, name


def said_in_print(paragraph) -> str:
    """Text of a paragraph; the last one of a note with its sources counted if they are many."""
    cited = paragraph.select("a[href*='references.html#']")
    if len(cited) <= SOURCES_SHOWN or not paragraph.find_parent(class_="exhibit-note"):
        return paragraph.get_text()
    return f"{paragraph.em.get_text()} {len(cited)} sources, named in the record of the book."
