"""Inverted placebo test, by hand and with a known effect."""

import numpy as np
import pandas as pd
import pytest

from analysis.models.inversion import invert_placebo
from analysis.models.placebos import placebo_in_space
from analysis.models.synthetic import equal_weights

# Mean squared gap before is 1 for all. After: a 5 and 7, b 1 and 1, c -2 and -2, d 3 and -3,
# so that the ratios of the placebos are 1, 4 and 9 and their mean gaps 1, -2 and 0.
GAPS = pd.DataFrame({"a": [1.0, -1, 5, 7], "b": [1.0, 1, 1, 1], "c": [-1.0, 1, -2, -2],
                     "d": [1.0, -1, 3, -3]})


def test_constant_effect_by_hand():
    # the ratio of a without c is (6 - c)^2 + 1; at level 3/4 it may not exceed the largest
    # placebo, 9, at level 1/2 not the second, 4
    wide = invert_placebo(GAPS, "a", 2, level=0.75)
    assert (wide.estimate, wide.p_value, wide.n, wide.n_periods) == (6, 1 / 4, 4, 2)
    assert (wide.low, wide.high) == pytest.approx((6 - np.sqrt(8), 6 + np.sqrt(8)))
    narrow = invert_placebo(GAPS, "a", 2, level=0.5)
    assert (narrow.low, narrow.high) == pytest.approx((6 - np.sqrt(3), 6 + np.sqrt(3)))
    assert wide.attained == 0.75 and narrow.attained == 0.5 and wide.connected


def test_levels_are_multiples_of_one_in_n():
    # 70% cannot be had of four units: 30% of four is one unit, and 3/4 is attained
    asked = invert_placebo(GAPS, "a", 2, level=0.70)
    assert asked.attained == 0.75 and asked.low == pytest.approx(6 - np.sqrt(8))
    # one of four is never rejected at 10%
    none = invert_placebo(GAPS, "a", 2, level=0.90)
    assert (none.low, none.high, none.attained) == (-np.inf, np.inf, 1)
    assert (none.relative_low, none.relative_high) == (-1, np.inf)


def test_shares_by_hand():
    gaps = pd.DataFrame({"a": [0.1, -0.1, np.log(0.5), np.log(0.5)], "b": [0.1, -0.1, 0.1, 0.1]})
    # b has a ratio of 1, so that a may be 0.1 away from the effect
    result = invert_placebo(gaps, "a", 2, level=0.5)
    assert result.relative == pytest.approx(-0.5)
    assert result.relative_low == pytest.approx(0.5 * np.exp(-0.1) - 1)
    assert result.relative_high == pytest.approx(0.5 * np.exp(0.1) - 1)


def test_effect_that_changes_by_hand():
    # all constant effects leave 1 of a variance of 1 or more; with a placebo ratio of 0.25 all of
    # them are rejected, and the estimated path moved by up to 0.5 is not
    gaps = GAPS[["a"]].assign(b=[1.0, 1, 0.5, 0.5])
    constant = invert_placebo(gaps, "a", 2, level=0.5)
    assert np.isnan([constant.low, constant.high, constant.relative_low]).all()
    path = invert_placebo(gaps, "a", 2, level=0.5, effect="estimated")
    assert (path.estimate, path.low, path.high) == pytest.approx((6, 5.5, 6.5))
    assert path.relative == pytest.approx((np.exp(5) + np.exp(7)) / 2 - 1)
    assert path.relative_low == pytest.approx((np.exp(4.5) + np.exp(6.5)) / 2 - 1)
    assert path.p_value == constant.p_value == 0.5


def test_slope_by_hand():
    # gaps 2 and 4 of slope 2; less c t they leave (2 - c)^2 (1 + 4) / 2, which may not exceed 1
    gaps = pd.DataFrame({"a": [1.0, 1, 2, 4], "b": [1.0, 1, 1, 1]})
    result = invert_placebo(gaps, "a", 2, level=0.5, effect="linear")
    assert result.estimate == pytest.approx(2)
    assert (result.low, result.high) == pytest.approx((2 - np.sqrt(0.4), 2 + np.sqrt(0.4)))
    # the second period alone counts as two periods since the start
    late = invert_placebo(gaps, "a", 2, window=slice(3, 3), level=0.5, effect="linear")
    assert (late.low, late.high) == pytest.approx((1.5, 2.5))


def test_mean_gap_by_hand():
    # the mean gaps of the placebos are 1, -2 and 0 in size 1, 2 and 0
    result = invert_placebo(GAPS, "a", 2, level=0.75, statistic="mean")
    assert (result.low, result.high) == (4, 8)
    assert invert_placebo(GAPS, "a", 2, level=0.5, statistic="mean").low == 5


def test_window_by_hand():
    # in period 2 alone the gap is 5 and the placebos' ratios are 1, 4 and 9
    result = invert_placebo(GAPS, "a", 2, window=slice(2, 2), level=0.75)
    assert (result.estimate, result.low, result.high) == pytest.approx((5, 2, 8))


def test_effect_taken_from_all_by_hand():
    # b fits ten times better before: (c - 1)^2 * 100 against (6 - c)^2 + 1, so that large effects
    # are never rejected, and small ones are while b stays near its own 1
    gaps = GAPS[["a"]].assign(b=[0.1, -0.1, 1, 1])
    result = invert_placebo(gaps, "a", 2, level=0.5, from_all=True)
    assert (result.low, result.high, result.connected) == (-np.inf, np.inf, False)
    bounded = invert_placebo(gaps, "a", 2, level=0.5)
    assert (bounded.low, bounded.high) == pytest.approx((6 - np.sqrt(99), 6 + np.sqrt(99)))


def test_placebo_with_a_perfect_fit_is_never_exceeded():
    gaps = GAPS[["a"]].assign(b=[0.0, 0, 1, 1])
    result = invert_placebo(gaps, "a", 2, level=0.5)
    assert (result.low, result.high) == (-np.inf, np.inf)


def test_interval_agrees_with_the_test():
    rng = np.random.default_rng(8)
    gaps = pd.DataFrame(rng.normal(size=(14, 20)), columns=list("abcdefghijklmnopqrst"))
    gaps.loc[8:, "a"] -= 2
    result = invert_placebo(gaps, "a", 8, level=0.90)

    def p_value(effect):
        left = gaps.copy()
        left.loc[8:, "a"] -= effect
        ratio = (left.loc[8:] ** 2).mean() / (left.loc[:7] ** 2).mean()
        return (ratio >= ratio["a"]).mean()

    assert result.p_value == p_value(0) and result.attained == pytest.approx(0.9)
    for end in (result.low, result.high):
        inward = np.sign(result.estimate - end) * 1e-6
        assert p_value(end + inward) > 0.1 >= p_value(end - inward)


def test_coverage_of_a_known_effect():
    rng = np.random.default_rng(4)
    hits = 0
    for _ in range(200):
        table = pd.DataFrame(rng.normal(0, 0.1, (12, 20)), columns=list("abcdefghijklmnopqrst"))
        table.loc[8:, "a"] += 0.3
        gaps = placebo_in_space(table, "a", 8, estimator=equal_weights).gaps
        result = invert_placebo(gaps, "a", 8, level=0.8)
        hits += result.low <= 0.3 <= result.high
    assert hits / 200 == pytest.approx(0.8, abs=0.08)


@pytest.mark.parametrize("change, message", [
    ({"statistic": "median"}, "unknown"),
    ({"effect": "square"}, "unknown"),
    ({"window": slice(0, 1)}, "no period"),
])
def test_bad_calls_say_what_is_wrong(change, message):
    with pytest.raises(ValueError, match=message):
        invert_placebo(GAPS, "a", 2, **change)
    with pytest.raises(ValueError, match="fits perfectly"):
        invert_placebo(GAPS.assign(a=[0.0, 0, 1, 1]), "a", 2)
