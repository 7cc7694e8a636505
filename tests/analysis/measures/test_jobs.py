"""Jobs lost, from the printed figures by hand."""

import pytest

from analysis import measures
from report import tables


@pytest.fixture(scope="module")
def lost():
    return measures.jobs_lost(tables.load("published")).set_index("key")


@pytest.mark.parametrize("key, low, high", [
    ("firms", 14_000, 15_000),  # "over 14,000"
    ("services", 11_939.5, 11_940.5),
    ("sectionj.outflow", 17_307.5 + 1_685.5, 17_308.5 + 1_686.5),
    ("sectionj.year", 16_500, 17_500),
    ("sectionj.2022", 113_586.5 - 108_070.5, 113_587.5 - 108_069.5),
    # "15% fewer" is read as 12.5 to 17.5%
    ("sectionj.chained", 113_586.5 - 108_070.5 * 0.875, 113_587.5 - 108_069.5 * 0.825),
    ("sectionj.2023", 113_586.5 - 89_000, 113_587.5 - 87_000),  # "about 88,000"
    ("park.february", 70_000 - 57_000, 75_000 - 56_000),
    ("park.september", 70_000 - 65_000, 75_000 - 55_000),
    ("park.fall", 56_000 / 0.75 - 56_000, 57_000 / 0.70 - 57_000)])
def test_loss_by_hand(lost, key, low, high):
    jobs = lost.loc[key, "jobs"]
    assert (jobs.low, jobs.high) == pytest.approx((low, high))


def test_a_loss_is_positive_and_keeps_its_rows(lost):
    assert all(jobs.low > 0 and jobs.rows for jobs in lost["jobs"])
    assert lost.loc["park.fall", "jobs"].rows == (
        "park.staff-2025-02-newsreport2025", "park.staff.change-2022to2025-02-afp2025")


def test_balance_of_both_winters_and_the_year():
    both = measures.outflow(tables.load("published"))
    assert both.value == 17_308 + 1_686 and len(both.rows) == 2
