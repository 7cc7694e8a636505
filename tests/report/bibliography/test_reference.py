"""The reference to the report, for people and for programs."""

import datetime
from dataclasses import replace

from pybtex.database import parse_string

from report.bibliography import reference
from report.bibliography.cff import Author, Report
from report.bibliography.reference import Part

REPORT = Report(title="A Title", authors=(Author(body="A Project"),), version="0.1.0",
                released=datetime.date(2026, 11, 23))
PEOPLE = (Author(given="Ann", family="Doe"), Author(given="Karl", family="von Berg", suffix="Jr."))
EXHIBIT = Part(title="Figure 2.1: Fall of 45%", id="park-exports",
               address="https://a.example/p.html#fig")


def test_sentence():
    assert reference.sentence(REPORT) == (
        "A Project. (2026). *A Title* (Version 0.1.0, 2026-11-23).")


def test_sentence_of_an_exhibit():
    assert reference.sentence(REPORT, EXHIBIT) == (
        "A Project. (2026). Figure 2.1: Fall of 45%. In *A Title* (Version 0.1.0, 2026-11-23). "
        "<https://a.example/p.html#fig>")


def test_title_with_a_star_stays_whole():
    starred = replace(REPORT, title="A * Title")
    before, title, after = reference.pieces(starred)
    assert (before, title) == ("A Project. (2026). ", "A * Title")
    assert after == " (Version 0.1.0, 2026-11-23)."


def test_people_are_named_family_first_and_closed_by_one_full_stop():
    assert reference.sentence(replace(REPORT, authors=PEOPLE[:1])).startswith("Doe, Ann. (2026).")
    assert reference.sentence(replace(REPORT, authors=PEOPLE)).startswith(
        "Doe, Ann and von Berg, Karl, Jr. (2026). *A Title*")


def test_bibtex_is_read_back_by_a_library():
    entry = parse_string(reference.bibtex(REPORT), "bibtex").entries["atitle2026"]
    assert entry.type == "techreport"
    assert entry.fields["title"] == "{A Title}"
    assert (entry.fields["year"], entry.fields["note"]) == ("2026", "Version 0.1.0, 2026-11-23")
    assert entry.fields["institution"] == "A Project"
    assert [str(person) for person in entry.persons["author"]] == ["{A Project}"]
    assert "url" not in entry.fields


def test_bibtex_of_people_keeps_their_names_apart():
    entry = parse_string(reference.bibtex(replace(REPORT, authors=PEOPLE)), "bibtex") \
        .entries["atitle2026"]
    ann, karl = entry.persons["author"]
    assert (ann.first_names, ann.last_names) == (["Ann"], ["Doe"])
    assert (karl.prelast_names, karl.last_names, karl.lineage_names) == (
        ["von"], ["Berg"], ["Jr."])
    assert "institution" not in entry.fields


def test_bibtex_of_an_exhibit():
    entry = parse_string(reference.bibtex(REPORT, EXHIBIT), "bibtex") \
        .entries["atitle2026-park-exports"]
    assert entry.type == "incollection"
    assert entry.fields["title"] == "{Figure 2.1: Fall of 45\\%}"
    assert entry.fields["booktitle"] == "A Title"
    assert entry.fields["url"] == "https://a.example/p.html#fig"


def test_fields_of_bibtex_stand_under_one_another():
    assert reference.bibtex(REPORT).splitlines()[1:3] == [
        "  author      = {{A Project}},", "  title       = {{A Title}},"]


def test_ris():
    lines = reference.ris(replace(REPORT, keywords=("a", "b"), doi="10.1000/x")).splitlines()
    assert lines[0] == "TY  - RPRT" and lines[-1] == "ER  - "
    assert {"AU  - A Project", "TI  - A Title", "PY  - 2026", "DA  - 2026/11/23", "KW  - a",
            "KW  - b", "DO  - 10.1000/x", "UR  - https://doi.org/10.1000/x"} <= set(lines)
    people = reference.ris(replace(REPORT, authors=PEOPLE)).splitlines()
    assert "AU  - von Berg, Karl, Jr." in people
