"""Ties of one economy, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import ties

GROUPS = {"US": "us", "RU": "russia", "IN": "asia", "JP": "asia"}


def table(rows):
    return pd.DataFrame(rows, columns=["source", "destination", "year", "quarter", "weight"])


def quarters(*labels):
    return pd.PeriodIndex(labels, freq="Q")


def test_four_quarter_shares():
    rows = [("BY", "US", 2021, q, 100 * q) for q in (1, 2, 3, 4)] + [("BY", "RU", 2021, 4, 250),
                                                                  ("PL", "US", 2021, 4, 1)]
    shares = ties.four_quarter_shares(table(rows), "BY", GROUPS)
    assert shares.loc["2021Q4"].to_dict() == {"russia": 20, "us": 80}  # 250 and 1000
    assert len(shares) == 1


def test_odds_change_by_the_part_less_the_others():
    split = ties.own_and_others(pd.Series({"us": 60.0, "russia": 40}),
                                pd.Series({"us": 30.0, "russia": 40}))
    assert np.exp(split.loc["us"]).round(6)[["own", "others", "odds"]].to_list() == [0.5, 1, 0.5]
    assert split.loc["us", "due"] == 100 and split.loc["russia", "due"] == 0


def test_bounds_hold_what_is_suppressed():
    rows = [("BY", "US", 2021, 1, 500), ("BY", "US", 2021, 2, 500), ("BY", "IN", 2021, 1, 200)]
    span = quarters("2021Q1", "2021Q2")
    bounds = ties.suppressed_bounds(table(rows), "BY", GROUPS, span)
    # India can hold up to 100 more in the second quarter
    assert bounds.loc["asia"].to_list() == pytest.approx([100 / 6, 100 / 6, 100 * 300 / 1300])
    assert bounds.loc["us"].to_list() == pytest.approx([500 / 6, 100 * 1000 / 1300, 500 / 6])


def test_definitions_add_blocs_and_economies():
    rows = [("BY", "US", 2021, 1, 500), ("BY", "IN", 2021, 1, 300), ("BY", "JP", 2021, 1, 200)]
    shares = ties.shares_by_definition(
        table(rows), "BY", GROUPS, {"Asia": ["asia"], "without": ["asia", "-IN"],
                                    "both": ["JP", "us"]}, {"year": quarters("2021Q1")})
    assert shares["year"].to_dict() == pytest.approx({"Asia": 50, "without": 20, "both": 70})


def both_directions():
    return table([("BY", "PL", 2021, 1, 200), ("PL", "BY", 2021, 1, 300),
                  ("BY", "DE", 2021, 1, 500), ("PL", "BY", 2021, 2, 150),
                  ("DE", "BY", 2021, 2, 110), ("PL", "DE", 2021, 1, 900)])


def test_both_ways():
    found = ties.both_ways(both_directions(), "BY", ["PL", "DE"], {"q1": quarters("2021Q1")})
    assert found.loc["PL"].to_dict() == {"in_q1": 300, "out_q1": 200}
    assert np.isnan(found.loc["DE", "in_q1"])


def test_incoming_and_persistence():
    assert ties.incoming(both_directions(), "BY", ["PL", "DE"]).to_list() == [300, 260]
    found = ties.persistence(both_directions(), "BY", ["PL", "DE"], quarters("2021Q2"),
                             quarters("2021Q1", "2021Q2"))
    assert found == {"base": 2, "kept": 1, "seen": 2}


def test_reciprocity():
    # 200 of Poland's 500 each way, nothing of Germany's 500
    assert ties.reciprocity(both_directions(), "BY", ["PL", "DE"], quarters("2021Q1")) == 40


def test_odds_changes_leave_out_what_is_not_recorded():
    rows = [("BY", "US", 2021, 1, 200), ("BY", "PL", 2021, 1, 200), ("BY", "US", 2022, 1, 200),
            ("BY", "PL", 2022, 1, 400), ("BY", "IN", 2022, 1, 200)]
    found = ties.odds_changes(table(rows), ["BY"], GROUPS, ["us", "asia"], quarters("2021Q1"),
                              quarters("2022Q1"))
    assert found.loc["BY", "us"] == pytest.approx(np.log(1 / 3))  # from 1 to 1/3
    assert np.isnan(found.loc["BY", "asia"])
