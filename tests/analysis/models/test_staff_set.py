"""Statements on staff as one set: bounds by hand from the printed figures."""

from functools import partial

import pytest

from analysis import measures
from analysis.models import staff_set
from report import tables
from report.intervals import Interval
from report.published import figure

PUBLISHED = tables.load("published")
READ, STRICT = partial(figure, PUBLISHED), partial(measures.tight, PUBLISHED)
SOLD = Interval(3200, 3150, 3250), Interval(1800, 1750, 1850)


@pytest.fixture(scope="module")
def found():
    return staff_set.table(staff_set.cases(READ, STRICT), *SOLD).set_index("key")


def ends(interval):
    return interval.low, interval.high


def test_two_statements_alone_are_the_quotient_of_their_ends(found):
    # 56,000 to 57,000 left after a fall of 25 to 30%
    assert ends(found.loc["official", "base"]) == pytest.approx((56_000 / 0.75, 57_000 / 0.7))
    assert ends(found.loc["official", "since_2022"]) == pytest.approx((25, 30))
    assert found.loc["official", "since_2021"] is None


def test_all_statements_raise_the_base(found):
    # over 60,000 in September 2023 is at most 77.5% of the base of 2022
    assert ends(found.loc["all", "base"]) == pytest.approx((60_000 / 0.775, 57_000 / 0.7))
    # 57,000 of at least that base, against the 30% that bind at the other end
    assert ends(found.loc["all", "since_2022"]) == pytest.approx(
        (100 * (1 - 57_000 / (60_000 / 0.775)), 30))
    low, high = ends(found.loc["all", "people"])
    assert low < found.loc["all", "people"].value < high < 50


def test_without_the_encyclopedia_people_can_be_more_than_half(found):
    assert found.loc["firm", "people"].high > 50
    assert found.loc["firm", "people"].low == pytest.approx(26, abs=0.1)


def test_statements_clash_without_growth(found):
    assert found.loc["all-no-growth", "clash"] == (
        "over 70,000 in June 2021; over 60,000 in September 2023; 25% down to mid-2023")
    assert found.loc["all-no-growth", "clashes"] == 1
    assert found.loc["all-no-growth", "base"] is None
    assert found.loc["strict", "clashes"] > 0
    assert found.loc["all", "clashes"] == 0


def test_least_growth():
    # 60,000 in September 2023 needs a base of 60,000 / 0.775, and June 2021 had 75,000 at most;
    # 2020 added at most 70,000 less 57,500 by March 2021, of which 0.55 is the pace
    pace = 100 * (60_000 / 0.775 - 75_000) / 12_500 / 0.55
    assert staff_set.least_growth(READ).value == pytest.approx(pace)
    assert staff_set.least_growth(STRICT).value > 100
    with pytest.raises(ValueError, match="0.1 times"):
        staff_set.least_growth(READ, most=0.1)
