"""What pages say of themselves, with a public address and without one."""

from bs4 import BeautifulSoup
from docutils.core import publish_doctree
from sitepages import BASE, page

from report.bibliography import cff
from report.bibliography.cff import Author
from report.html import metadata


def head(tmp_path, name="chapters/park", base="", **report):
    soup = BeautifulSoup(metadata.head(page(tmp_path, name, base, **report)), "html.parser")
    told = {}
    for tag in soup.select("meta"):
        told.setdefault(tag.get("name") or tag["property"], []).append(tag["content"])
    return told, soup


def test_chapter_is_a_part_of_the_report(tmp_path):
    told, _ = head(tmp_path)
    report = cff.read().title
    assert told["citation_title"] == told["DC.title"] == told["og:title"] == ["The park"]
    assert told["citation_inbook_title"] == told["DCTERMS.isPartOf"] == [report]
    assert told["description"] == ["What it is about."]


def test_front_page_is_the_report(tmp_path):
    told, _ = head(tmp_path, "chapters/index")
    report = cff.read()
    assert told["citation_title"] == [report.title]
    assert told["citation_technical_report_number"] == [f"Version {report.version}"]
    assert "citation_inbook_title" not in told


def test_catalogues_get_the_family_name_first_and_people_do_not(tmp_path):
    told, _ = head(tmp_path, authors=(Author(given="Ann", family="Doe"),))
    assert told["citation_author"] == told["DC.creator"] == ["Doe, Ann"]
    assert told["author"] == ["Ann Doe"]


def test_without_an_address_nothing_pretends_to_one(tmp_path):
    told, soup = head(tmp_path)
    for name in ("og:url", "og:image", "citation_pdf_url", "citation_public_url", "DC.identifier"):
        assert name not in told
    assert soup.select_one("link[rel=alternate]")["href"] == "../small-report.pdf"


def test_with_an_address_all_are_full(tmp_path):
    told, _ = head(tmp_path, base=BASE)
    assert told["og:url"] == told["DC.identifier"] == [f"{BASE}chapters/park.html"]
    assert told["og:image"] == [f"{BASE}exhibits/park-exports.png"]
    assert told["citation_pdf_url"] == [f"{BASE}small-report.pdf"]


def test_licence_is_that_of_the_text(tmp_path):
    told, soup = head(tmp_path, licences=("MIT", "CC-BY-4.0"))
    address = "https://creativecommons.org/licenses/by/4.0/"
    assert told["DC.rights"] == [address]
    assert soup.select_one("link[rel=license]")["href"] == address


def test_description_ends_with_a_sentence():
    long = "First sentence of some length that says what it is about. " * 8
    said = metadata.described(publish_doctree(f"Short.\n\n{long}"))
    assert said.endswith("about.") and 60 < len(said) <= metadata.LONGEST
