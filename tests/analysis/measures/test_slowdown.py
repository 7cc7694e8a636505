"""Growth by hand."""

import pandas as pd
import pytest

from analysis import measures
from analysis.measures.slowdown import Pace, annual_growth
from report.intervals import Interval


def points(*values):
    return pd.DataFrame([{"date": d, "value": v, "low": low, "high": high}
                         for d, v, low, high in values])


def test_annual_growth_compounds():
    growth = annual_growth(Interval(100, 100, 100), Interval(144, 121, 169), 2)
    assert (growth.low, growth.value, growth.high) == pytest.approx((10, 20, 30))


def test_fastest_and_latest():
    found = measures.pace_of_growth(points((2020, 100, 100, 100), (2021, 200, 200, 200),
                                 (2021.5, 1, 1, 1), (2022, 220, 210, 230)), since=2020)
    assert found.fastest.value == pytest.approx(100) and found.fastest_until == 2021
    assert (found.latest.low, found.latest.high) == pytest.approx((5, 15))
    assert found.verdict == "slowed"  # 15 is below half of 100


@pytest.mark.parametrize("latest, verdict", [
    (Interval(-3, -5, 0), "reversed"), (Interval(-3, -5, 1), "slowed"),
    (Interval(20, 10, 24), "slowed"), (Interval(20, 10, 26), "not slowed")])
def test_verdict(latest, verdict):
    assert Pace(Interval(60, 50, 70), 2021, latest, 2024).verdict == verdict


def test_too_few_counts():
    with pytest.raises(ValueError, match="fewer than two"):
        measures.pace_of_growth(points((2020, 1, 1, 1), (2021, 2, 2, 2)), since=2020)


def test_pace_of_fall():
    # sums of four quarters: 40 to the end of 2020, 20 a year later, 15 after another
    flow = pd.Series([10] * 4 + [5] * 4 + [5, 5, 5, 0],
                     pd.period_range("2020Q1", periods=12, freq="Q"))
    found = measures.pace_of_fall(flow, pd.Period("2021Q1"))
    assert found.fastest.value == pytest.approx(50) and found.fastest_until == 2022
    assert found.latest.value == pytest.approx(25) and found.latest_until == 2023
