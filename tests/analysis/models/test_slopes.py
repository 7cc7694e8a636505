"""Broken line and fastest year."""

import numpy as np
import pandas as pd
import pytest

from analysis.models.slopes import broken_line, fastest_fall

QUARTERS = pd.period_range("2022Q1", periods=16, freq="Q")


def test_slopes_of_an_exact_line():
    # falls by 1 a year up to 2023 Q4 (seven quarters), by 0.2 a year after
    steps = np.r_[0, np.full(7, -0.25), np.full(8, -0.05)].cumsum()
    line = broken_line(pd.Series(steps, QUARTERS), QUARTERS[7])
    assert [line.before.value, line.after.value, line.change.value] == pytest.approx(
        [-1, -0.2, 0.8])
    assert line.n == 16 and line.change.low == pytest.approx(0.8)


def test_interval_widens_with_noise_and_holds_the_truth():
    rng = np.random.default_rng(6)
    hits = 0
    for _ in range(200):
        noise = pd.Series(np.arange(60) * -0.1 + rng.normal(0, 0.1, 60))
        line = broken_line(noise, 30, year=1)
        hits += line.change.low <= 0 <= line.change.high
    assert hits / 200 == pytest.approx(0.95, abs=0.06)


def test_fastest_fall_closes_the_steepest_year():
    level = pd.Series([0.0, 0, 0, 0, -1, -1, -1, -5, -6, -6, -6, -6, -6, -6, -6, -6], QUARTERS)
    assert fastest_fall(level, QUARTERS[0]) == QUARTERS[7]  # from 0 to -5, first of those
    assert fastest_fall(level, QUARTERS[9]) == QUARTERS[9]


def test_kink_lies_inside():
    with pytest.raises(ValueError, match="inside"):
        broken_line(pd.Series(np.arange(16.0), QUARTERS), QUARTERS[15])
