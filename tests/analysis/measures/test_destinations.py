"""Where work goes, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures


def collaboration():
    return pd.DataFrame({
        "source": ["BY"] * 5 + ["PL"], "destination": ["US", "RU", "FR", "US", "RU", "US"],
        "year": [2020] * 6, "quarter": [1, 1, 1, 2, 2, 1], "weight": [60, 30, 10, 50, 50, 999]})


def sent(groups):
    return measures.flows_from(collaboration(), "BY", groups)


def quarters(first, n):
    return pd.period_range(first, periods=n, freq="Q")


def test_flows_of_one_sender_with_their_groups():
    flows = sent({"US": "us", "RU": "russia"})
    assert flows["group"].to_list() == ["us", "russia", "rest", "us", "russia"]
    assert flows["quarter"].astype(str).to_list() == ["2020Q1"] * 3 + ["2020Q2"] * 2


def test_destination_shares():
    shares = measures.destination_shares(sent({"US": "us", "RU": "russia"}))
    assert shares.loc["2020Q1"].to_dict() == {"rest": 10, "russia": 30, "us": 60}
    assert shares.loc["2020Q2"].to_dict() == {"rest": 0, "russia": 50, "us": 50}


def test_four_quarter_shares():
    rows = [("BY", "US", 2021, q, 100 * q) for q in (1, 2, 3, 4)] + [("BY", "RU", 2021, 4, 250),
                                                                  ("PL", "US", 2021, 4, 1)]
    table = pd.DataFrame(rows, columns=["source", "destination", "year", "quarter", "weight"])
    shares = measures.four_quarter_shares(
        measures.flows_from(table, "BY", {"US": "us", "RU": "russia"}))
    assert shares.loc["2021Q4"].to_dict() == {"russia": 20, "us": 80}  # 250 and 1000
    assert len(shares) == 1


@pytest.mark.parametrize("by, expected", [
    ("group", {"rest": 90, "us": 110}), ("destination", {"FR": 10, "RU": 80, "US": 110})])
def test_period_flows_add_up_quarters(by, expected):
    flows = measures.period_flows(sent({"US": "us"}), quarters("2020Q1", 2), by)
    assert flows.to_dict() == expected


def test_year_and_last():
    year, last = measures.year_and_last(quarters("2020Q1", 11), 2021)
    assert [str(q) for q in year] == ["2021Q1", "2021Q2", "2021Q3", "2021Q4"]
    assert str(last[0]) == "2021Q4" and str(last[-1]) == "2022Q3"


def test_log_odds():
    assert measures.log_odds(pd.Series([50.0]))[0] == 0
    assert measures.log_odds(pd.Series([80.0]))[0] == pytest.approx(1.386294)  # ln 4


def test_log_ratios_have_what_all_shares_leave_as_denominator():
    ratios = measures.log_ratios(pd.DataFrame({"us": [60.0], "eu": [20.0]}))
    assert np.exp(ratios.loc[0]).to_list() == pytest.approx([3, 1])


def test_blocs_that_are_reached():
    blocs = pd.DataFrame({"bloc": ["belarus", "eu", "us"], "name": ["Belarus", "Union", "States"],
                          "market": ["home", "other", "west"], "reason": ["", "a", "b"]})
    table = measures.reached_by_bloc(sent({"US": "us", "FR": "eu", "RU": "us"}), blocs)
    assert table["reached"].to_dict() == {"us": 2, "eu": 1}
    assert table["market"].to_dict() == {"us": "West", "eu": "neither"}
