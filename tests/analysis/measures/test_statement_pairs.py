"""Statements beside what others imply, by hand."""

from functools import partial

import pytest

from analysis import measures
from report import tables
from report.published import figure


def test_pairs_of_the_data():
    pairs = {one.key: one for one in measures.statement_pairs(
        partial(figure, tables.load("published")), 9000.0)}
    # from 3,200 give or take 50 to 1,800 give or take 50
    fall = pairs["exports-fall"].implied
    assert fall.low == pytest.approx(100 * (1750 / 3250 - 1))
    assert fall.high == pytest.approx(100 * (1850 / 3150 - 1))
    # 33.3% give or take 2.5 points of 9,000
    assert pairs["exports-2023"].implied.value == pytest.approx(0.333 * 9000, rel=0.01)
    base = pairs["staff-2021"].implied
    assert (base.low, base.high) == pytest.approx((56_000 / 0.75, 57_000 / 0.7))
    assert pairs["staff-level"].said.low == 56_000


def test_strict_readings_lie_within_loose_ones():
    found = measures.compared_statements(tables.load("published"), 8797.8)
    assert all(wide.low <= narrow.low and narrow.high <= wide.high
               for wide, narrow in zip(found["implied"], found["implied_tight"]))
    assert (found["agree"] | ~found["agree_tight"]).all()
