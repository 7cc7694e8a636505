"""Hires less leavers by month, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from report import tables
from report.intervals import Interval


def test_flows_are_spread_over_their_months():
    found = measures.monthly([("2021-12", "2022-01", Interval(516, 515, 517)),
                              ("2022-02", "2022-02", Interval(-10, -10, -10))])
    assert found["key"].tolist() == ["2021-12", "2022-02"]
    assert found["central"].tolist() == [258, -10]
    assert found["months"].tolist() == ["2021-12 to 2022-01", "2022-02"]
    assert found["start"].tolist() == pytest.approx([2021 + 11 / 12, 2022 + 1 / 12])
    assert found["end"].tolist() == pytest.approx([2022 + 1 / 12, 2022 + 2 / 12])


def test_hires_less_leavers():
    rows = pd.DataFrame([
        {"figure": name, "value": value, "qualifier": "plain", "resolution": 1.0,
         "value_high": np.nan} for name, value in (("in", 3483.0), ("out", 2967.0))])
    assert measures.net_of(rows, "in", "out") == Interval(516, 515, 517, ("in", "out"))


def test_flows_of_the_data_add_up_to_the_seven_months():
    found = {first: flow.value for first, _, flow in measures.net_flows(tables.load("published"))}
    published = tables.load("published")
    seven = measures.net_of(published, "sectionj.hires-2022-01to2022-07-zerkalo2022b",
                            "sectionj.leavers-2022-01to2022-07-zerkalo2022b")
    assert sum(flow for first, flow in found.items() if first < "2023") == pytest.approx(
        seven.value)
    assert found["2022-01"] > 0 > found["2022-03"]
