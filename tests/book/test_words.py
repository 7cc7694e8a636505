"""Faults that a proof-reader would mark, in the whole PDF and on every page of the web."""

import re

import pikepdf
import pymupdf
import pytest
from bs4 import BeautifulSoup

from report.typst.structure import _elements, kids

# What must not be in print, and what of it is no fault.
FAULTS = {
    "two full stops": r"\w\.\.(?!\.)(?!/)",
    "full stop before a semicolon": r"[a-z]{3}\.;",
    "hyphen for a minus": r"(?<=[ (])-\d[\d.,]* ?(?:%|percent|persons|million)",
    "dollars in three ways": r"US\$|USD \d",
    "decimals of a p-value": (r"\bp[ \u00a0]0\.\d{4}"
                              r"|\bp[ \u00a0]=[ \u00a0]0\.(?:[1-9]\d\d|0\d\b(?!\d))"),
    "another word for this book": r"\b[Tt]his (?:report|paper)\b|(?<!news )\b[Tt]he report\b",
    "date as a number": r"\bin 20\d\d\.\d",
}


def found(fault, text):
    return [text[max(0, m.start() - 40):m.end() + 20] for m in re.finditer(FAULTS[fault], text)]


@pytest.fixture(scope="module")
def pdf_text(built_pdf):
    pages = [page.get_text() for page in pymupdf.open(built_pdf)]
    return re.sub(r"\s*\n\s*", " ", "\n".join(pages).replace("\u00ad\n", ""))


@pytest.fixture(scope="module")
def web_text(built_html):
    texts = []
    for path in sorted((built_html / "chapters").glob("*.html")):
        article = BeautifulSoup(path.read_text("utf-8"), "html.parser").select_one("article")
        for code in article.select("pre, .cell_input, details, .math"):
            code.decompose()
        texts.append(" ".join(article.get_text().split()))
    return " ".join(texts)


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_not_in_print(pdf_text, fault):
    # Addresses and titles of sources are as their publishers have them.
    body = pdf_text[:pdf_text.rindex("Abadie, Alberto")]
    assert found(fault, body) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_not_on_the_web(web_text, fault):
    body = re.sub(r"Abadie, Alberto.*", "", web_text)
    assert found(fault, body) == []


@pytest.mark.parametrize(("fault", "text"), [
    ("two full stops", "in crisis.. Unit"), ("full stop before a semicolon", "to leave.; kind"),
    ("hyphen for a minus", "nearly -45 percent"), ("dollars in three ways", "current US$"),
    ("decimals of a p-value", "p 0.0062"), ("another word for this book", "In this paper we"),
    ("date as a number", "goes from 140 in 2016.0")])
def test_fault_would_be_found(fault, text):
    assert re.search(FAULTS[fault], text)


@pytest.fixture(scope="module")
def elements(built_pdf):
    with pikepdf.open(built_pdf) as pdf:
        yield list(_elements(pdf.Root.StructTreeRoot))


def test_lines_of_tables_have_heads_and_lists_are_whole(elements):
    heads = [e for e in elements if e.S == "/TH"]
    rows = [e for e in heads if any(a.get("/Scope") == "/Row" for a in (
        e.A if isinstance(e.A, pikepdf.Array) else [e.A]))]
    assert len(rows) > 300
    lists = [e for e in elements if e.S == "/L"]
    assert sum(len(kids(e)) == 1 for e in lists) < len(lists) / 5
    assert not any(re.search(r"\\[a-z]", str(e.get("/Alt", ""))) for e in elements
                   if e.S == "/Formula")


def test_links_say_what_they_lead_to(built_pdf):
    with pikepdf.open(built_pdf) as pdf:
        said = [str(a.Contents) for p in pdf.pages for a in p.get("/Annots", []) if "/Dest" in a]
    assert len(said) > 1000
    assert not [words for words in said if re.fullmatch(r"page \d+", words)]
