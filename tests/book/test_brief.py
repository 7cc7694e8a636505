"""The brief: the front page, all verdicts and what would settle the rest, on four pages."""

import json
import re

import pdfua
import pypdf
import pytest


@pytest.fixture(scope="module")
def brief(built_pdf):
    return built_pdf.with_stem(f"{built_pdf.stem}-brief")


@pytest.fixture(scope="module")
def words(brief):
    return squeezed("".join(page.extract_text() for page in pypdf.PdfReader(brief).pages))


def squeezed(text):
    return re.sub(r"[\s\u00ad\u2010-]+", "", text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def test_it_has_at_most_four_pages_and_stands_beside_the_web_pages(brief, built_html):
    assert len(pypdf.PdfReader(brief).pages) <= 4
    assert (built_html / brief.name).read_bytes() == brief.read_bytes()


def test_it_is_as_accessible_as_the_book(brief):
    assert [finding.message for finding in pdfua.validate(str(brief)).findings] == []


def test_it_has_each_finding_and_verdict_with_the_numbers_of_the_record(words, built_pdf):
    ledger = json.loads((built_pdf.parents[1] / "ledger.json").read_text(encoding="utf-8"))
    for name in ("exodus.it.upper", "park.exports.fall", "pivot.asia.replaced.either"):
        assert squeezed(ledger["numbers"][name]["text"]) in words
    data = ledger["exhibits"]["claims-all"]["data"]
    for row in data["rows"]:
        held = dict(zip(data["columns"], row))
        title = held["claim"].partition(" <")[0]
        assert squeezed(f"{title}{held['verdict']}") in words, held


def test_no_link_leads_nowhere(brief):
    reader = pypdf.PdfReader(brief)
    assert all("/Dest" not in link.get_object() or link.get_object()["/Dest"]
               for page in reader.pages for link in page.get("/Annots", []))
