"""Estimates of specialists, from the printed figures by hand."""

import pytest

from analysis import measures
from report import tables


@pytest.fixture(scope="module")
def estimates():
    return measures.it_estimates(tables.load("published"))


def test_staff_spans_all_printed_counts():
    staff = measures.it_staff(tables.load("published"))
    # "about 52,000" and "about 60,000", read to the nearest 1,000 and 5,000
    assert (staff.low, staff.value, staff.high) == (51_000, 58_000, 65_000)


@pytest.mark.parametrize("name, low, high", [
    ("New sole traders in Poland, section J", 7_850, 7_950),
    ("Survey, March 2022, times staff", 0.26 * 51_000, 0.27 * 65_000),  # "nearly 27%"
    ("GitHub profiles moved, times staff", 0.1915 * 51_000, 0.1925 * 65_000),
    ("Section J, leavers less hires", 17_307.5 + 1_685.5, 17_308.5 + 1_686.5),
    ("Park, printed headcounts", 70_000 - 57_000, 75_000 - 56_000),
    ("Park, printed fall in percent", 56_000 / 0.75 - 56_000, 57_000 / 0.70 - 57_000)])
def test_estimate_by_hand(estimates, name, low, high):
    persons = estimates.set_index("estimate")["persons"][name]
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
