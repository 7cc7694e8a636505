"""Measures of activity on tables small enough to check by hand."""

import numpy as np
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


def test_donor_pool_is_of_like_size_and_not_hit_itself():
    activity = pd.DataFrame({"economy": ["BY", "AA", "BB", "CC", "DD"], "year": 2021,
                             "git_pushes": [100, 20, 501, 300, 19]})
    economies = pd.DataFrame({"iso2": ["BY", "AA", "BB", "CC", "DD"],
                              "donor": [False, True, True, False, True]})
    assert measures.donor_pool(activity, economies, "BY", 2021) == ["AA"]


def test_change_of_last_year():
    # 2021 sums to 100; the last four quarters sum to 80: a fall of 20%
    series = pd.Series([10, 20, 30, 40, 99, 20, 20, 20, 20], quarters("2021Q1", 9))
    assert measures.change_of_last_year(series, 2021) == pytest.approx(-20)


def test_change_needs_whole_years():
    with pytest.raises(ValueError, match="2021"):
        measures.change_of_last_year(pd.Series([1, 2, 3, 4, 5], quarters("2021Q2", 5)), 2021)


def test_index_to():
    series = pd.Series([50.0, 150, 200], [2019, 2020, 2021])
    assert list(measures.index_to(series, [2019, 2020])) == [50, 150, 200]


def test_donor_pools_by_hand():
    sizes = {"BY": 100, "WE": 150, "RS": 60, "FA": 30, "HO": 110, "BI": 900, "EU27": 200}
    blocs = {"WE": "eu", "FA": "other_west"}
    activity = pd.DataFrame({"economy": sizes.keys(), "year": 2021, "git_pushes": sizes.values()})
    economies = pd.DataFrame([{"iso2": c, "bloc": blocs.get(c, "rest"),
                               "donor": c not in ("BY", "HO", "EU27")} for c in sizes])
    assert measures.donor_pools(activity, economies, "BY", 2021) == {
        "A fifth to five times": ["FA", "RS", "WE"], "Half to double": ["RS", "WE"],
        "Larger": ["BI", "WE"], "Any size": ["BI", "FA", "RS", "WE"], "Western": ["FA", "WE"],
        "Not Western": ["RS"], "Hosts and combatants kept": ["FA", "HO", "RS", "WE"]}


def test_log_outcomes():
    activity = pd.DataFrame({"economy": ["BY"], "year": [2020], "quarter": [1],
                             "git_pushes": [100], "developers": [25]})
    found = measures.log_outcomes(activity)
    assert np.exp(found["Pushes"].iloc[0, 0]) == pytest.approx(100)
    assert np.exp(found["Pushes per developer"].iloc[0, 0]) == pytest.approx(4)


def test_rank_from_below():
    assert measures.rank_from_below(pd.Series({"BY": -0.7, "PL": 0.7}), "BY") == 0.5
