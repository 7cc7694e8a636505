"""Terms that do not break, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.models.regressors import design, first_periods, residuals


def test_terms_stand_in_order_and_lags_cost_periods():
    frame = pd.DataFrame({"a": [5.0, 6, 7, 8], "b": [1.0, 2, 3, 4]}, index=list("wxyz"))
    found = design(frame, trend=True, seasons=2, lags=1)
    assert list(found.labels) == ["x", "y", "z"]
    # constant, trend, second season, both series a period before
    assert found.regressors.tolist() == [[1, 1, 1, 5, 1], [1, 2, 0, 6, 2], [1, 3, 1, 7, 3]]
    assert found.values.tolist() == [[6, 2], [7, 3], [8, 4]]


def test_constant_alone():
    found = design(pd.DataFrame({"a": [1.0, 2]}))
    assert found.regressors.tolist() == [[1], [1]]


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_values_must_be_finite(bad):
    with pytest.raises(ValueError, match="missing or infinite"):
        design(pd.DataFrame({"a": [1.0, bad]}))


def test_residuals_of_a_mean():
    left = residuals(np.ones((3, 1)), np.array([[1.0, 10], [2, 20], [6, 60]]))
    assert left == pytest.approx(np.array([[-2.0, -20], [-1, -10], [3, 30]]))


def test_first_periods_leave_room_on_both_sides():
    assert first_periods(20, 0.15).tolist() == list(range(3, 18))
    assert first_periods(6, 0.01).tolist() == [2, 3, 4]  # never fewer than two


@pytest.mark.parametrize("n, trim", [(4, 0.15), (20, 0.5), (20, 0.0)])
def test_too_few_periods(n, trim):
    with pytest.raises(ValueError, match="too few for a break"):
        first_periods(n, trim)
