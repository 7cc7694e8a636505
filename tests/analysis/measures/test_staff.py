"""Mean staff by year, by hand."""

import pytest

from analysis import measures
from analysis.measures.staff import between, mean_of
from report import tables
from report.intervals import Interval


def test_means_and_points_between():
    first, last = Interval(10, 9, 11), Interval(20, 20, 22)
    assert mean_of(first, last) == Interval(15, 14.5, 16.5)
    assert between(first, last, 0.25).value == pytest.approx(12.5)
    assert between(first, last, 0.25).high == pytest.approx(0.75 * 11 + 0.25 * 22)


def test_ratio_and_what_remains():
    ratio = measures.ratio(Interval(70, 70, 75), Interval(60, 60, 65))
    assert (ratio.low, ratio.high) == pytest.approx((60 / 75, 65 / 70))
    assert measures.remaining(Interval(-25, -27.5, -22.5)) == Interval(0.75, 0.725, 0.775)


def test_staff_by_year_of_the_data():
    staff = measures.staff_by_year(tables.load("published"))
    # 45,734 at the end of 2018, of which about 13,000 were added in it; 58,000 at the end of 2019
    assert staff[2018].value == pytest.approx((45_734 - 13_000 + 45_734) / 2)
    assert staff[2019].value == pytest.approx((45_734 + 58_000) / 2)
    assert staff[2020].high == pytest.approx((58_500 + 70_000) / 2)
    assert staff[2021].low == 70_000
    assert 27_000 < staff[2017].low < staff[2017].high < 33_234
