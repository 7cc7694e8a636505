"""Addresses of pages, with a public address and without one."""

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from report.html import site

BASE = "https://report.example/book/"


@pytest.mark.parametrize(("configured", "cited", "expected"), [
    ("", "", ""), (BASE.rstrip("/"), "", BASE), ("", BASE.rstrip("/"), BASE),
    (BASE, "https://other.example", BASE)])
def test_address_is_that_of_the_configuration_or_of_the_citation_file(
        configured, cited, expected, monkeypatch):
    monkeypatch.setattr(site.cff, "read", lambda: SimpleNamespace(url=cited))
    config = SimpleNamespace(html_baseurl=configured)
    site._take_citation(None, config)
    assert config.html_baseurl == expected


def test_change_of_the_citation_file_is_a_change_of_the_configuration(tmp_path, monkeypatch):
    monkeypatch.setattr(site.cff, "read", lambda: SimpleNamespace(url=""))
    monkeypatch.setattr(site.cff, "FILE", tmp_path / "CITATION.cff")
    config = SimpleNamespace(html_baseurl="")
    for version in ("version: 1", "version: 2"):
        (tmp_path / "CITATION.cff").write_text(version)
        site._take_citation(None, config)
        assert config.report_citation == version


def test_sitemap_is_well_formed():
    found = ElementTree.fromstring(site.sitemap(BASE, ["chapters/a&b"], "2026-11-23"))
    assert [e.text for e in found.iter() if e.tag.endswith("loc")] == [f"{BASE}chapters/a&b.html"]
    assert [e.text for e in found.iter() if e.tag.endswith("lastmod")] == ["2026-11-23"]


def test_sitemap_is_written_only_where_the_address_is_known(tmp_path):
    app = SimpleNamespace(outdir=tmp_path, config=SimpleNamespace(html_baseurl=BASE),
                          env=SimpleNamespace(found_docs={"a"}))
    site._write_sitemap(app)
    assert f"{BASE}a.html" in (tmp_path / "sitemap.xml").read_text()
    app.config.html_baseurl = ""
    site._write_sitemap(app)
    assert not (tmp_path / "sitemap.xml").exists()


def page(name, base):
    config = SimpleNamespace(html_baseurl=base, root_doc="index", typst_pdf_name="small")
    return site.Page(SimpleNamespace(config=config), name, "Title", "About.")


@pytest.mark.parametrize(("name", "base", "address"), [
    ("chapters/park", "", "../data/a.csv"), ("index", "", "data/a.csv"),
    ("chapters/park", BASE, f"{BASE}data/a.csv")])
def test_address_is_full_or_as_seen_from_the_page(name, base, address):
    assert page(name, base).address("data/a.csv") == address


def test_front_page_stands_for_the_report():
    assert page("index", "").name_of_work == site.cff.read().title
    assert page("chapters/park", "").name_of_work == "Title"
