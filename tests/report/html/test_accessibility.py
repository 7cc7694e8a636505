"""Repairs to finished pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from report.html import accessibility


@pytest.mark.parametrize("alt, good", [
    ("A line that rises.", True), ("", False), (None, False), ("_images/line.svg", False),
    ("../_images/a b.svg", False), ("/_build/exhibits/x.*", False), ("line.png", False),
    ("<Figure size 640x480 with 1 Axes>", False), ("Share of the U.S. in exports", True),
])
def test_describes(alt, good):
    assert accessibility.describes(alt) is good


def test_outside_scripts_and_hints_go_and_links_stay():
    soup = BeautifulSoup(
        '<html><head><script src="https://cdn.example/x.js"></script><script src="a.js"></script>'
        '<script>const THEBE_JS_URL = "https://unpkg.com/x"</script>'
        '<link rel="preload" href="//cdn.example/f.woff"><link rel="canonical" href="https://a/">'
        '</head><body><a href="https://b/">b</a></body></html>', "html.parser")
    accessibility.repair(soup)
    assert [s.get("src") for s in soup.find_all("script")] == ["a.js"]
    assert [link["rel"] for link in soup.find_all("link")] == [["canonical"]]
    assert soup.a["href"] == "https://b/"


def test_page_that_only_redirects_gets_language_and_title():
    soup = BeautifulSoup(
        '<meta http-equiv="Refresh" content="0; url=chapters/index.html">', "html.parser")
    accessibility.repair(soup)
    assert soup.html["lang"] == "en"
    assert soup.a["href"] == "chapters/index.html"


def test_heads_of_tables_have_a_scope_and_empty_ones_are_cells():
    soup = BeautifulSoup(
        "<html><table><thead><tr><th></th><th>Staff</th></tr></thead></table></html>",
        "html.parser")
    accessibility.repair(soup)
    assert [(c.name, c.get("scope")) for c in soup.tr.find_all(True)] == [
        ("td", None), ("th", "col")]


def test_second_call_changes_nothing(book: Path):
    for page in (book / "_build/html").glob("*.html"):
        before = page.read_bytes()
        accessibility.repair_page(page)
        assert page.read_bytes() == before
        again = BeautifulSoup(before, "html.parser")
        accessibility.repair(again)
        accessibility.add_dark_variants(again, page)
        assert again == BeautifulSoup(before, "html.parser")


def test_dark_figure_stands_beside_the_light_one(book: Path, pages):
    light, dark = pages["first"].select("figure img")
    assert light["src"] == "_images/line.svg" and "only-light" in light["class"]
    assert dark["src"] == "_images/line-dark.svg" and "only-dark" in dark["class"]
    assert light["alt"] == dark["alt"]
    copied = (book / "_build/html/_images/line-dark.svg").read_text(encoding="utf-8")
    assert "#6cc0f0" in copied


def test_missing_alternative_text_is_found():
    soup = BeautifulSoup(
        '<html><article><figure><img src="a.svg" alt="_images/a.svg"></figure>'
        '<img src="b.svg" alt=""><figure><img src="c.svg" alt=""></figure></article></html>',
        "html.parser")
    assert list(accessibility.undescribed(soup)) == ["a.svg", "c.svg"]


def test_no_page_loads_anything_from_outside(book: Path):
    loaded = re.compile(
        r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//|<link[^>]+stylesheet[^>]+href="(?:https?:)?//')
    for page in (book / "_build/html").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not loaded.search(text), page.name
        assert "THEBE_JS_URL" not in text
