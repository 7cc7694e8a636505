"""Shares of GDP and the part of a year, by hand."""

import pandas as pd
import pytest

from analysis import measures
from report import tables


def test_shares_of_the_data_are_preferred_and_of_four_concepts():
    found = measures.gdp_shares(tables.load("published"))
    assert not found["figure"].duplicated().any()
    assert list(dict.fromkeys(found["concept"])) == ["ICT sector", "Section J", "IT branch",
                                                     "The park"]


def test_short_periods_and_early_years_are_left_out():
    rows = pd.DataFrame({"start": [2018.0, 2020, 2020], "end": [2019.0, 2021, 2020.08]})
    assert measures.longer_than(rows, years=0.22, since=2019).index.tolist() == [1]


def test_spans_end_with_their_last_day():
    rows = pd.DataFrame({"period_start": [pd.Timestamp("2022-01-01")],
                         "period_end": [pd.Timestamp("2022-12-31")]})
    found = measures.spans(rows).iloc[0]
    assert (found["start"], found["end"]) == pytest.approx((2022, 2023), abs=0.001)
