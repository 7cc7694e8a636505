"""When things moved, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from report import tables
from report.intervals import Interval

EVENTS = pd.DataFrame({"event": ["war", "vote"], "title": ["War", "Vote"],
                       "date": pd.to_datetime(["2022-02-24", "2020-08-01"]),
                       "precision": ["day", "month"]})


def test_days_between_events():
    assert measures.days_between(EVENTS, "vote", "war") == 572
    with pytest.raises(KeyError, match="peace"):
        measures.days_between(EVENTS, "war", "peace")


def test_event_table_is_in_order_and_keeps_the_precision():
    found = measures.event_table(EVENTS, ["war", "vote"])
    assert found["title"].tolist() == ["Vote", "War"]
    assert found["date"].tolist() == ["2020-08", "2022-02-24"]
    assert np.isnan(found["gap"][0]) and found["gap"][1] == 572
    with pytest.raises(KeyError, match="peace"):
        measures.event_table(EVENTS, ["peace"])


def test_log_gap():
    outcomes = pd.DataFrame({"a": [np.e**3, 1], "b": [np.e, 1], "c": [np.e**2, 1]})
    assert measures.log_gap(outcomes, "a", ["b", "c"]).tolist() == pytest.approx([1.5, 0])


def test_others_that_lack_a_period_are_left_out_of_the_gap():
    outcomes = pd.DataFrame({"a": [1.0, 1.0], "b": [np.e, 1.0], "c": [np.nan, 5.0]})
    assert measures.log_gap(outcomes, "a", ["b", "c"]).tolist() == pytest.approx([-1, 0])


def test_first_figures_of_the_data():
    exports = {2020: Interval(100, 100, 100), 2021: Interval(117, 117, 117)}
    found = measures.first_figures(tables.load("published"), tables.load("events"), exports)
    assert [value.value for value in found["value"]] == pytest.approx([17, 17, 17, -1016, -2325])
    assert found["status"].tolist() == ["derived"] * 3 + ["published"] * 2
