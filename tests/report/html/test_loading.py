"""What a page loads: its own files only, and those that it needs."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup

from report.html import loading


def lightened(markup):
    soup = BeautifulSoup(markup, "html.parser")
    loading.lighten(soup)
    return soup


def test_outside_scripts_and_hints_go_and_links_stay():
    soup = lightened(
        '<html><head><script src="https://cdn.example/x.js"></script><script src="a.js"></script>'
        '<script>const THEBE_JS_URL = "https://unpkg.com/x"</script>'
        '<link rel="preload" href="//cdn.example/f.woff"><link rel="canonical" href="https://a/">'
        '</head><body><a href="https://b/">b</a></body></html>')
    assert [s.get("src") for s in soup.find_all("script")] == ["a.js"]
    assert [link["rel"] for link in soup.find_all("link")] == [["canonical"]]
    assert soup.a["href"] == "https://b/"


def test_script_for_code_goes_where_no_code_stands():
    for script in ("clipboard.min.js", "copybutton.js"):
        head = f'<html><script src="_static/{script}"></script><body>'
        assert lightened(f'{head}<p class="text"></p></body></html>').script is None
        assert lightened(f'{head}<div class="highlight"></div></body></html>').script is not None


def test_settings_of_a_script_go_with_it():
    head = '<html><script>let toggleHintShow = "x"</script><body>'
    assert lightened(f"{head}</body></html>").script is None
    assert lightened(f'{head}<div class="toggle"></div></body></html>').script is not None


def test_no_page_loads_anything_from_outside(book: Path):
    loaded = re.compile(
        r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//|<link[^>]+stylesheet[^>]+href="(?:https?:)?//')
    for page in (book / "_build/html").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not loaded.search(text), page.name
        assert "THEBE_JS_URL" not in text
