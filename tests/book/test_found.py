"""The built pages as search engines, reference managers and messengers read them."""

import json
from pathlib import Path

import nbformat
import pytest
import yaml
from bs4 import BeautifulSoup
from jsonschema import Draft7Validator, FormatChecker
from pybtex.database import parse_file

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = sorted(p.stem for p in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def facts():
    return yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))


@pytest.fixture(scope="module")
def soups(built_html):
    return {p.stem: BeautifulSoup(p.read_text("utf-8"), "html.parser")
            for p in (built_html / "chapters").glob("*.html")}


def test_citation_file_is_valid(facts):
    schema = json.loads((ROOT / "tests/schemas/citation-file-format-1.2.0.json").read_text("utf-8"))
    plain = json.loads(json.dumps(facts, default=str))
    checker = Draft7Validator(schema, format_checker=FormatChecker())
    assert [e.message for e in checker.iter_errors(plain)] == []
    assert [e.message for e in checker.iter_errors(plain | {"date-released": "23.11.2026"})]
    assert plain["preferred-citation"]["version"] == plain["version"]
    assert plain["preferred-citation"]["title"] == plain["title"]
    assert plain["preferred-citation"]["date-released"] == plain["date-released"]


def test_every_page_has_a_description_of_its_own(soups):
    said = {name: soup.select_one("meta[name=description]") for name, soup in soups.items()}
    told = [tag["content"] for tag in said.values() if tag]
    assert len(told) >= len(soups) - 1  # the list of references has no sentence
    assert len(set(told)) == len(told) and all(60 <= len(t) <= 301 for t in told)


def test_every_page_has_the_tags_of_zotero_and_messengers(soups, facts):
    for name, soup in soups.items():
        held = {tag.get("name") or tag.get("property") for tag in soup.select("meta")}
        assert {"citation_title", "citation_author", "citation_publication_date", "DC.title",
                "DC.creator", "DC.rights", "og:title", "og:type", "og:site_name"} <= held, name
        assert soup.select_one("meta[name=citation_publication_date]")["content"] == str(
            facts["date-released"]).replace("-", "/")
        canonical = soup.select("link[rel=canonical]")
        assert len(canonical) == (1 if facts.get("url") else 0)


def graph(soup):
    told, = soup.select('script[type="application/ld+json"]')
    linked = json.loads(told.string)
    assert linked["@context"] == "https://schema.org"
    return linked["@graph"]


def test_linked_data_name_report_chapters_exhibits_and_tables(soups, facts, built_html):
    report = graph(soups["index"])[0]
    assert (report["@type"], report["name"]) == ("Report", facts["title"])
    assert len(report["hasPart"]) >= len(soups) - 1
    ledger = json.loads((built_html.parent / "ledger.json").read_text("utf-8"))
    shown = [part for name in CHAPTERS for part in graph(soups[name])[0]["hasPart"]
             if part["@type"] == "Dataset"]
    assert sorted(e["identifier"] for e in shown) == sorted(ledger["exhibits"])
    tables = graph(soups["data"])[1:]
    package = json.loads((ROOT / "data/datapackage.json").read_text("utf-8"))
    assert {t["identifier"] for t in tables} == {r["name"] for r in package["resources"]}
    for thing in shown + tables:
        assert len(thing["description"]) >= 50 and thing["license"]
        for offered in thing["distribution"]:
            address = offered["contentUrl"].removeprefix(facts.get("url", "\0").rstrip("/") + "/")
            assert (built_html / address.removeprefix("../")).is_file()
        if not facts.get("url"):
            assert soups["data" if thing in tables else thing["identifier"].split("-")[0]].find(
                id=thing["url"].partition("#")[2])


def test_tables_can_be_downloaded(soups, built_html):
    for path in (ROOT / "data").iterdir():
        assert (built_html / "data" / path.name).read_bytes() == path.read_bytes()
        assert soups["data"].select(f'a[href="../data/{path.name}"]'), path.name


def test_reference_managers_get_a_file(built_html, facts):
    folder = built_html / "cite"
    entry, = parse_file(folder / "belarus-technology-sector.bib").entries.values()
    assert entry.fields["title"].strip("{}") == facts["title"]
    lines = (folder / "belarus-technology-sector.ris").read_text("utf-8").splitlines()
    assert f"TI  - {facts['title']}" in lines and lines[-1].startswith("ER")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_notebooks_are_offered_clean_and_executed(built_html, soups, chapter):
    offered = [a["href"] for a in soups[chapter].select(".page-tools a")]
    assert offered[:2] == [f"../notebooks/{chapter}.ipynb",
                           f"../notebooks/{chapter}-executed.ipynb"]
    clean, done = (nbformat.read(built_html / "chapters" / path, as_version=4)
                   for path in offered[:2])
    nbformat.validate(done)
    assert not any(c.get("outputs") for c in clean.cells)
    assert [c.source for c in done.cells] == [c.source for c in clean.cells]
    exhibits = [o for c in done.cells for o in c.get("outputs", [])
                if "text/html" in o.get("data", {})]
    assert exhibits
