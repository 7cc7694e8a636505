"""Measures of activity on tables small enough to check by hand."""

import pandas as pd
import pytest

from analysis import measures


def quarters(first, n):
    return pd.period_range(first, periods=n, freq="Q")


def test_with_quarter_and_wide():
    frame = pd.DataFrame({"economy": ["BY", "BY"], "year": [2020, 2020], "quarter": [1, 2],
                          "git_pushes": [5, 7]})
    assert measures.wide(frame, "git_pushes")["BY"].to_dict() == {
        pd.Period("2020Q1"): 5, pd.Period("2020Q2"): 7}


def test_decimal_year():
    assert list(measures.decimal_year(quarters("2021Q4", 2))) == [2021.75, 2022.0]


def test_change_of_last_year():
    # 2021 sums to 100; the last four quarters sum to 80: a fall of 20%
    series = pd.Series([10, 20, 30, 40, 99, 20, 20, 20, 20], quarters("2021Q1", 9))
    assert measures.change_of_last_year(series, 2021) == pytest.approx(-20)


def test_change_needs_whole_years():
    with pytest.raises(ValueError, match="2021"):
        measures.change_of_last_year(pd.Series([1, 2, 3, 4, 5], quarters("2021Q2", 5)), 2021)


def test_change_of_year():
    # sums of 100 and 130
    series = pd.Series([10, 20, 30, 40, 40, 30, 30, 30], quarters("2021Q1", 8))
    assert measures.change_of_year(series, 2022, 2021) == pytest.approx(30)
    with pytest.raises(ValueError, match="2022 lacks"):
        measures.change_of_year(series.iloc[:-1], 2022, 2021)


def test_index_to():
    series = pd.Series([50.0, 150, 200], [2019, 2020, 2021])
    assert list(measures.index_to(series, [2019, 2020])) == [50, 150, 200]


def test_rank_from_below():
    assert measures.rank_from_below(pd.Series({"BY": -0.7, "PL": 0.7}), "BY") == 0.5
