"""Title page of the PDF: names, edition, licences, and its time."""

import datetime
from dataclasses import replace

import pytest

from report.bibliography.cff import Author, Report
from report.typst import title

REPORT = Report(title="Parks' World: Minsk's People", authors=(Author(body="A Project"),),
                version="0.1.0", released=datetime.date(2026, 3, 3), licences=("MIT", "ISC"),
                keywords=("people", "markets"))


def preamble(report=REPORT, paper="a4", **options):
    return title.preamble(report, "", "", lang="en", paper=paper, **options)


def test_timestamp_is_the_day_of_release_unless_told(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert title.timestamp(REPORT) == 1772496000  # 3 March 2026, midnight UTC
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000")
    assert title.timestamp(REPORT) == 1000


@pytest.mark.parametrize("line", [
    'title: "Parks\' World"', 'subtitle: "Minsk’s People"',
    'full-title: "Parks\' World: Minsk\'s People"', 'authors: "A Project"',
    'authors-list: ("A Project", )', 'edition: "Version 0.1.0, 3 March 2026"',
    'keywords: ("people", "markets", )', 'lang: "en"', 'paper: "a4"', "abstract: none"])
def test_what_the_file_says_of_itself(line):
    assert f"\n  {line}" in preamble()


def test_edition_names_a_paper_that_is_not_a4():
    assert 'edition: "Version 0.1.0, 3 March 2026 (US Letter)"' in preamble(paper="us-letter")


def test_title_page_has_names_as_they_are_called_and_the_reference_family_first():
    people = (Author(given="Ann", family="Doe"), Author(given="Bob", family="Roe"))
    written = preamble(replace(REPORT, authors=people))
    assert 'authors: "Ann Doe and Bob Roe"' in written
    assert r"[Doe, Ann and Roe, Bob. (2026). #emph[Parks' World: Minsk’s People]; (Version " \
        .replace("'", r"\'") in written


def test_address_is_a_link():
    assert '2026\\-03\\-03). #link("https://doi.org/10.1/x");]' in preamble(
        replace(REPORT, doi="10.1/x"))


def test_licences_lead_to_their_texts():
    assert ('#link("https://opensource.org/license/mit")[MIT License];; '
            '#link("https://spdx.org/licenses/ISC.html")[ISC];.') in preamble()


def test_attachments_are_said_where_there_are_any():
    assert "Attached" not in preamble()
    assert f"[#strong[Attached]], [{title.CARRIES}]" in preamble(carries_data=True)
