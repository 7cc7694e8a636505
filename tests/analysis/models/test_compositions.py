"""Breaks in all shares together: by hand, by equivalence, by invariance."""

import numpy as np
import pandas as pd
import pytest

from analysis.models import breaks
from analysis.models.compositions import best_shape, common_break, shapes


def series(n=24, columns=1, seed=3, noise=0.1):
    rng = np.random.default_rng(seed)
    index = pd.period_range("2020Q1", periods=n, freq="Q")
    return pd.DataFrame(rng.normal(0, noise, (n, columns)), index=index)


def test_one_series_is_the_sup_f_test():
    frame = series()
    frame.iloc[14:] += 1.0
    found = common_break(frame, seasons=4)
    single = breaks.break_in_mean(frame[0], seasons=4)
    assert (found.date, found.low, found.high) == (single.date, single.low, single.high)
    # n log(S0 / S1) with F = (S0 - S1) / (S1 / degrees)
    degrees = 24 - 4 - 1
    assert found.statistic == pytest.approx(24 * np.log(1 + single.statistic / degrees))
    assert found.change[0] == pytest.approx(single.change)


def test_statistic_by_hand():
    frame = pd.DataFrame({"a": [0.0, 1, 0, 1, 5, 6, 5, 6, 5, 6]})
    found = common_break(frame, draws=99)
    # two means leave ten squares of a quarter; one mean 2.5 and 10 * (3/5)(2/5) * 25
    assert found.date == 4
    assert found.statistic == pytest.approx(10 * np.log((2.5 + 60) / 2.5))


def test_dates_within_the_critical_value_of_the_likelihood_ratio():
    # Eo and Morley (2015): 7.35 at 95%, for a break in means of any number of series
    frame = series(seed=2, noise=1.0)
    frame.iloc[12:] += 1.2
    found = common_break(frame, draws=99)
    behind = found.statistic - found.profile
    assert list(found.dates) == list(found.profile.index[behind <= 7.35])
    assert ((behind > 3.7) & (behind <= 7.35)).any() and (behind > 7.36).any()


def test_denominator_of_the_ratios_does_not_matter():
    rng = np.random.default_rng(8)
    shares = pd.DataFrame(rng.dirichlet([8, 5, 3, 2], 24))
    shares.iloc[12:, 0] *= 2
    shares = shares.div(shares.sum(axis=1), axis=0)
    results = []
    for last in (3, 0):
        others = [c for c in shares if c != last]
        ratios = np.log(shares[others].div(shares[last], axis=0))
        results.append((common_break(ratios, seasons=4), shapes(ratios)))
    first, second = results
    assert first[0].date == second[0].date and first[0].dates == second[0].dates
    assert first[0].statistic == pytest.approx(second[0].statistic)
    assert first[1]["excess"].astype(float).to_numpy() == pytest.approx(
        second[1]["excess"].astype(float).to_numpy(), abs=1e-8)


def test_no_break_is_seldom_found():
    p = [common_break(series(columns=2, seed=seed), draws=199).p_value for seed in range(60)]
    assert 0.15 < np.median(p) and np.mean(np.array(p) < 0.05) < 0.15


@pytest.mark.parametrize("shape, change", [
    ("none", np.zeros(24)), ("step", np.where(np.arange(24) >= 10, 2.0, 0)),
    ("two steps", np.where(np.arange(24) >= 8, 2.0, 0) + np.where(np.arange(24) >= 16, 2.0, 0)),
    ("trend", 0.3 * np.arange(24)), ("bend", 0.3 * np.maximum(np.arange(24) - 11, 0)),
    ("step and trend", 0.1 * np.arange(24) - np.where(np.arange(24) >= 12, 2.0, 0))])
def test_shapes_are_told_apart(shape, change):
    frame = series(seed=5).add(change, axis=0)
    assert best_shape(frame).name == shape


def test_dates_of_the_shapes():
    frame = series(seed=5)
    frame.iloc[8:] += 2
    frame.iloc[16:] += 2
    assert best_shape(frame).dates == (frame.index[8], frame.index[16])


def test_parameters_count_coefficients_and_dates():
    table = shapes(series(columns=2), seasons=4)
    assert table["parameters"].to_list() == [8, 11, 14, 10, 11, 13]


def test_bad_series_are_refused():
    frame = series()
    with pytest.raises(ValueError, match="too few"):
        common_break(frame.iloc[:8], seasons=4)
    frame.iloc[3, 0] = -np.inf
    with pytest.raises(ValueError, match="missing or infinite"):
        common_break(frame)
