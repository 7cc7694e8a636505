"""Fixed effects taken out, by hand and against dense least squares."""

import numpy as np
import pytest

from analysis.models.effects import FixedEffects


def dense(keys, columns, weights):
    dummies = np.column_stack([np.asarray(key)[:, None] == np.unique(key) for key in keys]) * 1.0
    root = np.sqrt(weights)[:, None]
    return columns - dummies @ np.linalg.lstsq(dummies * root, columns * root, rcond=None)[0]


def test_one_effect_is_the_weighted_mean():
    rest = FixedEffects([["a", "a", "b"]]).residuals(np.array([[1.0], [4], [9]]),
                                                     np.array([2.0, 1, 5]))
    assert rest[:, 0].tolist() == pytest.approx([-1, 2, 0])  # mean of the first two is 2


@pytest.mark.parametrize("levels", [(4, 3), (12, 5, 5), (30, 6, 6)])
def test_several_effects_agree_with_dense_least_squares(levels):
    rng = np.random.default_rng(len(levels))
    keys = [rng.integers(0, k, 200) for k in levels]
    columns, weights = rng.normal(size=(200, 3)), rng.uniform(0.1, 50, 200)
    found = FixedEffects(keys).residuals(columns, weights)
    assert found == pytest.approx(dense(keys, columns, weights), abs=1e-10)


def test_redundant_and_nested_levels_do_no_harm():
    rng = np.random.default_rng(2)
    coarse = rng.integers(0, 4, 100)
    keys = [rng.integers(0, 9, 100), coarse, coarse // 2]
    columns, weights = rng.normal(size=(100, 2)), rng.uniform(1e-3, 1e3, 100)
    found = FixedEffects(keys).residuals(columns, weights)
    assert found == pytest.approx(dense(keys, columns, weights), abs=1e-9)
