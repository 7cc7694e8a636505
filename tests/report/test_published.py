"""Published figures as intervals, by hand."""

import pandas as pd
import pytest

from report import published as figures
from report.intervals import Interval


def published(**changes):
    row = {"figure": "f", "indicator": "park.exports", "period_start": pd.Timestamp("2021-01-01"),
           "period_end": pd.Timestamp("2021-12-31"), "value": 3200.0, "value_high": float("nan"),
           "resolution": float("nan"), "qualifier": "plain", "source": "s"}
    return pd.DataFrame([row | changes])


def test_published_figure_is_an_interval():
    assert figures.figure(published(), "f") == Interval(3200, 3150, 3250, ("f",))
    assert figures.figure(published(resolution=1.0), "f").high == 3200.5
    printed = figures.figure(published(value=80.0, value_high=90.0, qualifier="range"), "f")
    assert (printed.low, printed.high) == (80, 90)


def test_unknown_figure_and_indicator():
    with pytest.raises(KeyError, match="'g'"):
        figures.figure(published(), "g")
    with pytest.raises(KeyError, match="park.staff"):
        figures.with_intervals(published(), "park.staff")


def test_with_intervals():
    row = figures.with_intervals(published(), "park.exports").iloc[0]
    assert (row["low"], row["central"], row["high"]) == (3150, 3200, 3250)
    assert row["middle"] == pytest.approx(2021.5, abs=0.01)
