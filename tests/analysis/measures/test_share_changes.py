"""Changes of shares, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import share_changes
from analysis.measures.destinations import flows_from

GROUPS = {"US": "us", "RU": "russia", "IN": "asia", "JP": "asia"}


def table(rows):
    return pd.DataFrame(rows, columns=["source", "destination", "year", "quarter", "weight"])


def quarters(*labels):
    return pd.PeriodIndex(labels, freq="Q")


def test_odds_change_by_the_part_less_the_others():
    split = share_changes.odds_decomposition(pd.Series({"us": 60.0, "russia": 40}),
                                             pd.Series({"us": 30.0, "russia": 40}))
    assert np.exp(split.loc["us"]).round(6)[["own", "others", "odds"]].to_list() == [0.5, 1, 0.5]
    assert split.loc["us", "due"] == 100 and split.loc["russia", "due"] == 0


def hidden():
    rows = [("BY", "US", 2021, 1, 500), ("BY", "US", 2021, 2, 500), ("BY", "IN", 2021, 1, 200)]
    return flows_from(table(rows), "BY", GROUPS)


def test_bounds_hold_what_is_suppressed():
    bounds = share_changes.suppressed_bounds(hidden(), quarters("2021Q1", "2021Q2"))
    # India can hold up to 100 more in the second quarter
    assert bounds.loc["asia"].to_list() == pytest.approx([100 / 6, 100 / 6, 100 * 300 / 1300])
    assert bounds.loc["us"].to_list() == pytest.approx([500 / 6, 100 * 1000 / 1300, 500 / 6])


def test_changes_by_bloc_hold_shares_flows_and_bounds():
    rows = [("BY", "US", 2021, 1, 600), ("BY", "RU", 2021, 1, 400), ("BY", "US", 2022, 1, 300),
            ("BY", "RU", 2022, 1, 500)]
    found = share_changes.changes_by_bloc(
        flows_from(table(rows), "BY", GROUPS), quarters("2021Q1"), quarters("2022Q1"),
        {"us": "United States", "russia": "Russia"})
    assert found.index.to_list() == ["us", "russia"]
    us = found.loc["us"]
    assert (us["bloc"], us["before"], us["after"]) == ("United States", 60, 37.5)
    assert (us["before_flow"], us["after_flow"]) == (600, 300)
    assert us[["own", "others"]].to_list() == pytest.approx([-50, 25])
    # ln 0.5 of ln 0.5 less ln 1.25
    assert us["due"] == pytest.approx(100 * np.log(0.5) / np.log(0.4))
    assert (us["after_span"].low, us["after_span"].high) == (37.5, 37.5)  # nothing is hidden


def test_yearly_growth_counts_years_between_the_ends_of_periods():
    year = pd.period_range("2021Q1", periods=4, freq="Q")
    last = pd.period_range("2022Q4", periods=4, freq="Q")  # ends seven quarters later
    assert share_changes.yearly_growth(100, 100 * 1.5**1.75, year, last) == pytest.approx(50)


def test_odds_changes_leave_out_what_is_not_recorded():
    rows = [("BY", "US", 2021, 1, 200), ("BY", "PL", 2021, 1, 200), ("BY", "US", 2022, 1, 200),
            ("BY", "PL", 2022, 1, 400), ("BY", "IN", 2022, 1, 200)]
    found = share_changes.odds_changes(table(rows), ["BY"], GROUPS, ["us", "asia"],
                                       quarters("2021Q1"), quarters("2022Q1"))
    assert found.loc["BY", "us"] == pytest.approx(np.log(1 / 3))  # from 1 to 1/3
    assert np.isnan(found.loc["BY", "asia"])


def test_odds_changes_get_names_and_keep_codes():
    found = share_changes.odds_changes_named(
        pd.DataFrame({"us": [-1.0]}, index=["BY"]), {"BY": "Belarus"}, {"us": "United States"})
    assert found.to_dict("records") == [{"key": "BY", "sender": "Belarus", "United States": -1.0}]
