"""Difference-in-differences and event study, by hand and against a published estimate."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.models.panel import difference_in_differences, event_study
from analysis.models.synthetic import equal_weights


@pytest.fixture
def small():
    """Three units over four periods; the change of B is 1, of C 3, of A -2."""
    return pd.DataFrame({"A": [5.0, 7, 4, 4], "B": [1.0, 1, 2, 2], "C": [0.0, 2, 3, 5]})


def test_two_by_two_by_hand():
    # (4 - 10) - (9 - 8) = -7; the changes 1 and 1.25 of two donors average 1.125
    table = pd.DataFrame({"A": [10.0, 10, 4, 4], "B": [8.0, 8, 9, 9], "C": [3.0, 3, 4, 4.5]})
    assert difference_in_differences(table, "A", 2, donors=["B"]).estimate == pytest.approx(-7)
    assert difference_in_differences(table, "A", 2).estimate == pytest.approx(-6 - 1.125)


def test_difference_of_means_by_hand(small):
    result = difference_in_differences(small, "A", 2)
    assert result.estimate == pytest.approx(-2 - (1 + 3) / 2)
    assert (result.n, result.n_units, result.n_periods) == (12, 3, 4)


def test_spread_of_donors_by_hand(small):
    # changes 1 and 3: standard deviation sqrt(2), times sqrt(1 + 1/2) for one unit against two
    result = difference_in_differences(small, "A", 2)
    assert result.donor_std_error == pytest.approx(np.sqrt(3))
    assert result.donor_p_value == pytest.approx(2 * stats.t.sf(4 / np.sqrt(3), 1))
    assert result.donor_high == pytest.approx(-4 + stats.t.ppf(0.975, 1) * np.sqrt(3))


def test_published_difference_in_differences(cigarettes):
    # Arkhangelsky et al. (2021), American Economic Review 111(12), table 1: -27.3
    result = difference_in_differences(cigarettes, "California", 1989)
    assert result.estimate == pytest.approx(-27.3, abs=0.05)
    # their placebo standard error is 17.7
    assert result.donor_std_error == pytest.approx(17.7, abs=1.0)
    assert result.std_error < result.donor_std_error / 4


def test_event_study_adds_up_to_the_published_estimate(cigarettes):
    study = event_study(cigarettes, "California", 1989)
    after = study.effects.event_time >= 0
    difference = study.effects.estimate[after].mean() - study.effects.estimate[~after].mean()
    assert difference == pytest.approx(-27.3, abs=0.05)
    assert study.base == 1988 and study.effects.estimate[1988] == 0


def test_event_study_by_hand(small):
    study = event_study(small, "A", 2)
    # relative to period 1, A moves -2, 0, -3, -3 and the donors on average -1, 0, 1, 2
    assert study.effects.estimate.tolist() == pytest.approx([-1, 0, -4, -5])
    assert study.effects.event_time.tolist() == [-2, -1, 0, 1]
    # donors' paths in period 3 are 1 and 3: sqrt(2) sqrt(3/2)
    assert study.effects.donor_std_error[3] == pytest.approx(np.sqrt(3))
    other = event_study(small, "A", 2, base=0)
    assert other.effects.estimate.tolist() == pytest.approx([0, 1, -3, -4])


def test_mean_of_several_periods_as_base_by_hand(small):
    # less the means of periods 0 and 1, A moves -1, 1, -2, -2; B 0, 0, 1, 1; C -1, 1, 2, 4
    study = event_study(small, "A", 2, base=[0, 1])
    assert study.base == (0, 1)
    assert study.effects.estimate.tolist() == pytest.approx([-0.5, 0.5, -3.5, -4.5])
    # donors' paths in period 3 are 1 and 4: standard deviation 3 / sqrt(2), times sqrt(3/2)
    assert study.effects.donor_std_error[3] == pytest.approx(1.5 * np.sqrt(3))
    assert study.effects.donor_high[3] == pytest.approx(
        -4.5 + stats.t.ppf(0.975, 1) * 1.5 * np.sqrt(3))
    # covariance of periods 2 (1, 2) and 3 (1, 4): 0.5 * 1 * 3 * 3/2
    assert study.donor_covariance.loc[2, 3] == pytest.approx(2.25)


def test_base_moves_the_estimates_and_not_the_joint_test(cigarettes):
    one = event_study(cigarettes, "California", 1989, base=1975)
    mean = event_study(cigarettes, "California", 1989, base=range(1970, 1989))
    shift = (one.effects.estimate - mean.effects.estimate).to_numpy()
    assert shift == pytest.approx(np.full(31, shift[0]))
    before = mean.effects.event_time < 0
    assert mean.effects.estimate[before].mean() == pytest.approx(0)
    # by the published difference in differences, -27.3, since the base is the time before
    assert mean.effects.estimate[~before].mean() == pytest.approx(-27.3, abs=0.05)
    assert one.donor_leads.p_value == pytest.approx(mean.donor_leads.p_value)
    assert mean.effects.std_error[1970] > 0 and np.isnan(one.effects.std_error[1975])


def test_one_period_after_is_a_difference_in_differences(small):
    two = small.loc[[0, 1, 3]]
    study = event_study(two, "A", 2, base=[0, 1])
    did = difference_in_differences(two, "A", 2)
    assert study.effects.estimate[3] == pytest.approx(did.estimate)
    assert study.effects.donor_std_error[3] == pytest.approx(did.donor_std_error)


def test_event_study_gives_the_gaps_of_equal_weights(cigarettes):
    study = event_study(cigarettes, "California", 1989)
    gap = equal_weights(cigarettes, "California", 1989).gap
    assert study.effects.estimate.to_numpy() == pytest.approx((gap - gap[1988]).to_numpy())


def test_joint_test_with_one_lead_is_the_square_of_t(small):
    rng = np.random.default_rng(3)
    table = pd.DataFrame(rng.normal(size=(4, 9)), columns=list("ABCDEFGHI"))
    study = event_study(table, "A", 2)
    lead = study.effects.iloc[0]
    assert study.leads.statistic == pytest.approx((lead.estimate / lead.std_error) ** 2)
    assert study.donor_leads.statistic == pytest.approx(
        (lead.estimate / lead.donor_std_error) ** 2)
    assert study.donor_leads.p_value == pytest.approx(
        2 * stats.t.sf(abs(lead.estimate / lead.donor_std_error), 7))


def test_only_the_spread_of_donors_keeps_its_size():
    # without any effect, 5% of joint tests should reject at 5%
    rng = np.random.default_rng(11)
    tables = [pd.DataFrame(rng.normal(size=(6, 20)).cumsum(axis=0)) for _ in range(300)]
    studies = [event_study(table, 0, 4) for table in tables]
    assert np.mean([s.donor_leads.p_value < 0.05 for s in studies]) == pytest.approx(0.05, abs=0.03)
    assert np.mean([s.leads.p_value < 0.05 for s in studies]) > 0.3


def test_too_few_donors_for_a_joint_test(cigarettes):
    study = event_study(cigarettes, "California", 1989, donors=["Utah", "Nevada", "Montana"])
    assert np.isnan(study.donor_leads.p_value)


def test_base_must_precede_the_treatment(small):
    with pytest.raises(ValueError, match="does not precede"):
        event_study(small, "A", 2, base=3)
    with pytest.raises(ValueError, match="does not precede"):
        event_study(small, "A", 2, base=[1, 2])
    with pytest.raises(ValueError, match="does not precede"):
        event_study(small, "A", 2, base=[])
