"""Synthetic difference-in-differences, against a published study and a known effect."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

from analysis.models.placebos import placebo_in_space
from analysis.models.synthetic_did import synthetic_did


def test_published_estimate(cigarettes):
    # Arkhangelsky et al. (2021), American Economic Review 111(12), table 1: -15.6; their package
    # synthdid prints -15.604 and the weights below for the same data
    fit = synthetic_did(cigarettes, "California", 1989)
    after = fit.gap.index >= 1989
    assert fit.gap[after].mean() == pytest.approx(-15.604, abs=5e-4)
    named = {"Nevada": 0.124, "New Hampshire": 0.105, "Connecticut": 0.078, "Delaware": 0.070,
             "Colorado": 0.058}
    assert fit.weights[list(named)].to_dict() == pytest.approx(named, abs=6e-4)
    assert fit.weights.nlargest(5).index.tolist() == list(named)
    # the last three years before carry all weight, 0.366, 0.206 and 0.427: their gaps cancel
    assert 0.366 * fit.gap[1986] + 0.206 * fit.gap[1987] + 0.427 * fit.gap[1988] == pytest.approx(
        0, abs=0.02)


def test_effect_on_a_parallel_unit_is_recovered():
    steps = np.random.default_rng(5).normal(0.02, 0.08, (16, 6)).cumsum(axis=0)
    table = pd.DataFrame(steps, columns=list("abcdef"))
    table["a"] = 3 + table[["b", "c", "d", "e", "f"]].mean(axis=1)
    table.loc[10:, "a"] -= 0.5
    fit = synthetic_did(table, "a", 10)
    assert fit.gap.loc[10:].mean() == pytest.approx(-0.5, abs=0.03)
    assert fit.weights.sum() == pytest.approx(1) and (fit.weights >= 0).all()


def test_serves_as_an_estimator_of_the_checks(cigarettes):
    some = cigarettes[["California", "Utah", "Nevada", "Montana", "Colorado", "Idaho"]] / 100
    check = placebo_in_space(some, "California", 1989, estimator=synthetic_did)
    alone = synthetic_did(some.drop(columns="California"), "Idaho", 1989)
    pd.testing.assert_series_equal(check.gaps["Idaho"], alone.gap, check_names=False)
    fewer = synthetic_did(some, "California", 1989, donors=["Utah", "Nevada", "Idaho"])
    assert fewer.weights.index.tolist() == ["Utah", "Nevada", "Idaho"]
    with pytest.raises(ValueError, match="other than itself"):
        partial(synthetic_did, donors=["California"])(some, "California", 1989)


def test_same_bytes_on_each_run(cigarettes):
    first, second = (synthetic_did(cigarettes, "California", 1989) for _ in range(2))
    assert first.gap.to_numpy().tobytes() == second.gap.to_numpy().tobytes()
