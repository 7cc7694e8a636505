"""Specialists as the chapter shows them, from the printed figures by hand."""

import pytest

from analysis import measures
from report import tables


@pytest.fixture(scope="module")
def published():
    return tables.load("published")


def test_staff_spans_all_printed_counts(published):
    staff = measures.it_staff(published)
    # "about 52,000" and "about 60,000", read to the nearest 1,000 and 5,000
    assert (staff.low, staff.value, staff.high) == (51_000, 58_000, 65_000)


def test_bounds_name_the_routes_that_bind(published):
    shown = measures.bound_table(published).set_index("key")
    assert shown.loc["base", "floor"].startswith("Sole traders")
    assert shown.loc["weakest", "ceiling"] == "All who worked in the branch before"
    assert shown.loc["entrants.balance", "ceiling"].startswith("Share abroad in March 2022")
