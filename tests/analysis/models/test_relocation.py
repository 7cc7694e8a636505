"""Losses that may have turned up elsewhere, by hand."""

import pandas as pd
import pytest

from analysis.models import relocation
from analysis.models.growth import Forecast, drift
from report.intervals import Interval

# doubles every year to 2021, then trebles: 8 forecast against 12
EXPORTS = pd.DataFrame({"A": [1.0, 2, 4, 8, 16, 48]}, index=range(2017, 2023))


def test_above_trend_of_a_steady_series():
    row = relocation.above_trend(EXPORTS, 2021, 2022).loc["A"]
    assert (row["before"], row["after"], row["rise"]) == (16, 48, 32)
    assert row[["excess", "low", "high"]].tolist() == pytest.approx([16, 16, 16])


def test_hosts_and_losers_show_the_range_of_models():
    def half(series, horizon):
        years = range(series.index[-1] + 1, series.index[-1] + 1 + horizon)
        return Forecast(pd.DataFrame([[20.0] * horizon], columns=list(years)), 5,
                        pd.Series(dtype=float))

    found = relocation.hosts_and_losers(
        EXPORTS, 2021, 2022, [Interval(9, 8, 10), Interval(5, 4, 6)], {"A": "Aland"},
        models={"walk": drift, "half": half}).set_index("key")
    row = found.loc["A"]
    assert (row["economy"], row["rise"]) == ("Aland", 32)
    # 48 less 32 by the walk, less 20 by the other
    assert (row["excess"].low, row["excess"].value, row["excess"].high) == pytest.approx(
        (16, 16, 28))
    assert found.loc["park", ["before", "after", "rise"]].tolist() == [9, 5, -4]


def test_known_ends_with_the_base_year_and_leaves_gaps_out():
    exports = EXPORTS.assign(B=[float("nan"), 3, 3, 3, 3, 3])
    found = relocation.known(exports, 2021)
    assert found["A"].tolist() == [1, 2, 4, 8, 16] and list(found["B"].index) == [
        2018, 2019, 2020, 2021]
