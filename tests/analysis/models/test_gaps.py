"""Gaps in logarithms as percent, paths and ratios, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.models import gaps
from analysis.models.conformal import ConformalInterval
from analysis.models.curve import specification_curve
from analysis.models.inversion import Inversion
from analysis.models.panel import DifferenceInDifferences, event_study
from analysis.models.sensitivity import Sensitivity
from analysis.models.synthetic import equal_weights, synthetic_control

QUARTERS = pd.period_range("2021Q1", periods=8, freq="Q")
START = pd.Period("2022Q1")


@pytest.fixture
def outcome():
    """`own` stands at 200 and falls to 100; two donors at 100 and 400 double."""
    return np.log(pd.DataFrame({
        "own": [200.0] * 4 + [100.0] * 4, "a": [100.0] * 4 + [200.0] * 4,
        "b": [400.0] * 4 + [800.0] * 4}, QUARTERS))


@pytest.fixture
def fit(outcome):
    return equal_weights(outcome, "own", START)


def test_percent():
    assert gaps.percent(np.log(0.5)) == pytest.approx(-50)


def test_effect_in_percent_with_the_spread_of_donors():
    halved, doubled = np.log(0.5), np.log(2)
    effect = DifferenceInDifferences(
        estimate=halved, std_error=0.1, low=-1, high=0, p_value=0.01, donor_std_error=0.5,
        donor_low=2 * halved, donor_high=doubled, donor_p_value=0.2, n=24, n_units=3, n_periods=8)
    found = gaps.in_percent(effect)
    assert (found.low, found.value, found.high) == pytest.approx((-75, -50, 100))


def test_paths_have_the_base_year_at_100(fit):
    shown = gaps.paths(fit, 2021, {"observed": "Own", "synthetic": "Other"})
    at = shown.set_index(["key", "year"])["index"]
    # equal weights: the geometric mean of the donors, aligned to the level of the unit
    assert at["observed", 2021.75] == pytest.approx(100)
    assert at["observed", 2022.75] == pytest.approx(50)
    assert at["synthetic", 2022] == pytest.approx(200)
    assert shown["path"].unique().tolist() == ["Own", "Other"]


def test_ratios_name_some_and_keep_the_keys_of_all(fit):
    both = pd.DataFrame({"own": fit.gap, "a": 0.0})
    shown = gaps.ratios(both, {"own": "Own"})
    assert shown["economy"].unique().tolist() == ["Own", "a"]
    last = shown[shown["year"] == 2022.75].set_index("key")["ratio"]
    assert last.to_dict() == pytest.approx({"own": 25, "a": 100})  # 100 against 400


def test_largest_miss_is_before_the_start(outcome):
    outcome.loc[pd.Period("2021Q4"), "own"] += 0.4  # aligned levels: +0.3 there, -0.1 elsewhere
    assert gaps.largest_miss(equal_weights(outcome, "own", START)) == pytest.approx(0.3)


def test_all_mixtures_that_fit_as_well():
    # 1 lies between donors at 0 and 2; afterwards the donors stand at 0, 1 and at 5, 9 and the
    # unit at 4: half of each side gives from 4 - 5 to 4 - 2.5
    table = pd.DataFrame({"own": [1.0] * 2 + [4.0] * 4, "a": 0.0, "b": [0.0] * 2 + [1.0] * 4,
                          "c": [2.0] * 2 + [5.0] * 4, "d": [2.0] * 2 + [9.0] * 4})
    low, high = gaps.of_all_mixtures(table, synthetic_control(table, "own", 2))
    assert (low, high) == pytest.approx((100 * (np.exp(-1) - 1), 100 * (np.exp(1.5) - 1)),
                                        rel=1e-4)


def test_rank_of_the_mean_since_the_start():
    held = pd.DataFrame({"own": [9.0, -1, -2], "a": [0, -6, 1], "b": [-9, 2, 2]})
    assert gaps.rank_of_mean(held, 1, "own") == pytest.approx(2 / 3)
    assert gaps.rank_of_mean(held, 1, "a") == pytest.approx(1 / 3)


def test_outcomes_below_each_other(outcome):
    study = event_study(outcome, "own", START)
    shown = gaps.by_outcome({"p": study, "q": study}, {"p": "Pushes", "q": "Other"})
    assert shown["key"].tolist() == ["p"] * 8 + ["q"] * 8
    assert shown["outcome"].unique().tolist() == ["Pushes", "Other"]
    assert shown["year"].iloc[4] == 2022
    assert shown["estimate"].iloc[-1] == pytest.approx(-75)  # a quarter is left


def test_below_from_the_first_quarter_after_the_last_that_is_not():
    effects = pd.DataFrame({"donor_high": [1.0, np.nan, -1, 0.2, -1, -1]}, QUARTERS[:6])
    assert gaps.below_from(effects) == QUARTERS[4]
    with pytest.raises(ValueError, match="2021Q4"):
        gaps.below_from(effects.iloc[:4])


def test_units_below_another_and_since_when_none_is():
    held = pd.DataFrame({"own": [-1.0, -2, -3, -4], "a": [-2.0, -3, 0, 0], "b": [-3.0, 0, 0, 0]},
                        QUARTERS[:4])
    below = gaps.below_unit(held, "own", QUARTERS[1])
    assert below.tolist() == [1, 0, 0]
    assert gaps.lowest_from(below) == QUARTERS[2]
    assert gaps.lowest_from(below.iloc[1:]) == QUARTERS[2]
    with pytest.raises(ValueError, match="2021Q2"):
        gaps.lowest_from(below.iloc[:1])


def test_median_of_a_curve_in_percent():
    found = gaps.of_curve(specification_curve(
        {"size": {"a": -0.5, "b": -0.2, "c": 0.1}}, lambda size: size))
    assert (found.low, found.value, found.high) == pytest.approx((-50, -20, 10))


def test_intervals_by_method_in_percent():
    placebo = Inversion(
        estimate=-1, low=-2, high=-0.5, relative=-0.6, relative_low=-0.8, relative_high=-0.4,
        p_value=0.1, level=0.9, attained=0.9, connected=True, n=10, n_periods=4)
    conformal = ConformalInterval(low=np.log(0.5), high=np.log(2), p_value=0.1, level=0.9,
                                  attained=0.9, connected=True, n=12, n_before=8, n_window=4)
    table = pd.DataFrame({"magnitude": [0.0, 0.5], "low": np.log([0.25, 0.1]),
                          "high": np.log([0.75, 1.5])})
    trends = Sensitivity(table=table, estimate=-1, std_error=0.1, breakdown=0.4,
                         set_breakdown=0.6, level=0.95, n_before=1, n_after=1)
    shown = gaps.intervals({"ratio": placebo}, conformal, trends).set_index("key")
    assert shown.index.tolist() == ["ratio", "conformal", "parallel", "0.5"]
    assert shown["low"].tolist() == pytest.approx([-80, -50, -75, -90])
    assert shown["high"].tolist() == pytest.approx([-40, 100, -25, 50])
    assert shown.loc["0.5", "method"] == "Trends fail by 0.5 of the step"


def test_spread_of_placebos_stands_around_the_counterfactual():
    quarters = pd.period_range("2020Q1", periods=2, freq="Q")
    placebos = pd.DataFrame({"BY": [-9.0, -9], "A": np.log([0.5, 1]), "B": np.log([2.0, 1])},
                            index=quarters)
    drawn = pd.DataFrame({"key": ["observed", "observed", "synthetic", "synthetic"],
                          "year": [2020.0, 2020.25] * 2, "index": [90.0, 80, 100, 110]})
    found = gaps.with_spread(drawn, placebos, "BY", share=1)
    assert found["low"].to_list() == pytest.approx([90, 80, 50, 110])
    assert found["high"].to_list() == pytest.approx([90, 80, 200, 110])
