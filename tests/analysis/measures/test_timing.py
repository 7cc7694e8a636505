"""When things moved, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from report.intervals import Interval

EVENTS = pd.DataFrame({"event": ["war", "vote"], "title": ["War", "Vote"],
                       "date": pd.to_datetime(["2022-02-24", "2020-08-01"]),
                       "precision": ["day", "month"]})


def test_flows_are_spread_over_their_months():
    found = measures.monthly([("2021-12", "2022-01", Interval(516, 515, 517)),
                              ("2022-02", "2022-02", Interval(-10, -10, -10))])
    assert found["central"].tolist() == [258, -10]
    assert found["months"].tolist() == ["2021-12 to 2022-01", "2022-02"]
    assert found["start"].tolist() == pytest.approx([2021 + 11 / 12, 2022 + 1 / 12])
    assert found["end"].tolist() == pytest.approx([2022 + 1 / 12, 2022 + 2 / 12])


def test_hires_less_leavers():
    rows = pd.DataFrame([
        {"figure": name, "value": value, "qualifier": "plain", "resolution": 1.0,
         "value_high": np.nan} for name, value in (("in", 3483.0), ("out", 2967.0))])
    assert measures.net_of(rows, "in", "out") == Interval(516, 515, 517, ("in", "out"))


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


def test_spans_end_with_their_last_day():
    rows = pd.DataFrame({"period_start": [pd.Timestamp("2022-01-01")],
                         "period_end": [pd.Timestamp("2022-12-31")]})
    found = measures.spans(rows).iloc[0]
    assert (found["start"], found["end"]) == pytest.approx((2022, 2023), abs=0.001)


def test_share_of_a_later_part():
    # 8% in the first half and 7% in all leave 6% for the second half
    half = Interval(0.5, 0.5, 0.5)
    found = measures.later_share(Interval(8, 8, 8), Interval(7, 7, 7), half)
    assert found.value == pytest.approx(6)
    wider = measures.later_share(Interval(8, 7.9, 8.1), Interval(7, 6.9, 7.1),
                                 Interval(0.5, 0.5, 0.6))
    assert wider.low == pytest.approx((6.9 - 0.6 * 8.1) / 0.4)
    with pytest.raises(ValueError, match="weight"):
        measures.later_share(Interval(8, 8, 8), Interval(7, 7, 7), Interval(0.5, 0.5, 1))
