"""CITATION.cff is read once and for all: names in both orders, dates, addresses."""

import datetime

import pytest

from report.bibliography import cff
from report.bibliography.cff import Author, Report

FILE = """\
cff-version: 1.2.0
title: "Parks' Progress: People and Markets"
version: 0.1
date-released: 2026-03-03
license: MIT
abstract: >-
  Two
  lines.
authors:
  - {given-names: Ann, family-names: Berg, name-particle: von, name-suffix: Jr.}
  - name: A Project
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "CITATION.cff"
    file.write_text(FILE, encoding="utf-8")
    return file


def test_fields_are_those_of_the_file(path):
    report = cff.read(path)
    assert report == Report(
        title="Parks' Progress: People and Markets", version="0.1",
        authors=(Author(given="Ann", family="von Berg", suffix="Jr."), Author(body="A Project")),
        released=datetime.date(2026, 3, 3), licences=("MIT",), abstract="Two lines.")


def test_names_stand_in_the_order_of_the_place_that_shows_them(path):
    report = cff.read(path)
    assert report.names == ["Ann von Berg Jr.", "A Project"]
    assert report.sorted_names == ["von Berg, Ann, Jr.", "A Project"]
    assert [author.is_person for author in report.authors] == [True, False]


def test_dates_and_edition(path):
    report = cff.read(path)
    assert (report.day, report.edition) == ("3 March 2026", "Version 0.1, 2026-03-03")


def test_short_name_has_no_possessive(path):
    assert cff.read(path).short_name == "parksprogress"
    path.write_text(FILE.replace("Parks'", "Minsk's"), encoding="utf-8")
    assert cff.read(path).short_name == "minskprogress"


@pytest.mark.parametrize(("lines", "address"), [
    ("", ""), ("repository-code: https://c.example", "https://c.example"),
    ("repository-code: https://c.example\nurl: https://b.example", "https://b.example"),
    ("url: https://b.example\ndoi: 10.1/x", "https://doi.org/10.1/x")])
def test_address_is_the_most_lasting_one(path, lines, address):
    path.write_text(FILE + lines, encoding="utf-8")
    assert cff.read(path).address == address


@pytest.mark.parametrize(("old", "new", "words"), [
    ("date-released: 2026-03-03\n", "", "date-released"), ("2026-03-03", "soon", "soon"),
    ("authors:\n", "authors: [\n", "while parsing"),
    ("family-names: Berg", "x: y", "family-names")])
def test_what_cannot_be_used_is_said(path, old, new, words):
    path.write_text(FILE.replace(old, new), encoding="utf-8")
    with pytest.raises(cff.CitationError, match=f"(?s)CITATION.cff cannot be used.*{words}"):
        cff.read(path)


def test_missing_file_is_said(tmp_path):
    with pytest.raises(cff.CitationError, match="No such file"):
        cff.read(tmp_path / "CITATION.cff")


def test_file_of_the_project_is_read():
    assert cff.read().version
