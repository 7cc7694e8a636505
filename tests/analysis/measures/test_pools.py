"""Donors and hosts on tables small enough to check by hand."""

import pandas as pd

from analysis import measures


def test_donor_pool_is_of_like_size_and_not_hit_itself():
    activity = pd.DataFrame({"economy": ["BY", "AA", "BB", "CC", "DD"], "year": 2021,
                             "git_pushes": [100, 20, 501, 300, 19]})
    economies = pd.DataFrame({"iso2": ["BY", "AA", "BB", "CC", "DD"],
                              "donor": [False, True, True, False, True]})
    assert measures.donor_pool(activity, economies, "BY", 2021) == ["AA"]
    # a fifth of 19 to five times 19
    assert measures.own_pools(activity, economies, ["BY", "DD"], 2021) == {
        "BY": ["AA"], "DD": ["AA"]}


def test_donor_pools_by_hand():
    sizes = {"BY": 100, "WE": 150, "RS": 60, "FA": 30, "HO": 110, "BI": 900, "EU27": 200}
    blocs = {"WE": "eu", "FA": "other_west"}
    activity = pd.DataFrame({"economy": sizes.keys(), "year": 2021, "git_pushes": sizes.values()})
    economies = pd.DataFrame([{"iso2": c, "bloc": blocs.get(c, "rest"),
                               "donor": c not in ("BY", "HO", "EU27")} for c in sizes])
    assert measures.donor_pools(activity, economies, "BY", 2021) == {
        "fifth-to-five": ["FA", "RS", "WE"], "half-to-double": ["RS", "WE"],
        "larger": ["BI", "WE"], "any-size": ["BI", "FA", "RS", "WE"], "western": ["FA", "WE"],
        "not-western": ["RS"], "hosts-kept": ["FA", "HO", "RS", "WE"]}


def test_hosts_are_marked_by_their_reason():
    economies = pd.DataFrame({"iso2": ["GE", "AF", "UA", "FR"], "donor_reason": [
        "host of people who left Belarus or Russia", "change of regime in 2021",
        "at war; host of Belarusians until 2022", ""]})
    assert measures.receiving_hosts(economies) == ["GE", "UA"]


def test_smaller_than_by_the_sum_of_one_year():
    flows = pd.DataFrame({"BY": [5, 5, 1], "GE": [3, 6, 90], "PL": [10, 9, 0]},
                         pd.PeriodIndex(["2021Q1", "2021Q2", "2022Q1"], freq="Q"))
    assert measures.smaller_than(flows, "BY", ["PL", "GE"], 2021) == ["GE"]
