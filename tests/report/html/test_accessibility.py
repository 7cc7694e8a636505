"""Repairs to a page, by what axe asks for."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from report.html import accessibility


def repaired(markup):
    soup = BeautifulSoup(markup, "html.parser")
    accessibility.repair(soup)
    return soup


def test_page_that_only_redirects_gets_language_and_title():
    soup = repaired('<meta http-equiv="Refresh" content="0; url=chapters/index.html">')
    assert soup.html["lang"] == "en"
    assert soup.a["href"] == "chapters/index.html"


def test_heads_of_tables_have_a_scope_and_empty_ones_are_cells():
    soup = repaired("<html><table><thead><tr><th></th><th>Staff</th></tr></thead></table></html>")
    assert [(c.name, c.get("scope")) for c in soup.tr.find_all(True)] == [
        ("td", None), ("th", "col")]


def test_name_that_is_read_aloud_holds_what_is_seen():
    soup = repaired('<html><a class="headerlink" title="Link to this heading">#</a>'
                    '<details><summary aria-label="Toggle">More</summary></details>'
                    '<button aria-label="Search"><i title="x"></i></button></html>')
    assert soup.a["aria-label"] == "Link to this heading"
    assert "aria-label" not in soup.summary.attrs
    assert soup.i.attrs == {"aria-hidden": "true"}


def test_side_bars_are_landmarks_with_names_of_their_own():
    soup = repaired('<html><div class="bd-sidebar-primary"></div>'
                    '<div id="pst-primary-sidebar"></div></html>')
    assert [(bar["role"], bar["aria-label"]) for bar in soup.find_all("div")] == [
        ("complementary", "Book"), ("complementary", "Book 2")]


def test_entries_of_the_list_of_references_are_its_items():
    soup = repaired('<html><div class="citation-list" role="list">'
                    '<div class="citation" role="doc-biblioentry"></div></div></html>')
    assert soup.select_one(".citation")["role"] == "listitem"


def test_title_of_an_exhibit_comes_first_and_its_picture_loads_when_reached():
    soup = repaired('<html><article><div class="exhibit"><figure><img src="a.svg"/>'
                    '<figcaption>Title</figcaption></figure></div></article></html>')
    assert [child.name for child in soup.figure.children] == ["figcaption", "img"]
    assert soup.img["loading"] == "lazy"


def test_second_call_changes_nothing(book: Path):
    for page in (book / "_build/html").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert repaired(text) == BeautifulSoup(text, "html.parser"), page.name


def test_missing_alternative_text_is_found():
    soup = BeautifulSoup(
        '<html><article><figure><img src="a.svg" alt="_images/a.svg"></figure>'
        '<img src="b.svg" alt=""><figure><img src="c.svg" alt=""></figure></article></html>',
        "html.parser")
    assert list(accessibility.undescribed(soup)) == ["a.svg", "c.svg"]


def test_title_of_a_table_and_ids_may_break_where_they_should():
    soup = BeautifulSoup("<html><body><article><p>In short: it fell.</p>"
                         "<table><caption>Title</caption>"
                         '<tbody><tr><td><code><span class="pre">a.b-c</span></code></td></tr>'
                         "</tbody></table></article></body></html>", "html.parser")
    for _ in range(2):
        accessibility.repair(soup)
    assert soup.caption.decode_contents() == '<span class="caption-line">Title</span>'
    assert soup.find(class_="pre").decode_contents() == "a.<wbr/>b-<wbr/>c"
    assert soup.p["class"] == ["in-brief"]
