"""Conformal inference, by hand and with a known effect."""

from functools import partial

import numpy as np
import pandas as pd
import pytest
from diff_diff import SyntheticControl

from analysis.models.conformal import conformal_interval, conformal_p_value, even_weights
from analysis.models.simplex import simplex_weights

EVEN = {"weigh": even_weights}


def alone(*own):
    """A unit whose donors are zero, so that its errors are its outcomes."""
    return pd.DataFrame({"a": own, "b": 0.0, "c": 0.0})


def test_one_period_by_hand():
    # errors 0, 1, -1 and 5 - effect; the shifts put each of them into the window once
    table = alone(0.0, 1, -1, 5)
    assert conformal_p_value(table, "a", 3, **EVEN) == 1 / 4
    assert conformal_p_value(table, "a", 3, effect=4, **EVEN) == 3 / 4
    assert conformal_p_value(table, "a", 3, effect=5, **EVEN) == 1
    interval = conformal_interval(table, "a", 3, level=0.5, **EVEN)
    assert (interval.low, interval.high) == pytest.approx((4, 6), abs=1e-6)
    assert (interval.p_value, interval.attained, interval.n) == (1 / 4, 0.5, 4)
    assert (interval.n_before, interval.n_window, interval.connected) == (3, 1, True)


def test_moving_blocks_by_hand():
    # means of neighbours, the last beside the first: 0, 0.5, 0, 1, 3 (window) and 2.5
    table = alone(1.0, -1, 2, -2, 4, 2)
    table.loc[5, "a"] = 2.0
    assert conformal_p_value(table, "a", 4, **EVEN) == 1 / 6
    # less an effect of 1.5 the window is 2.5 and 0.5: means 0, 0.5, 0, 0.25, 1.5 and 0.75
    assert conformal_p_value(table, "a", 4, effect=1.5, **EVEN) == 1 / 6
    # less 2.6: 1.4 and -0.6; means 0, 0.5, 0, -0.3, 0.4 and 0.2
    assert conformal_p_value(table, "a", 4, effect=2.6, **EVEN) == 2 / 6
    # mean sizes of the last case: 1, 1.5, 2, 1.7, 1 and 0.8
    assert conformal_p_value(table, "a", 4, effect=2.6, statistic="size", **EVEN) == 5 / 6


def test_window_leaves_other_treated_periods_out():
    table = alone(0.0, 1, -1, 80, 90, 5)
    assert conformal_p_value(table, "a", 3, effect=4, window=slice(5, 5), **EVEN) == 3 / 4


def test_levels_are_aligned_over_all_periods_by_hand():
    # less an effect of 4 the outcomes 7, 8, 6, 11 are 7, 8, 6, 7 and their mean is 7
    table = alone(7.0, 8, 6, 11)
    assert conformal_p_value(table, "a", 3, effect=4, demean=True, **EVEN) == 1
    # at no effect the errors are -1, 0, -2, 3
    assert conformal_p_value(table, "a", 3, demean=True, **EVEN) == 1 / 4


def test_a_level_that_few_periods_cannot_give_has_no_bounds():
    interval = conformal_interval(alone(0.0, 1, -1, 5), "a", 3, level=0.9, **EVEN)
    assert (interval.low, interval.high, interval.attained) == (-np.inf, np.inf, 1)


def test_the_counterfactual_is_fitted_under_the_hypothesis():
    # b and c differ, and the unit is b until the window: with the true effect taken away it is
    # b throughout and fits perfectly, with none taken away it does not
    table = pd.DataFrame({"a": [1.0, 2, 1, 2, 1, 9], "b": [1.0, 2, 1, 2, 1, 2],
                          "c": [5.0, 4, 5, 4, 5, 8]})
    with pytest.raises(ValueError, match="perfectly"):
        conformal_p_value(table, "a", 5, effect=7)
    assert conformal_p_value(table, "a", 5) < 1


def test_coverage_and_no_effect():
    rng = np.random.default_rng(12)
    weigh = partial(simplex_weights, penalty=0.1)
    inside, small = 0, 0
    for _ in range(150):  # errors without dependence, so that the size is exact
        table = pd.DataFrame(rng.normal(size=(20, 6)), columns=list("abcdef"))
        small += conformal_p_value(table, "a", 16, weigh=weigh) <= 0.2
        table.loc[16:, "a"] += 2
        inside += conformal_p_value(table, "a", 16, effect=2, weigh=weigh) > 0.2
    assert small / 150 == pytest.approx(0.2, abs=0.08)
    assert inside / 150 == pytest.approx(0.8, abs=0.08)


def test_interval_agrees_with_the_test():
    rng = np.random.default_rng(3)
    table = pd.DataFrame(rng.normal(size=(20, 6)), columns=list("abcdef"))
    table.loc[16:, "a"] -= 3
    weigh = partial(simplex_weights, penalty=0.1)
    interval = conformal_interval(table, "a", 16, level=0.8, weigh=weigh)
    assert interval.low < -3 < interval.high < 0
    for end, inward in ((interval.low, 1e-6), (interval.high, -1e-6)):
        assert conformal_p_value(table, "a", 16, effect=end + inward, weigh=weigh) > 0.2
        assert conformal_p_value(table, "a", 16, effect=end - inward, weigh=weigh) <= 0.2


def test_agrees_with_another_implementation(cigarettes):
    # diff-diff, without a penalty; these donors cannot fit all years
    long = cigarettes.stack().rename("sales").rename_axis(["year", "state"]).reset_index()
    hit = (long["state"] == "California") & (long["year"] >= 1989)
    fit = SyntheticControl(v_method="inverse_variance", seed=0).fit(
        long.assign(hit=hit.astype(int)), outcome="sales", treatment="hit", unit="state",
        time="year", post_periods=list(range(1989, 2001)))
    for effect in (0.0, -10.0, -30.0):
        assert conformal_p_value(
            cigarettes, "California", 1989, effect=effect, statistic="size") == pytest.approx(
                fit.conformal_test(effect, q=1)["p_value"])
    table = fit.conformal_confidence_intervals(alpha=0.1).set_index("period")
    ours = conformal_interval(cigarettes, "California", 1989, window=slice(1995, 1995))
    theirs = table.loc[1995, ["lower", "upper"]].tolist()
    # their bounds are points of a grid; ours, found by halving, lie up to a step further out
    assert (ours.low, ours.high) == pytest.approx(theirs, abs=0.4)


@pytest.mark.parametrize("change, message", [
    ({"statistic": "median"}, "unknown"),
    ({"window": slice(0, 2)}, "no period"),
])
def test_bad_calls_say_what_is_wrong(change, message):
    with pytest.raises(ValueError, match=message):
        conformal_p_value(alone(0.0, 1, -1, 5), "a", 3, **change)
