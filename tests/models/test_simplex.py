"""Donor weights by hand."""

import numpy as np
import pytest

from analysis.models.simplex import ridge_correction, simplex_weights

DONORS = np.array([[0.0, 4.0, 10.0]])


def test_one_period_by_hand():
    # 1 lies between 0 and 4; with a penalty p the loss of (1 - w, w) is
    # (1 - 4w)^2 + p ((1 - w) + 9 w), so that w = (1 - p) / 4
    weights = simplex_weights(np.array([1.0]), DONORS[:, :2], 0.0)
    assert weights == pytest.approx([0.75, 0.25])
    weights = simplex_weights(np.array([1.0]), DONORS, 0.2)
    assert weights == pytest.approx([0.8, 0.2, 0.0])


def test_a_unit_outside_the_donors_takes_the_nearest():
    weights = simplex_weights(np.array([12.0]), DONORS, 0.0)
    assert weights == pytest.approx([0, 0, 1])


def test_ridge_by_hand():
    # centre 14/3; the gap that is left, 12 - 10 = 2, is shared out along the centred donors
    own, weights = np.array([12.0]), np.array([0.0, 0.0, 1.0])
    centred = DONORS[0] - 14 / 3
    expected = 2 * centred / (centred @ centred + 3.0)
    assert ridge_correction(own, DONORS, weights, 3.0) == pytest.approx(expected)
    assert expected.sum() == pytest.approx(0)
