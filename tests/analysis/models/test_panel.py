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
