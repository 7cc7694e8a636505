"""Digitally deliverable services by hand, and the figures of Belarus as published."""

import pandas as pd
import pytest

from analysis import measures
from report import tables

SERVICES = pd.DataFrame([
    ("BY", 2021, "exports", 200), ("BY", 2023, "exports", 150), ("BY", 2021, "imports", 9),
    ("PL", 2021, "exports", 100), ("PL", 2023, "exports", 132), ("TJ", 2023, "exports", 7)],
    columns=["economy", "year", "flow", "value"])


def test_index_and_change_of_economies_that_have_both_years():
    index = measures.digital_index(SERVICES, 2021)
    assert index.loc[2023].to_dict() == {"BY": 75, "PL": 132}
    change = measures.digital_change(SERVICES, 2021, 2023)
    assert change.to_dict() == pytest.approx({"BY": -25, "PL": 32}) and change.index[0] == "BY"


def test_flows_are_apart():
    assert measures.digital_trade(SERVICES, "imports").to_dict() == {"BY": {2021: 9}}


def test_belarus_and_its_neighbours_as_published():
    services = tables.load("digital_services")
    exports = measures.digital_trade(services)["BY"]
    assert exports[[2021, 2023]].to_list() == [4584, 3512]
    change = measures.digital_change(services, 2021, 2023)
    assert change[["BY", "PL", "LT"]].to_list() == pytest.approx([-23.4, 32.4, 47.5], abs=0.05)


def test_rank_of_a_change_among_all_and_among_some():
    changes = pd.Series({"RU": -50.0, "BY": -20.0, "PL": 30.0, "LT": 40.0})
    assert measures.rank_of_change(changes, "BY") == 2
    assert measures.rank_of_change(changes, "BY", ["PL", "XX"]) == 1


def test_economies_of_like_size_are_complete_and_not_left_out():
    trade = pd.DataFrame({"BY": [10.0, 10], "AA": [1.0, 2], "BB": [50.0, 51], "CC": [None, 10],
                          "DD": [9.0, 9], "EE": [49.0, 50]}, index=[2020, 2021])
    assert measures.of_like_size(trade, "BY", 2021, ["DD"]) == ["AA", "EE"]
