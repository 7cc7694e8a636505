"""Mean staff by year, by hand."""

from functools import partial

import pytest

from analysis import measures
from analysis.measures.staff import READINGS, between, mean_of
from report import tables
from report.intervals import Interval
from report.published import figure


def test_means_and_points_between():
    first, last = Interval(10, 9, 11), Interval(20, 20, 22)
    assert mean_of(first, last) == Interval(15, 14.5, 16.5)
    assert between(first, last, 0.25).value == pytest.approx(12.5)
    assert between(first, last, 0.25).high == pytest.approx(0.75 * 11 + 0.25 * 22)


def test_what_is_left_by_each_reading_of_the_data():
    left = measures.staff_left(partial(figure, tables.load("published")))
    assert list(left) == list(READINGS)
    # a fall of 25% give or take 2.5; over 60,000 after over 70,000; nearly 30% down
    assert (left["said-2023"].low, left["said-2023"].high) == pytest.approx((0.725, 0.775))
    assert (left["counted-2023"].low, left["counted-2023"].high) == pytest.approx(
        (60 / 75, 65 / 70))
    assert (left["said-2025"].low, left["said-2025"].high) == pytest.approx((0.70, 0.75))


def test_concepts_are_those_of_one_year():
    found = measures.staff_concepts(tables.load("published")).set_index("key")["persons"]
    assert found["park"].low == 70_000 < found["listed"].value < found["ict"].value


def test_staff_by_year_of_the_data():
    staff = measures.staff_by_year(tables.load("published"))
    # 45,734 at the end of 2018, of which about 13,000 were added in it; 58,000 at the end of 2019
    assert staff[2018].value == pytest.approx((45_734 - 13_000 + 45_734) / 2)
    assert staff[2019].value == pytest.approx((45_734 + 58_000) / 2)
    assert staff[2020].high == pytest.approx((58_500 + 70_000) / 2)
    assert staff[2021].low == 70_000
    assert 27_000 < staff[2017].low < staff[2017].high < 33_234


def test_growth_to_2022_is_a_part_of_the_jobs_of_2020():
    figures = {"park.staff-2021-06-afp2021": Interval(72, 70, 75),
               "park.staff.added-2020-ahk2021": Interval(10, 10, 15)}
    found = measures.grown_to_2022(figures.get, 0.4)
    assert (found.low, found.value, found.high) == (70, 74, 81)


def test_headcounts_are_in_order():
    found = measures.headcounts(tables.load("published"))
    assert found["middle"].is_monotonic_increasing
    stale = found.set_index("figure")["preferred"]
    assert not stale["park.staff-2018-11-elpais2018"] and stale["park.staff-2018-12-31-belta2019"]
