"""Synthetic control, against a published study and the conditions of an optimum."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

from analysis.models.synthetic import choose_penalty, equal_weights, synthetic_control

START = 1989


def mean_effect(fit):
    return fit.gap[fit.gap.index >= fit.start].mean()


@pytest.fixture
def walks():
    """Log outcomes of twelve units over sixteen periods."""
    steps = np.random.default_rng(5).normal(0.02, 0.08, (16, 12))
    return pd.DataFrame(12 + steps.cumsum(axis=0), columns=list("abcdefghijkl"))


# Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), Synthetic difference-in-differences,
# American Economic Review 111(12), table 1, California: matching on outcomes only.

def test_published_synthetic_control(cigarettes):
    fit = synthetic_control(cigarettes, "California", START)
    # their solver stops short of the optimum, which is at -19.51; hence the width
    assert mean_effect(fit) == pytest.approx(-19.6, abs=0.15)


def test_published_demeaned_synthetic_control(cigarettes):
    fit = synthetic_control(cigarettes, "California", START, demean=True)
    assert mean_effect(fit) == pytest.approx(-11.1, abs=0.05)


def test_published_difference_in_differences(cigarettes):
    assert mean_effect(equal_weights(cigarettes, "California", START)) == pytest.approx(
        -27.3, abs=0.05)


def test_donors_of_the_original_study(cigarettes):
    # Abadie, Diamond and Hainmueller (2010), table 2, add covariates: Utah 0.334, Nevada 0.234,
    # Montana 0.199, Colorado 0.164, Connecticut 0.069. Outcomes alone choose these and one more.
    weights = synthetic_control(cigarettes, "California", START).weights
    chosen = set(weights[weights > 0.01].index)
    assert chosen == {"Utah", "Nevada", "Montana", "Colorado", "Connecticut", "New Hampshire"}
    assert weights["Nevada"] == pytest.approx(0.234, abs=0.04)
    assert weights["Montana"] == pytest.approx(0.199, abs=0.04)


def test_fit_before_treatment_matches_the_original_study(cigarettes):
    # their synthetic California has a mean squared gap of about 3 before 1989
    fit = synthetic_control(cigarettes, "California", START)
    assert 2.5 < fit.pre_rmspe**2 < 3.2
    assert fit.rmspe_ratio == pytest.approx(fit.post_rmspe / fit.pre_rmspe)


@pytest.mark.parametrize("penalty", [0.0, 0.05, 0.5])
def test_weights_satisfy_the_conditions_of_the_optimum(walks, penalty):
    fit = synthetic_control(walks, "a", 10, penalty=penalty)
    apart = walks.loc[:9].drop(columns="a").sub(walks.loc[:9, "a"], axis=0).to_numpy()
    slope = apart.T @ apart @ fit.weights + penalty / 2 * (apart**2).sum(axis=0)
    used = (fit.weights > 1e-4).to_numpy()
    # donors in use have one and the same slope, and no other has a smaller one
    assert np.ptp(slope[used]) < 1e-9
    assert slope.min() > slope[used].mean() - 1e-9
    assert fit.weights.sum() == pytest.approx(1) and (fit.weights >= 0).all()


def test_a_mixture_of_donors_is_recovered(walks):
    walks["a"] = 0.3 * walks["b"] + 0.7 * walks["c"]
    walks.loc[10:, "a"] -= 0.5
    fit = synthetic_control(walks, "a", 10)
    assert fit.weights[["b", "c"]].tolist() == pytest.approx([0.3, 0.7], abs=1e-3)
    assert fit.gap.loc[10:].tolist() == pytest.approx([-0.5] * 6, abs=1e-3)
    assert fit.effective_donors == pytest.approx(1 / (0.09 + 0.49), rel=1e-2)


def test_a_constant_difference_in_level_needs_demeaning(walks):
    walks["a"] = 9 + (walks["b"] + walks["c"]) / 2 - 12
    assert synthetic_control(walks, "a", 10).pre_rmspe > 1
    fit = synthetic_control(walks, "a", 10, demean=True)
    assert fit.pre_rmspe < 1e-3 and fit.weights[["b", "c"]].tolist() == pytest.approx(
        [0.5, 0.5], abs=0.01)


def test_a_large_penalty_picks_the_nearest_donor(walks):
    distance = (walks.loc[:9].drop(columns="a").sub(walks.loc[:9, "a"], axis=0) ** 2).sum()
    weights = synthetic_control(walks, "a", 10, penalty=1e4).weights
    assert weights.idxmax() == distance.idxmin()
    assert weights.max() == pytest.approx(1)


def test_penalty_worsens_the_fit_and_ridge_improves_it(walks):
    fit = partial(synthetic_control, walks, "a", 10)
    plain = fit().pre_rmspe
    assert fit(penalty=0.5).pre_rmspe > plain
    assert fit(ridge=1e-3).pre_rmspe < plain / 2
    assert fit(ridge=1e6).pre_rmspe == pytest.approx(plain)
    assert fit(ridge=1e-3).weights.sum() == pytest.approx(1)


def test_penalty_has_no_unit(walks):
    one = synthetic_control(walks, "a", 10, penalty=0.1).weights
    other = synthetic_control(walks * 10, "a", 10, penalty=0.1).weights
    assert one.to_numpy() == pytest.approx(other.to_numpy(), abs=1e-8)


def test_a_penalty_ends_perfect_fits_by_chance():
    # forty donors around the unit and four periods: the plain estimator fits noise exactly
    noise = pd.DataFrame(np.random.default_rng(6).normal(size=(6, 41)))
    noise[0] *= 0.2
    plain = synthetic_control(noise, 0, 4)
    assert plain.pre_rmspe < 1e-9 and plain.rmspe_ratio == float("inf")
    fit = synthetic_control(noise, 0, 4, penalty=0.1)
    assert fit.pre_rmspe > 0.01 and np.isfinite(fit.rmspe_ratio)
    # Abadie and L'Hour (2021), theorem 1: at most one donor more than there are periods
    assert (fit.weights > 0).sum() <= 5


def test_same_bytes_on_each_run(walks):
    first, second = (synthetic_control(walks, "a", 10, penalty=0.05) for _ in range(2))
    assert first.gap.to_numpy().tobytes() == second.gap.to_numpy().tobytes()


def test_choice_of_penalty_uses_no_later_period(walks):
    spoiled = walks.copy()
    spoiled.loc[10:] = 99.0
    errors = choose_penalty(walks, 10, [0.0, 0.1, 1.0], held_out=3)
    assert errors.index.tolist() == [0.0, 0.1, 1.0]
    pd.testing.assert_series_equal(errors, choose_penalty(spoiled, 10, [0.0, 0.1, 1.0], held_out=3))
    by_hand = np.sqrt(np.mean([
        (synthetic_control(walks.loc[:9], unit, 7).gap.loc[7:] ** 2).mean() for unit in walks]))
    assert errors[0.0] == pytest.approx(by_hand)


def test_quarters_serve_as_periods(walks):
    walks.index = pd.period_range("2020Q1", periods=16, freq="Q")
    fit = synthetic_control(walks, "a", pd.Period("2022Q1"), donors=["b", "c", "d"])
    assert list(fit.weights.index) == ["b", "c", "d"]
    assert fit.gap.index.equals(walks.index)


@pytest.mark.parametrize("change, message", [
    ({"start": 1}, "fewer than two"),
    ({"start": 99}, "none after"),
    ({"donors": ["a", "b"]}, "other than itself"),
    ({"donors": []}, "other than itself"),
    ({"penalty": -1}, "penalty"),
    ({"ridge": 0}, "ridge"),
])
def test_bad_calls_say_what_is_wrong(walks, change, message):
    with pytest.raises(ValueError, match=message):
        synthetic_control(walks, "a", **({"start": 10} | change))
