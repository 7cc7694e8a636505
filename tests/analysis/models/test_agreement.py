"""Agreement of two measures, by hand and against published figures."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from analysis.models.agreement import agreement, predict_left_out

# Anscombe (1973), first set: correlation 0.816, line y = 3.00 + 0.500 x.
ANSCOMBE = pd.DataFrame({
    "x": [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
    "y": [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]},
    index=list("abcdefghijk"))


def test_published_correlation_and_line():
    found = agreement(ANSCOMBE, "x", "y")
    assert found.n == 11
    assert found.correlation == pytest.approx(0.816, abs=5e-4)
    assert (found.intercept, found.slope) == pytest.approx((3.00, 0.500), abs=5e-3)


def test_fisher_interval_by_hand():
    found = agreement(ANSCOMBE, "x", "y")
    centre, reach = np.arctanh(found.correlation), 1.959964 / np.sqrt(11 - 3)
    assert (found.low, found.high) == pytest.approx(
        (np.tanh(centre - reach), np.tanh(centre + reach)), abs=1e-6)


def test_rank_correlation_by_hand():
    # ranks of y: 2 1 4 3 5; squared differences 1 1 1 1 0, so 1 - 6 * 4 / (5 * 24)
    table = pd.DataFrame({"x": [1.0, 2, 3, 4, 5], "y": [2.0, 1, 50, 7, 99]})
    found = agreement(table, "x", "y")
    assert found.rank_correlation == pytest.approx(0.8)
    reach = 1.959964 * np.sqrt((1 + 0.8**2 / 2) / 2)
    assert found.rank_high == pytest.approx(np.tanh(np.arctanh(0.8) + reach), abs=1e-6)


def test_slope_allows_for_unequal_variances():
    # HC3 of one regressor: sum of ((x - mean) * e / (1 - h))^2 over the squared sum of squares
    found = agreement(ANSCOMBE, "x", "y")
    x, y = ANSCOMBE["x"].to_numpy(), ANSCOMBE["y"].to_numpy()
    away = x - x.mean()
    left = y - found.intercept - found.slope * x
    leverage = 1 / 11 + away**2 / (away**2).sum()
    error = np.sqrt((away**2 * (left / (1 - leverage)) ** 2).sum()) / (away**2).sum()
    assert found.slope_high - found.slope == pytest.approx(2.262157 * error, rel=1e-5)


def test_prediction_leaves_the_unit_out():
    spoiled = ANSCOMBE.copy()
    spoiled.loc["d", "y"] = 1e6
    found = predict_left_out(spoiled, "x", "y", "d", 9.0)
    others = ANSCOMBE.drop(index="d")
    line = np.polyfit(others["x"], others["y"], 1)
    assert found.value == pytest.approx(np.polyval(line, 9.0))
    assert found.n == 10 and np.isnan(found.residual) and np.isnan(found.extreme)


def test_interval_for_a_new_observation_by_hand():
    # t * s * sqrt(1 + 1/n + (x0 - mean)^2 / Sxx) with n - 2 degrees of freedom
    found = predict_left_out(ANSCOMBE, "x", "y", "new", 15.0)
    x = ANSCOMBE["x"].to_numpy()
    scale = np.sqrt(sm.OLS(ANSCOMBE["y"], sm.add_constant(x)).fit().mse_resid)
    reach = 2.262157 * scale * np.sqrt(1 + 1 / 11 + (15 - 9) ** 2 / ((x - 9) ** 2).sum())
    assert (found.high - found.value, found.value - found.low) == pytest.approx(
        (reach, reach), rel=1e-6)


def test_a_unit_far_from_the_line_is_the_most_extreme():
    far = predict_left_out(ANSCOMBE, "x", "y", "new", 9.0, observed=100.0)
    assert far.extreme == pytest.approx(1 / 12)
    assert far.residual == pytest.approx(100 - far.value)
    on = predict_left_out(ANSCOMBE, "x", "y", "new", 9.0, observed=far.value)
    assert on.extreme == pytest.approx(1.0)


def test_distance_is_from_the_line_through_the_others():
    # far out the unit draws a line through all towards itself, and would look close to it
    found = predict_left_out(ANSCOMBE, "x", "y", "new", 200.0, observed=0.0)
    assert found.extreme == pytest.approx(1 / 12)


@pytest.mark.parametrize("table, message", [
    (ANSCOMBE.iloc[:3], "too few"), (ANSCOMBE.assign(y=np.nan), "missing")])
def test_bad_tables_are_refused(table, message):
    with pytest.raises(ValueError, match=message):
        agreement(table, "x", "y")
