"""Share of services exports, by hand."""

import pytest

from analysis import measures
from report import tables
from report.intervals import Interval

SERVICES = dict.fromkeys(range(2020, 2025), 10_000.0)


def test_shares_are_computed_where_exports_are_known_and_derived_where_not():
    exports = dict.fromkeys(range(2020, 2024), Interval(2000, 1900, 2100))
    found = measures.services_shares(tables.load("published"), exports, SERVICES).set_index("key")
    assert (found.loc["2023", "computed"].low, found.loc["2023", "computed"].high) == (19, 21)
    assert not found.loc["2023", "agree"]  # a third was said
    last = found.loc["2024"]
    # a fifth, give or take 2.5 points
    assert (last["sold"].low, last["sold"].high) == pytest.approx((1750, 2250))
    assert last["computed"] is None and last["status"] == "exports derived"
