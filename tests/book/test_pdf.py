"""The PDF: tagged, complete, with its data; `test_same` compares it with the pages."""

import csv
import io
import json
import re
from pathlib import Path

import pypdf
import pytest
import yaml
from pdftags import Tags, unmarked

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def reader(built_pdf):
    return pypdf.PdfReader(built_pdf)


def squeeze(text):
    text = re.sub(r"[\s\u00ad\u2010-]+", "", text).replace("ﬁ", "fi").replace("ﬂ", "fl")
    return text.translate(str.maketrans("’‘“”", "''\"\""))


@pytest.fixture(scope="session")
def ledger(built_pdf):
    return json.loads((built_pdf.parents[1] / "ledger.json").read_text(encoding="utf-8"))


def facts():
    return yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def test_title_page_says_how_to_cite(reader):
    first = squeeze(reader.pages[0].extract_text())
    known = facts()
    author, year = known["authors"][0]["name"], str(known["date-released"])[:4]
    assert squeeze(f"How to cite {author}. ({year}). {known['title']} (Version {known['version']}, "
                   f"{known['date-released']}).") in first
    assert squeeze("Abstract") in first and squeeze("attachments") in first


def test_it_carries_the_data_of_every_exhibit_and_the_ledger(reader, ledger, built_pdf):
    carried = dict(reader.attachments.items())
    built = built_pdf.parents[1]
    tables = {path.name: path for path in (ROOT / "data").iterdir()}
    others = {name: ROOT / name for name in ("references.bib", "LICENSE", "LICENSE-text")}
    assert set(carried) == {f"{name}.csv" for name in ledger["exhibits"]} | {"ledger.json"} \
        | set(tables) | set(others)
    for name, path in (tables | others).items():
        assert carried[name] == [path.read_bytes()], name
    assert carried["ledger.json"] == [(built / "ledger.json").read_bytes()]
    for name, exhibit in ledger["exhibits"].items():
        held, = carried[f"{name}.csv"]
        assert held == (built / f"exhibits/{name}.csv").read_bytes()
        rows = list(csv.reader(io.StringIO(held.decode("utf-8"))))
        assert rows[0] == exhibit["data"]["columns"]
        assert len(rows) == len(exhibit["data"]["rows"]) + 1
        for row, kept in zip(rows[1:], exhibit["data"]["rows"]):
            for cell, value in zip(row, kept):
                same = float(cell) == pytest.approx(value, rel=1e-9) if isinstance(
                    value, float) else cell == ("" if value is None else str(value))
                assert same or (cell, value) == ("", None), (name, cell, value)


def test_attachments_say_what_they_are(reader):
    for attached in reader.attachment_list:
        assert attached.description
        assert attached.subtype in ("/text/csv", "/application/json", "/text/plain")
        data = attached.subtype != "/text/plain"
        assert attached.associated_file_relationship == ("/Data" if data else "/Supplement")


def test_both_papers_have_at_most_a_hundred_pages_and_three_and_a_half_megabytes(built_pdf):
    for path in (built_pdf, built_pdf.with_stem(f"{built_pdf.stem}-letter")):
        assert len(pypdf.PdfReader(path).pages) <= 100, path.name
        assert path.stat().st_size <= 3.5e6, path.name


def test_exhibits_can_be_made_anew_from_what_is_attached(reader, ledger):
    """A table of counts and a figure of a published series, from the attached tables alone."""
    carried = {name: held[0].decode("utf-8") for name, held in reader.attachments.items()}
    claims = list(csv.DictReader(io.StringIO(carried["claims.csv"])))
    assert len(claims) == len(ledger["exhibits"]["claims-all"]["data"]["rows"])
    permits = [row for row in csv.DictReader(io.StringIO(carried["permits.csv"]))
               if (row["reporter"], row["series"]) == ("EU27", "valid") and row["persons"]]
    drawn = ledger["exhibits"]["index-story"]["data"]
    people = [dict(zip(drawn["columns"], row)) for row in drawn["rows"]]
    shown = [round(row["value"], 6) for row in people if row["series"] == "EU"]
    assert shown == [round(float(row["persons"]) / 1000, 6) for row in sorted(
        permits, key=lambda row: row["year"])][-len(shown):]


def test_document_says_what_it_is(reader):
    root, known = reader.trailer["/Root"], facts()
    assert root["/Lang"].startswith("en")
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/MarkInfo"]["/Suspects"].value is False
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata.title == known["title"]
    assert reader.metadata.author == known["authors"][0]["name"]
    assert reader.metadata.keywords == ", ".join(known["keywords"])
    assert len(reader.metadata.subject) > 200  # the abstract
    assert f"{reader.metadata.creation_date:%Y-%m-%d}" == str(known["date-released"])
    told = root["/Metadata"].get_object().get_data().decode("utf-8")
    for name, value in (("pdfuaid:part", "1"), ("pdfaid:part", "3"), ("pdfaid:conformance", "A")):
        assert re.search(rf"<{name}>{value}</{name}>", told), name


def test_every_chapter_and_section_has_a_bookmark_and_an_address(reader, tags):
    flat = []

    def gather(level):
        for item in level:
            gather(item) if isinstance(item, list) else flat.append(squeeze(item["/Title"]))
    gather(reader.outline)
    heads = [squeeze(h.text) for h in tags.root.find("/H1", "/H2", "/H3")]
    assert flat == heads
    # Of each heading but those of the lists: file.pdf#name opens there.
    assert len(reader.named_destinations) >= len(heads) - 3


@pytest.fixture(scope="session")
def tags(reader):
    return Tags(reader)


def test_headings_go_down_one_level_at_a_time(tags):
    levels = [int(h.kind[2:]) for h in tags.root.find("/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:]))


def test_all_that_is_painted_is_tagged_or_an_artifact(reader):
    for number, page in enumerate(reader.pages, start=1):
        assert page["/Tabs"] == "/S"
        assert unmarked(page, reader) == [], number


def test_figures_and_formulas_have_alt_text(tags, ledger):
    alts = [str(t.entry.get("/Alt", "")) for t in tags.root.find("/Figure")]
    wanted = [e["alt"] for e in ledger["exhibits"].values() if e["kind"] == "figure"]
    assert sorted(alts) == sorted(" ".join(a.split()) for a in wanted)
    assert all(t.entry.get("/Alt") for t in tags.root.find("/Formula"))


def test_tables_have_heads_with_a_scope_and_rows_of_one_length(tags, ledger):
    tables = tags.root.find("/Table")
    assert len(tables) >= sum(e["kind"] == "table" for e in ledger["exhibits"].values())
    for table in tables:
        heads = table.find("/TH")
        assert heads
        for head in heads:
            given = head.entry["/A"].get_object()
            given = given if isinstance(given, list) else [given]
            assert any(a.get_object().get("/Scope") for a in given), head.text
        assert len({len(row.find("/TH", "/TD")) for row in table.find("/TR")}) == 1


def test_links_are_tagged_and_described(reader):
    for page in reader.pages:
        for link in page.get("/Annots", []):
            link = link.get_object()
            assert "/StructParent" in link and link.get("/Contents"), link


def test_papers(built_pdf, reader):
    letter = pypdf.PdfReader(built_pdf.with_stem(built_pdf.stem + "-letter"))
    for file, size in ((reader, (595, 842)), (letter, (612, 792))):
        assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in file.pages} == {size}
    assert dict(letter.attachments.items()) == dict(reader.attachments.items())


def test_pages_offer_the_same_files(built_pdf, built_html):
    for path in built_pdf.parent.glob("*.pdf"):
        assert (built_html / path.name).read_bytes() == path.read_bytes()


def test_fonts_are_embedded(reader):
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            kinds = set(inner["/FontDescriptor"].get_object())
            assert kinds & {"/FontFile2", "/FontFile3"}
            assert "/ToUnicode" in font.get_object()


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
