"""Labels of the list of references, and its order."""

from __future__ import annotations

import pytest
from pybtex.database import parse_string

from report.bibliography import labels as style

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


def test_label_is_split_at_its_year():
    assert style.split_label("Smith, Jones and Co, 2024a") == ("Smith, Jones and Co", "2024a")
