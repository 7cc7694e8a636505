"""Author-year citations: the text and the list of references say the same."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string

from report.bibliography import entries as style

ENTRIES = r"""
@misc{b, author={{World Agency}}, title={Second}, year={2024}}
@misc{a, author={{World Agency}}, title={First}, year={2024}}
@misc{c, author={{World Agency}}, title={Third}}
@misc{d, author={{World Agency}}, title={Fourth}}
@misc{s, author={Smith, Jane and Jones, Ann and von Berg, Karl}, title={Fifth}, year={2020}}
@misc{o, title={Sixth}, organization={{Caf{\'e} \& Co}}, year={2021}}
"""


@pytest.fixture
def labels() -> dict[str, str]:
    entries = style.Sorting().sort(parse_string(ENTRIES, "bibtex").entries.values())
    return {e.key: label for e, label in zip(entries, style.Labels().format_labels(entries))}


def test_suffixes_follow_the_order_of_titles(labels):
    assert labels["a"] == "World Agency, 2024a"
    assert labels["b"] == "World Agency, 2024b"


def test_undated_entries_come_last_and_keep_a_readable_suffix(labels):
    assert (labels["c"], labels["d"]) == ("World Agency, n.d.-b", "World Agency, n.d.-a")
    assert list(labels)[-2:] == ["d", "c"]


def test_three_authors_are_shortened_and_an_organisation_stands_in(labels):
    assert labels["s"] == "Smith et al., 2020"
    assert labels["o"] == "Caf\u00e9 & Co, 2021"


def test_suffix_goes_on_after_z():
    assert style._suffix(27, "Agency, 2024") == "aa"


def test_address_prefers_the_doi_and_has_no_escapes():
    entries = parse_string(
        r"@misc{x, doi={10.1/a}, url={https://b}} @misc{y, url={https://c/a\_b\%20}}", "bibtex"
    ).entries
    assert style.address(entries["x"]) == "https://doi.org/10.1/a"
    assert style.address(entries["y"]) == "https://c/a_b%20"


def test_text_of_the_page_agrees_with_the_list(pages):
    text = " ".join(pages["first"].article.get_text().split())
    assert "World Agency (2024b); others (Smith and M\u00fcller, 2020; World Agency, 2024a; " \
           "\u041f\u0430\u0440\u043a, n.d.)" in text
    entries = [" ".join(e.get_text().split()) for e in pages["references"].select(".citation")]
    assert entries == [
        "Smith, Jane and M\u00fcller, Karl (2020). On IT in Minsk & Brest. Journal of Parks 3(2), "
        "10\u201320. https://doi.org/10.1000/xyz.",
        "World Agency (2024a). Annual report. https://example.org/a_b?x=1&y=2 "
        "(accessed 2025-02-01).",
        "World Agency (2024b). Biannual report.",
        "\u041f\u0430\u0440\u043a (n.d.). Old page.",
    ]


def test_links_of_the_list(pages):
    links = [a["href"] for a in pages["references"].select(".citation a.external")]
    assert links == ["https://doi.org/10.1000/xyz", "https://example.org/a_b?x=1&y=2"]
