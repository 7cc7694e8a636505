"""Readings of published numbers, by hand."""

import numpy as np
import pytest

from report.intervals import Interval, exact, propagate, reading, resolution


@pytest.mark.parametrize(("value", "expected"), [
    (56_000, 1_000), (30, 5), (45, 5), (3.2, 0.1), (10, 5), (70_000, 5_000), (113_587, 1),
    (1.8, 0.1), (0.25, 0.05), (122_600, 100), (1_000, 500), (-30, 5)])
def test_resolution(value, expected):
    assert resolution(value) == pytest.approx(expected)


@pytest.mark.parametrize(("value", "qualifier", "low", "high"), [
    (3_200, "plain", 3_150, 3_250),
    (10, "about", 5, 15),
    (56_000, "over", 56_000, 57_000),
    (30, "nearly", 25, 30),
    (20, "up_to", 15, 20)])
def test_reading(value, qualifier, low, high):
    assert reading(value, qualifier) == Interval(value, low, high)


def test_negative_number_is_read_by_its_size():
    assert reading(-30, "nearly") == Interval(-30, -30, -25)


def test_printed_range_is_itself():
    assert reading(80, "range", value_high=90) == Interval(85, 80, 90)


def test_step_overrides_the_rule():
    assert reading(70_000, "about", step=1_000) == Interval(70_000, 69_000, 71_000)


def test_unknown_qualifier_is_named():
    with pytest.raises(ValueError, match="'circa'"):
        reading(1, "circa")


def test_range_without_upper_number():
    with pytest.raises(ValueError, match="upper number"):
        reading(80, "range")


def test_base_behind_a_nearly_30_percent_fall_to_over_56000():
    # 56,000 / 0.75 = 74,666.7 and 57,000 / 0.70 = 81,428.6
    base = propagate(lambda staff, fall: staff / (1 - fall / 100),
                     reading(56_000, "over", rows=("a",)), reading(30, "nearly", rows=("b", "a")))
    assert (base.low, base.high) == pytest.approx((74_666.667, 81_428.571))
    assert base.value == pytest.approx(80_000)
    assert base.rows == ("a", "b")


def test_repeated_argument_varies_as_one():
    same = propagate(lambda x: x - x, Interval(1, 0, 2))
    assert (same.low, same.high) == (0, 0)


def test_interval_must_hold_its_value():
    with pytest.raises(ValueError, match="does not hold"):
        Interval(3, 1, 2)
    with pytest.raises(ValueError, match="finite"):
        Interval(float("nan"), 1, 2)


def test_overlap():
    assert Interval(1, 0, 2).overlaps(Interval(3, 1.9, 4))
    assert not Interval(1, 0, 2).overlaps(Interval(4, 3, 5))


@pytest.mark.parametrize(("first", "second", "agree"), [
    (reading(90, "over"), reading(80, "range", value_high=90), False),
    (reading(30, "nearly"), reading(30, "over"), False),
    (reading(90, "over"), reading(90, "about"), True),
    (reading(90, "over"), reading(90), True),
    (Interval(90, 90, 90), Interval(90, 90, 90), True),
    (Interval(90, 90, 90), Interval(91, 91, 91), False),
    (Interval(90, 90, 90), reading(90, "over"), False),
    (Interval(91, 91, 91), reading(90, "over"), True)])
def test_ranges_that_only_touch_do_not_overlap(first, second, agree):
    assert first.overlaps(second) is agree and second.overlaps(first) is agree


def random_interval(rng):
    low, high = sorted(rng.choice([-3, -1, 0, 0.5, 1, 2, 5], 2))
    return Interval(float(low + high) / 2, float(low), float(high))


def test_overlap_holds_for_any_two_ranges():
    # what must hold whatever the ranges are, over many that share ends as often as not
    rng = np.random.default_rng(1)
    seen = set()
    for _ in range(3000):
        a, b = random_interval(rng), random_interval(rng)
        agree = a.overlaps(b)
        shared = min(a.high, b.high) - max(a.low, b.low)
        assert agree == b.overlaps(a)
        assert a.overlaps(a)
        if a.low < a.high and b.low < b.high:
            assert agree == (shared > 0)
        # an order-preserving change of unit changes nothing, a mirror neither
        for scale in (lambda x: 3 * x + 1, lambda x: -x, lambda x: x**3):
            assert propagate(scale, a).overlaps(propagate(scale, b)) == agree
        # a wider range agrees with at least as much
        wide = Interval(b.value, b.low - 1, b.high + 1)
        assert a.overlaps(wide) or not agree
        seen.add((agree, shared == 0))
    assert seen == {(True, True), (True, False), (False, True), (False, False)}


def test_exact():
    assert exact(7) == Interval(7, 7, 7)
