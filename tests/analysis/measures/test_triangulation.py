"""Estimates of specialists, from the printed figures by hand."""

import pytest

from analysis import measures
from report import tables
from report.intervals import Interval


@pytest.fixture(scope="module")
def estimates():
    return measures.it_estimates(tables.load("published"))


def test_staff_spans_all_printed_counts():
    staff = measures.it_staff(tables.load("published"))
    # "about 52,000" and "about 60,000", read to the nearest 1,000 and 5,000
    assert (staff.low, staff.value, staff.high) == (51_000, 58_000, 65_000)


@pytest.mark.parametrize("key, low, high", [
    ("part/sole-traders", 7_850, 7_950),
    ("whole/survey-2022", 0.26 * 51_000, 0.27 * 65_000),  # "nearly 27%"
    ("whole/profiles", 0.1915 * 51_000, 0.1925 * 65_000),
    ("whole/section-j", 17_307.5 + 1_685.5, 17_308.5 + 1_686.5),
    ("whole/park-counted", 70_000 - 57_000, 75_000 - 56_000),
    ("whole/park-implied", 56_000 / 0.75 - 56_000, 57_000 / 0.70 - 57_000)])
def test_estimate_by_hand(estimates, key, low, high):
    persons = estimates.set_index("key")["persons"][key]
    assert (persons.low, persons.high) == pytest.approx((low, high))


def test_bounds_by_hand(estimates):
    bounds = measures.it_bounds(estimates)
    assert bounds["lower"].value == 7_800  # 7,850 to the nearest even hundred
    # largest loss of jobs, 57,000 / 0.7 - 57,000, and first wave, 14.85% of 65,000
    assert bounds["upper"].value == pytest.approx(24_428.6 + 9_652.5 + 571.4, abs=50 + 571.4)
    central = bounds["central"]
    assert central.low < central.value < central.high
    # central values of those that see the whole sector, in order
    middle = [11_136, 13_300, 14_000, 14_000, 15_660, 18_994, 20_000, 24_000]
    assert central.low == pytest.approx(middle[1] + 0.75 * 700, abs=50)
    assert central.high == pytest.approx(middle[5] + 0.25 * 1_006, abs=50)


def test_what_each_sees_stands_in_key_and_words(estimates):
    scope = estimates.set_index("key")["scope"]
    assert scope["first-wave/survey-2021"] == "first wave" and scope["whole/firms"] == "whole"
    assert (scope == "whole").sum() == 8 and (scope == "part").sum() == 1


def test_bounds_do_not_rest_on_words(estimates):
    reworded = estimates.assign(estimate="x", scope="y", errs="z")
    assert measures.it_bounds(reworded) == measures.it_bounds(estimates)


def test_ranges_for_the_figure(estimates):
    found = measures.it_ranges(estimates).set_index("key")
    assert found.loc["part/sole-traders", ["low", "value", "high"]].tolist() == [
        7_850, 7_900, 7_950]
    assert found.loc["whole/profiles", "kind"] == "trace"


def test_share_left_by_hand():
    found = measures.share_left(Interval(30, 20, 40), Interval(100, 80, 160))
    assert (found.low, found.value, found.high) == (12.5, 30, 50)
