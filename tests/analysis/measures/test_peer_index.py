"""Indices with the park beside its country, by hand."""

import pandas as pd
import pytest

from analysis import measures
from report.intervals import Interval


def exact(value):
    return Interval(value, value, value)


def test_the_park_stands_beside_economies_and_gaps_are_left_out():
    levels = pd.DataFrame({"BY": [1.0, 2.0, 4.0], "PL": [None, 5.0, 6.0]},
                          index=[2014, 2020, 2021])
    found = measures.beside_peers(levels, {2014: exact(1), 2020: exact(3), 2021: exact(2)}, 2020,
                                  {"BY": "Belarus", "PL": "Poland"})
    assert found["key"].tolist() == ["BY", "BY", "PL", "PL", "park", "park"]
    assert found["index"].tolist() == pytest.approx([100, 200, 100, 120, 100, 200 / 3])
    assert found["economy"].tolist()[-1] == "The park"
