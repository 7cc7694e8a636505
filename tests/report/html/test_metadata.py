"""What pages say of themselves, with a public address and without one."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from docutils.core import publish_doctree

from report.html import metadata as discovery
from report.sphinx import citation

BASE = "https://report.example/book/"
EXHIBIT = {"id": "park-exports", "label": "fig-park-exports", "chapter": "park", "kind": "figure",
           "title": "Fall by {v}`park.fall low`, see {numref}`fig-x`", "alt": "A line that falls.",
           "drawing": "<svg/>"}
NUMBER = {"id": "park.fall", "unit": "percent", "format": ".0f", "text": "41 to 46%", "low": 41.3,
          "high": 46.1, "value": 43.7}


def app(tmp_path, base=""):
    titles = {"chapters/park": nodes.title("", "The park"), "chapters/index": nodes.title("", "I")}
    domain = SimpleNamespace(anonlabels={"table-two-words": ("chapters/data", "x")})
    return SimpleNamespace(
        config=SimpleNamespace(html_baseurl=base, root_doc="chapters/index"), srcdir=tmp_path,
        ledger_exhibits={"park-exports": EXHIBIT}, ledger_numbers={"park.fall": NUMBER},
        env=SimpleNamespace(titles=titles, toctree_includes={"chapters/index": ["chapters/park"]},
                            get_domain=lambda name: domain))


def head(tmp_path, name="chapters/park", base=""):
    page = discovery.Page(app(tmp_path, base), name, "The park", "What it is about.")
    soup = BeautifulSoup(page.head(), "html.parser")
    told = {}
    for tag in soup.select("meta"):
        told.setdefault(tag.get("name") or tag["property"], []).append(tag["content"])
    return told, page.linked()["@graph"], soup


def test_chapter_is_a_part_of_the_report(tmp_path):
    told, graph, _ = head(tmp_path)
    report = citation.read()["title"]
    assert told["citation_title"] == told["DC.title"] == told["og:title"] == ["The park"]
    assert told["citation_inbook_title"] == told["DCTERMS.isPartOf"] == [report]
    assert told["description"] == ["What it is about."]
    assert graph[0]["@type"] == "Chapter"
    assert graph[0]["isPartOf"]["name"] == report


def test_front_page_is_the_report(tmp_path):
    told, graph, _ = head(tmp_path, "chapters/index")
    facts = citation.read()
    assert told["citation_title"] == [facts["title"]]
    assert told["citation_technical_report_number"] == [f"Version {facts['version']}"]
    assert "citation_inbook_title" not in told
    assert graph[0]["@type"] == "Report" and graph[0]["version"] == facts["version"]
    assert [part["name"] for part in graph[0]["hasPart"]] == ["The park"]


def test_without_an_address_nothing_pretends_to_one(tmp_path):
    told, graph, soup = head(tmp_path)
    for name in ("og:url", "og:image", "citation_pdf_url", "citation_public_url", "DC.identifier"):
        assert name not in told
    assert graph[0]["hasPart"][0]["distribution"][0]["contentUrl"] == (
        "../exhibits/park-exports.csv")
    assert soup.select_one("link[rel=alternate]")["href"] == "../belarus-technology-sector.pdf"


def test_with_an_address_all_are_full(tmp_path):
    told, graph, _ = head(tmp_path, base=BASE)
    assert told["og:url"] == told["DC.identifier"] == [f"{BASE}chapters/park.html"]
    assert told["og:image"] == [f"{BASE}exhibits/park-exports.png"]
    assert told["citation_pdf_url"] == [f"{BASE}belarus-technology-sector.pdf"]
    exhibit = graph[0]["hasPart"][0]
    assert exhibit["url"] == f"{BASE}chapters/park.html#fig-park-exports"
    assert exhibit["distribution"][0]["contentUrl"] == f"{BASE}exhibits/park-exports.csv"


def test_numbers_in_titles_are_filled_in(tmp_path):
    _, graph, _ = head(tmp_path)
    assert graph[0]["hasPart"][0]["name"] == "Fall by 41%, see fig-x"


def test_tables_are_data_sets_of_the_page_that_describes_them(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/datapackage.json").write_text(
        '{"resources": [{"name": "two_words", "title": "T", "path": "two_words.csv", '
        '"description": "What.", "licenses": [{"name": "CC0-1.0"}], '
        '"schema": {"fields": [{"name": "year"}]}}]}', encoding="utf-8")
    _, graph, _ = head(tmp_path, "chapters/data")
    assert graph[1]["@type"] == "Dataset" and graph[1]["variableMeasured"] == ["year"]
    assert graph[1]["license"] == ["CC0-1.0"]
    assert graph[1]["distribution"][0]["contentUrl"] == "../data/two_words.csv"
    assert len(head(tmp_path)[1]) == 1  # not of other pages


@pytest.mark.parametrize("own, expected", [("", ""), (BASE.rstrip("/"), BASE)])
def test_configured_address_ends_with_a_slash(own, expected, monkeypatch):
    monkeypatch.setattr(citation, "read", lambda: {})
    config = SimpleNamespace(html_baseurl=own)
    discovery.address_pages(None, config)
    assert config.html_baseurl == expected


def test_address_of_the_citation_file_is_taken(monkeypatch):
    monkeypatch.setattr(citation, "read", lambda: {"url": "https://report.example/book"})
    config = SimpleNamespace(html_baseurl="")
    discovery.address_pages(None, config)
    assert config.html_baseurl == BASE


def test_description_ends_with_a_sentence():
    long = "First sentence of some length that says what it is about. " * 8
    said = discovery.described(publish_doctree(f"Short.\n\n{long}"))
    assert said.endswith("about.") and 60 < len(said) <= discovery.LONGEST


def test_sitemap_is_well_formed():
    from xml.etree import ElementTree
    found = ElementTree.fromstring(discovery.sitemap(BASE, ["chapters/a&b"], "2026-11-23"))
    assert [e.text for e in found.iter() if e.tag.endswith("loc")] == [f"{BASE}chapters/a&b.html"]
