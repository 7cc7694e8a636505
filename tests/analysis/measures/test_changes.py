"""Changes, ratios and shares of ranges, by hand."""

import pytest

from analysis.measures import changes
from report.intervals import Interval

LEVEL = Interval(100, 90, 110, ("a",))


def ends(found):
    return found.low, found.value, found.high


def test_change_and_fall_have_opposite_signs():
    after = Interval(55, 55, 55, ("b",))
    assert ends(changes.percent_change(LEVEL, after)) == pytest.approx((-50, -45, -350 / 9))
    assert ends(changes.fall(LEVEL, after)) == pytest.approx((350 / 9, 45, 50))
    assert changes.fall(LEVEL, after).rows == ("a", "b")


def test_sums_differences_and_multiples():
    other = Interval(10, 9, 12)
    assert ends(changes.less(LEVEL, other)) == (78, 90, 101)
    assert ends(changes.sum_of([LEVEL, other])) == (99, 110, 122)
    assert ends(changes.times(other, 2)) == (18, 20, 24)
    assert ends(changes.reversed_sign(other)) == (-12, -10, -9)


def test_shares_and_ratios():
    part = Interval(45, 45, 55)
    assert ends(changes.percent_of(part, LEVEL)) == pytest.approx((4500 / 110, 45, 5500 / 90))
    assert ends(changes.shares_of({2020: part}, {2020: 50.0})[2020]) == (90, 90, 110)
    ratio = changes.ratio(Interval(70, 70, 75), Interval(60, 60, 65))
    assert (ratio.low, ratio.high) == pytest.approx((60 / 75, 65 / 70))
    assert changes.remaining(Interval(-25, -27.5, -22.5)) == Interval(0.75, 0.725, 0.775)


def test_level_before_a_change():
    # 2735 after growth of 25% was 2188; 56 after a fall of 30% was 80
    before = changes.level_before(Interval(2735, 2734.5, 2735.5), Interval(25, 24.5, 25.5))
    assert ends(before) == pytest.approx((2734.5 / 1.255, 2188, 2735.5 / 1.245))
    base = changes.level_before(Interval(56, 56, 57), Interval(-30, -30, -25))
    assert ends(base) == pytest.approx((56 / 0.75, 80, 57 / 0.7))


def test_what_a_mean_leaves():
    # a mean of 10 over three years with 8 and 9 leaves 13
    rest = changes.missing_of_mean(Interval(10, 9, 11), [Interval(8, 8, 8), Interval(9, 8, 9)])
    assert ends(rest) == (10, 13, 17)


def test_hull_keeps_the_first_value_and_all_rows():
    found = changes.hull([Interval(5, 4, 6, ("a",)), Interval(2, 1, 3, ("b", "a"))])
    assert found == Interval(5, 1, 6, ("a", "b"))


def test_rows_behind_numbers_each_once():
    numbers = [Interval(1, 1, 1, ("a", "b")), Interval(2, 2, 2, ("b", "c")), Interval(3, 3, 3)]
    assert changes.rows_of(numbers) == ("a", "b", "c")
