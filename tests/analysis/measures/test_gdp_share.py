"""Shares of GDP and the part of a year, by hand."""

import pandas as pd
import pytest

from analysis import measures
from report import tables
from report.intervals import Interval


def test_shares_of_the_data_are_preferred_and_of_four_concepts():
    found = measures.gdp_shares(tables.load("published"))
    assert found["preferred"].all()
    assert list(dict.fromkeys(found["concept"])) == ["ICT sector", "Section J", "IT branch",
                                                     "The park"]


def test_short_periods_and_early_years_are_left_out():
    rows = pd.DataFrame({"start": [2018.0, 2020, 2020], "period_start": pd.to_datetime(
        ["2018-01-01", "2020-01-01", "2020-01-01"]), "period_end": pd.to_datetime(
        ["2018-12-31", "2020-12-31", "2020-01-31"])})
    assert measures.longer_than(rows, days=80, since=2019).index.tolist() == [1]


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
