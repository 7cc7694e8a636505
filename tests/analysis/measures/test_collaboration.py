"""Measures of collaboration, by hand."""

import pandas as pd
import pytest

from analysis import measures


def collaboration():
    return pd.DataFrame({
        "source": ["BY"] * 5 + ["PL"], "destination": ["US", "RU", "FR", "US", "RU", "US"],
        "year": [2020] * 6, "quarter": [1, 1, 1, 2, 2, 1], "weight": [60, 30, 10, 50, 50, 999]})


def quarters(first, n):
    return pd.period_range(first, periods=n, freq="Q")


def test_destination_shares():
    shares = measures.destination_shares(collaboration(), "BY", {"US": "us", "RU": "russia"})
    assert shares.loc["2020Q1"].to_dict() == {"rest": 10, "russia": 30, "us": 60}
    assert shares.loc["2020Q2"].to_dict() == {"rest": 0, "russia": 50, "us": 50}


def test_period_share_weighs_by_volume():
    # 60 + 50 of 200 recorded
    share = measures.period_share(collaboration(), "BY", {"US": "us"}, quarters("2020Q1", 2))
    assert share["us"] == pytest.approx(55)


def test_year_and_last():
    year, last = measures.year_and_last(quarters("2020Q1", 11), 2021)
    assert [str(q) for q in year] == ["2021Q1", "2021Q2", "2021Q3", "2021Q4"]
    assert str(last[0]) == "2021Q4" and str(last[-1]) == "2022Q3"


def test_log_odds():
    assert measures.log_odds(pd.Series([50.0]))[0] == 0
    assert measures.log_odds(pd.Series([80.0]))[0] == pytest.approx(1.386294)  # ln 4


def test_bloc_flows():
    flows = measures.bloc_flows(collaboration(), "BY", {"US": "us"}, quarters("2020Q1", 2))
    assert flows.to_dict() == {"rest": 90, "us": 110}
