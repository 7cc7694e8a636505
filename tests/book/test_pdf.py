"""The PDF: same numbers as the HTML, tagged, complete, repeatable."""

import json
import re
from pathlib import Path

import pypdf
import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def reader(built_pdf):
    return pypdf.PdfReader(built_pdf)


@pytest.fixture(scope="session")
def words(reader):
    """Text without spaces, hyphens at line ends and soft hyphens, which differ with the layout."""
    return squeeze("".join(page.extract_text() for page in reader.pages))


def squeeze(text):
    text = re.sub(r"[\s\u00ad\u2010-]+", "", text).replace("ﬁ", "fi").replace("ﬂ", "fl")
    return text.translate(str.maketrans("’‘“”", "''\"\""))


@pytest.fixture(scope="session")
def ledger(built_pdf):
    return json.loads((built_pdf.parents[1] / "ledger.json").read_text(encoding="utf-8"))


def test_every_number_that_html_shows_stands_in_the_same_sentence_of_the_pdf(words, built_html):
    missing, seen = [], 0
    for name in ("index", "exodus", "park", "pivot"):
        soup = BeautifulSoup((built_html / f"chapters/{name}.html").read_text("utf-8"),
                             "html.parser")
        for number in soup.select("article .number"):
            seen += 1
            number.insert_before("\ue000")
            number.insert_after("\ue001")
        for block in soup.select("article p, article h1, article h2, article li > p"):
            text = squeeze(block.get_text())
            for match in re.finditer("\ue000([^\ue001]*)\ue001", text):
                before = re.sub("[\ue000\ue001]", "", text[:match.start()])[-10:]
                after = re.sub("[\ue000\ue001]", "", text[match.end():])[:4].rstrip("#")
                # The end of a page may stand on one side of a number, not on both.
                if before + match[1] not in words and match[1] + after not in words:
                    missing.append((name, before + match[1] + after))
    assert seen > 60
    assert missing == []


def test_exhibits_have_the_number_and_title_of_the_html(words, ledger):
    for exhibit in ledger["exhibits"].values():
        assert squeeze(f"{exhibit['number']}") in words
        assert squeeze(re.sub(r"\{v\}`[^`]*`", "", exhibit["title"]))[:40] in words


def test_title_page_says_how_to_cite(reader):
    first = reader.pages[0].extract_text()
    version = re.search(r"^version: *\"?([\d.]+)", (ROOT / "CITATION.cff").read_text(), re.M)[1]
    assert "Belarus" in first and version in first
    assert "Belarus Technology Sector Project" in first


def test_metadata_tags_and_bookmarks(reader):
    root = reader.trailer["/Root"]
    assert root["/Lang"].startswith("en")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Technology Sector" in reader.metadata.title
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert len(reader.outline) >= 6


def elements(node):
    """Structure elements below a node of the tag tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def test_figures_have_alt_text_and_tables_heads(reader, ledger):
    tags = list(elements(reader.trailer["/Root"]["/StructTreeRoot"]))
    alts = {str(t.get("/Alt", "")) for t in tags if t["/S"] == "/Figure"}
    for exhibit in ledger["exhibits"].values():
        if exhibit["kind"] == "figure":
            assert exhibit["alt"] in alts
    assert "" not in alts
    tables = sum(t["/S"] == "/Table" for t in tags)
    assert tables >= sum(e["kind"] == "table" for e in ledger["exhibits"].values())
    assert sum(t["/S"] == "/TH" for t in tags) >= tables
    assert all("/Alt" in t for t in tags if t["/S"] == "/Formula")


def test_fonts_are_embedded(reader):
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            kinds = set(inner["/FontDescriptor"].get_object())
            assert kinds & {"/FontFile2", "/FontFile3"}


def test_figures_are_vector(reader):
    images = [i.name for page in reader.pages for i in page.images]
    assert images == []


def test_lists_name_the_page_on_which_each_exhibit_stands(reader, ledger):
    pages = [re.sub(r"[\u00a0\u2060]", " ", p.extract_text()) for p in reader.pages]
    for exhibit in ledger["exhibits"].values():
        name = re.escape(exhibit["number"])
        listed = [m[1] for text in pages
                  for m in re.finditer(rf"^{name} .*?(?: \.)+\s*(\d+)$", text, re.M)]
        stands = [n for n, text in enumerate(pages, start=1)
                  if re.search(rf"^{name}\s+(?!.* \. \.)\w", text, re.M)]
        assert len(listed) == 1, exhibit["number"]
        assert int(listed[0]) in stands, exhibit["number"]
