"""The reference to the report comes from CITATION.cff."""

import datetime

import citation

FACTS = {"title": "A Title", "authors": [{"name": "A Project"}], "version": "0.1.0",
         "date-released": datetime.date(2026, 11, 23)}


def test_sentence():
    assert citation.sentence(FACTS) == "A Project (2026). *A Title* (version 0.1.0, 2026-11-23)."


def test_person_is_named_family_first():
    facts = FACTS | {"authors": [{"family-names": "Doe", "given-names": "Ann"}]}
    assert citation.sentence(facts).startswith("Doe, Ann (2026).")


def test_bibtex():
    lines = citation.bibtex(FACTS).splitlines()
    assert lines[0] == "@techreport{belarustechnology2026,"
    assert "  author  = {{A Project}}," in lines
    assert "  title   = {A Title}," in lines


def test_file_of_the_project_is_read():
    assert citation.read()["version"]
