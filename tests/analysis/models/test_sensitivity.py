"""Bounds by relative magnitudes, by hand and against published intervals."""

import numpy as np
import pandas as pd
import pytest
from diff_diff import HonestDiD, MultiPeriodDiDResults
from diff_diff.results import PeriodEffect

from analysis.models.panel import event_study
from analysis.models.sensitivity import by_year, means_by_window, relative_magnitudes

# Event study of Benzarti and Carloni (2019), Who really benefits from consumption tax cuts?,
# American Economic Journal: Economic Policy 11(1): profits of French restaurants, 2004 to 2012
# against 2008, as Rambachan and Roth use it (data BCdata_EventStudy of their package HonestDiD).
YEARS = [2004, 2005, 2006, 2007, 2009, 2010, 2011, 2012]
PROFITS = [0.006696352, 0.029345034, -0.006472972, 0.073014989, 0.195961118, 0.312063903,
           0.239541546, 0.126042500]
LOWER = [  # covariance, lower triangle, times 10,000
    [8.428358124],
    [4.768686777, 6.425420288],
    [2.618051076, 3.987425007, 5.229949602],
    [2.354220342, 2.435515198, 2.117686090, 3.089595411],
    [1.676371467, 2.201960306, 1.840722252, 1.197866077, 3.599704360],
    [1.128707663, 1.804591157, 1.458527840, 1.334081317, 2.478818642, 4.263949813],
    [0.1992816215, 0.384376508, 0.7005197403, 1.016335009, 1.749579242, 2.171437809, 4.886697861],
    [-1.368265366, -0.2960421989, 0.5952994979, 1.079051726, 1.654256921, 2.892747871,
     3.805322049, 7.617394440]]


@pytest.fixture
def profits():
    """Estimates with the base and their covariance."""
    half = np.array([np.pad(row, (0, 8 - len(row))) for row in LOWER]) / 1e4
    full = half + half.T - np.diag(np.diag(half))
    estimates = pd.Series(PROFITS, YEARS).reindex(range(2004, 2013), fill_value=0.0)
    return estimates, pd.DataFrame(full, YEARS, YEARS)


@pytest.fixture
def plain():
    """Steps -0.3 and 0.2 before the base, effects 1 and 3 after it, and hardly any error."""
    estimates = pd.Series([0.1, -0.2, 0.0, 1.0, 3.0], index=[1, 2, 3, 4, 5])
    labels = estimates.index.drop(3)
    return estimates, pd.DataFrame(np.eye(4) * 1e-10, labels, labels)


def test_published_robust_intervals(profits):
    # HonestDiD's createSensitivityResults_relativeMagnitudes, first year after; its intervals are
    # points of a grid with steps of 0.00076, and its first stage is simulated
    found = relative_magnitudes(*profits, 2008, weights={2009: 1}, magnitudes=[0.5, 1, 1.5])
    assert found.table["low"].tolist() == pytest.approx([0.118129, 0.067231, 0.013294], abs=0.0015)
    assert found.table["high"].tolist() == pytest.approx([0.271584, 0.318684, 0.369582], abs=0.0015)
    # at 2 theirs starts at -0.042
    assert 1.5 < found.breakdown < 2


def test_published_conditional_interval(profits):
    # without a first stage, on a grid with steps of 0.0038
    found = relative_magnitudes(*profits, 2008, weights={2009: 1}, magnitudes=[1], first_stage=0)
    assert found.table["low"].item() == pytest.approx(0.070552, abs=0.0039)
    assert found.table["high"].item() == pytest.approx(0.318439, abs=0.0039)


def test_parallel_trends_give_the_usual_interval(profits):
    # HonestDiD's constructOriginalCS: 0.1588 to 0.2331
    found = relative_magnitudes(*profits, 2008, weights={2009: 1}, magnitudes=[0], first_stage=0)
    assert found.table["low"].item() == pytest.approx(0.158775, abs=1e-4)
    assert found.table["high"].item() == pytest.approx(0.233147, abs=1e-4)
    assert found.std_error == pytest.approx(0.018973, abs=1e-6)


def test_identified_set_by_hand(plain):
    # the mean effect is 2; a failure may grow by 0.3 a step, to 0.3 and 0.6, on average 0.45
    found = relative_magnitudes(*plain, 3, magnitudes=[0, 1, 2])
    assert found.table["set_low"].tolist() == pytest.approx([2, 1.55, 1.1])
    assert found.table["set_high"].tolist() == pytest.approx([2, 2.45, 2.9])
    assert found.set_breakdown == pytest.approx(2 / 0.45)
    assert (found.n_before, found.n_after, found.estimate) == (2, 2, 2)


def test_identified_set_agrees_with_another_implementation(profits):
    # diff-diff, with weights on all four years after
    estimates, covariance = profits
    effects = {year: PeriodEffect(year, estimates[year], np.sqrt(covariance.loc[year, year]), 0, 0,
                                  (0, 0)) for year in YEARS}
    results = MultiPeriodDiDResults(
        effects, 0, 0, 0, 0, (0, 0), 100, 10, 10, [*YEARS[:4], 2008], YEARS[4:],
        vcov=covariance.to_numpy(), reference_period=2008,
        interaction_indices={year: place for place, year in enumerate(YEARS)})
    found = relative_magnitudes(estimates, covariance, 2008, magnitudes=[0.5, 1.5])
    for row in found.table.to_dict("records"):
        theirs = HonestDiD(method="relative_magnitude", M=row["magnitude"]).fit(results)
        assert (row["set_low"], row["set_high"]) == pytest.approx((theirs.lb, theirs.ub))


def test_robust_interval_is_the_identified_set_without_errors(plain):
    found = relative_magnitudes(*plain, 3, magnitudes=[1, 2])
    assert found.table["low"].tolist() == pytest.approx([1.55, 1.1], abs=1e-3)
    assert found.table["high"].tolist() == pytest.approx([2.45, 2.9], abs=1e-3)
    assert found.breakdown == pytest.approx(2 / 0.45, rel=2e-3)


def test_effect_of_one_period_and_of_a_difference_by_hand(plain):
    last = relative_magnitudes(*plain, 3, weights={5: 1}, magnitudes=[1])
    assert (last.estimate, last.table["set_low"].item()) == pytest.approx((3, 2.4))
    # between the two periods there is one step
    change = relative_magnitudes(*plain, 3, weights={4: -1, 5: 1}, magnitudes=[1])
    assert (change.estimate, change.table["set_low"].item()) == pytest.approx((2, 1.7))
    assert change.table["low"].item() == pytest.approx(1.7, abs=1e-3)


def test_more_error_means_wider_intervals_and_an_earlier_breakdown(profits):
    estimates, covariance = profits
    one = relative_magnitudes(estimates, covariance, 2008, magnitudes=[1])
    four = relative_magnitudes(estimates, covariance * 4, 2008, magnitudes=[1])
    assert four.table["low"].item() < one.table["low"].item()
    assert four.breakdown < one.breakdown < one.set_breakdown
    none = relative_magnitudes(estimates, covariance * 1000, 2008, magnitudes=[1])
    assert none.breakdown == 0


def test_sign_does_not_matter(profits):
    estimates, covariance = profits
    up = relative_magnitudes(estimates, covariance, 2008, magnitudes=[1])
    down = relative_magnitudes(-estimates, covariance, 2008, magnitudes=[1])
    assert up.table["low"].item() == pytest.approx(-down.table["high"].item(), abs=2e-3)


def test_no_step_before_leaves_nothing_to_fear(plain):
    estimates, covariance = plain
    flat = estimates.where(estimates.index > 2, 0.0)
    assert relative_magnitudes(flat, covariance, 3).set_breakdown == float("inf")


def test_years_as_periods_by_hand():
    quarters = pd.period_range("2020Q1", periods=12, freq="Q")
    season = np.tile([0.0, 0.1, -0.1, 0.4], 3)
    table = pd.DataFrame({"a": np.repeat([2.0, 3.0, 1.0], 4) + season, "b": np.repeat(
        [1.0, 1.5, 2.0], 4), "c": np.repeat([0.0, 0.1, 0.3], 4)}, index=quarters)
    years = means_by_window(table, {y: slice(f"{y}Q1", f"{y}Q4") for y in (2020, 2021, 2022)})
    assert years["a"].tolist() == pytest.approx([2.1, 3.1, 1.1])
    study = event_study(years, "a", 2022)
    found = relative_magnitudes(study.effects["estimate"], study.donor_covariance, 2021)
    # a fell by 2 while the others rose by 0.35; before, it rose by 1 and they by 0.3
    assert found.estimate == pytest.approx(-2.35)
    assert found.set_breakdown == pytest.approx(2.35 / 0.7)


def test_base_must_lie_between_periods(plain):
    with pytest.raises(ValueError, match="between periods"):
        relative_magnitudes(*plain, 1)
    with pytest.raises(ValueError, match="between periods"):
        relative_magnitudes(*plain, 3, magnitudes=[-1])


def test_years_are_the_periods_and_the_year_before_is_the_base():
    quarters = pd.period_range("2020Q1", "2023Q3", freq="Q")
    noise = pd.DataFrame(np.random.default_rng(5).normal(0, 0.02, (len(quarters), 12)), quarters)
    moved = pd.Series(quarters.year.map({2020: 0.1, 2021: 0.0, 2022: -0.3, 2023: -1.0}), quarters)
    table = noise.assign(own=moved)
    found = by_year(table, "own", pd.Period("2022Q1"), slice("2022Q4", "2023Q3"), (0.0, 1.0))
    # last four quarters: -0.3 and three times -1, against 0 in 2021
    assert found.estimate == pytest.approx(-0.825, abs=0.03)
    assert (found.n_before, found.n_after) == (1, 2)  # 2020 before; 2022 and the last four after
    # a step of 0.1 a period moves the last of two by twice as much
    width = found.table["set_high"] - found.table["set_low"]
    assert width.tolist() == pytest.approx([0, 0.4], abs=0.1)


def test_last_periods_that_are_a_whole_year_do_not_stand_twice():
    quarters = pd.period_range("2020Q1", "2023Q4", freq="Q")
    rng = np.random.default_rng(3)
    outcomes = pd.DataFrame(rng.normal(size=(16, 9)).cumsum(axis=0) / 10, index=quarters,
                            columns=list("abcdefghi"))
    found = by_year(outcomes, "a", quarters[8], slice(quarters[12], quarters[15]))
    # 2020 before the base 2021; 2022 and the last four quarters, which are 2023, after it
    assert (found.n_before, found.n_after) == (1, 2)
