"""What the web page adds to an exhibit."""

import datetime

from bs4 import BeautifulSoup
from docutils import nodes

from report.bibliography.cff import Author, Report
from report.bibliography.reference import Part
from report.html import exhibits

EXHIBIT = {"id": "park-exports", "label": "fig-park-exports", "drawing": "<svg/>",
           "status": "derived", "sources": [f"source{n}" for n in range(9)]}


def test_links_name_the_exhibit_for_who_hears_them():
    soup = BeautifulSoup(exhibits.links(EXHIBIT, "Figure 2.1", "../exhibits"), "html.parser")
    assert [(a["href"], a["aria-label"]) for a in soup.find_all("a")] == [
        ("../exhibits/park-exports.csv", "CSV, data of Figure 2.1"),
        ("../exhibits/park-exports.svg", "SVG, drawing of Figure 2.1"),
        ("../exhibits/park-exports.png", "PNG, picture of Figure 2.1"),
        ("#fig-park-exports", "Link to Figure 2.1")]
    table = exhibits.links(EXHIBIT | {"drawing": ""}, "Table 2.1", "../exhibits")
    assert "svg" not in table and "png" not in table


def card(count):
    """Container of an exhibit with a number of sources."""
    cited = [nodes.reference("", "x", reftitle="a page of text") for _ in range(count)]
    note = nodes.container("", nodes.paragraph("", "What to see."),
                           nodes.paragraph("", "", *cited), classes=["exhibit-note"])
    return nodes.container("", note, classes=["exhibit"])


def test_long_list_of_sources_is_folded_behind_its_number():
    whole = card(exhibits.SOURCES_SHOWN + 1)
    exhibits.fold_sources(whole, EXHIBIT)
    before, opening, paragraph, closing = whole[0].children
    assert before.astext() == "What to see."
    assert "Derived from published figures. Licence and 9 sources" in opening["html"]
    assert closing["html"] == "</details>"
    assert not any("reftitle" in link for link in paragraph.findall(nodes.reference))


def test_short_list_of_sources_stays():
    whole = card(exhibits.SOURCES_SHOWN)
    exhibits.fold_sources(whole, EXHIBIT)
    assert whole.pformat() == card(exhibits.SOURCES_SHOWN).pformat()


def test_citation_sets_the_title_of_the_report_in_italics(monkeypatch):
    report = Report(title="A Title", authors=(Author(body="A Project"),), version="0.1.0",
                    released=datetime.date(2026, 11, 23))
    monkeypatch.setattr(exhibits.cff, "read", lambda: report)
    head, said, entry = exhibits._citation(Part(title="Figure 2.1: Fall", id="park-exports"))
    assert head.astext() == "How to cite"
    assert said.astext() == \
        "A Project. (2026). Figure 2.1: Fall. In A Title (Version 0.1.0, 2026-11-23)."
    assert [e.astext() for e in said.findall(nodes.emphasis)] == ["A Title"]
    assert entry["language"] == "bibtex"
    assert entry.astext().startswith("@incollection{atitle2026-park-exports,")


def test_data_are_loaded_from_where_they_are():
    def files(base):
        _, *blocks = exhibits._loading("park-exports", base)
        return [(block["language"], block.astext().splitlines()[-1]) for block in blocks]

    assert files("") == [("python", 'data = pd.read_csv("park-exports.csv")'),
                         ("r", 'data <- read.csv("park-exports.csv")')]
    assert 'https://a.example/exhibits/park-exports.csv' in files("https://a.example/")[0][1]


def test_code_is_offered_where_the_page_shows_it():
    assert exhibits._code_of(None) == []
    cell = nodes.container("", nodes.literal_block("", "x = 1"))
    head, code = exhibits._code_of(cell)
    assert head.astext() == "The code that made it" and code.astext() == "x = 1"
