"""The PDF of a small book: text, numbers, tags, and that it can be made again."""

from __future__ import annotations

import io
import re
from pathlib import Path
from types import SimpleNamespace

import minibook
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from report.sphinx import state
from report.typst import builder
from report.typst.book import Book


@pytest.fixture(scope="module")
def pdf(book: Path) -> PdfReader:
    return PdfReader(io.BytesIO((book / "_build/pdf/small-report.pdf").read_bytes()))


@pytest.fixture(scope="module")
def text(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.fixture(scope="module")
def tags(pdf: PdfReader) -> list[DictionaryObject]:
    """All elements of the structure tree, in reading order."""
    found, waiting = [], [pdf.root_object["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop(0)
        element = element.get_object() if isinstance(element, IndirectObject) else element
        if isinstance(element, DictionaryObject):
            found.append(element)
            kids = element.get("/K", [])
            kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
            waiting[:0] = kids if isinstance(kids, list) else [kids]
    return found


def test_title_page(pdf):
    page = " ".join(pdf.pages[0].extract_text().split())
    for part in ("A Small Report", "People and Markets", "Small Report Project",
                 "Version 0.1.0, 3 March 2026", "Abstract Staff fell by 12.5%", "How to cite",
                 "Small Report Project. (2026). A Small Report: People and Markets "
                 "(Version 0.1.0, 2026-03-03).",
                 "MIT License", "CC BY 4.0"):
        assert part in page


def test_parts_stand_in_order(text):
    parts = ["Abstract", "Contents", "Figures", "Tables Table 1.1 Few numbers", "What was found",
             "1 People who left 1. January", "1.1 Method The gap is", "Quoted words.", "Somebody",
             "More on this Folded on the web.", "Only on paper.", "2 Markets Table 2.1 Many rows",
             "80 Country 80 8.0", "\u2022 one", "3. third", "References Smith, Jane"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_numbers_and_citations_are_those_of_the_web_page(text, pages):
    sentence = re.search(r"See Figure.*?n\.d\.\)\.",
                         " ".join(pages["first"].article.get_text().split()))[0]
    assert sentence.startswith("See Figure 1.1, Table 2.1, Table 1.1, Section 1.1, equation (1.1)")
    assert sentence in text


def test_what_belongs_to_the_web_stays_out(text):
    assert "Only on the web" not in text
    assert "hidden from print" not in text
    assert "Data" not in text


def test_footnote_is_printed_once_and_called_twice(text):
    assert text.count("A note with emphasis") == 1
    assert "grew.1 Again.1" in text


def test_head_of_a_long_table_is_repeated(pdf):
    assert sum("Row Country Value" in " ".join(p.extract_text().split()) for p in pdf.pages) == 2


def test_running_head_and_page_number(pdf):
    page = next(p for p in pdf.pages if "80 Country 80" in " ".join(p.extract_text().split()))
    words = " ".join(page.extract_text().split())
    assert words.startswith("2 Markets ") and "A Small Report" not in words
    assert words.endswith(str(page.page_number + 1))


def test_document_says_what_it_is(pdf):
    root = pdf.root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pdf.metadata.title == "A Small Report: People and Markets"
    assert pdf.metadata.author == "Small Report Project"
    assert pdf.metadata.subject == "Staff fell by 12.5% and exports by $1.4 billion."
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_tags(tags):
    kinds = [t.get("/S") for t in tags]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Caption", "/L", "/Link", "/Note", "/TOC",
            "/BlockQuote"} <= set(kinds)
    alts = {t["/S"]: [u.get("/Alt") for u in tags if u.get("/S") == t["/S"]]
            for t in tags if t.get("/S") in ("/Figure", "/Formula")}
    assert alts["/Figure"] == ["A line that rises from 1 in 2019 to 3 in 2021 and stays there."]
    assert len(alts["/Formula"]) >= 3 and all(alts["/Formula"])


def test_bookmarks(pdf):
    flat = [item["/Title"] for group in pdf.outline
            for item in (group if isinstance(group, list) else [group])]
    assert flat == ["Contents", "Figures", "Tables", "Summary", "1 People who left", "1.1 Method",
                    "2 Markets", "References"]


def test_figure_stays_a_drawing(pdf):
    assert not any(page.images for page in pdf.pages)


def test_links_lead_out_and_within(pdf):
    links = [a.get_object() for page in pdf.pages for a in page.get("/Annots", [])]
    outside = {a["/A"]["/URI"] for a in links if "/URI" in a.get("/A", {})}
    assert {"https://example.org/a_b", "https://doi.org/10.1000/xyz"} <= outside
    assert sum("/URI" not in a.get("/A", {}) for a in links) > 15


def test_only_fonts_of_the_compiler(pdf):
    names = {str(f.get_object()["/BaseFont"]) for p in pdf.pages
             for f in p["/Resources"].get("/Font", {}).values()}
    assert names and all(re.search("Libertinus|NewCM|DejaVu", n) for n in names)


def test_nothing_is_fetched():
    template = builder.TEMPLATE.read_text(encoding="utf-8")
    assert "@" not in template and "import" not in template


@pytest.mark.parametrize("addition, complaint", [
    ("\u4e2d", "could not be displayed"),
    (":::{figure} /_build/exhibits/line.svg\n\nNo text\n:::", "no alternative text"),
])
def test_what_would_be_lost_stops_the_build(tmp_path, addition, complaint):
    folder = minibook.lay_out(tmp_path / "faulty")
    page = folder / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{addition}\n", encoding="utf-8")
    result, printed = minibook.build(folder, "typst")
    assert result != 0
    assert complaint in f"{printed}{result}"


def test_attachments_are_named_after_their_exhibits(tmp_path):
    made = object.__new__(builder.TypstBuilder)
    made.app, made.book = SimpleNamespace(), Book(source=tmp_path, root=tmp_path)
    made.config = SimpleNamespace(typst_attachments_about={"ledger.json": "Record"})
    state.build(made.app).exhibits = {"park-x": {"id": "park-x", "kind": "figure"}}
    assert made._attachment(tmp_path / "park-x.csv") == (
        '#pdf.attach("park-x.csv", read("/park-x.csv", encoding: none), relationship: "data", '
        'mime-type: "text/csv", description: "Data of the figure park-x")')
    assert made._attachment(tmp_path / "ledger.json").endswith(
        'mime-type: "application/json", description: "Record")')
    assert made._attachment(tmp_path / "LICENSE") == (
        '#pdf.attach("LICENSE", read("/LICENSE", encoding: none), relationship: "supplement", '
        'mime-type: "text/plain", description: "Table of data")')


def test_file_name_says_the_paper_that_is_not_a4(tmp_path):
    made = object.__new__(builder.TypstBuilder)
    made.outdir, made.config = tmp_path, SimpleNamespace(typst_pdf_name="small")
    assert [made.target(paper).name for paper in ("a4", "us-letter", "a5")] == [
        "small.pdf", "small-letter.pdf", "small-a5.pdf"]


def test_citation_file_that_cannot_be_used_stops_the_build(tmp_path):
    folder = minibook.lay_out(tmp_path / "faulty")
    (folder / "CITATION.cff").write_text("title: A\n", encoding="utf-8")
    result, printed = minibook.build(folder, "typst")
    assert "CITATION.cff cannot be used: KeyError('authors')" in f"{printed}{result}"
