"""Donor weights by hand."""

import numpy as np
import pytest

from analysis.models.simplex import library_weights, ridge_correction, simplex_weights

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


@pytest.mark.parametrize("penalty", [0.02, 0.1, 0.5])
def test_weights_are_those_of_the_library(penalty):
    outcomes = np.random.default_rng(8).normal(size=(8, 30)).cumsum(axis=0)
    apart = outcomes[:, 1:] - outcomes[:, :1]
    found = simplex_weights(outcomes[:, 0], outcomes[:, 1:], penalty)
    assert found == pytest.approx(library_weights(apart, penalty), abs=1e-4)


def test_the_most_even_of_many_perfect_fits():
    # 1 = 0.5 * 0 + 0.5 * 2, and each of the donors 0, 0, 2, 2 has a twin to share with
    weights = simplex_weights(np.array([1.0]), np.array([[0.0, 0.0, 2.0, 2.0]]), 0.0)
    assert weights == pytest.approx([0.25] * 4)
