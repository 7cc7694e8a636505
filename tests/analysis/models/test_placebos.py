"""Placebo and leave-one-out checks, on cases whose answer is plain."""

from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.models.placebos import leave_one_out, placebo_in_space, placebo_in_time
from analysis.models.synthetic import equal_weights, relative_gap, synthetic_control


@pytest.fixture
def flat():
    """Ten units that do nothing; after period 5 each moves by its own amount, `u0` by -0.5."""
    moves = np.array([-0.5, -0.3, -0.2, -0.1, 0.0, 0.0, 0.1, 0.2, 0.3, 0.5])
    wiggle = np.random.default_rng(1).normal(0, 0.01, (12, 10))
    table = pd.DataFrame(10 + wiggle, columns=[f"u{i}" for i in range(10)])
    table.loc[6:] += moves
    return table


def test_most_negative_of_ten_has_one_tenth(flat):
    check = placebo_in_space(flat, "u0", 6, estimator=equal_weights)
    assert check.p_value == pytest.approx(1 / 10)
    assert check.n == 10 and check.gaps.shape == (12, 10)
    assert check.estimate == pytest.approx(relative_gap(equal_weights(flat, "u0", 6).gap))
    assert not check.passed


def test_second_most_negative_has_two_tenths(flat):
    check = placebo_in_space(flat, "u1", 6, estimator=equal_weights, level=0.2)
    assert check.p_value == pytest.approx(2 / 10)
    assert check.passed


def test_treated_unit_is_no_donor_of_a_placebo(flat):
    check = placebo_in_space(flat, "u0", 6, estimator=equal_weights)
    alone = equal_weights(flat.drop(columns="u0"), "u9", 6)
    pd.testing.assert_series_equal(check.gaps["u9"], alone.gap, check_names=False)


def test_two_sided_counts_rises_as_well(flat):
    # without u0 the others average +0.055, so that u9 moves by about 0.5 upwards as u0 does down
    check = placebo_in_space(flat, "u1", 6, estimator=equal_weights)
    larger = (np.log1p(check.units.effect).abs() >= abs(np.log1p(check.estimate))).mean()
    assert check.two_sided_p_value == pytest.approx(larger)
    assert check.two_sided_p_value > check.p_value


def test_ratio_is_ranked_the_same_way(flat):
    check = placebo_in_space(flat, "u0", 6, estimator=equal_weights)
    assert check.ratio == pytest.approx(check.units.post_rmspe["u0"] / check.units.pre_rmspe["u0"])
    assert check.ratio_p_value == pytest.approx((check.units.ratio >= check.ratio).mean())


def test_poor_fits_can_be_left_out(flat):
    flat.loc[:5, "u8"] += [1.0, -1, 1, -1, 1, -1]
    check = placebo_in_space(flat, "u0", 6, estimator=equal_weights, fit_limit=5)
    assert check.excluded == ("u8",) and check.n == 9 and "u8" not in check.gaps


def test_published_rank_of_california():
    # Abadie, Diamond and Hainmueller (2010): of 39 states California has the largest ratio of
    # post to pre mean squared gap (1/39 = 0.026), about 130; here without their covariates
    path = Path(__file__).parents[1] / "models" / "cigarettes.csv"
    cigarettes = pd.read_csv(path, index_col="year")
    check = placebo_in_space(cigarettes / 100, "California", 1989)
    assert check.n == 39
    assert check.ratio**2 == pytest.approx(130, rel=0.25)
    assert check.ratio_p_value <= 3 / 39


def test_nothing_is_found_before_the_event(flat):
    check = placebo_in_time(flat, "u0", 6, 4, estimator=equal_weights)
    assert check.n_periods == 2 and check.gap.index.max() == 5
    assert abs(check.estimate) < 0.03 and check.n == 10
    assert check.passed


def test_an_early_move_is_found_before_the_event(flat):
    flat.loc[4:, "u0"] -= 0.4
    check = placebo_in_time(flat, "u0", 6, 4, estimator=equal_weights)
    assert check.estimate == pytest.approx(np.expm1(-0.4), abs=0.03)
    assert check.p_value == pytest.approx(0.1)
    assert check.rmspe == pytest.approx(0.4, abs=0.03)
    assert not check.passed


def test_pretended_start_must_be_earlier(flat):
    with pytest.raises(ValueError, match="not before"):
        placebo_in_time(flat, "u0", 6, 6)


def test_loss_of_any_donor_by_hand(flat):
    check = leave_one_out(flat, "u0", 6, estimator=equal_weights)
    assert check.n == 9 and check.low <= check.estimate <= check.high
    without = relative_gap(equal_weights(flat.drop(columns="u9"), "u0", 6).gap)
    assert check.estimates["u9"] == pytest.approx(without)
    assert check.most_influential == "u9"
    assert check.passed


def test_dependence_on_one_donor_fails(flat):
    # only u1 falls with u0: without it the effect appears
    flat[["u0", "u1"]] -= np.linspace(0, 1.2, 12)[:, None]
    check = leave_one_out(flat, "u0", 6, estimator=partial(synthetic_control, penalty=0.01))
    assert check.most_influential == "u1"
    assert not check.passed
