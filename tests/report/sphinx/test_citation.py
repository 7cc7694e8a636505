"""The reference to the report comes from CITATION.cff."""

import datetime

from pybtex.database import parse_string

from report.sphinx import citation

FACTS = {"title": "A Title", "authors": [{"name": "A Project"}], "version": "0.1.0",
         "date-released": datetime.date(2026, 11, 23)}


def test_sentence():
    assert citation.sentence(FACTS) == "A Project. (2026). *A Title* (Version 0.1.0, 2026-11-23)."


def test_person_is_named_family_first():
    facts = FACTS | {"authors": [{"family-names": "Doe", "given-names": "Ann"}]}
    assert citation.sentence(facts).startswith("Doe, Ann. (2026).")


def test_bibtex_is_read_back_by_a_library():
    entry = parse_string(citation.bibtex(FACTS), "bibtex").entries["belarustechnology2026"]
    assert entry.type == "techreport"
    assert entry.fields["title"] == "{A Title}"
    assert (entry.fields["year"], entry.fields["note"]) == ("2026", "Version 0.1.0, 2026-11-23")
    assert [str(person) for person in entry.persons["author"]] == ["{A Project}"]


def test_bibtex_of_an_exhibit():
    entry = parse_string(citation.bibtex(
        FACTS, "Figure 2.1: Fall of 45%", "park-exports", "https://a.example/p.html#fig"),
        "bibtex").entries["belarustechnology2026-park-exports"]
    assert entry.type == "incollection"
    assert entry.fields["title"] == "{Figure 2.1: Fall of 45\\%}"
    assert entry.fields["booktitle"] == "A Title"
    assert entry.fields["url"] == "https://a.example/p.html#fig"


def test_sentence_of_an_exhibit():
    assert citation.sentence(FACTS, "Table 1.1: Staff", "https://a.example/#t") == (
        "A Project. (2026). Table 1.1: Staff. In *A Title* (Version 0.1.0, 2026-11-23). "
        "<https://a.example/#t>")


def test_ris():
    lines = citation.ris(FACTS | {"keywords": ["a", "b"], "doi": "10.1000/x"}).splitlines()
    assert lines[0] == "TY  - RPRT" and lines[-1] == "ER  - "
    assert {"AU  - A Project", "TI  - A Title", "PY  - 2026", "DA  - 2026/11/23", "KW  - a",
            "KW  - b", "DO  - 10.1000/x", "UR  - https://doi.org/10.1000/x"} <= set(lines)


def test_file_of_the_project_is_read():
    assert citation.read()["version"]
