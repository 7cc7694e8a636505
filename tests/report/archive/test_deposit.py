"""Descriptions for repositories and code checkers."""

from dataclasses import replace

import yaml

from report.archive import deposit


def test_datacite_has_what_the_schema_requires_and_a_doi_only_where_there_is_one(held):
    made = deposit.datacite(held)
    assert made["creators"] == [{"name": "Doe, Ann", "nameType": "Personal", "givenName": "Ann",
                                 "familyName": "Doe"}]
    assert made["titles"] == [{"title": "Data and Code for: Tides: A Report"}]
    assert made["publicationYear"] == 2026 and "doi" not in made
    with_doi = replace(held, report=replace(held.report, doi="10.1/x"))
    assert deposit.datacite(with_doi)["doi"] == "10.1/x"


def test_zenodo_names_the_licence_as_zenodo_does(held):
    made = deposit.zenodo(held)
    assert made["license"] == "cc-by-4.0" and made["publication_date"] == "2026-03-01"


def test_codecheck_lists_every_exhibit_and_leaves_the_checker_to_the_checker(held):
    made = yaml.safe_load(deposit.codecheck(held))
    assert made["manifest"] == [{"file": "report/exhibits/sea-high.csv",
                                 "comment": "Figure 1.1: High since sea.year"}]
    assert "codechecker" not in made and "repository" not in made
